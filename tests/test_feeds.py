"""Feeds over HTTP and what is in them: bytes that change only when a reader could see a change."""

from __future__ import annotations

import gzip
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import select
from support import rows
from werkzeug.http import http_date

from campaign import create_app
from campaign.audit import PROGRAM, Act, Author
from campaign.calendar import changes, feeds, personal
from campaign.calendar.agency import UnitOfWork
from campaign.dates.lead import Lead
from campaign.models import Calendar, Event, Member
from tests.conftest import Visitor
from tests.ical.readers import READERS

ALL = "/calendars/all.ics"
HOME = "Asia/Ho_Chi_Minh"
LATER = timedelta(days=1)


WHILE = timedelta(days=10)
"""How long after ``now`` the pages are asked for."""


@pytest.fixture
def app(config, database, now):
    application = create_app(config, database, now=lambda: now + WHILE)
    application.test_client_class = Visitor
    return application


def settled(database, config, event_id, change, *, at):
    """One change to one event, and all that follows from it."""
    with database.write() as session:
        event = session.get_one(Event, event_id)
        change(session, event)
        changes.rebuild(UnitOfWork(session, at, PROGRAM, rows.agency(session, config)), event)


@pytest.fixture
def year(database, config, now):
    """A seminar, a yearly day, a weekly series, a draft; their ids."""
    with database.write() as session:
        house = rows.agency(session, config)
        seminar = rows.event(session, house, now, date(2027, 3, 8), start=time(14), end=time(16, 30), title="Tọa đàm")
        day = rows.event(
            session, house, now, date(2027, 10, 20), rule="FREQ=YEARLY", title="Ngày 20/10", kind="commemoration"
        )
        weekly = rows.event(
            session,
            house,
            now,
            date(2027, 3, 2),
            start=time(9),
            end=time(10),
            rule="FREQ=WEEKLY;COUNT=4",
            title="Giao ban",
            kind="meeting",
        )
        rows.draft(session, now, date(2027, 5, 1), title="Nháp")
        return seminar.id, day.id, weekly.id


# HTTP


def test_two_gets_without_a_change_give_equal_bytes(client, year):
    first, second = client.get(ALL), client.get(ALL)
    assert first.status_code == 200
    assert first.content_type == "text/calendar; charset=utf-8"
    assert first.data == second.data
    assert first.headers["ETag"] == second.headers["ETag"]
    assert first.headers["Last-Modified"] == second.headers["Last-Modified"]
    assert first.data.count(b"BEGIN:VEVENT") == 3


def test_two_processes_give_equal_bytes_and_tags(client, app, year):
    first = client.get(ALL)
    with app.extensions["campaign"].database.read() as session:
        selection = feeds.public(session.connection(), "all", config=app.extensions["campaign"].config)
        other = feeds.build(session.connection(), selection)
    assert first.data == other.body
    assert first.headers["ETag"] == f'"{other.etag}"'


@pytest.mark.parametrize(
    "known",
    ["{}", "W/{}", '"other", {}', "*"],
)
def test_known_version_is_not_sent_again(client, year, known):
    tag = client.get(ALL).headers["ETag"]
    answer = client.get(ALL, headers={"If-None-Match": known.format(tag)})
    assert (answer.status_code, answer.data) == (304, b"")
    assert answer.headers["ETag"] == tag
    assert "Content-Length" not in answer.headers


def test_unknown_version_is_sent_whatever_the_date_says(client, year, now):
    headers = {"If-None-Match": '"other"', "If-Modified-Since": http_date(now + LATER)}
    assert client.get(ALL, headers=headers).status_code == 200


@pytest.mark.parametrize(
    ("since", "status"),
    [(timedelta(0), 304), (LATER, 304), (-timedelta(seconds=1), 200)],
)
def test_date_of_the_last_change_decides_where_no_tag_is_known(client, year, now, since, status):
    assert client.get(ALL, headers={"If-Modified-Since": http_date(now + since)}).status_code == status


def test_unreadable_date_counts_for_nothing(client, year):
    assert client.get(ALL, headers={"If-Modified-Since": "yesterday"}).status_code == 200


def test_known_version_costs_the_drivers_one_look_and_no_query(client, year, queries):
    tag = client.get(ALL).headers["ETag"]
    with queries() as seen:
        client.get(ALL, headers={"If-None-Match": tag})
    assert seen == []


def test_compressed_body_is_the_same_calendar(client, year):
    plain = client.get(ALL)
    small = client.get(ALL, headers={"Accept-Encoding": "br, gzip"})
    assert small.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.data) == plain.data
    assert small.headers["ETag"] != plain.headers["ETag"]
    assert {plain.headers["Vary"], small.headers["Vary"]} == {"Accept-Encoding"}


