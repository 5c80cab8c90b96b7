"""The calendar part of an invitation: what RFC 5546 and RFC 6047 ask for, and the same event as in the feed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from email import message_from_bytes, policy

import pytest
from ical.readers import READERS
from icalendar import Calendar
from sqlalchemy import select
from support import rows
from support.invitation import DAY, Invitation
from support.post import Desk

from campaign.calendar.draft import draft_of, put
from campaign.calendar.when import When
from campaign.desk import decisions, notices
from campaign.ical.message import attendee_line
from campaign.mailing.composer import Composer
from campaign.models import Event, Member, Notice
from campaign.web.language import rendering

LATER = When(date(2027, 3, 10), None, time(8), time(10))
# What the calendar object of each method must have exactly once (RFC 5546, 3.2.2 and 3.2.5), and what we always send.
REQUIRED = ("ATTENDEE", "DTSTAMP", "DTSTART", "ORGANIZER", "SEQUENCE", "SUMMARY", "UID", "STATUS")


class Mails:
    """The mails of an invitation as they are sent, by the notices that cause them."""

    def __init__(self, app, invitation):
        self.invitation, self.app = invitation, app
        self.composer = Composer(invitation.config, rendering(app))
        self.desk = Desk(invitation.database, invitation.now, compose=self.composer.compose)

    def decide(self, decision):
        """Take a decision, and return each reader's mail about it."""
        with self.invitation.database.write() as session:
            work, event = self.invitation.work(session), session.get_one(Event, self.invitation.event)
            decision(work, event)
        with self.invitation.database.read() as session:
            at = max(session.scalars(select(Notice.due_at)))
        self.desk.sent.clear()
        self.invitation.plan(at)
        self.desk.deliver(at)
        return [message_from_bytes(self.composer.stamp(*sent), policy=policy.default) for sent in self.desk.sent]


@pytest.fixture
def mails(app, database, config, now):
    return lambda people=2, **values: Mails(app, Invitation(database, config, now, people, **values))


def invite(work, event):
    notices.note_invitation(work, event)


def move(work, event):
    decisions.move(work, event, None, LATER, notify=True)


def cancel(work, event):
    decisions.cancel(work, event, reason="mưa bão", notify=True)


def postpone(work, event):
    decisions.postpone(work, event, notify=True)


def part_of(mail):
    """The inline calendar; the structure around it is checked first."""
    assert mail.get_content_type() == "multipart/mixed"
    body, attached = mail.iter_parts()
    assert body.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in body.iter_parts()] == ["text/plain", "text/html", "text/calendar"]
    inline = list(body.iter_parts())[-1]
    assert (attached.get_content_disposition(), attached.get_filename()) == ("attachment", "invite.ics")
    octets = inline.get_payload(decode=True)
    assert attached.get_payload(decode=True) == octets
    found = Calendar.from_ical(octets)
    assert inline.get_param("method") == found["METHOD"]
    assert inline.get_content_charset() == "utf-8"
    assert max(map(len, octets.split(b"\r\n"))) <= 75
    assert b"\n" not in octets.replace(b"\r\n", b"")
    return octets


def event_of(octets):
    (found,) = Calendar.from_ical(octets).walk("VEVENT")
    return found


def feed_sequence(mails):
    with mails.invitation.database.read() as session:
        return session.get_one(Event, mails.invitation.event).sequence


@pytest.mark.parametrize(
    ("decisions_taken", "method", "status"),
    [
        ([invite], "REQUEST", "CONFIRMED"),
        ([invite, move], "REQUEST", "CONFIRMED"),
        ([invite, cancel], "CANCEL", "CANCELLED"),
        ([invite, move, cancel], "CANCEL", "CANCELLED"),
        ([invite, postpone], "CANCEL", "CANCELLED"),
    ],
    ids=["invited", "moved", "cancelled", "moved-cancelled", "postponed"],
)
def test_each_reader_gets_one_object_with_all_that_its_method_needs(mails, decisions_taken, method, status):
    made = mails(2)
    with made.invitation.database.read() as session:
        uid = session.get_one(Event, made.invitation.event).uid
    found = [made.decide(decision) for decision in decisions_taken][-1]
    assert len(found) == 2
    for mail in found:
        octets = part_of(mail)
        calendar, event = Calendar.from_ical(octets), event_of(octets)
        assert (calendar["METHOD"], str(event["STATUS"]), str(event["UID"])) == (method, status, uid)
        assert [name for name in REQUIRED if isinstance(event.get(name), list) or event.get(name) is None] == []
        assert str(event["ATTENDEE"]) == f"mailto:{mail['to'].addresses[0].addr_spec}"
        assert event["ATTENDEE"].params["RSVP"] == "TRUE"
        assert event["ATTENDEE"].params["PARTSTAT"] == "NEEDS-ACTION"
        assert str(event["ORGANIZER"]) == f"mailto:{made.invitation.config.mail.sender_address}"
        assert event["SEQUENCE"] == feed_sequence(made)
        assert event.walk("VALARM") == []


