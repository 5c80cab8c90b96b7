"""Mail content: what messages say, rendered once per reminder or notice, language and edition of the event."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, case, exists, func, or_, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from campaign.db import Database, insert
from campaign.models import Event, MailContent, Member, Message, Occurrence, Reminder
from campaign.reason import Reason
from campaign.sending.outbox import OUTBOX, Compose, ContentKey

log = logging.getLogger(__name__)
RETRY_AFTER = timedelta(minutes=15)


def prepare(database: Database, compose: Compose, now: datetime, limit: int) -> None:
    """Render the content that the next messages need and that does not exist yet.

    Where content cannot be rendered, its messages wait, with the reason; those with other content go on.
    """
    rendered: list[tuple[ContentKey, str, bytes]] = []
    failed: list[tuple[ContentKey, str]] = []
    with database.read() as session:
        for key in _missing_content(session, now, limit):
            try:
                rendered.append((key, *compose(session, key, now)))
            except DBAPIError:
                raise
            except Exception as error:
                log.exception("content %s could not be rendered", key, extra={"action": "rendering_failed"})
                failed.append((key, f"{type(error).__name__}: {error}"[:200]))
    if rendered or failed:
        with database.begin() as connection:
            for key, subject, body in rendered:
                _keep(connection, key, subject, body, now)
            for key, detail in failed:
                _put_off(connection, key, detail, now)


def _keep(connection: Connection, key: ContentKey, subject: str, body: bytes, now: datetime) -> None:
    statement = insert(connection, MailContent.__table__).values(  # type: ignore[arg-type]
        reminder_id=key.reminder_id,
        notice_id=key.notice_id,
        language=key.language,
        edition=key.edition,
        subject=subject,
        body=body,
        created_at=now,
    )
    connection.execute(statement.on_conflict_do_nothing())


def _put_off(connection: Connection, key: ContentKey, detail: str, now: datetime) -> None:
    again = now + RETRY_AFTER
    same = Message.notice_id == key.notice_id if key.reminder_id is None else Message.reminder_id == key.reminder_id
    readers = select(Member.id).where(Member.language == key.language)
    later = case((Message.useful_until < again, Message.useful_until), else_=again)
    values = {"next_at": later, "reason": Reason.RENDERING, "detail": detail}
    connection.execute(update(Message).where(OUTBOX.waits(now), same, Message.member_id.in_(readers)).values(**values))


def _missing_content(session: Session, now: datetime, limit: int) -> list[ContentKey]:
    edition = func.coalesce(Event.sequence, 0)
    query = (
        select(Message.reminder_id, Message.notice_id, Member.language, edition)
        .distinct()
        .join(Member, Member.id == Message.member_id)
        .outerjoin(Reminder, Reminder.id == Message.reminder_id)
        .outerjoin(Occurrence, Occurrence.id == Reminder.occurrence_id)
        .outerjoin(Event, Event.id == Occurrence.event_id)
        .where(Message.id.in_(OUTBOX.next_ids(now, limit)), Message.content_id.is_(None))
        .where(~exists().where(_content_of_message(edition)))
    )
    return [ContentKey(*row) for row in session.execute(query)]


def _content_of_message(edition: ColumnElement[int]) -> ColumnElement[bool]:
    same = or_(MailContent.reminder_id == Message.reminder_id, MailContent.notice_id == Message.notice_id)
    return and_(same, MailContent.language == Member.language, MailContent.edition == edition)
