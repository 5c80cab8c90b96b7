"""Answers by the buttons of mail programs, and returned mails: read from a real IMAP server."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes

import pytest
from recorder import Recorder
from sqlalchemy import select
from support import dovecot
from support.invitation import Invitation
from test_calendar_part import Mails, cancel, invite, move

from campaign import create_app
from campaign.config import Mail, Mailbox
from campaign.desk import maillog
from campaign.mailing import incoming, mailbox
from campaign.mailing.composer import Composer
from campaign.mailing.sender import MailSender
from campaign.models import Answer, Event, Member, Message
from campaign.reason import Reason
from campaign.web.language import rendering

ADDRESS = "tra-loi@example.org"
GMAIL = """\
From: {name} <{address}>
To: {box}
Subject: =?UTF-8?Q?=C4=90=C3=A3_ch=E1=BA=A5p_nh=E1=BA=ADn?=
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="m"

--m
Content-Type: multipart/alternative; boundary="a"

--a
Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes

{name} has {partstat} this invitation.

--a
Content-Type: text/calendar; charset="UTF-8"; method=REPLY
Content-Transfer-Encoding: 7bit

BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:REPLY
BEGIN:VEVENT
DTSTART:20270308T070000Z
DTEND:20270308T093000Z
DTSTAMP:20270301T012000Z
ORGANIZER;CN=Ban:mailto:{box}
UID:{uid}
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={partstat};CN=
 {address};X-NUM-GUESTS=0:mailto:{address}
SEQUENCE:0
STATUS:CONFIRMED
SUMMARY:x
END:VEVENT
END:VCALENDAR
--a--
--m
Content-Type: application/ics; name="invite.ics"
Content-Disposition: attachment; filename="invite.ics"

BEGIN:VCALENDAR
END:VCALENDAR
--m--
"""
OUTLOOK = """\
From: {name} <{address}>
To: {box}
Subject: Accepted: x
X-Auto-Response-Suppress: DR, OOF, AutoReply
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="o"

--o
Content-Type: text/plain; charset="iso-8859-1"

--o
Content-Type: text/calendar; charset="utf-8"; method=REPLY

BEGIN:VCALENDAR
METHOD:REPLY
PRODID:Microsoft Exchange Server 2010
VERSION:2.0
BEGIN:VTIMEZONE
TZID:SE Asia Standard Time
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:+0700
TZOFFSETTO:+0700
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
ATTENDEE;PARTSTAT={partstat};CN={name}:MAILTO:{address}
COMMENT;LANGUAGE=vi-VN:\\n
UID:{uid}
SUMMARY;LANGUAGE=vi-VN:x
DTSTART;TZID=SE Asia Standard Time:20270308T140000
DTEND;TZID=SE Asia Standard Time:20270308T163000
CLASS:PUBLIC
PRIORITY:5
DTSTAMP:20270301T012000Z
TRANSP:OPAQUE
STATUS:CONFIRMED
SEQUENCE:0
X-MICROSOFT-CDO-APPT-SEQUENCE:0
END:VEVENT
END:VCALENDAR
--o--
"""
APPLE = """\
From: {name} <{address}>
To: {box}
Subject: x
MIME-Version: 1.0 (Apple)
Content-Type: multipart/alternative; boundary=Apple-Mail-1

--Apple-Mail-1
Content-Type: text/plain; charset=utf-8

.
--Apple-Mail-1
Content-Type: text/calendar; charset=utf-8; method=REPLY; name=iCal.ics
Content-Transfer-Encoding: quoted-printable

BEGIN:VCALENDAR
CALSCALE:GREGORIAN
VERSION:2.0
METHOD:REPLY
PRODID:-//Apple Inc.//macOS 14.4//EN
BEGIN:VEVENT
ORGANIZER;CN=3DBan:mailto:{box}
ATTENDEE;CN=3D"{name}";CUTYPE=3DINDIVIDUAL;EMAIL=3D"{address}";PARTSTAT=3D{partstat}:=
mailto:{address}
UID:{uid}
DTSTAMP:20270301T012000Z
SEQUENCE:0
COMMENT:=C4=90=E1=BA=BFn mu=E1=BB=99n
END:VEVENT
END:VCALENDAR
--Apple-Mail-1--
"""
REPORT = """\
From: Mail Delivery System <MAILER-DAEMON@mx.example.net>
To: {box}
Auto-Submitted: auto-replied
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="r"

