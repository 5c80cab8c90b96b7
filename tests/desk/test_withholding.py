"""A notice that waits can be withheld: what was decided stays, nobody is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from campaign import audit
from campaign.audit import Act
from campaign.calendar.agency import UnitOfWork
from campaign.desk import decisions, notices, scheduling, withdrawal
from campaign.desk.decisions import Theme
from campaign.engine import rendering
from campaign.errors import AlreadySent, NotFound
from campaign.mailing.composer import Composer
from campaign.mailing.preview import waiting
from campaign.models import Event, Message, Notice, Occurrence, Result
from tests.desk.conftest import HUNG, NOW, TRANG
from tests.support.readers import Readers

MINUTE = timedelta(minutes=1)
SUFFIX = ".test@example.org>"


@pytest.fixture
def event(session, agency, seminar) -> Event:
    made = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), seminar)
    decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), made, invite=True)
    Readers(session).deliver(NOW)
    return made


@pytest.fixture
def notice(session, agency, event) -> Notice:
    draft = replace(scheduling.draft_of(session, event), place="Nhà A")
    scheduling.edit(UnitOfWork(session, NOW, TRANG, agency), event, draft, version=event.version, notify=True)
    return session.scalars(select(Notice).where(Notice.kind == "change")).one()


def test_withheld_notice_is_not_sent_and_the_change_stays(session, event, notice) -> None:
    assert withdrawal.waiting(session, event) == [notice]
    assert withdrawal.withhold(Act(session, NOW + MINUTE, HUNG), event, notice.id)
    assert not withdrawal.withhold(Act(session, NOW + MINUTE, HUNG), event, notice.id)
    assert notices.plan_due(session.connection(), now=NOW + timedelta(hours=1), id_suffix=SUFFIX) == 0
    assert (event.place, withdrawal.waiting(session, event)) == ("Nhà A", [])
    act = audit.last(session, "event", event.id)
    assert (act.verb, act.by_name, act.new) == ("withhold", HUNG.name, {"mail": "change"})


def test_notice_whose_mails_wait_is_withheld(session, event, notice) -> None:
    late = NOW + timedelta(minutes=20)
    notices.plan_due(session.connection(), now=late, id_suffix=SUFFIX)
    assert withdrawal.waiting(session, event) == [notice]
    assert withdrawal.withhold(Act(session, late, HUNG), event, notice.id)
    assert session.execute(select(Message.result, func.count()).group_by(Message.result)).all() == [
        (Result.SENT, 6),
        (Result.SUPPRESSED, 6),
    ]


@pytest.mark.parametrize("state", [{"result": Result.SENT}, {"token": "x"}])
def test_notice_of_which_a_mail_left_goes_on(session, event, notice, state) -> None:
    late = NOW + timedelta(minutes=20)
    notices.plan_due(session.connection(), now=late, id_suffix=SUFFIX)
    one = select(func.max(Message.id)).scalar_subquery()
    session.execute(update(Message).where(Message.id == one).values(**state))
    assert withdrawal.waiting(session, event) == []
    with pytest.raises(AlreadySent, match="đã bắt đầu gửi"):
        withdrawal.withhold(Act(session, late, HUNG), event, notice.id)
    assert session.scalar(select(func.count()).where(Message.result == Result.SUPPRESSED)) == 0
    assert notice.cancelled_at is None


def test_notice_of_another_event_is_not_found(session, agency, seminar, notice) -> None:
    other = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), replace(seminar, title="Khác"))
    with pytest.raises(NotFound):
        withdrawal.withhold(Act(session, NOW, HUNG), other, notice.id)


def test_waiting_mail_says_to_how_many_when_and_in_which_words(session, agency, event, notice, app, config) -> None:
    (seen,) = waiting(UnitOfWork(session, NOW, TRANG, agency), event, Composer(config, rendering(app)))
    assert (seen.id, seen.mail.recipients, seen.mail.when) == (notice.id, 6, NOW + agency.window)
    assert "Nhà A" in seen.mail.text
    assert "Hội trường" in seen.mail.text


def test_theme_of_a_single_event_is_told_with_the_rest(session, agency, seminar) -> None:
    week = replace(seminar, kind="campaign", title="Tuần lễ", start=None, end=None, room_id=None, place="Sở")
    made = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), week)
    decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), made, invite=True)
    readers = Readers(session)
    readers.deliver(NOW)
    draft = replace(scheduling.draft_of(session, made), title="Tuần lễ Áo dài")
    scheduling.edit(UnitOfWork(session, NOW, TRANG, agency), made, draft, version=made.version, notify=True)
    only = session.scalars(select(Occurrence)).one()
    decisions.give_theme(UnitOfWork(session, NOW, TRANG, agency), made, only, Theme("Áo dài Việt"), notify=True)
    assert readers.deliver(NOW + 10 * MINUTE)[0].told == {
        "Tên": ("Tuần lễ", "Tuần lễ Áo dài"),
        "Chủ đề": ("", "Áo dài Việt"),
    }
