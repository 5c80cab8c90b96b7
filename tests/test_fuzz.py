# ruff: noqa: E501 - tables of values
"""Readers of foreign files, the configuration and ways back under random values; counts are printed.

A sample runs with every test run. More: ``CAMPAIGN_FUZZ=20000 python -m pytest tests/test_fuzz.py -s`` is so many files
of each format and five times as many configurations.
"""

from __future__ import annotations

import io
import json
import os
import random
import subprocess
import time
import zipfile
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import plan_files
import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from registers import hostile_tables

from campaign.config import Config, load, options
from campaign.errors import ConfigurationError, InvalidInput
from campaign.reading import checked, worker
from campaign.settings import problems
from campaign.web.language import inside

COUNT = int(os.environ.get("CAMPAIGN_FUZZ", "30"))
CONFIGURATIONS = int(os.environ.get("CAMPAIGN_FUZZ", "50")) * 5
ADDRESSES = 100_000
SEED = int(os.environ.get("CAMPAIGN_SEED", "2027"))
SLOWEST = 5.0
ORIGIN = "https://lich.example.org"

# Files

LISTS = (
    "Họ và tên,Thư điện tử,Đơn vị,Nhóm,Giới tính,language\n",
    "An,an@example.org,Phòng A,Nhóm 1;Nhóm 2,nữ,vi\n",
    "Bình,b@example.org,,,,\n",
)
CALENDARS = (
    *("BEGIN:VCALENDAR\r\n", "VERSION:2.0\r\n", "PRODID:-//a//VI\r\n", "BEGIN:VEVENT\r\n", "UID:a@example.org\r\n"),
    *("DTSTART;TZID=Asia/Ho_Chi_Minh:20270308T080000\r\n", "DTEND;TZID=Asia/Ho_Chi_Minh:20270308T093000\r\n"),
    *("RRULE:FREQ=MONTHLY;BYDAY=1MO;COUNT=5\r\n", "EXDATE;TZID=Asia/Ho_Chi_Minh:20270405T080000\r\n"),
    *("SUMMARY:Họp\\, thử\r\n", "DESCRIPTION:Dài\r\n  tiếp\r\n", "BEGIN:VALARM\r\n", "ACTION:DISPLAY\r\n"),
    *("TRIGGER;RELATED=START:-P1DT2H\r\n", "END:VALARM\r\n", "END:VEVENT\r\n", "END:VCALENDAR\r\n"),
)
LINES = tuple(f"{line}\n" for line in plan_files.PLAN)
WORDS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ["\r\n", "\n ", "\x00", "\ufdd0", "31/02/2027", "ngày 30 tháng 02 năm 0000", "Quý 9", "9" * 40, '"', ";", ",", ":", "TZID=", "T240000Z", "-P99999999999W", "FREQ=YEARLY;BYDAY=53SU", "=1+1", "a@b@c", "\u202e", "<w:p>", "&a;"]
    ),
)  # fmt: skip


@st.composite
def texts(draw, lines: tuple[str, ...]) -> bytes:
    """A good file with a few strange words in it; now and then its lines in any order and number."""
    parts = list(lines)
    if draw(st.integers(0, 3)) == 0:
        parts = draw(st.lists(st.one_of(st.sampled_from(lines), WORDS), max_size=25))
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(parts)))
        word = draw(WORDS)
        if at < len(parts):
            cut = draw(st.integers(0, len(parts[at])))
            parts[at] = parts[at][:cut] + word + parts[at][cut + draw(st.integers(0, 3)) :]
        else:
            parts.append(word)
    encoding = draw(st.sampled_from(["utf-8", "utf-8", "utf-8", "utf-16", "cp1258", "utf-8-sig"]))
    return "".join(parts).encode(encoding, "replace")


@cache
def parts_of(kind: str) -> tuple[tuple[str, bytes], ...]:
    data = plan_files.plan_docx() if kind == "docx" else hostile_tables.xlsx()
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return tuple((name, file.read(name)) for name in file.namelist())


@st.composite
def packages(draw, kind: str) -> bytes:
    """A good OOXML file with bytes of some parts changed, doubled, cut or taken away; now and then of the zip itself."""
    parts = list(parts_of(kind))
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(parts) - 1))
        name, inner = parts[at]
        first = draw(st.integers(0, len(inner)))
        last = min(len(inner), first + draw(st.integers(0, 60)))
        new = draw(
            st.one_of(st.just(b""), st.just(inner[first:last] * 2), WORDS.map(str.encode), st.binary(max_size=8))
        )
        parts[at] = name, inner[:first] + new + inner[last:]
    if draw(st.integers(0, 9)) == 0:
        del parts[draw(st.integers(0, len(parts) - 1))]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, inner in parts:
            package.writestr(name, inner)
    data = file.getvalue()
    at = draw(st.integers(0, len(data)))
    return data[:at] + draw(st.binary(max_size=4)) + data[at + 4 :] if draw(st.integers(0, 9)) == 0 else data


FORMATS = {
    "csv": ("members", texts(LISTS), {}),
    "xlsx": ("members", packages("xlsx"), {}),
    "ics": ("calendar", texts(CALENDARS), {"zone": "Asia/Ho_Chi_Minh"}),
    "txt": ("plan", texts(LINES), {"year": 2027}),
    "docx": ("plan", packages("docx"), {}),
}


