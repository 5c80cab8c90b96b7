"""Search text of a row: its words without diacritics and case, written whenever the row is.

"toa dam" finds "Tọa đàm" and "Toạ đàm" with a plain LIKE, on both databases, without extensions.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from sqlalchemy import Text, event, inspect
from sqlalchemy.engine import Connection
from sqlalchemy.engine.default import DefaultExecutionContext
from sqlalchemy.orm import Mapped, Mapper, declared_attr, mapped_column

from campaign.dates.written import plain


class Searched:
    """A noun whose columns ``SEARCHED`` can be found by their words."""

    SEARCHED: ClassVar[tuple[str, ...]]

    @declared_attr
    def search_text(cls) -> Mapped[str]:  # noqa: N805 - SQLAlchemy calls it with the class
        names = cls.SEARCHED

        def first(context: DefaultExecutionContext) -> str:
            return folded(context.get_current_parameters(), names)  # type: ignore[no-untyped-call]

        return mapped_column(Text, default=first)


def folded(values: Mapping[str, Any], names: tuple[str, ...]) -> str:
    """The words of these columns, ready to be looked in."""
    parts = (values.get(name) or "" for name in names)
    return plain("\n".join(" ".join(map(str, part)) if isinstance(part, list) else str(part) for part in parts))


@event.listens_for(Searched, "before_update", propagate=True)
def follow(_mapper: Mapper[Any], _connection: Connection, row: Searched) -> None:
    """A change of the words changes what is found. Statements that write many rows at once give it themselves."""
    state = inspect(row)
    if any(state.attrs[name].history.has_changes() for name in row.SEARCHED):
        row.search_text = folded({name: getattr(row, name) for name in row.SEARCHED}, row.SEARCHED)
