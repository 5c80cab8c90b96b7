"""Answering an invitation: the page behind the links in a mail, and how to get that link sent again.

Opening a link changes nothing, for mail scanners open every link; only the form of its page acts.
"""

from __future__ import annotations

from flask import Blueprint, g, render_template, request
from flask_babel import lazy_gettext as _
from wtforms import StringField, TextAreaField
from wtforms.validators import AnyOf, Length

from campaign.access import throttle
from campaign.access.throttle import Limit
from campaign.audit import Act, Author
from campaign.calendar import answering, seats
from campaign.calendar.agency import UnitOfWork, agency_of
from campaign.calendar.answering import Reply
from campaign.calendar.audience import is_external
from campaign.calendar.personal import masked
from campaign.calendar.when import When
from campaign.desk.form_choices import members_called
from campaign.directory.member_file import key_of
from campaign.errors import InvalidInput, NotFound
from campaign.models import Answer, Event, Member, Occurrence
from campaign.pages import detail
from campaign.tokens import Tokens
from campaign.web import policy
from campaign.web.events import day_asked_for
from campaign.web.forms import Form, address_field, blame
from campaign.web.language import language
from campaign.web.registers.forms import Choice
from campaign.web.session import campaign, now, session

blueprint = Blueprint("answers", __name__)
CHOICES = {
    Answer.ACCEPTED.value: _("Tôi sẽ dự"),
    Answer.TENTATIVE.value: _("Chưa chắc"),
    Answer.DECLINED.value: _("Không dự được"),
}
BY = Author("tự đăng ký")
ASKING = Limit("answer link", 3)
"""How often a link may be asked for, for one address; strangers must not be able to fill a mailbox."""


class AnswerForm(Form):
    """What a member answers."""

    answer = Choice(
        _("Đồng chí có tham dự không?"),
        CHOICES,
        validators=[AnyOf(CHOICES, _("Hãy chọn một câu trả lời."))],
        validate_choice=False,
    )
    delegate = StringField(_("Cử người đi thay (nếu không dự được)"), render_kw={"autocomplete": "off"})
    note = TextAreaField(_("Ghi chú cho đơn vị tổ chức"), [Length(max=answering.LONGEST_NOTE)], render_kw={"rows": "2"})


class AskForm(Form):
    """To whom the link is sent."""

    address = address_field(_("Địa chỉ thư"), autocomplete="email")


@blueprint.get("/r/<token>")
@policy.public
def show(token: str) -> str:
    event, occurrence, member = of(token)
    mine = answering.own(session(), occurrence, member)
    answer = request.args.get("answer") or (mine.answer if mine else "")
    answer = Answer.ACCEPTED.value if answer == Answer.WAITLISTED else answer
    form = AnswerForm(formdata=None, answer=answer if answer in CHOICES else None, note=mine.note if mine else "")
    return page(event, occurrence, member, form)


@blueprint.post("/r/<token>")
@policy.public
def answer(token: str) -> str:
    event, occurrence, member = of(token)
    form = AnswerForm()
    if not form.validate():
        return page(event, occurrence, member, form)
    try:
        delegate = _delegate(form)
        given = Reply(Answer(form.answer.data), form.note.data or "", delegate)
        with session().begin_nested():  # who cannot be sent is found out after the member has declined
            answering.reply(_work(member), event, occurrence, member, given)
    except InvalidInput as error:
        blame(form.delegate if form.delegate.data else form.answer, error)
        return page(event, occurrence, member, form)
    return page(event, occurrence, member, form, done=True)


@blueprint.get("/registration/<path:uid>")
@policy.public
def ask(uid: str) -> str:
    return _asking(uid, AskForm(formdata=None))


@blueprint.post("/registration/<path:uid>")
@policy.public
def send_link(uid: str) -> str:
    """Says the same whether the address is invited or not: nobody learns here who is."""
    form = AskForm()
    if not form.validate():
        return _asking(uid, form)
    found = detail.event(session(), uid)
    edition = found.edition(day_asked_for(), now=now())
    key = key_of(form.address.data or "")
    work = Act(session(), now(), BY)
    if found.takes_answers(edition, now=now()) and throttle.take(work, ASKING, f"{uid} {key}"):
        answering.send_link(work, uid, edition.original_day if edition else None, key)
    return _asking(uid, form, done=True)


def of(token: str) -> tuple[Event, Occurrence, Member]:
    """What the link is about. Raises ``NotFound``, also for who left or is not invited any more."""
    occurrence_id, member_id = Tokens([campaign().config.server.secret_key]).read_answer(token)
    occurrence, member = session().get(Occurrence, occurrence_id), session().get(Member, member_id)
    if occurrence is None or member is None or not answering.is_invited(session(), occurrence, member):
        raise NotFound("Liên kết này không còn dùng được.")
    g.is_external = is_external(session(), member)
    return session().get_one(Event, occurrence.event_id), occurrence, member


def page(event: Event, occurrence: Occurrence, member: Member, form: AnswerForm, *, done: bool = False) -> str:
    return render_template(
        "links/answer.html",
        event=event,
        occurrence=occurrence,
        when=When.of_occurrence(occurrence).say(language()),
        name=masked(member.name),
        form=form,
        mine=answering.own(session(), occurrence, member),
        delegate=answering.delegate_of(session(), occurrence, member),
        tally=seats.tally(session(), event, occurrence),
        ahead=answering.ahead_of(session(), occurrence, member),
        is_open=seats.is_open(event, occurrence, now=now()),
        until=seats.last_moment(event, occurrence),
        done=done,
    )


def _delegate(form: AnswerForm) -> Member | None:
    """Who was named, by address or full name; only who declines sends somebody."""
    named = (form.delegate.data or "").strip()
    if not named or form.answer.data != Answer.DECLINED:
        return None
    return session().get_one(Member, members_called(session(), [named])[0])


def _work(member: Member) -> UnitOfWork:
    return UnitOfWork(session(), now(), Author(member.name), agency_of(session(), campaign().config))


def _asking(uid: str, form: AskForm, *, done: bool = False) -> str:
    event = detail.event(session(), uid)
    edition = event.edition(day_asked_for(), now=now())
    is_open = event.takes_answers(edition, now=now())
    return render_template(
        "links/registration.html", event=event, edition=edition, form=form, done=done, is_open=is_open
    )
