"""Whole years as feeds: four readers show the same, of the demonstration as of a plan that was read in."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from importlib import resources

import pytest
from desk.plans import answer
from sqlalchemy import select
from support import rows

from campaign import demo
from campaign.audit import Act, Author
from campaign.calendar import changes
from campaign.calendar.agency import UnitOfWork, agency_of
from campaign.ical.zones import HOME
from campaign.models import Event, Occurrence
from campaign.plans import adoption
from campaign.plans.reviewing import accept_all
from campaign.plans.taking import take

from .readers import READERS

NOW = datetime(2027, 1, 4, 2, tzinfo=UTC)
YEAR = (date(2027, 1, 1), date(2028, 1, 1))
BY = Author("test")


def demonstration(session, config):
    demo.fill_year(session, config, now=NOW)


def imported(session, config):
    text = resources.files("campaign.samples").joinpath("plan.txt").read_text(encoding="utf-8")
    work = UnitOfWork(session, NOW, BY, agency_of(session, config))
    reading = take(Act(session, NOW, BY), answer(text.replace("năm 2020", "năm 2027")), year=2027)
    accept_all(work, reading)
    adoption.publish_reading(work, reading, [])


def counted(session, config):
    """Series with COUNT: plain, without its first day, and with an occurrence that was called off."""
    agency = agency_of(session, config)
    work = UnitOfWork(session, NOW, BY, agency)
    for rule, exceptions in (
        ("FREQ=WEEKLY;COUNT=5", []),
        ("FREQ=WEEKLY;COUNT=5", ["2027-03-02"]),
        ("FREQ=DAILY;INTERVAL=2;COUNT=4", ["2027-03-04"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=6", []),
    ):
        for hours in ({}, {"start": time(9), "end": time(10)}):
            made = rows.event(session, agency, NOW, date(2027, 3, 2), rule=rule, exceptions=exceptions, **hours)
            second = rows.occurrences(session, made.id)[1]
            changes.cancel_one(work, made, second, reason="Nghỉ")


@pytest.mark.parametrize("fill", [demonstration, imported, counted])
def test_feed_of_a_year_is_read_alike_and_as_the_database_has_it(app, database, config, fill):
    with database.write() as session:
        fill(session, config)
    feed = app.test_client().get("/calendars/all.ics").data
    shown = {name: reader(feed, *YEAR, HOME) for name, reader in READERS.items()}
    first, *others = shown.values()
    assert others == [first] * len(others)
    assert len(shown) == 4
    with database.read() as session:
        query = select(Occurrence.first_day).join(Event).where(
            Occurrence.confirmed_at.is_not(None), Occurrence.cancelled_at.is_(None),
            Occurrence.first_day <= date(2027, 12, 31), Occurrence.last_day >= date(2027, 1, 1),
        )  # fmt: skip
        assert len(first) == len(session.scalars(query).all()) > 3
    assert b"COUNT=" not in feed


def test_identities_outlive_everything_that_is_made_again(app, database, config):
    with database.write() as session:
        demonstration(session, config)
    before = app.test_client().get("/calendars/all.ics").data
    with database.write() as session:
        work = UnitOfWork(session, NOW, BY, agency_of(session, config))
        for event in session.scalars(select(Event)).all():
            changes.rebuild(work, event)
    assert app.test_client().get("/calendars/all.ics").data == before
