"""Mail content: what messages say, rendered once per reminder or notice, language and edition of the event."""

from __future__ import annotations

import logging
from dataclasses import asdict
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, case, exists, func, null, select, update
from sqlalchemy import insert as insert_rows
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from campaign.db import Database, insert
from campaign.models import AnnouncedState, Event, MailContent, Member, Message, Notice, Occurrence, Reminder
from campaign.models.member import wording
from campaign.reason import Reason
from campaign.sending.messages import suppress
from campaign.sending.outbox import OUTBOX, Compose, Composed, ContentKey, base_of_notice, base_of_reminder

log = logging.getLogger(__name__)
RETRY_AFTER = timedelta(minutes=15)


def prepare(database: Database, compose: Compose, now: datetime, limit: int) -> None:
    """Render the content that the next messages need and that does not exist yet.

    Where content cannot be rendered, its messages wait, with the reason; those with other content go on. Messages that
    have nothing to say to their readers are settled.
    """
    rendered: list[tuple[ContentKey, Composed | Reason]] = []
    failed: list[tuple[ContentKey, str]] = []
    with database.read() as session:
        for key in _missing_content(session, now, limit):
            try:
                rendered.append((key, compose(session, key, now)))
            except DBAPIError:
                raise
            except Exception as error:
                log.exception("content %s could not be rendered", key, extra={"action": "rendering_failed"})
                failed.append((key, f"{type(error).__name__}: {error}"[:200]))
    if rendered or failed:
        with database.begin() as connection:
            for key, composed in rendered:
                if isinstance(composed, Reason):
                    _settle(connection, key, composed, now)
                else:
                    _keep(connection, key, composed, now)
            for key, detail in failed:
                _put_off(connection, key, detail, now)


def _keep(connection: Connection, key: ContentKey, composed: Composed, now: datetime) -> None:
    statement = insert(connection, MailContent.__table__).values(  # type: ignore[arg-type]
        **asdict(key), subject=composed.subject, body=composed.body, created_at=now
    )
    made = connection.scalar(statement.on_conflict_do_nothing().returning(MailContent.__table__.c.id))
    if made is not None and composed.announced:
        rows = [{"letter_id": made, **asdict(each)} for each in composed.announced]
        connection.execute(insert_rows(AnnouncedState), rows)


def _settle(connection: Connection, key: ContentKey, reason: Reason, now: datetime) -> None:
    """Unless the event, or what its readers know, changed a moment ago."""
    same = (
        select(Message.id)
        .join(Member, Member.id == Message.member_id)
        .join(Notice, Notice.id == Message.notice_id)
        .join(Event, Event.id == Notice.event_id)
        .where(Message.notice_id == key.notice_id, wording() == key.language, Message.result.is_(None))
        .where(OUTBOX.waits(now), Event.version == key.edition, base_of_notice() == key.base)
    )
    ids = connection.scalars(same).all()
    suppress(connection, Message.id.in_(ids), now=now, reason=reason)


def _put_off(connection: Connection, key: ContentKey, detail: str, now: datetime) -> None:
    again = now + RETRY_AFTER
    same = Message.notice_id == key.notice_id if key.reminder_id is None else Message.reminder_id == key.reminder_id
    readers = select(Member.id).where(wording() == key.language)
    later = case((Message.useful_until < again, Message.useful_until), else_=again)
    values = {"next_at": later, "reason": Reason.RENDERING, "detail": detail}
    connection.execute(update(Message).where(OUTBOX.waits(now), same, Message.member_id.in_(readers)).values(**values))


def _missing_content(session: Session, now: datetime, limit: int) -> list[ContentKey]:
    ids = OUTBOX.next_ids(now, limit).subquery()
    waiting = Message.id.in_(select(ids.c.id)), Message.content_id.is_(None)
    reminded = (
        select(Message.reminder_id, null(), wording(), Event.sequence.label("edition"), base_of_reminder())
        .join(Member, Member.id == Message.member_id)
        .join(Reminder, Reminder.id == Message.reminder_id)
        .join(Occurrence, Occurrence.id == Reminder.occurrence_id)
        .join(Event, Event.id == Occurrence.event_id)
    )
    noticed = (
        select(null(), Message.notice_id, wording(), func.coalesce(Event.version, 0), base_of_notice())
        .join(Member, Member.id == Message.member_id)
        .join(Notice, Notice.id == Message.notice_id)
        .outerjoin(Event, Event.id == Notice.event_id)
    )
    keys = [
        ContentKey(*row) for query in (reminded, noticed) for row in session.execute(query.where(*waiting).distinct())
    ]
    return [key for key in keys if not session.scalar(select(exists().where(*_content_of(key))))]


def _content_of(key: ContentKey) -> tuple[ColumnElement[bool], ...]:
    cause = (
        MailContent.notice_id == key.notice_id
        if key.reminder_id is None
        else MailContent.reminder_id == key.reminder_id
    )
    return cause, MailContent.language == key.language, MailContent.edition == key.edition, MailContent.base == key.base
