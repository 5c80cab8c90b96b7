"""A caution: what speaks against a schedule, and a way out. It never blocks."""

from __future__ import annotations

from dataclasses import dataclass

from campaign.calendar.sentence import Sentence

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
