"""Trains the reader's model and measures it, from the folder that holds ``tests``:

    python -m tests.reader_model train [FOLDER OF TEXTS …]      writes campaign/reading/model/weights.json.gz
    python -m tests.reader_model evaluate [FOLDER OF TEXTS …]   the table, cross-validated over whole documents

Texts are looked for in the folders and in ``tests/plans``; a text without a label file or an answer is left out.
Training needs ``python-crfsuite``, which nothing else does: ``pip install python-crfsuite``.
"""

from __future__ import annotations

import json
import random
import re
import sys
import tempfile
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from campaign.reading.marks import Places
from campaign.reading.model import chain
from campaign.reading.model.chain import KEEP, Chain
from campaign.reading.reader import outlined, read
from campaign.reading.text import normalised
from campaign.reading.values import Proposal

from .labels import label
from .score_plans import Score, share

FOLDS = 5
SENTENCES = 2
"""How often each single sentence counts."""
WEIGHTS = Path(chain.__file__).with_name("weights.json.gz")
LABELS, PLANS = Path(__file__).parent / "labels", Path(__file__).parent / "plans"
SETTINGS = {"c1": 0.3, "c2": 0.6, "max_iterations": 80, "feature.minfreq": 2}
NO, MAYBE = "no", "maybe"
"""Of a document with answers only: a clause that is nothing to keep, and one that may be."""
DUTIES = {"duty_dated": "duty", "duty_undated": "duty"}

Span = tuple[int, int]


@dataclass
class Item:
    """Something to keep: where its words and its paragraphs stand, and whether it has a time."""

    spans: list[Span] = field(default_factory=list)
    dated: bool = False

    def overlaps(self, span: Span) -> bool:
        return any(start < span[1] and span[0] < end for start, end in self.spans)


@dataclass
class Plan:
    """One document with the features of its clauses, and what is known about each."""

    name: str
    text: str
    clauses: list[Span]
    features: list[list[str]]
    roles: list[str]
    items: list[Item]
    answers: dict[str, Any] | None
    has_roles: bool = False
    """Whether it has line labels: more is known of its clauses than whether they are kept."""


def plans(folders: list[Path]) -> list[Plan]:
    """Every document that has labels or answers, in the order of names."""
    found = [
        plan
        for folder in folders
        for path in sorted(folder.glob("*.txt"))
        for plan in _plan(path, LABELS / f"{path.stem}.tsv", path.with_suffix(".json"))
    ]
    random.Random(1).shuffle(found)
    return found


def _plan(path: Path, labels: Path, answers: Path) -> Iterator[Plan]:
    text, skipped = normalised(path.read_text(encoding="utf-8")), 0
    if text.startswith("# source:"):
        text, skipped = text.split("\n", 1)[1], 1
    known = json.loads(answers.read_text(encoding="utf-8")) if answers.exists() else None
    if not labels.exists() and known is None:
        return
    whole = outlined(text)
    spans = [(clause.start, clause.end) for clause in whole.clauses]
    if labels.exists():
        roles, items = _by_labels(text, spans, label.load(labels), skipped)
    else:
        roles, items = _by_answers(text, spans, known or {})
    yield Plan(path.stem, text, spans, whole.features, roles, items, known, labels.exists())


# What is known about a document


@dataclass
class _Paragraph:
    start: int
    end: int
    role: str
    keep: bool
    titles: list[list[Span]]

    def holds(self, parts: list[Span]) -> bool:
        return any(self.start <= start < self.end for start, _ in parts)


def _by_labels(text: str, clauses: list[Span], labels: list[label.Label], skipped: int) -> tuple[list[str], list[Item]]:
    found = _paragraphs(text, labels, skipped)
    starts = [one.start for one in found]
    roles = [_role(found[max(0, bisect_right(starts, span[0]) - 1)], span) if found else "other" for span in clauses]
    items: dict[object, Item] = {}
    for one in found:
        for parts in one.titles or [[(one.start, one.end)]] if one.keep else []:
            item = items.setdefault(tuple(parts), Item())
            item.spans += parts if one.holds(parts) else [*parts, (one.start, one.end)]
            item.dated = item.dated or one.role in ("duty_dated", "detail")
    return roles, list(items.values())