def test_sequence_rises_with_every_update(mails):
    made = mails(1)
    seen = [event_of(part_of(made.decide(decision)[0]))["SEQUENCE"] for decision in (invite, move, cancel)]
    assert seen == sorted(set(seen))


def test_two_readers_differ_in_their_attendee_alone(mails):
    one, other = mails(2).decide(invite)
    lines = [set(part_of(mail).replace(b"\r\n ", b"").splitlines()) for mail in (one, other)]
    assert {line.partition(b":")[0].partition(b";")[0] for line in lines[0] ^ lines[1]} == {b"ATTENDEE"}


@pytest.mark.parametrize("reader", sorted(READERS))
def test_readers_that_share_no_code_show_the_invitation(mails, reader):
    (mail,) = mails(1, title="Tọa đàm: phụ nữ, chuyển đổi số; “một” năm nhìn lại").decide(invite)
    (found,) = READERS[reader](part_of(mail), DAY, date(2027, 3, 9), "Asia/Ho_Chi_Minh")
    assert (found.start, found.end) == ("2027-03-08T07:00Z", "2027-03-08T09:30Z")
    assert found.summary == "Tọa đàm: phụ nữ, chuyển đổi số; “một” năm nhìn lại"


def test_series_is_one_object_with_its_rule_and_one_cancelled_day_of_it_only_that(mails):
    made = mails(1, rule="FREQ=WEEKLY;COUNT=4")
    event = event_of(part_of(made.decide(invite)[0]))
    assert (event["RRULE"]["UNTIL"][0].date(), "COUNT" in event["RRULE"]) == (date(2027, 3, 29), False)

    def cancel_second(work, event):
        decisions.cancel(work, event, rows.occurrences(work.session, event.id)[1], reason="trùng lịch", notify=True)

    octets = part_of(made.decide(cancel_second)[0])
    one = event_of(octets)
    assert (Calendar.from_ical(octets)["METHOD"], str(one["STATUS"])) == ("CANCEL", "CANCELLED")
    assert one["RECURRENCE-ID"].dt.date() == date(2027, 3, 15)
    assert "RRULE" not in one


@pytest.mark.parametrize("values", [{"answers": False}, {"kind": "commemoration"}])
def test_what_asks_no_answer_gets_a_plain_mail(mails, values):
    (mail,) = mails(1, **values).decide(invite)
    assert mail.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]


@pytest.mark.parametrize("address", ["a@b.vn", "phạm.trang@example.vn", f"{'x' * 60}@{'y' * 60}.example.vn"])
def test_attendee_is_one_folded_line_of_ascii(address):
    line = attendee_line(address)
    assert line.isascii()
    assert max(map(len, line.split("\n"))) <= 75
    event = "BEGIN:VEVENT\n" + line + "END:VEVENT\n"
    assert str(Calendar.from_ical(event)["ATTENDEE"]).startswith("mailto:")


def test_one_member_in_five_groups_of_one_event_gets_one_mail(mails, now):
    made = mails(1)
    with made.invitation.database.write() as session:
        member = session.get_one(Member, made.invitation.members[0])
        groups = [rows.group(session, now, [member]) for _ in range(5)]
        event = session.get_one(Event, made.invitation.event)
        put(
            session,
            event,
            replace(draft_of(session, event), audience_all=False, group_ids=frozenset(each.id for each in groups)),
        )
    assert len(made.decide(invite)) == 1
