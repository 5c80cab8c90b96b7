"""Matching names typed by hand: rooms and people, with or without titles, hòa or hoà."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
ADDRESS = re.compile(
    r"^(?:đ/c|đồng chí|ông|bà|gs\.?|pgs\.?|ts\.?|ths\.?|bs\.?|ls\.?|cn\.?)\s+|^(?:gs|pgs|ts|ths|bs|ls)\."
)
AFTER_NAME = re.compile(r"\s*(?:[,;(]| - ).*$", re.DOTALL)
NOWHERE = re.compile(r"trực tuyến|online|điểm cầu|zoom|teams|meet\b")


def key(text: str) -> str:
    """The same for the same words, wherever a tone mark was put within a word; tones themselves do count."""
    return " ".join(map(_word, unicodedata.normalize("NFD", text.casefold()).split()))


def _word(word: str) -> str:
    tones = "".join(mark for mark in word if mark in TONES)
    return "".join(mark for mark in word if mark not in TONES) + tones


@lru_cache(maxsize=4096)
def person(text: str) -> str:
    """A speaker without title and office: "TS. Lê Thị Bình, Viện A" and "đ/c Lê Thị Bình" are one."""
    name = AFTER_NAME.sub("", unicodedata.normalize("NFC", text).strip().casefold())
    while (shorter := ADDRESS.sub("", name)) != name:
        name = shorter.strip()
    return key(name)


@lru_cache(maxsize=4096)
def place(text: str) -> str:
    """A place that only one event can have at a time; empty for what is online or said loosely."""
    words = unicodedata.normalize("NFC", text).casefold()
    return "" if NOWHERE.search(words) else key(words)
