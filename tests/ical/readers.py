"""Four readers that share no code: what each of them shows of a calendar.

Each is a function ``occurrences(ics, start, end, reader_zone)`` that gives the occurrences beginning on the local
days ``start`` <= day < ``end``, as texts, sorted. A day is "2027-03-08", an instant "2027-03-05T01:30Z"; the end of an
all-day occurrence is the day after its last one.

Needed beside the Python packages (a missing one fails the tests):

    apt-get install -y gcc libc6-dev libical-dev nodejs npm
    npm install --prefix .venv/node ical.js@2
"""

from __future__ import annotations

import atexit
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
import vobject
from icalendar import Calendar

HERE = Path(__file__).parent
ICAL_JS = HERE.parents[1] / ".venv/node/node_modules/ical.js/dist/ical.js"
MARGIN = timedelta(days=60)  # an override may move an instance into the window or out of it


class Occurrence(NamedTuple):
    uid: str
    start: str
    end: str
    summary: str
    status: str


Reader = Callable[[bytes, date, date, str], list[Occurrence]]


def icalendar_occurrences(ics: bytes, start: date, end: date, reader_zone: str) -> list[Occurrence]:
    query = recurring_ical_events.of(Calendar.from_ical(ics))
    found = [
        Occurrence(
            str(event["UID"]),
            written(event.start),
            written(event.end),
            str(event.get("SUMMARY", "")),
            str(event.get("STATUS", "")),
        )
        for event in query.between(start - MARGIN, end + MARGIN)
    ]
    return within(found, start, end, reader_zone)


def vobject_occurrences(ics: bytes, start: date, end: date, reader_zone: str) -> list[Occurrence]:
    """vobject expands rules but knows no overrides: those replace the instance of their RECURRENCE-ID."""
    masters: list[tuple[str, Occurrence]] = []
    overrides: list[tuple[str, Occurrence]] = []
    for calendar in vobject.readComponents(ics.decode()):
        for event in calendar.contents.get("vevent", []):
            if "recurrence-id" in event.contents:
                original = event.recurrence_id.value
                overrides.append((written(original), vobject_occurrence(event, event.dtstart.value)))
            else:
                masters += [
                    (written(moment), vobject_occurrence(event, moment))
                    for moment in vobject_moments(event, end + MARGIN)
                ]
    return within(merged(masters, overrides), start, end, reader_zone)


def vobject_moments(event, last: date) -> Iterable[date | datetime]:
    first = event.dtstart.value
    if event.rruleset is None:
        yield first
        return
    for moment in event.rruleset:
        if moment.date() > last:
            return
        yield moment if isinstance(first, datetime) else moment.date()


def vobject_occurrence(event, moment: date | datetime) -> Occurrence:
    first = event.dtstart.value
    last = event.dtend.value if "dtend" in event.contents else first
    if isinstance(first, datetime):
        ends = moment.astimezone(UTC) + (last.astimezone(UTC) - first.astimezone(UTC))
    else:
        ends = moment + (last - first)
    return Occurrence(event.uid.value, written(moment), written(ends), event.summary.value, event.status.value)


def ical_js_occurrences(ics: bytes, start: date, end: date, reader_zone: str) -> list[Occurrence]:
    if not ICAL_JS.exists():
        pytest.fail("Thiếu ical.js: chạy npm install --prefix .venv/node ical.js@2")
    window = [str(start - MARGIN), str(end + MARGIN)]
    output = run(["node", str(HERE / "expand.mjs"), str(ICAL_JS), *window], ics, reader_zone)
    return within([Occurrence(*each) for each in json.loads(output)], start, end, reader_zone)


def libical_occurrences(ics: bytes, start: date, end: date, reader_zone: str) -> list[Occurrence]:
    """libical iterates over a rule; the replacing of instances by their overrides is left to its users."""
    window = [f"{day:%Y%m%d}" for day in (start - MARGIN, end + MARGIN)]
    records = [line.split("\t") for line in run([libical_program(), *window], ics, reader_zone).splitlines()]
    kinds: dict[str, list[tuple[str, Occurrence]]] = {"master": [], "override": []}
    for kind, uid, original, begins, ends, status, summary in records:
        kinds[kind].append((original, Occurrence(uid, begins, ends, summary, status)))
    return within(merged(kinds["master"], kinds["override"]), start, end, reader_zone)


@cache
def libical_program() -> str:
    folder = tempfile.mkdtemp(prefix="libical-")
    atexit.register(shutil.rmtree, folder)
    program = Path(folder) / "expand"
    command = ["cc", "-o", str(program), str(HERE / "expand.c"), "-lical"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.fail("Thiếu trình biên dịch C: chạy apt-get install -y gcc libc6-dev libical-dev")
    if done.returncode:
        pytest.fail(f"Thiếu libical: chạy apt-get install -y libical-dev\n{done.stderr}")
    return str(program)


def run(command: list[str], ics: bytes, reader_zone: str) -> str:
    surroundings = os.environ | {"TZ": reader_zone}
    try:
        done = subprocess.run(command, input=ics, capture_output=True, env=surroundings, check=False, timeout=60)
    except FileNotFoundError:
        pytest.fail(f"Thiếu {command[0]}: chạy apt-get install -y nodejs npm")
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def merged(masters: list[tuple[str, Occurrence]], overrides: list[tuple[str, Occurrence]]) -> list[Occurrence]:
    replaced = {(each.uid, original) for original, each in overrides}
    kept = [each for original, each in masters if (each.uid, original) not in replaced]
    return kept + [each for _original, each in overrides]


def within(found: Iterable[Occurrence], start: date, end: date, reader_zone: str) -> list[Occurrence]:
    return sorted(each for each in found if start <= local_day(each.start, reader_zone) < end)


def local_day(moment: str, reader_zone: str) -> date:
    if "T" not in moment:
        return date.fromisoformat(moment)
    return datetime.fromisoformat(moment).astimezone(ZoneInfo(reader_zone)).date()


def written(moment: date | datetime) -> str:
    if isinstance(moment, datetime):
        assert moment.tzinfo is not None, f"{moment} has lost its zone"
        return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%MZ}"
    return moment.isoformat()


READERS: dict[str, Reader] = {
    "icalendar": icalendar_occurrences,
    "vobject": vobject_occurrences,
    "ical.js": ical_js_occurrences,
    "libical": libical_occurrences,
}
