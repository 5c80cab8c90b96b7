"""Decisions about a scheduled event: confirm, move, postpone, cancel, reopen, give a year its theme.

Each verb is a change of ``campaign.calendar.changes`` with its history and its notice. A verb that finds its work
already done changes nothing and returns False, so that of twenty who click at once one has an effect.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from campaign.audit import PROGRAM, Act
from campaign.calendar import changes
from campaign.calendar.agency import UnitOfWork
from campaign.calendar.draft import sides
from campaign.calendar.series import NOBODY
from campaign.calendar.when import When, json_of
from campaign.desk import notices
from campaign.desk.scheduling import agree
from campaign.errors import InvalidInput
from campaign.models import Event, Occurrence
from campaign.reason import CancelCause, Reason

LONGEST_REASON = 1000


def confirm(
    work: UnitOfWork,
    event: Event,
    occurrence: Occurrence | None = None,
    *,
    invite: bool = False,
    version: int | None = None,
) -> bool:
    """Publish the event, or one year of an event that is confirmed year by year; ``invite`` also sends the letter."""
    changes.lock(work.session, event)
    if event.per_year and occurrence is None:
        raise InvalidInput("“{title}” được xác nhận theo từng năm; hãy chọn năm.", title=event.title)
    one = occurrence if event.per_year else None
    if one is not None:
        changes.lock_occurrence(work.session, one)
    unattended = one is not None and bool(one.confirmed_at) and one.confirmed_by == NOBODY
    if (one.confirmed_at if one else event.confirmed_at) and not event.cancelled_at and not unattended:
        return False
    agree(work.session, event, version)
    if one is not None and unattended:
        one.undo_confirmation()
    if one is not None:
        changes.confirm_year(work, event, one)
    else:
        changes.confirm(work, event)
    changes.touch(event)
    new = {"confirmed_at": work.now.isoformat(), **which(event, one)}
    work.record("confirm", event, {"confirmed_at": None}, new)
    if invite:
        notices.note_invitation(work, event, one)
    return True


def cancel(
    work: UnitOfWork,
    event: Event,
    occurrence: Occurrence | None = None,
    *,
    reason: str,
    notify: bool,
    version: int | None = None,
) -> bool:
    """Call off the event or one occurrence of a series: reminders stop; ``notify``: one notice, after the window."""
    reason = _reason(reason)
    changes.lock(work.session, event)
    one = occurrence if event.rule else None
    if one is not None:
        changes.lock_occurrence(work.session, one)
    if event.cancelled_at or (one and one.cancelled_at):
        return False
    agree(work.session, event, version)
    before = notices.standing(Act(work.session, work.now, PROGRAM), event, one)
    if one is not None:
        changes.cancel_one(work, event, one, reason=reason)
    else:
        changes.cancel(work, event, reason=reason)
    changes.touch(event)
    new = {"cancelled_at": work.now.isoformat(), "cancel_reason": reason, **which(event, one)}
    work.record("cancel", event, {"cancelled_at": None}, new)
    is_whole = one is None or event.per_year
    if is_whole:
        act = Act(work.session, work.now, PROGRAM)
        notices.withdraw(act, event, one, reason=Reason.CANCELLED, spared=notices.UPDATES if notify else ())
    notices.note_change(work, event, one, before=before, notify=notify, reason=reason if is_whole else "")
    return True


def reopen(
    work: UnitOfWork, event: Event, occurrence: Occurrence | None = None, *, notify: bool, version: int | None = None
) -> bool:
    """Take a cancellation back: what was confirmed takes place again, and (``notify``) those who were told learn so."""
    changes.lock(work.session, event)
    one = occurrence if event.rule else None
    if one is not None:
        changes.lock_occurrence(work.session, one)
    cancelled = one or event
    if cancelled.cancelled_at is None:
        return False
    agree(work.session, event, version)
    if one is not None:
        refuse_cancelled(event)
        if one.cancel_cause == CancelCause.SERIES:
            raise InvalidInput("Lịch của chuỗi không còn lần này; hãy sửa quy tắc lặp lại nếu muốn có lại.")
    before = notices.standing(Act(work.session, work.now, PROGRAM), event, one)
    old = {"cancelled_at": cancelled.cancelled_at.isoformat(), "cancel_reason": cancelled.cancel_reason}
    changes.reopen(work, event, one)
    changes.touch(event)
    work.record("reopen", event, old, {"cancelled_at": None, **which(event, one)})
    notices.note_change(work, event, one, before=replace(before, informs=False), notify=notify)
    return True


def postpone(work: UnitOfWork, event: Event, *, notify: bool, reason: str = "", version: int | None = None) -> bool:
    """Put the event off without a new date: it waits among the unscheduled, and (``notify``) its audience learns so."""
    changes.lock(work.session, event)
    if event.first_day is None:
        return False
    refuse_cancelled(event)
    agree(work.session, event, version)
    before = notices.standing(Act(work.session, work.now, PROGRAM), event)
    was = json_of(When.of(event))
    changes.postpone(work, event)
    changes.touch(event)
    new = {"when": None, "reason": reason.strip()}
    work.record("postpone", event, {"when": was}, new)
    notices.note_change(work, event, before=before, notify=notify, reason=reason.strip())
    return True


def move(
    work: UnitOfWork, event: Event, occurrence: Occurrence | None, to: When, *, notify: bool, version: int | None = None
) -> bool:
    """Move the event to other days or times; of a series the given occurrence alone, else that may be None."""
    to.check()
    changes.lock(work.session, event)
    refuse_cancelled(event)
    one = occurrence if event.rule and event.is_scheduled else None
    if one is not None:
        changes.lock_occurrence(work.session, one)
        refuse_cancelled(event, one)
    elif event.rule and event.is_scheduled:
        raise InvalidInput("“{title}” lặp lại nhiều lần; hãy chọn lần cần dời.", title=event.title)
    was, will = json_of(When.of_occurrence(one) if one else When.of(event)), to.to_json()
    if was == will:
        return False
    agree(work.session, event, version)
    before = notices.standing(Act(work.session, work.now, PROGRAM), event, one)
    changes.move(work, event, one, to)
    changes.touch(event)
    work.record("move", event, {"when": was}, {"when": will, **which(event, one)})
    notices.note_change(work, event, one, before=before, notify=notify)
    return True


@dataclass(frozen=True, slots=True)
class Theme:
    """What one year of an event has of its own; empty: as the event says."""

    theme: str
    slogans: Sequence[str] = ()
    place: str = ""

    def differences(self, occurrence: Occurrence) -> dict[str, tuple[Any, Any]]:
        lines = [line.strip() for line in self.slogans if line.strip()]
        pairs = {
            "theme": (occurrence.theme, self.theme.strip()),
            "slogans": (list(occurrence.slogans), lines),
            "place": (occurrence.place, self.place.strip()),
        }
        return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def give_theme(work: UnitOfWork, event: Event, occurrence: Occurrence, theme: Theme, *, notify: bool = False) -> bool:
    """Give one year its theme, slogans and place."""
    changes.lock(work.session, event)
    changes.lock_occurrence(work.session, occurrence)
    differences = theme.differences(occurrence)
    if not differences:
        return False
    # Of an event that does not repeat, the theme is announced with whatever else of it changed.
    one = occurrence if event.rule else None
    before = notices.standing(Act(work.session, work.now, PROGRAM), event, one)
    for name, (_was, will) in differences.items():
        setattr(occurrence, name, will)
    changes.rebuild(work, event)
    changes.touch(event)
    old, new = sides(differences)
    work.record("theme", event, old, {**new, **which(event, occurrence)})
    notices.note_change(work, event, one, before=before, notify=notify)
    return True


def refuse_cancelled(event: Event, one: Occurrence | None = None) -> None:
    """What was called off is reopened first, so that nobody is led to believe that it takes place."""
    if event.cancelled_at or (one and one.cancelled_at):
        raise InvalidInput("“{title}” đã hủy; hãy mở lại trước khi thay đổi.", title=event.title)


def which(event: Event, one: Occurrence | None) -> dict[str, str]:
    """Which occurrence of a series an act was about."""
    return {"occurrence": one.original_day.isoformat()} if one is not None and event.rule else {}


def _reason(text: str) -> str:
    reason = " ".join(text.split())
    if not reason:
        raise InvalidInput("Hãy ghi lý do hủy: người dự sẽ đọc lý do này.")
    if len(reason) > LONGEST_REASON:
        raise InvalidInput("Lý do hủy dài quá {most} ký tự.", most=LONGEST_REASON)
    return reason
