"""The links of a mail: opening one changes nothing, a button or a mail program's one click does."""

from __future__ import annotations

import http.client
import threading
from datetime import UTC, datetime

import pytest
from sqlalchemy import select
from support import rows
from werkzeug.serving import make_server

from campaign.models import FeedToken, Member, Result
from campaign.tokens import PERSONAL, UNSUBSCRIBE, Tokens

DUE = datetime(2027, 3, 3, 1, tzinfo=UTC)
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def member(database, config, now):
    rows.seminar(database, config, now, 2)
    rows.plan(database, DUE)
    with database.read() as session:
        return session.scalars(select(Member).order_by(Member.id)).first()


def token(config, member, purpose=UNSUBSCRIBE):
    return Tokens([config.server.secret_key]).sign(purpose, member.id)


def is_subscribed(database, member):
    with database.read() as session:
        return session.get_one(Member, member.id).unsubscribed_at is None


@pytest.mark.requirement("S20")
@pytest.mark.parametrize("method", ["get", "head", "options"])
@pytest.mark.parametrize("purpose", [UNSUBSCRIBE, PERSONAL])
def test_opening_a_link_writes_nothing(client, config, database, member, method, purpose, queries):
    address = f"/{'u' if purpose == UNSUBSCRIBE else 'my'}/{token(config, member, purpose)}"
    with queries() as seen:
        answer = getattr(client, method)(address + "?wish=stop&List-Unsubscribe=One-Click")
    assert answer.status_code == 200
    assert seen.of("INSERT") + seen.of("UPDATE") + seen.of("DELETE") == []
    assert is_subscribed(database, member)
    with database.read() as session:
        assert session.scalars(select(FeedToken.id)).all() == []


@pytest.mark.requirement("S24")
def test_button_stops_reminders_those_that_wait_included(client, config, database, member):
    answer = client.post(f"/u/{token(config, member)}", data={"wish": "stop"})
    assert answer.status_code == 200
    assert not is_subscribed(database, member)
    assert [row.result for row in rows.messages(database)] == [Result.SUPPRESSED, None]


def test_button_takes_it_back(client, config, database, member):
    address = f"/u/{token(config, member)}"
    client.post(address, data={"wish": "stop"})
    client.post(address, data={"wish": "resume"})
    assert is_subscribed(database, member)


@pytest.mark.parametrize("data", [{}, {"wish": "?"}, {"List-Unsubscribe": "x"}])
def test_post_without_a_wish_changes_nothing(client, config, database, member, data):
    assert client.post(f"/u/{token(config, member)}", data=data).status_code == 200
    assert is_subscribed(database, member)


@pytest.mark.requirement("S21")
@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data"])
def test_one_click_of_a_mail_program(app, config, database, member, kind):
    """RFC 8058 with raw octets: no cookie, no origin, either form type; no redirect; the same if repeated."""
    boundary = "XyZ"
    if kind.startswith("multipart"):
        part = 'Content-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click'
        body = f"--{boundary}\r\n{part}\r\n--{boundary}--\r\n"
        kind += f"; boundary={boundary}"
    else:
        body = "List-Unsubscribe=One-Click"
    server = make_server("127.0.0.1", 0, app)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        for _ in range(2):
            connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
            headers = {"Content-Type": kind, "Host": "lich.example.org"}
            connection.request("POST", f"/u/{token(config, member)}", body=body, headers=headers)
            answer = connection.getresponse()
            assert (answer.status, answer.getheader("Location"), answer.getheader("Set-Cookie")) == (200, None, None)
            answer.read()
            connection.close()
            assert not is_subscribed(database, member)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.requirement("S21")
@pytest.mark.parametrize("origin", ["https://mail.example.net", "null"])
def test_one_click_from_a_foreign_page_works(client, config, database, member, origin):
    answer = client.post(f"/u/{token(config, member)}", data=ONE_CLICK, headers={"Origin": origin})
    assert answer.status_code == 200
    assert not is_subscribed(database, member)


@pytest.mark.requirement("S21")
def test_one_click_tells_a_stranger_nothing(client, config, database, member):
    known = client.post(f"/u/{token(config, member)}", data=ONE_CLICK)
    unknown = client.post("/u/1.forged", data=ONE_CLICK)
    assert (known.status_code, known.data) == (unknown.status_code, unknown.data)
    with database.read() as session:
        left = session.scalars(select(Member).where(Member.unsubscribed_at.is_(None))).all()
    assert len(left) == 1


@pytest.mark.requirement("S22")
def test_key_of_one_purpose_opens_no_other(client, config, database, member):
    assert client.get(f"/u/{token(config, member, PERSONAL)}").status_code == 404
    assert client.get(f"/my/{token(config, member)}").status_code == 404
    client.post(f"/u/{token(config, member, PERSONAL)}", data=ONE_CLICK)
    assert is_subscribed(database, member)


@pytest.mark.requirement("S22", "F7")
@pytest.mark.parametrize("change", [lambda key: key[:-1], lambda key: "9" + key, lambda key: key + "x", lambda _: "x"])
def test_forged_key_is_not_found(client, config, member, change):
    assert client.get(f"/u/{change(token(config, member))}").status_code == 404


@pytest.mark.requirement("S23")
def test_page_shows_no_full_name_and_no_address(client, config, member):
    page = client.get(f"/u/{token(config, member)}").text
    assert member.name not in page
    assert member.address not in page


def test_link_of_who_left_is_dead(client, config, database, member, now):
    with database.write() as session:
        session.get_one(Member, member.id).leave(now=now)
    assert client.get(f"/u/{token(config, member)}").status_code == 404


def test_personal_feed_is_made_by_post_and_shown_once(client, config, database, member):
    page = client.post(f"/my/{token(config, member, PERSONAL)}/feed").text
    address = next(word for word in page.replace('"', " ").replace("<", " ").split() if "/feeds/" in word)
    path = "/feeds/" + address.partition("/feeds/")[2].partition(".ics")[0] + ".ics"
    assert client.get(path).status_code == 200
    assert path not in client.get(f"/my/{token(config, member, PERSONAL)}").text


def test_my_page_lists_what_is_coming_with_my_answers(client, config, database, member):
    mine = f"/my/{token(config, member, PERSONAL)}"
    page = client.get(mine).text
    assert "Tọa đàm gia đình" in page
    link = page.split('href="/r/')[1].split('"')[0]
    client.post(f"/r/{link}", data={"answer": "tentative"})
    page = client.get(mine).text
    assert "trả lời: chưa chắc" in page
    assert "Đổi trả lời" in page


def test_my_page_of_who_is_meant_by_nothing_says_so(client, config, database, now):
    with database.write() as session:
        (lonely,) = rows.members(session, 1, now)
    assert "Chưa có hoạt động nào sắp tới" in client.get(f"/my/{token(config, lonely, PERSONAL)}").text


def test_my_page_shows_when_the_feed_was_last_used(client, config, database, member):
    mine = f"/my/{token(config, member, PERSONAL)}"
    page = client.post(f"{mine}/feed").text
    path = "/feeds/" + page.partition("/feeds/")[2].partition(".ics")[0] + ".ics"
    assert "chưa có máy nào dùng" in client.get(mine).text
    for _ in range(2):
        assert client.get(path).status_code == 200
    assert "lần dùng gần nhất: " in client.get(mine).text
