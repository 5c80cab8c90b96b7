"""Asking in time what a yearly event needs of a person: its theme, its place, its confirmation.

A mail goes to every organizer 20 and 10 working days before the first reminder of the year would go, and another, as
a reminder of its own (``calendar.planning``), to the person in charge. Whoever gives the year its theme, or confirms
it, ends the asking. If nobody answers, ``calendar.series`` lets the day take place all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import contains_eager

from campaign.access.signin import Post, send
from campaign.audit import PROGRAM
from campaign.calendar import revision
from campaign.calendar.agency import UnitOfWork, agency_of
from campaign.calendar.planning import ASKING, question_leads, rules_of_events
from campaign.calendar.series import NOBODY
from campaign.config import Config
from campaign.dates.zones import zone
from campaign.db import Database
from campaign.models import AccountMail, Event, Occurrence, Role, User

QUESTION = "question"
LONGEST_WAIT = timedelta(days=120)
"""No rule asks earlier than this before a year begins."""


def unanswered() -> ColumnElement[bool]:
    """The years that nobody has given a theme or confirmed, of events that were confirmed once."""
    return and_(
        Event.per_year,
        Event.confirmed_at.is_not(None),
        Event.cancelled_at.is_(None),
        Occurrence.cancelled_at.is_(None),
        Occurrence.theme == "",
        or_(Occurrence.confirmed_at.is_(None), Occurrence.confirmed_by == NOBODY),
    )


def coming(work: UnitOfWork) -> list[Occurrence]:
    """The unanswered years that begin within the next months, each with its event, the nearest first."""
    today = work.now.astimezone(work.agency.zone).date()
    query = (
        select(Occurrence)
        .join(Event, Event.id == Occurrence.event_id)
        .options(contains_eager(Occurrence.event))
        .where(unanswered(), Occurrence.first_day.between(today, today + LONGEST_WAIT))
        .order_by(Occurrence.first_day, Occurrence.id)
    )
    return list(work.session.scalars(query))


def ask_all(database: Database, *, config: Config, now: datetime) -> None:
    """The nightly job: ask for every year that wants it."""
    with database.write() as session:
        instance = revision.ensure(session, now=now).instance
        post = Post(config.server.secret_key, f".{instance}@{config.mail.domain}>")
        ask(UnitOfWork(session, now, PROGRAM, agency_of(session, config)), post)


def ask(work: UnitOfWork, post: Post) -> int:
    """Put the mails to the organizers on their way that have fallen due and were not sent yet; returns how many."""
    organizers = work.session.scalars(
        select(User).where(User.role >= Role.ORGANIZER, User.disabled_at.is_(None), User.is_limited.is_(False))
    ).all()
    sent = set(work.session.execute(select(AccountMail.user_id, AccountMail.about).where(AccountMail.kind == QUESTION)))
    wanted = [(user, about) for occurrence in coming(work) for about in _due(work, occurrence) for user in organizers]
    new = [(user, about) for user, about in wanted if (user.id, about) not in sent]
    for user, about in new:
        send(work, QUESTION, user, post=post, life=LONGEST_WAIT, about=about)
    return len(new)


def _due(work: UnitOfWork, occurrence: Occurrence) -> Iterator[str]:
    """Which round of asking has come, the later one alone if both have; "OCCURRENCE ROUND" names it for ever."""
    event, agency = occurrence.event, work.agency
    rules = rules_of_events(work.session, [event], agency)[event.id]
    rounds = zip(ASKING, question_leads(rules), strict=True)
    due = [
        days
        for days, lead in rounds
        if lead.due(
            start=occurrence.first_day,
            end=occurrence.last_day,
            zone=zone(event.zone),
            calendar=agency.calendar,
            hour=agency.hour,
            quiet=agency.quiet,
        )
        <= work.now
    ]
    if due:
        yield f"{occurrence.id} {min(due)}"