@pytest.mark.parametrize("wish", ["gzip;q=0", "br, gzip; q=0.0", "identity", "xgzip"])
def test_body_is_not_compressed_for_who_did_not_ask(client, year, wish):
    assert "Content-Encoding" not in client.get(ALL, headers={"Accept-Encoding": wish}).headers


@pytest.mark.parametrize("wish", ["gzip", "gzip;q=0.5", "deflate, gzip;q=1.0, *;q=0.5", "GZIP"])
def test_body_is_compressed_for_who_asked(client, year, wish):
    answer = client.get(ALL, headers={"Accept-Encoding": wish})
    assert answer.headers["Content-Encoding"] == "gzip"


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_head_says_what_get_would(client, year, encoding):
    headers = {"Accept-Encoding": encoding}
    get, head = client.get(ALL, headers=headers), client.head(ALL, headers=headers)
    assert (head.status_code, head.data) == (200, b"")
    assert dict(head.headers) == dict(get.headers)
    assert int(head.headers["Content-Length"]) == len(get.data)


@pytest.mark.requirement("S29")
def test_feed_sets_no_cookie_and_speaks_one_language(client, year):
    answer = client.get(ALL, headers={"Accept-Language": "en"})
    assert "Set-Cookie" not in answer.headers
    assert answer.data == client.get(ALL).data


def test_unknown_calendar_is_not_found(client, year):
    assert client.get("/calendars/khong-co.ics").status_code == 404


def test_change_of_this_very_second_gives_no_date_to_go_by(client, app, database, config, year, now):
    """Two changes within one second have the same date: a reader of the first would never see the second."""
    assert "Last-Modified" in client.get(ALL).headers
    settled(database, config, year[0], lambda _session, event: setattr(event, "title", "Mới"), at=now + WHILE)
    fresh = client.get(ALL)
    assert "Last-Modified" not in fresh.headers
    assert client.get(ALL, headers={"If-Modified-Since": http_date(now + WHILE)}).status_code == 200
    assert client.get(ALL, headers={"If-None-Match": fresh.headers["ETag"]}).status_code == 304


# What changes and what does not


def lines(client, uid):
    (found,) = [part for part in client.get(ALL).data.decode().split("BEGIN:VEVENT") if uid in part]
    return dict(line.partition(":")[::2] for line in found.replace("\r\n ", "").split("\r\n"))


def test_sequence_moves_only_with_what_a_reader_can_see(client, database, config, now, year):
    with database.read() as session:
        uid = session.get_one(Event, year[0]).uid
    before = lines(client, uid)
    body = client.get(ALL).data

    def unseen(_session, event):
        event.cost_estimate = 5
        event.within = "kế hoạch quý"

    settled(database, config, year[0], unseen, at=now + LATER)
    assert client.get(ALL).data == body

    settled(database, config, year[0], lambda _session, event: setattr(event, "title", "Tọa đàm mới"), at=now + LATER)
    after = lines(client, uid)
    assert (before["SEQUENCE"], after["SEQUENCE"]) == ("0", "1")
    assert after["SUMMARY"] == "Tọa đàm mới"
    assert after["LAST-MODIFIED"] > before["LAST-MODIFIED"]
    assert after["CREATED"] == before["CREATED"]
    assert after["UID"] == before["UID"]


def test_change_of_one_event_leaves_the_others_alone(client, database, config, now, year):
    others = [event for event in client.get(ALL).data.split(b"BEGIN:VEVENT") if "Tọa đàm".encode() not in event]
    settled(database, config, year[0], lambda _session, event: setattr(event, "title", "Tọa đàm mới"), at=now + LATER)
    after = client.get(ALL).data.split(b"BEGIN:VEVENT")
    assert [event for event in after if "Tọa đàm".encode() not in event] == others


def test_clock_that_was_set_back_never_sets_a_change_back(client, database, config, now, year):
    def retitle(words, at):
        settled(database, config, year[0], lambda _session, event: setattr(event, "title", words), at=at)
        return client.get(ALL).headers["Last-Modified"]

    later = retitle("một", now + LATER)
    assert retitle("hai", now - LATER) == later


@pytest.mark.requirement("S17")
def test_draft_is_in_no_feed(client, year):
    assert "Nháp" not in client.get(ALL).text


def test_cancelled_event_stays_and_says_so(client, database, config, now, year):
    with database.write() as session:
        event = session.get_one(Event, year[0])
        uid = event.uid
        changes.cancel(UnitOfWork(session, now, Author("Lan"), rows.agency(session, config)), event, reason="Bão")
    found = lines(client, uid)
    assert (found["STATUS"], found["SEQUENCE"]) == ("CANCELLED", "1")


