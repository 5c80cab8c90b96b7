"""The organizers' board: the year's happenings with their states, and the tray of what has no day yet.

Two questions, however many rows answer; filters and counts work on what they brought, so that a count never lies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, ScalarSelect, String, and_, cast, exists, func, or_, select
from sqlalchemy.orm import Session

from campaign.busy import ATTENDED
from campaign.happenings import Happening
from campaign.models import (
    AudienceGroup,
    AudienceMember,
    Duty,
    Event,
    Group,
    History,
    Member,
    Occurrence,
    Plan,
    Reminder,
)

WEEK = timedelta(days=7)
BETWEEN, AFTER = "\x1f", "\x1e"
"""What parts an id from its name, and one pair from the next, in an aggregated text."""


class State(StrEnum):
    """What an organizer should see of a happening without opening it. Several may hold at once."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"
    MOVED = "moved"
    CANCELLED = "cancelled"
    OVERDUE = "overdue"
    ROOMLESS = "roomless"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Happening):
    """An occurrence on the board. ``told``: whether a reminder of it waits or went out; ``named``: anybody by name."""

    event_id: int
    occurrence_id: int
    per_year: bool
    confirmed_at: datetime | None
    room_id: int | None
    online_url: str
    audience_all: bool
    groups: tuple[tuple[int, str], ...]
    named: bool
    contact_id: int | None
    contact: str
    was_moved: bool
    told: bool
    states: frozenset[State] = frozenset()

    @property
    def group_ids(self) -> list[int]:
        return [number for number, _name in self.groups]

    @property
    def is_draft(self) -> bool:
        return State.DRAFT in self.states

    def touches(self, year: int) -> bool:
        return self.first_day.year <= year <= self.last_day.year


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An event without a date; the expected span says where it may lie."""

    event_id: int
    uid: str
    kind: str
    title: str
    duty_id: int | None
    expected_start: date | None
    expected_end: date | None
    postponed_at: datetime | None
    audience_all: bool
    groups: tuple[tuple[int, str], ...]
    contact_id: int | None
    contact: str
    states: frozenset[State] = frozenset()

    @property
    def group_ids(self) -> list[int]:
        return [number for number, _name in self.groups]


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A clause of the plan, with how many events carry it out: on a day, and without one yet."""

    id: int
    outline: str
    text: str
    expected_start: date | None
    expected_end: date | None
    dated: int
    undated: int

    @property
    def is_scheduled(self) -> bool:
        return self.dated > 0


@dataclass(frozen=True, slots=True)
class Wish:
    """A filter; empty parts ask for nothing."""

    kind: str = ""
    group: int | None = None
    contact: int | None = None
    state: str = ""

    def suits(self, each: Entry | Waiting) -> bool:
        return (
            self.kind in ("", each.kind)
            and (self.group is None or self.group in each.group_ids)
            and (self.contact in (None, each.contact_id))
            and (not self.state or self.state in each.states)
        )

    @property
    def is_empty(self) -> bool:
        return self == Wish()


@dataclass(frozen=True, slots=True)
class Board:
    """A year of the desk. ``entries`` and ``waiting`` are those that suit the wish; ``counts`` are of all."""

    year: int
    plan: str
    entries: tuple[Entry, ...]
    waiting: tuple[Waiting, ...]
    duties: tuple[DutyLine, ...]
    counts: Counter[str]
    total: int
    groups: tuple[tuple[int, str], ...]
    people: tuple[tuple[int, str], ...]

    def of_month(self, month: int) -> list[Entry]:
        """Those that begin in the month, or were already on when the year began."""
        first = date(self.year, 1, 1)
        mine = (each for each in self.entries if each.touches(self.year))
        return [each for each in mine if max(each.first_day, first).month == month]

    def of_week(self, monday: date) -> list[tuple[date, list[Entry]]]:
        """The seven days with what happens on each."""
        days = [monday + timedelta(days=n) for n in range(7)]
        return [(day, [each for each in self.entries if each.first_day <= day <= each.last_day]) for day in days]


