"""The command: runs the chosen measurements and prints them."""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

PARTS = ("startup", "feed", "planning", "delivery", "previews", "pages", "ticks", "history", "reading")


def main() -> None:
    from bench.stage import stages  # noqa: PLC0415 - found by the path above, however this file was started

    parser = argparse.ArgumentParser(prog="tests.bench", description="What the application costs, as ratios.")
    parser.add_argument("parts", nargs="*", default=PARTS, metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--db", choices=("sqlite", "postgresql", "both"), default="both")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    found = []
    with stages(options.db) as chosen:
        for part in options.parts:
            for stage in chosen:
                for line in importlib.import_module(f"bench.{part}").run(stage):
                    found.append(line)
                    if not options.json:
                        show(line, first=len(found) == 1)
    if options.json:
        print(json.dumps([line.to_json() for line in found], ensure_ascii=False, indent=1))
    sys.exit(any(line.holds is False for line in found))


def show(line, *, first: bool) -> None:
    if first:
        print(f"{'work':34}{'database':12}{'ours':>12}{'reference':>12}  {'unit':10}{'ratio':>9}  target")
    target = f"<= {line.at_most:g}" if line.at_most is not None else f">= {line.at_least or 0:g}"
    if line.holds is None:
        target = "-"
    mark = {True: "ok", False: "MISSED", None: ""}[line.holds]
    ours, reference = (f"{value:,.3f}" if value < 100 else f"{value:,.0f}" for value in (line.ours, line.reference))
    print(
        f"{line.what:34}{line.backend:12}{ours:>12}{reference:>12}  {line.unit:10}{line.ratio:>9.2f}  {target} {mark}"
        f"  {line.note}",
        flush=True,
    )


if __name__ == "__main__":
    main()
