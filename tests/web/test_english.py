"""In English no page shows a Vietnamese sentence of ours: whatever is Vietnamese is data of the agency."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from sqlalchemy import select
from support.desk import signed_in
from web.rows import NOW

from campaign import demo
from campaign.models import Base, Role

VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")
SPOKEN = frozenset({"title", "aria-label", "placeholder", "alt", "content"})
NAMES = frozenset({"tiếng", "việt", "tết"})
"""The language by its own name, and the feast that English has no other name for."""
EACH = 2
"""Pages of one kind that are looked at."""


class Words(HTMLParser):
    """The texts and spoken attributes of a page, those marked as Vietnamese left out; and the links on it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.links: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        known = dict(attrs)
        if tag == "a" and known.get("href"):
            self.links.append(known["href"])
        foreign = known.get("lang") == "vi" or (bool(self._open) and self._open[-1][1]) or tag in ("script", "style")
        if not foreign:
            self.texts += [value for name, value in attrs if name in SPOKEN and value]
        if tag not in ("meta", "link", "img", "input", "br", "hr", "source", "path", "col", "wbr"):
            self._open.append((tag, foreign))

    def handle_endtag(self, tag):
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if not (self._open and self._open[-1][1]):
            self.texts.append(data)


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold())


@pytest.fixture
def data(client, filled, database, config):
    """Each two neighbouring words of every stored text and of the agency's names, and texts of one word."""
    found = [str(getattr(config.organisation, name)) for name in config.organisation.__dataclass_fields__]
    with database.engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            for row in connection.execute(select(table)):
                for value in row:
                    found += map(str, value) if isinstance(value, list) else [value] if isinstance(value, str) else []
    lists = [words_of(each) for each in found if VIETNAMESE.search(each)]
    return {pair for words in lists for pair in pairwise(words)} | {tuple(words) for words in lists if len(words) == 1}


def ours(text: str, data: set[tuple[str, ...]]) -> str:
    """The Vietnamese words of a text that stand beside no word beside which they stand in the data."""
    words = words_of(text)
    left = [
        word
        for place, word in enumerate(words)
        if VIETNAMESE.search(word)
        and word not in NAMES
        and (word,) not in data
        and tuple(words[place : place + 2]) not in data
        and (place == 0 or tuple(words[place - 1 : place + 1]) not in data)
    ]
    return " ".join(left)


@pytest.fixture
def client(app):
    return signed_in(app, Role.ADMINISTRATOR)


@pytest.fixture
def filled(database, config):
    with database.write() as session:
        demo.fill_year(session, config, now=NOW)


def shape(address: str) -> str:
    """The kind of page: addresses that differ by a number, a day or a UID alone are of one kind."""
    path = address.partition("?")[0]
    return re.sub(r"/[^/]*(?:\d|@)[^/]*", "/*", path)


def crawl(client, starts):
    """Pages by address: of each kind a few, whatever links to them."""
    waiting, seen, kinds = list(starts), set(starts), {}
    while waiting:
        address = waiting.pop(0)
        answer = client.get(address, headers={"Accept-Language": "en"}, follow_redirects=True)
        if answer.mimetype != "text/html":
            continue
        page = answer.get_data(as_text=True)
        words = Words(page)
        yield address, page, words
        for link in words.links:
            to = link.partition("#")[0]
            if to.startswith("/") and to not in seen and kinds.get(shape(to), 0) < EACH:
                kinds[shape(to)] = kinds.get(shape(to), 0) + 1
                seen.add(to)
                waiting.append(to)


def test_english_pages_show_no_vietnamese_sentence_of_ours(client, data):
    wrong: dict[str, str] = {}
    pages = 0
    for address, page, words in crawl(client, ["/", "/desk", "/desk/today", "/subscribe", "/search?q=h%E1%BB%99i"]):
        pages += 1
        assert '<html lang="en">' in page, address
        for text in words.texts:
            if VIETNAMESE.search(text) and (left := ours(text, data)):
                wrong.setdefault(left, f"{address}: {' '.join(text.split())[:120]}")
    assert "\n".join(wrong.values()) == ""
    assert pages > 40
