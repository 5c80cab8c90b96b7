"""The state of one outgoing mail, the same for messages to members and for mails about accounts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from campaign.models.base import EMPTY


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
