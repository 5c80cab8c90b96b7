"""The browser that the distribution brings."""

from __future__ import annotations

import shutil
from pathlib import Path

MISSING = "The tests need Chromium (Debian: apt-get install chromium; Ubuntu: a Chromium or Google Chrome in PATH)."


def path() -> Path:
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"):
        if found := shutil.which(name):
            return Path(found)
    raise RuntimeError(MISSING)
