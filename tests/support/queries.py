"""Which SQL the code under test has sent, whatever engine it used."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

SETTINGS = ("PRAGMA", "BEGIN", "SET ", "SHOW ", "SAVEPOINT", "RELEASE", "ROLLBACK")


class Queries(list[str]):
    """The statements in their order, without those that open transactions and set options."""

    def of(self, word: str) -> list[str]:
        """Those that contain a word, such as a table's name or ``INSERT``."""
        return [statement for statement in self if word.casefold() in statement.casefold()]


@contextmanager
def counted() -> Iterator[Queries]:
    """``with queries() as seen: …; assert len(seen) == 3``."""
    seen = Queries()

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if not statement.lstrip().upper().startswith(SETTINGS):
            seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", note)
