"""A year is published in one act, and each person gets one mail about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from sqlalchemy import func, select

from campaign.calendar.agency import UnitOfWork
from campaign.calendar.draft import draft_of
from campaign.calendar.when import When
from campaign.desk import decisions, notices, publication, scheduling
from campaign.desk.publication import Assignment
from campaign.engine import Engine
from campaign.models import AuditEntry, Duty, Event, Member, Message, Notice, Plan
from tests.desk.conftest import HUNG, NOW, TRANG
from tests.desk.test_letters import html, text
from tests.support.readers import Readers

WINDOW = timedelta(minutes=11)
NIGHT = datetime(2027, 3, 1, 16, 0, tzinfo=UTC)  # 23h00 in Hanoi
MORNING = datetime(2027, 3, 1, 23, 30, tzinfo=UTC)  # 6h30, when the quiet hours end


@pytest.fixture
def tick(app, config, database):
    """The mails that go out at a moment, by address: a program that starts then, with a folder for a server."""
    folder = config.path(config.mail.folder)

    def run(now: datetime) -> dict[str, EmailMessage]:
        before = set(folder.rglob("*.eml"))
        engine = Engine(app, config, database, now=lambda: now)
        engine._clockwork.plan()
        engine._clockwork.deliver()
        engine.stop()
        new = set(folder.rglob("*.eml")) - before
        mails = [message_from_bytes(path.read_bytes(), policy=policy.default) for path in new]
        return {mail["To"].addresses[0].addr_spec: mail for mail in mails}

    return run


@pytest.fixture
def work(session, agency) -> UnitOfWork:
    return UnitOfWork(session, NOW, TRANG, agency)


@pytest.fixture
def year(database, agency, seminar, house) -> tuple[int, ...]:
    """Drafts: a seminar and a feast for all staff, a meeting of the committee, a weekly meeting without audience."""
    with database.write() as session:
        made = [
            scheduling.create(UnitOfWork(session, NOW, TRANG, agency), draft)
            for draft in (
                replace(seminar, first=date(2027, 9, 14)),
                replace(
                    seminar, kind="commemoration", title="Ngày 20/10", first=date(2027, 10, 20), start=None, end=None
                ),
                replace(seminar, title="Họp Ban", kind="meeting", group_ids=frozenset({house.committee}), room_id=None),
                replace(
                    seminar,
                    title="Báo cáo năm",
                    kind="report",
                    start=None,
                    end=None,
                    group_ids=frozenset(),
                    room_id=None,
                    first=date(2027, 12, 10),
                    contact_id=house.members[5],
                ),
            )
        ]
        return tuple(event.id for event in made)


def test_year_is_published_in_one_act_with_one_mail_per_person(database, agency, year, house, tick):
    with database.write() as session:
        work = UnitOfWork(session, NOW, TRANG, agency)
        assert len(publication.drafts(session, 2027)) == 4
        done = publication.publish(work, 2027, year)
        assert (len(done.events), done.people) == (4, 6)
        assert publication.drafts(session, 2027) == []
        verbs = session.execute(select(AuditEntry.verb, func.count()).group_by(AuditEntry.verb)).all()
        assert dict(map(tuple, verbs)) == {"create": 4, "confirm": 4, "publish": 1, "roll": 1}
    mails = tick(NOW + WINDOW)
    assert len(mails) == 6
    both, staff, clerk = (text(mails[f"m{n}@example.org"]) for n in (0, 3, 5))
    assert "14h00-16h30, thứ Ba, ngày 14/9/2027" in both
    assert "Họp Ban" in both
    assert "Họp Ban" not in staff
    assert "Báo cáo năm" not in staff
    assert "Báo cáo năm" in clerk
    assert "/my/" in staff
    assert "Hội trường, tầng 2" in html(mails["m3@example.org"])
    # The content is stored once for each set of people whom the same events concern.
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Notice)) == 3
        assert session.scalar(select(func.count()).select_from(Message)) == 6


def test_year_mail_speaks_the_readers_language(database, agency, year, house, tick):
    with database.write() as session:
        session.get_one(Member, house.members[3]).language = "en"
        publication.publish(UnitOfWork(session, NOW, TRANG, agency), 2027, year)
    mail = tick(NOW + WINDOW)["m3@example.org"]
    assert "your events of 2027" in mail["Subject"]
    assert "1. 14:00-" in text(mail)


def test_year_published_in_two_steps_is_told_in_one_mail(database, agency, year, tick):
    with database.write() as session:
        publication.publish(UnitOfWork(session, NOW, TRANG, agency), 2027, year[:1])
        publication.publish(UnitOfWork(session, NOW + timedelta(minutes=5), HUNG, agency), 2027, year[1:])
    assert tick(NOW + WINDOW) == {}
    mails = tick(NOW + 2 * WINDOW)
    assert len(mails) == 6
    assert "Ngày 20/10" in text(mails["m3@example.org"])
    assert "Tọa đàm" in text(mails["m3@example.org"])


def test_year_mail_leaves_out_what_was_called_off_or_unconfirmed_since(database, agency, year, tick):
    with database.write() as session:
        work = UnitOfWork(session, NOW, TRANG, agency)
        publication.publish(work, 2027, year)
        decisions.cancel(work, session.get_one(Event, year[0]), reason="Bão", notify=False)
    mails = tick(NOW + WINDOW)
    assert "Tọa đàm" not in text(mails["m3@example.org"])


def test_publishing_without_mail_tells_nobody(database, agency, year, tick):
    with database.write() as session:
        assert publication.publish(UnitOfWork(session, NOW, TRANG, agency), 2027, year, notify=False).people == 0
    assert tick(NOW + WINDOW) == {}


def test_publishing_twice_does_nothing_the_second_time(work, session, year):
    publication.publish(work, 2027, year)
    assert publication.publish(work, 2027, year).events == ()
    acts = session.scalar(select(func.count()).select_from(AuditEntry).where(AuditEntry.verb == "publish"))
    assert acts == 1


def test_many_drafts_get_audience_person_and_place_at_once(work, session, year, house):
    given = Assignment(groups=frozenset({house.committee}), contact_id=house.members[1], place="Phòng A")
    assert publication.assign(work, 2027, year[:2], given) == 2
    for number in year[:2]:
        draft = draft_of(session, session.get_one(Event, number))
        assert (draft.group_ids, draft.audience_all, draft.contact_id) == (
            frozenset({house.committee}),
            False,
            house.members[1],
        )
        assert draft.place == "Phòng A"
    publication.assign(work, 2027, year[:2], Assignment(groups=frozenset()))
    assert draft_of(session, session.get_one(Event, year[0])).audience_all


def test_report_due_in_january_belongs_to_the_plan_that_asks_for_it(work, session, year, seminar):
    plan = Plan(year=2027, title="Kế hoạch", created_at=NOW)
    session.add(plan)
    session.flush()
    duty = Duty(plan_id=plan.id, position=1, text="Báo cáo năm")
    session.add(duty)
    session.flush()
    late = scheduling.create(
        work, replace(seminar, kind="report", first=date(2028, 1, 10), duty_id=duty.id, room_id=None)
    )
    assert late.id in [event.id for event, _ in publication.drafts(session, 2027)]


@pytest.mark.parametrize(
    ("first", "due"), [(date(2027, 3, 16), MORNING), (date(2027, 3, 2), NIGHT)], ids=["later", "within 24 hours"]
)
def test_sending_hours_hold_for_invitations_and_notices(session, agency, seminar, first, due):
    work = UnitOfWork(session, NIGHT, TRANG, agency)
    event = scheduling.create(work, replace(seminar, first=first))
    decisions.confirm(work, event, invite=True)
    invitation = session.scalars(select(Notice).where(Notice.kind == notices.INVITATION)).one()
    assert invitation.due_at == due
    Readers(session).deliver(due)
    decisions.move(work, event, None, When(first, first, time(15), time(16)), notify=True)
    change = session.scalars(select(Notice).where(Notice.kind == notices.CHANGE)).one()
    assert change.due_at == (due if due == MORNING else NIGHT + agency.window)
    decisions.cancel(work, event, reason="Bão", notify=True)
    cancellation = session.scalars(select(Notice).where(Notice.kind == notices.CANCELLATION)).one()
    assert cancellation.due_at == (due if due == MORNING else NIGHT + agency.window)


def test_year_mail_waits_for_the_morning(session, agency, year):
    publication.publish(UnitOfWork(session, NIGHT, TRANG, agency), 2027, year)
    assert set(session.scalars(select(Notice.due_at))) == {MORNING}
