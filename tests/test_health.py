"""Alive and ready: red when something is wrong, green again after, and silent about the agency."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text, update

from campaign import create_app, schema
from campaign.errors import ConfigurationError
from campaign.models import Heartbeat
from campaign.scheduler import Clockwork


@pytest.fixture
def beaten(config, database, now):
    """The clock has just ticked."""
    with database.write() as session:
        session.add(Heartbeat(name="plan", at=now))


def checks(client):
    answer = client.get("/readyz")
    found = answer.json["checks"]
    assert answer.json["ready"] == all(found.values()) == (answer.status_code == 200)
    return {name for name, good in found.items() if not good}


def test_healthy_house_is_ready(client, beaten):
    assert checks(client) == set()
    assert client.get("/healthz").data == b"ok\n"


def test_clock_that_never_ticked_is_not_ready(client):
    assert checks(client) == {"clock"}


@pytest.mark.parametrize(("late", "red"), [(29, False), (31, True), (-29, False), (-31, True)])
def test_clock_that_stopped_or_is_ahead_turns_red(client, database, now, beaten, late, red):
    with database.begin() as connection:
        connection.execute(update(Heartbeat).values(at=now - timedelta(seconds=late)))
    assert checks(client) == ({"clock"} if red else set())


def test_next_tick_turns_it_green_again(client, config, database, now, beaten):
    with database.begin() as connection:
        connection.execute(update(Heartbeat).values(at=now - timedelta(hours=1)))
    assert checks(client) == {"clock"}
    Clockwork(config, database, None, None, lambda: now).record_heartbeat("plan")
    assert checks(client) == set()


def test_old_schema_is_not_ready(client, database, beaten):
    with database.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'old'"))
    assert checks(client) == {"schema"}


def test_database_that_only_claims_the_newest_version_is_not_ready(client, database, beaten):
    """A migration was once rewritten in place: such a database called itself newest, and all was said to be fine."""
    with database.begin() as connection:
        connection.execute(text("ALTER TABLE member DROP COLUMN left_at"))
    assert checks(client) == {"schema"}
    with pytest.raises(ConfigurationError, match=r"không đúng với phiên bản ấy \(member.left_at\)"):
        schema.verify(database)


def test_schema_is_compared_only_after_it_changed(client, database, beaten, queries):
    client.get("/readyz")
    with queries() as seen:
        client.get("/readyz")
    assert len(seen) < 20


def test_index_of_an_administrator_is_no_difference(client, database, beaten):
    with database.begin() as connection:
        connection.execute(text("CREATE INDEX ix_mine ON member (name)"))
        connection.execute(text("CREATE TABLE of_another_program (id integer)"))
    assert checks(client) == set()


def test_job_that_fails_is_not_ready_until_it_succeeds(client, config, database, now, beaten):
    """The reminders of changed rules were not planned for weeks, while readiness looked at another job's beat."""
    clockwork = Clockwork(config, database, None, None, lambda: now)
    troubles = [ValueError("no such column")]

    def replan():
        if troubles:
            raise troubles.pop()

    tick = clockwork.guarded(replan)
    tick()
    assert checks(client) == {"jobs"}
    tick()
    assert checks(client) == set()


def test_database_that_is_gone_is_not_ready_but_the_process_lives(client, config, database, beaten, request, backend):
    database.dispose()
    if backend == "sqlite":
        path = config.folder / "campaign.db"
        path.rename(config.folder / "gone.db")
        (config.folder / "campaign.db").mkdir()
    else:
        request.getfixturevalue("cluster").drop(database.url.database)
    assert {"database", "clock", "jobs"} <= checks(client)
    assert client.get("/healthz").status_code == 200


@pytest.mark.requirement("S46")
def test_answers_tell_nothing_of_the_agency(client, beaten):
    assert client.get("/readyz").json.keys() == {"ready", "checks"}
    assert set(client.get("/readyz").json["checks"]) == {"database", "schema", "clock", "jobs", "disk"}


def test_asking_changes_nothing(client, database, beaten, queries):
    with queries() as seen:
        client.get("/readyz")
    assert seen.of("INSERT") + seen.of("UPDATE") + seen.of("DELETE") == []


def test_silent_mail_server_leaves_the_house_ready(config, database, now, beaten):
    from dataclasses import replace  # noqa: PLC0415

    from campaign.config import Mail  # noqa: PLC0415

    app = create_app(replace(config, mail=Mail(server="127.0.0.1", port=9)), database, now=lambda: now)
    assert app.test_client().get("/readyz", base_url="https://lich.example.org").status_code == 200
