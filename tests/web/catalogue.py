"""Every message that the package and its templates can say, in the order of the files."""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir

import campaign.errors
from campaign import places
from campaign.calendar.draft import FIELDS
from campaign.errors import CampaignError
from campaign.kinds import Band, Kind
from campaign.reading.values import NOTES
from campaign.reason import CancelCause, Reason

PACKAGE = Path(campaign.errors.__file__).parent
ERRORS = [kind for _, kind in inspect.getmembers(campaign.errors, inspect.isclass) if issubclass(kind, CampaignError)]
KEYWORDS = {
    "_": None,
    "gettext": None,
    "lazy_gettext": None,
    "ngettext": (1, 2),
    "pgettext": DEFAULT_KEYWORDS["pgettext"],
    "Sentence": None,
    **{kind.__name__: None for kind in ERRORS},
}
RAISING = {kind.__name__ for kind in ERRORS} | {"_refused"}


def extracted() -> list[str | tuple[str, str]]:
    """The messages: calls of gettext and its kin, templates of errors, and the errors' own sentences."""
    found: dict[str | tuple[str, str], None] = {}
    for place, methods in (
        (PACKAGE, [("**.py", "python")]),
        (places.templates(), [("**.html", "jinja2.ext:babel_extract"), ("**.txt", "jinja2.ext:babel_extract")]),
    ):
        for _, _, message, _, _ in extract_from_dir(place, method_map=methods, keywords=KEYWORDS):
            found[message] = None
    found |= dict.fromkeys((*named(), *NOTES.values()))
    found |= dict.fromkeys(each.template for each in (*Reason, *CancelCause) if each.template != "{detail}")
    found |= dict.fromkeys(label for kind in Kind for label in (kind.traits.label,))
    found |= dict.fromkeys(label for each in FIELDS.values() for label in (each.label, each.row))
    found |= dict.fromkeys(label for band in Band for label in (band.label, band.legend))
    for kind in ERRORS:
        found[kind.__doc__] = None
    return list(found)


def named() -> Iterator[str]:
    """The sentences that a module gives a name before it raises them, or refuses a document with them."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or not call.args:
                continue
            if call.func.id in RAISING and isinstance(call.args[0], ast.Name) and call.args[0].id.isupper():
                module = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
                yield getattr(importlib.import_module(module), call.args[0].id)
