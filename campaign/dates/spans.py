"""A span of whole days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from campaign.errors import InvalidInput


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The days from `first` to `last`, both included; spans sort by their first day, then by their last."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise InvalidInput(
                "Ngày kết thúc {last} đứng trước ngày bắt đầu {first}.",
                last=self.last.isoformat(),
                first=self.first.isoformat(),
            )

    @property
    def days(self) -> int:
        """How many days the span holds; at least 1."""
        return (self.last - self.first).days + 1

    def overlaps(self, other: Span) -> bool:
        """Whether the two have at least one day in common."""
        return self.first <= other.last and other.first <= self.last
