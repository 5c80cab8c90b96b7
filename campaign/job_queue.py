"""The job queue of ``[engine] kind = "procrastinate"``: its schema, its state, and how a transaction wakes a worker.

A job carries no data: it says "drain a batch", and the rows of the outbox say what there is to do. So a job that is
lost, doubled or late changes nothing. procrastinate is an optional package and imported only where it is selected.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from campaign.config import Config
from campaign.db import Database, translated
from campaign.errors import ConfigurationError
from campaign.models import AccountMail

KIND = "procrastinate"
CLOCK, DELIVERY = "clock", "delivery"
"""The queues: delivery has slots of its own in every worker process, so that nothing waits for a large campaign."""
PARALLEL = ("deliver", "recover")
"""The jobs that several processes may run at once."""


def is_selected(config: Config) -> bool:
    return config.engine.kind == KIND


def refuse(config: Config) -> None:
    """Raises ``ConfigurationError`` where the engine is selected and cannot work."""
    if not is_selected(config):
        return
    if Database(config.database_url).is_sqlite:
        raise ConfigurationError("“procrastinate” cần PostgreSQL; với SQLite chỉ dùng được “embedded”.")
    try:
        _migrations()
    except ImportError:
        raise ConfigurationError("chưa cài procrastinate; hãy chạy: pip install 'campaign[procrastinate]'.") from None


def options(name: str) -> dict[str, Any]:
    """How the job of this name is queued. At most one of each waits; who waits for a link to sign in goes first."""
    return {
        "queue": DELIVERY if name == "deliver" else CLOCK,
        "queueing_lock": name,
        "lock": None if name in PARALLEL else name,
        "priority": 10 if name == "answer" else 0,
    }


def defer(connection: Connection, name: str, **when: Any) -> None:  # noqa: ANN401 - procrastinate's own words
    """Queue a job within the caller's transaction; a worker hears of it at the commit (LISTEN/NOTIFY)."""
    from procrastinate.exceptions import AlreadyEnqueued  # noqa: PLC0415 - an optional package

    driver = connection.connection.driver_connection
    job = _deferrer().configure_task(name, connection=driver, **options(name), **when)
    with suppress(AlreadyEnqueued), connection.begin_nested():
        job.defer()


def attach(database: Database) -> None:
    """From now on, a transaction that writes mails about accounts wakes a worker."""
    database.after_flush = _wake


def _wake(session: Session, _context: object) -> None:
    if any(isinstance(each, AccountMail) for each in session.new):
        defer(session.connection(), "answer")


@cache
def _deferrer() -> Any:  # noqa: ANN401 - an optional package
    """It has no connection of its own: each job goes through that of a transaction."""
    from procrastinate import App, SyncPsycopgConnector  # noqa: PLC0415 - as above

    return App(connector=SyncPsycopgConnector())


# --- the schema: procrastinate's own files; the comment on its first table names the last one that was applied ---


def is_current(config: Config, database: Database) -> bool:
    """Whether the tables are those of the installed procrastinate; True where it is not selected."""
    if not is_selected(config):
        return True
    with translated(), database.engine.connect() as connection:
        return _version(connection) == _migrations()[-1].stem


def check(config: Config, database: Database) -> None:
    """Raises ``ConfigurationError`` unless ``is_current``."""
    if not is_current(config, database):
        raise ConfigurationError(
            "Hàng đợi procrastinate chưa có hoặc chưa đúng phiên bản; hãy chạy “campaign migrate”."
        )


def migrate(connection: Connection) -> None:
    """Make the tables, or apply the next migration: a transaction each, for a new value of an ENUM needs a commit.

    Raises ``ConfigurationError`` for tables that are not ours or come from a newer procrastinate.
    """
    from procrastinate.schema import SchemaManager  # noqa: PLC0415 - as above

    files, version = _migrations(), _version(connection)
    names = [each.stem for each in files]
    if version is None:
        script, version = SchemaManager.get_schema(), names[-1]
    elif version in names[:-1]:
        following = files[names.index(version) + 1]
        script, version = following.read_text(encoding="utf-8"), following.stem
    else:
        raise ConfigurationError(
            "Bảng procrastinate_jobs không do bản campaign này tạo ra (“{version}”); "
            "hãy cập nhật procrastinate, hoặc chọn một cơ sở dữ liệu khác.",
            version=version,
        )
    driver: Any = connection.connection.driver_connection
    driver.execute(script)
    connection.exec_driver_sql(f"COMMENT ON TABLE procrastinate_jobs IS '{version}'")


def _version(connection: Connection) -> str | None:
    """None: there are no tables. Empty: they were made by somebody else."""
    question = "SELECT coalesce(obj_description(oid), '') FROM pg_class WHERE oid = to_regclass('procrastinate_jobs')"
    found: str | None = connection.scalar(text(question))
    return found


@cache
def _migrations() -> list[Path]:
    """The files of the installed procrastinate, oldest first."""
    from procrastinate.schema import SchemaManager  # noqa: PLC0415 - as above

    return sorted(Path(SchemaManager.get_migrations_path()).glob("*.sql"))