def _paragraphs(text: str, labels: list[label.Label], skipped: int) -> list[_Paragraph]:
    lines = text.split("\n")
    begins = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(line: int, offset: int) -> int:
        words = lines[line - 1 - skipped]
        return begins[line - 1 - skipped] + len(words) - len(words.lstrip()) + offset

    found: list[_Paragraph] = []
    for one in labels:
        if one.line <= skipped:
            continue
        end = begins[one.line - 1 - skipped] + len(lines[one.line - 1 - skipped].rstrip())
        titles = [
            [
                (place(*_point(a, one.line)), place(*_point(b, one.line)))
                for a, b in (p.split(":") for p in title.split("+"))
            ]
            for title in one.spans.split(";")
            if title
        ]
        if one.role == "continuation" and found:
            found[-1].end = end
            found[-1].titles += titles
            found[-1].keep = found[-1].keep or bool(one.keep)
        else:
            found.append(_Paragraph(place(one.line, 0), end, one.role, bool(one.keep), titles))
    return found


def _point(written: str, line: int) -> tuple[int, int]:
    offset, _, other = written.partition("@")
    return int(other or line), int(offset)


def _role(paragraph: _Paragraph, clause: Span) -> str:
    """The role of a clause: ``KEEP`` where the title of something kept stands in it, or opens its paragraph."""
    role = DUTIES.get(paragraph.role, paragraph.role)
    if not paragraph.keep:
        return role
    own = [parts for parts in paragraph.titles if paragraph.holds(parts)]
    if own:
        held = any(start < clause[1] and clause[0] < end for parts in own for start, end in parts)
        return KEEP if held else role
    return KEEP if clause[0] <= paragraph.start + 5 or not paragraph.titles else role


def _by_answers(text: str, clauses: list[Span], answers: dict[str, Any]) -> tuple[list[str], list[Item]]:
    places = Places(text)
    items = [Item([places.find(one["quote"], 1)], dated=True) for one in answers["expected"]]
    items += [Item([places.find(one["quote"], 1)]) for one in answers["undated"]]
    doubtful = Item([places.find(phrase, 1) for phrase in answers.get("tolerated", [])])
    roles = []
    for span in clauses:
        kept = any(item.overlaps(span) for item in items)
        roles.append(KEEP if kept else MAYBE if doubtful.overlaps(span) else NO)
    return roles, items


# Training


def sentences() -> list[Plan]:
    """The single sentences as documents with one clause that is known."""
    lines = (LABELS / "sentences.txt").read_text(encoding="utf-8").splitlines()
    return [_sentence(line[2:], KEEP if line[0] == "1" else NO) for line in lines if not line.startswith("#")]


def plan_of(*items: str) -> str:
    """The plan in which a sentence is read."""
    listed = "\n".join(f"- {item}" for item in items)
    return f"CÔNG ĐOÀN TRƯỜNG SƠN KHÊ\n\nKẾ HOẠCH\nHoạt động nữ công năm 2026\n\nI. NỘI DUNG\n{listed}\n"


def _sentence(line: str, role: str) -> Plan:
    text = plan_of(line)
    whole = outlined(text)
    spans = [(clause.start, clause.end) for clause in whole.clauses]
    roles = [NO, *[role] * (len(spans) - 1)]
    return Plan(line, text, spans, whole.features, roles, [], None)


def trained(known: list[Plan]) -> Chain:
    """A chain from the documents with labels; those with answers only get their other roles from a first chain."""
    known = [*known, *sentences() * SENTENCES]
    sequences = [(plan.features, plan.roles) for plan in known if plan.has_roles]
    rest = [plan for plan in known if not plan.has_roles]
    if rest:
        first = _fitted(sequences, {**SETTINGS, "max_iterations": 40})
        sequences += [(plan.features, _completed(first, plan)) for plan in rest]
    return _fitted(sequences, SETTINGS)