@pytest.mark.requirement("F1")
@pytest.mark.parametrize("kind", FORMATS)
def test_reader_of_random_files_answers_or_refuses_in_a_sentence(kind) -> None:
    """The readers as the child process calls them, without its safety net: any other exception is a finding."""
    task, strategy, given_options = FORMATS[kind]
    read = worker._function(task)
    counts: Counter[str] = Counter()
    slowest = [0.0]

    @seed(SEED)
    @settings(
        max_examples=COUNT,
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def look(data: bytes) -> None:
        began = time.thread_time()
        try:
            answer = read(data, f"a.{kind}", **given_options)
            json.dumps(answer, default=checked.plain)
            counts["refused" if answer.get("problems") else "read"] += 1
        except InvalidInput as refusal:
            counts["refused" if len(refusal.message.partition("\n")[0]) < 600 else "no sentence"] += 1
        slowest[0] = max(slowest[0], time.thread_time() - began)

    look()
    print(
        f"{kind}: {counts.total()} files, {counts['read']} read, {counts['refused']} refused, slowest {slowest[0]:.2f} s"
    )
    assert counts["no sentence"] == 0
    assert counts.total() >= COUNT * 0.9
    assert min(counts["read"], counts["refused"]) > 0
    assert slowest[0] < SLOWEST


# The configuration

VALUES = (
    *("", " ", "true", "false", "0", "1", "-1", "nan", "inf", "1e999", "9" * 30, "0x10", "[]", '["a", "b"]', '["a"', "[1]"),
    *("a,b", "vi", "en", "starttls", "tls", "none", "embedded", "25", "443", "7:30", "24:00", "22:00,6:00", "quên"),
    *("https://lich.example.org", "http://", "//x", "https://[::1", "http://[fe80::1%25eth0]/", "ftp://x", "\x00"),
    *("../../etc/passwd", "/", "Asia/Ho_Chi_Minh", "../../etc/localtime", "Mars/Phobos", "a@b.c", "A <a@b.c>", "a@b.c\r\nX: y"),
    *("\ufdd0", "\u202e", "Ẽ" * 400, "seminar", "link", "password", "127.0.0.1", "10.0.0.0/8", "300.1.1.1", "::/0", "2/9=3/9"),
    *("3 working days before", "1 day before,2 hours before", "99999999999 days before", "at 7:30", "VN", "XX", "{x}", "%(a)s"),
    *("sqlite:///a.db", "postgresql+psycopg://u:p@h/d", "mysql://h/d", "0123456789abcdef" * 3, "31/02/2027", "2027-02-31"),
)  # fmt: skip


KEY = {"CAMPAIGN_SERVER__SECRET_KEY": "kQ7vZ2mX9pL4tR8wN6bC1dF5gH3jS0aY"}


@pytest.mark.requirement("F8")
def test_random_configuration_starts_or_is_refused_in_a_sentence(tmp_path: Path) -> None:
    chance, counts, known = random.Random(SEED), Counter(), options()
    for _ in range(CONFIGURATIONS):
        chosen = chance.sample(known, chance.randint(1, 3))
        environ = KEY | {f"CAMPAIGN_{section}__{name}".upper(): chance.choice(VALUES) for section, name, _ in chosen}
        if chance.random() < 0.05:
            environ["CAMPAIGN_QUEN__X"] = "1"
        try:
            config = load(None, environ, folder=tmp_path)
        except ConfigurationError as refusal:
            counts["refused" if "\n" not in refusal.message else f"no sentence: {environ}"] += 1
            continue
        assert isinstance(config, Config)
        found = list(problems(config, today=date(2027, 3, 1)))  # what ``campaign check`` says and ``run`` refuses
        assert all(problem.sentence and "Traceback" not in problem.sentence for problem in found)
        counts["started" if all(problem.advice for problem in found) else "refused by check"] += 1
    print(f"{CONFIGURATIONS} configurations: {dict(counts)}")
    assert set(counts) == {"started", "refused", "refused by check"}
    assert min(counts.values()) > CONFIGURATIONS / 50


# Ways back

PIECES = (
    *("/", "//", "\\", "/\\", "\t", "\n", "\r", " ", "\x00", "\x0b", "\u2028", "\u3000", "\ufeff", "?", "#", "@", ":", ";", "%"),
    *(".", "..", "/./", "/../", "%2f", "%5c", "%09", "%0d%0a", "%00", "\uff0f", "\u2215", "\u29f8", "\u3002", "\uff20", "\u00ad"),
    *("https:", "http:", "javascript:", "data:text/html,", "file://", "blob:", "view-source:", "evil.example", "//evil.example"),
    *("lich.example.org", "user:pass@", "[::1]", "2130706433", "desk", "/desk/today", "agenda", "to=", "&", "=", "é", "😀", "\ud800"),
)  # fmt: skip
READER = """
const lines = require('fs').readFileSync(0, 'utf8').split('\\n').filter(Boolean);
const away = lines.map(line => JSON.parse(line)).filter(to => {
  const there = new URL(to, process.argv[1] + '/signin?x=1');
  return there.origin !== process.argv[1];
});
console.log(JSON.stringify({ read: lines.length, away: away.slice(0, 20) }));
"""


@pytest.mark.requirement("F9", "S27")
def test_random_way_back_stays_on_the_site_for_a_browser() -> None:
    """What passes is read by Node's ``URL``, the parser of the WHATWG standard that browsers follow."""
    chance = random.Random(SEED)
    made = ("".join(chance.choices(PIECES, k=chance.randint(1, 6))) for _ in range(ADDRESSES))
    kept = [each for each in made if inside(each) == each]
    done = subprocess.run(
        ["node", "-e", READER, ORIGIN],
        input="\n".join(map(json.dumps, kept)),
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout)
    print(f"{ADDRESSES} addresses: {found['read']} taken as ways back, away {len(found['away'])}")
    assert found == {"read": len(kept), "away": []}
    assert 1000 < len(kept) < ADDRESSES / 2
