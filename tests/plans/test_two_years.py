"""Two plans and one year: rolling over and then importing the year's own plan; a corrected version of a plan."""

from __future__ import annotations

from datetime import UTC, date, datetime
from importlib import resources

import pytest
from desk.plans import FIRST, answer
from sqlalchemy import func, select

from campaign.audit import Act, Author
from campaign.calendar.agency import UnitOfWork, agency_of
from campaign.desk import rolling
from campaign.models import Duty, Event, LegalBasis, Plan, Proposal
from campaign.plans import versions
from campaign.plans.reviewing import accept_all
from campaign.plans.taking import take

NOW = datetime(2027, 2, 1, 2, tzinfo=UTC)
LATER = datetime(2027, 12, 1, 2, tzinfo=UTC)
TRANG = Author("Trang")
SAMPLE = resources.files("campaign.samples").joinpath("plan.txt").read_text().replace("năm 2020", "năm 2027")


@pytest.fixture
def session(database):
    with database.write() as session:
        yield session


@pytest.fixture
def year(session, config):
    """Reads a plan and accepts all of it."""

    def taken(text, now):
        work = UnitOfWork(session, now, TRANG, agency_of(session, config))
        reading = take(Act(session, now, TRANG), answer(text), year=None)
        return reading, accept_all(work, reading)

    return taken


def roll(session, config, year):
    work = UnitOfWork(session, LATER, TRANG, agency_of(session, config))
    chosen = [each.event.id for each in rolling.propose(session, year, work.agency) if not each.per_year]
    return rolling.roll(work, year, chosen)


def count(session, model, *which):
    return session.scalar(select(func.count()).select_from(model).where(*which))


def test_plan_of_a_rolled_year_takes_the_rolled_drafts_and_leaves_one_plan(session, config, year):
    year(SAMPLE, NOW)
    rolled = roll(session, config, 2028)
    events = count(session, Event)
    reading, accepted = year(SAMPLE.replace("năm 2027", "năm 2028"), LATER)
    assert count(session, Plan, Plan.year == 2028) == 1
    assert count(session, Event) == events
    assert {event.id for event in rolled} <= {event.id for event in accepted}
    years = session.scalars(
        select(Plan.year).join(Duty).join(Event, Event.duty_id == Duty.id).where(Event.id.in_(e.id for e in rolled))
    )
    assert set(years) == {2028}
    assert {event.quote for event in rolled} <= set(
        session.scalars(select(Proposal.quote).where(Proposal.reading_id == reading.id))
    )


def test_rolled_draft_gets_the_day_that_the_new_plan_gives_it(session, config, year):
    year(FIRST, NOW)
    rolled = {event.kind: event for event in roll(session, config, 2028)}
    text = FIRST.replace("2027", "2028").replace("06/4/2028", "20/4/2028").replace("12/KH", "9/KH")
    year(text, LATER)
    assert (rolled["seminar"].first_day, rolled["report"].first_day) == (date(2028, 4, 20), date(2028, 6, 25))
    assert count(session, Event, Event.kind == "seminar") == 2


def test_hours_that_a_person_gave_a_rolled_draft_stay_if_the_plan_has_none(session, config, year):
    year(FIRST, NOW)
    rolled = {event.kind: event for event in roll(session, config, 2028)}
    text = FIRST.replace("2027", "2028").replace("từ 14h00 đến 16h30 ngày 06/4", "ngày 20/4")
    year(text, LATER)
    assert str(rolled["seminar"].start_time) == "14:00:00"


def test_corrected_version_gives_number_date_and_bases_though_nothing_else_changed(session, year):
    first, _ = year(
        FIRST.replace("Số: 12/KH-SCT", "Số:     /KH-SCT").replace("ngày 15 tháng 02", "ngày     tháng 02"), NOW
    )
    corrected = FIRST.replace("Kế hoạch số 805/KH-UBND", "Kế hoạch số 806/KH-UBND")
    second, accepted = year(corrected, LATER)
    plan = session.get_one(Plan, second.plan_id)
    assert (first.plan_id, accepted) == (plan.id, [])
    assert (plan.number, plan.symbol, plan.issued_on) == ("12", "KH-SCT", date(2027, 2, 15))
    assert session.scalars(select(LegalBasis.number).where(LegalBasis.plan_id == plan.id)).all() == ["806/KH-UBND"]
    assert versions.changes_since(session, second) == [
        "Số: /KH-SCT → 12/KH-SCT.",
        "Ngày ban hành: tháng 2 năm 2027 → 15/02/2027.",
        "Căn cứ: 1 mới, 1 không còn, 0 thay đổi.",
    ]


def test_first_version_has_changed_nothing(session, year):
    reading, _ = year(FIRST, NOW)
    assert versions.changes_since(session, reading) == []
