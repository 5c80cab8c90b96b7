"""What each way of writing a time says: from a match of ``grammar`` to parts of the calendar."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from campaign.reading.time import feasts
from campaign.reading.time.fragments import (
    HALVES,
    MONTH_NAME,
    ORDINALS,
    QUARTER,
    QUARTERS,
    THIRDS,
    day,
    month,
    year,
)
from campaign.reading.time.spans import Part, month_length

Spans = tuple[tuple[Part, Part], ...]
_NUMBER = re.compile(r"\d+")


def _one(part: Part) -> Spans:
    return ((part, part),)


def one_day(match: re.Match[str]) -> Spans:
    return _one(day(match["a"]))


def term(match: re.Match[str]) -> Spans:
    return _one(replace(day(match["a"]), plus=int(match["n"]), working=bool(match["w"])))


def day_of_each_quarter(match: re.Match[str]) -> Spans:
    """The same day in the first or last month of each of the four quarters."""
    months_of_year = (3, 6, 9, 12) if match["p"] == "cuối" else (1, 4, 7, 10)
    days = [Part("day", int(match["a"]), in_month) for in_month in months_of_year]
    return tuple((part, part) for part in days)


def day_range(match: re.Match[str]) -> Spans:
    return ((day(match["a"]), day(match["b"])),)


def day_range_short(match: re.Match[str]) -> Spans:
    return ((Part("day", int(match["a"])), day(match["b"])),)


def day_list(match: re.Match[str]) -> Spans:
    last = day(match["b"])
    days = [Part("day", int(number), last.month, last.year) for number in _NUMBER.findall(match["a"])]
    return _joined([*days, last])


def _joined(days: list[Part]) -> Spans:
    """Days that follow each other are one span, others stay apart."""
    spans: list[tuple[Part, Part]] = []
    for part in days:
        if spans and (spans[-1][1].number or 0) + 1 == part.number:
            spans[-1] = (spans[-1][0], part)
        else:
            spans.append((part, part))
    return tuple(spans)


def bare_days(match: re.Match[str]) -> Spans:
    numbers = [int(number) for number in _NUMBER.findall(match["a"])]
    if match["to"]:
        return ((Part("day", numbers[0]), Part("day", numbers[-1])),)
    return _joined([Part("day", number) for number in numbers])


def months(match: re.Match[str]) -> Spans:
    """Months that follow each other are one span ("tháng 8 và tháng 9"), unless they are counted ("các tháng 3, 4")."""
    in_year = year(match["y"])
    named = [Part("month", month=month(name), year=in_year) for name in re.findall(MONTH_NAME, match["a"])]
    if "hoặc" in match["a"]:
        return ((named[0], named[-1]),)
    each = match.string[: match.start()].endswith("các ")
    follow = all((later.month or 0) == (part.month or 0) + 1 for part, later in pairwise(named))
    if follow and not each:
        return ((named[0], named[-1]),)
    return tuple((part, part) for part in named)


def figures_range(match: re.Match[str]) -> Spans:
    """From September to October: "09 - 10/2026"; nothing where the first is the greater."""
    first, last = int(match["a"]), int(match["b"])
    if first >= last:
        return ()
    return ((Part("month", month=first, year=int(match["yb"])), Part("month", month=last, year=int(match["yb"]))),)


def month_range(match: re.Match[str]) -> Spans:
    last_year = year(match["yb"])
    first = Part("month", month=month(match["a"]), year=year(match["ya"]))
    return ((first, Part("month", month=month(match["b"]), year=last_year)),)


def quarters(match: re.Match[str]) -> Spans:
    numbers = [_quarter(word) for word in re.findall(rf"{QUARTER}", match["a"])]
    in_year = year(match["y"])
    parts = [Part("quarter", number, year=in_year) for number in numbers]
    if match["to"]:
        return ((parts[0], parts[-1]),)
    return tuple((part, part) for part in parts)


def _quarter(word: str) -> int:
    return QUARTERS.get(word) or int(word)


def edge_quarter(match: re.Match[str]) -> Spans:
    return _one(Part("quarter", 1 if match["a"] == "đầu" else 4, year=year(match["y"])))


def half_year(match: re.Match[str]) -> Spans:
    return _one(Part("half", HALVES[match["a"]], year=year(match["y"])))


def nine_months(match: re.Match[str]) -> Spans:
    in_year = year(match["y"])
    return ((Part("month", month=1, year=in_year), Part("month", month=9, year=in_year)),)


def third(match: re.Match[str]) -> Spans:
    return _one(Part("third", THIRDS[match["a"].split()[0]], month(match["m"]), year(match["y"])))


def half_month(match: re.Match[str]) -> Spans:
    in_month, in_year = month(match["m"]), year(match["y"])
    if match["a"] == "đầu":
        return ((Part("day", 1, in_month, in_year), Part("day", 15, in_month, in_year)),)
    return ((Part("day", 16, in_month, in_year), Part("day", month_length(in_month, in_year), in_month, in_year)),)


def last_day(match: re.Match[str]) -> Spans:
    in_month, in_year = month(match["m"]), year(match["y"])
    number = 1 if "đầu" in match.group() else month_length(in_month, in_year)
    return _one(Part("day", number, in_month, in_year))


def weeks(match: re.Match[str]) -> Spans:
    in_month, in_year = month(match["m"]), year(match["y"])
    if match["n"] and match["a"] == "đầu":
        return ((Part("week", 1, in_month, in_year), Part("week", 2, in_month, in_year)),)
    words = [match["a"], match["b"]] if match["b"] else [match["a"]]
    found = [Part("week", ORDINALS.get(word) or int(word), in_month, in_year) for word in words]
    return ((found[0], found[-1]),)


def year_span(match: re.Match[str]) -> Spans:
    return _one(Part("year", year=int(match["y"])))


def feast_day(match: re.Match[str]) -> Spans:
    feast = feasts.named(match.group())
    if feast is None or feast.month is None:
        return ()
    return _one(Part("day", feast.day, feast.month, year(match["y"]), feast.lunar))
