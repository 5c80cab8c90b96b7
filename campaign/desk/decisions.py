"""What an organizer decides about a scheduled event: confirm, move, postpone, call off, take back, give a theme.

Each verb is a change of ``campaign.calendar.changes`` with its history and its notice. A verb that finds its work
already done changes nothing and returns False, so that of twenty who click at once one has an effect.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from campaign import audit
from campaign.audit import By
from campaign.calendar import changes
from campaign.calendar.agency import Agency
from campaign.calendar.when import When, json_of
from campaign.desk import notices
from campaign.desk.scheduling import SUBJECT, agree
from campaign.errors import InvalidInput
from campaign.models import Event, Occurrence
from campaign.reason import Reason

LONGEST_REASON = 1000


def confirm(
    session: Session,
    event: Event,
    occurrence: Occurrence | None = None,
    *,
    agency: Agency,
    now: datetime,
    by: By,
    invite: bool = False,
    version: int | None = None,
) -> bool:
    """Publish the event, or one year of an event that is confirmed year by year; ``invite`` also sends the letter."""
    changes.lock(session, event)
    if event.per_year and occurrence is None:
        raise InvalidInput("“{title}” được xác nhận theo từng năm; hãy chọn năm.", title=event.title)
    one = occurrence if event.per_year else None
    if one is not None:
        changes.lock_occurrence(session, one)
    if (one.confirmed_at if one else event.confirmed_at) and not event.cancelled_at:
        return False
    agree(session, event, version)
    if one is not None:
        changes.confirm_year(session, event, one, agency=agency, now=now, by=by.name)
    else:
        changes.confirm(session, event, agency=agency, now=now, by=by.name)
    changes.touch(event)
    new = {"confirmed_at": now.isoformat(), **_which(event, one)}
    _record(session, event, "confirm", {"confirmed_at": None}, new, now=now, by=by)
    if invite:
        notices.note_invitation(session, event, one, now=now, by=by)
    return True


def cancel(
    session: Session,
    event: Event,
    occurrence: Occurrence | None = None,
    *,
    reason: str,
    agency: Agency,
    now: datetime,
    by: By,
    notify: bool,
    version: int | None = None,
) -> bool:
    """Call off the event or one occurrence of a series: reminders stop; ``notify``: one notice goes out at once."""
    reason = _reason(reason)
    changes.lock(session, event)
    one = occurrence if event.rule else None
    if one is not None:
        changes.lock_occurrence(session, one)
    if event.cancelled_at or (one and one.cancelled_at):
        return False
    agree(session, event, version)
    before = notices.reach(session, event, one, now=now)
    if one is not None:
        changes.cancel_one(session, event, one, agency=agency, now=now, by=by.name, reason=reason)
    else:
        changes.cancel(session, event, agency=agency, now=now, by=by.name, reason=reason)
    changes.touch(event)
    new = {"cancelled_at": now.isoformat(), "cancel_reason": reason, **_which(event, one)}
    _record(session, event, "cancel", {"cancelled_at": None}, new, now=now, by=by)
    notices.note_cancellation(session, event, one, before=before, now=now, by=by, reason=reason, notify=notify)
    return True


def reopen(
    session: Session, event: Event, *, agency: Agency, now: datetime, by: By, version: int | None = None
) -> bool:
    """Take a cancellation back; the event is a draft again and is confirmed anew."""
    changes.lock(session, event)
    if event.cancelled_at is None:
        return False
    agree(session, event, version)
    old = {"cancelled_at": event.cancelled_at.isoformat(), "cancel_reason": event.cancel_reason}
    changes.reopen(session, event, agency=agency, now=now)
    changes.touch(event)
    notices.withdraw(session, event, now=now, reason=Reason.REOPENED, kind=notices.CANCELLATION)
    _record(session, event, "reopen", old, {"cancelled_at": None}, now=now, by=by)
    return True


def postpone(
    session: Session,
    event: Event,
    *,
    agency: Agency,
    now: datetime,
    by: By,
    notify: bool,
    reason: str = "",
    version: int | None = None,
) -> bool:
    """Put the event off without a new date: it waits among the unscheduled, and (``notify``) its audience learns so."""
    changes.lock(session, event)
    if event.first_day is None:
        return False
    refuse_cancelled(event)
    agree(session, event, version)
    before = notices.reach(session, event, now=now)
    was = json_of(When.of(event))
    changes.postpone(session, event, agency=agency, now=now)
    changes.touch(event)
    new = {"when": None, "reason": reason.strip()}
    _record(session, event, "postpone", {"when": was}, new, now=now, by=by)
    facts = {"when": (was, None)}
    notices.note_change(session, event, facts, before=before, window=agency.window, now=now, by=by, notify=notify)
    return True


def move(
    session: Session,
    event: Event,
    occurrence: Occurrence | None,
    to: When,
    *,
    agency: Agency,
    now: datetime,
    by: By,
    notify: bool,
    version: int | None = None,
) -> bool:
    """Lay the event on other days or times; of a series the given occurrence alone, else the occurrence may be None."""
    to.check()
    changes.lock(session, event)
    refuse_cancelled(event)
    one = occurrence if event.rule and event.is_scheduled else None
    if one is not None:
        changes.lock_occurrence(session, one)
        refuse_cancelled(event, one)
    elif event.rule and event.is_scheduled:
        raise InvalidInput("“{title}” lặp lại nhiều lần; hãy chọn lần cần dời.", title=event.title)
    was, will = json_of(When.of_occurrence(one) if one else When.of(event)), to.to_json()
    if was == will:
        return False
    agree(session, event, version)
    before = notices.reach(session, event, one, now=now)
    if one is not None:
        one.move(to.first, to.last, to.start, to.end, now=now)
    else:
        event.schedule(to.first, to.last, to.start, to.end)
    changes.rebuild(session, event, agency=agency, now=now)
    changes.touch(event)
    _record(session, event, "move", {"when": was}, {"when": will, **_which(event, one)}, now=now, by=by)
    facts = {"when": (was, will)}
    notices.note_change(session, event, facts, one, before=before, window=agency.window, now=now, by=by, notify=notify)
    return True


def give_theme(
    session: Session,
    event: Event,
    occurrence: Occurrence,
    *,
    theme: str,
    slogans: Sequence[str] = (),
    place: str = "",
    agency: Agency,
    now: datetime,
    by: By,
    notify: bool = False,
) -> bool:
    """Give one year its theme, slogans and place; empty ones are as the event says."""
    changes.lock(session, event)
    changes.lock_occurrence(session, occurrence)
    facts = theme_facts(occurrence, theme=theme, slogans=slogans, place=place)
    if not facts:
        return False
    for name, (_was, will) in facts.items():
        setattr(occurrence, name, will)
    changes.rebuild(session, event, agency=agency, now=now)
    changes.touch(event)
    old, new = {name: pair[0] for name, pair in facts.items()}, {name: pair[1] for name, pair in facts.items()}
    _record(session, event, "theme", old, {**new, **_which(event, occurrence)}, now=now, by=by)
    # Of an event that does not repeat, the theme is told with whatever else of it changed.
    one = occurrence if event.rule else None
    before = notices.reach(session, event, one, now=now)
    notices.note_change(session, event, facts, one, before=before, window=agency.window, now=now, by=by, notify=notify)
    return True


def theme_facts(occurrence: Occurrence, *, theme: str, slogans: Sequence[str], place: str) -> notices.Facts:
    """What giving the year these words changes, old and new."""
    lines = [line.strip() for line in slogans if line.strip()]
    facts = {
        "theme": (occurrence.theme, theme.strip()),
        "slogans": (list(occurrence.slogans), lines),
        "place": (occurrence.place, place.strip()),
    }
    return {name: pair for name, pair in facts.items() if pair[0] != pair[1]}


def refuse_cancelled(event: Event, one: Occurrence | None = None) -> None:
    """What was called off is reopened first, so that nobody is led to believe that it takes place."""
    if event.cancelled_at or (one and one.cancelled_at):
        raise InvalidInput("“{title}” đã hủy; hãy mở lại trước khi thay đổi.", title=event.title)


def _which(event: Event, one: Occurrence | None) -> dict[str, str]:
    """Which occurrence of a series an act was about."""
    return {"occurrence": one.original_day.isoformat()} if one is not None and event.rule else {}


def _reason(text: str) -> str:
    reason = " ".join(text.split())
    if not reason:
        raise InvalidInput("Hãy ghi lý do hủy: người dự sẽ đọc lý do này.")
    if len(reason) > LONGEST_REASON:
        raise InvalidInput("Lý do hủy dài quá {most} ký tự.", most=LONGEST_REASON)
    return reason


def _record(
    session: Session, event: Event, verb: str, old: Mapping[str, Any], new: Mapping[str, Any], *, now: datetime, by: By
) -> None:
    audit.record(
        session,
        now=now,
        by=by,
        verb=verb,
        subject_type=SUBJECT,
        subject_id=event.id,
        title=event.title,
        old=old,
        new=new,
    )
