"""Signing in: a link by mail, a password, the organisation's own provider; then the second factor, if there is one.

Written by us, with argon2-cffi, PyOTP, Flask-WTF and Authlib for what is theirs to know. Flask-Security-Too 5.9 was
looked at first: its sessions are signed cookies that can only end all together (one ``fs_uniquifier`` a person), its
mailed links work again and again until they expire and sign in on GET, as every mail scanner would; it throttles
nothing, sends its mail from within the request, and speaks no Vietnamese. What would be left of it is a password check.

Whoever asks learns nothing of who has an account: the answer is the same for every address.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from campaign import tokens
from campaign.access import authenticator, one_time_links, passwords, sessions, throttle
from campaign.access.sessions import Browser
from campaign.access.throttle import Limit
from campaign.audit import NOBODY, Act
from campaign.db import Database
from campaign.models import AccountMail, OneTimeLink, Purpose, SignIn, User

SECOND_FACTOR = timedelta(minutes=5)

MAILS = Limit("mail", most=3)
MAILS_IN_ALL = Limit("mails", most=60)
ASKING = Limit("asking", most=60)
GUESSES = Limit("password", most=10, free=4)
GUESSES_FROM = Limit("network", most=60)
CODES = Limit("code", most=10, free=5)


@dataclass(frozen=True, slots=True)
class Post:
    """What account mail needs to know: the secret of the links, and the end of the Message-IDs (as in planning)."""

    secret: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Opened:
    """What the browser gets after the first factor: the key of a session, or one that only leads to the second."""

    key: str
    is_complete: bool


def address_key(address: str) -> str:
    """Under which name an address is known; ``address`` as ``parse_address`` returns it."""
    return address.casefold()


def user_of(session: Session, address: str) -> User | None:
    """The active person with this address."""
    known = select(User).where(User.address_key == address_key(address), User.disabled_at.is_(None))
    return session.scalars(known).one_or_none()


def user_of_subject(session: Session, subject: str) -> User | None:
    """The person whom the organisation's provider calls so."""
    return session.scalars(select(User).where(User.oidc_subject == subject)).one_or_none()


def active(session: Session, user_id: int | None) -> User | None:
    return session.scalars(select(User).where(User.id == user_id, User.disabled_at.is_(None))).one_or_none()


def ask(work: Act, address: str, *, browser: Browser, asked: str, post: Post) -> None:
    """Somebody wants a link for this address: there will be a mail if there is such a person, and not too often.

    ``asked``: a key that the asking browser keeps. A browser that is known has a count of its own, so that attackers
    who ask for the same address cannot lock its owner out.
    """
    user = user_of(work.session, address)
    known, life = is_known(work.session, user, browser), one_time_links.BY_MAIL
    allowed = _may(work, MAILS, ASKING, address, browser, known=known)
    # Nobody's address costs the same statements as somebody's, so that a clock says nothing of who has an account.
    if allowed and (known or throttle.take(work, MAILS_IN_ALL, "" if user else "nobody")):
        link = one_time_links.new(work, Purpose.SIGN_IN, secret=post.secret, user=user, asked=asked, life=life)
        if user:
            send(work, "signin", user, link=link, post=post, life=life)
        else:
            one_time_links.new(work, Purpose.FORM, secret=post.secret, life=timedelta())


def send(  # noqa: PLR0913 - the columns of a row
    work: Act,
    kind: str,
    user: User,
    *,
    post: Post,
    life: timedelta = timedelta(days=2),
    link: OneTimeLink | None = None,
    by: str = "",
    about: str = "",
) -> None:
    """Put a mail about an account on its way; the next tick takes it."""
    work.session.add(
        AccountMail(
            kind=kind,
            user_id=user.id,
            link_id=link.id if link else None,
            by=by,
            about=about,
            message_id=f"<account.{secrets.token_hex(12)}{post.suffix}",
            created_at=work.now,
            next_at=work.now,
            useful_until=work.now + life,
        )
    )


def is_known(session: Session, user: User | None, browser: Browser) -> bool:
    """Whether this person signed in with this browser before; asked of the database for nobody, too."""
    before = exists().where(SignIn.user_id == (user.id if user else 0), SignIn.device == tokens.digest(browser.device))
    return bool(browser.device) and bool(session.scalar(select(before)))


def with_password(database: Database, address: str, password: str, *, browser: Browser, now: datetime) -> int | None:
    """The id of the person whose address and password these are; None for anything else, and for too many tries.

    The hash is counted outside any transaction: it takes long on purpose. It is counted for nobody, too.
    """
    with database.write() as session:
        user = user_of(session, address)
        is_friend = is_known(session, user, browser)
        allowed = _may(Act(session, now, NOBODY), GUESSES, GUESSES_FROM, address, browser, known=is_friend)
        known = user.password_hash if user else None
    if not allowed or not passwords.fits(known, password) or user is None or known is None:
        return None
    stronger = passwords.hashed(password) if passwords.is_outdated(known) else known
    with database.write() as session:
        throttle.forget(session, GUESSES, _source(address, browser, known=is_friend))
        session.get_one(User, user.id).password_hash = stronger
    return user.id


def open_desk(work: Act, user: User, *, way: str, browser: Browser, secret: str) -> Opened:
    """After the first factor: the desk is open, or the second factor is asked for."""
    if not user.has_second_factor:
        return Opened(sessions.begin(work, user, way=way, browser=browser), is_complete=True)
    link = one_time_links.new(work, Purpose.SECOND_FACTOR, secret=secret, user=user, way=way, life=SECOND_FACTOR)
    return Opened(one_time_links.token_of(link, secret), is_complete=False)


def second_factor(work: Act, token: str, code: str, *, browser: Browser, secret: str) -> str | None:
    """The key of the session, if the code is right; a wrong one counts against the person and against this attempt."""
    link = one_time_links.find(work.session, token, Purpose.SECOND_FACTOR, now=work.now)
    user = active(work.session, link.user_id) if link else None
    if link is None or user is None or not throttle.take(work, CODES, str(user.id)):
        return None
    if not proves(work, user, code, secret=secret):
        one_time_links.count_wrong(work.session, link)
        return None
    if not one_time_links.use(work, link):
        return None
    throttle.forget(work.session, CODES, str(user.id))
    return sessions.begin(work, user, way=link.way, browser=browser)


def proves(work: Act, user: User, code: str, *, secret: str) -> bool:
    """Whether the code comes from the person's app or is one of those on paper; either way it is used up."""
    return authenticator.accept(work, user, secret, code) or authenticator.redeem(work, user, secret, code)


def proves_again(work: Act, user: User, code: str, *, secret: str) -> bool:
    """The same of somebody who is signed in, and counted as there."""
    return throttle.take(work, CODES, str(user.id)) and proves(work, user, code, secret=secret)


def knows(work: Act, user: User, password: str) -> bool:
    """Whether somebody who is signed in knows the password, if there is one; counted as well."""
    if user.password_hash is None:
        return True
    return throttle.take(work, CODES, f"password {user.id}") and passwords.fits(user.password_hash, password)


def _may(work: Act, limit: Limit, crowd: Limit, address: str, browser: Browser, *, known: bool) -> bool:
    """One more try for this address; a browser that nobody knows also counts with its neighbours."""
    allowed = throttle.take(work, limit, _source(address, browser, known=known))
    return allowed and (known or throttle.take(work, crowd, browser.network))


def _source(address: str, browser: Browser, *, known: bool) -> str:
    return f"{address_key(address)} {browser.device}" if known else address_key(address)
