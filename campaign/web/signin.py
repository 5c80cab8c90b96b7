"""The pages of signing in and out.

Opening a link from a mail only shows a button, for mail scanners open every link; the button signs in. Every address
gets the same answer, and the mail leaves with the next tick of the clock.
"""

from __future__ import annotations

import logging

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from flask import session as cookie
from werkzeug.wrappers import Response

from campaign import tokens
from campaign.access import one_time_links, sessions, signin
from campaign.access.signin import Opened
from campaign.models import OneTimeLink, Purpose, User
from campaign.web import identity, policy
from campaign.web.language import inside
from campaign.web.scope import work
from campaign.web.session import campaign, now, session
from campaign.web.signinforms import AddressForm, AdministratorForm, CodeForm, PasswordForm

log = logging.getLogger(__name__)
blueprint = Blueprint("signin", __name__)

ASKED, HALF = "asked", "half"
A_WHILE = 10 * 60
LEFT = '"cache", "storage"'


@blueprint.get("/signin")
@policy.public
def show() -> str | Response:
    if policy.actor() and "again" not in request.args:
        return redirect(local_address(request.args.get("to", "")), code=303)
    return page(AddressForm(formdata=None), PasswordForm(formdata=None), to=request.args.get("to", ""))


@blueprint.post("/signin/link")
@policy.public
def ask() -> str | Response:
    """Whoever has this address gets a mail; nobody learns whether anybody has."""
    form = AddressForm()
    if "link" not in campaign().config.signin.methods:
        abort(404)
    if not form.validate():
        return page(form, PasswordForm(formdata=None), to=form.to.data or "")
    asked = tokens.fresh()
    signin.ask(work(), str(form.address.data), browser=identity.browser(), asked=asked, post=identity.post())
    cookie["to"] = inside(form.to.data or "")
    answer = redirect(url_for("signin.sent"), code=303)
    identity.keep(answer, ASKED, asked, seconds=A_WHILE)
    return answer


@blueprint.get("/signin/sent")
@policy.public
def sent() -> str:
    return render_template("signin/sent.html", code=tokens.code(identity.cookie(ASKED)))


@blueprint.get("/signin/link/<token>")
@policy.public
def offer(token: str) -> tuple[str, int]:
    """The button; nothing is used up by looking."""
    return link_page(token, link_of(token))


@blueprint.post("/signin/link/<token>")
@policy.public
def use(token: str) -> Response | tuple[str, int]:
    link = link_of(token)
    form = AdministratorForm() if link and link.purpose == Purpose.ADMINISTRATOR else None
    if link is None or (form and not form.validate()):
        return link_page(token, link, form)
    asked = identity.cookie(ASKED)
    if not one_time_links.use(work(), link, asked=asked, code=request.form.get("code", "")):
        return link_page(token, link_of(token), wrong=not one_time_links.is_from(link, asked))
    user = form.become(work(), link) if form else signin.active(session(), link.user_id)
    return enter(user, way=link.way) if user else link_page(token, None)


@blueprint.post("/signin/password")
@policy.public
def password() -> str | Response:
    form = PasswordForm()
    if "password" not in campaign().config.signin.methods:
        abort(404)
    user_id = None
    if form.validate():
        user_id = form.check(campaign().database, browser=identity.browser(), now=now())
    user = signin.active(session(), user_id) if user_id else None
    if user is None:
        noted("password")
        return page(AddressForm(formdata=None), form, to=form.to.data or "", refused=True)
    cookie["to"] = inside(form.to.data or "")
    return enter(user, way="password")


@blueprint.get("/signin/code")
@policy.public
def second() -> str:
    return render_template("signin/second.html", form=CodeForm(formdata=None), refused=False)


@blueprint.post("/signin/code")
@policy.public
def prove() -> str | Response:
    """The second factor: a code of the app, or one of those on paper."""
    form, half = CodeForm(), identity.cookie(HALF)
    browser, secret = device(), campaign().config.server.secret_key
    key = form.validate() and signin.second_factor(work(), half, str(form.code.data), browser=browser, secret=secret)
    if not key:
        noted("code")
        return render_template("signin/second.html", form=form, refused=True)
    return opened(Opened(key, is_complete=True), browser.device)


@blueprint.post("/signout")
@policy.reader
def leave() -> Response:
    """End this session; the browser forgets what it has seen."""
    here = identity.here()
    sessions.end(work(), here.user_id, only=here.id)
    cookie.clear()
    answer = redirect(url_for("signin.show"), code=303)
    identity.drop(answer, identity.SIGN_IN)
    answer.headers["Clear-Site-Data"] = LEFT
    return answer


def noted(way: str) -> None:
    """A sign-in that failed is logged with where it came from; not the address, which may be a mistyped password."""
    values = {"action": "signin_failed", "way": way, "network": identity.network()}
    log.warning("sign-in by %s refused, from %s", way, identity.network(), extra=values)


def enter(user: User, *, way: str) -> Response:
    """After the first factor."""
    browser = device()
    secret = campaign().config.server.secret_key
    result = signin.open_desk(work(), user, way=way, browser=browser, secret=secret)
    return opened(result, browser.device)


def opened(result: Opened, device_key: str) -> Response:
    """Off to the page that was asked for, or to the second factor; nothing of before stays in the browser."""
    target = cookie.get("to", "")
    cookie.clear()
    if not result.is_complete:
        cookie["to"] = target
        answer = redirect(url_for("signin.second"), code=303)
        identity.keep(answer, HALF, result.key, seconds=A_WHILE)
        return answer
    if old := policy.actor():
        sessions.end(work(), old.user_id, only=identity.here().id)
    answer = redirect(local_address(target), code=303)
    identity.keep(answer, identity.SIGN_IN, result.key)
    identity.keep(answer, identity.DEVICE, device_key, seconds=identity.A_YEAR)
    identity.drop(answer, ASKED)
    identity.drop(answer, HALF)
    return answer


def device() -> sessions.Browser:
    """The browser, with a key by which it is known from now on."""
    browser = identity.browser()
    return browser if browser.device else sessions.Browser(browser.agent, browser.network, tokens.fresh())


def local_address(address: str) -> str:
    """The page that somebody wanted before signing in; else where the desk begins."""
    target = inside(address)
    if target != "/":
        return target
    home = next(
        (name for name in ("attention.show", "account.show") if name in current_app.view_functions), "years.current"
    )
    return url_for(home)


def link_of(token: str) -> OneTimeLink | None:
    return one_time_links.find(session(), token, Purpose.SIGN_IN, Purpose.ADMINISTRATOR, now=now())


def link_page(
    token: str, link: OneTimeLink | None, form: AdministratorForm | None = None, *, wrong: bool = False
) -> tuple[str, int]:
    """The page of a link: its button, its questions, or that it opens nothing (any more)."""
    if link is None:
        return render_template("signin/closed.html"), 404
    if link.purpose == Purpose.ADMINISTRATOR:
        form = form or AdministratorForm.empty(link)
    asks = not one_time_links.is_from(link, identity.cookie(ASKED))
    return render_template("signin/link.html", token=token, form=form, asks=asks, wrong=wrong), 200


def page(address: AddressForm, password: PasswordForm, *, to: str, refused: bool = False) -> str:
    settings = campaign().config.signin
    return render_template(
        "signin/show.html", form=address, password=password, to=inside(to), refused=refused, settings=settings
    )
