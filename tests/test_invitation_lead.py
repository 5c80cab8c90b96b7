"""Invitations of single events go out at a lead time of their own, where the agency has one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from email import message_from_bytes, policy

from sqlalchemy import select
from support import rows
from support.post import Desk

from campaign.audit import PROGRAM
from campaign.calendar import revision
from campaign.calendar.agency import UnitOfWork
from campaign.desk import notices
from campaign.mailing.composer import Composer
from campaign.models import Event, Message, Reminder
from campaign.web.language import rendering


def made(session, config, now, **values):
    config = replace(config, reminders=replace(config.reminders, invitation="15 working days before"))
    lead = rows.agency(session, config).invitation
    agency = replace(rows.agency(session, config, "3 working days before"), invitation=lead)
    return agency, rows.event(session, agency, now, date(2027, 6, 15), start=time(14), **values)


def test_who_was_not_invited_yet_is_invited_in_time(app, database, config, now):
    with database.write() as session:
        early = rows.members(session, 1, now)[0]
        agency, event = made(session, config, now)
        assert notices.note_invitation(UnitOfWork(session, now, PROGRAM, agency), event)
        instance = revision.ensure(session, now=now).instance
        notices.plan_due(session.connection(), now=now + timedelta(days=1), id_suffix=f".{instance}@example.org>")
        late = rows.members(session, 1, now)[0]
        early_id, late_id = early.id, late.id
        invitation, reminder = rows.reminders(session, event.id)
        assert (invitation.mail, reminder.mail) == ("invitation", "reminder")
        assert invitation.due_at.date() == date(2027, 5, 25)
        due = invitation.due_at
    assert rows.plan(database, due) == 1
    with database.read() as session:
        query = select(Message.member_id).join(Reminder, Reminder.id == Message.reminder_id)
        assert session.scalars(query.where(Reminder.mail == "invitation")).all() == [late_id]
        assert session.scalars(select(Message.member_id).where(Message.notice_id.is_not(None))).all() == [early_id]
    composer = Composer(config, rendering(app))
    desk = Desk(database, due, compose=composer.compose)
    desk.deliver(due)
    mail = next(
        mail
        for sent in desk.sent
        if (mail := message_from_bytes(composer.stamp(*sent), policy=policy.default))["Message-ID"].startswith("<r")
    )
    assert mail["Subject"].startswith("[Giấy mời]")
    assert any(part.get_content_type() == "text/calendar" for part in mail.walk())


def test_deadlines_series_and_who_asks_for_no_answer_have_none(database, config, now):
    with database.write() as session:
        rows.members(session, 1, now)
        for values in ({"kind": "report"}, {"rule": "FREQ=WEEKLY"}, {"answers": False}, {"kind": "activity"}):
            _agency, event = made(session, config, now, **values)
            assert {each.mail for each in rows.reminders(session, event.id)} == {"reminder"}
        assert session.scalars(select(Event.id)).all()