def _completed(first: Chain, plan: Plan) -> list[str]:
    """The roles of a document with answers: what is kept is known, the rest is the likeliest that does not keep."""
    at = first.labels.index(KEEP)
    completed = []
    for role, chances in zip(plan.roles, first.roles(plan.features), strict=True):
        others = [0 if i == at and role == NO else chance for i, chance in enumerate(chances)]
        completed.append(KEEP if role == KEEP else first.labels[others.index(max(others))])
    return completed


def _fitted(sequences: Iterable[tuple[list[list[str]], list[str]]], settings: dict[str, float]) -> Chain:
    import pycrfsuite  # noqa: PLC0415 - only who trains needs it

    trainer = pycrfsuite.Trainer(verbose=False)
    for features, roles in sequences:
        if features:
            trainer.append(features, roles)
    trainer.set_params(settings)
    with tempfile.NamedTemporaryFile(suffix=".crf") as file:
        trainer.train(file.name)
        tagger = pycrfsuite.Tagger()
        tagger.open(file.name)
        return _chain(tagger)


def _chain(tagger: Any) -> Chain:
    told = tagger.info()
    labels = tuple(sorted(told.labels))
    number = {name: i for i, name in enumerate(labels)}
    state: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for (name, role), weight in told.state_features.items():
        state[name].append((number[role], weight))
    moves = [[round(told.transitions.get((one, other), 0.0), 3) for other in labels] for one in labels]
    return Chain(labels, dict(state), tuple(map(tuple, moves)))


# Measuring


class Table:
    """Counts over documents: what was found of what is to be found, and how much of what is shown is right."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.answers = Score()

    def add(self, plan: Plan, proposals: list[Proposal]) -> None:
        shown = [one for one in proposals if one.is_likely]
        if plan.answers:
            self.answers.add_found(plan.name, plan.text, plan.answers, [one.to_json() for one in shown])
        if plan.has_roles:
            self._add_labelled(plan, shown)

    def _add_labelled(self, plan: Plan, shown: list[Proposal]) -> None:
        places = Places(plan.text)
        found: dict[bool, set[int]] = {True: set(), False: set()}
        for one in shown:
            dated = one.start is not None
            span = places.find(one.quote, one.line)
            hit = {i for i, item in enumerate(plan.items) if item.overlaps(span)}
            self.counts[f"{_word(dated)} shown"] += 1
            self.counts[f"{_word(dated)} right"] += bool(hit)
            found[dated] |= hit
        for i, item in enumerate(plan.items):
            got = i in found[True] or (not item.dated and i in found[False])
            self.counts[f"{_word(item.dated)} wanted"] += 1
            self.counts[f"{_word(item.dated)} found"] += got

    def lines(self) -> Iterator[str]:
        count = self.counts
        yield "documents with line labels"
        for word in ("dated", "undated"):
            yield f"  {word + ' recall':<20}{share(count[f'{word} found'], count[f'{word} wanted'])}"
            yield f"  {word + ' precision':<20}{share(count[f'{word} right'], count[f'{word} shown'])}"
        yield "documents with answers"
        yield from (f"  {line}" for line in self.answers.lines())


def _word(dated: bool) -> str:  # noqa: FBT001
    return "dated" if dated else "undated"


def evaluated(known: list[Plan]) -> Table:
    """The table of a model that has not seen the documents it is measured on."""
    table = Table()
    for fold in range(FOLDS):
        model = trained([plan for i, plan in enumerate(known) if i % FOLDS != fold])
        for plan in known[fold::FOLDS]:
            year = plan.answers.get("year") if plan.answers else None
            table.add(plan, list(read(plan.text, year=year, chain=model).proposals))
    return table


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in ("train", "evaluate"):
        sys.stderr.write(f"{__doc__}\n")
        return 2
    known = plans([*map(Path, arguments[1:]), PLANS])
    sys.stdout.write(f"{len(known)} documents, {sum(len(plan.clauses) for plan in known)} clauses\n")
    if arguments[0] == "train":
        WEIGHTS.write_bytes(chain.packed(trained(known)))
        sys.stdout.write(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size} bytes\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in evaluated(known).lines())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
