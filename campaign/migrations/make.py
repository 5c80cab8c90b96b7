"""Writes the next step from the difference between the models and the steps so far.

    python -m campaign.migrations.make "Members may have a telephone number"
    python -m campaign.migrations.make --first

``--first`` writes the first step anew from the models; only while no release has gone out, since a step that somebody
has run must never change. Read what was written before committing it: a renamed column, for one, looks like a dropped
and a new one.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic import command
from alembic.autogenerate import renderers
from alembic.autogenerate.api import AutogenContext
from alembic.operations.ops import MigrateOperation, MigrationScript

from campaign import migrate, places
from campaign.db import Database
from campaign.models.history import GUARDS

VERSIONS = places.migrations() / "versions"


def make(message: str, database: Database, *, first: bool) -> Path:
    """The new file in ``versions``; ``database`` is an empty one to try the steps so far on."""
    if first:
        for step in VERSIONS.glob("*.py"):
            step.unlink()
    number = len(list(VERSIONS.glob("*.py"))) + 1
    with database.begin() as connection:
        config = migrate.configuration(connection)
        config.attributes["batch"] = not first  # a new table needs no detour on SQLite
        command.upgrade(config, "head")
        config.set_section_option("post_write_hooks", "hooks", "ruff")
        config.set_section_option("post_write_hooks", "ruff.type", "module")
        config.set_section_option("post_write_hooks", "ruff.module", "ruff")
        config.set_section_option("post_write_hooks", "ruff.options", "format REVISION_SCRIPT_FILENAME")
        command.revision(
            config,
            message,
            autogenerate=True,
            rev_id=f"{number:04}",
            process_revision_directives=_guard if first else None,
        )
    written = next(VERSIONS.glob(f"{number:04}_*.py"))
    lines = written.read_text(encoding="utf-8").splitlines(keepends=True)
    written.write_text("".join(line for line in lines if "# ###" not in line), encoding="utf-8")
    return written


class GuardHistory(MigrateOperation):
    """The triggers of the history table, which autogeneration does not see. A table copied on SQLite loses them."""


@renderers.dispatch_for(GuardHistory)
def _render(_context: AutogenContext, _operation: GuardHistory) -> list[str]:
    pairs = (dict(zip(GUARDS, statements, strict=True)) for statements in zip(*GUARDS.values(), strict=True))
    return [f"op.execute({pair!r}[op.get_bind().dialect.name])" for pair in pairs]


def _guard(_context: object, _revision: object, directives: list[MigrationScript]) -> None:
    upgrade = directives[0].upgrade_ops
    assert upgrade
    upgrade.ops.append(GuardHistory())


def main() -> None:
    first = sys.argv[1:] == ["--first"]
    message = "First schema" if first else " ".join(sys.argv[1:])
    if not message:
        sys.exit(__doc__)
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/empty.db")
        print(make(message, database, first=first))
        database.dispose()


if __name__ == "__main__":
    main()
