"""Members and groups in bulk: a list of members becomes rows of the database, names of groups become groups.

All in the caller's transaction: an error leaves nothing behind. What a list must look like is ``member_file``'s.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, islice
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from campaign.audit import Act
from campaign.calendar import revision
from campaign.dates.written import plain
from campaign.db import insert
from campaign.directory.member_file import Row, key_of
from campaign.errors import Conflict, InvalidInput
from campaign.models import Group, Member, membership

__all__ = ["Imported", "Progress", "find_or_refuse_groups", "import_members", "key_of", "make_groups", "slug_of"]

BATCH = 500
"""Rows per statement: below every database's limit of parameters, and one step of a progress bar."""
LANGUAGE = "vi"
LONGEST_SLUG = 60
SHOWN = 5

Progress = Callable[[int], None]
"""Called with the number of rows that were done since the last call."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What a list changed. ``new_groups``: the names of the groups and units that it made."""

    created: int
    updated: int
    unchanged: int
    new_groups: tuple[str, ...]


def import_members(
    work: Act, rows: Sequence[Row], *, progress: Progress | None = None, replace: bool = False
) -> Imported:
    """Bring the members in line with the list. A member is recognised by address; who had left is taken back.

    What the list leaves empty stays as it is, and nobody leaves a group by it; with ``replace`` the list is the whole
    truth about the members that it names: exactly these groups, and empty where it is empty.
    """
    try:
        units = make_groups(work, (row.unit for row in rows if row.unit), kind="unit")
        lists = make_groups(work, (name for row in rows for name in row.groups), kind="list")
        created = changed = 0
        for batch in _batches(rows):
            new, touched = _import_batch(work, batch, units.found | lists.found, replace=replace)
            created, changed = created + new, changed + touched
            if progress:
                progress(len(batch))
    except IntegrityError as error:
        raise Conflict("Danh sách thành viên vừa được người khác thay đổi; xin nhập lại.") from error
    made = units.made + lists.made
    if created or changed or made:
        revision.bump(work.session, now=work.now)
    return Imported(created, changed, len(rows) - created - changed, made)


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups by the folded form of their names, and the names of those that were just made."""

    found: dict[str, Group]
    made: tuple[str, ...]


def make_groups(work: Act, names: Iterable[str], *, kind: str) -> Groups:
    """The groups of these names, made where they are missing. ``kind``: unit, body or list."""
    wanted = {_folded(name): name for name in reversed(list(names))}
    if not wanted:
        return Groups({}, ())
    existing = work.session.scalars(select(Group).order_by(Group.id)).all()
    found = {_folded(group.name): group for group in existing}
    missing = {key: name for key, name in reversed(wanted.items()) if key not in found}
    slugs = {group.slug for group in existing}
    for key, name in missing.items():
        found[key] = Group(name=name, slug=_unused(slug_of(name), slugs), kind=kind, created_at=work.now)
        slugs.add(found[key].slug)
    work.session.add_all(found[key] for key in missing)
    work.session.flush()
    return Groups(found, tuple(missing.values()))


def find_or_refuse_groups(session: Session, names: Iterable[str]) -> list[Group]:
    """The groups that are called so, by name or slug, each once.

    InvalidInput names the first one that does not exist, and the nearest names that do.
    """
    groups = session.scalars(select(Group).order_by(Group.name)).all()
    by_name = {group.slug: group for group in groups} | {_folded(group.name): group for group in groups}
    found: dict[int, Group] = {}
    for name in names:
        group = by_name.get(_folded(name))
        if group is None:
            raise InvalidInput("Không có nhóm “{name}”. {hint}", name=name, hint=_hint(name, groups))
        found[group.id] = group
    return list(found.values())


def slug_of(name: str) -> str:
    """The name for addresses: ASCII letters, digits and hyphens ("Ban Nữ công" → "ban-nu-cong")."""
    slug = re.sub(r"[^a-z0-9]+", "-", plain(name)).strip("-")
    return slug[:LONGEST_SLUG].rstrip("-") or "nhom"


def _folded(name: str) -> str:
    """What makes two spellings the same group: case and spaces do not count, tone marks do."""
    return " ".join(key_of(name).split())


def _unused(slug: str, used: set[str]) -> str:
    numbered = (f"{slug}-{number}" for number in count(2))
    return slug if slug not in used else next(other for other in numbered if other not in used)


def _hint(name: str, groups: Sequence[Group]) -> str:
    if not groups:
        return "Chưa có nhóm nào; hãy nhập danh sách thành viên trước."
    bare = {plain(group.name): group.name for group in groups}
    near = difflib.get_close_matches(plain(name), bare, n=3, cutoff=0.5)
    shown = [bare[match] for match in near] or [group.name for group in groups[:SHOWN]]
    quoted = ", ".join(f"“{each}”" for each in shown)
    return f"Gần nhất: {quoted}." if near else f"Hiện có: {quoted}{' …' if len(groups) > SHOWN else ''}."


def _batches(rows: Sequence[Row]) -> Iterator[list[Row]]:
    rest = iter(rows)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _import_batch(work: Act, rows: list[Row], groups: Mapping[str, Group], *, replace: bool) -> tuple[int, int]:
    """How many members were made, and how many others were changed."""
    by_key = {key_of(row.email): row for row in rows}
    known = work.session.scalars(select(Member).where(Member.address_key.in_(by_key))).all()
    for member in known:
        _update(member, _said(by_key[member.address_key], groups), replace=replace)
    changed = {member.id for member in known if work.session.is_modified(member)}
    work.session.flush()
    missing = by_key.keys() - {member.address_key for member in known}
    values = [
        {"address_key": key, "created_at": work.now, **_said(row, groups), "language": row.language or LANGUAGE}
        for key, row in by_key.items()
        if key in missing
    ]
    if values:
        work.session.execute(insert(work.session, Member.__table__), values)  # type: ignore[arg-type]
    ids = work.session.execute(select(Member.address_key, Member.id).where(Member.address_key.in_(by_key)))
    changed |= _enrol(work.session, {id_: _group_ids(by_key[key], groups) for key, id_ in ids}, replace=replace)
    return len(values), len(changed & {member.id for member in known})


def _said(row: Row, groups: Mapping[str, Group]) -> dict[str, Any]:
    """What the row says of the member; "" or None where it says nothing."""
    unit = groups[_folded(row.unit)].id if row.unit else None
    return {"name": row.name, "address": row.email, "unit_id": unit, "sex": row.sex, "language": row.language}


def _update(member: Member, said: Mapping[str, Any], *, replace: bool) -> None:
    """An attribute that has its value already stays unmodified."""
    for column, value in said.items():
        if value or (replace and column != "language"):
            setattr(member, column, value)
    member.rejoin()


def _group_ids(row: Row, groups: Mapping[str, Group]) -> set[int]:
    """The groups that the member belongs to; the unit is one of them."""
    return {groups[_folded(name)].id for name in (row.unit, *row.groups) if name}


def _enrol(session: Session, wanted: Mapping[int, set[int]], *, replace: bool) -> set[int]:
    """Write the memberships that are missing, with ``replace`` delete the others; the members whose changed."""
    rows = session.execute(select(membership).where(membership.c.member_id.in_(wanted)))
    present = {(row.member_id, row.group_id) for row in rows}
    named = {(member, group) for member, groups in wanted.items() for group in groups}
    added, removed = named - present, present - named if replace else set()
    if added:
        values = [{"member_id": member, "group_id": group} for member, group in sorted(added)]
        session.execute(insert(session, membership).on_conflict_do_nothing(), values)
    for member in {member for member, _group in removed}:
        gone = [group for other, group in removed if other == member]
        session.execute(delete(membership).where(membership.c.member_id == member, membership.c.group_id.in_(gone)))
    return {member for member, _group in added | removed}
