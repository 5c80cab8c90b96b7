"""Writes the next migration from the difference between the models and the migrations so far.

    python -m campaign.migrations.make "Members may have a phone number"

Read what was written before committing it: a renamed column, for one, looks like a dropped and a new one, and the
triggers of a table that is copied on SQLite are lost. A migration never changes once it has landed; its hash is in
``versions/sha256sums``, which ``--hash`` brings up to date while the newest one is still being written.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic import command

from campaign import migrate, places, schema
from campaign.db import Database

VERSIONS = places.migrations() / "versions"


def make(message: str, database: Database) -> Path:
    """The new file in ``versions``; ``database`` is an empty one to try the migrations so far on."""
    number = int(schema.head()) + 1
    with database.begin() as connection:
        config = migrate.configuration(connection)
        command.upgrade(config, "head")
        config.set_section_option("post_write_hooks", "hooks", "ruff")
        config.set_section_option("post_write_hooks", "ruff.type", "module")
        config.set_section_option("post_write_hooks", "ruff.module", "ruff")
        config.set_section_option("post_write_hooks", "ruff.options", "format REVISION_SCRIPT_FILENAME")
        command.revision(config, message, autogenerate=True, rev_id=f"{number:04}")
    written = next(VERSIONS.glob(f"{number:04}_*.py"))
    lines = written.read_text(encoding="utf-8").splitlines(keepends=True)
    written.write_text("".join(line for line in lines if "# ###" not in line), encoding="utf-8")
    return written


def hash_newest() -> None:
    """Write the newest migration's hash into the list, in the format of ``sha256sum``."""
    newest = max(VERSIONS.glob("[0-9]*.py"))
    listed = (VERSIONS / schema.HASHES).read_text(encoding="utf-8").splitlines()
    kept = [line for line in listed if line.partition("  ")[2] != newest.name]
    kept.append(f"{hashlib.sha256(newest.read_bytes()).hexdigest()}  {newest.name}")
    (VERSIONS / schema.HASHES).write_text("\n".join(kept) + "\n", encoding="utf-8")


def main() -> None:
    message = " ".join(sys.argv[1:])
    if not message:
        sys.exit(__doc__)
    if message != "--hash":
        with TemporaryDirectory() as folder:
            database = Database(f"sqlite:///{folder}/empty.db")
            database.create_file()
            print(make(message, database))
            database.dispose()
    hash_newest()


if __name__ == "__main__":
    main()
