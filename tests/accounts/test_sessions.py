"""A session lives in the database: it ends everywhere at once, rests, and never outlives its hours."""

from __future__ import annotations

import re
from html import unescape

import pytest
from sqlalchemy import select
from support.desk import browser_of, person, post, signed_in, token

from campaign.access import sessions
from campaign.audit import Act, Author
from campaign.models import Role, SignIn, User

COOKIE = "__Host-signin"
HOST = "lich.example.org"
PASSWORD = "bảy con vịt trời bay về"


def copied(app, client):
    """The same cookie in another browser, as a thief would have it."""
    other = app.test_client()
    other.set_cookie(COOKIE, client.get_cookie(COOKIE, domain=HOST).value, domain=HOST)
    return other


def leave(_app, client, _user_id) -> None:
    assert post(client, "/signout").status_code == 303


def disable(app, _client, user_id) -> None:
    assert post(signed_in(app), f"/desk/users/{user_id}/disablement").status_code == 303


def new_password(_app, client, _user_id) -> None:
    assert post(client, "/account/password", {"new": PASSWORD}).status_code == 303


def other_role(app, _client, user_id) -> None:
    change = {"name": "Lê Thị Bình", "role": int(Role.READER)}
    assert post(signed_in(app), f"/desk/users/{user_id}", change).status_code == 303


def ended_by_administrator(app, _client, user_id) -> None:
    assert post(signed_in(app), f"/desk/users/{user_id}/sign-outs").status_code == 303


def limited(app, _client, user_id) -> None:
    change = {"name": "Lê Thị Bình", "role": int(Role.ORGANIZER), "is_limited": "y"}
    assert post(signed_in(app), f"/desk/users/{user_id}", change).status_code == 303


@pytest.mark.requirement("S1")
@pytest.mark.parametrize("ending", [leave, disable, new_password, other_role, ended_by_administrator, limited])
def test_copied_cookie_is_worth_nothing_after(app, ending) -> None:
    user_id = person(app, Role.ORGANIZER)
    client = browser_of(app, user_id)
    thief = copied(app, client)
    form = {"csrf_token": token(thief), "name": "Kẻ trộm", "language": "vi"}
    ending(app, client, user_id)
    assert thief.get("/account").location == "/signin?to=/account"
    assert thief.post("/account/name", data=form).status_code == 401


def test_new_password_keeps_this_browser_under_another_key(app) -> None:
    client = signed_in(app)
    before = client.get_cookie(COOKIE, domain=HOST).value
    post(client, "/account/password", {"new": PASSWORD})
    assert client.get("/account").status_code == 200
    assert client.get_cookie(COOKIE, domain=HOST).value != before


@pytest.mark.requirement("S1")
def test_database_holds_no_key(app, database) -> None:
    client = signed_in(app)
    key = client.get_cookie(COOKIE, domain=HOST).value
    assert len(key) >= 43  # 256 bits
    with database.read() as session:
        row = session.scalars(select(SignIn)).one()
        assert key not in {str(value) for value in vars(row).values()}


@pytest.mark.requirement("S2")
def test_session_rests_after_half_an_hour_without_use(app, hour) -> None:
    client = signed_in(app)
    for _ in range(3):
        hour.later(minutes=29)
        assert client.get("/account").status_code == 200
    hour.later(minutes=30)
    assert client.get("/account").status_code == 302


@pytest.mark.requirement("S2")
def test_session_ends_after_twelve_hours_whatever_its_use(app, hour) -> None:
    client = signed_in(app)
    for _ in range(35):
        hour.later(minutes=20)
        assert client.get("/account").status_code == 200
    hour.later(minutes=20)
    assert client.get("/account").status_code == 302


def test_person_ends_other_sessions_and_never_those_of_others(app) -> None:
    user_id = person(app)
    here, there, stranger = browser_of(app, user_id), browser_of(app, user_id), signed_in(app)
    with app.extensions["campaign"].database.read() as session:
        strange = session.scalars(select(SignIn.id).where(SignIn.user_id != user_id)).one()
    post(here, "/account/sign-outs", {"session": strange})
    assert stranger.get("/account").status_code == 200
    post(here, "/account/sign-outs")
    assert here.get("/account").status_code == 200
    assert there.get("/account").status_code == 302


@pytest.mark.requirement("S42")
def test_leaving_clears_the_browser(app) -> None:
    client = signed_in(app)
    answer = post(client, "/signout")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert client.get_cookie(COOKIE, domain=HOST) is None
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.requirement("S42")
def test_pages_of_the_desk_stay_in_no_cache_and_public_ones_may(app) -> None:
    client = signed_in(app)
    assert client.get("/").headers["Cache-Control"] == "no-store"
    assert app.test_client().get("/").headers["Cache-Control"] == "private, no-cache"


def test_feed_asks_for_no_session(app, queries) -> None:
    client = signed_in(app)
    with queries() as seen:
        assert client.get("/calendars/all.ics").status_code == 200
        client.get("/healthz")
    assert seen.of("sign_in") == []


