"""What an attack found around accounts and requests, each held by the test that failed before."""

from __future__ import annotations

import logging
import re
import statistics
import threading
import time
from dataclasses import replace

import pytest
from sqlalchemy import func, select
from support.desk import TOKEN, browser_of, person, post, signed_in, token

from accounts.house import application
from campaign.access import passwords
from campaign.errors import InvalidInput
from campaign.models import AuditEntry, Event, OneTimeLink, Role, User

HUGE = (2**31, 2**63 - 1, 2**63, 10**30)
QUERY = ("year", "id", "page", "month", "group", "contact", "event", "before", "keep", "gone", "week", "duty", "day")
YEARS = ("0001", "9999", "0", "10000", str(2**63))


@pytest.fixture
def acts(database):
    """The verbs of the audit log on accounts, the first first."""

    def found(verb: str | None = None):
        with database.read() as session:
            rows = session.scalars(select(AuditEntry).where(AuditEntry.subject_type == "user").order_by(AuditEntry.id))
            return [row for row in rows if verb is None or row.verb == verb]

    return found


@pytest.mark.requirement("S11")
@pytest.mark.parametrize("prefix", ["//evil.example", "/\\evil", "/a b", "/a\r\nX: y", "javascript:", "/../..//evil"])
@pytest.mark.only("sqlite")
def test_forwarded_prefix_never_leads_away(config, database, hour, prefix) -> None:
    app = application(replace(config, server=replace(config.server, proxies=1)), database, hour)
    headers = {"Host": "lich.example.org", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "lich.example.org"}
    try:
        answer = app.test_client().get("/agenda", headers=headers | {"X-Forwarded-Prefix": prefix})
    except ValueError:
        return  # a line break does not even become a header
    assert "evil" not in answer.get_data(as_text=True)
    assert not re.search(r'(?:href|src|action)="(?://|/\\)', answer.get_data(as_text=True))


@pytest.mark.requirement("S43")
@pytest.mark.only("sqlite")
def test_numbers_and_years_beyond_the_calendar_are_no_defects(app, caplog) -> None:
    boss, asked, wrong = signed_in(app, Role.ADMINISTRATOR), 0, []
    fixed = {"slug": "x", "uid": "x@example.org", "token": "x", "kind": "seminar", "code": "vi", "language": "vi"}
    for rule in app.url_map.iter_rules():
        if "GET" not in rule.methods or rule.endpoint == "static":
            continue
        for value in (*HUGE, *YEARS):
            values = {name: fixed.get(name, value) for name in rule.arguments}
            address = re.sub(r"<[^>]*?(\w+)>", lambda found, values=values: str(values[found[1]]), rule.rule)
            query = dict.fromkeys(QUERY, value)
            for answer in (boss.get(address), boss.get(address, query_string=query)):
                asked += 1
                if answer.status_code >= 500 and answer.status_code != 503:
                    wrong.append((address, value, answer.status_code))
    assert wrong == []
    assert asked > 500


@pytest.mark.requirement("S4")
@pytest.mark.parametrize(
    "password",
    [
        "sovanhoatinhbinhminh",
        "So Van Hoa tinh Binh Minh 2027",
        "Sở Văn hóa tỉnh Bình Minh",
        "BinhMinh2027!!!",
        "SoVanHoa-TinhBinhMinh",
    ],
)
def test_password_made_of_the_name_of_the_agency_is_refused(password) -> None:
    with pytest.raises(InvalidInput):
        passwords.check(password, words=("Sở Văn hóa tỉnh Bình Minh", "", "Lê Thị Bích Hằng", "hang@example.org"))


def test_password_of_unrelated_words_is_taken() -> None:
    passwords.check("cầu vồng đạp xe ngược gió", words=("Sở Văn hóa tỉnh Bình Minh", "Lê Thị Bích Hằng"))


def fields_of(page: str) -> dict[str, str]:
    return dict(re.findall(r'name="(csrf_token|form_key)" value="([^"]+)"', page))


def test_four_parallel_posts_of_one_form_make_one_event(app, database) -> None:
    user = person(app, Role.ORGANIZER)
    page = browser_of(app, user)
    form = page.get("/desk/events/new").text
    assert TOKEN.search(form)
    data = {**fields_of(form), "title": "Tọa đàm", "kind": "seminar", "first": "16/3/2027", "audience_all": "1"}
    cookies = [
        page.get_cookie(name, domain=domain)
        for name, domain in (("__Host-signin", "lich.example.org"), ("__Host-session", "lich.example.org"))
    ]
    statuses = []

    def send() -> None:
        client = app.test_client()
        for each in cookies:
            client.set_cookie(each.key, each.value, domain="lich.example.org")
        statuses.append(client.post("/desk/events", data=data).status_code)

    threads = [threading.Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Event)) == 1
    assert min(statuses) in {302, 303}
    assert set(sorted(statuses)[1:]) <= {409, 503}