def board(session: Session, year: int, wish: Wish, *, now: datetime, today: date) -> Board:
    """Everything on the desk of that year: its days and the whole weeks that they lie in."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    rows = session.execute(_query(first - WEEK, last + WEEK, year)).all()
    entries = [_entry(row, now=now, today=today) for row in rows if row.occurrence_id is not None]
    waiting = [_waiting(row, today=today) for row in rows if row.occurrence_id is None]
    everything: list[Entry | Waiting] = [*(each for each in entries if each.touches(year)), *waiting]
    duties = _duties(session, year)
    return Board(
        year,
        duties[0].plan if duties else "",
        tuple(filter(wish.suits, entries)),
        tuple(filter(wish.suits, waiting)),
        tuple(
            DutyLine(**{each.name: getattr(row, each.name) for each in fields(DutyLine)}) for row in duties if row.id
        ),
        Counter(state for each in everything for state in each.states),
        len(everything),
        _named(pair for each in everything for pair in each.groups),
        _named((each.contact_id, each.contact) for each in everything if each.contact_id),
    )


def _query(first: date, last: date, year: int) -> Any:  # noqa: ANN401 - a select of thirty columns
    """Events with their occurrences on these days, and the events without a day that may fall in the year."""
    touching = and_(Occurrence.event_id == Event.id, Occurrence.first_day <= last, Occurrence.last_day >= first)
    undated = and_(
        Event.first_day.is_(None),
        Event.cancelled_at.is_(None),
        or_(
            Event.expected_start.is_(None),
            and_(Event.expected_start <= date(year, 12, 31), Event.expected_start >= date(year, 1, 1)),
        ),
    )
    return (
        select(*_columns())
        .select_from(Event)
        .outerjoin(Occurrence, touching)
        .outerjoin(Member, Member.id == Event.contact_id)
        .where(or_(and_(Occurrence.id.is_not(None), Event.first_day.is_not(None)), undated))
        .order_by(Occurrence.starts_at, Event.expected_start, Event.id)
    )


def _columns() -> list[Any]:
    return [
        Event.id.label("event_id"),
        Event.uid,
        Event.kind,
        func.coalesce(func.nullif(Occurrence.title, ""), Event.title).label("title"),
        Occurrence.theme,
        func.coalesce(func.nullif(Occurrence.place, ""), Event.place).label("place"),
        Event.zone,
        Event.rule,
        Event.per_year,
        Event.room_id,
        Event.online_url,
        Event.audience_all,
        Event.contact_id,
        func.coalesce(Member.name, "").label("contact"),
        Event.duty_id,
        Event.expected_start,
        Event.expected_end,
        Event.postponed_at,
        Occurrence.id.label("occurrence_id"),
        Occurrence.original_day,
        Occurrence.first_day,
        Occurrence.last_day,
        Occurrence.start_time,
        Occurrence.end_time,
        Occurrence.starts_at,
        Occurrence.ends_at,
        Occurrence.confirmed_at,
        func.coalesce(Occurrence.cancelled_at, Event.cancelled_at).label("cancelled_at"),
        Occurrence.moved_at,
        _groups().label("groups"),
        _named_members().label("named"),
        _moved().label("was_moved"),
        _told().label("told"),
    ]


def _groups() -> ScalarSelect[str]:
    pair = cast(Group.id, String) + BETWEEN + Group.name
    query = select(func.aggregate_strings(pair, AFTER)).join(AudienceGroup, AudienceGroup.group_id == Group.id)
    return query.where(AudienceGroup.event_id == Event.id).correlate(Event).scalar_subquery()


def _named_members() -> ColumnElement[bool]:
    return exists().where(AudienceMember.event_id == Event.id, AudienceMember.excluded.is_(False))


def _moved() -> ColumnElement[bool]:
    """An occurrence of a series has it written on itself; of a single event the book of acts knows."""
    act = exists().where(History.subject_type == "event", History.subject_id == Event.id, History.verb == "move")
    return or_(Occurrence.moved_at.is_not(None), and_(Event.rule == "", act))


def _told() -> ColumnElement[bool]:
    return exists().where(Reminder.occurrence_id == Occurrence.id, Reminder.cancelled_at.is_(None))


def _entry(row: Row[Any], *, now: datetime, today: date) -> Entry:
    values = {each.name: row._mapping[each.name] for each in fields(Entry) if each.name != "states"}  # noqa: SLF001
    values["groups"] = _pairs(row.groups)
    return Entry(**values, states=frozenset(_states(row, now=now, today=today)))


def _states(row: Row[Any], *, now: datetime, today: date) -> Iterable[State]:
    if row.cancelled_at:
        yield State.CANCELLED
        return
    yield State.CONFIRMED if row.confirmed_at else State.DRAFT
    if row.was_moved:
        yield State.MOVED
    if row.confirmed_at is None and row.last_day < today:
        yield State.OVERDUE
    if row.ends_at <= now:
        return
    if row.kind in ATTENDED and not (row.place or row.room_id or row.online_url):
        yield State.ROOMLESS
    if row.confirmed_at and not (row.told and (row.audience_all or row.groups or row.named)):
        yield State.UNTOLD


def _waiting(row: Row[Any], *, today: date) -> Waiting:
    values = {each.name: row._mapping[each.name] for each in fields(Waiting) if each.name != "states"}  # noqa: SLF001
    values["groups"] = _pairs(row.groups)
    late = bool(row.expected_end and row.expected_end < today)
    return Waiting(**values, states=frozenset({State.DRAFT, State.OVERDUE} if late else {State.DRAFT}))


def _pairs(text: str | None) -> tuple[tuple[int, str], ...]:
    parts = (pair.partition(BETWEEN) for pair in (text or "").split(AFTER) if pair)
    return tuple(sorted((int(number), name) for number, _, name in parts))


def _named(pairs: Iterable[tuple[int | None, str]]) -> tuple[tuple[int, str], ...]:
    found = {number: name for number, name in pairs if number is not None}
    return tuple(sorted(found.items(), key=lambda pair: pair[1].casefold()))


def _duties(session: Session, year: int) -> Sequence[Any]:
    def events(*which: ColumnElement[bool]) -> ScalarSelect[int]:
        query = select(func.count()).select_from(Event).where(Event.duty_id == Duty.id, *which)
        return query.correlate(Duty).scalar_subquery()

    alive = Event.cancelled_at.is_(None)
    query = (
        select(
            Plan.title.label("plan"),
            Duty.id,
            Duty.outline,
            Duty.text,
            Duty.expected_start,
            Duty.expected_end,
            events(alive, Event.first_day.is_not(None)).label("dated"),
            events(alive, Event.first_day.is_(None)).label("undated"),
        )
        .select_from(Plan)
        .outerjoin(Duty, Duty.plan_id == Plan.id)
        .where(Plan.year == year)
        .order_by(Plan.id.desc(), Duty.position)
    )
    return session.execute(query).all()
