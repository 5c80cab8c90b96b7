"""How well the reader does on a folder of plans: ``python tests/score_plans.py FOLDER [--verbose]``.

A folder holds ``NN.txt`` and ``NN.json``; the README of such a folder says what the fields mean. The
measure is strict: an expected item is found only by a proposal with the same first day whose words hold the
expected quote or title; every dated proposal that is neither expected nor tolerated counts against the
precision; one proposal answers one expected item at most.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

from campaign.reading import read

# The folders know fewer kinds than the product; a finer kind counts as the coarser one it belongs to.
KINDS = {
    "training": {"seminar"},
    "visit": {"activity", "seminar"},
    "meeting": {"activity", "review", "other"},
    "award": {"other", "activity"},
}


def flat(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split()).casefold()


def body_of(text: str) -> str:
    return text.split("\n", 1)[1] if text.startswith("# source:") else text


def kinds_of(item: dict[str, Any]) -> set[str]:
    return {item["kind"], *item.get("also_kinds", [])}


def kind_fits(proposal: dict[str, Any], item: dict[str, Any]) -> bool:
    return bool(({proposal["kind"]} | KINDS.get(proposal["kind"], set())) & kinds_of(item))


def words_fit(proposal: dict[str, Any], item: dict[str, Any]) -> bool:
    quotes = [flat(quote) for quote in proposal["quotes"]]
    quoted = any(flat(item["quote"]) in quote for quote in quotes)
    return quoted or flat(item.get("title_contains", "\0")) in flat(proposal["title"])


def starts_of(item: dict[str, Any]) -> set[str]:
    return {item["start"], *item.get("also_starts", [])}


class Score:
    """Counts over all plans of a folder, with a line for every disagreement."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.complaints: list[str] = []

    def say(self, name: str, what: str, detail: object) -> None:
        self.complaints.append(f"{name}: {what}: {detail}")

    def add(self, name: str, text: str, expected: dict[str, Any]) -> None:
        found = read(text, year=expected.get("year")).to_json()["proposals"]
        assert isinstance(found, list)
        self.add_found(name, text, expected, [one for one in found if one["likely"]])

    def add_found(self, name: str, text: str, expected: dict[str, Any], found: list[dict[str, Any]]) -> None:
        dated = [proposal for proposal in found if proposal["start"]]
        left = self._match_dated(name, dated, expected)
        self._spurious(name, left, expected)
        self._forbidden(name, dated, expected)
        self._undated(name, [p for p in found if not p["start"]], expected)
        self._quotes(name, text, found)

    def _match_dated(self, name: str, dated: list[dict[str, Any]], expected: dict[str, Any]) -> list[dict[str, Any]]:
        left = list(dated)
        for item in expected["expected"]:
            self.counts["expected"] += 1
            fitting = [p for p in left if p["start"] in starts_of(item) and words_fit(p, item)]
            if not fitting:
                self.say(name, "missed", f"{item['start']} {item['kind']} {item['quote']!r}")
                continue
            proposal = max(fitting, key=lambda p: self._closeness(p, item))
            left.remove(proposal)
            self.counts["found"] += 1
            self._compare(name, proposal, item)
        self.counts["dated"] += len(dated)
        return left

    def _closeness(self, proposal: dict[str, Any], item: dict[str, Any]) -> tuple[bool, bool, bool]:
        titled = flat(item.get("title_contains", "\0")) in flat(proposal["title"])
        return titled, kind_fits(proposal, item), proposal.get("time") == item.get("time")

    def _compare(self, name: str, proposal: dict[str, Any], item: dict[str, Any]) -> None:
        same_start = proposal["start"] == item["start"]
        recurs = proposal["recurs"] == "yearly"
        checks = {
            "kind": kind_fits(proposal, item),
            "title": flat(item.get("title_contains", "")) in flat(proposal["title"]),
            "end": not same_start or proposal["end"] in {item["end"], *item.get("also_ends", [])},
            "precision": not same_start
            or proposal["precision"] in {item["precision"], *item.get("also_precisions", [])},
            "deadline": proposal["deadline"] == item["deadline"],
            "recurs": recurs == item.get("recurs_yearly", False),
            "time": proposal["time"] == item.get("time"),
            "end_time": proposal["end_time"] == item.get("end_time"),
            "quote": any(flat(item["quote"]) in flat(quote) for quote in proposal["quotes"]),
        }
        for what, right in checks.items():
            self.counts[what] += right
            if not right:
                values = f"{proposal.get(what)!r} for {item.get(what, item.get(what + '_contains'))!r}"
                self.say(
                    name,
                    f"wrong {what}",
                    f"{values} ({item['start']} {item['quote']!r}) {proposal['title']!r}",
                )

    def _spurious(self, name: str, left: list[dict[str, Any]], expected: dict[str, Any]) -> None:
        for proposal in left:
            if self._tolerated(proposal, expected):
                self.counts["tolerated"] += 1
            else:
                self.counts["spurious"] += 1
                self.say(name, "spurious", f"{proposal['start']} {proposal['title']!r} {proposal['quote'][:70]!r}")

    def _tolerated(self, proposal: dict[str, Any], expected: dict[str, Any]) -> bool:
        quotes = [flat(quote) for quote in proposal["quotes"]]
        return any(flat(phrase) in quote for phrase in expected.get("tolerated", []) for quote in quotes)

    def _forbidden(self, name: str, dated: list[dict[str, Any]], expected: dict[str, Any]) -> None:
        for proposal in dated:
            for day in {proposal["start"], proposal["end"]} & set(expected.get("forbidden_dates", [])):
                self.counts["forbidden"] += 1
                self.say(name, "forbidden", f"{day} {proposal['title']!r}")

    def _undated(self, name: str, undated: list[dict[str, Any]], expected: dict[str, Any]) -> None:
        left = list(undated)
        for item in expected["undated"]:
            self.counts["undated expected"] += 1
            fitting = [p for p in left if words_fit(p, item)]
            if not fitting:
                self.say(name, "undated missed", item["quote"])
                continue
            proposal = max(fitting, key=lambda p: self._closeness(p, item))
            left.remove(proposal)
            self.counts["undated found"] += 1
            for what, right in (
                ("undated kind", kind_fits(proposal, item)),
                ("undated title", flat(item.get("title_contains", "")) in flat(proposal["title"])),
            ):
                self.counts[what] += right
                if not right:
                    self.say(name, f"wrong {what}", f"{proposal['kind']} {proposal['title']!r} for {item}")
        self.counts["undated beyond"] += len(left)
        for proposal in left:
            self.say(name, "undated beyond", f"{proposal['title']!r}")

    def _quotes(self, name: str, text: str, found: list[dict[str, Any]]) -> None:
        whole, lines = flat(text), text.splitlines()
        for proposal in found:
            self.counts["proposals"] += 1
            good = all(flat(quote) in whole for quote in proposal["quotes"])
            here = 1 <= proposal["line"] <= len(lines)
            self.counts["quoted"] += good and here
            if not (good and here):
                self.say(name, "no exact quote", proposal["quote"])

    def lines(self) -> list[str]:
        count = self.counts
        answered = count["dated"] - count["tolerated"]
        rows = [
            ("dated recall", count["found"], count["expected"]),
            ("dated precision", count["found"], answered),
            *((f"{what} right", count[what], count["found"]) for what in
              ("kind", "title", "end", "precision", "deadline", "recurs", "time", "end_time", "quote")),
            ("undated recall", count["undated found"], count["undated expected"]),
            ("undated kind right", count["undated kind"], count["undated found"]),
            ("undated title right", count["undated title"], count["undated found"]),
            ("quotes exact", count["quoted"], count["proposals"]),
        ]  # fmt: skip
        shown = [f"{what:<22}{share(part, whole)}  {part}/{whole}" for what, part, whole in rows]
        return [
            *shown,
            f"on forbidden dates    {count['forbidden']}",
            f"undated beyond        {count['undated beyond']}",
        ]


def share(part: int, whole: int) -> str:
    return f"{part / whole:6.3f}" if whole else "     –"


def score(folder: Path) -> Score:
    total = Score()
    for path in sorted(folder.glob("*.json")):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        total.add(path.stem, body_of(text), json.loads(path.read_text(encoding="utf-8")))
    return total


def main(arguments: list[str]) -> int:
    if not arguments or not Path(arguments[0]).is_dir():
        print("Cách dùng: score_plans.py THƯ_MỤC [--verbose]", file=sys.stderr)
        return 2
    total = score(Path(arguments[0]))
    print("\n".join(total.lines()))
    if "--verbose" in arguments:
        print("\n".join(total.complaints))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
