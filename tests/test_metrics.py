"""``/metrics``: what a watcher reads of the outbox, who may, and that nobody is named."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from support import rows

from campaign import __version__, create_app, schema
from campaign.calendar.planning import plan_due
from campaign.models import Heartbeat
from campaign.sending import channel
from campaign.web import requestlog

SITE = "https://lich.example.org"
LINE = re.compile(r'(campaign_\w+)(\{\w+="[^"]+"(,\w+="[^"]+")*\})? ([0-9.e+-]+)')


def measures(client):
    answer = client.get("/metrics", base_url=SITE)
    assert answer.status_code == 200
    assert answer.mimetype == "text/plain"
    lines = [line for line in answer.text.splitlines() if not line.startswith("#")]
    assert all(LINE.fullmatch(line) for line in lines)
    return {line.rpartition(" ")[0]: float(line.rpartition(" ")[2]) for line in lines}


@pytest.fixture
def due(database, config, now):
    """Two mails that should have left ninety seconds ago."""
    with database.write() as session:
        rows.members(session, 2, now)
        house = rows.agency(session, config, "2 hours before")
        day = (now + timedelta(days=7)).date()
        event = rows.event(session, house, now, date(day.year, day.month, day.day), start=time(14), end=time(16))
        moment = rows.reminders(session, event.id)[0].due_at
    with database.begin() as connection:
        assert plan_due(connection, now=moment, id_suffix=".x@example.org>") == 2
    return moment + timedelta(seconds=90)


def test_waiting_mails_are_counted_and_their_age_said(config, database, due):
    found = measures(create_app(config, database, now=lambda: due).test_client())
    assert found['campaign_messages{state="pending"}'] == found["campaign_messages_due"] == 2
    assert found["campaign_oldest_due_seconds"] == 90
    assert found['campaign_messages{state="sent"}'] == found["campaign_mail_held"] == found["campaign_mail_paused"] == 0


def test_held_and_paused_mail_and_a_clock_that_stopped_are_seen(client, database, now):
    with database.begin() as connection:
        channel.pause(connection, channel.MAIL, now=now, reason="421")
        channel.hold(connection, now=now, by="Lan")
    with database.write() as session:
        session.add(Heartbeat(name="plan", at=now - timedelta(hours=1)))
    found = measures(client)
    assert found["campaign_mail_held"] == found["campaign_mail_paused"] == 1
    assert found["campaign_tick_age_seconds"] == 3600


@pytest.mark.requirement("S28")
def test_metrics_name_nobody(config, database, due):
    text = create_app(config, database, now=lambda: due).test_client().get("/metrics", base_url=SITE).text
    assert "@" not in text
    assert text.isascii()


@pytest.mark.requirement("S46")
@pytest.mark.parametrize(
    ("allowed", "address", "status"),
    [
        (("127.0.0.1", "::1"), "127.0.0.1", 200),
        (("127.0.0.1", "::1"), "::1", 200),
        (("127.0.0.1", "::1"), "::ffff:127.0.0.1", 200),
        (("127.0.0.1", "::1"), "203.0.113.9", 404),
        (("127.0.0.1", "::1"), "", 404),
        (("10.0.0.0/8",), "10.1.2.3", 200),
        (("10.0.0.0/8",), "127.0.0.1", 404),
        ((), "127.0.0.1", 404),
    ],
)
def test_metrics_are_for_the_configured_addresses(config, database, now, allowed, address, status):
    server = replace(config.server, metrics=allowed)
    client = create_app(replace(config, server=server), database, now=lambda: now).test_client()
    assert client.get("/metrics", base_url=SITE, environ_overrides={"REMOTE_ADDR": address}).status_code == status


def test_metrics_name_the_build_and_measure_requests(app, database):
    requestlog.init(app)
    client = app.test_client()
    client.get("/healthz", base_url=SITE)
    client.get("/khong-co", base_url=SITE)
    text = client.get("/metrics", base_url=SITE).text
    assert f'campaign_build_info{{schema="{schema.head()}",version="{__version__}"}} 1.0' in text
    assert 'campaign_http_request_seconds_count{method="GET",status="4xx"}' in text


def test_health_is_answered_on_this_machine_by_whatever_of_its_names(app):
    """A watcher on the server asked 127.0.0.1 and was refused, for the site has another name."""
    for host in ("127.0.0.1:8000", "localhost"):
        assert app.test_client().get("/healthz", base_url=f"http://{host}").status_code == 200