--r
Content-Type: text/plain

I'm sorry.
--r
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net

Final-Recipient: rfc822; somebody@example.net
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 {status} No

--r--
"""
SAMPLES = {"gmail": GMAIL, "outlook": OUTLOOK, "apple": APPLE}


class Post:
    """An invitation whose answers and returned mails come to a mailbox."""

    def __init__(self, invitation, box):
        self.invitation, self.box, self.database, self.now = invitation, box, invitation.database, invitation.now
        settings = Mailbox("127.0.0.1", box.port, "none", "reader", dovecot.PASSWORD, ADDRESS)
        self.config = replace(invitation.config, mailbox=settings)
        with self.database.read() as session:
            self.uid = session.get_one(Event, invitation.event).uid

    def member(self, person):
        with self.database.read() as session:
            return session.get_one(Member, self.invitation.members[person])

    def put(self, sample, person, partstat="ACCEPTED", headers="", **values):
        member = self.member(person)
        values = {"name": "Reader", "address": member.address, "uid": self.uid, "box": ADDRESS, **values}
        self.box.deliver((headers + sample.format(partstat=partstat, **values)).replace("\n", "\r\n").encode())

    def bounce(self, message_id, status, action="failed", box=""):
        box = box or incoming.return_address(self.config, message_id)
        self.box.deliver(REPORT.format(box=box, status=status, action=action).replace("\n", "\r\n").encode())

    def read(self):
        return mailbox.read(self.config, self.database, now=self.now)


@pytest.fixture(scope="module")
def server():
    with dovecot.serving() as box:
        yield box


@pytest.fixture
def post(server, database, config, now):
    return lambda people=3, **values: Post(Invitation(database, config, now, people, **values), server)


def test_mail_goes_out_with_an_address_of_its_own_and_is_returned_to_it(post, tmp_path):
    """The whole conversation over SMTP and IMAP: invitation, answer, and the return of another mail."""
    made = post(2)
    with Recorder(tmp_path) as recorder:
        mail = Mail(server="127.0.0.1", port=recorder.port, security="none", rate_per_second=1e6)
        made.config = replace(made.config, mail=mail)
        app = create_app(made.config, made.database)
        composer = Composer(made.config, rendering(app))
        sender = MailSender(made.config, made.database, composer, app.extensions["mail"], clock=lambda: made.now)
        with made.database.write() as session:
            invite(made.invitation.work(session), session.get_one(Event, made.invitation.event))
        made.invitation.plan(made.now)
        assert sender.deliver_due() == 2
        sender.close()
        received = {mail.recipients[0]: mail for mail in recorder.messages()}
    first, second = (received[made.member(person).address] for person in range(2))
    calendar = next(
        part for part in message_from_bytes(first.data).walk() if part.get_content_type() == "text/calendar"
    )
    assert f":mailto:{ADDRESS}" in calendar.get_payload(decode=True).decode().replace("\r\n ", "")
    made.put(OUTLOOK, 0)
    made.box.deliver(REPORT.format(box=second.sender, status="5.1.1", action="failed").encode())
    assert made.read() == 2
    assert made.invitation.answers == [Answer.ACCEPTED, None]
    assert [bool(made.member(person).flagged_at) for person in range(2)] == [False, True]


@pytest.mark.parametrize("program", SAMPLES)
def test_answer_by_the_buttons_of_a_mail_program_counts_once(post, program):
    made = post()
    for person, partstat in enumerate(["ACCEPTED", "DECLINED", "TENTATIVE"]):
        made.put(SAMPLES[program], person, partstat)
    assert made.read() == 3
    assert made.invitation.answers == [Answer.ACCEPTED, Answer.DECLINED, Answer.TENTATIVE]
    made.invitation.answer(0, Answer.DECLINED)
    assert made.read() == 0
    made.put(SAMPLES[program], 1, "DECLINED")
    made.read()
    assert made.invitation.answers == [Answer.DECLINED, Answer.DECLINED, Answer.TENTATIVE]
    assert set(made.box.flags) == {"S"}


def test_full_event_puts_an_answer_by_button_on_the_waiting_list(post):
    made = post(2, capacity=1)
    made.put(GMAIL, 0)
    made.put(OUTLOOK, 1)
    made.read()
    assert made.invitation.answers == [Answer.ACCEPTED, Answer.WAITLISTED]


def test_automatic_answers_loops_and_strangers_are_ignored(post):
    made = post()
    made.put(GMAIL, 0, headers="Auto-Submitted: auto-replied\n")
    made.put(GMAIL, 0, headers="Precedence: bulk\n")
    made.put(GMAIL, 0, headers="List-Id: <x.example.org>\n")
    made.put(GMAIL, 0, address=ADDRESS)
    made.put(GMAIL, 0, address="stranger@example.net")
    made.put(GMAIL.replace("mailto:{address}", "mailto:other@example.org"), 0)
    made.put(GMAIL, 0, uid="unknown@example.org")
    made.put(GMAIL.replace("BEGIN:VEVENT", "BEGIN:"), 0)
    made.put(GMAIL, 0, "DELEGATED")
    made.box.deliver(b"\xff\xfe\r\n")
    assert made.read() == 10
    assert made.invitation.answers == [None] * 3
    assert set(made.box.flags) == {"S"}


def test_answer_after_the_registration_day_is_ignored(post):
    made = post()
    made.now = made.now.replace(month=4)
    made.put(GMAIL, 0)
    made.read()
    assert made.invitation.answers == [None] * 3


def test_mailbox_that_is_away_is_tried_again(post, caplog):
    made = post()
    made.config = replace(made.config, mailbox=replace(made.config.mailbox, port=1))
    assert made.read() == 0
    assert "the mailbox cannot be read" in caplog.text


@pytest.fixture
def sent(app, post):
    """Mails that went out to three members, by the member."""
    made = post()
    made.ids = []
    Mails(app, made.invitation).decide(invite)
    with made.database.read() as session:
        made.ids = list(session.scalars(select(Message.id).order_by(Message.member_id)))
    assert len(made.ids) == 3
    return made


def test_return_of_a_dead_address_suppresses_it_at_once(sent):
    sent.bounce(sent.ids[0], "5.1.1")
    sent.read()
    assert sent.member(0).flag_reason == Reason.RETURNED
    assert sent.member(0).flag_detail == "550 5.1.1 No"
    assert sent.member(1).flagged_at is None


def test_full_mailbox_is_counted_and_a_repeated_report_is_not(sent):
    for _ in range(4):
        sent.bounce(sent.ids[0], "5.2.2")
    sent.bounce(sent.ids[1], "4.4.1", "delayed")
    sent.bounce(sent.ids[2], "5.1.1", box=f"tra-loi+{sent.ids[2]}.0123456789abcdef@example.org")
    sent.read()
    assert [sent.member(person).flagged_at for person in range(3)] == [None] * 3
    with sent.database.read() as session:
        found = session.scalars(select(Message).order_by(Message.member_id)).all()
        assert [(each.code or 0) >= 400 for each in found] == [True, False, False]


def test_third_soft_return_flags_the_address(app, sent):
    mails = Mails(app, sent.invitation)
    mails.decide(move)
    mails.decide(cancel)
    with sent.database.read() as session:
        mine = Message.member_id == sent.invitation.members[0]
        ids = list(session.scalars(select(Message.id).where(mine)))
    for id_ in ids[:2]:
        sent.bounce(id_, "4.2.2")
    sent.read()
    assert sent.member(0).flagged_at is None
    sent.bounce(ids[2], "4.2.2")
    sent.read()
    assert sent.member(0).flagged_at


def test_return_for_policy_holds_all_mail(sent):
    sent.bounce(sent.ids[0], "5.7.26")
    sent.read()
    with sent.database.read() as session:
        way = maillog.way(session)
    assert way.held_at
    assert "5.7.26" in way.held_by
    assert sent.member(0).flagged_at is None
