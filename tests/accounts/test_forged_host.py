"""A forged host, by whatever header, changes no link of any mail that a request sets off; a foreign Host is refused."""

from __future__ import annotations

import email
import re
from datetime import date
from email.message import Message
from urllib.parse import urlsplit

import pytest
from sqlalchemy import update
from support import rows
from support.desk import signed_in, token
from support.queries import counted
from web.desk.house import build, confirmed, drafted, event_of
from web.rows import NOW

from accounts.house import path
from campaign.calendar.draft import Draft
from campaign.engine import rendering
from campaign.mailing.accountmail import AccountMailSender
from campaign.mailing.composer import Composer
from campaign.mailing.sender import MailSender
from campaign.models import Group, Member
from campaign.scheduler import Clockwork
from campaign.web import csrf

pytestmark = [pytest.mark.only("sqlite"), pytest.mark.requirement("S34")]
EVIL = "evil.example"
FORGED = {
    "X-Forwarded-Host": EVIL,
    "X-Forwarded-Server": EVIL,
    "X-Forwarded-Proto": "http",
    "X-Forwarded-Port": "8443",
    "X-Forwarded-Prefix": f"//{EVIL}",
    "Forwarded": f"host={EVIL};proto=http",
    "X-Host": EVIL,
    "X-Original-Host": EVIL,
    "X-HTTP-Host-Override": EVIL,
    "X-Original-URL": f"https://{EVIL}/",
    "X-Rewrite-URL": f"https://{EVIL}/",
    "Origin": "https://lich.example.org",
    "Referer": f"https://{EVIL}/desk",
}
MEMBER = "m0@example.org"


@pytest.fixture
def staged(app, database, config, hour):
    """The events that the triggers need, and the clock's jobs at the test's hour."""
    hour.at = NOW
    house = build(database, config)
    groups = frozenset({house.staff})
    with database.write() as session:
        session.get_one(Group, house.committee).kind = "unit"
        session.execute(update(Member).values(unit_id=house.committee))
    report = Draft(
        kind="report", title="Báo cáo quý I", first=date(2027, 3, 20), group_ids=frozenset({house.committee})
    )
    draft = Draft(kind="seminar", title="Tập huấn", first=date(2027, 3, 18), group_ids=groups)
    events = {
        "draft": drafted(database, config, draft),
        "talk": house.talk,
        "report": confirmed(database, config, report),
    }  # fmt: skip
    render, mail = rendering(app), app.extensions["mail"]
    sender = MailSender(config, database, Composer(config, render), mail, clock=hour)
    accounts = AccountMailSender(config, database, render, mail, clock=hour)
    yield events, Clockwork(config, database, sender, accounts, hour)
    sender.close()
    accounts.close()


def triggers(database, events) -> dict[str, tuple[str, dict[str, object]]]:
    """What a person can do that sends mail, with the form's fields: by endpoint."""
    (report,) = occurrences(database, events["report"])
    draft, talk = (f"/desk/events/{events[name]}" for name in ("draft", "talk"))
    invited = {"name": "Trần An", "address": "an@example.org", "role": 2, "language": "vi", "reach": "all"}
    return {
        "users.invite": ("/desk/users", invited),
        "texts.send": ("/desk/texts/reminder/vi/sample", {}),
        "signin.ask": ("/signin/link", {"address": "an@example.org"}),
        "decisions.confirmation_taken": (f"{draft}/confirmation", {"invite": "1", "tell": "1"}),
        "answers.send_link": (f"/registration/{events['talk']}", {"address": MEMBER}),
        "decisions.move_taken": (f"{talk}/move", {"first": "17/3/2027", "start": "9h00", "end": "10h00", "tell": "1"}),
        "reports.chase": (f"/desk/reports/{report}/chasing", {}),
        "decisions.cancellation_taken": (f"{talk}/cancellation", {"reason": "Bão số 3", "tell": "1"}),
    }


def occurrences(database, uid: str) -> list[int]:
    with database.read() as session:
        return [each.id for each in rows.occurrences(session, event_of(database, uid).id)]


def test_forged_host_changes_no_link_of_any_mail(app, database, config, hour, staged) -> None:
    events, clockwork = staged
    folder, read, found = config.folder / "mail", set(), {}
    for endpoint, (address, data) in triggers(database, events).items():
        client = app.test_client() if endpoint.startswith(("signin.", "answers.")) else signed_in(app)
        page = "/signin" if endpoint.startswith(("signin.", "answers.")) else "/account"
        version = database_version(database, address, events)
        fields = {"csrf_token": token(client, page), **version, **data}
        assert client.post(address, data=fields, headers=FORGED).status_code < 400, endpoint
        for minutes in (0, 11):
            hour.later(minutes=minutes)
            for job in (clockwork.plan, clockwork.deliver, clockwork.answer):
                job()
        new = set(folder.glob("*.eml")) - read
        read |= new
        found[endpoint] = [email.message_from_bytes(file.read_bytes()) for file in new]
    assert [endpoint for endpoint, mails in found.items() if not mails] == []
    for endpoint, mails in found.items():
        for mail in mails:
            assert EVIL not in decoded(mail), endpoint
            links = re.findall(r"https?://[^\s\"<>]+", decoded(mail))
            assert {urlsplit(link)[:2] for link in links} == {("https", "lich.example.org")}, endpoint
    print({endpoint: len(mails) for endpoint, mails in found.items()})


def database_version(database, address: str, events: dict[str, str]) -> dict[str, object]:
    """The version that a decision's form carries."""
    uid = next((uid for uid in events.values() if uid in address), None)
    return {"version": event_of(database, uid).version} if uid else {}


def decoded(mail: Message) -> str:
    """All headers and parts of a mail."""
    parts = [part.get_payload(decode=True).decode() for part in mail.walk() if not part.is_multipart()]
    return "\n".join([*(f"{name}: {value}" for name, value in mail.items()), *parts])


def test_foreign_host_is_refused_on_every_route_that_changes_something(app, config) -> None:
    """Whatever sends mail is among them, so a new trigger is held as well."""
    known, asked = {"uid": "x@example.org", "year": 2027, "month": 3, "slug": "so"}, 0
    client = signed_in(app)
    data = {"csrf_token": token(client)}
    for rule in app.url_map.iter_rules():
        for method in sorted(rule.methods - {"GET", "HEAD", "OPTIONS"}):
            with counted() as seen:
                answer = client.open(path(rule, known), method=method, data=data, base_url=f"https://{EVIL}")
            assert (answer.status_code, list(seen), EVIL in answer.text) == (400, [], False), rule.rule
            asked += 1
    assert asked > 90
    assert set(csrf.EXEMPT) <= set(app.view_functions)
