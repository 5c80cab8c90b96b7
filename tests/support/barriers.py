"""What axe-core finds on pages in a real browser, and whether they scroll sideways; everything that folds is open."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / ".venv/node/node_modules/axe-core/axe.min.js"
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
OPEN = "() => { for (const part of document.querySelectorAll('main details')) part.open = true }"


def none_on(page: Page, addresses: Iterable[str], *, language: str = "", rules: list[str] | None = None) -> None:
    """Each page is opened and examined; all findings are shown at once. The page's own policy must be bypassed.

    ``rules``: only these of axe-core.
    """
    found: dict[str, object] = {}
    for address in addresses:
        page.goto(f"{address}{'&' if '?' in address else '?'}lang={language}" if language else address)
        page.evaluate(OPEN)
        if wider := page.evaluate(WIDER):
            found[address] = f"{wider} px too wide"
        page.add_script_tag(path=str(AXE))
        result = page.evaluate("rules => axe.run(document, rules ? { runOnly: rules } : {})", rules)
        if problems := result["violations"]:
            found[address] = [(each["id"], [node["html"][:150] for node in each["nodes"][:3]]) for each in problems]
    assert found == {}, json.dumps(found, ensure_ascii=False, indent=1)
