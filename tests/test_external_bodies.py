"""Other bodies (Sở Nội vụ, Hội LHPN): not of everybody, never "đồng chí", and invited where an event says so."""

from __future__ import annotations

from datetime import date, time
from email import message_from_bytes, policy

import pytest
from sqlalchemy import select
from support import rows
from support.desk import post, signed_in
from support.post import Desk

from campaign.calendar import audience, feeds
from campaign.calendar.draft import Draft
from campaign.mailing.composer import Composer
from campaign.models import Group, Member, Reminder
from campaign.models.member import EXTERNAL
from campaign.tokens import PERSONAL, UNSUBSCRIBE, Tokens
from campaign.web.language import rendering


@pytest.fixture
def people(database, now):
    """Ids: one of us, one of another body, and the group of that body."""
    with database.write() as session:
        ours, other = rows.members(session, 2, now)
        body = rows.group(session, now, [other])
        other.name, body.name, body.kind = "Sở Nội vụ", "Sở Nội vụ", EXTERNAL
        return ours.id, other.id, body.id


def reminded(app, database, config, **values):
    """The text of each mail that reminds of an event, by its reader's name."""
    with database.write() as session:
        agency = rows.agency(session, config, "3 working days before")
        made = rows.event(session, agency, app.extensions["campaign"].now(), date(2027, 3, 8), start=time(14), **values)
        due = session.scalars(select(Reminder.due_at)).one()
        made_id = made.id
    rows.plan(database, due)
    composer = Composer(config, rendering(app))
    desk = Desk(database, due, compose=composer.compose)
    desk.deliver(due)
    mails = [message_from_bytes(composer.stamp(*sent), policy=policy.default) for sent in desk.sent]
    return {mail["To"].addresses[0].display_name: mail for mail in mails}, made_id


def test_everybody_is_the_agency_itself(app, database, config, people):
    ours, other, _body = people
    mails, event_id = reminded(app, database, config)
    assert "Sở Nội vụ" not in mails
    with database.read() as session:
        assert session.scalars(audience.ids_of(event_id)).all() == [ours]
        assert session.scalars(audience.events_for(other)).all() == []
        assert audience.count(session, Draft(kind="seminar", title="Tọa đàm", audience_all=True)) == 1


def test_body_that_is_invited_is_addressed_as_a_body(app, database, config, people):
    with database.read() as session:
        body = session.get_one(Group, people[2])
    mails, event_id = reminded(
        app, database, config, audience_all=True, groups=[body], description="đồng chí Trang chủ trì"
    )
    assert len(mails) == 2
    mail = mails["Sở Nội vụ"]
    assert mail["Content-Language"] == "vi"
    for part in ("plain", "html"):
        text = mail.get_body((part,)).get_content()
        assert "Kính gửi Sở Nội vụ," in text
        assert "nhắc quý cơ quan về hoạt động sau" in text
        assert text.replace("đồng chí Trang", "").count("đồng chí") == 0
        assert "Quý cơ quan có tham dự không?" in text
    mails.pop("Sở Nội vụ")
    (colleague,) = mails.values()
    assert "Kính gửi đồng chí Nguyễn Thị An" in colleague.get_body(("plain",)).get_content()
    with database.read() as session:
        both = Draft(kind="seminar", title="Tọa đàm", audience_all=True, group_ids=frozenset({people[2]}))
        assert audience.count(session, both) == 2
        assert len(session.scalars(audience.ids_of(event_id)).all()) == 2


def test_pages_of_a_body_address_it_as_one(client, config, people):
    tokens = Tokens([config.server.secret_key])
    for path, purpose in (("my", PERSONAL), ("u", UNSUBSCRIBE)):
        ours, theirs = (client.get(f"/{path}/{tokens.sign(purpose, number)}").text for number in people[:2])
        assert "đồng chí" in ours.lower()
        assert "đồng chí" not in theirs.lower()
        assert "quý cơ quan" in theirs.lower()
        assert "đồng chí" not in client.get(f"/{path}/{tokens.sign(purpose, people[1])}?lang=en").text.lower()


def test_calendar_of_a_body_has_only_what_it_is_invited_to(app, database, config, people):
    reminded(app, database, config)
    with database.read() as session:
        slug = session.get_one(Group, people[2]).slug
        connection = session.connection()
        shown = feeds.build(connection, feeds.public(connection, "all", config=config, groups=(slug,))).body
    assert b"VEVENT" not in shown


def test_group_is_made_another_body_on_its_page(app, database, people):
    desk = signed_in(app)
    assert "Cơ quan bên ngoài" in desk.get("/desk/groups").text
    post(desk, "/desk/groups", {"name": "Hội LHPN tỉnh", "kind": EXTERNAL})
    with database.read() as session:
        assert session.scalars(select(Group.kind).where(Group.name == "Hội LHPN tỉnh")).one() == EXTERNAL
        found = {number: audience.is_external(session, session.get_one(Member, number)) for number in people[:2]}
    assert list(found.values()) == [False, True]
