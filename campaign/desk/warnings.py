"""Warnings about a schedule, and those that the calendar alone gives: days off, the weeks around Tết, hours, dates.

Pure: a draft and the agency's working days in, warnings out. A warning never blocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from campaign.calendar.draft import Draft
from campaign.calendar.sentence import Sentence
from campaign.calendar.when import When
from campaign.dates import lunar
from campaign.dates.rule import Rule
from campaign.dates.spans import Span
from campaign.dates.working import WorkingCalendar, tet_weeks
from campaign.desk.busy import takes_time
from campaign.errors import InvalidInput
from campaign.kinds import DEADLINES, FIXED

WARN, NOTE = "warn", "note"


@dataclass(frozen=True, slots=True)
class ScheduleWarning:
    """``field`` is the form's field that could be changed; ``count`` how many people (or times) it concerns.

    ``severity``: "warn" is likely a mistake, "note" worth a thought. ``event_uid``: the other event, if there is one.
    """

    kind: str
    field: str
    said: Sentence
    severity: str = WARN
    count: int = 0
    event_uid: str = ""

    @property
    def sentence(self) -> str:
        """In Vietnamese; ``said`` is for other languages."""
        return str(self.said)


NOON, AFTERNOON = time(11, 30), time(13, 30)
MORNING, EVENING = time(6, 30), time(18, 30)
CLOSING = 21
"""From this day of December on, units close their books and hold their year-end meetings."""


def of_day(draft: Draft, when: When, calendar: WorkingCalendar) -> Iterator[ScheduleWarning]:
    """What speaks against one occurrence of the draft."""
    if draft.kind in FIXED:
        return
    yield from _rest(draft, when, calendar)
    if takes_time(draft.kind, when.first, when.span.last, when.start):
        yield from _season(when, calendar)
        yield from _hours(when)


def of_dates(draft: Draft, today: date) -> Iterator[ScheduleWarning]:
    """What speaks against the dates of the draft, however often it happens."""
    when = draft.when
    if when and not draft.rule and when.span.last < today:
        said = Sentence("Thời gian này đã qua ({day}); hãy kiểm tra lại ngày và năm.", day=when.span.last)
        yield ScheduleWarning("past", "first", said)
    if when and (day := _missed_day(draft.rule)):
        said = Sentence(
            "Tháng nào không có ngày {day} thì bỏ qua lần đó; nếu muốn ngày cuối của mọi tháng, hãy chọn "
            "“Hằng tháng, vào ngày cuối tháng”.",
            day=day,
        )
        yield ScheduleWarning("short_months", "first", said)
    if when and draft.register_by and draft.register_by > when.first:
        said = Sentence(
            "Hạn đăng ký {day} đến sau ngày bắt đầu {first}; hãy chọn hạn sớm hơn.",
            day=draft.register_by,
            first=when.first,
        )
        yield ScheduleWarning("register", "register_by", said)


def _missed_day(rule: str) -> int | None:
    """The day that the shorter months do not have; None also for a rule that the form refuses beside its field."""
    try:
        return Rule.parse(rule).missed_day if rule else None
    except InvalidInput:
        return None


def in_tet_weeks(day: date) -> Span | None:
    """The weeks around Tết that the day lies in, as far as the lunar calendar is known."""
    weeks = tet_weeks(day.year) if day.year in lunar.YEARS else None
    return weeks if weeks and weeks.first <= day <= weeks.last else None


def _rest(draft: Draft, when: When, calendar: WorkingCalendar) -> Iterator[ScheduleWarning]:
    """The first day is looked at, and of what lasts some days only, the others too."""
    days = [when.first + timedelta(days=n) for n in range(min(when.span.days, 7))]
    rest = next((day for day in days if not calendar.is_working(day)), None)
    if rest is None:
        return
    near = calendar.on_or_before(rest) if draft.kind in DEADLINES else calendar.on_or_after(rest)
    name = calendar.name(rest)
    if name:
        said = Sentence(
            "{day} là ngày nghỉ ({name}); ngày làm việc gần nhất là {near}.", day=rest, name=name, near=near
        )
        yield ScheduleWarning("holiday", "first", said)
    else:
        said = Sentence(
            "{day} rơi vào cuối tuần; ngày làm việc gần nhất là {near}.",
            day=rest,
            near=near,
        )
        yield ScheduleWarning("weekend", "first", said)


def _season(when: When, calendar: WorkingCalendar) -> Iterator[ScheduleWarning]:
    weeks = in_tet_weeks(when.first)
    if weeks:
        said = Sentence(
            "{day} nằm trong các tuần quanh Tết ({weeks}), nhiều người nghỉ phép; nên chọn từ ngày {after}.",
            day=when.first,
            weeks=weeks,
            after=calendar.on_or_after(weeks.last + timedelta(days=1)),
        )
        yield ScheduleWarning("tet", "first", said, NOTE)
    if when.first.month == 12 and when.first.day >= CLOSING:  # noqa: PLR2004 - December
        before = calendar.on_or_before(date(when.first.year, 12, CLOSING - 1))
        said = Sentence(
            "Những ngày cuối tháng 12 các đơn vị khóa sổ, tổng kết; nên chọn chậm nhất ngày {before}.", before=before
        )
        yield ScheduleWarning("december", "first", said, NOTE)


def _hours(when: When) -> Iterator[ScheduleWarning]:
    if when.start is None:
        return
    one_day = when.span.days == 1
    end = when.end or when.start
    if when.start < MORNING or (one_day and end > EVENING) or when.start >= EVENING:
        said = Sentence(
            "Giờ này ngoài giờ làm việc; buổi sáng thường từ {am}, buổi chiều từ {pm}.", am=time(8), pm=time(14)
        )
        yield ScheduleWarning("night", "start", said, NOTE)
    elif one_day and _touches_lunch(when.start, end):
        said = Sentence(
            "Thời gian trùm vào giờ nghỉ trưa ({noon}-{afternoon}); nên kết thúc trước {noon} hoặc bắt đầu từ "
            "{afternoon}.",
            noon=NOON,
            afternoon=AFTERNOON,
        )
        yield ScheduleWarning("lunch", "start", said, NOTE)


def _touches_lunch(start: time, end: time) -> bool:
    """A whole day has its break within; what begins or ends in the break takes it away."""
    whole_day = start <= time(9) and end >= time(15)
    return start < AFTERNOON and end > NOON and not whole_day