def test_reopened_event_is_in_the_feed_as_before(client, database, config, now, year):
    with database.write() as session:
        house = rows.agency(session, config)
        event = session.get_one(Event, year[0])
        changes.cancel(UnitOfWork(session, now, Author("Lan"), house), event, reason="Bão")
        changes.reopen(UnitOfWork(session, now, PROGRAM, house), event)
        uid = event.uid
    found = lines(client, uid)
    assert found["STATUS"] == "CONFIRMED"
    assert int(found["SEQUENCE"]) >= 2


@pytest.mark.parametrize(
    ("end", "stays"),
    [(date(2028, 3, 8), True), (date(2028, 3, 9), False)],
)
def test_what_is_over_stays_a_year_and_then_goes(client, database, now, year, end, stays):
    with database.write() as session:
        feeds.retire(session, today=end, now=now + LATER)
    assert ("Tọa đàm" in client.get(ALL).text) == stays
    assert "Ngày 20/10" in client.get(ALL).text


def test_cancelled_event_goes_after_three_months(client, database, config, now, year):
    with database.write() as session:
        event = session.get_one(Event, year[0])
        changes.cancel(UnitOfWork(session, now, Author("Lan"), rows.agency(session, config)), event, reason="Bão")
    for days, stays in ((90, True), (91, False)):
        with database.write() as session:
            feeds.retire(session, today=now.date() + timedelta(days=days), now=now + LATER)
        assert ("Tọa đàm" in client.get(ALL).text) == stays


def test_retired_event_does_not_come_back_by_the_next_night(client, database, config, now, year):
    after = now + timedelta(days=400)
    changes.nightly(database, config=config, today=after.date(), now=after)
    tag = client.get(ALL).headers["ETag"], client.get(ALL).headers.get("Last-Modified")
    changes.nightly(database, config=config, today=after.date(), now=after + LATER)
    assert (client.get(ALL).headers["ETag"], client.get(ALL).headers.get("Last-Modified")) == tag
    text = client.get(ALL).text
    assert "Tọa đàm" not in text
    assert "Giao ban" not in text
    assert "Ngày 20/10" in text


# Selections


@pytest.fixture
def filtered(database, config, now, year):
    with database.write() as session:
        house = rows.agency(session, config)
        union = rows.group(session, now, rows.members(session, 1, now))
        union.slug = "nu-cong"
        rows.event(session, house, now, date(2027, 4, 1), groups=[union], kind="training", title="Tập huấn")
        session.add(Calendar(slug="hop", title="Các cuộc họp", kinds=["meeting"], groups=[], created_at=now))


def titles(client, address):
    text = client.get(address).text.replace("\r\n ", "")
    return {line.removeprefix("SUMMARY:") for line in text.split("\r\n") if line.startswith("SUMMARY:")}


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", {"Tọa đàm", "Ngày 20/10", "Giao ban", "Tập huấn"}),
        ("?kind=meeting", {"Giao ban"}),
        ("?kind=meeting&kind=seminar", {"Giao ban", "Tọa đàm"}),
        ("?group=nu-cong&kind=training", {"Tập huấn"}),
        ("?group=khac", {"Tọa đàm", "Ngày 20/10", "Giao ban"}),
        ("?kind=khac", set()),
        ("?kind=meeting&group=", {"Giao ban"}),
        ("?kind=&kind=meeting", {"Giao ban"}),
    ],
)
def test_filters_narrow_the_calendar(client, filtered, query, shown):
    assert titles(client, ALL + query) == shown


def test_saved_calendar_shows_its_kinds_under_its_title(client, filtered):
    assert titles(client, "/calendars/hop.ics") == {"Giao ban"}
    assert "NAME:Các cuộc họp" in client.get("/calendars/hop.ics").text


def test_order_of_the_filters_gives_one_calendar(client, filtered):
    tags = {
        client.get(f"{ALL}?{query}").headers["ETag"]
        for query in (
            "kind=meeting&kind=seminar",
            "kind=seminar&kind=meeting",
            "kind=seminar&kind=meeting&kind=seminar",
        )
    }
    assert len(tags) == 1


def test_alarms_are_left_out_on_wish(client, database, config, now):
    from dataclasses import replace  # noqa: PLC0415

    with database.write() as session:
        house = replace(rows.agency(session, config), alarms=(Lead.parse("1 hour before"),))
        rows.event(session, house, now, date(2027, 3, 8), start=time(14))
    assert b"BEGIN:VALARM" in client.get(ALL).data
    without = client.get(ALL + "?alarms=0")
    assert b"VALARM" not in without.data
    assert without.data.count(b"BEGIN:VEVENT") == 1


# Personal feeds


@pytest.fixture
def key(database, filtered, now):
    """The key of the member of the group."""
    with database.write() as session:
        member = session.scalars(select(Member)).one()
        rows.members(session, 1, now)
        return personal.make_token(Act(session, now, PROGRAM), member)


