"""A linter: functions, methods and classes that nothing in the package or its templates names.

What frameworks call by name is listed in pyproject.toml under [tool.vulture]. Variables and attributes are left out:
columns, fields of forms and options are read by their table.
"""

from __future__ import annotations

import keyword
import re
import sys
import tomllib
from pathlib import Path

from vulture import Vulture

ROOT = Path(__file__).resolve().parent.parent
CODE = re.compile(r"\{[{%](.*?)[%}]\}", re.DOTALL)
NAME = re.compile(r"[A-Za-z_]\w*")
TEXT = re.compile(r'"[^"]*"')
KINDS = {"function", "method", "property", "class"}


def names_in_templates() -> str:
    """Each name that a template uses, as a Python expression."""
    found: set[str] = set()
    for path in (ROOT / "templates").rglob("*.*"):
        if path.suffix in {".html", ".txt"}:
            for code in CODE.findall(path.read_text(encoding="utf-8")):
                found |= set(NAME.findall(TEXT.sub("", code)))
    return "".join(f"_.{name}\n" for name in sorted(found) if not keyword.iskeyword(name))


def main() -> int:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["vulture"]
    search = Vulture(ignore_names=settings["ignore_names"], ignore_decorators=settings["ignore_decorators"])
    search.scan(names_in_templates())
    search.scavenge([ROOT / "campaign"], exclude=["*/migrations/*"])
    dead = [item for item in search.get_unused_code() if item.typ in KINDS]
    for item in dead:
        sys.stdout.write(f"{item.filename.relative_to(ROOT)}:{item.first_lineno}: unused {item.typ} {item.name}\n")
    return 1 if dead else 0


if __name__ == "__main__":
    sys.exit(main())
