"""The mail log by mailing, and the mails themselves: what became of a whole reminder or notice, and what one said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.desk.maillog import Entry
from campaign.errors import NotFound
from campaign.models import MailContent, Member, Message
from campaign.paging import Within, members_within
from campaign.sending import counts


@dataclass(frozen=True, slots=True)
class Mailing:
    """A reminder or notice as a whole: how many of its messages ended how."""

    name: str
    results: Mapping[str, int]

    @property
    def total(self) -> int:
        return sum(self.results.values())


def mailings(session: Session, entries: Iterable[Entry]) -> list[tuple[Mailing, list[Entry]]]:
    """Entries that follow each other and belong to one mailing, with what became of the whole of it."""
    found = [(mailing, list(group)) for mailing, group in groupby(entries, key=lambda each: each.mailing)]
    counted: dict[str, Mapping[str, int]] = {}
    for sign, cause in (("r", "reminder_id"), ("n", "notice_id")):
        ids = {int(mailing[1:]) for mailing, _group in found if mailing.startswith(sign)}
        each = counts.of_each(session, cause, ids) if ids else {}
        counted |= {f"{sign}{number}": results for number, results in each.items()}
    return [(Mailing(mailing, counted.get(mailing, {})), group) for mailing, group in found]


def content_of(session: Session, message_id: int, *, within: Within = None) -> tuple[Message, Member, MailContent]:
    """A message whose words are fixed. Raises ``NotFound``."""
    query = (
        select(Message, Member, MailContent)
        .join(Member, Member.id == Message.member_id)
        .join(MailContent, MailContent.id == Message.content_id)
        .where(Message.id == message_id, Message.dated_at.is_not(None), members_within(within))
    )
    row = session.execute(query).one_or_none()
    if row is None:
        raise NotFound("Không có thư này, hoặc thư chưa được soạn.")
    return row[0], row[1], row[2]
