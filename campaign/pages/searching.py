"""Search over everything that the desk knows: events of every state, people, groups, rooms, duties."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Date, Select, String, case, cast, literal, null, or_, select, union_all
from sqlalchemy.orm import Session

from campaign.collation import name_key, title_key
from campaign.dates.written import plain
from campaign.models import Duty, Event, Group, Member, Occurrence, Plan, Room
from campaign.paging import Within, events_within, has_words, members_within

MOST = 20
LEAST_LETTERS = 2
SORTS = ("event", "member", "group", "room", "duty")
LABELS = ("sort", "key", "name", "detail", "state", "day")


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found. ``key`` is what its page's address needs; ``detail`` says more of it; ``day`` is its day."""

    sort: str
    key: str
    name: str
    detail: str
    state: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Found:
    """Hits by sort, each sort's best first; ``more`` names the sorts of which only the first are here."""

    hits: dict[str, list[Hit]] = field(default_factory=dict)
    more: frozenset[str] = frozenset()

    @property
    def count(self) -> int:
        return sum(map(len, self.hits.values()))


def search(session: Session, words: str, *, today: date, within: Within = None) -> Found:
    """What has all these words in it, tone marks or not. One question, whatever it finds."""
    if len(plain(words)) < LEAST_LETTERS:
        return Found()
    parts = [_events(words, today, within), _people(words, within), _groups(words, within), _rooms(words)]
    parts += [_duties(words)] if within is None else []
    columns = [part.limit(MOST + 1).subquery() for part in parts]
    hits: dict[str, list[Hit]] = {}
    for row in session.execute(union_all(*(select(each) for each in columns))):
        hits.setdefault(row.sort, []).append(Hit(*row))
    more = frozenset(sort for sort, found in hits.items() if len(found) > MOST)
    return Found({sort: _in_order(sort, hits[sort], today)[:MOST] for sort in SORTS if sort in hits}, more)


def _in_order(sort: str, hits: list[Hit], today: date) -> list[Hit]:
    if sort == "event":
        return sorted(
            hits, key=lambda hit: (hit.day is None, hit.day is not None and hit.day < today, _far(hit, today))
        )
    return (
        hits
        if sort == "duty"
        else sorted(hits, key=lambda hit: (name_key if sort == "member" else title_key)(hit.name))
    )


def _far(hit: Hit, today: date) -> int:
    return abs((hit.day - today).days) if hit.day else 0


def _events(words: str, today: date, within: Within) -> Select[*tuple[Any, ...]]:
    """What is to come first, the next one before the others; then what is past, the latest first; then the rest."""
    own = select(Occurrence.event_id).where(has_words(Occurrence, words))
    state = case(
        (Event.cancelled_at.is_not(None), "cancelled"),
        (Event.postponed_at.is_not(None), "postponed"),
        (Event.first_day.is_(None), "unscheduled"),
        (Event.confirmed_at.is_(None), "draft"),
        else_="confirmed",
    )
    order = (
        Event.first_day.is_(None),
        Event.first_day < today,
        case((Event.first_day >= today, Event.first_day)),
        case((Event.first_day < today, Event.first_day)).desc(),
        Event.id,
    )
    wanted = or_(has_words(Event, words), Event.id.in_(own)), events_within(within)
    return _hit("event", Event.uid, Event.title, Event.place, state, Event.first_day).where(*wanted).order_by(*order)


def _people(words: str, within: Within) -> Select[*tuple[Any, ...]]:
    state = case((Member.left_at.is_not(None), "left"), else_="")
    wanted = has_words(Member, words), members_within(within)
    query = _hit("member", cast(Member.id, String), Member.name, Member.address, state).where(*wanted)
    return query.order_by(Member.left_at.is_not(None), Member.sort_key, Member.id)


def _groups(words: str, within: Within) -> Select[*tuple[Any, ...]]:
    query = _hit("group", Group.slug, Group.name, Group.kind, "").where(has_words(Group, words))
    return (query if within is None else query.where(Group.id.in_(within))).order_by(Group.name, Group.id)


def _rooms(words: str) -> Select[*tuple[Any, ...]]:
    query = _hit("room", cast(Room.id, String), Room.name, Room.place, "").where(has_words(Room, words))
    return query.order_by(Room.name, Room.id)


def _duties(words: str) -> Select[*tuple[Any, ...]]:
    """Clauses of every year's plan, the newest plan first."""
    year = cast(Plan.year, String)
    query = _hit("duty", cast(Duty.id, String), Duty.text, Duty.outline, year).join(Plan, Plan.id == Duty.plan_id)
    return query.where(has_words(Duty, words)).order_by(Plan.year.desc(), Duty.position)


def _hit(*columns: Any) -> Select[*tuple[Any, ...]]:  # noqa: ANN401 - words or columns
    """A question whose rows are hits; without a day, none."""
    values = [literal(each) if isinstance(each, str) else each for each in columns]
    values += [cast(null(), Date)] * (len(LABELS) - len(values))
    return select(*(value.label(label) for value, label in zip(values, LABELS, strict=True)))
