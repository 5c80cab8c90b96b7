"""Checks and counts the line labels: ``python -m tests.labels.label [FOLDER OF TEXTS …]``.

Texts are looked for by name in the folders given and in ``tests/plans``; without its text a label is only counted.
"""

from __future__ import annotations

import hashlib
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
_ROLES = """letterhead number_date title legal_basis heading duty_dated duty_undated continuation slogan rule_criterion
topic body_text table_header table_row signature recipients appendix_title detail other"""
ROLES = frozenset(_ROLES.split())
_KINDS = "campaign commemoration seminar training visit activity meeting review report award"
KINDS = frozenset(_KINDS.split())
_POINT = r"\d+(?:@\d+)?"
_SPANS = re.compile(rf"(?:{_POINT}:{_POINT}[+;]?)*")


class Label(NamedTuple):
    line: int
    digest: str
    role: str
    level: int
    keep: bool | None
    kind: str
    spans: str

    def titles(self, lines: list[str]) -> list[str]:
        return [" ".join(self._cut(p, lines) for p in title.split("+")) for title in self.spans.split(";") if title]

    def _cut(self, part: str, lines: list[str]) -> str:
        (first, start), (last, end) = ((int(row or self.line), int(at)) for at, _, row in
                                       (point.partition("@") for point in part.split(":")))  # fmt: skip
        rows = [lines[number - 1] for number in range(first, last + 1)]
        rows[-1] = rows[-1][:end]
        rows[0] = rows[0][start:]
        return " ".join(" ".join(rows).replace("*", "").split())


def lines_of(path: Path) -> list[str]:
    return [unicodedata.normalize("NFC", line).strip() for line in path.read_text(encoding="utf-8").splitlines()]


def digest(line: str) -> str:
    return hashlib.sha256(line.encode()).hexdigest()[:12]


def load(path: Path) -> list[Label]:
    return [_label(row.split("\t")) for row in path.read_text(encoding="utf-8").splitlines()]


def _label(cells: list[str]) -> Label:
    number, mark, role, keep, kind, spans = cells
    name, _, level = role.partition(":")
    return Label(int(number), mark, name, int(level or 0), None if not keep else keep == "1", kind, spans)


def complaints(labels: list[Label], lines: list[str] | None) -> Iterator[str]:
    if lines is not None and [label.line for label in labels] != [i for i, line in enumerate(lines, 1) if line]:
        yield "not every line that holds something has one label"
        return
    for label in labels:
        if label.role not in ROLES or label.kind not in KINDS | {""} or not _SPANS.fullmatch(label.spans):
            yield f"line {label.line}: unknown role, kind or form of span"
        elif label.keep and not label.kind:
            yield f"line {label.line}: kept without a kind"
        elif lines is not None and digest(lines[label.line - 1]) != label.digest:
            yield f"line {label.line}: another text"
        elif lines is not None and label.spans and not all(label.titles(lines)):
            yield f"line {label.line}: an empty title"


def kappa(pairs: list[tuple[object, object]]) -> float:
    """Cohen's kappa of two raters; 1.0 where both gave one and the same answer throughout."""
    firsts, seconds = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(firsts[value] * seconds[value] for value in firsts) / len(pairs) ** 2
    same = sum(a == b for a, b in pairs) / len(pairs)
    return 1.0 if chance == 1 else (same - chance) / (1 - chance)


def agreement(names: list[str]) -> Iterator[str]:
    both = [pair for name in names for pair in zip(load(HERE / name), load(HERE / "second" / name), strict=True)]
    both = [pair for pair in both if {pair[0].role, pair[1].role} != {"continuation"}]
    yield f"two passes: {len(names)} documents, {len(both)} paragraphs; kappa"
    yield f"  all roles       {kappa([(a.role, b.role) for a, b in both]):6.2f}"
    for role, count in Counter(a.role for a, _ in both).most_common():
        yield f"  {role:<16}{kappa([(a.role == role, b.role == role) for a, b in both]):6.2f}  ({count})"
    judged = [(bool(a.keep), bool(b.keep)) for a, b in both if a.keep is not None or b.keep is not None]
    yield f"  keep            {kappa(list(judged)):6.2f}  ({len(judged)} that either pass judged)"


def main(folders: list[Path]) -> int:
    roles: Counter[str] = Counter()
    wrong = 0
    for path in (files := sorted(HERE.glob("[0-9]*.tsv"))):
        text = next((f / f"{path.stem}.txt" for f in folders if (f / f"{path.stem}.txt").exists()), None)
        labels = load(path)
        for complaint in complaints(labels, lines_of(text) if text else None):
            wrong += 1
            sys.stdout.write(f"{path.stem}: {complaint}\n")
        roles.update(label.role for label in labels)
        roles.update(f"  {label.role} kept" for label in labels if label.keep)
    sys.stdout.write(f"{len(files)} documents, {sum(n for role, n in roles.items() if role in ROLES)} lines\n")
    sys.stdout.writelines(f"{role:<22}{count:6}\n" for role, count in roles.most_common())
    twice = sorted(path.name for path in (HERE / "second").glob("*.tsv"))
    sys.stdout.writelines(f"{line}\n" for line in (agreement(twice) if twice else ()))
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main([*map(Path, sys.argv[1:]), HERE.parent / "plans"]))
