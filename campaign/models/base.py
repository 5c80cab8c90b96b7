"""The declarative base: column types, naming of constraints, and relations that raise unless loaded on purpose."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, MetaData, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from campaign.db import Instant

NAMES = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
EMPTY = text("''")
ONE = text("1")
"""Server defaults of columns that were added later: rows that exist already get them."""


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {  # noqa: RUF012
        datetime: Instant(),
        list[str]: JSON(),
        list[dict[str, str]]: JSON(),
        dict[str, Any]: JSON(),
    }

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-1)


def related(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401
    """A relation that a page must load on purpose: touching it unloaded raises instead of querying per row.

    What goes with its owner is deleted by the database (ON DELETE CASCADE), not loaded to be deleted one by one.
    """
    owns = "delete" in options.get("cascade", "")
    return relationship(*arguments, lazy="raise", passive_deletes=owns, **options)


class Deliverable:
    """Pending while ``result`` is empty: due at ``next_at``, claimed until ``lease_until`` by the holder of ``token``.

    ``message_id`` is fixed when the row is made. ``crashes``: attempts that began and never came to an end.
    ``uncertain_at``: a server took the bytes and never answered; one more try, with the same Message-ID, then failed.
    ``reason``: a code of ``campaign.reason``; ``detail``: what a foreign machine or an exception said; ``code``: the
    SMTP reply of the last attempt.
    """

    message_id: Mapped[str]
    created_at: Mapped[datetime]
    next_at: Mapped[datetime]
    useful_until: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    crashes: Mapped[int] = mapped_column(default=0)
    token: Mapped[str | None]
    lease_until: Mapped[datetime | None]
    uncertain_at: Mapped[datetime | None]
    result: Mapped[str | None]
    settled_at: Mapped[datetime | None]
    code: Mapped[int | None]
    reason: Mapped[str] = mapped_column(default="")
    detail: Mapped[str] = mapped_column(default="", server_default=EMPTY)
