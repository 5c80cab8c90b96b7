"""A session lives in the database: it ends everywhere at once, rests, and never outlives its hours."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from support.desk import browser_of, person, post, signed_in, token

from campaign.access import presence
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


def test_database_holds_no_key(app, database) -> None:
    client = signed_in(app)
    key = client.get_cookie(COOKIE, domain=HOST).value
    assert len(key) >= 43  # 256 bits
    with database.read() as session:
        row = session.scalars(select(SignIn)).one()
        assert key not in {str(value) for value in vars(row).values()}


def test_session_rests_after_half_an_hour_without_use(app, hour) -> None:
    client = signed_in(app)
    for _ in range(3):
        hour.later(minutes=29)
        assert client.get("/account").status_code == 200
    hour.later(minutes=30)
    assert client.get("/account").status_code == 302


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


def test_leaving_clears_the_browser(app) -> None:
    client = signed_in(app)
    answer = post(client, "/signout")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert client.get_cookie(COOKIE, domain=HOST) is None
    assert answer.headers["Cache-Control"] == "no-store"


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


def test_fields_that_a_form_does_not_name_are_ignored(app, database) -> None:
    user_id = person(app, Role.READER)
    client = browser_of(app, user_id)
    extra = {"role": "3", "id": "99", "is_limited": "", "address": "x@example.org", "disabled_at": "2020-01-01"}
    assert post(client, "/account/name", {"name": "Lê Thị Bình", "language": "en", **extra}).status_code == 303
    with database.read() as session:
        user = session.get_one(User, user_id)
        assert (user.name, user.language, user.role) == ("Lê Thị Bình", "en", Role.READER)
        assert user.address != "x@example.org"


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
        found = presence.find(session, key, settings=app.extensions["campaign"].config.signin, now=hour())
    post(client, "/signout")
    hour.later(minutes=2)
    with database.begin() as connection:
        presence.touch(connection, found, now=hour())
    with database.read() as session:
        assert session.get_one(SignIn, found.id).seen_at < hour()


def test_session_of_a_disabled_person_is_worth_nothing_even_if_nobody_ended_it(app, database, hour) -> None:
    user_id = person(app)
    client = browser_of(app, user_id)
    with database.write() as session:
        session.get_one(User, user_id).disabled_at = hour()
    assert client.get("/account").status_code == 302