@pytest.mark.only("sqlite")
def test_form_that_was_refused_can_be_sent_again(app, database) -> None:
    desk = signed_in(app, Role.ADMINISTRATOR)
    first = fields_of(desk.get("/desk/rooms").text)
    assert desk.post("/desk/rooms", data={**first, "name": ""}).status_code == 200
    again = fields_of(desk.get("/desk/rooms").text)
    assert again["form_key"] != first["form_key"]
    assert desk.post("/desk/rooms", data={**again, "name": "Phòng họp 1"}).status_code == 303
    assert desk.post("/desk/rooms", data={**again, "name": "Phòng họp 2"}).status_code == 409


@pytest.mark.requirement("S12")
@pytest.mark.only("sqlite")
def test_test_mails_are_limited_and_say_when_to_come_back(app) -> None:
    boss = signed_in(app, Role.ADMINISTRATOR)
    answers = [post(boss, "/desk/texts/reminder/vi/sample") for _ in range(11)]
    assert {answer.status_code for answer in answers[:10]} == {303}
    assert answers[10].status_code == 429
    assert int(answers[10].headers["Retry-After"]) > 0


@pytest.mark.requirement("S58")
def test_audit_log_knows_sign_ins_rights_passwords_and_exports(app, database, acts) -> None:
    user = person(app, Role.READER)
    boss = signed_in(app, Role.ADMINISTRATOR)
    assert [row.new["way"] for row in acts("sign in")] == ["link"]
    post(
        boss,
        "/desk/users",
        {"name": "Trần An", "address": "an@example.org", "role": 2, "language": "vi", "reach": "all"},
    )
    post(boss, f"/desk/users/{user}", {"name": "Lê Thị Bích Hằng", "role": 2, "reach": "all"})
    post(boss, f"/desk/users/{user}/disablement")
    post(boss, f"/desk/users/{user}/reinstatement")
    assert boss.get("/desk/lists/people.csv").status_code == 200
    post(boss, "/account/password", {"new": "cầu vồng đạp xe ngược gió", "again": "cầu vồng đạp xe ngược gió"})
    verbs = [row.verb for row in acts()]
    assert verbs[:5] == ["sign in", "create", "edit", "disable", "enable"]
    assert {"export", "set password"} <= set(verbs)
    assert acts("edit")[0].new == {"role": "ORGANIZER"}
    with database.read() as session:
        said = str([(row.old, row.new) for row in session.scalars(select(AuditEntry))])
    assert "cầu vồng" not in said
    assert "$argon2" not in said


@pytest.mark.requirement("S28")
@pytest.mark.only("sqlite")
def test_failed_sign_in_is_logged_without_what_was_typed(app, caplog) -> None:
    client = app.test_client()
    data = {"csrf_token": token(client, "/signin"), "address": "ai@example.org", "password": "mat khau bi mat 27"}
    with caplog.at_level(logging.WARNING):
        client.post("/signin/password", data=data)
    record = next(each for each in caplog.records if getattr(each, "action", "") == "signin_failed")
    assert record.way == "password"
    assert "mat khau" not in caplog.text
    assert "ai@example.org" not in caplog.text


@pytest.mark.requirement("S7")
@pytest.mark.only("sqlite")
def test_known_and_unknown_addresses_cost_the_same_statements_and_time(app, database) -> None:
    from support.queries import counted  # noqa: PLC0415

    addresses = [f"co.{number}@example.org" for number in range(40)]
    for address in addresses:
        person(app, Role.READER, address=address)
    client, taken, numbers = app.test_client(), {True: [], False: []}, {True: set(), False: set()}
    csrf = token(client, "/signin")
    for number, address in enumerate(addresses):
        for known in (True, False):
            asked = address if known else f"khong.{number}@example.org"
            began = time.perf_counter()
            with counted() as queries:
                client.post("/signin/link", data={"csrf_token": csrf, "address": asked})
            taken[known].append(time.perf_counter() - began)
            numbers[known].add(len(queries))
    assert numbers[True] == numbers[False]
    assert abs(statistics.median(taken[True]) - statistics.median(taken[False])) < 0.010
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(OneTimeLink)) > 0
        assert session.scalar(select(func.count()).select_from(User)) == 40
