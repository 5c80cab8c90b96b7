"""Unsubscribing stops what may be stopped: duty mail goes on, and the page behind the link says so."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select
from support import rows

from campaign.audit import PROGRAM, Act
from campaign.calendar import changes, revision
from campaign.calendar.agency import UnitOfWork
from campaign.desk import maillog, notices
from campaign.errors import InvalidInput
from campaign.models import Event, Member, Message, Result
from campaign.tokens import UNSUBSCRIBE, Tokens

DUE = date(2027, 6, 10)
REMINDED = datetime(2027, 6, 3, 3, tzinfo=UTC)


@pytest.fixture
def people(database, now):
    """Who reads of a report; all but the last have unsubscribed."""
    with database.write() as session:
        contact, above, committee, anybody, later = made = rows.members(session, 5, now)
        rows.group(session, now, [committee, later]).kind = "body"
        rows.group(session, now, [anybody]).kind = "unit"
        for member in (contact, above, committee, anybody):
            member.unsubscribe(now=now)
        return dict(zip(("contact", "above", "committee", "anybody", "later"), (each.id for each in made), strict=True))


def make(database, config, now, people, kind, **values):
    """An event that is for everybody, with a reminder to its audience and to the person in charge; its id."""
    with database.write() as session:
        agency = rows.agency(session, config)
        made = rows.draft(session, now, DUE, kind=kind, contact_id=people["contact"], **values)
        rows.own_rules(session, made, ("5 working days before", "audience"), ("5 working days before", "contact"))
        changes.confirm(UnitOfWork(session, now, PROGRAM, agency), made)
        return made.id


def waiting(database, people):
    """How many messages wait for each person."""
    return {name: ids.count(key) for name, key in people.items() for ids in [_waiting_ids(database)]}


def _waiting_ids(database):
    return [message.member_id for message in rows.messages(database) if message.result is None]


def plan_notices(database, now):
    with database.write() as session:
        instance = revision.ensure(session, now=now).instance
        return notices.plan_due(session.connection(), now=now, id_suffix=f".{instance}@example.org>")


def test_reminder_of_a_report_reaches_who_answers_for_it_though_unsubscribed(database, config, now, people):
    make(database, config, now, people, "report", escalate_to_id=people["above"], escalate_after=2)
    rows.plan(database, REMINDED)
    assert waiting(database, people) == {"contact": 2, "above": 1, "committee": 1, "anybody": 0, "later": 1}
    (other,) = [row for row in rows.messages(database) if row.member_id == people["anybody"]]
    assert (other.result, other.reason) == (Result.SUPPRESSED, "unsubscribed")


def test_reminder_of_a_seminar_reaches_only_the_person_in_charge_if_unsubscribed(database, config, now, people):
    make(database, config, now, people, "seminar")
    rows.plan(database, REMINDED)
    assert waiting(database, people) == {"contact": 1, "above": 0, "committee": 0, "anybody": 0, "later": 1}


@pytest.mark.parametrize(("kind", "goes_on"), [("report", 1), ("seminar", 0)])
def test_notice_of_a_report_is_duty_as_its_reminders_are(database, config, now, people, kind, goes_on):
    event_id = make(database, config, now, people, kind)
    with database.write() as session:
        work = UnitOfWork(session, now, PROGRAM, rows.agency(session, config))
        assert notices.note_invitation(work, session.get_one(Event, event_id))
    plan_notices(database, now)
    assert waiting(database, people) == {
        "contact": goes_on,
        "above": 0,
        "committee": goes_on,
        "anybody": 0,
        "later": 1,
    }


@pytest.mark.parametrize(("kind", "left"), [("report", 1), ("seminar", 0)])
def test_unsubscribing_takes_back_what_waits_but_for_duty_mail(database, config, now, people, kind, left):
    make(database, config, now, people, kind)
    rows.plan(database, REMINDED)
    with database.write() as session:
        changes.unsubscribe(Act(session, now, PROGRAM), session.get_one(Member, people["later"]))
    assert waiting(database, people)["later"] == left


@pytest.mark.parametrize("kind", ["report", "seminar"])
def test_failed_duty_mail_can_be_tried_again_though_unsubscribed(database, config, now, people, kind):
    make(database, config, now, people, kind)
    rows.plan(database, REMINDED)
    with database.write() as session:
        messages = [row for row in session.scalars(select(Message)) if row.member_id == people["later"]]
        for message in messages:
            message.result, message.settled_at = Result.FAILED, REMINDED
        session.get_one(Member, people["later"]).unsubscribe(now=now)
        act = Act(session, REMINDED, PROGRAM)
        if kind == "report":
            maillog.retry(act, messages[0].id)
        else:
            with pytest.raises(InvalidInput, match="đã ngừng nhận"):
                maillog.retry(act, messages[0].id)


@pytest.mark.parametrize(
    ("language", "said"), [("vi", "Riêng thư công vụ không dừng"), ("en", "Duty mail does not stop")]
)
def test_page_says_what_goes_on_before_and_after(client, config, people, language, said):
    key = Tokens([config.server.secret_key]).sign(UNSUBSCRIBE, people["later"])
    before = client.get(f"/u/{key}?lang={language}").get_data(as_text=True)
    after = client.post(f"/u/{key}?lang={language}", data={"wish": "stop"}).get_data(as_text=True)
    assert (said in before, said in after) == (True, True)
