"""A member's personal feed address: made on demand, shown once, stored only as a digest."""

from __future__ import annotations

import hashlib
import secrets
from contextlib import suppress
from datetime import datetime, timedelta

from sqlalchemy import and_, func, or_, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from campaign.audit import Act
from campaign.calendar.audience import events_for
from campaign.calendar.feeds import Selection
from campaign.config import Config
from campaign.db import Database
from campaign.errors import NotFound, Unavailable
from campaign.models import Event, FeedToken, Member, Occurrence, Response

MOST_COMING = 30


def make_token(work: Act, member: Member) -> str:
    """A new key to the member's feed; every earlier one stops working at once."""
    earlier = (FeedToken.member_id == member.id) & FeedToken.revoked_at.is_(None)
    work.session.execute(update(FeedToken).where(earlier).values(revoked_at=work.now))
    token = secrets.token_urlsafe(32)
    work.session.add(FeedToken(member_id=member.id, digest=digest_of(token), created_at=work.now))
    return token


def digest_of(token: str) -> str:
    """A 256-bit random key needs no salt (OWASP ASVS 5.0, 6.5.2)."""
    return hashlib.sha256(token.encode()).hexdigest()


def selection_of(connection: Connection, token: str, *, config: Config) -> Selection:
    """What the feed behind this key shows. Unknown, replaced and orphaned keys are alike: ``NotFound``."""
    row = connection.execute(
        select(Member.id, Member.name)
        .join(FeedToken, FeedToken.member_id == Member.id)
        .where(FeedToken.digest == digest_of(token), FeedToken.revoked_at.is_(None), Member.left_at.is_(None))
    ).one_or_none()
    if row is None:
        raise NotFound("Không có lịch nào ở địa chỉ này.")
    return Selection(f"{config.organisation.sender} - {row.name}", None, member_id=row.id)


def coming(session: Session, member: Member, *, now: datetime) -> list[tuple[Event, Occurrence, str]]:
    """What is coming for the member, soonest first, each with the answer that was given ("": none). One query."""
    mine = and_(Response.occurrence_id == Occurrence.id, Response.member_id == member.id)
    meant = or_(Event.id.in_(events_for(member.id)), Response.id.is_not(None))
    live = Occurrence.confirmed_at.is_not(None), Occurrence.cancelled_at.is_(None), Occurrence.ends_at > now
    query = (
        select(Event, Occurrence, func.coalesce(Response.answer, ""))
        .join(Occurrence, Occurrence.event_id == Event.id)
        .outerjoin(Response, mine)
        .where(meant, *live)
        .order_by(Occurrence.starts_at, Occurrence.id)
        .limit(MOST_COMING)
    )
    return [(row[0], row[1], row[2]) for row in session.execute(query)]


def key_of_feed(session: Session, member: Member) -> FeedToken | None:
    """The record of the address in use, which is not kept itself."""
    current = FeedToken.member_id == member.id, FeedToken.revoked_at.is_(None)
    return session.scalars(select(FeedToken).where(*current).order_by(FeedToken.id.desc()).limit(1)).first()


def note_use(database: Database, token: str, *, now: datetime) -> None:
    """Keep when the address was last used, to the day: most requests only read."""
    unknown = or_(FeedToken.last_used_at.is_(None), FeedToken.last_used_at < now - timedelta(days=1))
    stale = FeedToken.digest == digest_of(token), unknown
    with database.read() as session:
        if session.scalar(select(FeedToken.id).where(*stale)) is None:
            return
    with suppress(Unavailable), database.begin(lazy=True) as connection:
        connection.execute(update(FeedToken).where(*stale).values(last_used_at=now))


def masked(name: str) -> str:
    """Enough of a name for its owner to know it, too little for anybody else: "Nguyễn T. T. T"."""
    first, *others = name.split() or [""]
    return " ".join([first, *(f"{other[0]}." for other in others)])
