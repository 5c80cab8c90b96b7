"""Users of the desk: accounts, sign-in sessions, one-time links, recovery codes, throttles and account mails.

No key is kept in clear: of a session, a link or a recovery code only the SHA-256 is here, of a password the Argon2id
hash, of the authenticator only what is worthless without the secret of the configuration: a stolen backup opens
nothing.
"""

from __future__ import annotations

from datetime import datetime
from enum import IntEnum, StrEnum

from sqlalchemy import Column, Enum, ForeignKey, Index, Table, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from campaign.models.base import Base, Deliverable, related
from campaign.models.member import Group

user_group = Table(
    "user_group",
    Base.metadata,
    Column("user_id", ForeignKey("user.id", ondelete="CASCADE"), primary_key=True),
    Column("group_id", ForeignKey("group.id", ondelete="CASCADE"), primary_key=True, index=True),
)


class Role(IntEnum):
    """What a person at the desk may do; each role includes the ones before it."""

    READER = 1
    ORGANIZER = 2
    ADMINISTRATOR = 3


class Purpose(StrEnum):
    """What a one-time link opens: only this, once."""

    SIGN_IN = "sign in"
    ADMINISTRATOR = "administrator"
    SECOND_FACTOR = "second factor"
    PROVIDER = "provider"
    FORM = "form"


class User(Base):
    """A person who may work at the desk. ``address_key`` (NFC, case-folded) is the identity, as with members.

    ``is_limited``: may change only what concerns ``groups``. It is a fact of its own, so that a limited organizer whose
    last group was deleted may change nothing, and not everything.
    """

    __tablename__ = "user"

    name: Mapped[str]
    address: Mapped[str]
    address_key: Mapped[str] = mapped_column(unique=True)
    role: Mapped[Role] = mapped_column(Enum(Role, native_enum=False, length=20))
    is_limited: Mapped[bool] = mapped_column(default=False)
    language: Mapped[str] = mapped_column(default="vi")
    password_hash: Mapped[str | None]
    password_at: Mapped[datetime | None]
    # The authenticator: its secret comes from the configuration's key and this salt (campaign.access.authenticator).
    totp_salt: Mapped[str | None]
    totp_confirmed_at: Mapped[datetime | None]
    totp_step: Mapped[int] = mapped_column(default=0)
    # Who the organisation's identity provider says this is (OpenID Connect, section 2: "sub" never changes).
    oidc_subject: Mapped[str | None] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    created_by: Mapped[str] = mapped_column(default="")
    disabled_at: Mapped[datetime | None]
    disabled_by: Mapped[str] = mapped_column(default="")
    last_signed_in_at: Mapped[datetime | None]

    groups: Mapped[list[Group]] = related(secondary=user_group)

    @property
    def is_active(self) -> bool:
        return self.disabled_at is None

    @property
    def has_second_factor(self) -> bool:
        return self.totp_confirmed_at is not None


class SignIn(Base):
    """One browser's session, from signing in to its end. The browser holds a random key, the row its digest.

    ``device``: digest of a key that stays in the browser for a year; a browser that signed in before is not slowed
    down by attackers who try the same address.
    """

    __tablename__ = "sign_in"

    user_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    digest: Mapped[str] = mapped_column(unique=True)
    device: Mapped[str] = mapped_column(default="", index=True)
    way: Mapped[str]
    agent: Mapped[str] = mapped_column(default="")
    network: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[str] = mapped_column(default="")

    user: Mapped[User] = related()


class OneTimeLink(Base):
    """A link that opens one thing once. Its key comes from ``seed`` and the secret (``campaign.tokens``).

    ``browser`` and ``code``: digests of what the browser that asked for a mail holds and shows; a link opened in
    another browser asks for the code. Empty for links that were printed on the console.
    """

    __tablename__ = "one_time_link"

    purpose: Mapped[Purpose] = mapped_column(Enum(Purpose, native_enum=False, length=20))
    seed: Mapped[str]
    digest: Mapped[str] = mapped_column(unique=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    address: Mapped[str] = mapped_column(default="")
    way: Mapped[str] = mapped_column(default="")
    browser: Mapped[str] = mapped_column(default="")
    code: Mapped[str] = mapped_column(default="")
    wrong: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class RecoveryCode(Base):
    """A code on paper that stands in for the authenticator once."""

    __tablename__ = "recovery_code"
    __table_args__ = (UniqueConstraint("user_id", "digest"),)

    user_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"))
    digest: Mapped[str]
    used_at: Mapped[datetime | None]


class Throttle(Base):
    """The latest tries of one kind from one source. All instances share the row and wait for each other at it."""

    __tablename__ = "throttle"

    key: Mapped[str] = mapped_column(unique=True)
    tries: Mapped[list[str]] = mapped_column(default=list)
    changed_at: Mapped[datetime] = mapped_column(index=True)


class AccountMail(Deliverable, Base):
    """A mail about an account, on its way. It is no message: it has no event and nothing to unsubscribe from.

    The link in it is made when it is sent (``mailing.accountmail``), so no key ever lies in this row. ``about``: which
    mail a sample is a sample of.
    """

    __tablename__ = "account_mail"
    __table_args__ = (Index("ix_account_mail_pending", "settled_at", "next_at"),)

    kind: Mapped[str]
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    link_id: Mapped[int | None] = mapped_column(ForeignKey("one_time_link.id", ondelete="CASCADE"), index=True)
    by: Mapped[str] = mapped_column(default="")
    about: Mapped[str] = mapped_column(default="")
