"""Rows of tables: a row is one activity, its time cell says when, its other cells where and by whom."""

from __future__ import annotations

import re
from dataclasses import replace

from campaign.reading.activities import is_activity, is_no_task
from campaign.reading.clauses.drafts import Drafts
from campaign.reading.clauses.schedule import is_at_the_desk
from campaign.reading.clauses.statements import Statement, statements
from campaign.reading.document.outline import Clause, sentences
from campaign.reading.text import fold, tidied
from campaign.reading.time.clocks import clocks
from campaign.reading.time.headings import Span
from campaign.reading.time.moments import Moment
from campaign.reading.time.timecells import moments_of, of_day

_ASKS = re.compile(r"(?:các .{2,30} )?(?:gửi|nộp|đăng ký|báo cáo|hoàn thành|trình)(?!\w)")
_SIDES = (("place", "venue"), ("holder", "in_charge"), ("partner", "partners"), ("audience", "audience"))


def add_row(drafts: Drafts, clause: Clause, context: Span | None) -> None:
    """Adds what a row asks for.

    A row in capitals, or of one cell without an act, is a heading inside the table.
    """
    cells = {name: tidied(text) for name, text in (clause.cells or {}).items()}
    what = _what(cells)
    if not what or what.isupper() or _is_idle(fold(what)) or (len(cells) == 1 and not is_activity(fold(what))):
        return
    found = moments_of({name: fold(text) for name, text in cells.items()})
    hour = fold(cells.get("clock", cells.get("time", "")))
    if not found and clocks(hour):
        # Part of an agenda: it has a day of its own where the heading above gives one.
        if context is None or context[0] != context[1]:
            return
        found = [of_day(context[0], hour)]
    said = _row_statements(what, found, several=len(cells) > 1)
    for statement, outer in [*said, *_of_note(cells.get("note", ""), found)]:
        draft = drafts.add(statement, clause, outer or context)
        if draft:
            draft.details.update({key: cells[column] for column, key in _SIDES if column in cells})


def _what(cells: dict[str, str]) -> str:
    """What is done in a row; of a table of inspections whom they go to."""
    what, inspected = cells.get("what", ""), cells.get("inspected", "")
    return f"{what or 'Kiểm tra'} {inspected}" if inspected else what


def _is_idle(what: str) -> bool:
    """Whether a row asks for nothing: a session "Làm việc tại cơ quan", a holiday."""
    return is_at_the_desk(what) or is_no_task(what)


def _of_note(note: str, found: list[Moment]) -> list[tuple[Statement, Span | None]]:
    """What a note asks for besides: "gửi danh sách trước ngày 05/5" in the row of a day."""
    asks = _ASKS.match(fold(note)) and any(one.first.unit == "day" for one in found)
    own = [one for one in statements(note, fold(note), wanted=False) if one.moment and one.moment.deadline]
    return [(one, None) for one in own] if asks else []


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
