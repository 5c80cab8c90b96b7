"""The sample year with what came back of it: attendance, filings, values, money."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import select

from campaign import demo
from campaign.models import (
    Attendance,
    Award,
    Difficulty,
    Event,
    Filing,
    Finding,
    Guest,
    Member,
    Occurrence,
    Plan,
    Target,
    TargetValue,
)

SPRING = datetime(2027, 3, 1, 1, tzinfo=UTC)


@pytest.fixture
def year(database, config, tmp_path):
    """The configuration of the demonstration; its year is in the database, lived to its end."""
    with database.write() as session:
        demo.fill_year(session, config, now=SPRING)
        _live(session)
    sample = demo.configuration(tmp_path, "https://lich.example.org", "x" * 40)
    return replace(config, organisation=sample.organisation)


def _live(session):
    chance = random.Random(2027)
    members = session.scalars(select(Member).order_by(Member.id)).all()
    plan = session.scalars(select(Plan)).one()
    for occurrence in session.scalars(select(Occurrence).where(Occurrence.confirmed_at.is_not(None))):
        for member in chance.sample(members, 30):
            state = chance.choice(["present"] * 4 + ["absent", "excused"])
            session.add(Attendance(occurrence_id=occurrence.id, member_id=member.id, state=state, noted_at=SPRING))
        session.add(Guest(occurrence_id=occurrence.id, name="Khách mời", sex="female", noted_at=SPRING))
    for event in session.scalars(select(Event).where(Event.kind == "seminar")):
        event.cost_estimate, event.cost_actual = Decimal(5_000_000), Decimal(4_750_000)
    for target in session.scalars(select(Target)):
        session.add(TargetValue(target_id=target.id, day=date(2027, 6, 1), value=Decimal("18.5"), source="Văn phòng"))
    reports = select(Occurrence).join(Event, Event.id == Occurrence.event_id).where(Event.kind == "report")
    first, second, *_ = session.scalars(reports.order_by(Occurrence.last_day)).all()
    session.add(Filing(occurrence_id=first.id, filed_on=first.last_day, number="12/BC-SCT", noted_at=SPRING))
    session.add(Filing(occurrence_id=second.id, filed_on=date(2027, 12, 31), noted_at=SPRING))
    award = Award(plan_id=plan.id, recipient="Thanh tra Sở", form="Giấy khen", nominated_on=date(2027, 6, 1))
    award.decision, award.decided_on = "123/QĐ-SCT", date(2027, 6, 20)
    found = Finding(plan_id=plan.id, text="Chưa phân công đầu mối", found_on=date(2027, 9, 1))
    raised = Difficulty(plan_id=plan.id, text="Kinh phí tập huấn cấp chậm", raised_on=date(2027, 5, 4))
    session.add_all([award, found, raised])
