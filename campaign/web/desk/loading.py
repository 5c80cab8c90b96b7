"""Loading the event or occurrence of an address for somebody who may change it, and the request's unit of work."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import g, render_template
from flask_babel import force_locale
from sqlalchemy import select
from sqlalchemy.orm import selectinload
from werkzeug.exceptions import Forbidden

from campaign.calendar.agency import Agency, UnitOfWork, agency_of
from campaign.calendar.draft import Draft
from campaign.errors import NotFound
from campaign.mailing.composer import Composer
from campaign.models import Event, Occurrence
from campaign.paging import events_open_to, limit_of
from campaign.web import policy
from campaign.web.scope import by
from campaign.web.session import campaign, now, session


def event_of(uid: str) -> Event:
    """The event at this address, with its groups."""
    visible = events_open_to(limit_of(session()))
    found = session().scalar(select(Event).where(Event.uid == uid, visible).options(selectinload(Event.groups)))
    if found is None:
        raise NotFound("Không tìm thấy hoạt động này.")
    return found


def own_event(uid: str) -> Event:
    """The same, for somebody who may change it."""
    found = event_of(uid)
    if not may_change(found):
        raise Forbidden
    return found


def occurrence_of(number: int) -> tuple[Event, Occurrence]:
    """One occurrence with its event, for somebody who may change it."""
    event, found = any_occurrence(number)
    if not may_change(event):
        raise Forbidden
    return event, found


def any_occurrence(number: int) -> tuple[Event, Occurrence]:
    """The same, before it is asked who may see it."""
    found = session().get(Occurrence, number)
    if found is None:
        raise NotFound("Không tìm thấy lần tổ chức này.")
    return session().get_one(Event, found.event_id, options=[selectinload(Event.groups)]), found


def may_change(event: Event) -> bool:
    groups = [group.id for group in event.groups]
    return policy.may(policy.actor(), groups, everybody=event.audience_all)


def may_keep(draft: Draft) -> bool:
    """Whether this person may bring about what the draft says."""
    person = policy.actor()
    free = person is not None and person.groups is None
    everybody = draft.audience_all or bool(draft.include_ids and not free)
    return policy.may(person, draft.group_ids, everybody=everybody)


def agency() -> Agency:
    """The agency's rules, read once for a request."""
    if "agency" not in g:
        g.agency = agency_of(session(), campaign().config)
    found: Agency = g.agency
    return found


def letters() -> Composer:
    """Words the mails of previews."""
    return Composer(campaign().config, _rendered)


def _rendered(template: str, language: str, values: Mapping[str, Any]) -> str:
    with force_locale(language):
        return render_template(template, **values)


def work() -> UnitOfWork:
    """What a decision of this request is taken with."""
    return UnitOfWork(session(), now(), by(), agency())
