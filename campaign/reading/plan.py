"""The whole way from a plan's file to what it asks for, as the child process goes it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from campaign.reading.formats.extract import extract
from campaign.reading.reader import read


def read_fields(data: bytes, name: str, *, year: int | None = None) -> dict[str, Any]:
    """The document and its reading as JSON; ``year`` is used for dates whose year the text does not say.

    :raises InvalidInput: one sentence on what is wrong with the file.
    """
    document = extract(data, name)
    return {"document": asdict(document), "reading": read(document.text, year=year).to_json()}
