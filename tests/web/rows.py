"""Rows for the page tests: events and their occurrences, as the planning makes them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from campaign.models import Event, Occurrence

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2027, 3, 5, 2, tzinfo=UTC)
TODAY = date(2027, 3, 5)
BEFORE = datetime(2027, 1, 4, 2, tzinfo=UTC)
_numbers = count(1)


def event(
    session: Session,
    title: str,
    first: date,
    last: date | None = None,
    start: time | None = None,
    end: time | None = None,
    *,
    kind: str = "seminar",
    draft: bool = False,
    again: tuple[date, ...] = (),
    occurrence: dict[str, object] | None = None,
    **values: object,
) -> Event:
    """A confirmed (or draft) event, flushed, with its occurrence, and others ``again`` on later days."""
    last = last or first
    confirmed = None if draft else BEFORE
    made = Event(
        uid=str(values.pop("uid", f"{next(_numbers)}@example.org")),
        kind=kind,
        title=title,
        first_day=first,
        last_day=last,
        start_time=start,
        end_time=end,
        created_at=BEFORE,
        changed_at=BEFORE,
        confirmed_at=confirmed,
        **values,
    )
    session.add(made)
    session.flush()
    for day in (first, *again):
        closing = day + (last - first)
        session.add(
            Occurrence(
                event_id=made.id,
                original_day=day,
                first_day=day,
                last_day=closing,
                start_time=start,
                end_time=end,
                starts_at=datetime.combine(day, start or time(), ZONE),
                ends_at=datetime.combine(closing, end, ZONE)
                if end
                else datetime.combine(closing + timedelta(days=1), time(), ZONE),
                confirmed_at=confirmed,
                **(occurrence or {}),
            )
        )
    session.flush()
    return made
