"""From a proposal of a plan to the draft of an event, and from what a person typed to a correction of the proposal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from campaign.calendar.draft import Draft
from campaign.dates.written import parse_date, parse_time
from campaign.desk.fielderrors import LONGEST_TITLE
from campaign.errors import InvalidInput
from campaign.kinds import Kind
from campaign.models import Proposal
from campaign.reading.text import fold
from campaign.reading.time.feasts import action_month, on_day
from campaign.reading.time.grammar import expressions
from campaign.reading.time.spans import Day, days_of

RULES: Final = {
    "yearly": "FREQ=YEARLY",
    "quarterly": "FREQ=MONTHLY;INTERVAL=3",
    "monthly": "FREQ=MONTHLY",
    "weekly": "FREQ=WEEKLY",
}
DEADLINE: Final = "Hạn: {title}"
_MONTH, _QUARTER, _HALF_YEAR = 31, 92, 184
"""The most days of each."""
_BETWEEN: Final = re.compile(
    r"\s+(?:đến|tới|to)\s+(?:hết\s+)?|\s*[–—]\s*|\s+-\s+|(?<=\d)-(?=\d{1,2}[/.])", re.IGNORECASE
)
_HOURS: Final = re.compile(r"\s*[-–—]\s*|\s+(?:đến|tới|to)\s+", re.IGNORECASE)
_EVERYBODY: Final = re.compile(
    r"toàn thể|toàn cơ quan|toàn ngành|toàn sở|tất cả (?:cán bộ|công chức|đoàn viên)|everybody"
)
_WOMEN: Final = re.compile(r"(?<!\w)nữ (?:cán bộ|cbccvc|công chức|viên chức|đoàn viên|cnvcl|lao động)|chị em|phụ nữ")
_LONGEST_SPAN: Final = 366


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day, and how exactly they are meant: "day", "month", "quarter", "year"; all empty: no date."""

    first: date | None = None
    last: date | None = None
    precision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a person says of a proposal instead of what was read; None leaves a field as it is."""

    kind: str | None = None
    title: str | None = None
    days: Days | None = None
    hours: tuple[time | None, time | None] | None = None
    audience: str | None = None

    @classmethod
    def of(cls, form: Mapping[str, str], *, year: int) -> Correction:
        """From the fields of a form; one that it lacks stays. Raises ``InvalidInput`` with what cannot be read."""
        given = {
            name: " ".join(form[name].split())
            for name in ("kind", "title", "days", "hours", "audience")
            if name in form
        }
        if "kind" in given and given["kind"] not in set(Kind):
            raise InvalidInput("Không có loại hoạt động “{kind}”.", kind=given["kind"])
        if "title" in given and not given["title"]:
            raise InvalidInput("Hoạt động cần có tên.")
        return cls(
            kind=given.get("kind"),
            title=given.get("title"),
            days=parse_days(given["days"], year=year) if "days" in given else None,
            hours=parse_hours(given["hours"]) if "hours" in given else None,
            audience=given.get("audience"),
        )

    def apply(self, proposal: Proposal) -> bool:
        """Give the proposal what is corrected; whether anything became other than it was."""
        values: dict[str, object] = {
            name: value for name in ("kind", "title", "audience") if (value := getattr(self, name)) is not None
        }
        if self.days is not None:
            is_same = (self.days.first, self.days.last) == (proposal.first_day, proposal.last_day or proposal.first_day)
            if not is_same:
                values |= {"first_day": self.days.first, "last_day": self.days.last, "precision": self.days.precision}
        if self.hours is not None:
            values |= {"start_time": self.hours[0], "end_time": self.hours[1]}
        changed = {name: value for name, value in values.items() if getattr(proposal, name) != value}
        for name, value in changed.items():
            setattr(proposal, name, value)
        return bool(changed)


def parse_days(text: str, *, year: int) -> Days:
    """A day, two days with "đến" between them, or a month, quarter or half year, as people write them.

    ``year`` is meant where none is written. An empty text is no date.
    """
    if not text:
        return Days()
    ends = _BETWEEN.split(text)
    opening = date(year, 1, 1)
    try:
        last = parse_date(ends[-1], today=opening)
        first = _first(ends[0], last) if ends[1:] else last
    except InvalidInput:
        found = _spoken(text, year)
        if found is None:
            raise
        return found
    if last < first or len(ends) > 2:  # noqa: PLR2004 - two ends
        raise InvalidInput("Ngày kết thúc phải từ ngày bắt đầu trở đi.")
    return Days(first, last, "day")


def _first(text: str, last: date) -> date:
    """The day on which a span begins: what it lacks of month and year it has from the end, over New Year at most."""
    if re.fullmatch(r"(?:ngày )?\d{1,2}", text):
        text = f"{text}/{last.month}"
    first = parse_date(text, today=date(last.year, 1, 1))
    if first <= last or re.search(r"\d{4}", text):
        return first
    earlier = parse_date(text, today=date(last.year - 1, 1, 1))
    return earlier if (last - earlier).days <= _HALF_YEAR else first


def _spoken(text: str, year: int) -> Days | None:
    """What the reader's own grammar makes of it, if it is one expression of time."""
    found = expressions(fold(text))
    if len(found) != 1:
        return None
    first, last = (days_of(found[0].spans[0][0]), days_of(found[0].spans[-1][1]))
    if first is None or last is None:
        return None
    unit = found[0].spans[0][0].unit
    precision = (
        unit
        if unit in ("day", "month", "quarter", "year")
        else _precision(date_of(first.first, year), date_of(last.last, year))
    )
    return Days(date_of(first.first, year), date_of(last.last, year), precision)


