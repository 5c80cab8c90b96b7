"""Whatever text a form accepts comes back from every kind of file as it was kept.

    CAMPAIGN_TEXTS=10000 python -m pytest tests/documents/test_any_text.py

tries as many strings; without the variable a sample of them.
"""

from __future__ import annotations

import csv
import io
import os
import unicodedata
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from random import Random

import pytest
from docx import Document
from icalendar import Calendar
from openpyxl import load_workbook

from campaign.documents import sheets
from campaign.documents.rendering import render
from campaign.ical import text as ical_text
from campaign.ical.calendar import join
from campaign.ical.component import Entry, write
from campaign.plaintext import clean

TEXTS = int(os.environ.get("CAMPAIGN_TEXTS", "300"))
SEED = int(os.environ.get("CAMPAIGN_SEED", "2027"))
BATCH = 100
"""So many texts lie in one file."""
PIECES = (
    "=1+1", "+84", "-1", "@SUM(A1)", "'=1", "＝1", "\t=1", "\r\n", "\n", "\t", "\x00", "\x0b", "\x1b[31m", "\x7f",
    "\x85", "\u2028", "\u202e", "\u200d", "\ufeff", "\ufffe", "\ud800", "👩‍👩‍👧", "😀", "🇻🇳", "Nguyễn Thị Ánh",
    "toạ đàm", "&amp;", "<b>",
    "</w:t>", "]]>", "{{ 7 * 7 }}", "{%p if x %}", "{#", "#}", "\\n", "\\N", ";", ",", '"', "'", "%", "END:VEVENT",
    "  ", "日本",
    unicodedata.normalize("NFD", "Tuyên truyền về bình đẳng giới"), "a\u0301", "x" * 300, "\U0010ffff", "\U000e0041",
)  # fmt: skip


def texts():
    """Texts as somebody may send them: pieces that have broken programs, any character, short and very long."""
    chance = Random(SEED)
    yield from (*PIECES, "", "ă" * 10_000, "=1+1\n" * 2_000, "😀" * 10_000)
    while True:
        pieces = [chance.choice(PIECES) for _ in range(chance.randint(0, 6))]
        pieces += ["".join(chr(chance.randrange(0x110000)) for _ in range(chance.randint(0, 20)))]
        pieces += ["".join(chr(chance.randrange(0x20, 0x1EFA)) for _ in range(chance.choice((0, 5, 50, 500))))]
        chance.shuffle(pieces)
        yield "".join(pieces)[:10_000]


@pytest.fixture(scope="module")
def batches():
    """The texts as they are kept, a file's worth at a time."""
    source = texts()
    kept = [clean(next(source)) for _ in range(TEXTS)]
    return [kept[start : start + BATCH] for start in range(0, TEXTS, BATCH)]


def test_texts_are_still_text_once_they_are_kept(batches):
    kept = [text for batch in batches for text in batch]
    assert len(kept) == TEXTS
    assert [text for text in kept if text != clean(text)] == []
    assert max(map(len, kept)) == 10_000


def test_any_text_comes_back_from_a_word_file(batches, config):
    for batch in batches:
        people = [{"name": text, "unit": ""} for text in batch]
        about = {"people": people, "subject": batch[0], "issuer": "", "superior": "", "place": "", "dated": ""}
        document = Document(io.BytesIO(render("sign_in", about, config)))
        assert [row.cells[1].text for row in document.tables[1].rows[1:]] == batch


def test_any_text_comes_back_from_a_spreadsheet(batches):
    for batch in batches:
        sheet = load_workbook(io.BytesIO(sheets.as_xlsx(sheets.Table("A", ["A"], [[text] for text in batch])))).active
        cells = [row[0] for row in sheet.iter_rows(min_row=2, max_row=len(batch) + 1)]
        assert [cell.value or "" for cell in cells] == batch
        assert {cell.data_type for cell in cells if cell.value} == {"s"}


@pytest.mark.requirement("S37")
def test_any_text_comes_back_from_csv_without_beginning_a_formula(batches):
    for batch in batches:
        data = sheets.as_csv(sheets.Table("A", ["A", "B"], [[text, ""] for text in batch])).decode("utf-8-sig")
        cells = [row[0] for row in csv.reader(io.StringIO(data, newline=""))][1:]
        assert [cell for cell in cells if cell[:1] in set("=+-@＝＋－＠\t\r")] == []
        unshielded = [cell[1:] if cell[:1] == "'" and sheets.shielded(cell[1:]) == cell else cell for cell in cells]
        assert unshielded == batch


def test_any_text_comes_back_from_a_calendar(batches):
    moment, day = datetime(2027, 3, 5, tzinfo=UTC), date(2027, 3, 8)
    for batch in batches:
        entries = [
            Entry(uid=f"{n}@x", summary="A", description=text, start=day, end=day, created=moment, modified=moment)
            for n, text in enumerate(batch)
        ]
        read = Calendar.from_ical(join("A", map(write, entries), zones=()))
        assert [str(event.get("description", "")) for event in read.events] == [
            ical_text.clean(text).strip("\n") for text in batch
        ]


class Cells(HTMLParser):
    """The texts of the list items of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag, _attrs):
        assert tag == "li"
        self.found.append("")

    def handle_data(self, data):
        self.found[-1] += data


def test_any_text_comes_back_from_a_page(batches, app):
    for batch in batches:
        page = app.jinja_env.from_string("{% for text in texts %}<li>{{ text }}</li>{% endfor %}").render(texts=batch)
        cells = Cells()
        cells.feed(page)
        cells.close()
        assert cells.found == batch
