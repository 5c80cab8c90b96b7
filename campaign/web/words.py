"""How pages say dates, kinds and states, in the language of the request."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from flask_babel import lazy_gettext as _
from markupsafe import Markup

from campaign.calendar.public_occurrences import PublicOccurrence
from campaign.calendar.sentence import Sentence
from campaign.dates import rule_words, wording
from campaign.dates.rule import Rule
from campaign.desk.board import State
from campaign.desk.warnings import ScheduleWarning
from campaign.kinds import Band, Kind
from campaign.pages.detail import Detail
from campaign.pages.subscription import FeedFilter
from campaign.reason import CancelCause, sentence
from campaign.web.language import gettext, language, ngettext
from campaign.web.session import campaign

STATES = {
    State.DRAFT: _("Bản nháp"),
    State.CONFIRMED: _("Đã xác nhận"),
    State.MOVED: _("Đã dời"),
    State.CANCELLED: _("Đã hủy"),
    State.OVERDUE: _("Quá hạn"),
    State.ROOMLESS: _("Thiếu phòng"),
    State.UNREMINDED: _("Chưa ai được nhắc"),
}


def kind(value: str) -> str:
    return gettext(Kind(value).traits.label)


def why(code: str, detail: str) -> str:
    """The sentence of a stored reason; nothing where there is none."""
    return sentence(code, detail, gettext) if code else ""


def shape(value: str) -> str:
    """The shape that stands for a kind of event, beside its colour."""
    return Kind(value).traits.band.shape


def kind_labels() -> dict[str, str]:
    """Every kind and its label."""
    return {each.value: gettext(each.traits.label) for each in Kind}


def band(kinds: tuple[Kind, ...]) -> str:
    return gettext(kinds[0].traits.band.label)


def legend() -> list[tuple[Kind, str]]:
    """A kind of each shape, and what the shape stands for."""
    return [(each.kinds[0], gettext(each.legend)) for each in Band]


def month_of(number: int, *, year: int | None = None, short: bool = False) -> str:
    """tháng 3, tháng 3/2027 (in English March, March 2027, and short Mar)."""
    name = wording.month_name(number, language(), year=year)
    return name[:3] if short else name


def capital(text: str) -> str:
    """The first letter large, the others as they are."""
    return text[:1].upper() + text[1:]


def when(happening: PublicOccurrence) -> str:
    """The time as offices write it: 14h00-16h30, thứ Ba, ngày 20/10/2026."""
    return wording.when(happening.start, happening.end, language())


def when_long(happening: PublicOccurrence) -> str:
    """A single day in full, as on a letter; a span of days, or a time, as `when` says it."""
    if happening.first_day == happening.last_day:
        return wording.long_date(happening.first_day, language())
    return capital(wording.span(happening.first_day, happening.last_day, language()))


def span(first: date, last: date) -> str:
    return wording.span(first, last, language())


def moment(value: datetime) -> str:
    """An instant by the organisation's clock."""
    return wording.when(value.astimezone(campaign().config.zone), None, language())


def brief(happening: PublicOccurrence) -> str:
    """The day or days in the fewest words: 08/3, 10-11/9, 15/11-15/12."""
    first, last = happening.first_day, happening.last_day
    end = wording.day_month(last, language())
    if first == last:
        return end
    same_month = (first.year, first.month) == (last.year, last.month)
    return f"{first.day:02}-{end}" if same_month else f"{wording.day_month(first, language())}-{end}"


def hours(happening: PublicOccurrence) -> str:
    """14h00-16h30, or nothing for whole days."""
    if happening.start_time is None:
        return ""
    start = wording.clock(happening.start_time, language())
    return f"{start}-{wording.clock(happening.end_time, language())}" if happening.end_time else start


def remaining(happening: PublicOccurrence, today: date) -> str:
    """còn 12 ngày; while it lasts, how many days are left of it."""
    if happening.cancelled:
        return gettext("đã hủy")
    if happening.first_day < today <= happening.last_day:
        left = (happening.last_day - today).days
        return ngettext("còn %(num)s ngày", "còn %(num)s ngày", left) if left else gettext("hôm nay là ngày cuối")
    return wording.remaining((happening.first_day - today).days, language())


def repeats(rule: str) -> str:
    """A recurrence rule in words."""
    return rule_words.describe(Rule.parse(rule), language())


def audience(event: Detail) -> str:
    """For whom it is, as invitations say it. Members named one by one are nobody else's business."""
    if event.audience_all:
        return gettext("Toàn thể nữ CBCCVC, NLĐ") if event.women_only else gettext("Toàn thể CBCCVC, NLĐ")
    names = ", ".join(event.groups)
    return gettext("Nữ CBCCVC, NLĐ: %(groups)s", groups=names) if names and event.women_only else names


def chosen(filtered: FeedFilter, groups: dict[str, str]) -> str:
    """What a calendar address contains, in a sentence."""
    kinds = ", ".join(map(kind, filtered.kinds))
    names = ", ".join(groups[slug] for slug in filtered.groups)
    contents = gettext("Địa chỉ này gồm: %(kinds)s.", kinds=kinds or gettext("tất cả hoạt động đã xác nhận"))
    return f"{contents} {gettext('Dành cho: %(groups)s.', groups=names)}" if names else contents


def address(url: str) -> str | Markup:
    """An address as a link, if it is one of the web; else as the words it is."""
    if not url.startswith(("https://", "http://")):
        return url
    return Markup('<a href="{0}" rel="noopener noreferrer">{0}</a>').format(url)


def _spoken(function: Callable[..., str]) -> Callable[..., str]:
    """A wording function as a filter: in the language of the request."""

    def say(value: date | time | float, **options: Any) -> str:  # noqa: ANN401
        return function(value, language(), **options)

    return say


def state(value: str) -> str:
    return str(STATES[State(value)])


def say(said: Sentence | ScheduleWarning) -> str:
    """The finished sentence, in the language of the page."""
    sentence = said.said if isinstance(said, ScheduleWarning) else said
    return sentence.say(language(), gettext)


def away(first: date, last: date, today: date) -> str:
    """còn 12 ngày, đang diễn ra, đã qua 3 ngày."""
    if first <= today <= last and first != last:
        return gettext("đang diễn ra")
    return wording.remaining((first - today).days if today < first else (last - today).days, language())


FILTERS: dict[str, Callable[..., str]] = {
    "kind": kind,
    "why": lambda row: why(row.reason, row.detail),
    "why_flagged": lambda row: why(row.flag_reason, row.flag_detail),
    "why_cancelled": lambda row: why(row.cancel_cause or CancelCause.PERSON, row.cancel_reason),
    "state": state,
    "say": say,
    "away": away,
    "shape": shape,
    "band": band,
    "month_of": month_of,
    "when_long": when_long,
    "span": span,
    "moment": moment,
    "audience": audience,
    "chosen": chosen,
    "address": address,
    "capital": capital,
    "when": when,
    "brief": brief,
    "hours": hours,
    "remaining": remaining,
    "days_left": _spoken(wording.remaining),
    "repeats": repeats,
    "long_date": _spoken(wording.long_date),
    "inline_date": _spoken(wording.inline_date),
    "short_date": _spoken(wording.short_date),
    "day_month": _spoken(wording.day_month),
    "weekday": _spoken(wording.weekday),
    "clock": _spoken(wording.clock),
    "number": _spoken(wording.number),
}
