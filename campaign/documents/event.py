"""Documents of one event: the letter of invitation, the frame of its minutes, and the sheet to sign in on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from campaign.calendar.when import When
from campaign.config import Config
from campaign.documents.frame import frame
from campaign.documents.rendering import render
from campaign.models import Event, Occurrence

DOCUMENTS: Mapping[str, tuple[str, str, str]] = {
    "invitation": ("GM", "Thành phần được mời", "giay-moi.docx"),
    "minutes": ("BB", "Thành phần tham dự", "bien-ban.docx"),
    "sign_in": ("DS", "Thành phần tham dự", "danh-sach-tham-du.docx"),
}
"""Giấy mời (form 1.7 of Nghị định 30/2020/NĐ-CP), biên bản (form 1.9), danh sách tham dự: symbol, recipients, file."""
EVERYBODY = "toàn thể cán bộ, công chức, viên chức và người lao động"


def document(
    name: str,
    event: Event,
    occurrence: Occurrence,
    people: Sequence[tuple[str, str]],
    config: Config,
    *,
    today: date,
) -> bytes:
    """One of ``DOCUMENTS``, of an event that was loaded with its groups. ``people``: names and units, to sign."""
    kind, recipients, _file = DOCUMENTS[name]
    title, when = occurrence.title or event.title, When.of_occurrence(occurrence).say("vi")
    values = frame(config, None, today=today, kind=kind) | {
        "subject": title,
        "title": title,
        "time": when,
        "start": when,
        "venue": occurrence.place or event.place or "……",
        "chair": event.organizer,
        "body": event.organizer or config.organisation.body,
        "recipients": [recipients],
        "guests": participants(event),
        "participants": f"{participants(event)}.",
        "people": [{"name": person, "unit": unit} for person, unit in people],
        "preparation": event.preparation,
        "closing": "Rất mong quý đại biểu sắp xếp thời gian tham dự",
    }
    return render(name, values, config)


def participants(event: Event) -> str:
    """Whom the event is for, in words."""
    whom = EVERYBODY if event.audience_all else ", ".join(group.name for group in event.groups) or "……"
    return f"nữ cán bộ, đoàn viên thuộc {whom}" if event.women_only and not event.audience_all else whom
