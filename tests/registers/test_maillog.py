"""The mail log: states, filters, another try, the switch."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select
from support import rows

from campaign import audit
from campaign.audit import Act, Author
from campaign.desk import maillog
from campaign.desk.maillog import MailFilter
from campaign.errors import InvalidInput, NotFound
from campaign.models import Event, Member, Message, Reminder
from campaign.sending import channel, reconciliation

BY = Author("Hằng", 7)


@pytest.fixture
def later(now):
    return now + timedelta(days=2, hours=1)


@pytest.fixture
def mailed(database, config, now, later):
    """Seven members with a message each, one in every state."""
    rows.seminar(database, config, now, number=7)
    rows.plan(database, later)
    with database.write() as session:
        for message, state in zip(session.scalars(select(Message).order_by(Message.id)), maillog.STATES, strict=True):
            if state == "uncertain":
                message.uncertain_at = later
            elif state != "pending":
                message.result, message.settled_at = {"quarantined": "failed"}.get(state, state), later
                message.reason = "interrupted" if state == "quarantined" else "server"
    return database


def listed(database, config, wish=MailFilter(), **options):  # noqa: B008 - frozen
    with database.read() as session:
        return maillog.listed(session, wish, zone=config.zone, **options)


def test_each_message_has_its_state(mailed, config):
    found, older = listed(mailed, config)
    assert [each.state for each in reversed(found)] == list(maillog.STATES)
    assert older is None
    assert {each.title for each in found} == {"Tọa đàm gia đình"}


@pytest.mark.parametrize("state", list(maillog.STATES))
def test_state_filters(mailed, config, state):
    found, _older = listed(mailed, config, MailFilter(state=state))
    assert [each.state for each in found] == [state]


def test_event_member_words_and_days_filter(mailed, config, later):
    with mailed.read() as session:
        uid, member = session.scalars(select(Event.uid)).one(), session.scalars(select(Member.id)).first()
    day = later.astimezone(config.zone).date()
    for wish, count in (
        (MailFilter(event=uid), 7),
        (MailFilter(event="x"), 0),
        (MailFilter(member=member), 1),
        (MailFilter(words="toa dam"), 7),
        (MailFilter(words="nguyen an"), 7),
        (MailFilter(words="khong co"), 0),
        (MailFilter(since=day, until=day), 7),
        (MailFilter(until=day - timedelta(days=1)), 0),
        (MailFilter(since=day + timedelta(days=1)), 0),
    ):
        assert len(listed(mailed, config, wish)[0]) == count, wish


def test_pages_walk_back_without_gap_or_repeat(database, config, now, later):
    rows.seminar(database, config, now, number=120)
    rows.plan(database, later)
    seen, before = [], None
    while True:
        found, before = listed(database, config, before=before)
        seen += [each.id for each in found]
        if before is None:
            break
    assert seen == sorted(set(seen), reverse=True)
    assert len(seen) == 120


def test_limited_person_sees_mail_of_his_groups(mailed, config, now):
    with mailed.write() as session:
        mine = session.scalars(select(Member)).first()
        group = rows.group(session, now, [mine])
        failed = session.scalars(select(Message).where(maillog.STATES["failed"])).one()
        with pytest.raises(NotFound):
            maillog.retry(Act(session, now, BY), failed.id, within=frozenset({group.id}))
    found, _older = listed(mailed, config, within=frozenset({group.id}))
    assert [each.member_id for each in found] == [mine.id]


@pytest.mark.parametrize("state", ["failed", "quarantined"])
def test_another_try_keeps_the_message_and_the_account_exact(mailed, state, later):
    with mailed.write() as session:
        message = session.scalars(select(Message).where(maillog.STATES[state])).one()
        name = message.message_id
        maillog.retry(Act(session, later, BY), message.id)
    with mailed.read() as session:
        again = session.get_one(Message, message.id)
        assert (again.result, again.settled_at, again.next_at, again.message_id) == (None, None, later, name)
        assert reconciliation.reconcile(session, since=None, until=None, now=later).is_exact
        assert audit.of(session, "message", message.id)[0].verb == "retry"


@pytest.mark.parametrize(
    ("noun", "column", "sentence"),
    [
        (Message, "useful_until", "quá muộn"),
        (Member, "left_at", "không còn công tác"),
        (Member, "unsubscribed_at", "ngừng nhận"),
        (Member, "flagged_at", "sửa địa chỉ"),
        (Reminder, "cancelled_at", "đã hủy"),
    ],
)
def test_no_try_for_what_must_not_be_sent(mailed, later, noun, column, sentence):
    with mailed.write() as session:
        message = session.scalars(select(Message).where(maillog.STATES["failed"])).one()
        number = {Message: message.id, Member: message.member_id, Reminder: message.reminder_id}[noun]
        setattr(session.get_one(noun, number), column, later)
        session.flush()
        with pytest.raises(InvalidInput, match=sentence):
            maillog.retry(Act(session, later, BY), message.id)


@pytest.mark.parametrize("state", ["pending", "uncertain", "sent", "expired", "suppressed"])
def test_no_try_for_what_did_not_fail(mailed, later, state):
    with mailed.write() as session:
        message = session.scalars(select(Message).where(maillog.STATES[state])).one()
        with pytest.raises(InvalidInput, match="Chỉ gửi lại được"):
            maillog.retry(Act(session, later, BY), message.id)


def test_switch_closes_the_way_at_once_and_is_in_the_book(database, now):
    with database.write() as session:
        maillog.hold(Act(session, now, BY))
        maillog.hold(Act(session, now, BY))
        assert session.scalar(select(channel.is_closed(channel.MAIL, now)))
        assert (maillog.way(session).held_at, maillog.way(session).held_by) == (now, "Hằng")
        maillog.let_go(Act(session, now, BY))
        assert not session.scalar(select(channel.is_closed(channel.MAIL, now)))
        assert maillog.way(session).held_at is None
        assert [act.verb for act in audit.page(session)] == ["let go", "hold"]


def test_log_and_account_are_few_questions(mailed, config, later, queries):
    with mailed.read() as session, queries() as seen:
        maillog.listed(session, MailFilter(), zone=config.zone)
        reconciliation.reconcile(session, since=None, until=None, now=later)
        maillog.way(session)
    assert len(seen) == 4  # of the account: the counted days, and what came after


def test_search_reads_neither_all_messages_nor_by_or(mailed, config, queries):
    """At a million messages one search took 212 s on PostgreSQL: an OR across tables, which no index serves."""
    with queries() as seen:
        assert len(listed(mailed, config, MailFilter(words="gia đình"))[0]) == 7
    of_messages = [statement for statement in seen if "FROM message" in statement]
    assert of_messages
    assert [statement for statement in of_messages if " OR " in statement] == []
