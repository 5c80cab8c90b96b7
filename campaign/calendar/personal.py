"""A member's personal feed address: made on demand, shown once, stored only as a digest."""

from __future__ import annotations

import hashlib
import secrets

from sqlalchemy import select, update
from sqlalchemy.engine import Connection

from campaign.audit import Act
from campaign.calendar.feeds import Selection
from campaign.config import Config
from campaign.errors import NotFound
from campaign.models import FeedToken, Member


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


def masked(name: str) -> str:
    """Enough of a name for its owner to know it, too little for anybody else: "Nguyễn T. T. T"."""
    first, *others = name.split() or [""]
    return " ".join([first, *(f"{other[0]}." for other in others)])
