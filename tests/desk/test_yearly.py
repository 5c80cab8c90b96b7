"""The year recurs without a hand: from 2026 to 2031 nobody touches the desk, and every June has its mails."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select
from support import rows

from campaign.audit import Author
from campaign.calendar import changes, feeds
from campaign.calendar.agency import UnitOfWork, agency_of
from campaign.calendar.draft import Draft
from campaign.calendar.holidays import fill
from campaign.calendar.planning import plan_due
from campaign.desk import decisions, scheduling, yearly
from campaign.models import AccountMail, Event, Message, Occurrence, Reminder, Result, Role, User
from campaign.reason import CancelCause

BY = Author("Nguyễn Thị Thu Trang", 1)
START = datetime(2026, 2, 2, 1, tzinfo=UTC)
END = date(2031, 12, 31)
YEARLY = "FREQ=YEARLY"
JUNE = Draft(
    kind="campaign",
    title="Tháng hành động quốc gia phòng, chống bạo lực gia đình",
    first=date(2026, 6, 1),
    last=date(2026, 6, 30),
    rule=YEARLY,
    per_year=True,
    audience_all=True,
)
NOVEMBER = replace(JUNE, title="Tháng hành động vì bình đẳng giới", first=date(2026, 11, 15), last=date(2026, 12, 15))
DAYS = [
    Draft(kind="commemoration", title=title, first=day, rule=YEARLY, audience_all=True)
    for title, day in (("Ngày Quốc tế Phụ nữ", date(2026, 3, 8)), ("Ngày Phụ nữ Việt Nam", date(2026, 10, 20)))
]


@pytest.fixture
def recurring(database, config):
    """Two action months and two days, each confirmed once, in 2026; one organizer, one member, one person in charge."""
    with database.write() as session:
        member, contact = rows.members(session, 2, START)
        organizer = User(name="Trang", address="trang@example.org", address_key="trang@example.org", created_at=START)
        organizer.role = Role.ORGANIZER
        session.add(organizer)
        work = UnitOfWork(session, START, BY, agency_of(session, config))
        for draft in (JUNE, NOVEMBER, *DAYS):
            event = scheduling.create(work, replace(draft, contact_id=contact.id))
            one = session.scalars(select(Occurrence).where(Occurrence.event_id == event.id)).first()
            decisions.confirm(work, event, one if draft.per_year else None)
    return member.id, contact.id


def nightly(database, config, now):
    today = now.astimezone(config.zone).date()
    with database.write() as session:
        fill(session, config, [today.year, today.year + 1], today=today)
    changes.nightly(database, config=config, today=today, now=now)
    yearly.ask_all(database, config=config, now=now)


def live(database, config, until=END, *, start=START):
    """The clock goes on day by day, and whatever falls due is planned; the nightly job runs weekly and on New Year."""
    now = start
    while now.date() <= until:
        if now.weekday() == 0 or (now.month, now.day) == (1, 1):
            nightly(database, config, now)
        with database.write(lazy=True) as session:
            plan_due(session.connection(), now=now + timedelta(hours=1), id_suffix=".x@example.org>")
        now += timedelta(days=1)


def mails(database, mail="reminder"):
    """(title, year) → the members who were reminded."""
    found = defaultdict(set)
    query = (
        select(Event.title, Occurrence.first_day, Message.member_id)
        .join(Occurrence, Occurrence.event_id == Event.id)
        .join(Reminder, Reminder.occurrence_id == Occurrence.id)
        .join(Message, Message.reminder_id == Reminder.id)
        .where(Reminder.mail == mail)
    )
    with database.read() as session:
        for title, day, member_id in session.execute(query):
            found[title, day.year].add(member_id)
    return dict(found)


@pytest.mark.slow
@pytest.mark.only("sqlite")
def test_every_year_has_its_reminders_until_2031_without_any_hand(database, config, recurring):
    live(database, config)
    expected = {(draft.title, year): set(recurring) for draft in (JUNE, NOVEMBER, *DAYS) for year in range(2026, 2032)}
    found = mails(database)
    assert {key: found.get(key) for key in expected} == expected
    asked = mails(database, "question")
    _, contact = recurring
    later = [(draft.title, year) for draft in (JUNE, NOVEMBER) for year in range(2027, 2032)]
    assert {key: asked.get(key) for key in later} == {key: {contact} for key in later}
    with database.read() as session:
        assert session.scalars(select(Message.id).where(Message.result == Result.EXPIRED)).all() == []
        to_organizers = session.scalars(select(AccountMail.about).where(AccountMail.kind == yearly.QUESTION)).all()
    assert len(to_organizers) == len(set(to_organizers)) == 2 * len(later)


def test_second_year_of_an_action_month_goes_silent_no_more(database, config, recurring):
    first_of_january = datetime(2026, 12, 31, 17, 30, tzinfo=UTC)  # half past midnight in Hà Nội
    nightly(database, config, first_of_january)
    with database.read() as session:
        body = feeds.build(session.connection(), feeds.public(session.connection(), "all", config=config)).body.decode()
        june = session.scalars(select(Event).where(Event.title == JUNE.title)).one()
        years = session.scalars(
            select(Occurrence).where(Occurrence.event_id == june.id).order_by(Occurrence.first_day)
        ).all()
    assert [(one.first_day.year, bool(one.confirmed_at), one.confirmed_by) for one in years][:3] == [
        (2026, True, BY.name),
        (2027, True, ""),
        (2028, False, ""),
    ]
    assert "20270601" in body
    assert "20280601" not in body


def test_year_of_a_kind_that_is_not_unattended_waits_for_a_person(database, config, recurring):
    strict = replace(config, reminders=replace(config.reminders, unattended=()))
    nightly(database, strict, datetime(2027, 1, 1, 1, tzinfo=UTC))
    with database.read() as session:
        confirmed = session.scalars(
            select(Occurrence.first_day).join(Event).where(Event.per_year, Occurrence.confirmed_at.is_not(None))
        ).all()
    assert {day.year for day in confirmed} == {2026}
    nightly(database, strict, datetime(2027, 4, 28, 1, tzinfo=UTC))
    with database.read() as session:
        assert session.scalars(select(AccountMail.kind)).all() == [yearly.QUESTION]


def test_theme_ends_the_asking_and_shows_in_its_year_only(database, config, recurring):
    live(database, config, date(2027, 3, 1), start=datetime(2027, 1, 1, 1, tzinfo=UTC))
    with database.write() as session:
        june = session.scalars(select(Event).where(Event.title == JUNE.title)).one()
        year = session.scalars(
            select(Occurrence).where(Occurrence.event_id == june.id, Occurrence.first_day == date(2027, 6, 1))
        ).one()
        now = datetime(2027, 3, 2, 1, tzinfo=UTC)
        work = UnitOfWork(session, now, BY, agency_of(session, config))
        decisions.give_theme(work, june, year, decisions.Theme("Yêu thương dẫn lối"))
        assert yearly.coming(work) == []
    live(database, config, date(2028, 5, 15), start=datetime(2027, 3, 2, 1, tzinfo=UTC))
    asked = mails(database, "question")
    assert (JUNE.title, 2027) not in asked
    assert (JUNE.title, 2028) in asked
    with database.read() as session:
        themes = session.execute(
            select(Occurrence.first_day, Occurrence.theme).join(Event).where(Event.title == JUNE.title)
        )
        assert {day.year: theme for day, theme in themes if theme} == {2027: "Yêu thương dẫn lối"}


def test_person_who_confirms_a_year_that_went_on_by_itself_ends_the_asking(database, config, recurring):
    now = datetime(2027, 1, 2, 1, tzinfo=UTC)
    nightly(database, config, now)
    with database.write() as session:
        june = session.scalars(select(Event).where(Event.title == JUNE.title)).one()
        year = session.scalars(
            select(Occurrence).where(Occurrence.event_id == june.id, Occurrence.first_day == date(2027, 6, 1))
        ).one()
        work = UnitOfWork(session, now, BY, agency_of(session, config))
        assert decisions.confirm(work, june, year) is True
        assert decisions.confirm(work, june, year) is False
        assert year.confirmed_by == BY.name
        questions = select(Reminder).where(Reminder.occurrence_id == year.id, Reminder.mail == "question")
        assert session.scalars(questions).all() == []


def test_cancelled_year_stays_cancelled_and_is_not_asked_for(database, config, recurring):
    now = datetime(2026, 12, 1, 1, tzinfo=UTC)
    with database.write() as session:
        june = session.scalars(select(Event).where(Event.title == JUNE.title)).one()
        year = session.scalars(
            select(Occurrence).where(Occurrence.event_id == june.id, Occurrence.first_day == date(2027, 6, 1))
        ).one()
        work = UnitOfWork(session, now, BY, agency_of(session, config))
        decisions.cancel(work, june, year, reason="Không tổ chức năm nay", notify=False)
    live(database, config, date(2027, 5, 20), start=datetime(2027, 4, 1, 1, tzinfo=UTC))
    assert (JUNE.title, 2027) not in mails(database)
    with database.read() as session:
        year = session.scalars(
            select(Occurrence).where(Occurrence.event_id == june.id, Occurrence.first_day == date(2027, 6, 1))
        ).one()
        abouts = session.scalars(select(AccountMail.about)).all()
    assert year.cancel_cause == CancelCause.PERSON
    assert [about for about in abouts if about.startswith(f"{year.id} ")] == []
