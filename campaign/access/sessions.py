"""Who is signed in: sessions that live in the database, so that ending one ends it at once, everywhere.

The browser holds a random key; a copied one is worth nothing once its row has ended. A session rests after a while
without use and ends for good after some hours.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from campaign import tokens
from campaign.audit import Act, Author
from campaign.config import SignIn as Settings
from campaign.models import Channel, Role, SignIn, User, user_group

TOUCH = timedelta(minutes=1)
"""How exactly the last use is known: a row is written at most once in this time."""


@dataclass(frozen=True, slots=True)
class DeskSession:
    """One signed-in browser. ``groups``: the groups that an organizer is limited to; None means all."""

    id: int
    user_id: int
    name: str
    role: Role
    groups: frozenset[int] | None
    created_at: datetime
    seen_at: datetime
    mail_held_at: datetime | None = None
    """Since when all mail is held: every page of the desk says so."""


@dataclass(frozen=True, slots=True)
class Browser:
    """What is known of the browser: how it calls itself, where it comes from, and the keys that it keeps."""

    agent: str = ""
    network: str = ""
    device: str = ""


def begin(work: Act, user: User, *, way: str, browser: Browser) -> str:
    """A new session of this person; returns its key, which only the browser will know."""
    key = tokens.fresh()
    work.session.add(
        SignIn(
            user_id=user.id,
            digest=tokens.digest(key),
            device=tokens.digest(browser.device) if browser.device else "",
            way=way,
            agent=browser.agent,
            network=browser.network,
            created_at=work.now,
            seen_at=work.now,
        )
    )
    user.last_signed_in_at = work.now
    own = Act(work.session, work.now, Author(user.name, user.id))
    own.record("sign in", user, {}, {"way": way, "network": browser.network, "agent": browser.agent})
    return key


def find(session: Session, key: str, *, settings: Settings, now: datetime) -> DeskSession | None:
    """Whose session this key opens, if it still does; one query."""
    held = select(Channel.held_at).where(Channel.name == Channel.MAIL).scalar_subquery()
    rows = session.execute(
        select(
            SignIn.id,
            SignIn.created_at,
            SignIn.seen_at,
            User.id,
            User.name,
            User.role,
            User.is_limited,
            held.label("held_at"),
            user_group.c.group_id,
        )
        .join(User, User.id == SignIn.user_id)
        .outerjoin(user_group, user_group.c.user_id == User.id)
        .where(SignIn.digest == tokens.digest(key), User.disabled_at.is_(None), *is_open(settings, now=now))
    ).all()
    if not rows:
        return None
    number, created_at, seen_at, user_id, name, role, is_limited, held_at, _ = rows[0]
    groups = frozenset(row.group_id for row in rows if row.group_id is not None)
    return DeskSession(number, user_id, name, role, groups if is_limited else None, created_at, seen_at, held_at)


def is_open(settings: Settings, *, now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Which sessions are not over: nobody ended them, they were used lately and are not too old."""
    return (
        SignIn.ended_at.is_(None),
        SignIn.seen_at > now - timedelta(minutes=settings.idle_minutes),
        SignIn.created_at > now - timedelta(hours=settings.longest_hours),
    )


def touch(connection: Connection, found: DeskSession, *, now: datetime) -> None:
    """Note that the session is in use; the only thing that a page which is merely read may write."""
    mine = (SignIn.id == found.id, SignIn.seen_at < now, SignIn.ended_at.is_(None))
    connection.execute(update(SignIn).where(*mine).values(seen_at=now))


def end(work: Act, user_id: int, *, only: int | None = None, but: int = 0) -> None:
    """End all sessions of a person (``only`` this one, all ``but`` that one). Their keys are worthless from now on."""
    theirs = [SignIn.user_id == user_id, SignIn.ended_at.is_(None), SignIn.id != but]
    if only is not None:
        theirs.append(SignIn.id == only)
    work.session.execute(update(SignIn).where(*theirs).values(ended_at=work.now, ended_by=work.by.name))
