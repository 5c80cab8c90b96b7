"""Fields that take what people write: 8/3/2027, 14h00, 1.250.000, one thing a line. Errors keep what was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal, InvalidOperation
from typing import Any, Generic, TypeVar

from wtforms import StringField, TextAreaField
from wtforms.widgets import TextArea

from campaign.dates import wording
from campaign.dates.written import parse_date, parse_time
from campaign.errors import InvalidInput
from campaign.web.forms import said
from campaign.web.language import language
from campaign.web.session import today

T = TypeVar("T")
_CLOCK = r"[0-9]{1,2}\s*(?::|h|g)[^-–,]*?"
HOURS = re.compile(
    rf"(?P<day>.+?)(?:,\s*|\s+)(?P<start>{_CLOCK})(?:\s*(?:-|–|đến)\s*(?P<end>{_CLOCK}))?", re.IGNORECASE
)
"""A day with hours behind it."""
PARTED = re.compile(r"(.*?)(?:[.,]([0-9]{1,2}))?", re.DOTALL)
"""A number and its decimals: groups of thousands always have three digits."""


class WrittenField(StringField, Generic[T]):
    """A value in words; nothing typed is no value."""

    data: T | None  # type: ignore[assignment]

    def read(self, text: str) -> T:
        raise NotImplementedError

    def words(self, value: T) -> str:
        return str(value)

    def process_formdata(self, valuelist: list[str]) -> None:
        text = valuelist[0].strip() if valuelist else ""
        self.data = None
        if text:
            try:
                self.data = self.read(text)
            except InvalidInput as error:
                raise ValueError(said(error)) from None

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else self.words(self.data)

    def show(self, value: T | None) -> None:
        """Put a value in, whatever was typed."""
        self.data, self.raw_data = value, None


class DayField(WrittenField[date]):
    def read(self, text: str) -> date:
        return parse_date(text, today=today())

    def words(self, value: date) -> str:
        return wording.short_date(value, language())


class ClockField(WrittenField[time]):
    def read(self, text: str) -> time:
        return parse_time(text)

    def words(self, value: time) -> str:
        return wording.clock(value, language())


class MomentField(DayField):
    """A day, and the hours that may follow it: 8/3/2027 14h00-16h30. ``hours``: start and end, None for none."""

    hours: tuple[time | None, time | None] = (None, None)

    def read(self, text: str) -> date:
        found = HOURS.fullmatch(text)
        if found is None:
            return super().read(text)
        self.hours = parse_time(found["start"]), parse_time(found["end"]) if found["end"] else None
        return super().read(found["day"])

    def part_hours(self, start: ClockField, end: ClockField) -> None:
        """Hours that were typed behind the day go where hours belong."""
        if self.hours[0] is not None:
            self.show(self.data)
            start.show(self.hours[0])
            end.show(self.hours[1] or end.data)
            start.errors, self.hours = (), (None, None)


class NumberField(WrittenField[int]):
    def read(self, text: str) -> int:
        plain = text.replace(".", "").replace(",", "").replace(" ", "")
        if not (plain.isascii() and plain.isdigit() and len(plain) < 10):  # noqa: PLR2004 - as long as numbers get here
            raise InvalidInput("“{text}” chưa phải là số.", text=text)
        return int(plain)

    def words(self, value: int) -> str:
        return wording.number(value, language())


class MoneyField(WrittenField[Decimal]):
    """Đồng; a dot or a blank parts thousands, as in 15.500.000 đ."""

    def read(self, text: str) -> Decimal:
        plain = text.casefold().removesuffix("đồng").removesuffix("đ").removesuffix("vnd")
        whole, cents = PARTED.fullmatch("".join(plain.split())).groups()  # type: ignore[union-attr]
        plain = whole.replace(".", "").replace(",", "") + (f".{cents}" if cents else "")
        try:
            return Decimal(plain)
        except InvalidOperation:
            raise InvalidInput("“{text}” chưa phải là số tiền; hãy viết như 15.500.000.", text=text) from None

    def words(self, value: Decimal) -> str:
        return wording.number(int(value) if value == int(value) else value, language())


class LinesField(TextAreaField):
    """One thing a line."""

    widget = TextArea()
    data: tuple[str, ...]  # type: ignore[assignment]

    def process_formdata(self, valuelist: list[str]) -> None:
        lines = (valuelist[0] if valuelist else "").splitlines()
        self.data = tuple(line.strip() for line in lines if line.strip())

    def process_data(self, value: Any) -> None:  # noqa: ANN401
        self.data = tuple(value or ())

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "\n".join(self.data)


def chosen_number(value: Any) -> int | None:  # noqa: ANN401
    """The number of a choice; the empty choice has none."""
    if value in (None, "", "None"):
        return None
    return int(value)


def chosen_flag(value: Any) -> bool | None:  # noqa: ANN401
    """Yes or no; the empty choice is neither."""
    return None if value in (None, "", "None") else value in (True, "1")


def choices(pairs: Iterable[tuple[object, object]], empty: str | None = None) -> dict[str, str]:
    """What a form's list offers: value and words, as texts; ``empty`` are the words of no choice."""
    named = {str(value): str(words) for value, words in pairs}
    return named if empty is None else {"": empty, **named}
