"""Lists of people brought in at the desk: uploaded, looked at, confirmed by the hash of the same file, undone.

An upload belongs to one person and lies in the database for an hour at most. What the preview promises was found by
doing the import and taking it back, so it is what will happen. For a day an import can be undone, as far as nobody
has built on it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, exists, or_, select, update
from sqlalchemy.orm import Session, selectinload, undefer

from campaign.audit import PROGRAM, Act
from campaign.calendar import changes, revision
from campaign.directory.member_file import MemberFile, key_of
from campaign.directory.member_import import Imported, import_members
from campaign.errors import Conflict, NotFound
from campaign.models import (
    Attendance,
    AudienceGroup,
    Group,
    Import,
    Member,
    Message,
    Notice,
    Response,
    membership,
    user_group,
)
from campaign.models.message import ANNOUNCEMENT
from campaign.reading.checked import checked

KEPT = timedelta(hours=1)
UNDONE_WITHIN = timedelta(hours=24)
ANNOUNCED_AFTER = timedelta(minutes=10)
ANNOUNCED_UNTIL = timedelta(days=7)
BATCH = 500
LONGEST_NAME = 120
MOST_SHOWN = 30
FIELDS = ("name", "address", "unit_id", "sex", "language")

State = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo did. ``kept``: new members on whom something hangs already; they have left instead."""

    removed: int
    kept: int
    restored: int


def upload(work: Act, file: MemberFile, file_name: str) -> Import:
    """Keep the list for an hour and find out what it would do.

    ``file``: as ``member_file.read_safely`` read it. Only its rows are kept: nobody reads the file again.
    """
    content = json.dumps(asdict(file), ensure_ascii=False).encode()
    with work.session.begin_nested() as trial:
        done, found = _run(work.session, file, now=work.now)
        trial.rollback()
    work.session.expire_all()
    _drop_stale(work.session, now=work.now, user_id=work.by.user_id)
    row = Import(
        user_id=work.by.user_id,
        by_name=work.by.name,
        file_name=file_name[:LONGEST_NAME],
        digest=digest_of(content),
        content=content,
        created=done.created,
        updated=done.updated,
        unchanged=done.unchanged,
        changes={"new_groups": list(done.new_groups), "ignored": list(file.ignored), **_shown(found)},
        created_at=work.now,
    )
    work.session.add(row)
    work.session.flush()
    return row


def waiting(work: Act, import_id: int) -> Import:
    """The upload of this person that can still be confirmed. Raises ``NotFound``: nobody else's, and no old one."""
    query = select(Import).where(
        Import.id == import_id, Import.user_id == work.by.user_id, Import.confirmed_at.is_(None)
    )
    row = work.session.scalars(query.where(Import.created_at > work.now - KEPT)).one_or_none()
    if row is None:
        raise NotFound("Tệp đã tải lên không còn nữa (giữ trong một giờ); hãy tải lại.")
    return row


def confirm(work: Act, import_id: int, digest: str, *, announce: bool) -> Import:
    """Bring the list in, the very file that was shown. All of it or nothing."""
    query = (
        select(Import).where(Import.id == import_id, Import.user_id == work.by.user_id).options(undefer(Import.content))
    )
    row = work.session.scalars(query.with_for_update()).one_or_none()
    if row is not None and row.confirmed_at:
        raise Conflict("Danh sách này đã được nhập rồi.")
    if row is None or row.content is None or row.created_at <= work.now - KEPT:
        raise NotFound("Tệp đã tải lên không còn nữa (giữ trong một giờ); hãy tải lại.")
    if digest != row.digest or digest_of(row.content) != row.digest:
        raise Conflict("Tệp đã đổi sau khi xem trước; hãy tải lại và xem lại.")
    done, found = _run(work.session, checked(MemberFile, json.loads(row.content)), now=work.now)
    row.created, row.updated, row.unchanged = done.created, done.updated, done.unchanged
    row.changes, row.content, row.confirmed_at, row.announce = found, None, work.now, announce
    if announce and done.created:
        _announce(work)
    work.session.flush()
    counts = {"created": done.created, "updated": done.updated, "groups": list(done.new_groups), "announce": announce}
    work.record("import", row, {}, counts, title=row.file_name)
    return row


def recent(session: Session, *, now: datetime) -> list[Import]:
    """The imports that can still be undone, the latest first. One question."""
    query = select(Import).where(Import.confirmed_at > now - UNDONE_WITHIN)
    return list(session.scalars(query.order_by(Import.id.desc())))


def undo(work: Act, import_id: int) -> Undone:
    """Take an import back: new members go, changed ones are what they were, where nobody changed them since."""
    row = work.session.scalars(select(Import).where(Import.id == import_id).with_for_update()).one_or_none()
    if row is None or row.confirmed_at is None or row.confirmed_at <= work.now - UNDONE_WITHIN:
        raise NotFound("Lần nhập này không hoàn tác được nữa (chỉ trong 24 giờ).")
    if row.undone_at:
        raise Conflict("Lần nhập này đã được hoàn tác.")
    restored = _restore(work.session, row.changes.get("changed", {}))
    removed, kept = _take_away(work.session, row.changes.get("created", []), now=work.now)
    _drop_groups(work.session, row.changes.get("groups", []))
    row.undone_at, row.undone_by = work.now, work.by.name
    _keep_silent(work.session, row, now=work.now)
    result = Undone(removed, kept, restored)
    new = {"removed": removed, "kept": kept, "restored": restored}
    work.record("undo", row, {}, new, title=row.file_name)
    revision.bump(work.session, now=work.now)
    return result


