"""The notice that an edit would send, while its form is still open."""

from __future__ import annotations

from campaign.calendar.draft import Draft
from campaign.desk import decisions, scheduling
from campaign.desk.notices import Facts
from campaign.errors import InvalidInput
from campaign.kinds import PERIODS
from campaign.mailing import seriespreview
from campaign.mailing.plannedmails import NOTICES, PlannedMail
from campaign.mailing.preview import of_edit
from campaign.web.desk.eventform import EventForm
from campaign.web.desk.loading import looking
from campaign.web.desk.subject import Subject, only
from campaign.web.session import session


def planned(form: EventForm, draft: Draft, subject: Subject) -> PlannedMail | None:
    """None: the audience is not to be told, has nothing to be told of, or the form makes no sense yet."""
    if not (subject.is_public and form.is_told) or form.wrong:
        return None
    if scheduling.check(session(), draft, event_id=subject.event_id).errors:
        return None
    try:
        mails = _mails(form, draft, subject)
    except InvalidInput:
        return None
    return next((mail for mail in mails if mail.what in NOTICES.values()), None)


def _mails(form: EventForm, draft: Draft, subject: Subject) -> tuple[PlannedMail, ...]:
    assert subject.event
    if subject.occurrence is None:
        more = _theme(form, draft, subject)
        return of_edit(session(), subject.event, draft, **looking(), notify=True, more=more).mails
    return seriespreview.of_edit_from(
        session(), subject.event, subject.occurrence, draft, reach=form.reached, **looking(), notify=True
    ).mails


def _theme(form: EventForm, draft: Draft, subject: Subject) -> Facts:
    assert subject.event
    one = only(subject.event) if draft.kind in PERIODS else None
    if one is None:
        return {}
    return decisions.theme_facts(one, theme=form.theme.data or "", slogans=form.slogans.data, place=one.place)
