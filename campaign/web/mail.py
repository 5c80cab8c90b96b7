"""The mail log, and the switch that holds all mail."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from campaign.desk import mailings, maillog
from campaign.desk.maillog import MailFilter
from campaign.models import Member, Message
from campaign.sending import reconciliation
from campaign.web import policy
from campaign.web.desk.loading import letters
from campaign.web.language import gettext
from campaign.web.registers.words import MAIL_STATES
from campaign.web.scope import by, day, done, only_for_all, within, words, work
from campaign.web.sentmail import Mail, framing, html_part, opened
from campaign.web.session import campaign, now, session

blueprint = Blueprint("mail", __name__, url_prefix="/desk/mail")


@blueprint.get("")
@policy.reader
def index() -> str:
    filters, before = chosen_filters(), request.args.get("before", None, int)
    found, older = maillog.listed(session(), filters, zone=campaign().config.zone, before=before, within=within())
    return render_template(
        "maillog/index.html",
        filters=filters,
        found=mailings.mailings(session(), found),
        older=older,
        way=maillog.way(session()),
        account=reconciliation.reconcile(session(), since=None, until=None, now=now()) if within() is None else None,
        states=MAIL_STATES,
        may_switch=policy.may(by(), (), everybody=True),
    )


@blueprint.get("/<int:message_id>")
@policy.reader
def show(message_id: int) -> Response:
    """One mail as its reader got it."""
    message, member, mail = _opened(message_id)
    return framing("maillog/show.html", mail=mail, message=message, member=member)


@blueprint.get("/<int:message_id>/letter")
@policy.reader
def letter(message_id: int) -> Response:
    return html_part(_opened(message_id)[2])


def _opened(message_id: int) -> tuple[Message, Member, Mail]:
    message, member, content = mailings.content_of(session(), message_id, within=within())
    return message, member, opened(letters().shown(message, member, content.body), str(message_id))


@blueprint.post("/hold")
@policy.organizer
def hold() -> Response:
    only_for_all()
    maillog.hold(work())
    return done(url_for("mail.index"), gettext("Mọi thư đang được giữ lại; thư đến hạn sẽ chờ."))


@blueprint.post("/release")
@policy.organizer
def release() -> Response:
    only_for_all()
    maillog.let_go(work())
    return done(url_for("mail.index"), gettext("Thư lại được gửi đi."))


@blueprint.post("/discard")
@policy.organizer
def discard() -> Response:
    only_for_all()
    number = maillog.discard_due(work())
    said = gettext("Đã bỏ %(number)s thư đến hạn từ trước; thư mới lại được gửi.", number=number)
    return done(url_for("mail.index"), said)


@blueprint.post("/<int:message_id>/retrial")
@policy.organizer
def retry(message_id: int) -> Response:
    maillog.retry(work(), message_id, within=within())
    return done(url_for("mail.index"), gettext("Thư đã vào lại hàng chờ."))


def chosen_filters() -> MailFilter:
    return MailFilter(
        state=request.args.get("state", ""),
        words=words(),
        event=request.args.get("event", ""),
        member=request.args.get("member", None, int),
        mailing=request.args.get("mailing", ""),
        since=day("since"),
        until=day("until"),
    )
