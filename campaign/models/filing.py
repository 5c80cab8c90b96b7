"""Reports handed in: by a unit to the committee, and by the agency to whoever asked for the report."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from campaign.models.base import Base


class Filing(Base):
    """A report of one occurrence that was filed on a day, under a number, as a link or a file.

    ``unit_id`` names the unit whose part it is; empty: the agency's own report to its recipient, which ends the duty.
    """

    __tablename__ = "filing"
    __table_args__ = (
        Index("uq_filing_unit", "occurrence_id", "unit_id", unique=True),
        Index(
            "uq_filing_agency",
            "occurrence_id",
            unique=True,
            sqlite_where=text("unit_id IS NULL"),
            postgresql_where=text("unit_id IS NULL"),
        ),
    )

    occurrence_id: Mapped[int] = mapped_column(ForeignKey("occurrence.id", ondelete="CASCADE"))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), index=True)
    filed_on: Mapped[date]
    number: Mapped[str] = mapped_column(default="")
    link: Mapped[str] = mapped_column(Text, default="")
    note: Mapped[str] = mapped_column(Text, default="")
    file_name: Mapped[str] = mapped_column(default="")
    file: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    noted_at: Mapped[datetime]
    noted_by: Mapped[str] = mapped_column(default="")
