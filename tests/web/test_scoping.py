"""Two groups with twin data: whoever is limited to one learns nothing of the other, whatever is asked for.

A sample runs with every test run; the whole is ``CROSS_REQUESTS=5000 python -m pytest tests/web/test_scoping.py``.
"""

from __future__ import annotations

import os
import random
import re
from datetime import date, time
from itertools import product

import pytest
from support import rows
from support.desk import person, post, signed_in, token
from web.rows import NOW
from web.rows import event as event_row

from campaign.models import AudienceMember, Group, Member, Role

pytestmark = pytest.mark.only("sqlite")
REQUESTS = int(os.environ.get("CROSS_REQUESTS", "300"))
SECRET = "Bí mật của nhóm kia"
HEADS = 37


@pytest.fixture
def two(database, config):
    """Ids of the own and of the other group, and what is behind the other one."""
    with database.write() as session:
        people = [member(number) for number in range(HEADS)]
        session.add_all(people)
        own = Group(name="Nhóm mình", slug="minh", kind="list", created_at=NOW, members=rows.members(session, 3, NOW))
        other = Group(name="Nhóm kia", slug="kia", kind="list", created_at=NOW, members=people)
        session.add_all([own, other])
        session.flush()
        when = {"start": time(8), "end": time(9), "draft": True}
        texts = dict.fromkeys(("description", "preparation", "place"), SECRET)
        named = [AudienceMember(member_id=people[1].id)]
        theirs = {"groups": [other], "contact_id": people[0].id, "named": named, **texts}
        draft = event_row(session, SECRET, date(2027, 3, 8), **when, **theirs)
        mine = event_row(session, "Của mình", date(2027, 3, 9), groups=[own], **when)
        return {
            "own": own.id, "other": other.id, "member_id": people[0].id, "gone": people[1].id, "keep": people[2].id,
            "uid": draft.uid, "mine": mine.uid, "occurrence": draft.id, "number": draft.id, "slug": "kia",
        }  # fmt: skip


def member(number: int) -> Member:
    address = f"bi.mat.{number}@example.org"
    return Member(name=f"{SECRET} {number}", address=address, address_key=address, created_at=NOW)


@pytest.fixture
def limited(app, two):
    return signed_in(app, Role.ORGANIZER, [two["own"]])


def leaks(answer) -> bool:
    text = answer.get_data(as_text=True)
    return SECRET.casefold() in text.casefold() or "bi.mat." in text


def addresses(app, two):
    """Every address with what belongs to the other group in its arguments."""
    chance = random.Random(9)
    for rule in app.url_map.iter_rules():
        if not rule.rule.startswith("/desk"):
            continue
        names = sorted(rule.arguments)
        choices = {"year": [2027], "language": ["vi"], "kind": ["seminar"], "month": [3]}
        numbers = [two["member_id"], two["other"], two["occurrence"], 1, 2]
        values = [choices.get(name, [two[name]] if name in two else numbers) for name in names]
        for combination in product(*values):
            with app.test_request_context():
                try:
                    yield rule, rule.build(dict(zip(names, combination, strict=True)))[1]
                except (TypeError, ValueError):
                    continue
    chance.random()


QUERIES = (
    "", "?q=bi.mat.1", f"?q={SECRET}", "?group=kia", "?unit=kia", "?state=left", "?person={member_id}",
    "?exclude={member_id}", "?contact={member_id}", "?group={other}", "?event={uid}", "?member={member_id}",
    "?keep={keep}&gone={gone}", "?year=2027", "?view=week&week=2027-03-08", "?day=2027-03-08", "?from={uid}",
    "?part_of={number}", "?subject=member&id={member_id}", "?page=2",
)  # fmt: skip


