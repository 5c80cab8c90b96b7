"""Lead times in words: the English form that is stored, and what people write and read in both languages."""

from __future__ import annotations

import re
from datetime import time
from typing import TYPE_CHECKING

from campaign.dates import wording, written
from campaign.errors import InvalidInput

if TYPE_CHECKING:
    from campaign.dates.lead import Lead

_UNITS = {
    "seconds": ("second", "giây"),
    "minutes": ("minute", "phút"),
    "hours": ("hour", "giờ"),
    "days": ("day", "ngày"),
    "weeks": ("week", "tuần"),
    "working_days": ("working day", "ngày làm việc"),
}
_SAME = {
    # (unit of no amount, side, anchor): canonical English, English and Vietnamese for a reader
    ("days", "before", "start"): ("on the day", "on the day", "đúng ngày"),
    ("days", "before", "end"): ("on the last day", "on the last day", "đúng ngày cuối"),
    ("days", "after", "start"): ("0 days after start", "later on the day", "trong ngày, sau khi bắt đầu"),
    ("days", "after", "end"): ("0 days after end", "later on the last day", "trong ngày, sau khi kết thúc"),
    ("minutes", "before", "start"): ("0 minutes before", "at the start", "đúng lúc bắt đầu"),
    ("minutes", "before", "end"): ("0 minutes before end", "at the end", "đúng lúc kết thúc"),
}
_SAME_READ = {written.plain(words): key for key, forms in _SAME.items() for words in forms}
_ANCHORS = {"start": "start", "bat dau": "start", "end": "end", "ket thuc": "end"}

# All patterns read text that has lost its marks.
_ANY_DAY = re.compile(r",?\s*(?:any day|ke ca ngay nghi)$")
_AT = re.compile(
    r"(?:(?:,|,?\s+(?:at|luc|vao luc|vao))\s*(?P<led>[0-9]{1,2}\s*(?:[:hg]|gio).*)"
    r"|\s(?P<bare>[0-9]{1,2}(?::[0-9]{2}|[hg][0-9]{0,2})))$"
)
_UNIT = (
    r"(?:(?P<seconds>seconds?|giay)|(?P<minutes>minutes?|phut)|(?P<hours>hours?|gio|tieng)"
    r"|(?P<working_days>working days?|ngay lam viec)|(?P<days>days?|ngay)|(?P<weeks>weeks?|tuan))"
)
_AMOUNT = rf"(?P<amount>[0-9]{{1,8}})\s+{_UNIT}"
_FORMS = (
    re.compile(rf"{_AMOUNT}\s+(?P<side>before|after)(?:\s+(?:the\s+)?(?P<anchor>start|end))?"),
    re.compile(rf"{_AMOUNT}\s+(?P<side>truoc|sau)(?:\s+khi\s+(?P<anchor>bat dau|ket thuc))?"),
    re.compile(rf"(?P<side>truoc|sau)(?:\s+khi\s+(?P<anchor>bat dau|ket thuc))?\s+{_AMOUNT}"),
)


def read(text: str) -> dict[str, object]:
    """The fields of the lead time that `text` says."""
    words = written.plain(text)
    any_day = _ANY_DAY.search(words)
    if any_day:
        words = words[: any_day.start()]
    at: time | None = None
    clock = _AT.search(words)
    if clock:
        at = written.parse_time(clock["led"] or clock["bare"])
        words = words[: clock.start()]
    return {**_read_length(words.strip(), text), "at": at, "any_day": any_day is not None}


def canonical(lead: Lead) -> str:
    """The one English form of a lead time: "3 working days before at 08:00"."""
    words = _same(lead, 0) or _english_length(lead)
    words += f" at {wording.clock(lead.at, 'en')}" if lead.at else ""
    return f"{words} any day" if lead.any_day else words


def describe(lead: Lead, language: str) -> str:
    """The lead time for a reader: "trước 3 ngày làm việc, 8h00"."""
    if language == "en":
        words = _same(lead, 1) or _english_length(lead)
        words += f", at {wording.clock(lead.at, 'en')}" if lead.at else ""
        return f"{words}, any day" if lead.any_day else words
    words = _same(lead, 2) or _vietnamese_length(lead)
    words += f", {wording.clock(lead.at)}" if lead.at else ""
    return f"{words}, kể cả ngày nghỉ" if lead.any_day else words


def _read_length(words: str, text: str) -> dict[str, object]:
    same = _SAME_READ.get(words)
    if same:
        return {"amount": 0, "unit": same[0], "side": same[1], "anchor": same[2]}
    for form in _FORMS:
        found = form.fullmatch(words)
        if found:
            side = "before" if found["side"] in {"before", "truoc"} else "after"
            usual = "start" if side == "before" else "end"
            return {
                "amount": int(found["amount"]),
                "unit": next(unit for unit in _UNITS if found[unit]),
                "side": side,
                "anchor": _ANCHORS.get(found["anchor"], usual),
            }
    raise InvalidInput("Không hiểu thời hạn “{text}”; hãy viết như “3 ngày làm việc trước, 8h00”.", text=text)


def _same(lead: Lead, form: int) -> str:
    return _SAME[lead.unit, lead.side, lead.anchor][form] if lead.amount == 0 else ""


def _english_length(lead: Lead) -> str:
    unit = _UNITS[lead.unit][0] + ("" if lead.amount == 1 else "s")
    usual = lead.side == "before" and lead.anchor == "start"
    return f"{lead.amount} {unit} {lead.side}" + ("" if usual else f" {lead.anchor}")


def _vietnamese_length(lead: Lead) -> str:
    side = "trước" if lead.side == "before" else "sau"
    usual = lead.side == "before" and lead.anchor == "start"
    anchor = "" if usual else " khi bắt đầu" if lead.anchor == "start" else " khi kết thúc"
    return f"{side}{anchor} {lead.amount} {_UNITS[lead.unit][1]}"
