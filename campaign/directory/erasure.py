"""Erasing the personal data of a member (Law 91/2025/QH15): the row stays, anonymous, so that counts stay true.

What is erased: name, address, groups, answers' notes, feed, the audit log's values about the person, and the name and
address wherever else they stand in a text. What stays: sex and unit, whether the person was there, results of mails,
and what ``KEPT`` lists. An erasure is a row (``Erasure``) that a restore carries over and that is applied again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import JSON, ColumnElement, Enum, String, cast, delete, exists, func, or_, select, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import InstrumentedAttribute, Session

from campaign import audit
from campaign.audit import Act, Author
from campaign.calendar import changes, revision
from campaign.calendar.agency import UnitOfWork, agency_of
from campaign.config import Config
from campaign.db import Database, insert
from campaign.errors import Conflict, Unavailable
from campaign.models import (
    Attendance,
    AudienceMember,
    AuditEntry,
    Award,
    Base,
    Duty,
    Erasure,
    Event,
    FeedToken,
    Filing,
    Group,
    Guest,
    Import,
    LegalBasis,
    MailContent,
    MailText,
    Member,
    Message,
    Notice,
    Occurrence,
    Plan,
    PlanReading,
    Proposal,
    Reminder,
    Response,
    User,
    membership,
)

ERASED = "[đã xóa]"
BY_LAW = Author("campaign")
KEPT = (Plan, LegalBasis, Duty, PlanReading, Proposal, Filing, Guest, Group, MailText, Message, Response, User)
"""Tables whose texts are not searched: official documents and their reading, which the archives law keeps; other
people; what is cleared by the member's id. Columns that say who acted ("…_by") keep the name: an official's act."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How much an erasure concerns: what goes, and what stays as a number."""

    texts: int
    responses: int
    attendance: int
    messages: int


def extent(session: Session, member: Member) -> Extent:
    counted = (select(func.count()).where(noun.member_id == member.id) for noun in (Response, Attendance, Message))
    texts = sum(len(rows) for rows in _mentions(session, _words(session, member)).values())
    return Extent(texts, *(session.scalar(query) or 0 for query in counted))


def erase(work: UnitOfWork, member: Member, *, mail_folder: Path | None = None) -> None:
    """Erase the person's data; a second time it changes nothing. Raises ``Conflict`` while an account is open.

    ``mail_folder``: where mails lie as files; those to the person are deleted.
    """
    if member.erased_at:
        return
    _erase_account(work, member)
    changes.leave(Act(work.session, work.now, BY_LAW), member)
    words = _words(work.session, member)
    rows = [(member.id, member.created_at), *_merged(work.session, member)]
    with audit.rewritable(work.session):
        _forget_acts(work.session, [row[0] for row in rows])
        _replace(work, words)
    _clear(work.session, member)
    member.erased_at = work.now
    known = set(work.session.scalars(select(Erasure.member_id)))
    for number, made in rows:
        if number not in known:
            values = {"member_id": number, "member_created_at": made, "erased_at": work.now}
            work.session.add(Erasure(**values, erased_by=work.by.name))
    work.record("erase", member, {}, {}, title=ERASED)
    revision.bump(work.session, now=work.now)
    if mail_folder:
        delete_mails(mail_folder, words[0])


def recorded(database: Database) -> list[dict[str, Any]]:
    """The erasures of a database that is about to be replaced; none where it cannot be read."""
    columns = [column for column in Erasure.__table__.c if column.name != "id"]
    try:
        with database.read() as session:
            return [{**row._mapping, "purged_at": None} for row in session.execute(select(*columns))]  # noqa: SLF001
    except (SQLAlchemyError, Unavailable):
        return []


def carry(rows: list[dict[str, Any]], restored: Database) -> None:
    """Let a restored database know whose data were erased since; ``keep_up`` erases them again."""
    if rows:
        with restored.begin() as connection:
            connection.execute(insert(connection, Erasure.__table__).on_conflict_do_nothing(), rows)  # type: ignore[arg-type]


