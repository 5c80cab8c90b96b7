"""What arrives in the mailbox: answers of calendar programs (RFC 5546 REPLY by RFC 6047), mails that were returned.

A returned mail is recognised by the address it is returned to, which names the message and is signed: nobody else can
have a member suppressed. An answer counts for the address that sent it.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from email import message_from_bytes
from email.message import Message as Mail
from email.utils import parseaddr
from urllib.parse import unquote

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from campaign.audit import PROGRAM, Act, Author
from campaign.calendar import answering, seats
from campaign.calendar.agency import UnitOfWork, agency_of
from campaign.calendar.answering import Reply
from campaign.config import Config
from campaign.dates.zones import zone
from campaign.desk import maillog
from campaign.directory.member_file import key_of
from campaign.errors import InvalidInput
from campaign.ical.lines import Block, Notes, calendars
from campaign.models import Answer, Event, Member, Message, Occurrence
from campaign.outcome import clean_reply
from campaign.reason import Reason
from campaign.sending.messages import suppress
from campaign.sending.outbox import MOST_REFUSALS
from campaign.tokens import mac

PARTSTAT = {"ACCEPTED": Answer.ACCEPTED, "TENTATIVE": Answer.TENTATIVE, "DECLINED": Answer.DECLINED}
RETURNED_FROM = 400
"""Codes of a message from here on: it was returned after a server had accepted it."""
_STATUS = re.compile(r"\b([45])\.(\d{1,3})\.(\d{1,3})\b")
_TAG = re.compile(r"\+(\d{1,18})\.([0-9a-f]{16})@", re.IGNORECASE)
_MOMENT = re.compile(r"(\d{8})(?:T(\d{6})(Z?))?")


@dataclass(frozen=True, slots=True)
class CalendarReply:
    """The answer of one attendee. ``recurrence``: RECURRENCE-ID of the one occurrence; "" for all."""

    uid: str
    recurrence: str
    answer: Answer
    comment: str


def return_address(config: Config, message_id: int) -> str:
    """The envelope sender of a message, to which it is returned; the plain address where no mailbox is read."""
    if not config.mailbox.host or not config.mailbox.tagged:
        return config.mail.sender_address
    local, _, domain = config.reply_address.rpartition("@")
    return f"{local}+{message_id}.{_signature(config, message_id)}@{domain}"


def take(session: Session, config: Config, data: bytes, *, now: datetime) -> str:
    """Act on one mail and say in one word as what; "ignored" has changed nothing. Repeated, it changes nothing."""
    mail = message_from_bytes(data)
    if mail.get_content_type() == "multipart/report":
        return _take_report(session, config, mail, now=now)
    if _is_automatic(mail, config):
        return "ignored"
    sender = parseaddr(str(mail.get("From", "")))[1]
    taken = [_answer(session, config, sender, reply, now=now) for reply in replies(mail, sender)]
    return "answer" if any(taken) else "ignored"


def replies(mail: Mail, sender: str) -> Iterator[CalendarReply]:
    """The answers that ``sender`` gives for itself; a calendar that cannot be read has none."""
    part = next((each for each in mail.walk() if each.get_content_type() == "text/calendar"), None)
    payload = part.get_payload(decode=True) if part else None
    if part is None or not isinstance(payload, bytes):
        return
    try:
        found = calendars(payload.decode(part.get_content_charset() or "utf-8").encode(), Notes())
    except (InvalidInput, LookupError, UnicodeError):
        return
    for calendar in found:
        method = calendar.text("METHOD") or str(part.get_param("method") or "")
        for event in calendar.blocks if method.upper() == "REPLY" else ():
            yield from _replies_in(event, key_of(sender))


def _replies_in(event: Block, sender: str) -> Iterator[CalendarReply]:
    uid, recurrence = event.text("UID"), event.first("RECURRENCE-ID")
    for line in event.all("ATTENDEE") if uid else ():
        answer = PARTSTAT.get(line.parameters.get("PARTSTAT", "").upper())
        if uid and answer and key_of(unquote(re.sub("(?i)^mailto:", "", line.value.strip()))) == sender:
            yield CalendarReply(uid, recurrence.value if recurrence else "", answer, event.text("COMMENT") or "")


def _answer(session: Session, config: Config, sender: str, reply: CalendarReply, *, now: datetime) -> bool:
    """Whether the answer counts for any occurrence: still open, and of somebody who is invited to it."""
    member = session.scalar(select(Member).where(Member.address_key == key_of(sender), Member.left_at.is_(None)))
    found = _occurrences(session, reply) if member else []
    taken = False
    for event, occurrence in found:
        if member and seats.is_open(event, occurrence, now=now) and answering.is_invited(session, occurrence, member):
            work = UnitOfWork(session, now, Author(member.name), agency_of(session, config))
            mine = answering.own(session, occurrence, member)
            sent = answering.delegate_of(session, occurrence, member) if reply.answer == Answer.DECLINED else None
            note = reply.comment or (mine.note if mine else "")
            answering.reply(work, event, occurrence, member, Reply(reply.answer, note, sent[0] if sent else None))
            taken = True
    return taken


def _occurrences(session: Session, reply: CalendarReply) -> list[tuple[Event, Occurrence]]:
    """The occurrences that an answer is about; a year or lunar day of a series has a UID that begins with its day."""
    query = select(Event, Occurrence).join(Occurrence, Occurrence.event_id == Event.id)
    day, _, rest = reply.uid.partition("-")
    rows = session.execute(query.where(Event.uid == reply.uid)).all()
    if not rows and re.fullmatch(r"\d{8}", day):
        rows = session.execute(query.where(Event.uid == rest)).all()
        return [(event, each) for event, each in rows if f"{each.original_day:%Y%m%d}" == day]
    return [(event, each) for event, each in rows if _is_meant(event, each, reply.recurrence)]


def _is_meant(event: Event, occurrence: Occurrence, recurrence: str) -> bool:
    if not recurrence:
        return True
    return occurrence.original_day == _day(recurrence, event.zone)


def _day(value: str, zone_name: str) -> date | None:
    found = _MOMENT.fullmatch(value.strip())
    if not found:
        return None
    try:
        if found[3]:
            return datetime.strptime(value.strip() + "+0000", "%Y%m%dT%H%M%SZ%z").astimezone(zone(zone_name)).date()
        return date.fromisoformat(found[1])
    except ValueError:
        return None


def _take_report(session: Session, config: Config, mail: Mail, *, now: datetime) -> str:
    """A delivery status notification (RFC 3464) to a signed address; a mail is returned once."""
    message = _message(session, config, mail)
    status, detail = _failure(mail)
    if message is None or not status or (message.code or 0) >= RETURNED_FROM:
        return "ignored"
    class_, subject = status.split(".")[:2]
    message.code, message.reason, message.detail = int(class_) * 100, Reason.RETURNED, detail
    session.flush()
    if class_ == "5" and (subject == "7" or status in ("5.1.7", "5.1.8")):
        maillog.hold(Act(session, now, Author(f"{PROGRAM.name} ({detail})")))
        return "policy"
    returned = Message.member_id == message.member_id, Message.reason == Reason.RETURNED
    number = session.scalar(select(func.count()).select_from(Message).where(*returned)) or 0
    if (class_, subject) == ("5", "1") or number >= MOST_REFUSALS:
        flag = update(Member).where(Member.id == message.member_id, Member.flagged_at.is_(None))
        session.execute(flag.values(flagged_at=now, flag_reason=Reason.RETURNED, flag_detail=detail))
        suppress(session.connection(), Message.member_id == message.member_id, now=now, reason=Reason.BAD_ADDRESS)
        return "bad address"
    return "returned"


def _message(session: Session, config: Config, mail: Mail) -> Message | None:
    for name in ("To", "Delivered-To", "X-Original-To", "Envelope-To"):
        for value in mail.get_all(name, []):
            found = _TAG.search(str(value))
            if found and hmac.compare_digest(found[2].lower(), _signature(config, int(found[1]))):
                return session.get(Message, int(found[1]))
    return None


def _failure(mail: Mail) -> tuple[str, str]:
    """Status and the server's words of the recipient that failed; empty where mail is only late or arrived."""
    for part in mail.walk():
        if str(part.get("Action", "")).strip().lower() == "failed":
            found = _STATUS.search(str(part.get("Status", "")))
            words = str(part.get("Diagnostic-Code", "")).partition(";")[2]
            if found:
                return found[0], clean_reply(words if found[0] in words else f"{found[0]} {words}")
    return "", ""


def _is_automatic(mail: Mail, config: Config) -> bool:
    """Automatic answers (RFC 3834), mail of lists, and what we sent ourselves."""
    submitted = str(mail.get("Auto-Submitted", "no")).partition(";")[0].strip().lower()
    precedence = str(mail.get("Precedence", "")).strip().lower()
    own = {key_of(config.mail.sender_address), key_of(config.reply_address)}
    sender = key_of(parseaddr(str(mail.get("From", "")))[1])
    is_list = "List-Id" in mail or precedence in ("bulk", "junk", "list", "auto_reply")
    return submitted != "no" or is_list or "X-Autoreply" in mail or sender in own


def _signature(config: Config, message_id: int) -> str:
    return mac(config.server.secret_key, "return", str(message_id))[:8].hex()
