"""Typed values from untrusted JSON: it comes from a process that read a file from outside.

Every field must have the type that its dataclass declares, or nothing is taken. Names that no field has are left out.
Texts are cleaned like those of a form.
"""

from __future__ import annotations

import re
import types
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from campaign.errors import InvalidInput
from campaign.plaintext import clean
from campaign.reading.formats.limits import MAX_TEXT
from campaign.reading.time.spans import Day

MOST_ITEMS: Final = 20_001
"""Items of any one list."""
GARBLED: Final = "Tệp cho kết quả đọc không hợp lệ: hãy mở bằng chương trình đã tạo ra nó, lưu lại rồi nhập lại."

_DAY: Final = re.compile(r"(?:(\d{4})-)?(\d{2})-(\d{2})", re.ASCII)

_known: dict[type[Any], dict[str, Any]] = {}

Value = TypeVar("Value")


def checked(kind: type[Value] | types.GenericAlias, value: object) -> Value:
    """``value`` as this type: a dataclass, tuple, union, plain type, day, instant or duration.

    :raises InvalidInput: for anything that is not one.
    """
    try:
        return _value(kind, value)  # type: ignore[no-any-return]
    except (TypeError, ValueError, OverflowError) as error:
        raise InvalidInput(GARBLED) from error


def plain(value: object) -> object:
    """What :func:`checked` reads back, of a value for which JSON has no word: ``default`` of ``json.dumps``."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    raise TypeError(value)


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
    elif kind in _SCALARS:
        return _SCALARS[kind](value)
    elif isinstance(kind, type) and is_dataclass(kind):
        return _record(kind, value)
    elif type(value) is kind and not (isinstance(value, str) and len(value) > MAX_TEXT):
        return clean(value) if isinstance(value, str) else value
    raise TypeError(kind)


def _one_of(kinds: tuple[Any, ...], value: object) -> Any:  # noqa: ANN401
    if value is None and type(None) in kinds:
        return None
    wanted = [kind for kind in kinds if kind is not type(None)]
    if set(wanted) == {date, datetime}:
        wanted = [datetime if isinstance(value, str) and "T" in value else date]
    if len(wanted) > 1:
        raise TypeError(kinds)
    return _value(wanted[0], value)


def _many(kinds: tuple[Any, ...], value: object) -> tuple[Any, ...]:
    if not isinstance(value, list | tuple) or len(value) > MOST_ITEMS:
        raise TypeError(kinds)
    if kinds[1:] == (...,):
        return tuple(_value(kinds[0], item) for item in value)
    return tuple(_value(kind, item) for kind, item in zip(kinds, value, strict=True))


def _hints(kind: type[Any]) -> dict[str, Any]:
    if kind not in _known:
        _known[kind] = get_type_hints(kind)
    return _known[kind]


def _record(kind: type[Any], value: object) -> Any:  # noqa: ANN401
    if not isinstance(value, dict):
        raise TypeError(kind)
    hints = _hints(kind)
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


def _date(value: object) -> date:
    if not isinstance(value, str):
        raise TypeError(value)
    return date.fromisoformat(value)


def _datetime(value: object) -> datetime:
    if not isinstance(value, str):
        raise TypeError(value)
    return datetime.fromisoformat(value)


def _timedelta(value: object) -> timedelta:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(value)
    return timedelta(seconds=value)


_SCALARS: Final = {Day: _day, date: _date, datetime: _datetime, timedelta: _timedelta}
