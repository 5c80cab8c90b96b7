"""The choices that the form of an event offers, and members looked up by the name or address typed into it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from campaign.dates.spans import Span
from campaign.dates.written import plain
from campaign.desk.next_year_dates import month_of
from campaign.errors import InvalidInput
from campaign.kinds import PERIODS
from campaign.models import Duty, Event, Group, Member, Plan, Room
from campaign.paging import events_open_to, has_words, limit_of, members_named

Pairs = list[tuple[int, str]]
QUARTERS = range(1, 5)
LONGEST_CLAUSE = 110
MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class FormChoices:
    """Ids with names, each list in the order in which it is offered."""

    rooms: Pairs
    groups: Pairs
    campaigns: Pairs
    duties: Pairs


def form_choices(session: Session, year: int) -> FormChoices:
    """For an event of that year, or as near to it as its duties and campaigns reach. Four queries."""
    around, limit = (year - 1, year + 1), limit_of(session)
    groups = select(Group.id, Group.name).order_by(Group.kind.desc(), Group.name)
    if limit is not None:
        groups = groups.where(Group.id.in_(limit))
    whole = (
        select(Event.id, Event.title)
        .where(Event.kind.in_(PERIODS), Event.cancelled_at.is_(None), events_open_to(limit))
        .where(or_(Event.rule != "", Event.first_day.is_(None), Event.first_day >= date(around[0], 1, 1)))
        .order_by(Event.first_day, Event.id)
    )
    duties = (
        select(Duty.id, Duty.outline, Duty.text)
        .join(Plan, Plan.id == Duty.plan_id)
        .where(Plan.year.between(*around))
        .order_by(Plan.year.desc(), Plan.id.desc(), Duty.position)
    )
    return FormChoices(
        [(room.id, _room(room)) for room in session.scalars(select(Room).order_by(Room.name))],
        [(row.id, row.name) for row in session.execute(groups)],
        [(row.id, row.title) for row in session.execute(whole)],
        [(row.id, _clause(f"{row.outline} {row.text}".strip())) for row in session.execute(duties)],
    )


def _room(room: Room) -> str:
    return f"{room.text} ({room.capacity})" if room.capacity else room.text


def _clause(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_CLAUSE else line[:LONGEST_CLAUSE].rsplit(" ", 1)[0] + "…"


def periods(year: int) -> dict[str, tuple[str, Span]]:
    """When something without a day may be expected: key → precision and span, the months before the quarters."""
    found = {f"{year}-{n:02}": ("month", month_of(date(year, n, 1))) for n in range(1, 13)}
    for n in QUARTERS:
        span = Span(date(year, 3 * n - 2, 1), month_of(date(year, 3 * n, 1)).last)
        found[f"{year}-Q{n}"] = ("quarter", span)
    found[str(year)] = ("year", Span(date(year, 1, 1), date(year, 12, 31)))
    return found


def members_called(session: Session, lines: Sequence[str]) -> list[int]:
    """The ids of the members whom each line names, by address, by full name, or by a part that no other name has.

    Raises ``InvalidInput`` for the first line that names nobody, or more than one.
    """
    if not lines:
        return []
    keys = [_key(line) for line in lines]
    wanted = or_(Member.address_key.in_([key.casefold() for key in keys]), Member.name.in_(keys))
    rows = session.execute(
        select(Member.id, Member.name, Member.address_key).where(
            wanted, Member.left_at.is_(None), members_named(limit_of(session))
        )
    ).all()
    found: list[int] = []
    for line, key in zip(lines, keys, strict=True):
        ids = [row.id for row in rows if key in (row.name, row.address_key) or key.casefold() == row.address_key]
        found.append(_one(line, ids) if ids else _named_in_part(session, line, key))
    return found


def _named_in_part(session: Session, line: str, key: str) -> int:
    """The one member whose name has these words, with or without their marks."""
    words = plain(key).split()
    wanted = has_words(Member, key), Member.left_at.is_(None), members_named(limit_of(session))
    query = select(Member.id, Member.name, Member.address).where(*wanted).order_by(Member.name)
    rows = [row for row in session.execute(query) if words and all(word in plain(row.name) for word in words)]
    if not rows:
        raise InvalidInput("Không tìm thấy “{line}” trong danh sách; hãy ghi đúng họ tên hoặc địa chỉ thư.", line=line)
    if len(rows) > 1:
        names = ", ".join(f"{row.name} <{row.address}>" for row in rows[:MOST_NAMED])
        raise InvalidInput("Có {count} người hợp với “{line}”: {names}.", count=len(rows), line=line, names=names)
    return int(rows[0].id)


def _one(line: str, ids: list[int]) -> int:
    if len(ids) > 1:
        raise InvalidInput("Có {count} người tên “{line}”; hãy ghi địa chỉ thư.", count=len(ids), line=line)
    return ids[0]


def _key(line: str) -> str:
    """What is between the brackets of "Nguyễn Thị A <a@example.org>", else the whole line."""
    before, bracket, inside = unicodedata.normalize("NFC", line).partition("<")
    return " ".join((inside.partition(">")[0] if bracket else before).split())


def called(session: Session, ids: Iterable[int]) -> tuple[str, ...]:
    """Members as the form writes them, in the order of their names."""
    wanted = list(ids)
    if not wanted:
        return ()
    rows = session.execute(select(Member.name, Member.address).where(Member.id.in_(wanted)).order_by(Member.name))
    return tuple(f"{row.name} <{row.address}>" for row in rows)