def _announce(work: Act) -> None:
    """Notify the new members, a little later: an import that is undone at once has mailed nobody."""
    due = work.now + ANNOUNCED_AFTER
    until = due + ANNOUNCED_UNTIL
    invitation = Notice(
        kind=ANNOUNCEMENT, created_at=work.now, created_by=work.by.name, due_at=due, useful_until=until, facts={}
    )
    work.session.add(invitation)


def _keep_silent(session: Session, row: Import, *, now: datetime) -> None:
    waiting_still = Notice.planned_at.is_(None), Notice.cancelled_at.is_(None)
    of_import = Notice.kind == ANNOUNCEMENT, Notice.created_at == row.confirmed_at
    session.execute(update(Notice).where(*of_import, *waiting_still).values(cancelled_at=now))


def digest_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _drop_stale(session: Session, *, now: datetime, user_id: int | None) -> None:
    """An upload that was not confirmed ends with its hour, or with the next upload of the same person."""
    over = or_(Import.created_at <= now - KEPT, Import.user_id == user_id)
    session.execute(delete(Import).where(Import.confirmed_at.is_(None), over))


def _run(session: Session, file: MemberFile, *, now: datetime) -> tuple[Imported, dict[str, Any]]:
    """The import, and what an undo will need to know of it."""
    keys = [key_of(row.email) for row in file.rows]
    groups = set(session.scalars(select(Group.id)))
    before = _states(session, keys)
    done = import_members(Act(session, now, PROGRAM), file.rows)
    session.expire_all()
    after = _states(session, keys)
    made = set(session.scalars(select(Group.id))) - groups
    changed = {
        str(number): {"old": before[number], "new": state}
        for number, state in after.items()
        if number in before and before[number] != state
    }
    return done, {
        "created": sorted(after.keys() - before.keys()),
        "groups": sorted(made),
        "changed": changed,
    }


def _states(session: Session, keys: Sequence[str]) -> dict[int, State]:
    """What the import may change of these members, by their ids."""
    found: dict[int, State] = {}
    for start in range(0, len(keys), BATCH):
        query = select(Member).where(Member.address_key.in_(keys[start : start + BATCH]))
        for member in session.scalars(query.options(selectinload(Member.groups))):
            left = member.left_at.isoformat() if member.left_at else None
            groups = sorted(group.id for group in member.groups)
            found[member.id] = {name: getattr(member, name) for name in FIELDS} | {"left_at": left, "groups": groups}
    return found


def _shown(found: Mapping[str, Any]) -> dict[str, Any]:
    """What the preview names one by one: the first members that would change, with what of them."""
    changed = list(found["changed"].values())[:MOST_SHOWN]
    names = (*FIELDS, "left_at", "groups")
    return {
        "first_changed": [
            {
                "name": each["old"]["name"],
                "address": each["old"]["address"],
                "fields": [name for name in names if each["old"][name] != each["new"][name]],
            }
            for each in changed
        ]
    }


def _restore(session: Session, changed: Mapping[str, Mapping[str, State]]) -> int:
    """Field by field, where the value is still the one that the import gave."""
    restored, added = 0, list[dict[str, int]]()
    numbers = list(map(int, changed))
    for start in range(0, len(numbers), BATCH):
        query = select(Member).where(Member.id.in_(numbers[start : start + BATCH]))
        for member in session.scalars(query):
            old, new = changed[str(member.id)]["old"], changed[str(member.id)]["new"]
            for name in FIELDS:
                if getattr(member, name) == new[name] != old[name]:
                    setattr(member, name, old[name])
            if old["left_at"] and member.left_at is None:
                member.left_at = datetime.fromisoformat(old["left_at"])
            added += [{"who": member.id, "where": group} for group in set(new["groups"]) - set(old["groups"])]
            restored += 1
    session.flush()
    if added:
        gone = membership.c.member_id == bindparam("who"), membership.c.group_id == bindparam("where")
        session.connection().execute(delete(membership).where(*gone), added)
    return restored


def _take_away(session: Session, created: Sequence[int], *, now: datetime) -> tuple[int, int]:
    """New members go; those on whom mails or answers hang stay in the register as having left."""
    removed = kept = 0
    hangs = or_(*(exists().where(noun.member_id == Member.id) for noun in (Message, Response, Attendance)))
    for start in range(0, len(created), BATCH):
        ids = created[start : start + BATCH]
        for member in session.scalars(select(Member).where(Member.id.in_(ids), hangs, Member.left_at.is_(None))):
            changes.leave(Act(session, now, PROGRAM), member)
            kept += 1
        gone = list(session.scalars(select(Member.id).where(Member.id.in_(ids), ~hangs)))
        session.execute(delete(Member).where(Member.id.in_(gone)))
        removed += len(gone)
    session.expire_all()
    return removed, kept


def _drop_groups(session: Session, made: Sequence[int]) -> None:
    """Groups that the import made, where nobody uses them by now."""
    used = or_(
        exists().where(membership.c.group_id == Group.id),
        exists().where(Member.unit_id == Group.id),
        exists().where(AudienceGroup.group_id == Group.id),
        exists().where(user_group.c.group_id == Group.id),
    )
    session.execute(delete(Group).where(Group.id.in_(list(made)), ~used))