def test_personal_feed_shows_what_is_meant_for_its_member(client, database, config, now, key):
    with database.write() as session:
        house = rows.agency(session, config)
        rows.event(session, house, now, date(2027, 4, 2), groups=[rows.group(session, now)], title="Không phải của tôi")
    shown = titles(client, f"/feeds/{key}.ics")
    assert shown == {"Tọa đàm", "Ngày 20/10", "Giao ban", "Tập huấn"}
    assert "Không phải của tôi" in titles(client, ALL)


@pytest.mark.requirement("S29")
def test_personal_feed_is_for_no_shared_cache(client, key):
    answer = client.get(f"/feeds/{key}.ics")
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert client.get(f"/feeds/{key}.ics", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304


@pytest.mark.requirement("S26")
def test_replaced_key_is_dead_at_once(client, database, now, key):
    with database.write() as session:
        member = session.scalars(select(Member).order_by(Member.id)).first()
        fresh = personal.make_token(Act(session, now, PROGRAM), member)
    assert client.get(f"/feeds/{key}.ics").status_code == 404
    assert client.get(f"/feeds/{fresh}.ics").status_code == 200


@pytest.mark.requirement("S26")
def test_who_left_has_no_feed_any_more(client, database, now, key):
    assert client.get(f"/feeds/{key}.ics").status_code == 200
    with database.write() as session:
        changes.leave(Act(session, now, PROGRAM), session.scalars(select(Member).order_by(Member.id)).first())
    assert client.get(f"/feeds/{key}.ics").status_code == 404


@pytest.mark.parametrize("token", ["x", "0" * 43, "%00", "a" * 5000])
def test_unknown_key_is_not_found(client, key, token):
    assert client.get(f"/feeds/{token}.ics").status_code == 404


@pytest.mark.requirement("S26")
def test_key_is_not_kept_in_clear(database, key):
    with database.read() as session:
        kept = session.connection().exec_driver_sql("SELECT * FROM feed_token").all()
    assert key not in repr(kept)


# Read by others


@pytest.mark.requirement("S38")
@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
def test_readers_agree_after_changes(client, database, config, now, year, reader):
    """The seminar was moved, one meeting moved, one cancelled, one excepted, the day is yearly."""
    seminar, _day, weekly = year

    def move(_session, event):
        event.schedule(date(2027, 3, 10), start=time(8), end=time(9))

    def meddle(session, event):
        second, third, fourth = rows.occurrences(session, event.id)[1:]
        second.move(date(2027, 3, 11), start=time(15), end=time(16), now=now)
        third.cancel(now=now, by="Lan", reason="Trùng họp")
        event.exceptions = [fourth.original_day.isoformat()]

    settled(database, config, seminar, move, at=now + LATER)
    settled(database, config, weekly, meddle, at=now + LATER)
    with database.read() as session:
        uids = {session.get_one(Event, key).uid: key for key in year}
    shown = reader(client.get(ALL).data, date(2027, 1, 1), date(2029, 1, 1), HOME)
    assert sorted((uids[each.uid], each.start, each.end) for each in shown) == sorted(
        [
            (seminar, "2027-03-10T01:00Z", "2027-03-10T02:00Z"),
            (year[1], "2027-10-20", "2027-10-21"),
            (year[1], "2028-10-20", "2028-10-21"),
            (weekly, "2027-03-02T02:00Z", "2027-03-02T03:00Z"),
            (weekly, "2027-03-11T08:00Z", "2027-03-11T09:00Z"),
        ]
    )


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
def test_readers_agree_on_years_that_are_confirmed_one_by_one(client, database, config, now, reader):
    with database.write() as session:
        house = rows.agency(session, config)
        event = rows.draft(
            session, now, date(2027, 11, 15), date(2027, 12, 15), rule="FREQ=YEARLY", per_year=True, kind="campaign"
        )
        changes.rebuild(UnitOfWork(session, now, PROGRAM, house), event)
        first = rows.occurrences(session, event.id)[0]
        first.theme = "Chung tay"
        changes.confirm_year(UnitOfWork(session, now, Author("Lan"), house), event, first)
    shown = reader(client.get(ALL).data, date(2027, 1, 1), date(2030, 1, 1), HOME)
    assert [(each.start, each.end) for each in shown] == [("2027-11-15", "2027-12-16")]


def test_feed_knows_the_instant_of_its_last_change(database, config, now, year):
    with database.read() as session:
        selection = feeds.public(session.connection(), "all", config=config)
        feed = feeds.build(session.connection(), selection)
    assert feed.changed_at == now == datetime(2027, 3, 1, 1, tzinfo=UTC)
