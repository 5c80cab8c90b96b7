"""Every route, every method, every role: who gets through is what the route says, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask
from support.desk import browser_of, person, post, signed_in, token
from support.queries import counted
from support.rows import stored
from web.rows import event

from accounts.house import path
from campaign import create_app
from campaign.access import one_time_links
from campaign.audit import PROGRAM, Act
from campaign.errors import ConfigurationError
from campaign.models import Group, Purpose, Role
from campaign.web import csrf, identity, policy
from campaign.web.policy import Actor

pytestmark = pytest.mark.only("sqlite")
SAFE = ("GET", "HEAD", "OPTIONS")
NOBODY = "anonymous"
OF_GROUPS = (
    "desk_events.edit",
    "decisions.",
    "occurrences.",
    "rolling.",
    "imports.",
    "groups.offer_deletion",
    "reports.",
    "attendance.",
    "downloads.document",
    "invited.",
    "publication.",
)
"""Pages that an organizer who is limited to some groups sees only for what is for these."""
AUDITED = ("downloads.listed",)
"""Files with personal data: that somebody took them is noted, in a transaction of its own."""
SEEN = "UPDATE sign_in SET seen_at="
PREVIEWED = ("decisions.", "desk_events.edit", "publication.")
"""Endpoints whose pages try a decision and roll it back: they send statements that write, and leave nothing."""


@pytest.fixture
def groups(database, now) -> list[int]:
    with database.write() as session:
        rows = [Group(name=f"Phòng {number}", slug=f"phong-{number}", created_at=now) for number in (1, 2)]
        session.add_all(rows)
        session.flush()
        return [row.id for row in rows]


@pytest.fixture
def people(app, groups) -> dict[str, int | None]:
    return {
        NOBODY: None,
        "reader": person(app, Role.READER),
        "organizer": person(app, Role.ORGANIZER),
        "organizer of one group": person(app, Role.ORGANIZER, groups[:1]),
        "organizer of another group": person(app, Role.ORGANIZER, groups[1:]),
        "administrator": person(app, Role.ADMINISTRATOR),
    }


@pytest.fixture
def known(app, database, config, now) -> dict[str, object]:
    """Arguments of addresses behind which there is something."""
    with database.write() as session:
        link = one_time_links.new(
            Act(session, now, PROGRAM), Purpose.SIGN_IN, secret=config.server.secret_key, life=one_time_links.BY_MAIL
        )
        uid = event(session, "Tọa đàm", date(2027, 3, 8)).uid
        key = one_time_links.token_of(link, config.server.secret_key)
    return {"user_id": person(app, Role.READER), "uid": uid, "token": key, "year": 2027, "month": 3, "slug": "all"}


def cells(app: Flask):
    for rule in app.url_map.iter_rules():
        for method in sorted(rule.methods or ()):
            yield rule, method


def expected(view: object, role: Role | None, method: str) -> set[int] | None:
    """The statuses of a refusal; None where the route answers for itself."""
    least = view.policy
    if least == policy.PUBLIC or (role is not None and role >= least):
        return None
    if role is not None:
        return {403}
    return {302} if method in ("GET", "HEAD") else {401}


@pytest.mark.requirement("S14")
def test_matrix_every_route_method_and_role(app, people, known) -> None:
    """A form is sent without its token, so that it changes nothing: 400 says that the policy let it through."""
    roles = {"reader": Role.READER, "administrator": Role.ADMINISTRATOR, NOBODY: None}
    clients = {name: browser_of(app, user_id) if user_id else app.test_client() for name, user_id in people.items()}
    asserted = 0
    for rule, method in cells(app):
        if rule.endpoint == "static":
            continue
        # Several rules share an address: OPTIONS is answered by the first of them.
        endpoint, _arguments = app.url_map.bind("localhost").match(path(rule, known), method=method)
        view = app.view_functions[endpoint]
        for name, client in clients.items():
            answer = client.open(path(rule, known), method=method)
            refusal = expected(view, roles.get(name, Role.ORGANIZER), method)
            cell = f"{method} {rule.rule} as {name}: {answer.status}"
            if refusal is not None:
                assert answer.status_code in refusal, cell
                assert answer.status_code != 302 or answer.location.startswith("/signin?to="), cell
            else:
                limited = name.startswith("organizer of") and rule.endpoint.startswith(OF_GROUPS)
                assert answer.status_code not in {401, 500, *(() if limited else (403,))}, cell
                assert not (answer.location or "").startswith("/signin?to="), cell
            asserted += 1
    rules = [(rule, method) for rule, method in cells(app) if rule.endpoint != "static"]
    assert asserted == len(rules) * len(people)


def test_desk_is_open_to_nobody_without_signing_in(app) -> None:
    desk = {rule.endpoint for rule in app.url_map.iter_rules() if rule.rule.startswith(("/desk", "/account"))}
    assert desk
    assert {name for name in desk if app.view_functions[name].policy == policy.PUBLIC} == set()
    users = {name for name in desk if name.startswith("users.")}
    assert {app.view_functions[name].policy for name in users} == {Role.ADMINISTRATOR}


@pytest.mark.requirement("S14")
def test_start_refuses_a_route_without_policy(app) -> None:
    app.add_url_rule("/quen", "quen", lambda: "")
    with pytest.raises(ConfigurationError, match="quen"):
        policy.check(app)


def test_start_accepts_all_routes(config, database) -> None:
    assert create_app(config, database).view_functions["users.index"].policy == Role.ADMINISTRATOR


@pytest.mark.parametrize(
    ("role", "limit", "groups", "everybody", "may"),
    [
        (Role.READER, None, {1}, False, False),
        (Role.ORGANIZER, None, {1}, False, True),
        (Role.ORGANIZER, None, set(), True, True),
        (Role.ORGANIZER, {1, 2}, {1}, False, True),
        (Role.ORGANIZER, {1, 2}, {1, 2}, False, True),
        (Role.ORGANIZER, {1}, {1, 2}, False, False),
        (Role.ORGANIZER, {1}, {2}, False, False),
        (Role.ORGANIZER, {1}, set(), False, False),
        (Role.ORGANIZER, {1}, {1}, True, False),
        (Role.ORGANIZER, set(), {1}, False, False),
        (Role.ADMINISTRATOR, {1}, {2}, True, True),
    ],
)
def test_limited_organizer_changes_what_is_for_these_groups_alone(role, limit, groups, everybody, may) -> None:
    someone = Actor(1, "Lê Thị Bình", role, None if limit is None else frozenset(limit))
    assert policy.may(someone, groups, everybody=everybody) is may
    assert policy.may(None, groups, everybody=everybody) is False


def test_limited_organizer_whose_group_is_gone_may_change_nothing(app, database, groups) -> None:
    client = signed_in(app, Role.ORGANIZER, groups[:1])
    with database.write() as session:
        session.delete(session.get_one(Group, groups[0]))
    with app.test_request_context(), client:
        client.get("/account")
        assert policy.actor().groups == frozenset()


# Forms


def unsafe(app: Flask):
    return [(rule, method) for rule, method in cells(app) if method not in SAFE and rule.endpoint not in csrf.EXEMPT]


@pytest.mark.requirement("S18")
def test_every_unsafe_route_refuses_a_missing_token_and_changes_nothing(app, known) -> None:
    refused = []
    for rule, method in unsafe(app):
        client = signed_in(app, Role.ADMINISTRATOR)
        with counted() as seen:
            answer = client.open(path(rule, known), method=method)
        assert answer.status_code == 400, f"{method} {rule.rule}: {answer.status}"
        assert [one for one in seen if not one.lstrip().startswith("SELECT")] == [], rule.rule
        refused.append(rule.endpoint)
    assert len(refused) >= 15


def test_token_of_another_browser_is_refused(app) -> None:
    mine, theirs = signed_in(app), signed_in(app)
    mine.get("/account")
    answer = mine.post("/account/name", data={"csrf_token": token(theirs), "name": "Lê Thị Bình", "language": "vi"})
    assert answer.status_code == 400


def test_exempt_routes_exist_and_are_no_others(app) -> None:
    assert {name for name in csrf.EXEMPT if name not in app.view_functions} == set()
    assert not any(name.startswith(("users.", "account.", "signin.")) for name in csrf.EXEMPT)


@pytest.mark.requirement("S18")
def test_form_from_another_site_is_refused_even_with_its_token(app) -> None:
    client = signed_in(app)
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        answer = post(client, "/account/name", {"name": "Lê Thị Bình", "language": "vi"}, headers=headers)
        assert answer.status_code == 403


# Reading


@pytest.mark.requirement("S20")
def test_reading_never_writes_but_for_the_note_of_use(app, database, people, known, hour) -> None:
    touched = 0
    for user_id in (None, people["administrator"]):
        client = app.test_client() if user_id is None else browser_of(app, user_id)
        for rule, method in cells(app):
            if method not in SAFE or rule.endpoint in AUDITED:
                continue
            hour.later(seconds=61)
            if user_id:
                client = browser_of(app, user_id)
                hour.later(seconds=61)
            before = stored(database, but="sign_in.seen_at")
            with counted() as seen:
                client.open(path(rule, known), method=method)
            writes = [one for one in seen if not one.lstrip().startswith("SELECT")]
            notes = [one for one in writes if one.startswith(SEEN)]
            if not rule.endpoint.startswith(PREVIEWED):
                assert notes == writes, f"{method} {rule.rule}: {writes}"
            assert len(notes) <= 1
            assert stored(database, but="sign_in.seen_at") == before, f"{method} {rule.rule}"
            touched += len(notes)
    assert touched > 10


def test_use_is_noted_once_a_minute(app, hour) -> None:
    client = signed_in(app)
    notes = []
    for _ in range(4):
        hour.later(seconds=31)
        with counted() as seen:
            client.get("/account")
        notes.append(len(seen.of(SEEN)))
    assert notes == [0, 1, 0, 1]


# What every answer carries


DATA_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
}
HEADERS = DATA_HEADERS | {
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def test_every_answer_has_the_headers(app, people, known) -> None:
    statuses = set()
    for user_id in (None, people["reader"], people["administrator"]):
        client = app.test_client() if user_id is None else browser_of(app, user_id)
        for rule, method in cells(app):
            if user_id and rule.endpoint == "signin.leave":
                continue
            answer = client.open(path(rule, known), method=method)
            statuses.add(answer.status_code)
            data = answer.mimetype == "text/calendar"
            for name, value in (DATA_HEADERS if data else HEADERS).items():
                assert answer.headers[name] == value, f"{method} {rule.rule}"
            assert data or "unsafe" not in answer.headers["Content-Security-Policy"]
            if user_id and rule.endpoint.partition(".")[0] not in {"static", *identity.MACHINES}:
                assert answer.headers["Cache-Control"] == "no-store", f"{method} {rule.rule}"
    assert {200, 302, 400, 403, 404} <= statuses
