"""What a command costs before it does anything, and the memory of the web process, against Flask and SQLAlchemy alone.

Each figure is CPU time of a fresh process; the memory is what ``campaign run`` holds after its first pages.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Line, cost, take_turns
from bench.stage import Stage

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ("-c", "import flask, sqlalchemy")
HELP = ("-m", "campaign", "--help")
FEED = ("-m", "campaign", "feed")
PAGES = ("/", "/calendars/all.ics", "/signin", "/subscribe", "/readyz", "/")
MOST_MEGABYTES = 110


def run(stage: Stage) -> Iterator[Line]:
    if stage.backend != "sqlite":
        return
    folder = stage.folder / "startup"
    folder.mkdir()
    cpu(folder, FEED)  # makes the database
    found = take_turns(
        5, reference=lambda: cpu(folder, REFERENCE), help=lambda: cpu(folder, HELP), feed=lambda: cpu(folder, FEED)
    )
    yield cost("campaign --help", stage.backend, found["help"], found["reference"], at_most=0.5)
    yield cost("campaign feed", stage.backend, found["feed"], found["reference"], at_most=2.2)
    yield cost("web process after first pages", stage.backend, memory(folder), MOST_MEGABYTES, at_most=1, unit="MB")


def cpu(folder: Path, arguments: tuple[str, ...]) -> float:
    """Milliseconds of CPU time of one process, from its start to its end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], cwd=folder, env=surroundings(), check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def memory(folder: Path) -> float:
    """Megabytes of resident memory of ``campaign run`` after its first pages."""
    command = [sys.executable, "-m", "campaign", "run", "--port", "0"]
    with subprocess.Popen(command, cwd=folder, env=surroundings(), stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            address = next(found[0] for line in process.stdout if (found := re.search(r"http://[^/]+", line)))
            for page in PAGES:
                fetch(address + page)
            status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
            return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) * 1024 / 1e6
        finally:
            process.terminate()


def fetch(address: str) -> None:
    for _attempt in range(100):
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                answer.read()
        except urllib.error.HTTPError:
            return  # not ready yet, which is an answer
        except OSError:
            time.sleep(0.1)
        else:
            return


def surroundings() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}
