"""The agency's own words at the beginning and the end of its mails."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from campaign.models.base import Base


class MailText(Base):
    """The opening and closing sentence of one kind of mail in one language; empty means: as the house says it."""

    __tablename__ = "mail_text"
    __table_args__ = (UniqueConstraint("kind", "language"),)

    kind: Mapped[str]
    language: Mapped[str]
    opening: Mapped[str] = mapped_column(Text, default="")
    closing: Mapped[str] = mapped_column(Text, default="")
    changed_at: Mapped[datetime]
    changed_by: Mapped[str]
