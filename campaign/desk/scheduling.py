"""Creating, editing and duplicating events: a draft in, an event and everything derived from it out.

What becomes of a scheduled event (confirmed, moved, postponed, cancelled) is in ``campaign.desk.decisions``, the edit
of a part of a series in ``campaign.desk.splitting``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from campaign import audit
from campaign.audit import PROGRAM, Act
from campaign.calendar.agency import UnitOfWork
from campaign.calendar.audit_words import field_word, verb_of
from campaign.calendar.changes import lock, rebuild, touch
from campaign.calendar.draft import FIELDS, Draft, as_json, differences, draft_of, place_of, put
from campaign.calendar.sentence import listed
from campaign.calendar.series import shift
from campaign.dates import wording
from campaign.dates.zones import zone
from campaign.desk import notices
from campaign.desk.fielderrors import FieldErrors, check
from campaign.errors import Conflict
from campaign.models import Event, new_uid

__all__ = ["Draft", "FieldErrors", "add", "agree", "blank", "check", "create", "draft_of", "duplicate", "edit"]

SUBJECT = "event"


def create(work: UnitOfWork, draft: Draft) -> Event:
    """A new event, a draft until it is confirmed. Raises the first of its field errors."""
    draft = draft.tidied()
    check(work.session, draft, event_id=None).raise_first()
    return add(work, blank(work), draft, verb="create")


def add(work: UnitOfWork, event: Event, draft: Draft, *, verb: str) -> Event:
    """Fill a blank event and write down how it came about; for drafts that are known to be sound."""
    put(work.session, event, draft)
    rebuild(work, event)
    kept = as_json(draft_of(work.session, event))
    work.record(verb, event, {}, {name: value for name, value in kept.items() if value})
    return event


def edit(work: UnitOfWork, event: Event, draft: Draft, *, version: int, notify: bool) -> Event:
    """Give the event what the draft says. ``version`` is the one that the editor saw.

    Raises ``Conflict`` when somebody else changed it since, naming who and what; nothing is overwritten. An edit that
    asks for what already is changes nothing, so a form that is sent twice does no harm.
    """
    lock(work.session, event)
    old, new = draft_of(work.session, event), draft.tidied()
    new = replace(new, place=place_of(work.session, event, new), register_by=_register_by(old, new))
    if new == old:
        return event
    agree(work.session, event, version)
    check(work.session, new, event_id=event.id).raise_first()
    before = notices.standing(Act(work.session, work.now, PROGRAM), event)
    put(work.session, event, new)
    if old.first and not new.first:
        event.postpone(now=work.now)
    if old.first and new.first:
        shift(work.session, event, new.first - old.first, now=work.now)
    touch(event)
    rebuild(work, event)
    kept = draft_of(work.session, event)
    changed = differences(old, kept)
    work.record(
        "edit",
        event,
        {name: pair[0] for name, pair in changed.items()},
        {name: pair[1] for name, pair in changed.items()},
    )
    notices.note_change(work, event, before=before, notify=notify)
    return event


def _register_by(old: Draft, new: Draft) -> date | None:
    """The deadline of registration keeps its distance from the first day, unless it was given anew."""
    if new.register_by and old.first and new.first and new.register_by == old.register_by:
        return new.register_by + (new.first - old.first)
    return new.register_by


def duplicate(work: UnitOfWork, event: Event, *, first: date | None = None) -> Event:
    """A new draft like this one, on another day or (``first`` empty) without one; dates that hang on it are empty.

    It fulfils the same duty, and quotes the same words of the plan.
    """
    draft = draft_of(work.session, event)
    length = (draft.last - draft.first) if draft.first and draft.last else None
    dated: dict[str, Any] = {name: None for name, each in FIELDS.items() if each.is_dated}
    copy = replace(
        draft,
        first=first,
        last=first + length if first and length else first,
        start=draft.start if first else None,
        end=draft.end if first else None,
        rule=draft.rule if first else "",
        per_year=draft.per_year and first is not None,
        **dated,
    )
    copy = copy.tidied()
    check(work.session, copy, event_id=None).raise_first()
    made = blank(work)
    made.quote, made.quote_line = event.quote, event.quote_line
    return add(work, made, copy, verb="duplicate")


def blank(work: UnitOfWork) -> Event:
    """An event with nothing but its identity."""
    return Event(
        uid=new_uid(work.agency.domain),
        zone=work.agency.zone.key,
        created_at=work.now,
        created_by=work.by.name,
        changed_at=work.now,
        sequence=0,
    )


def agree(session: Session, event: Event, version: int | None) -> None:
    """Raises ``Conflict`` unless the event is still as the editor saw it; None: he saw nothing in particular."""
    if version is None or version == event.version:
        return
    act = audit.last(session, SUBJECT, event.id)
    if act is None:
        raise Conflict("“{title}” vừa được cập nhật; hãy mở lại để xem bản mới rồi sửa tiếp.", title=event.title)
    at = act.at.astimezone(zone(event.zone))
    names = [field_word(name, SUBJECT) for name in sorted({*act.old, *act.new})] if act.verb == "edit" else []
    raise Conflict(
        "“{title}” vừa được {name} thay đổi lúc {time}, {day} ({what}); "
        "hãy xem bản mới rồi sửa lại, chưa có gì bị ghi đè.",
        title=event.title,
        name=act.by_name,
        time=wording.clock(at.time()),
        day=wording.short_date(at.date()),
        what=listed(names or [verb_of(act)]),
    )
