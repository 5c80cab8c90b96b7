"""Recurrence as a form asks for it: a few choices for an RRULE, and an RRULE back to its choice.

Pure. A rule that the choices cannot say (of an imported calendar, by the moon) is kept as it is.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from campaign.dates import rule_words, wording
from campaign.dates.rule import Rule
from campaign.errors import InvalidInput

LAST_OF_MONTH = 4
"""The fifth Tuesday is not in every month; whoever picks one means the last."""


class Often(StrEnum):
    NEVER = ""
    YEARLY = "yearly"
    BY_DAY = "monthly"
    LAST_DAY = "last"
    BY_WEEKDAY = "weekday"
    WEEKLY = "weekly"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Repeat:
    """``every`` so many years, months or weeks, ``until`` that day; ``kept`` is a rule that is none of the choices."""

    often: Often = Often.NEVER
    every: int = 1
    until: date | None = None
    kept: str = ""

    @classmethod
    def of(cls, rule: str, first: date | None) -> Repeat:
        """The choice that says this rule of a series that begins on ``first``."""
        if not rule:
            return cls()
        parsed = Rule.parse(rule)
        for often in (Often.YEARLY, Often.BY_DAY, Often.LAST_DAY, Often.BY_WEEKDAY, Often.WEEKLY):
            choice = cls(often, parsed.interval, parsed.until)
            if first and choice.says(parsed, first):
                return choice
        return cls(Often.KEPT, parsed.interval, parsed.until, rule)

    def says(self, rule: Rule, first: date) -> bool:
        """Whether the choice means this rule of a series that begins on ``first``."""
        is_shifted = self.often == Often.LAST_DAY and not _is_last_of_month(first)
        return not is_shifted and self.rule(first) == str(rule)

    def rule(self, first: date | None) -> str:
        """The rule of a series that begins on ``first``; without a day only what hangs on none can be said."""
        if self.often == Often.NEVER:
            return ""
        if self.often == Often.KEPT:
            return str(replace(Rule.parse(self.kept), until=self.until)) if self.kept else ""
        if self.every < 1:
            raise InvalidInput("Khoảng cách giữa hai lần phải từ 1 trở lên.")
        return str(self._rule(first or date.min))

    def words(self, language: str) -> str:
        """What is kept, in words."""
        return rule_words.describe(Rule.parse(self.kept), language) if self.kept else ""

    def _rule(self, first: date) -> Rule:
        ends = {"interval": self.every, "until": self.until}
        if self.often == Often.YEARLY:
            return Rule("YEARLY", **ends)  # type: ignore[arg-type]
        if self.often == Often.BY_DAY:
            return Rule("MONTHLY", by_month_day=(first.day,), **ends)  # type: ignore[arg-type]
        if self.often == Often.LAST_DAY:
            if first != date.min and not _is_last_of_month(first):
                raise InvalidInput(
                    "Ngày đầu tiên phải là ngày cuối tháng ({day}).", day=wording.short_date(_last_of_month(first))
                )
            return Rule("MONTHLY", by_month_day=(-1,), **ends)  # type: ignore[arg-type]
        if self.often == Often.WEEKLY:
            return Rule("WEEKLY", by_day=((0, first.weekday()),), **ends)  # type: ignore[arg-type]
        nth = (first.day - 1) // 7 + 1
        place = -1 if nth > LAST_OF_MONTH else nth
        return Rule("MONTHLY", by_day=((place, first.weekday()),), **ends)  # type: ignore[arg-type]


def _last_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _is_last_of_month(day: date) -> bool:
    return day == _last_of_month(day)
