"""The pages behind the links in a mail. Opening one changes nothing, for mail scanners open every link; buttons act."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from flask import Blueprint, Response, g, render_template, request, url_for

from campaign.calendar import changes, personal
from campaign.calendar.audience import is_external
from campaign.calendar.personal import make_token, masked
from campaign.calendar.seats import is_open
from campaign.calendar.when import When
from campaign.errors import NotFound
from campaign.figures import deadlines
from campaign.models import Event, Member
from campaign.tokens import PERSONAL, UNSUBSCRIBE, Tokens
from campaign.web import policy
from campaign.web.language import language
from campaign.web.scope import work
from campaign.web.session import campaign, now, session, today
from campaign.web.templates import absolute

blueprint = Blueprint("links", __name__)
ONE_CLICK = "One-Click"


@blueprint.get("/u/<token>")
@policy.public
def unsubscribing(token: str) -> str:
    member = owner(UNSUBSCRIBE, token)
    return render_template("links/unsubscribe.html", member=member, name=masked(member.name))


@blueprint.post("/u/<token>")
@policy.public
def unsubscribe(token: str) -> str | Response:
    """The page's button, or a mail program's one click (RFC 8058): no cookie, no redirect, the same if repeated."""
    if request.form.get("List-Unsubscribe") == ONE_CLICK:
        return one_click(token)
    member = owner(UNSUBSCRIBE, token)
    if request.form.get("wish") == "stop":
        changes.unsubscribe(work(), member)
    elif request.form.get("wish") == "resume":
        member.resubscribe()
    return render_template("links/unsubscribe.html", member=member, name=masked(member.name))


@blueprint.get("/my/<token>")
@policy.public
def own(token: str) -> str:
    return page(owner(PERSONAL, token), token)


@blueprint.post("/my/<token>/feed")
@policy.public
def make_feed(token: str) -> str:
    member = owner(PERSONAL, token)
    key = make_token(work(), member)
    address = absolute(url_for("feeds.personal", token=key))
    return page(member, token, address)


def page(member: Member, token: str, address: str = "") -> str:
    """The reader's own page: what is coming, the feed's new ``address``, and the reports that the unit files."""
    return render_template(
        "links/own.html",
        member=member,
        name=masked(member.name),
        token=token,
        address=address,
        reports=deadlines.of_unit(session(), member.unit_id, today=today()) if member.unit_id else (),
        coming=list(coming(member)),
        key=personal.key_of_feed(session(), member),
    )


def coming(member: Member) -> Iterator[tuple[Event, str, str, str]]:
    """Each event that is to come with its time in words, the member's answer, and the token to answer while open."""
    tokens = Tokens([campaign().config.server.secret_key])
    for event, occurrence, answer in personal.coming(session(), member, now=now()):
        key = tokens.sign_answer(occurrence.id, member.id) if is_open(event, occurrence, now=now()) else ""
        yield event, When.of_occurrence(occurrence).say(language()), answer, key


def owner(purpose: str, token: str) -> Member:
    """The member whose link this is."""
    key = Tokens([campaign().config.server.secret_key]).read(purpose, token)
    member = session().get(Member, key)
    if member is None or not member.is_active:
        raise NotFound("Liên kết này không còn dùng được.")
    g.is_external = is_external(session(), member)
    return member


def one_click(token: str) -> Response:
    """The same answer whether the token is known or not: nobody learns who is a member."""
    with suppress(NotFound):
        changes.unsubscribe(work(), owner(UNSUBSCRIBE, token))
    return Response("Đã ngừng nhận thư nhắc.\n", content_type="text/plain; charset=utf-8")
