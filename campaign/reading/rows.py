"""Rows of tables: a row is one activity, its time cell says when, its other cells where and by whom."""

from __future__ import annotations

from dataclasses import replace

from campaign.reading.activities import is_activity
from campaign.reading.clocks import clocks
from campaign.reading.drafts import Drafts
from campaign.reading.headings import Span
from campaign.reading.moments import Moment
from campaign.reading.outline import Clause, sentences
from campaign.reading.statements import Statement, statements
from campaign.reading.text import fold, tidied
from campaign.reading.times import moments

_SIDES = (("place", "venue"), ("holder", "in_charge"), ("partner", "partners"), ("audience", "audience"))


def add_row(drafts: Drafts, clause: Clause, context: Span | None) -> None:
    """Adds what a row asks for.

    A row in capitals, or of one cell without an act, is a heading inside the table.
    """
    cells = {name: tidied(text) for name, text in (clause.cells or {}).items()}
    what = cells.get("what", "")
    if not what or what.isupper() or (len(cells) == 1 and not is_activity(fold(what))):
        return
    limit = "time" not in cells
    time = ": " + fold(cells.get("limit" if limit else "time", ""))
    found = _with_limit(list(moments(time, in_time_cell=True)), limit=limit)
    found = _noted(found, fold(cells.get("note", "")))
    for statement, outer in _row_statements(what, found, several=len(cells) > 1):
        draft = drafts.add(statement, clause, outer or context)
        if draft:
            draft.details.update({key: cells[column] for column, key in _SIDES if column in cells})


def _noted(found: list[Moment], note: str) -> list[Moment]:
    """The days that a note gives ("ngày 10/3") where the time column only has a month or quarter."""
    coarse = bool(found) and all(moment.first.unit in ("month", "quarter") for moment in found)
    days = [moment for moment in moments(": " + note) if moment.first.unit == "day"] if coarse and note else []
    return days or found


def _with_limit(found: list[Moment], *, limit: bool) -> list[Moment]:
    """In a column of time limits each single day is a deadline."""
    if not limit:
        return found
    return [replace(one, deadline=one.deadline or (one.first == one.last and one.first.unit == "day")) for one in found]


def _row_statements(what: str, found: list[Moment], *, several: bool) -> list[tuple[Statement, Span | None]]:
    """The statements of a row: a day in the description is more exact than the month in the time column."""
    about = fold(what)
    if not found:
        said = statements(what, about) or ([Statement(what, about)] if several else [])
        return [(one, None) for one in said]
    outer = (found[0].first, found[-1].last)
    own = statements(what, about, wanted=False)
    if outer[0].unit != "day" and own:
        parts = [what[start:end] for start, end in sentences(what, 0, len(what))]
        said = [
            one
            for part in parts
            for one in statements(part, fold(part), wanted=False) or [Statement(part, fold(part), found[0])]
        ]
        return [(one, outer) for one in said]
    times = clocks(about)
    if times and found[0].time is None:
        found = [replace(moment, time=times[0].time, end_time=times[0].end_time) for moment in found]
    return [(Statement(what, about, moment), None) for moment in found]
