"""Check the form of a folder of plan texts: `python tests/plans/check.py [FOLDER …]`.

Every `NN-slug.txt` has its `NN-slug.json`; quotes and phrases stand in the text (white space folded, NFC),
dates exist, kinds and precisions are of the list, weekdays agree with their dates. Prints one line for each
fault and ends with 1 when there is one. It judges the form only, never whether a person reads the text so.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

KINDS = {"campaign", "commemoration", "seminar", "report", "review", "activity", "other"}
PRECISIONS = {"day", "month", "quarter", "year"}
TOP = {"id", "source", "genre", "year", "expected", "undated", "tolerated", "not_events", "forbidden_dates"}
NEEDED = {"kind", "title_contains", "start", "end", "precision", "deadline", "recurs_yearly", "quote"}
ALLOWED = NEEDED | {"also_kinds", "also_starts", "also_ends", "also_precisions", "time", "end_time", "note"}
UNDATED = {"kind", "title_contains", "quote"}
CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
DAY = re.compile(r"(?:(\d{4})-)?(\d\d)-(\d\d)")
WEEKDAYS = ["hai", "ba", "tư", "năm", "sáu", "bảy", "nhật"]
SPOKEN = re.compile(r"(?:thứ|chủ)\s+(hai|ba|tư|năm|sáu|bảy|nhật)[\s,(]+(?:ngày\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
LEAP = 2000  # a leap year, so that 02-29 passes where the text gives no year


def fold(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def is_date(value: str) -> bool:
    found = DAY.fullmatch(value)
    if not found:
        return False
    try:
        date(int(found[1] or LEAP), int(found[2]), int(found[3]))
    except ValueError:
        return False
    return True


def days_faults(item: dict[str, Any]) -> Iterator[str]:
    start, end = item["start"], item["end"]
    days = [start, *([end] if end else []), *item.get("also_starts", []), *item.get("also_ends", [])]
    yield from (f"no such date: {day}" for day in days if not is_date(day))
    if end and len(end) != len(start):
        yield f"one end has a year, the other none: {start} {end}"
    if end and len(start) == len("2027-01-01") and end <= start:
        yield f"ends before it begins: {start} {end}"
    for name in ("time", "end_time"):
        if name in item and not CLOCK.fullmatch(item[name]):
            yield f"{name} {item[name]} is no clock time"


def item_faults(item: dict[str, Any], text: str) -> Iterator[str]:
    kinds = {item.get("kind"), *item.get("also_kinds", [])}
    if kinds - KINDS:
        yield f"kinds not in the list: {kinds - KINDS}"
    if fold(item["quote"]) not in text:
        yield f"quote not in the text: {item['quote']!r}"
    if fold(item["title_contains"]).casefold() not in text.casefold():
        yield f"title words not in the text: {item['title_contains']!r}"


def expected_faults(item: dict[str, Any], text: str) -> Iterator[str]:
    if item.keys() - ALLOWED or NEEDED - item.keys():
        yield f"fields: {sorted(item.keys() ^ NEEDED)}"
        return
    yield from item_faults(item, text)
    yield from days_faults(item)
    precisions = {item["precision"], *item.get("also_precisions", [])}
    if precisions - PRECISIONS:
        yield f"precision not in the list: {precisions - PRECISIONS}"
    if not (isinstance(item["deadline"], bool) and isinstance(item["recurs_yearly"], bool)):
        yield "deadline and recurs_yearly are true or false"


def weekday_faults(text: str) -> Iterator[str]:
    for name, day, month, year in SPOKEN.findall(text.casefold()):
        if WEEKDAYS[date(int(year), int(month), int(day)).weekday()] != name:
            yield f"{day}/{month}/{year} is not a {name!r}"


def phrase_faults(answer: dict[str, Any], text: str) -> Iterator[str]:
    for name in ("tolerated", "not_events"):
        yield from (f"{name}: not in the text: {p!r}" for p in answer[name] if fold(p) not in text)
    dated = {item["start"] for item in answer["expected"]} | {item["end"] for item in answer["expected"]}
    for day in answer["forbidden_dates"]:
        if not is_date(day) or day in dated:
            yield f"forbidden date {day} is no date, or is expected too"


def document_faults(path: Path) -> Iterator[str]:
    first, _, body = path.read_text(encoding="utf-8").partition("\n")
    answer = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    if not first.startswith("# source: "):
        yield "the first line names no source"
    if answer.keys() ^ TOP:
        yield f"fields: {sorted(answer.keys() ^ TOP)}"
        return
    text = fold(body)
    for item in answer["expected"]:
        yield from expected_faults(item, text)
    for item in answer["undated"]:
        if UNDATED - item.keys() or item.keys() - UNDATED - {"also_kinds", "note"}:
            yield f"fields of an undated item: {sorted(item.keys() ^ UNDATED)}"
        yield from item_faults(item, text)
    yield from phrase_faults(answer, text)
    yield from weekday_faults(text)


def faults(folder: Path) -> Iterator[str]:
    texts = {path.stem for path in folder.glob("*.txt")}
    answers = {path.stem for path in folder.glob("*.json")}
    yield from (f"{stem}: text or answer missing" for stem in sorted(texts ^ answers))
    for stem in sorted(texts & answers):
        yield from (f"{stem}: {fault}" for fault in document_faults(folder / f"{stem}.txt"))


def main(folders: list[str]) -> int:
    found = [fault for folder in folders for fault in faults(Path(folder))]
    print("\n".join(found) or "no fault found")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or [str(Path(__file__).parent)]))
