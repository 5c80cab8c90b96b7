"""The form of an event when it is sent: checked, previewed, saved, or merged with another editor's changes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from flask import make_response, render_template, request, url_for
from werkzeug.wrappers import Response

from campaign.calendar.agency import UnitOfWork
from campaign.calendar.draft import Draft, as_json, merged
from campaign.desk import decisions, form_choices, scheduling
from campaign.desk.decisions import Theme
from campaign.desk.event_overview import names_of
from campaign.desk.notices import CHANGE
from campaign.desk.splitting import edit_from
from campaign.desk.withdrawal import waiting
from campaign.errors import CampaignError, Conflict, InvalidInput
from campaign.kinds import ATTENDED, PERIODS, Kind
from campaign.mailing.preview import NOTICES, PlannedMail, consequences
from campaign.mailing.preview import notice_of as planned_notice
from campaign.models import Duty, Event
from campaign.web.desk import acts, form_feedback
from campaign.web.desk.acts import SHOWN, spoken
from campaign.web.desk.eventform import EventForm
from campaign.web.desk.loading import agency, letters, may_keep, work
from campaign.web.desk.subject import Subject, only
from campaign.web.forms import blame, said
from campaign.web.language import gettext
from campaign.web.scope import by, done
from campaign.web.session import session, today, trial
from campaign.web.words import moment

LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Both:
    """A field that the other editor changed: their value, and mine where I had changed it as well."""

    field: str
    theirs: str
    mine: str


def begun() -> Draft:
    """A new event as the address asks for it: from a duty, on a day, of a kind, within a campaign."""
    args = request.args
    kind = args.get("kind", "")
    draft = Draft(
        kind=kind if kind in set(Kind) else Kind.SEMINAR,
        title="",
        first=day_asked_for(),
        room_id=args.get("room", type=int),
        part_of_id=args.get("part_of", type=int),
        group_ids=by().groups or frozenset(),
    )
    duty = session().get(Duty, args.get("duty", type=int)) if args.get("duty", type=int) else None
    if duty is None:
        return draft
    title = " ".join(duty.text.split()).rstrip(".;")
    return replace(
        draft,
        title=title if len(title) <= LONGEST_TITLE else title[:LONGEST_TITLE].rsplit(" ", 1)[0],
        description=duty.text,
        duty_id=duty.id,
        expected_start=duty.expected_start,
        expected_end=duty.expected_end,
        precision="day" if duty.expected_start else "",
    )


def day_asked_for() -> date | None:
    try:
        return date.fromisoformat(request.args.get("day", ""))
    except ValueError:
        return None


def opened(draft: Draft, subject: Subject) -> EventForm:
    """The form with a draft in it, as a page shows it first."""
    form = EventForm(formdata=None)
    form.show(session(), draft)
    if subject.event:
        form.version.data = str(subject.event.version)
        form.base.data = json.dumps(as_json(subject.draft()), ensure_ascii=False)
        shown = subject.occurrence or only(session(), subject.event)
        if shown:
            form.theme.data, form.slogans.data = shown.theme, tuple(shown.slogans)
    return form


def page(
    form: EventForm,
    draft: Draft,
    subject: Subject,
    *,
    looked: bool = True,
    refused: CampaignError | None = None,
    both: tuple[Both, ...] = (),
) -> str:
    form.offer(form_choices.form_choices(session(), _year(draft)), _year(draft))
    return render_template(
        "desk/events/edit.html",
        form=form,
        subject=subject,
        draft=draft,
        look=form_feedback.look(session(), draft, event_id=subject.event_id, agency=agency(), today=today()),
        looked=looked,
        slot_key=form_feedback.key,
        refused=said(refused) if refused else "",
        both=both,
        is_told=subject.is_public,
        attended=sorted(ATTENDED),
        mail=notice_of(form, draft, subject),
    )


def answer(subject: Subject) -> Response:
    """What becomes of a form that was sent."""
    form = EventForm()
    if "slot" in request.form:
        form_feedback.take(form, request.form["slot"])
    draft = form.draft(session())
    if "yearly" in request.form:
        form_feedback.repeat_yearly(form, draft, year=_year(draft))
        draft = form.draft(session())
    if request.form.keys() & {"slot", "look", "yearly"}:
        return make_response(page(form, draft, subject))
    if not _is_sound(form, draft, subject):
        return make_response(page(form, draft, subject), 400)
    try:
        event = _kept(work(), form, draft, subject, form.seen)
    except Conflict as error:
        return make_response(_together(form, draft, subject, error), 409)
    except CampaignError as error:
        return make_response(page(form, draft, subject, refused=error), 400)
    return done(url_for("desk_events.show", uid=event.uid), _said(subject, event))


def _said(subject: Subject, event: Event) -> str:
    """That it is kept, whether the series was parted, and which notice waits: it can still be withheld."""
    kept = gettext("Đã lưu “%(title)s”.", title=event.title)
    if subject.event is not None and event.id != subject.event.id:
        kept = gettext("Đã lưu “%(title)s” từ lần này về sau; các lần trước ở lại chuỗi cũ.", title=event.title)
    change = next((notice for notice in waiting(session(), event) if notice.kind == CHANGE), None)
    if change is None:
        return kept
    announced = gettext("Thư báo thay đổi gửi lúc %(when)s; trước lúc đó còn rút lại được.", when=moment(change.due_at))
    return f"{kept} {announced}"


def _is_sound(form: EventForm, draft: Draft, subject: Subject) -> bool:
    sound = form.check(session(), draft, event_id=subject.event_id)
    if not may_keep(draft):
        blame(form.group_ids, InvalidInput("Đồng chí chỉ lập được hoạt động dành riêng cho các nhóm của mình."))
        return False
    return sound


def _kept(work: UnitOfWork, form: EventForm, draft: Draft, subject: Subject, version: int) -> Event:
    event = _edited(work, form, draft, subject, version) if subject.event else scheduling.create(work, draft)
    one = only(work.session, event)
    if one and draft.kind in PERIODS:
        theme, slogans, notify = form.theme.data or "", form.slogans.data, form.is_told
        decisions.give_theme(work, event, one, Theme(theme, slogans=slogans, place=one.place), notify=notify)
    return event


def _edited(work: UnitOfWork, form: EventForm, draft: Draft, subject: Subject, version: int) -> Event:
    event, one, notify = subject.event, subject.occurrence, form.is_told
    assert event
    if one is None:
        return scheduling.edit(work, event, draft, version=version, notify=notify)
    return edit_from(work, one, draft, reach=form.reached, version=version, notify=notify)


def notice_of(form: EventForm, draft: Draft, subject: Subject) -> PlannedMail | None:
    """The notice that keeping the form would send: tried and rolled back.

    None: the audience is not to be notified, has nothing to announce, or the form makes no sense yet.
    """
    if not (subject.is_public and form.is_told) or form.wrong:
        return None
    if scheduling.check(session(), draft, event_id=subject.event_id).errors:
        return None
    current = work()
    try:
        with trial() as opened:
            tried, there = replace(current, session=opened), subject.within(opened)
            assert there.event
            version = there.event.version
            found = consequences(
                tried, there.event, there.occurrence, lambda: _kept(tried, form, draft, there, version)
            )
    except InvalidInput:
        return None
    return planned_notice([mail.worded(session(), letters()) for mail in found.mails if mail.what in NOTICES.values()])


def _together(form: EventForm, draft: Draft, subject: Subject, error: Conflict) -> str:
    """The page for the second of two editors: theirs taken over where mine was untouched, both shown where not."""
    assert subject.event
    theirs, base = subject.draft(), _base(form)
    new, both = merged(base, draft, theirs)
    mine, their = as_json(draft), as_json(theirs)
    names = names_of(session(), (mine, their))
    changed = [field for field in their if field in SHOWN and their[field] != base.get(field, their[field])]
    rows = [
        Both(
            acts.field(field),
            spoken(field, their[field], names),
            spoken(field, mine[field], names) if field in both else "",
        )
        for field in changed
    ]
    form.show(session(), new)
    form.version.data, form.base.data = str(subject.event.version), json.dumps(their, ensure_ascii=False)
    return page(form, new, subject, refused=error, both=tuple(rows))


def _base(form: EventForm) -> Mapping[str, Any]:
    """The event as this editor had found it; nothing if the form does not say."""
    try:
        found = json.loads(form.base.data or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _year(draft: Draft) -> int:
    day = draft.first or draft.expected_start
    return day.year if day else today().year
