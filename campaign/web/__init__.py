"""The web application: pages, in Vietnamese and English, and what every answer has in common.

A route loads, calls one verb and answers. Which kind of trouble has which status is decided in this file alone.
"""

from __future__ import annotations

import logging
from http import HTTPStatus

from flask import Flask, request
from sqlalchemy.exc import DataError
from werkzeug.exceptions import HTTPException

from campaign import job_queue
from campaign.errors import CampaignError, Conflict, InvalidInput, NotFound, Unavailable
from campaign.mailer.extension import Mail
from campaign.mailing.sender import mail_settings
from campaign.web import (
    account,
    answers,
    csrf,
    desk,
    errors,
    events,
    feeds,
    files,
    health,
    history,
    identity,
    language,
    limit,
    links,
    mail,
    metrics,
    plans,
    policy,
    search,
    security,
    signin,
    subscribe,
    templates,
    years,
)
from campaign.web.desk import attention, board, decisions, occurrences, publication, rolling
from campaign.web.desk import events as desk_events
from campaign.web.followup import (
    attendance,
    checkin,
    costs,
    downloads,
    duties,
    figures,
    invited,
    parts,
    records,
    reports,
    targets,
)
from campaign.web.followup import words as followup_words
from campaign.web.forms import said
from campaign.web.registers import (
    duplicates,
    groups,
    holidays,
    imports,
    people,
    personal_data,
    rooms,
    rules,
    texts,
    users,
)
from campaign.web.session import Application, Campaign

log = logging.getLogger(__name__)

__all__ = ["Application", "Campaign", "application"]

PAGES = (
    signin.blueprint,
    account.blueprint,
    users.blueprint,
    attention.blueprint,
    board.blueprint,
    desk_events.blueprint,
    decisions.blueprint,
    occurrences.blueprint,
    rolling.blueprint,
    publication.blueprint,
    people.blueprint,
    personal_data.blueprint,
    duplicates.blueprint,
    imports.blueprint,
    groups.blueprint,
    rooms.blueprint,
    holidays.blueprint,
    rules.blueprint,
    texts.blueprint,
    mail.blueprint,
    history.blueprint,
    search.blueprint,
    plans.blueprint,
    figures.blueprint,
    duties.blueprint,
    reports.blueprint,
    targets.blueprint,
    records.blueprint,
    attendance.blueprint,
    downloads.blueprint,
    invited.blueprint,
    answers.blueprint,
    costs.blueprint,
    checkin.blueprint,
    parts.blueprint,
    years.blueprint,
    events.blueprint,
    subscribe.blueprint,
    feeds.blueprint,
    links.blueprint,
    health.blueprint,
    metrics.blueprint,
)

# A CampaignError that is none of these is a defect of ours or of the set-up, not of the request.
STATUS: dict[type[CampaignError], int] = {InvalidInput: 400, NotFound: 404, Conflict: 409, Unavailable: 503}


def application(campaign: Campaign) -> Flask:
    app = Application("campaign")
    app.extensions["campaign"] = campaign
    security.init(app, campaign.config)
    limit.init(app)
    files.init(app)
    identity.init(app)
    policy.init(app)
    csrf.init(app)
    desk.init(app)
    app.jinja_env.filters.update(followup_words.FILTERS)
    if campaign.config.signin.issuer:
        from campaign.web import oidc  # noqa: PLC0415 - Authlib and requests take 16 MB, for few installations

        oidc.init(app, campaign.config)
        app.register_blueprint(oidc.blueprint)
    Mail(app, mail_settings(campaign.config), sender=campaign.config.mail.sender_address)
    templates.init(app, campaign.config)
    language.init(app)
    for blueprint in PAGES:
        app.register_blueprint(blueprint)
    app.register_error_handler(CampaignError, refused)
    for error in (OverflowError, DataError):  # a number or a year beyond what the database or the calendar has
        app.register_error_handler(error, out_of_range)
    app.register_error_handler(HTTPException, errors.page)
    if job_queue.is_selected(campaign.config):
        job_queue.attach(campaign.database)
    policy.check(app)
    return app


def out_of_range(_error: Exception) -> errors.Answer:
    return errors.of_status(400)


def refused(error: CampaignError) -> errors.Answer:
    """The page of an error that a person is meant to read: its own sentence, under the status of its class."""
    status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 500)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        log.warning("%s %s: %s", request.method, request.endpoint, error.message, extra={"action": "refused"})
    return errors.of_status(status, sentence=said(error))
