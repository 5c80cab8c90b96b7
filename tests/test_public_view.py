"""What the public never sees: internal events; meeting link, contact and preparation of the others."""

from __future__ import annotations

import importlib.util
from datetime import date, time

import pytest
from support import rows
from support.source import ROOT

from campaign import create_app
from campaign.audit import PROGRAM, Act
from campaign.calendar import changes, personal
from campaign.calendar.agency import UnitOfWork
from campaign.models import Event, Member
from tests.conftest import Visitor

LINK = "https://hop.example.org/phong-kin-4711"
PRIVATE = {"online_url": LINK, "contact": "đ/c Bí Mật, máy lẻ 4711", "preparation": "Mang, theo\nbản mật; 4711"}
PAGES = ("/", "/years/2027", "/months/2027/3", "/subscribe", "/calendars/all.ics", "/calendars/all.ics?kind=seminar")


@pytest.fixture
def app(config, database, now):
    application = create_app(config, database, now=lambda: now)
    application.test_client_class = Visitor
    return application


def published(database, config, now, **values):
    with database.write() as session:
        house = rows.agency(session, config)
        return rows.event(session, house, now, date(2027, 3, 8), start=time(14), end=time(16, 30), **values)


def seen(client, *uids):
    """Everything that anybody may open, unfolded."""
    addresses = [*PAGES, *(f"/events/{uid}{ending}" for uid in uids for ending in ("", ".ics"))]
    return "".join(client.get(address).text.replace("\r\n ", "") for address in addresses)


def own_feed(client, database, now):
    with database.write() as session:
        token = personal.make_token(Act(session, now, PROGRAM), rows.members(session, 1, now)[0])
    return client.get(f"/feeds/{token}.ics").text.replace("\r\n ", "")


@pytest.mark.requirement("S29", "S59")
def test_link_contact_and_preparation_are_only_for_those_who_are_invited(client, database, config, now) -> None:
    event = published(database, config, now, title="Tọa đàm mở", description="Chương trình", **PRIVATE)
    public = seen(client, event.uid)
    assert "Tọa đàm mở" in public
    assert "Chương trình" in public
    assert [word for word in ("4711", "hop.example.org", "Bí Mật", "Chuẩn bị", "Liên hệ:") if word in public] == []
    own = own_feed(client, database, now)
    assert f"CONFERENCE;VALUE=URI:{LINK}" in own
    assert "Chuẩn bị: Mang\\, theo\\nbản mật\\; 4711" in own
    assert "Liên hệ: đ/c Bí Mật\\, máy lẻ 4711" in own


@pytest.mark.requirement("S29", "S59")
def test_internal_event_is_on_no_public_page_and_in_no_public_feed(client, database, config, now) -> None:
    whole = published(database, config, now, title="Đợt kiểm tra kín", kind="campaign", internal=True)
    part = published(database, config, now, title="Buổi họp mở", part_of_id=whole.id)
    inner = published(database, config, now, title="Buổi họp kín", part_of_id=whole.id, internal=True)
    public = seen(client, part.uid)
    assert "Buổi họp mở" in public
    assert "kín" not in public
    for uid in (whole.uid, inner.uid):
        assert client.get(f"/events/{uid}").status_code == 404
        assert client.get(f"/events/{uid}.ics").status_code == 404
    own = own_feed(client, database, now)
    assert own.count("kín") >= 2
    assert f"/events/{inner.uid}" not in own


def test_event_that_becomes_internal_leaves_the_feed_at_once(client, database, config, now) -> None:
    event = published(database, config, now, title="Tọa đàm")
    before = client.get("/calendars/all.ics")
    with database.write() as session:
        stored = session.get_one(Event, event.id)
        stored.internal = True
        changes.rebuild(UnitOfWork(session, now, PROGRAM, rows.agency(session, config)), stored)
    after = client.get("/calendars/all.ics", headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200
    assert "Tọa đàm" not in after.text


def test_changed_preparation_makes_new_content_for_mails_that_wait(database, config, now) -> None:
    event = published(database, config, now)
    with database.write() as session:
        stored = session.get_one(Event, event.id)
        before = stored.sequence
        stored.preparation = "Mang sổ"
        changes.rebuild(UnitOfWork(session, now, PROGRAM, rows.agency(session, config)), stored)
        assert stored.sequence == before + 1


@pytest.mark.parametrize(
    "fields", [{}, PRIVATE, {**PRIVATE, "description": "Dòng một,\nhai " + "ă" * 90}, {"contact": "A"}]
)
@pytest.mark.parametrize("rule", ["", "FREQ=YEARLY"])
def test_upgrade_gives_stored_events_the_public_text_that_is_written_today(database, config, now, fields, rule) -> None:
    event = published(database, config, now, rule=rule, speakers=["Bà Lê, Thị B"], recipient="UBND", **fields)
    versions = ROOT / "campaign/migrations/versions"
    spec = importlib.util.spec_from_file_location("step", versions / "0006_internal_events.py")
    step = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(step)
    with database.read() as session:
        stored = session.get_one(Event, event.id)
        labels = {"Chuẩn bị": "preparation", "Liên hệ": "contact", "Tham gia trực tuyến": "online_url"}
        private = {label: getattr(stored, name) for label, name in labels.items()}
        assert step.without(stored.component, private) == stored.public_component


def test_members_keep_their_mails_about_internal_events(database, config, now) -> None:
    with database.write() as session:
        people = rows.members(session, 2, now)
        house = rows.agency(session, config, "3 working days before")
        rows.event(session, house, now, date(2027, 3, 8), start=time(14), end=time(16), internal=True)
        assert session.get_one(Member, people[0].id).is_active
    assert rows.plan(database, now.replace(month=3, day=4)) == 2
