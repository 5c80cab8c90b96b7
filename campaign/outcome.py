"""What became of one attempt to hand a message over; values only.

The wire says what happened, the outbox decides what to do about it: wait, give up, suppress an address, stop
a campaign or pause the channel. ``text`` is a foreign machine's, so it is cleaned before anyone sees it;
``reason`` says which sentence it belongs in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from campaign.reason import Reason, sentence

Blame: TypeAlias = Literal["address", "message", "policy"]
Stage: TypeAlias = Literal["connect", "mail", "rcpt", "data", "reply"]

PERMANENT: Final = 500
"""Replies from here on are final (RFC 5321, section 4.2.1)."""
TEXT_LIMIT: Final = 300  # characters of a reply that are kept


@dataclass(frozen=True, slots=True)
class Accepted:
    """The server took the responsibility over with its 250 (RFC 5321, section 6.1)."""

    code: int
    text: str


@dataclass(frozen=True, slots=True)
class Deferred:
    """A 4yz about this recipient or this message: the same bytes may be tried again later."""

    code: int
    enhanced: str
    text: str
    reason: Reason = Reason.SERVER


@dataclass(frozen=True, slots=True)
class Refused:
    """A 5yz: never try this message again for this recipient.

    ``blame`` says whom it is about. "address": the mailbox does not exist. "message": this one mail, or a passing state
    of the mailbox. "policy": a rule of the server about this recipient or, where others get the same reply, about us.
    """

    code: int
    enhanced: str
    text: str
    blame: Blame
    reason: Reason = Reason.SERVER


@dataclass(frozen=True, slots=True)
class Unreachable:
    """No conversation came about (network, TLS, login, 421). It spends no attempt of the message."""

    text: str
    reason: Reason = Reason.SERVER

    def __str__(self) -> str:
        return sentence(self.reason, self.text)


@dataclass(frozen=True, slots=True)
class Uncertain:
    """The letter went out whole and no answer came; the server may have it (RFC 1047)."""

    text: str
    reason: Reason = Reason.SERVER


Outcome: TypeAlias = Accepted | Deferred | Refused | Unreachable | Uncertain

_ESCAPE_SEQUENCE = re.compile(  # of a terminal: ECMA-48, sections 5.3 to 5.6
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b[ -/]*[0-~]"
)
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_ENHANCED = re.compile(r"([245]\.\d{1,3}\.\d{1,3})(?!\S)")

_NO_SUCH_MAILBOX = re.compile(
    r"no such (?:user|mailbox|recipient|address)|(?:user|recipient|mailbox|address)\b.{0,40}\b"
    r"(?:unknown|not found|does ?n[o']t exist|invalid|disabled|inactive)|unknown (?:user|recipient)"
    r"|invalid recipient",
    re.IGNORECASE,
)
# RFC 4954: 530 and 538 ask for a login or for encryption, 534 and 535 refuse the login, 454 cannot check it
# now.
_LOGIN_CODES: Final = frozenset({454, 530, 534, 535, 538})
_SYNTAX_CODES: Final = range(500, 505)


def clean_reply(text: str) -> str:
    """One printable line of at most ``TEXT_LIMIT`` characters, without terminal or direction controls."""
    text = _UNPRINTABLE.sub("", _ESCAPE_SEQUENCE.sub("", text))
    return " ".join(text.split())[:TEXT_LIMIT]


def classify(code: int, text: str, stage: Stage) -> Outcome:
    """The outcome that a reply means at this stage of the conversation.

    ``code`` below 100 stands for "no intelligible reply". "reply" is the stage after the final dot; only
    there silence leaves doubt and only there a 2yz delivers. MAIL speaks of the sender and of the server,
    never of one recipient, so a refusal of it says that the channel is closed for now.
    """
    text = clean_reply(text)
    kind = code // 100
    if stage == "reply" and kind == 2:  # noqa: PLR2004 - the 2 of 2yz
        outcome: Outcome = Accepted(code, text)
    elif stage == "reply" and kind not in (4, 5):
        outcome = Uncertain(f"{code} {text}" if code > 0 else text)
    elif kind not in (4, 5) or stage == "connect" or code == 421 or code in _LOGIN_CODES:  # noqa: PLR2004
        outcome = Unreachable(f"{code} {text}" if code > 0 else text)
    elif kind == 5:  # noqa: PLR2004 - the 5 of 5yz
        enhanced = _enhanced(code, text)
        blame = _blame(code, enhanced, text, stage)
        closed = stage == "mail" and blame == "policy"
        outcome = Unreachable(f"{code} {text}") if closed else Refused(code, enhanced, text, blame)
    elif stage == "mail":
        outcome = Unreachable(f"{code} {text}")
    else:
        outcome = Deferred(code, _enhanced(code, text), text)
    return outcome


def _enhanced(code: int, text: str) -> str:
    """The status code of RFC 3463 at the head of the text; "" if it is missing or contradicts the reply."""
    found = _ENHANCED.match(text)
    return found[1] if found and found[1][0] == str(code)[0] else ""


def _blame(code: int, enhanced: str, text: str, stage: Stage) -> Blame:
    if enhanced:
        blame = _blame_of_status(enhanced, stage)
    elif code == 552 or code in _SYNTAX_CODES:  # noqa: PLR2004 - 552 is "too much mail data" (RFC 5321, 4.2.3)
        blame = "message"
    elif stage == "mail":
        blame = "policy"
    elif _NO_SUCH_MAILBOX.search(text):
        blame = "address"
    elif stage == "rcpt":
        # RFC 5321 and 7504: 550, 551, 553 and 556 speak of the mailbox or its domain; 554 and the rest of our
        # right to send.
        blame = "address" if code in (550, 551, 553, 556) else "policy"
    else:
        blame = "message"
    return blame


def _blame_of_status(enhanced: str, stage: Stage) -> Blame:
    """RFC 3463: the middle number is the subject, the last one the detail."""
    _, subject, detail = enhanced.split(".")
    if subject == "7" or (subject == "1" and (stage == "mail" or detail in ("7", "8"))):
        return "policy"  # 5.1.7 and 5.1.8 are about the sender's address
    if subject == "1" or (subject, detail) in (("2", "1"), ("4", "1"), ("4", "4")):
        return "address"  # disabled mailbox; no host, no route to the domain
    return "message"
