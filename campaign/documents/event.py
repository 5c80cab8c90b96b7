"""Documents of one event: the letter of invitation, the frame of its minutes, and the sheet to sign in on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from campaign.calendar.when import When
from campaign.config import Config
from campaign.documents.frame import frame
from campaign.documents.rendering import render
from campaign.models import Event, Occurrence


def invitation(event: Event, occurrence: Occurrence, guests: str, config: Config, *, today: date) -> bytes:
    """A giấy mời (form 1.7 of Nghị định 30/2020/NĐ-CP). ``guests``: who is invited, in words."""
    return render(
        "invitation",
        _facts(event, occurrence, config, today=today, kind="GM")
        | {
            "guests": guests,
            "preparation": event.preparation,
            "closing": "Rất mong quý đại biểu sắp xếp thời gian tham dự",
        },
        config,
    )


def minutes(event: Event, occurrence: Occurrence, participants: str, config: Config, *, today: date) -> bytes:
    """The frame of a biên bản (form 1.9): what is known beforehand; the course of the meeting is written by hand."""
    facts = _facts(event, occurrence, config, today=today, kind="BB")
    return render("minutes", facts | {"start": facts["time"], "participants": participants}, config)


def sign_in_sheet(
    event: Event, occurrence: Occurrence, people: Sequence[tuple[str, str]], config: Config, *, today: date
) -> bytes:
    """The sheet on which these people sign: their names and units, in this order."""
    rows = [{"name": name, "unit": unit} for name, unit in people]
    return render("sign_in", _facts(event, occurrence, config, today=today, kind="DS") | {"people": rows}, config)


def _facts(event: Event, occurrence: Occurrence, config: Config, *, today: date, kind: str) -> dict[str, Any]:
    title = occurrence.title or event.title
    return frame(config, None, today=today, kind=kind) | {
        "subject": title,
        "title": title,
        "time": When.of_occurrence(occurrence).say("vi"),
        "venue": occurrence.place or event.place or "……",
        "chair": event.organizer,
        "recipients": ["Thành phần được mời"] if kind == "GM" else ["Thành phần tham dự"],
    }
