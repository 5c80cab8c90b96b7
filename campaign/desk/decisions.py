"""Decisions about a scheduled event: confirm, move, postpone, cancel, reopen, give a year its theme.

Each verb is a change of ``campaign.calendar.changes`` with its history and its notice. A verb that finds its work
already done changes nothing and returns False, so that of twenty who click at once one has an effect.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    new = {"confirmed_at": work.now.isoformat(), **_which(event, one)}
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
    """Call off the event or one occurrence of a series: reminders stop; ``notify``: one notice goes out at once."""
    reason = _reason(reason)
    changes.lock(work.session, event)
    one = occurrence if event.rule else None
    if one is not None:
        changes.lock_occurrence(work.session, one)
    if event.cancelled_at or (one and one.cancelled_at):
        return False
    agree(work.session, event, version)
    before = notices.reach(Act(work.session, work.now, PROGRAM), event, one)
    if one is not None:
        changes.cancel_one(work, event, one, reason=reason)
    else:
        changes.cancel(work, event, reason=reason)
    changes.touch(event)
    new = {"cancelled_at": work.now.isoformat(), "cancel_reason": reason, **_which(event, one)}
    work.record("cancel", event, {"cancelled_at": None}, new)
    notices.note_cancellation(work, event, one, before=before, reason=reason, notify=notify)
    return True


def reopen(work: UnitOfWork, event: Event, occurrence: Occurrence | None = None, *, version: int | None = None) -> bool:
    """Take a cancellation back; the event is a draft again and is confirmed anew, one occurrence is as it was."""
    changes.lock(work.session, event)
    if event.cancelled_at is None:
        return occurrence is not None and _reopen_one(work, event, occurrence, version=version)
    agree(work.session, event, version)
    old = {"cancelled_at": event.cancelled_at.isoformat(), "cancel_reason": event.cancel_reason}
    changes.reopen(work, event)
    changes.touch(event)
    notices.withdraw(Act(work.session, work.now, PROGRAM), event, reason=Reason.REOPENED, kind=notices.CANCELLATION)
    work.record("reopen", event, old, {"cancelled_at": None})
    return True


def _reopen_one(work: UnitOfWork, event: Event, one: Occurrence, *, version: int | None) -> bool:
    """One occurrence of a series takes place after all; whoever has been told that it does not is invited again.

    Raises ``InvalidInput`` where the series itself left it out.
    """
    changes.lock_occurrence(work.session, one)
    if one.cancelled_at is None:
        return False
    if one.cancel_cause == CancelCause.SERIES:
        raise InvalidInput("Lịch của chuỗi không còn lần này; hãy sửa quy tắc lặp lại nếu muốn có lại.")
    agree(work.session, event, version)
    old = {"cancelled_at": one.cancelled_at.isoformat(), "cancel_reason": one.cancel_reason}
    one.undo_cancellation()
    changes.rebuild(work, event)
    changes.touch(event)
    if not notices.take_back_cancellation(Act(work.session, work.now, PROGRAM), event, one):
        notices.note_invitation(work, event, one)
    work.record("reopen", event, old, {"cancelled_at": None, **_which(event, one)})
    return True


def postpone(work: UnitOfWork, event: Event, *, notify: bool, reason: str = "", version: int | None = None) -> bool:
    """Put the event off without a new date: it waits among the unscheduled, and (``notify``) its audience learns so."""
    changes.lock(work.session, event)
    if event.first_day is None:
        return False
    refuse_cancelled(event)
    agree(work.session, event, version)
    before = notices.reach(Act(work.session, work.now, PROGRAM), event)
    was = json_of(When.of(event))
    changes.postpone(work, event)
    changes.touch(event)
    new = {"when": None, "reason": reason.strip()}
    work.record("postpone", event, {"when": was}, new)
    facts = {"when": (was, None)}
    notices.note_change(work, event, facts, before=before, notify=notify)
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
    before = notices.reach(Act(work.session, work.now, PROGRAM), event, one)
    changes.move(work, event, one, to)
    changes.touch(event)
    work.record("move", event, {"when": was}, {"when": will, **_which(event, one)})
    facts = {"when": (was, will)}
    notices.note_change(work, event, facts, one, before=before, notify=notify)
    return True


@dataclass(frozen=True, slots=True)
class Theme:
    """What one year of an event has of its own; empty: as the event says."""

    theme: str
    slogans: Sequence[str] = ()
    place: str = ""

    def differences(self, occurrence: Occurrence) -> notices.Differences:
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
    for name, (_was, will) in differences.items():
        setattr(occurrence, name, will)
    changes.rebuild(work, event)
    changes.touch(event)
    old, new = sides(differences)
    work.record("theme", event, old, {**new, **_which(event, occurrence)})
    # Of an event that does not repeat, the theme is announced with whatever else of it changed.
    one = occurrence if event.rule else None
    before = notices.reach(Act(work.session, work.now, PROGRAM), event, one)
    notices.note_change(work, event, differences, one, before=before, notify=notify)
    return True


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
