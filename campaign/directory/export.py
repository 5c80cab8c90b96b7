"""The register of members as rows of a file that can be read in again, with the columns of ``member_file``."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from campaign.calendar.audit_words import SEXES
from campaign.calendar.sentence import Sentence
from campaign.models import Member
from campaign.paging import Within, members_within

HEADINGS = (
    Sentence("họ và tên"),
    Sentence("thư điện tử"),
    Sentence("đơn vị"),
    Sentence("nhóm"),
    Sentence("giới tính"),
    Sentence("ngôn ngữ"),
)


def rows(session: Session, *, within: Within = None) -> Iterator[tuple[str, ...]]:
    """The members at work by given name, each as the cells of a line. Two questions."""
    query = select(Member).where(Member.left_at.is_(None), members_within(within))
    loaded = query.options(joinedload(Member.unit), selectinload(Member.groups)).order_by(Member.sort_key, Member.id)
    for member in session.scalars(loaded):
        groups = sorted(group.name for group in member.groups if group.id != member.unit_id)
        unit = member.unit.name if member.unit else ""
        yield member.name, member.address, unit, "; ".join(groups), str(SEXES.get(member.sex, "")), member.language
