"""A recurrence rule in words, as an office would say it."""

from __future__ import annotations

from campaign.dates import wording
from campaign.dates.rule import Rule

_UNIT = {
    "vi": {"YEARLY": "năm", "MONTHLY": "tháng", "WEEKLY": "tuần", "DAILY": "ngày"},
    "en": {"YEARLY": "year", "MONTHLY": "month", "WEEKLY": "week", "DAILY": "day"},
}
_NTH_VI = {
    1: "đầu tiên",
    2: "lần thứ hai",
    3: "lần thứ ba",
    4: "lần thứ tư",
    5: "lần thứ năm",
    -1: "cuối cùng",
}
_NTH_EN = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last", -2: "second to last"}
_MON_TO_FRI = tuple((0, weekday) for weekday in range(5))


def describe(rule: Rule, language: str, *, between: str = "") -> str:
    """The rule, then how long it goes on: "thứ Ba hằng tuần, đến ngày 31/12/2027"; ``between`` may hold the hours."""
    english = language == "en"
    main = _english(rule) if english else _vietnamese(rule)
    main = f"{main}, {between}" if between else main
    if rule.until is not None:
        day = wording.short_date(rule.until, language)
        return f"{main}, until {day}" if english else f"{main}, đến ngày {day}"
    if rule.count is not None:
        times = "once" if rule.count == 1 else f"{rule.count} times"
        return f"{main}, {times}" if english else f"{main}, {rule.count} lần"
    return main


def _vietnamese(rule: Rule) -> str:
    unit = _UNIT["vi"][rule.frequency]
    often = f"hằng {unit}" if rule.interval == 1 else f"{rule.interval} {unit} một lần"
    if rule.lunar:
        return f"ngày {rule.by_month_day[0]} tháng {rule.by_month[0]} âm lịch {often}"
    which, apart = _which_vi(rule)
    if not which:
        return often
    return f"{which}, {often}" if apart or rule.interval > 1 else f"{which} {often}"


def _which_vi(rule: Rule) -> tuple[str, bool]:
    """Which days, and whether a comma parts them from how often."""
    months = _listed([f"tháng {month}" for month in rule.by_month], "và")
    weekdays = _weekdays_vi(rule, months)
    days = _listed([_month_day_vi(day) for day in rule.by_month_day], "và")
    parts = [part for part in (weekdays, days) if part]
    within = any(nth for nth, _ in rule.by_day)
    if months and not within:
        parts.append(months)
    text = " ".join(parts) if not rule.by_set_pos else _set_pos_vi(rule, parts)
    return text, within or bool(rule.by_set_pos) or any(day < 0 for day in rule.by_month_day)


def _weekdays_vi(rule: Rule, months: str) -> str:
    if rule.by_day == _MON_TO_FRI:
        return "từ thứ Hai đến thứ Sáu"
    monthly = not months and rule.frequency == "MONTHLY"
    period = f"của {months}" if months else "trong tháng" if monthly else "trong năm"
    return _listed([_weekday_vi(nth, weekday, period, monthly=monthly) for nth, weekday in rule.by_day], "và")


def _weekday_vi(nth: int, weekday: int, period: str, *, monthly: bool) -> str:
    name = wording.weekday_name(weekday, "vi")
    if nth == 0:
        return name
    if nth == -1 and monthly:
        return f"{name} cuối tháng"
    place = _NTH_VI.get(nth) or (f"lần thứ {nth}" if nth > 0 else f"lần thứ {-nth} từ cuối")
    return f"{name} {place} {period}"


def _month_day_vi(day: int) -> str:
    if day > 0:
        return f"ngày {day}"
    return "ngày cuối tháng" if day == -1 else f"ngày thứ {-day} từ cuối tháng"


def _set_pos_vi(rule: Rule, parts: list[str]) -> str:
    places = ["cuối cùng" if n == -1 else f"thứ {n}" if n > 0 else f"thứ {-n} từ cuối" for n in rule.by_set_pos]
    return f"ngày {_listed(places, 'và')} trong số: {' '.join(parts)}"


def _english(rule: Rule) -> str:
    unit = _UNIT["en"][rule.frequency]
    often = f"every {unit}" if rule.interval == 1 else f"every {rule.interval} {unit}s"
    if rule.lunar:
        return f"{often} on day {rule.by_month_day[0]} of lunar month {rule.by_month[0]}"
    if len(rule.by_month) == len(rule.by_month_day) == 1 and rule.by_month_day[0] > 0 and not rule.by_day:
        return f"{often} on {rule.by_month_day[0]} {wording.month_name(rule.by_month[0], 'en')}"
    days = _weekdays_en(rule)
    month_days = _listed([_month_day_en(day) for day in rule.by_month_day], "and")
    months = _listed([wording.month_name(month, "en") for month in rule.by_month], "and")
    places = _listed([_NTH_EN.get(n) or f"number {n}" for n in rule.by_set_pos], "and")
    text = often
    text += f" on the {places} of" if places else " on" if days or month_days else ""
    text += f" {days}" if days else ""
    text += f" {month_days}" if month_days else ""
    return f"{text} in {months}" if months else text


def _weekdays_en(rule: Rule) -> str:
    if rule.by_day == _MON_TO_FRI:
        return "Monday to Friday"
    return _listed([_weekday_en(nth, weekday) for nth, weekday in rule.by_day], "and")


def _weekday_en(nth: int, weekday: int) -> str:
    name = wording.weekday_name(weekday, "en")
    return name if nth == 0 else f"the {_NTH_EN.get(nth) or f'number {nth}'} {name}"


def _month_day_en(day: int) -> str:
    if day > 0:
        return f"day {day}"
    return "the last day" if day == -1 else f"day {-day} from the end"


def _listed(words: list[str], last: str) -> str:
    return f" {last} ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)
