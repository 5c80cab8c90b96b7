"""Why a file was refused, as JSON between the child process that read it and its parent."""

from __future__ import annotations

import string
from typing import Any, Final

from campaign.errors import InvalidInput

CRASHED: Final = "Tệp cần quá nhiều bộ nhớ hoặc bị hỏng nên không đọc được: hãy mở bằng Word, lưu lại rồi nhập lại."
_DEEPEST: Final = 3
"""Reasons within reasons ("Dòng 3: ...")."""


def encoded(refusal: InvalidInput) -> dict[str, Any]:
    """The sentence's template and its values; anything but numbers and inner reasons becomes text."""
    return {"template": refusal.template, "values": {name: _plain(value) for name, value in refusal.values.items()}}


def _plain(value: object) -> object:
    if isinstance(value, InvalidInput):
        return encoded(value)
    return value if isinstance(value, int) else str(value)


def decoded(refused: object, depth: int = 0) -> InvalidInput:
    """The child's own sentence, if it is one: a template whose plain fields all have a value."""
    if not isinstance(refused, dict) or depth > _DEEPEST:
        return InvalidInput(CRASHED)
    template, given = refused.get("template"), refused.get("values")
    if not isinstance(template, str) or not isinstance(given, dict):
        return InvalidInput(CRASHED)
    values = {name: decoded(value, depth + 1) if isinstance(value, dict) else value for name, value in given.items()}
    return InvalidInput(template, **values) if _is_plain(template, values) else InvalidInput(CRASHED)


def _is_plain(template: str, values: dict[str, object]) -> bool:
    try:
        fields = [field[1:] for field in string.Formatter().parse(template) if field[1] is not None]
    except ValueError:
        return False
    plain = all(name in values and not layout and not conversion for name, layout, conversion in fields)
    return plain and all(isinstance(value, int | str | InvalidInput) for value in values.values())
