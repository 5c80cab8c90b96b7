"""An occurrence as the public sees it: its value, and the one query that reads it.

Public is what was confirmed and is not internal. What was cancelled since stays in sight until its day is over, so that
those who meant to come learn of it; drafts are never shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import BindParameter, ColumnElement, Row, Select, and_, func, or_, select

from campaign.models import Event, Occurrence

# Columns of the tables: a question that names no mapped attribute costs half of one that does.
EVENT, OCCURRENCE = Event.__table__.c, Occurrence.__table__.c


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicOccurrence:
    """One occurrence as the public sees it. Days and times are those of ``zone``; the last day is included."""

    uid: str
    kind: str
    title: str
    theme: str
    place: str
    zone: str
    rule: str
    original_day: date
    first_day: date
    last_day: date
    start_time: time | None
    end_time: time | None
    starts_at: datetime
    ends_at: datetime
    cancelled_at: datetime | None
    moved_at: datetime | None

    @property
    def cancelled(self) -> bool:
        return self.cancelled_at is not None

    @property
    def month(self) -> tuple[int, int]:
        return self.first_day.year, self.first_day.month

    @property
    def series_day(self) -> date | None:
        """What tells this occurrence from the others of its series; nothing for one that stands alone."""
        return self.original_day if self.rule else None

    @property
    def start(self) -> date | datetime:
        return (
            self.first_day if self.start_time is None else datetime.combine(self.first_day, self.start_time, self._zone)
        )

    @property
    def end(self) -> date | datetime:
        if self.start_time is None:
            return self.last_day
        return datetime.combine(self.last_day, self.end_time or self.start_time, self._zone)

    @property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    def is_on(self, now: datetime) -> bool:
        return self.starts_at <= now < self.ends_at


def public(today: date | BindParameter[date]) -> ColumnElement[bool]:
    """Confirmed, not internal, and if cancelled, then not over yet."""
    return and_(
        EVENT.internal.is_(False),
        OCCURRENCE.confirmed_at.is_not(None),
        EVENT.confirmed_at.is_not(None),
        or_(and_(OCCURRENCE.cancelled_at.is_(None), EVENT.cancelled_at.is_(None)), OCCURRENCE.last_day >= today),
    )


@cache
def public_occurrences() -> Select[*tuple[Any, ...]]:
    """The columns of a ``PublicOccurrence``: the occurrence's own values, and the event's where it has none."""
    return select(
        EVENT.uid,
        EVENT.kind,
        func.coalesce(func.nullif(OCCURRENCE.title, ""), EVENT.title).label("title"),
        OCCURRENCE.theme,
        func.coalesce(func.nullif(OCCURRENCE.place, ""), EVENT.place).label("place"),
        EVENT.zone,
        EVENT.rule,
        OCCURRENCE.original_day,
        OCCURRENCE.first_day,
        OCCURRENCE.last_day,
        OCCURRENCE.start_time,
        OCCURRENCE.end_time,
        OCCURRENCE.starts_at,
        OCCURRENCE.ends_at,
        func.coalesce(OCCURRENCE.cancelled_at, EVENT.cancelled_at).label("cancelled_at"),
        OCCURRENCE.moved_at,
    ).join_from(Occurrence.__table__, Event.__table__, EVENT.id == OCCURRENCE.event_id)


H = TypeVar("H", bound=PublicOccurrence)


def public_occurrence(row: Row[Any], kind: type[H]) -> H:
    """The value of a row of ``public_occurrences``, with the columns that ``kind`` has beside the plain ones."""
    return kind(**row._mapping)  # noqa: SLF001 - public, whatever its name
