"""Members, the people who get mail, and the groups that make up audiences."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Column, ColumnElement, ForeignKey, Index, Select, Table, Text, and_, case, select
from sqlalchemy.engine.default import DefaultExecutionContext
from sqlalchemy.orm import Mapped, aliased, mapped_column, validates

from campaign.collation import name_key
from campaign.models.base import EMPTY, Base, related
from campaign.models.searched import Searched
from campaign.translations import SOURCE, TO_BODIES

EXTERNAL = "external"
"""The kind of a group that is another body: its members are not of "everybody", and are addressed as a body."""

membership = Table(
    "membership",
    Base.metadata,
    Column("group_id", ForeignKey("group.id", ondelete="CASCADE"), primary_key=True),
    Column("member_id", ForeignKey("member.id", ondelete="CASCADE"), primary_key=True, index=True),
)


def _first_key(context: DefaultExecutionContext) -> str:
    return name_key(context.get_current_parameters()["name"])  # type: ignore[no-untyped-call]


class Group(Searched, Base):
    """A named set of members.

    ``kind``: unit (phòng, đơn vị), body (Ban VSTBPN, Ban nữ công), ``EXTERNAL`` (Sở Nội vụ, Hội LHPN) or list.
    """

    __tablename__ = "group"
    SEARCHED = ("name",)

    name: Mapped[str] = mapped_column(unique=True)
    slug: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str] = mapped_column(default="list")
    created_at: Mapped[datetime]

    members: Mapped[list[Member]] = related(secondary=membership, back_populates="groups")


class Member(Searched, Base):
    """A person who gets mail. ``address_key`` (NFC, case-folded) is the identity: one address, one member."""

    __tablename__ = "member"
    __table_args__ = (Index("ix_member_sort_key", "sort_key", "id"),)
    SEARCHED = ("name", "address")

    name: Mapped[str]
    sort_key: Mapped[str] = mapped_column(Text, default=_first_key)
    address: Mapped[str]
    address_key: Mapped[str] = mapped_column(unique=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("group.id", ondelete="SET NULL"), index=True)
    sex: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="vi")
    created_at: Mapped[datetime]
    left_at: Mapped[datetime | None]
    erased_at: Mapped[datetime | None]
    unsubscribed_at: Mapped[datetime | None]
    flagged_at: Mapped[datetime | None]
    flag_reason: Mapped[str] = mapped_column(default="")
    flag_detail: Mapped[str] = mapped_column(default="", server_default=EMPTY)

    unit: Mapped[Group | None] = related(foreign_keys=[unit_id])
    groups: Mapped[list[Group]] = related(secondary=membership, back_populates="members")

    @validates("name")
    def _keep_order(self, _key: str, name: str) -> str:
        self.sort_key = name_key(name)
        return name

    @property
    def is_active(self) -> bool:
        return self.left_at is None

    def unsubscribe(self, *, now: datetime) -> None:
        """No more reminders; duty mail and mails about the account itself still go."""
        self.unsubscribed_at = self.unsubscribed_at or now

    def resubscribe(self) -> None:
        self.unsubscribed_at = None

    def leave(self, *, now: datetime) -> None:
        self.left_at = self.left_at or now

    def rejoin(self) -> None:
        self.left_at = None


def external_ids() -> Select[int]:
    """The ids of the members of other bodies."""
    group, inside = aliased(Group), membership.alias()
    return select(inside.c.member_id).join(group, group.id == inside.c.group_id).where(group.kind == EXTERNAL)


def wording() -> ColumnElement[str]:
    """In which words a member is written to, in a query that has Member in it: as ``campaign.translations`` knows."""
    to_body = and_(Member.language == SOURCE, Member.id.in_(external_ids()))
    return case((to_body, TO_BODIES), else_=Member.language)


class Erasure(Base):
    """That a member's personal data were erased: carried over a restore, so that an older backup brings nobody back.

    A row of ``member`` is recognised by its id and the moment at which it was made. ``purged_at``: when the database's
    file was written anew, without what deleted rows leave behind.
    """

    __tablename__ = "erasure"

    member_id: Mapped[int] = mapped_column(unique=True)
    member_created_at: Mapped[datetime]
    erased_at: Mapped[datetime]
    erased_by: Mapped[str] = mapped_column(default="")
    purged_at: Mapped[datetime | None]