def date_of(day: Day, year: int) -> date | None:
    """The day as a date, in ``year`` if it has none; None where that year has no such day."""
    try:
        return date(day.year or year, day.month, day.day)
    except ValueError:
        return None


def parse_hours(text: str) -> tuple[time | None, time | None]:
    """14h00, 14h00-16h30; empty for whole days."""
    if not text:
        return None, None
    start, *end = _HOURS.split(text)
    if end[1:]:
        raise InvalidInput("“{text}” chưa phải là giờ; hãy viết như 14h00 hoặc 8h30.", text=text)
    return parse_time(start), parse_time(end[0]) if end else None


def draft_of(proposal: Proposal, *, duty_id: int | None, groups: Iterable[tuple[int, str]]) -> Draft:
    """The event that the proposal asks for: on its days, or, where they are only a period, expected within it."""
    first, last, expected = _laid(proposal)
    timed = first is not None and proposal.start_time is not None
    end = proposal.end_time if timed and _is_later(proposal, first, last) else None
    known = first is not None and proposal.kind == Kind.CAMPAIGN and action_month(fold(proposal.title)) is not None
    rule = RULES["yearly"] if known or _is_standing_day(proposal, first, last) else RULES.get(proposal.frequency, "")
    wanted = fold(proposal.audience)
    everybody = bool(_EVERYBODY.search(wanted))
    return Draft(
        kind=kind_of(proposal),
        title=_title(proposal),
        duty_id=duty_id,
        first=first,
        last=last,
        start=proposal.start_time if timed else None,
        end=end,
        rule=rule if first else "",
        per_year=known,
        expected_start=expected.first,
        expected_end=expected.last,
        precision=expected.precision,
        place=proposal.venue,
        organizer=proposal.in_charge,
        co_organizers=proposal.partners,
        audience_all=everybody,
        women_only=bool(_WOMEN.search(wanted)),
        group_ids=frozenset() if everybody else frozenset(named_in(wanted, groups)),
        recipient=proposal.report_to,
        via=proposal.through,
    )


def _is_standing_day(proposal: Proposal, first: date | None, last: date | None) -> bool:
    """A day that is kept every year, such as 8 March; a gathering for it has hours or a place of its own."""
    if first is None or first != last or proposal.start_time or proposal.venue:
        return False
    return proposal.kind == Kind.COMMEMORATION and on_day(first.month, first.day) is not None


def kind_of(proposal: Proposal) -> str:
    """The kind of its event: what the reader could not name is an activity, or a report where it has a recipient."""
    if proposal.kind in set(Kind):
        return proposal.kind
    return Kind.REPORT if proposal.deadline and proposal.report_to else Kind.ACTIVITY


def named_in(text: str, groups: Iterable[tuple[int, str]]) -> list[int]:
    """The groups whose names stand in a folded text."""
    return [number for number, name in groups if re.search(rf"(?<!\w){re.escape(fold(name))}(?!\w)", text)]


def _title(proposal: Proposal) -> str:
    title = " ".join(proposal.title.split())
    if proposal.deadline and kind_of(proposal) != Kind.REPORT and not title.startswith(DEADLINE.format(title="")):
        title = DEADLINE.format(title=title)
    return title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"


def _laid(proposal: Proposal) -> tuple[date | None, date | None, Days]:
    """First and last day, or the span in which it is expected."""
    first, last = proposal.first_day, proposal.last_day or proposal.first_day
    if first is None or last is None:
        span = Days(proposal.expected_start, proposal.expected_end)
        return None, None, Days(span.first, span.last, _precision(span.first, span.last))
    if proposal.deadline:
        return last, last, Days()
    is_short = (last - first).days < _LONGEST_SPAN
    if is_short and (proposal.precision == "day" or (proposal.kind == Kind.CAMPAIGN and proposal.precision == "month")):
        return first, last, Days()
    return None, None, Days(first, last, proposal.precision)


def _precision(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return ""
    days = (last - first).days + 1
    return "day" if days == 1 else "month" if days <= _MONTH else "quarter" if days <= _QUARTER else "year"


def _is_later(proposal: Proposal, first: date | None, last: date | None) -> bool:
    assert proposal.start_time
    return proposal.end_time is not None and (first != last or proposal.end_time > proposal.start_time)
