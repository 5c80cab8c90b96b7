"""The state of an event as its readers are told it, and what differs between two such states.

A state is JSON: status, title, place …; ``when`` of a series holds its rule as well, and ``days`` what some of its
occurrences have of their own. A state from an earlier version may lack fields: what it does not say does not differ.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, TypeAlias

from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.calendar.draft import FIELDS, draft_of, json_of_value, of_occurrence
from campaign.calendar.when import When, json_of
from campaign.models import AnnouncedState, AudienceGroup, Event, Group, Occurrence
from campaign.reason import CancelCause

State: TypeAlias = Mapping[str, Any]
Differences: TypeAlias = Mapping[str, tuple[Any, Any]]
LIVE, POSTPONED, CANCELLED, DRAFT = "live", "postponed", "cancelled", "draft"
INFORMATION, CHANGE, CANCELLATION, POSTPONEMENT, RESUMPTION = (
    "information",
    "change",
    "cancellation",
    "postponement",
    "resumption",
)
"""The mails that bring a reader from one state to another; ``INFORMATION``: who was told nothing so far."""
NAMES = tuple(
    name
    for name, each in FIELDS.items()
    if each.storage == "column" and name != "rule" and (each.announced or each.shown & {"mail", "report"})
)
COMPARED = ("when", *(name for name in NAMES if FIELDS[name].announced), "participants", "theme", "slogans")


def state_of(session: Session, event: Event, occurrence: Occurrence | None = None, *, now: datetime) -> dict[str, Any]:
    """The event as it is now; of one that is confirmed year by year, ``occurrence`` is the year."""
    draft = draft_of(session, event)
    one = occurrence if event.per_year else None if event.rule else _only(session, event)
    if one is not None:
        draft = of_occurrence(draft, one)
    is_series = bool(event.rule) and not event.per_year
    when: Any = json_of(draft.when)
    return {
        "status": _status(event, one),
        "when": {"when": when, "rule": event.rule} if is_series and when else when,
        **{name: json_of_value(getattr(draft, name)) for name in NAMES},
        "participants": _groups(session, event.id),
        "theme": one.theme if one else "",
        "slogans": list(one.slogans) if one else [],
        "days": _days(session, event, now) if is_series and event.cancelled_at is None else {},
    }


def digest(state: State) -> str:
    written = json.dumps(state, ensure_ascii=False, sort_keys=True).encode()
    return hashlib.sha256(written).hexdigest()[:16]


def kept(session: Session, event_id: int, occurrence_id: int | None, base: str) -> dict[str, Any] | None:
    """The state with this digest that a mail announced; None for no digest."""
    if not base:
        return None
    of = AnnouncedState.event_id == event_id, AnnouncedState.occurrence_id.is_not_distinct_from(occurrence_id)
    return session.scalars(select(AnnouncedState.facts).where(*of, AnnouncedState.digest == base).limit(1)).first()


def differences(base: State, present: State, *, today: date, day: str = "") -> dict[str, tuple[Any, Any]]:
    """Field → old and new value; a day of a series → what it had and has. ``day``: of the days only this one."""
    found = {
        name: (base[name], present[name])
        for name in COMPARED
        if name in base and name in present and base[name] != present[name]
    }
    if base["status"] == CANCELLED and present["status"] == LIVE:
        found["status"] = (CANCELLED, LIVE)
    old, new = base.get("days", {}), present.get("days", {})
    known = base if base.get("when") else {**present, "days": {}}  # of a series without a day no day was known
    for each in sorted({*old, *new} if not day else {day}):
        is_given = each in new or "when" not in found
        pair = day_of(known, each), day_of(present, each)
        if old.get(each) != new.get(each) and is_given and max(side["when"][1] for side in pair) >= today.isoformat():
            found[each] = pair
    return found


def day_of(state: State, day: str) -> dict[str, Any]:
    """One occurrence of a series: what it has of its own, else as the series gives it."""
    own = state.get("days", {}).get(day)
    if own:
        return dict(own)
    first, last, start, end = state["when"]["when"] if isinstance(state["when"], dict) else ("", "", "", "")
    length = date.fromisoformat(last) - date.fromisoformat(first) if first else date.resolution * 0
    until = date.fromisoformat(day) + length
    return {"when": [day, until.isoformat(), start, end], "title": "", "place": "", "cancelled": False, "reason": ""}


def mail_between(base: State, present: State, *, today: date) -> str:
    """Which mail brings a reader from the one state to the other; "" for none."""
    old, new = base["status"], present["status"]
    if new == DRAFT or old == new == CANCELLED:
        return ""
    if new == CANCELLED:
        return CANCELLATION
    if new == POSTPONED and old != POSTPONED:
        return POSTPONEMENT
    if new == LIVE and old == CANCELLED:
        return RESUMPTION
    changed = differences(base, present, today=today)
    if changed and all(name not in COMPARED and side[1]["cancelled"] for name, side in changed.items()):
        return CANCELLATION
    return CHANGE if changed else ""


def mail_for(base: State | None, present: State, since: State, *, today: date) -> str:
    """The mail for a reader who knows ``base``; "" for none.

    Who was told nothing is informed of a change of what takes place. ``since``: the state before what was done.
    """
    if base is not None:
        return mail_between(base, present, today=today)
    is_live = present["status"] == LIVE and since.get("status") in (LIVE, POSTPONED)
    return INFORMATION if is_live and mail_between(since, present, today=today) == CHANGE else ""


def known_after(base: State | None, present: State, mail: str, *, day: str = "") -> dict[str, Any]:
    """What a reader knows who knew ``base`` and reads this mail; ``day``: the mail is about this day of a series."""
    if mail == CANCELLATION and present["status"] == CANCELLED and base is not None:
        return {**base, "status": CANCELLED}
    if not day:
        return dict(present)
    others = {each: own for each, own in (base or {}).get("days", {}).items() if each != day}
    own = present["days"].get(day)
    return {**present, "days": {**others, **({day: own} if own else {})}}


def part(session: Session, event: Event, later: Event, cut: date, rules: Callable[[str], tuple[str, str]]) -> None:
    """What was told of a series is, from the day ``cut`` on, what was told of the one that goes on from there.

    ``rules``: the rule up to that day and from it on, of a rule that was told.
    """
    day, told = cut.isoformat(), select(AnnouncedState).where(AnnouncedState.event_id == event.id)
    for row in session.scalars(told).all():
        if not isinstance(row.facts["when"], dict):
            continue
        ended, remaining = rules(row.facts["when"]["rule"])
        first, last, *hours = row.facts["when"]["when"]
        until = cut + (date.fromisoformat(last) - date.fromisoformat(first))
        days = row.facts.get("days", {})
        to_come = {
            **row.facts,
            "when": {"when": [day, until.isoformat(), *hours], "rule": remaining},
            "days": {each: own for each, own in days.items() if each >= day},
        }
        session.add(AnnouncedState(content_id=row.content_id, event_id=later.id, digest=digest(to_come), facts=to_come))
        row.facts = {
            **row.facts,
            "when": {"when": [first, last, *hours], "rule": ended},
            "days": {each: own for each, own in days.items() if each < day},
        }
        row.digest = digest(row.facts)
    session.flush()


def _status(event: Event, one: Occurrence | None) -> str:
    if event.confirmed_at is None or (event.per_year and (one is None or one.confirmed_at is None)):
        return DRAFT
    if event.cancelled_at or (one is not None and one.cancelled_at):
        return CANCELLED
    return LIVE if event.first_day else POSTPONED


def _only(session: Session, event: Event) -> Occurrence | None:
    """The occurrence of an event that does not repeat; none while it is unscheduled."""
    query = select(Occurrence).where(Occurrence.event_id == event.id, Occurrence.original_day == event.first_day)
    return session.scalars(query).first() if event.first_day else None


def _groups(session: Session, event_id: int) -> list[str]:
    query = select(Group.name).join(AudienceGroup, AudienceGroup.group_id == Group.id)
    return list(session.scalars(query.where(AudienceGroup.event_id == event_id).order_by(Group.id)))


def _days(session: Session, event: Event, now: datetime) -> dict[str, Any]:
    """What the occurrences to come have of their own; what the series itself took away is no cancellation."""
    coming = Occurrence.event_id == event.id, Occurrence.ends_at > now, Occurrence.cancel_cause != CancelCause.SERIES
    return {
        each.original_day.isoformat(): {
            "when": When.of_occurrence(each).to_json(),
            "title": each.title,
            "place": each.place,
            "description": each.description,
            "theme": each.theme,
            "slogans": list(each.slogans),
            "cancelled": each.cancelled_at is not None,
            "reason": each.cancel_reason if each.cancelled_at else "",
        }
        for each in session.scalars(select(Occurrence).where(*coming).order_by(Occurrence.original_day))
        if each.is_touched
    }