def keep_up(database: Database, *, config: Config, now: datetime, most: int = 50) -> int:
    """Erase who is to be erased: whom a restored backup brought back, and who left long ago.

    How many; one transaction for each, ``most`` at once. Guests who were noted long ago lose their name as well.
    """
    long_ago = now - timedelta(days=config.retention.people)
    with database.read() as session:
        back = exists().where(Erasure.member_id == Member.id, Erasure.member_created_at == Member.created_at)
        due = Member.erased_at.is_(None), or_(back, Member.left_at < long_ago)
        ids = session.scalars(select(Member.id).where(*due).order_by(Member.id).limit(most)).all()
    with database.write() as session:
        named = Guest.noted_at < long_ago, Guest.name.is_distinct_from(ERASED)
        session.execute(update(Guest).where(*named).values(name=ERASED))
    for number in ids:
        with database.write() as session, suppress(Conflict):
            work = UnitOfWork(session, now, BY_LAW, agency_of(session, config))
            folder = None if config.mail.server else config.path(config.mail.folder)
            erase(work, session.get_one(Member, number), mail_folder=folder)
    return len(ids)


def purge(database: Database, *, now: datetime) -> bool:
    """Write the database anew where something was erased, so that no free page or log keeps it; whether it was due."""
    with database.read() as session:
        waiting = session.scalar(select(exists().where(Erasure.purged_at.is_(None))))
    if not waiting:
        return False
    if database.write_anew():
        with database.write() as session:
            session.execute(update(Erasure).where(Erasure.purged_at.is_(None)).values(purged_at=now))
    return True


def delete_mails(folder: Path, address: str) -> None:
    """The mails to this address that lie in a folder as files."""
    for file in folder.glob("*.eml"):
        head = file.read_bytes().partition(b"\r\n\r\n")[0]
        if address.encode("utf-8", "replace") in head:
            file.unlink(missing_ok=True)


def _words(session: Session, member: Member) -> list[str]:
    """What is looked for in texts: the address, and the whole name if nobody else has it."""
    others = select(exists().where(Member.name == member.name, Member.id != member.id))
    is_only_theirs = " " in member.name and not session.scalar(others)
    return [member.address, *([member.name] if is_only_theirs else [])]


def _merged(session: Session, member: Member) -> Iterator[tuple[int, datetime]]:
    """The rows that were merged into this one: an older backup has them."""
    mine = AuditEntry.subject_type == Member.__tablename__, AuditEntry.subject_id == member.id
    for old in session.scalars(select(AuditEntry.old).where(*mine, AuditEntry.verb == "merge")):
        if "id" in old:
            yield old["id"], datetime.fromisoformat(old["created_at"])


def _erase_account(work: Act, member: Member) -> None:
    user = work.session.scalars(select(User).where(User.address_key == member.address_key)).one_or_none()
    if user is None:
        return
    if user.is_active:
        raise Conflict("Người này còn tài khoản làm việc; hãy khóa tài khoản trước rồi xóa dữ liệu.")
    address = f"erased-user-{user.id}@erased.invalid"
    user.name, user.address, user.address_key, user.oidc_subject = ERASED, address, address, None
    user.password_hash = user.totp_salt = None
    for table in Base.metadata.sorted_tables:
        if table.name in ("sign_in", "one_time_link", "account_mail", "recovery_code"):
            work.session.execute(delete(table).where(table.c.user_id == user.id))


def _forget_acts(session: Session, ids: Sequence[int]) -> None:
    """What the audit log says of the person: that something was done stays, the values do not."""
    mine = AuditEntry.subject_type == Member.__tablename__, AuditEntry.subject_id.in_(ids)
    session.execute(update(AuditEntry).where(*mine).values(title=ERASED, old={}, new={}))


