"""What the child process does with a plan's file: read it, or say why the model judged its clauses as it did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, Final

from campaign.reading.formats.extract import extract
from campaign.reading.model.chain import KEEP, shipped
from campaign.reading.reader import outlined, read
from campaign.reading.values import ExplainedClause, Explanation, Feature

STRONGEST: Final = 5


def read_fields(data: bytes, name: str, *, year: int | None = None) -> dict[str, Any]:
    """The document and its reading as JSON; ``year`` is used for dates whose year the text does not say.

    :raises InvalidInput: one sentence on what is wrong with the file.
    """
    document = extract(data, name)
    return {"document": asdict(document), "reading": read(document.text, year=year).to_json()}


def explained(text: str) -> Iterator[ExplainedClause]:
    """The clauses of a plan's text as the model of the package judges them."""
    whole, model = outlined(text), shipped()
    found = whole.features
    for clause, own, chances in zip(whole.clauses, found, model.roles(found), strict=True):
        likelihood, role = max(zip(chances, model.labels, strict=True))
        weighed = tuple(Feature(*pair) for pair in model.reasons(own, role)[:STRONGEST])
        line = whole.source.text.count("\n", 0, clause.start) + 1
        yield ExplainedClause(line, clause.text, role, likelihood, chances[model.labels.index(KEEP)], weighed)


def explain_fields(data: bytes, name: str) -> dict[str, Any]:
    """The explanation of a file's text as JSON.

    :raises InvalidInput: one sentence on what is wrong with the file.
    """
    return asdict(Explanation(tuple(explained(extract(data, name).text))))
