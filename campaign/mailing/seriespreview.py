"""What editing a series from one of its occurrences would bring: this one, this and later, all."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from campaign.calendar.agency import Agency
from campaign.calendar.draft import Draft, draft_of, of_occurrence
from campaign.calendar.series import outlined, twin
from campaign.desk import splitting, told
from campaign.desk.splitting import Reach
from campaign.mailing.composer import Composer
from campaign.mailing.plannedmails import Changed, Desk, change_notice, copy_of, due, key, reminders
from campaign.mailing.preview import Preview, after_change, occurrences_of, of_edit, standing_of
from campaign.models import Event, Occurrence


def of_edit_from(
    session: Session,
    event: Event,
    occurrence: Occurrence,
    draft: Draft,
    *,
    reach: Reach,
    agency: Agency,
    now: datetime,
    letters: Composer,
    notify: bool,
) -> Preview:
    """What editing a series from one of its occurrences would send (``splitting.edit_from``)."""
    draft = draft.tidied()
    series = draft_of(session, event)
    if not event.rule or reach == Reach.ALL:
        every = splitting.whole(series, occurrence, draft) if event.rule else draft
        return of_edit(session, event, every, agency=agency, now=now, letters=letters, notify=notify)
    desk = Desk(agency, now, letters, session)
    copy, existing = copy_of(session, event), [twin(one) for one in occurrences_of(session, event)]
    facts = told.between(session, of_occurrence(series, occurrence), draft)
    if reach == Reach.ONE:
        for one in existing:
            if one.id == occurrence.id:
                splitting.give_own(one, series, draft, now=now)
        laid = outlined(copy, existing, now=now, horizon=agency.horizon)
        changed = Changed(copy, laid, replace(draft, rule=""), facts)
        told_of = change_notice(session, event, occurrence, changed, desk) if notify else []
        return after_change(session, event, changed, told_of, desk)
    return _later(session, event, occurrence, (series, draft), existing, desk, notify=notify)


def _later(
    session: Session,
    event: Event,
    occurrence: Occurrence,
    drafts: tuple[Draft, Draft],
    existing: list[Occurrence],
    desk: Desk,
    *,
    notify: bool,
) -> Preview:
    """Both parts of a series that is cut: the earlier goes on to its end, the later under the new words."""
    series, draft = drafts
    cut = occurrence.original_day
    rest, shift = splitting.rest(event, series, occurrence, draft)
    earlier = copy_of(session, event)
    earlier.rule = splitting.ended(event.rule, cut)
    later = copy_of(session, event, rest)
    moved = [one for one in existing if one.original_day >= cut]
    for one in moved:
        one.original_day += shift
    facts = told.between(session, of_occurrence(series, occurrence), replace(rest, rule=draft.rule))
    laid = outlined(later, moved, now=desk.now, horizon=desk.agency.horizon)
    changed = Changed(later, laid, rest, facts)
    told_of = change_notice(session, event, None, changed, desk) if notify else []
    after = after_change(session, event, changed, told_of, desk)
    if event.is_draft or event.cancelled_at:
        return after
    kept = outlined(earlier, existing, now=desk.now, horizon=desk.agency.horizon)
    mails = reminders(session, earlier, kept, series, desk)
    standing = {
        key(reminder)
        for part in ((earlier, kept, series), (later, laid, rest))
        for reminder in due(session, *part, desk)
    }
    return replace(after, mails=(*after.mails, *mails), stopped=len(standing_of(session, event) - standing))