@pytest.mark.requirement("S9")
def test_handing_out_rights_asks_for_a_recent_sign_in(app, hour, database) -> None:
    user_id = person(app, Role.READER)
    client = signed_in(app)
    form = {"csrf_token": token(client), "name": "Lê Thị Bình", "role": int(Role.ADMINISTRATOR)}
    assert client.get(f"/desk/users/{user_id}").status_code == 200
    for _ in range(4):
        hour.later(minutes=20)
        assert client.get("/desk/users").status_code == 200
    again = f"/signin?again=1&to=/desk/users/{user_id}"
    assert client.get(f"/desk/users/{user_id}").location == again
    assert client.post(f"/desk/users/{user_id}", data=form).location == again
    assert "cần đăng nhập lại" in client.get(again).get_data(as_text=True)
    with database.read() as session:
        assert session.get_one(User, user_id).role == Role.READER
    assert client.post(f"/desk/users/{user_id}/disablement", data=form).location == f"/desk/users/{user_id}"


def test_last_administrator_can_neither_leave_the_role_nor_be_disabled(app, database) -> None:
    user_id = person(app)
    client = browser_of(app, user_id)
    change = {"name": "Lê Thị Bình", "role": int(Role.READER)}
    assert post(client, f"/desk/users/{user_id}", change).status_code == 400
    assert post(client, f"/desk/users/{user_id}/disablement").status_code == 400
    with database.read() as session:
        user = session.get_one(User, user_id)
        assert (user.role, user.disabled_at) == (Role.ADMINISTRATOR, None)
    assert client.get("/desk/users").status_code == 200


@pytest.mark.requirement("S19")
def test_fields_that_a_form_does_not_name_are_ignored(app, database) -> None:
    user_id = person(app, Role.READER)
    client = browser_of(app, user_id)
    extra = {"role": "3", "id": "99", "is_limited": "", "address": "x@example.org", "disabled_at": "2020-01-01"}
    assert post(client, "/account/name", {"name": "Lê Thị Bình", "language": "en", **extra}).status_code == 303
    with database.read() as session:
        user = session.get_one(User, user_id)
        assert (user.name, user.language, user.role) == ("Lê Thị Bình", "en", Role.READER)
        assert user.address != "x@example.org"


@pytest.mark.requirement("S11")
@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
    ],
)
def test_source_is_an_address_or_a_house(app, address, network) -> None:
    from campaign.web import identity  # noqa: PLC0415

    with app.test_request_context(environ_base={"REMOTE_ADDR": address}, headers={"X-Forwarded-For": "203.0.113.9"}):
        assert identity.network() == network


def test_touch_of_an_ended_session_changes_nothing(app, database, hour) -> None:
    client = signed_in(app)
    key = client.get_cookie(COOKIE, domain=HOST).value
    with database.read() as session:
        found = sessions.find(session, key, settings=app.extensions["campaign"].config.signin, now=hour())
    post(client, "/signout")
    hour.later(minutes=2)
    with database.begin() as connection:
        sessions.touch(connection, found, now=hour())
    with database.read() as session:
        assert session.get_one(SignIn, found.id).seen_at < hour()


def test_session_of_a_disabled_person_is_worth_nothing_even_if_nobody_ended_it(app, database, hour) -> None:
    user_id = person(app)
    client = browser_of(app, user_id)
    with database.write() as session:
        session.get_one(User, user_id).disabled_at = hour()
    assert client.get("/account").status_code == 302


SENT_FROM_HERE = {"Sec-Fetch-Site": "same-origin"}


def ended(app) -> tuple:
    """A browser whose session is over, and the token of a form that was opened before."""
    user_id = person(app, Role.ORGANIZER)
    client = browser_of(app, user_id)
    old = token(client)
    with app.extensions["campaign"].database.write() as session:
        sessions.end(Act(session, app.extensions["campaign"].now(), Author("đồng hồ")), user_id)
    return client, user_id, old


def held(page: str) -> list[tuple[str, str]]:
    return re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)


def test_form_sent_after_the_session_ended_is_kept_and_sent_again(app, database) -> None:
    client, user_id, old = ended(app)
    form = {"csrf_token": old, "name": "Lê Thị Bình <Văn phòng>", "language": "vi"}
    answer = client.post("/account/name", data=form, headers=SENT_FROM_HERE)
    assert answer.status_code == 401
    assert held(answer.text) == [("name", "Lê Thị Bình &lt;Văn phòng&gt;"), ("language", "vi")]
    assert 'href="/signin" target="_blank"' in answer.text
    fresh = browser_of(app, user_id)
    answer = fresh.post("/account/name", data=form, headers=SENT_FROM_HERE)
    assert answer.status_code == 400
    assert "những gì đã nhập vẫn còn" in answer.text
    again = {name: unescape(value) for name, value in held(answer.text)}
    assert again.pop("csrf_token") != old
    assert again.pop("form_key")
    assert again == {"name": form["name"], "language": "vi"}
    again["csrf_token"] = dict(held(answer.text))["csrf_token"]
    assert fresh.post("/account/name", data=again, headers=SENT_FROM_HERE).status_code == 303
    with database.read() as session:
        assert session.get_one(User, user_id).name == form["name"]


def test_form_without_a_token_is_offered_again_only_from_our_own_pages(app) -> None:
    client = signed_in(app)
    form = {"name": "Kẻ lạ", "language": "vi"}
    answer = client.post("/account/name", data=form)
    assert (answer.status_code, held(answer.text)) == (400, [])
    assert client.post("/account/name", data=form, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


@pytest.mark.parametrize("field", ["old", "new", "code", "password"])
def test_page_of_an_ended_session_never_repeats_a_secret(app, field) -> None:
    client, _user_id, old = ended(app)
    answer = client.post("/account/password", data={"csrf_token": old, field: PASSWORD}, headers=SENT_FROM_HERE)
    assert answer.status_code == 401
    assert PASSWORD not in answer.text
