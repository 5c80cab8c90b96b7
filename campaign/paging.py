"""Pages of long lists, search by words, and queries limited to the groups that a user may see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Select, exists, func, select, true, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session

from campaign.dates.written import plain
from campaign.models import AudienceGroup, AudienceMember, Event, Member, membership
from campaign.models.searched import Searched

SIZE = 50
MOST_WORDS = 8
Row = TypeVar("Row")

Within = frozenset[int] | None
"""The groups that a person is limited to; None: sees everything."""
LIMIT = "limited to groups"
"""Under which name a session knows whom it reads for: what no caller may forget to ask is asked of the session."""


def limit_of(session: Session) -> Within:
    """The groups to which the person is limited for whom this session reads."""
    limit: Within = session.info.get(LIMIT)
    return limit


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """One page of a list; ``count`` is how many rows the whole list has. Pages count from 1."""

    rows: tuple[Row, ...]
    number: int
    count: int

    @property
    def last(self) -> int:
        return max(1, -(-self.count // SIZE))


def page_of(session: Session, query: Select[Any], key: InstrumentedAttribute[int], number: int) -> Page[Any]:
    """The page of an ordered query for one noun, and the number of all its rows, in one query.

    ``key``: the noun's id, by which the rows are counted without being read. A page beyond the end has no rows.
    """
    counted = select(func.count()).select_from(query.with_only_columns(key).order_by(None).subquery()).scalar_subquery()
    paged = query.add_columns(counted).limit(SIZE).offset((max(number, 1) - 1) * SIZE)
    rows = list(session.execute(paged))
    return Page(tuple(row[0] for row in rows), number, rows[0][-1] if rows else 0)


def latest_first(
    query: Select[Any],
    key: InstrumentedAttribute[int],
    moment: InstrumentedAttribute[datetime] | None,
    *,
    before: int | None,
) -> Select[Any]:
    """The rows in descending order of their ids, from the row ``before`` on.

    With ``moment``, a column with an index, in descending order of that: for queries about days, for which the
    database would otherwise walk all that is later.
    """
    order = (key,) if moment is None else (moment, key)
    if before is not None:
        last = (before,) if moment is None else (select(moment).where(key == before).scalar_subquery(), before)
        query = query.where(tuple_(*order) < tuple_(*last))
    return query.order_by(*(column.desc() for column in order))


def has_words(noun: type[Searched], words: str) -> ColumnElement[bool]:
    """Every one of these words stands somewhere in the row, whatever marks they are written with."""
    found: ColumnElement[bool] = true()
    for word in plain(words).split()[:MOST_WORDS]:
        found = found & noun.search_text.contains(word, autoescape=True)
    return found


def members_within(groups: Within) -> ColumnElement[bool]:
    """The members that somebody limited to these groups may see."""
    if groups is None:
        return true()
    mine = membership.c.member_id == Member.id, membership.c.group_id.in_(groups)
    return exists(select(membership.c.member_id).where(*mine))


def members_named(groups: Within) -> ColumnElement[bool]:
    """The members whom somebody limited to these groups may name: those, and who is named in their groups' events."""
    if groups is None:
        return true()
    mine = select(AudienceGroup.event_id).where(AudienceGroup.group_id.in_(groups))
    listed = select(AudienceMember.member_id).where(AudienceMember.event_id.in_(mine))
    contacts = select(Event.contact_id).where(Event.id.in_(mine), Event.contact_id.is_not(None))
    return members_within(groups) | Member.id.in_(listed) | Member.id.in_(contacts)


def events_open_to(groups: Within) -> ColumnElement[bool]:
    """The events whose page somebody limited to these groups may open: drafts of other groups are not among them."""
    return true() if groups is None else events_within(groups) | Event.confirmed_at.is_not(None)


def events_within(groups: Within) -> ColumnElement[bool]:
    """The events that somebody limited to these groups may see."""
    if groups is None:
        return true()
    mine = AudienceGroup.event_id == Event.id, AudienceGroup.group_id.in_(groups)
    return Event.audience_all | exists(select(AudienceGroup.event_id).where(*mine))
