"""Withdrawing a notice that has not been sent; the decision itself stands."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import and_, exists, or_, select
from sqlalchemy.orm import Session

from campaign.audit import Act
from campaign.calendar import changes
from campaign.errors import AlreadySent, NotFound
from campaign.models import Event, Message, Notice
from campaign.reason import Reason
from campaign.sending.messages import OUT, suppress

WITHHOLD = "withhold"


def waiting(session: Session, event: Event) -> Sequence[Notice]:
    """The event's notices of which no mail has left, in the order in which they are due."""
    mine = Message.notice_id == Notice.id
    queued = and_(exists().where(mine, Message.result.is_(None)), ~exists().where(mine, OUT))
    query = select(Notice).where(
        Notice.event_id == event.id, Notice.cancelled_at.is_(None), or_(Notice.planned_at.is_(None), queued)
    )
    return session.scalars(query.order_by(Notice.due_at, Notice.id)).all()


def withhold(work: Act, event: Event, notice_id: int) -> bool:
    """Do not send the notice; False if it was taken back before.

    Raises ``NotFound`` for a notice of something else, ``AlreadySent`` when a mail of it has left; nothing has changed.
    """
    changes.lock(work.session, event)
    mine = select(Notice).where(Notice.id == notice_id, Notice.event_id == event.id).with_for_update()
    notice = work.session.scalars(mine.execution_options(populate_existing=True)).one_or_none()
    if notice is None:
        raise NotFound("Không tìm thấy thư báo này.")
    if notice.cancelled_at:
        return False
    with work.session.begin_nested():
        # What a sender has in his hands is not touched, and is seen by the question after.
        of_notice = Message.notice_id == notice.id
        unsent = and_(of_notice, Message.token.is_(None))
        suppress(work.session.connection(), unsent, now=work.now, reason=Reason.NOTICE_WITHDRAWN)
        if work.session.scalar(select(exists().where(of_notice, OUT))):
            raise AlreadySent("Thư báo này đã bắt đầu gửi đi nên không rút lại được nữa.")
        notice.cancelled_at = work.now
    changes.touch(event)
    work.record(WITHHOLD, event, {}, {"mail": notice.kind})
    return True