@pytest.mark.requirement("S15")
def test_requests_across_two_groups_show_nothing_of_the_other(app, database, limited, two) -> None:
    asked = [
        (rule, address, query.format(**two))
        for (rule, address), query in product(addresses(app, two), QUERIES)
        if "GET" in rule.methods and rule.endpoint != "static"
    ]
    forms = [(rule, address) for rule, address in addresses(app, two) if "POST" in rule.methods]
    chance = random.Random(17)
    csrf = token(limited)
    fields = {
        "csrf_token": csrf, "name": "X", "address": "bi.mat.3@example.org", "title": "X", "kind": "seminar",
        "first": "8/3/2027", "start": "8:00", "end": "9:00", "group_ids": [two["own"]],
        "include": "bi.mat.4@example.org", "exclude": f"{SECRET} 5", "person": "bi.mat.6@example.org",
        "keep": two["keep"], "gone": two["gone"],
        "ids": two["member_id"], "member_ids": two["member_id"], "groups": two["own"], "group": two["other"],
        "member": two["member_id"], "q": SECRET, "audience": "1 ngày trước", "reason": "x",
    }  # fmt: skip
    found = []
    for _ in range(REQUESTS):
        if chance.random() < 0.3:
            rule, address = chance.choice(forms)
            chosen = {name: value for name, value in fields.items() if name == "csrf_token" or chance.random() < 0.8}
            answer = limited.post(address, data=chosen, follow_redirects=True)
        else:
            rule, address, query = chance.choice(asked)
            answer = limited.get(address + query)
        text = answer.data.decode("utf-8", "replace")
        if query_echo(text):
            found.append((rule.endpoint, address, answer.status_code))
        assert answer.status_code < 500, (rule.endpoint, address)
    assert found == [], sorted({each[0] for each in found})


def query_echo(text: str) -> bool:
    """Whether the page says more of the other group than what was typed into it."""
    bare = re.sub(r'value="[^"]*"|<textarea[^>]*>.*?</textarea>|href="[^"]*"|action="[^"]*"', "", text, flags=re.DOTALL)
    bare = re.sub(r"“[^”]*”", "", bare)
    numbered = re.search(re.escape(SECRET) + r" \d", bare) or re.search(r"bi\.mat\.\d+@", bare)
    return bool(numbered) or f">{SECRET}" in bare


@pytest.mark.requirement("S15")
def test_taken_address_does_not_say_whose_it_is(limited, two) -> None:
    page = post(
        limited,
        "/desk/people",
        {"name": "An", "address": "bi.mat.7@example.org", "groups": two["own"], "unit": 0, "language": "vi"},
    ).text
    assert f"{SECRET} 7" not in page
    assert "không dùng được ở đây" in page


def test_administrator_still_learns_whose_address_it_is(app, two) -> None:
    boss = signed_in(app, Role.ADMINISTRATOR)
    page = post(
        boss, "/desk/people", {"name": "An", "address": "bi.mat.7@example.org", "unit": 0, "language": "vi"}
    ).text
    assert f"{SECRET} 7" in page


@pytest.mark.requirement("S15")
@pytest.mark.parametrize("field", ["include", "exclude", "person"])
def test_form_names_nobody_of_another_group(limited, two, field) -> None:
    data = {
        "title": "X",
        "kind": "seminar",
        "first": "16/3/2027",
        "group_ids": two["own"],
        field: "bi.mat.4@example.org",
    }
    page = post(limited, "/desk/events/warnings", data).text
    known = post(limited, "/desk/events/warnings", data | {field: "nobody@example.org"}).text
    assert page.replace("bi.mat.4", "nobody") == known
    answer = post(limited, "/desk/events", data)
    assert "Không tìm thấy" in answer.text


@pytest.mark.requirement("S15")
def test_head_count_leaves_the_other_group_out(limited, two) -> None:
    data = {"title": "X", "kind": "seminar", "first": "16/3/2027", "group_ids": two["other"], "audience_all": "1"}
    assert f"{HEADS}" not in re.sub(r"<[^>]*>", "", post(limited, "/desk/events/warnings", data).text)


@pytest.mark.requirement("S15")
def test_draft_of_another_group_is_not_found(app, limited, two) -> None:
    for address in (f"/desk/events/{two['uid']}", f"/desk/events/{two['uid']}/edit"):
        answer = limited.get(address)
        assert answer.status_code == 404
        assert not leaks(answer)
    assert limited.get(f"/desk/events/{two['mine']}").status_code == 200
    assert SECRET in signed_in(app, Role.READER).get(f"/desk/events/{two['uid']}").text


def test_board_shows_no_draft_of_another_group(app, limited, two) -> None:
    assert not leaks(limited.get("/desk/?year=2027"))
    assert leaks(signed_in(app, Role.ORGANIZER).get("/desk/?year=2027"))
    assert person(app) > 0