def _clear(session: Session, member: Member) -> None:
    """What hangs on the member's id."""
    address = f"erased-{member.id}@erased.invalid"
    member.name, member.address, member.address_key = ERASED, address, address
    member.flagged_at, member.flag_reason, member.flag_detail = None, "", ""
    session.flush()
    session.execute(delete(membership).where(membership.c.member_id == member.id))
    for noun in (AudienceMember, FeedToken):
        session.execute(delete(noun).where(noun.member_id == member.id))
    for column in (Event.contact_id, Event.escalate_to_id, Award.member_id):
        session.execute(update(column.class_).where(column == member.id).values({column.key: None}))
    session.execute(update(Response).where(Response.member_id == member.id).values(note=""))
    session.execute(update(Message).where(Message.member_id == member.id).values(detail=""))
    session.execute(delete(Import).where(Import.confirmed_at.is_(None)))
    for row in session.scalars(select(Import)):
        kept = {number: state for number, state in row.changes.get("changed", {}).items() if number != str(member.id)}
        if kept != row.changes.get("changed", {}):
            row.changes = {**row.changes, "changed": kept}


def _replace(work: UnitOfWork, words: Sequence[str]) -> None:
    """Name and address give way wherever else they stand; what is derived from those texts is made anew."""
    events: dict[int, Event] = {}
    for columns, rows in _found(work.session, words):
        for row in rows:
            for column in columns:
                setattr(row, column.key, _without(getattr(row, column.key), words))
            if isinstance(row, Occurrence):
                row = work.session.get_one(Event, row.event_id)  # noqa: PLW2901 - whose text it is
            if isinstance(row, Event):
                events[row.id] = row
    work.session.flush()
    for event in events.values():
        changes.rebuild(work, event)
    _drop_content(work.session, list(events))


def _drop_content(session: Session, event_ids: Sequence[int]) -> None:
    """The words of mails about these events that went out; those that wait are composed anew."""
    happened = select(Occurrence.id).where(Occurrence.event_id.in_(event_ids))
    reminders = select(Reminder.id).where(Reminder.occurrence_id.in_(happened))
    notices = select(Notice.id).where(Notice.event_id.in_(event_ids))
    content = or_(MailContent.reminder_id.in_(reminders), MailContent.notice_id.in_(notices))
    ids = select(MailContent.id).where(content)
    session.execute(update(Message).where(Message.content_id.in_(ids)).values(content_id=None))
    session.execute(delete(MailContent).where(content))


def _mentions(session: Session, words: Sequence[str]) -> dict[type[Base], list[Base]]:
    return {type(rows[0]): rows for _columns, rows in _found(session, words)}


def _found(session: Session, words: Sequence[str]) -> Iterator[tuple[list[InstrumentedAttribute[Any]], list[Base]]]:
    """The rows of every table in whose texts one of these words stands, with the columns that are searched."""
    for mapper in Base.registry.mappers:
        noun = mapper.class_
        columns = [getattr(noun, each.key) for each in mapper.column_attrs if _is_text(each.columns[0])]
        if noun in (*KEPT, Member) or not columns:
            continue
        rows = list(session.scalars(select(noun).where(or_(*_says(columns, words)), *_open(noun))))
        if rows:
            yield columns, rows


def _open(noun: type[Base]) -> list[ColumnElement[bool]]:
    """An award that was decided under a number is an official document."""
    return [Award.decided_on.is_(None)] if noun is Award else []


def _is_text(column: ColumnElement[Any]) -> bool:
    name = str(column.name)
    is_kept = name.endswith("_by") or name in ("by_name", "by", "search_text", "uid")
    return isinstance(column.type, JSON | String) and not isinstance(column.type, Enum) and not is_kept


def _says(columns: Iterable[InstrumentedAttribute[Any]], words: Iterable[str]) -> Iterator[ColumnElement[bool]]:
    for column in columns:
        for word in words:
            if isinstance(column.type, JSON):
                yield cast(column, String).contains(json.dumps(word)[1:-1], autoescape=True)
            else:
                yield column.contains(word, autoescape=True)


def _without(value: Any, words: Sequence[str]) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, str):
        for word in words:
            value = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", ERASED, value, flags=re.IGNORECASE)
        return value
    if isinstance(value, dict):
        return {key: _without(each, words) for key, each in value.items()}
    return [_without(each, words) for each in value] if isinstance(value, list) else value
