"""What a file was understood as, taken field by field from JSON that nobody vouches for.

The JSON comes from a process that read a stranger's bytes: every field must have the type that its value declares, or
nothing is taken. Names that no value has are left out.
"""

from __future__ import annotations

import re
import types
from collections.abc import Mapping
from dataclasses import astuple, dataclass, fields, is_dataclass
from datetime import date
from typing import Any, Final, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from campaign.errors import InvalidInput
from campaign.reading.formats.extracted import Document
from campaign.reading.formats.limits import MAX_TEXT
from campaign.reading.time.spans import Day
from campaign.reading.values import Basis, Duty, Head, Proposal, Reading, Target

MOST_ITEMS: Final = 20_000
"""Duties or proposals of one plan, and items in any other list."""

_GARBLED: Final = "Tệp cho kết quả đọc không hợp lệ: hãy mở bằng Word, lưu thành .docx mới rồi nhập lại."
_DAY: Final = re.compile(r"(?:(\d{4})-)?(\d{2})-(\d{2})", re.ASCII)
_HINTS: Final = {kind: get_type_hints(kind) for kind in (Document, Head, Basis, Duty, Target, Proposal, Reading)}

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Answer:
    """One file as it was read: its name, the SHA-256 of its bytes, its text, and what the text asks for."""

    name: str
    digest: str
    document: Document
    reading: Reading


def answer_of(answer: Mapping[str, object], *, name: str, digest: str) -> Answer:
    """The checked answer of the child process. Raises ``InvalidInput`` for anything that is not one."""
    document = _taken(Document, answer.get("document"))
    return Answer(name, digest, document, reading_of(answer.get("reading")))


def reading_of(json: object) -> Reading:
    """The reading that :meth:`Reading.to_json` gave. Raises ``InvalidInput`` for anything that is not one."""
    whole = json if isinstance(json, dict) else {}
    plan = whole.get("plan")
    head = plan if isinstance(plan, dict) else {}
    reading = Reading(
        plan=_taken(Head, plan),
        bases=_taken(tuple[Basis, ...], head.get("bases")),
        recipients=_taken(tuple[str, ...], head.get("recipients")),
        **{each: _taken(_HINTS[Reading][each], whole.get(each)) for each in ("duties", "targets", "proposals")},
    )
    if not _is_consistent(reading):
        raise InvalidInput(_GARBLED)
    return reading


def _taken(kind: type[Value] | types.GenericAlias, value: object) -> Value:
    try:
        return _value(kind, value)  # type: ignore[no-any-return]
    except (TypeError, ValueError) as error:
        raise InvalidInput(_GARBLED) from error


def _value(kind: Any, value: object) -> Any:  # noqa: ANN401
    """The value as the type wants it; ``TypeError`` or ``ValueError`` if it is something else."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _one_of(get_args(kind), value)
    if origin is Literal:
        if isinstance(value, str) and value in get_args(kind):
            return value
    elif origin is tuple:
        return _many(get_args(kind), value)
    elif kind is Day:
        return _day(value)
    elif isinstance(kind, type) and is_dataclass(kind):
        return _record(kind, value)
    elif type(value) is kind and not (isinstance(value, str) and len(value) > MAX_TEXT):
        return value
    raise TypeError(kind)


def _one_of(kinds: tuple[Any, ...], value: object) -> Any:  # noqa: ANN401
    if value is None and type(None) in kinds:
        return None
    wanted, *others = (kind for kind in kinds if kind is not type(None))
    if others:
        raise TypeError(kinds)
    return _value(wanted, value)


def _many(kinds: tuple[Any, ...], value: object) -> tuple[Any, ...]:
    if not isinstance(value, list | tuple) or len(value) > MOST_ITEMS:
        raise TypeError(kinds)
    if kinds[1:] == (...,):
        return tuple(_value(kinds[0], item) for item in value)
    return tuple(_value(kind, item) for kind, item in zip(kinds, value, strict=True))


def _record(kind: type[Any], value: object) -> Any:  # noqa: ANN401
    if not isinstance(value, dict):
        raise TypeError(kind)
    hints = _HINTS[kind]
    given = {field.name: _value(hints[field.name], value[field.name]) for field in fields(kind) if field.name in value}
    return kind(**given)  # a TypeError if a field without a default is missing


def _day(value: object) -> Day:
    found = _DAY.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise TypeError(value)
    year, month, day = found.groups()
    taken = Day(int(year) if year else None, int(month), int(day))
    if not taken.exists or taken.year == 0:
        raise ValueError(value)
    return taken


def _is_consistent(reading: Reading) -> bool:
    """Places in lists lie in them, lines are counted from 1, spans run forward, days that are told are days."""
    count = len(reading.proposals)
    lines = [duty.line for duty in reading.duties]
    lines += [target.line for target in reading.targets] + [proposal.line for proposal in reading.proposals]
    return (
        all(0 <= place < count for duty in reading.duties for place in duty.proposals)
        and all(line >= 1 for line in lines)
        and all(map(_runs_forward, reading.proposals))
        and (reading.plan.year is None or 1 <= reading.plan.year <= date.max.year)
    )


def _runs_forward(proposal: Proposal) -> bool:
    spans = [(proposal.start, proposal.end)] if proposal.start or proposal.end else []
    return all(
        first is not None and (last is None or None in (first.year, last.year) or astuple(first) <= astuple(last))
        for first, last in (*spans, *([proposal.hint] if proposal.hint else []))
    )
