"""The names of WordprocessingML (ECMA-376 part 1, section 17), whichever of its two namespaces they have."""

from __future__ import annotations

import functools
import re
from typing import Final

_WORD: Final = frozenset(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    }
)
_NUMBER: Final = re.compile(r"[0-9]{1,9}")
_COMPATIBILITY: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"


@functools.lru_cache(maxsize=1000)
def local(name: str) -> str:
    """``p`` for Word's paragraph, ``Fallback`` for a drawing's second version, empty for anything else."""
    namespace, _, short = name.rpartition(" ")
    if namespace in _WORD or (namespace == _COMPATIBILITY and short == "Fallback"):
        return short
    return ""


def attributes(given: dict[str, str]) -> dict[str, str]:
    """Word's attributes by their local names."""
    return {name.rpartition(" ")[2]: value for name, value in given.items()}


def value(given: dict[str, str]) -> str | None:
    """The attribute ``val``, in which nearly every property has its value."""
    return attributes(given).get("val")


def is_on(given: dict[str, str]) -> bool:
    """Whether a property that needs no value is switched on."""
    return value(given) not in {"0", "false", "off"}


def font(given: dict[str, str]) -> str | None:
    """The font of ``rFonts`` for Latin letters."""
    values = attributes(given)
    return values.get("ascii") or values.get("hAnsi")


def whole_number(value: str | None) -> int | None:
    """The number of an attribute, or None where it is missing or absurd."""
    return int(value) if value and _NUMBER.fullmatch(value) else None
