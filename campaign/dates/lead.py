"""Lead times: how long before or after an event something falls due."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final, Literal, get_args
from zoneinfo import ZoneInfo

from campaign.dates import wording, written
from campaign.dates.working import WorkingCalendar
from campaign.dates.zones import instant
from campaign.errors import InvalidInput

Unit = Literal["seconds", "minutes", "hours", "days", "weeks", "working_days"]
Side = Literal["before", "after"]
Anchor = Literal["start", "end"]

_MOST: Final[dict[str, int]] = {
    "seconds": 731 * 24 * 60 * 60,
    "minutes": 731 * 24 * 60,
    "hours": 731 * 24,
    "days": 731,
    "weeks": 104,
    "working_days": 522,
}
"""Two years of each unit."""
_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Quiet:
    """The hours in which nothing is sent: from `start`, included, to `end`, excluded; may cross midnight."""

    start: time
    end: time

    def __post_init__(self) -> None:
        if self.start == self.end:
            raise InvalidInput("Giờ yên lặng phải chừa lại ít nhất một khoảng trong ngày.")

    def covers(self, clock: time) -> bool:
        if self.start < self.end:
            return self.start <= clock < self.end
        return clock >= self.start or clock < self.end

    def before(self, day: date, clock: time) -> datetime:
        """The last local minute outside the quiet hours, not after `clock` on `day`."""
        if not self.covers(clock):
            return datetime.combine(day, clock)
        begun = day if clock >= self.start else day - _DAY
        return datetime.combine(begun, self.start) - _MINUTE

    def after(self, day: date, clock: time) -> datetime:
        """The first local minute outside the quiet hours, not before `clock` on `day`."""
        if not self.covers(clock):
            return datetime.combine(day, clock)
        return datetime.combine(day if clock < self.end else day + _DAY, self.end)


@dataclass(frozen=True, slots=True)
class Lead:
    """An amount of time before or after the start or end of an event.

    Hours, minutes and seconds (which alarms of other calendars have) are exact. Days, weeks and working days lead
    to a day, on which `at` is the local time (None: the usual hour); that day is a working day unless `any_day`.
    """

    amount: int
    unit: Unit
    side: Side = "before"
    anchor: Anchor = "start"
    at: time | None = None
    any_day: bool = False

    def __post_init__(self) -> None:
        for value, allowed in ((self.unit, Unit), (self.side, Side), (self.anchor, Anchor)):
            if value not in get_args(allowed):
                raise InvalidInput("Thời hạn nhắc không nhận giá trị “{value}”.", value=value)
        if not 0 <= self.amount <= _MOST[self.unit]:
            raise InvalidInput("Thời hạn nhắc phải từ 0 đến hai năm.")
        if self.exact and (self.at is not None or self.any_day):
            raise InvalidInput("Nhắc tính bằng giây, phút hoặc giờ thì không ghi thêm giờ gửi hay ngày nghỉ.")
        if self.amount == 0:  # no weeks is no days: one way to say the same day, one to say the same moment
            object.__setattr__(self, "unit", "minutes" if self.exact else "days")
            object.__setattr__(self, "side", "before" if self.exact else self.side)

    @classmethod
    def parse(cls, text: str) -> Lead:
        """Read "3 working days before at 08:00" or "3 ngày làm việc trước, 8h00"."""
        return cls(**read(text))  # type: ignore[arg-type]

    def __str__(self) -> str:
        return canonical(self)

    def describe(self, language: str) -> str:
        """In words for a reader: "trước 3 ngày làm việc, 8h00"."""
        return describe(self, language)

    @property
    def exact(self) -> bool:
        """Whether the rule names a moment, not a day."""
        return self.unit in {"seconds", "minutes", "hours"}

    def due(
        self,
        *,
        start: date | datetime,
        end: date | datetime,
        zone: ZoneInfo,
        calendar: WorkingCalendar,
        hour: time,
        quiet: Quiet | None = None,
    ) -> datetime:
        """The instant, in UTC, for an event from `start` to `end`: two moments, or the first and last day.

        An exact rule falls exactly then; for whole days it counts from the midnight before the
        first or after the last day. The other rules give way from the event: what would fall on a day off, in
        quiet hours or on the wrong side of the event moves to an earlier working day if the rule is a
        "before", to a later one if it is an "after". So "on the day at 08:00" of a meeting at 07:30 falls on
        the working day before.
        """
        if isinstance(start, datetime) != isinstance(end, datetime):
            raise TypeError("an event has two moments or two days, never one of each")
        anchor, day = self._anchor(start, end, zone)
        if self.exact:
            return anchor + self._signed(timedelta(**{self.unit: self.amount}))
        sent = self._outside(quiet, self._counted(day, calendar), self.at or hour)
        due = instant(self._rested(sent.date(), calendar), sent.time(), zone)
        if isinstance(start, datetime) and (due >= anchor if self.side == "before" else due < anchor):
            due = instant(self._rested(sent.date() + self._signed(_DAY), calendar), sent.time(), zone)
        return due

    def _anchor(self, start: date | datetime, end: date | datetime, zone: ZoneInfo) -> tuple[datetime, date]:
        """The instant that the rule counts from, and the local day to which it belongs."""
        moment = start if self.anchor == "start" else end
        if not isinstance(moment, datetime):
            return instant(moment if self.anchor == "start" else moment + _DAY, time(), zone), moment
        if moment.tzinfo is None:
            raise ValueError("a moment needs its zone")
        local = moment.astimezone(zone)
        ends_at_midnight = self.anchor == "end" and local.time() == time() and start != end
        return moment.astimezone(UTC), local.date() - _DAY if ends_at_midnight else local.date()

    def _counted(self, day: date, calendar: WorkingCalendar) -> date:
        if self.unit == "working_days":
            return calendar.add(day, -self.amount if self.side == "before" else self.amount)
        return day + self._signed(timedelta(days=self.amount * (7 if self.unit == "weeks" else 1)))

    def _outside(self, quiet: Quiet | None, day: date, clock: time) -> datetime:
        if quiet is None:
            return datetime.combine(day, clock)
        return quiet.before(day, clock) if self.side == "before" else quiet.after(day, clock)

    def _rested(self, day: date, calendar: WorkingCalendar) -> date:
        if self.any_day:
            return day
        return calendar.on_or_before(day) if self.side == "before" else calendar.on_or_after(day)

    def _signed(self, length: timedelta) -> timedelta:
        return -length if self.side == "before" else length


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
