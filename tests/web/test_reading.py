"""Reading changes nothing and costs the same for few rows as for many."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from support.desk import token
from web.rows import BEFORE, NOW, event

from campaign.calendar import revision
from campaign.models import AudienceGroup, Group

PAGES = (
    "/",
    "/years/2027",
    "/agenda",
    "/months/2027-03",
    "/subscribe",
    "/events/whole@example.org",
    "/events/whole@example.org.ics",
)
MOST_QUESTIONS = 3


def fill(session, rows: int) -> None:
    """A campaign with parts, for groups."""
    whole = event(
        session, "Tháng hành động", date(2027, 3, 1), date(2027, 3, 31), kind="campaign", uid="whole@example.org"
    )
    for number in range(rows):
        group = Group(name=f"Phòng {number}", slug=f"phong-{number}", kind="unit", created_at=BEFORE)
        session.add(group)
        session.flush()
        session.add(AudienceGroup(event_id=whole.id, group_id=group.id))
        day = date(2027, 3, 2) + timedelta(days=number)
        event(session, f"Tọa đàm {number}", day, None, time(8), time(9), part_of_id=whole.id)


@pytest.mark.parametrize("address", PAGES)
def test_page_asks_as_much_for_one_row_as_for_thirty(client, database, queries, address):
    asked = []
    for rows in (1, 29):
        with database.write() as session:
            if rows == 1:
                fill(session, 1)
            else:
                for number in range(rows):
                    event(session, f"Họp {number}", date(2027, 3, 3), kind="meeting")
            revision.bump(session, now=NOW)
        with queries() as seen:
            assert client.get(address).status_code == 200
        asked.append(len(seen))
    assert asked[0] == asked[1]
    assert 0 < asked[0] <= MOST_QUESTIONS


def addresses(app) -> list[str]:
    """One address for each route, with plausible and implausible parts."""
    parts = {
        "uid": "whole@example.org",
        "year": 2027,
        "month": 3,
        "slug": "all",
        "token": "x" * 40,
        "filename": "style.css",
    }
    with app.test_request_context():
        adapter = app.create_url_adapter(None) or app.url_map.bind("localhost")
        return sorted(
            {
                adapter.build(
                    rule.endpoint, {name: parts.get(name, word(rule, name)) for name in rule.arguments}, method="GET"
                )
                for rule in app.url_map.iter_rules()
                if "GET" in rule.methods
            }
        )


def word(rule, name) -> str:
    """What the rule takes for an argument of which nothing is known: of a few words the first."""
    return min(getattr(rule._converters[name], "items", ["1"]))


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_safe_methods_write_nothing(app, client, database, queries, method):
    with database.write() as session:
        fill(session, 2)
    for address in addresses(app):
        with queries() as seen:
            client.open(address, method=method).close()
        assert [statement for statement in seen if not statement.lstrip().startswith("SELECT")] == [], address


def test_safe_methods_refuse_to_write(app, client, database):
    """Even a route that tries is stopped by the database itself."""
    from campaign.web import policy  # noqa: PLC0415
    from campaign.web.session import session as opened  # noqa: PLC0415

    @app.get("/writing")
    @policy.public
    def writing() -> str:
        event(opened(), "Không được ghi", date(2027, 3, 8))
        return ""

    assert client.get("/writing").status_code in {500, 503}
    assert client.get("/agenda").get_data(as_text=True).count("Không được ghi") == 0


def test_unsafe_method_keeps_all_or_nothing(app, client, database):
    from campaign.errors import InvalidInput  # noqa: PLC0415
    from campaign.web import policy  # noqa: PLC0415
    from campaign.web.session import session as opened  # noqa: PLC0415

    @app.post("/writing/<title>")
    @policy.public
    def writing(title: str) -> str:
        event(opened(), title, date(2027, 3, 8))
        if title == "hỏng":
            raise InvalidInput("Dữ liệu hỏng.")
        return ""

    form = {"csrf_token": token(client, "/signin")}
    broken = client.post("/writing/hỏng", data=form)
    assert "Dữ liệu hỏng." in broken.get_data(as_text=True)
    assert client.post("/writing/được", data=form).status_code == 200
    page = client.get("/agenda").get_data(as_text=True)
    assert "hỏng" not in page
    assert "được</a>" in page
