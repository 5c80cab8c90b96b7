"""What every answer carries, whom the site answers, and what it takes from whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from web.rows import BEFORE, NOW, event
from web.test_reading import addresses

from campaign import create_app
from campaign.errors import CampaignError, Conflict, InvalidInput, NotFound, Unavailable
from campaign.models import Calendar, Duty, Group, Plan
from campaign.web.errors import TROUBLES
from campaign.web.language import inside

STATUSES = (400, 403, 404, 405, 413, 429, 500, 503)


@pytest.fixture
def troubled(app):
    """The application with a route for each kind of trouble."""
    from flask import abort  # noqa: PLC0415

    from campaign.web import policy  # noqa: PLC0415

    def trouble(name: str) -> str:
        errors = {kind.__name__: kind for kind in (InvalidInput, NotFound, Conflict, Unavailable, CampaignError)}
        if name in errors:
            raise errors[name]("Lý do: {reason}.", reason="thử")
        if name == "defect":
            raise ZeroDivisionError
        abort(int(name))

    app.add_url_rule("/trouble/<name>", view_func=policy.public(trouble))
    return app.test_client()


def check(answer) -> None:
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"]
    # A calendar is data: no browser renders it.
    if answer.mimetype != "text/calendar":
        check_page(answer)


def check_page(answer) -> None:
    policy = answer.headers["Content-Security-Policy"]
    assert policy == "sandbox" or policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.requirement("S41")
def test_headers_stand_on_every_route(app, client):
    for address in addresses(app):
        for method in ("GET", "HEAD", "POST", "DELETE"):
            with client.open(address, method=method) as answer:
                check(answer)


@pytest.mark.requirement("S41")
@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_headers_stand_on_every_error_and_it_helps(troubled, status, language):
    answer = troubled.get(f"/trouble/{status}?lang={language}")
    page = answer.get_data(as_text=True)
    check(answer)
    assert answer.status_code == status
    assert answer.headers["Cache-Control"] == "no-store"
    assert f'<html lang="{language}">' in page
    assert (str(TROUBLES[status].happened) in page) == (language == "vi")
    assert 'href="/"' in page


@pytest.mark.parametrize(
    ("error", "status"),
    [
        ("InvalidInput", 400),
        ("NotFound", 404),
        ("Conflict", 409),
        ("Unavailable", 503),
        ("CampaignError", 500),
        ("defect", 500),
    ],
)
def test_error_of_ours_has_the_status_of_its_class(troubled, error, status):
    answer = troubled.get(f"/trouble/{error}")
    check(answer)
    assert answer.status_code == status
    assert ("Lý do: thử." in answer.get_data(as_text=True)) == (error != "defect")


@pytest.mark.requirement("S43")
def test_defect_tells_nothing_of_the_inside(troubled):
    page = troubled.get("/trouble/defect").get_data(as_text=True)
    assert "ZeroDivision" not in page
    assert "Traceback" not in page


def test_error_in_the_readers_language(client):
    assert "There is no such event." in client.get("/events/x@example.org?lang=en").get_data(as_text=True)


def test_wrong_method_names_the_right_ones(client):
    answer = client.delete("/agenda")
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]


@pytest.mark.requirement("S34")
@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "localhost.evil.example", "", "a b", "[::1"])
def test_unknown_host_is_refused_and_named_nowhere(client, host):
    answer = client.get("/subscribe", headers={"Host": host})
    check(answer)
    assert answer.status_code == 400
    assert "evil" not in answer.get_data(as_text=True)


@pytest.mark.requirement("S11")
@pytest.mark.parametrize("header", ["X-Forwarded-Host", "Forwarded", "X-Forwarded-Prefix", "X-Original-URL"])
def test_forwarded_host_without_a_proxy_means_nothing(client, header):
    page = client.get("/subscribe", headers={header: "evil.example"}).get_data(as_text=True)
    assert "evil.example" not in page
    assert "http://localhost/calendars/all.ics" in page


@pytest.mark.requirement("S34")
def test_absolute_links_come_from_the_configuration_alone(config, database):
    server = replace(
        config.server, base_url="https://lich.example.org/ke-hoach/", trusted_hosts=("noi-bo.example.org",)
    )
    client = create_app(replace(config, server=server), database, now=lambda: NOW).test_client()
    answer = client.get("/subscribe", headers={"Host": "noi-bo.example.org"})
    assert 'value="https://lich.example.org/ke-hoach/calendars/all.ics"' in answer.get_data(as_text=True)
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_local_names_are_trusted_only_on_a_local_site(config, database):
    server = replace(config.server, base_url="https://lich.example.org")
    client = create_app(replace(config, server=server), database, now=lambda: NOW).test_client()
    assert client.get("/", headers={"Host": "localhost"}).status_code == 400
    assert client.get("/", headers={"Host": "lich.example.org"}).status_code == 200


def test_proxy_is_believed_as_far_as_configured(config, database):
    server = replace(config.server, base_url="https://lich.example.org", proxies=1)
    client = create_app(replace(config, server=server), database, now=lambda: NOW).test_client()
    headers = {
        "Host": "10.0.0.7",
        "X-Forwarded-Host": "lich.example.org",
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Prefix": "/lich",
    }
    answer = client.get("/", headers=headers)
    assert answer.status_code == 200
    assert 'href="/lich/agenda"' in answer.get_data(as_text=True)
    assert client.get("/", headers=headers | {"X-Forwarded-Host": "evil.example"}).status_code == 400


@pytest.mark.requirement("S18")
@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 303),
        ({"Sec-Fetch-Site": "same-origin"}, 303),
        ({"Sec-Fetch-Site": "none"}, 303),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "http://localhost"}, 303),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
def test_post_from_another_site_is_refused(client, headers, status):
    answer = client.post("/language", data={"language": "en", "to": "/agenda"}, headers=headers)
    assert answer.status_code == status


@pytest.mark.requirement("S50")
def test_large_form_is_refused(client):
    answer = client.post("/language", data={"language": "en", "to": "/" + "a" * 1_100_000})
    assert answer.status_code == 413


@pytest.mark.requirement("S27")
@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "",
        "agenda",
        "/\n/evil.example",
        "/a\r\nSet-Cookie: x=1",
        "\t//evil.example",
        " /agenda",
        "/\x00",
        "data:text/html,x",
        "///evil.example",
    ],
)
def test_way_back_never_leaves_the_site(client, address):
    assert inside(address) == "/"
    answer = client.post("/language", data={"language": "en", "to": address})
    assert answer.headers["Location"] == "/"


@pytest.mark.requirement("S36")
def test_hostile_text_is_shown_as_text(client, database):
    payload = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 191*7 }}"
    with database.write() as session:
        plan = Plan(year=2027, title=payload, number=payload, created_at=BEFORE)
        session.add_all(
            [
                plan,
                Group(name=payload, slug="nhom", created_at=BEFORE),
                Calendar(slug="x", title=payload, kinds=[], groups=[], created_at=BEFORE),
            ]
        )
        session.flush()
        duty = Duty(plan_id=plan.id, position=1, outline=payload, text=payload)
        session.add(duty)
        session.flush()
        words = dict.fromkeys(
            ("description", "preparation", "place", "organizer", "co_organizers", "contact", "recipient", "via"),
            payload,
        )
        event(
            session,
            payload,
            date(2027, 3, 8),
            uid="x@example.org",
            speakers=[payload],
            links=["javascript:alert(1)", payload],
            online_url="javascript:alert(1)",
            duty_id=duty.id,
            **words,
            occurrence={"theme": payload, "slogans": [payload], "title": payload},
        )
    for address in ("/", "/agenda", "/months/2027-03", "/events/x@example.org", "/subscribe"):
        page = client.get(address).get_data(as_text=True)
        assert "&lt;script&gt;" in page, address
        for broken in ("<script>alert", "<img src=x", "1337", 'href="javascript:'):
            assert broken not in page, (address, broken)


def test_static_file_with_its_edition_is_kept(client):
    page = client.get("/").get_data(as_text=True)
    address = page.split('rel="stylesheet" href="')[1].split('"')[0]
    kept = {address: "public, max-age=31536000, immutable", "/static/style.css?v=old": "no-cache"}
    for asked, expected in kept.items():
        with client.get(asked) as answer:
            assert answer.headers["Cache-Control"] == expected


def test_pages_differ_by_language_for_caches(client):
    answer = client.get("/")
    assert {"accept-language", "cookie"} <= {name.lower() for name in answer.vary}
    assert "private" in answer.headers["Cache-Control"]
    assert "Set-Cookie" not in answer.headers
