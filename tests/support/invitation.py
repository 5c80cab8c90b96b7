"""An event with people who are invited to it, and their answers."""

from __future__ import annotations

from datetime import date, time

from sqlalchemy import select
from support import rows

from campaign.audit import Author
from campaign.calendar import answering, revision, seats
from campaign.calendar.agency import UnitOfWork
from campaign.calendar.answering import Reply
from campaign.desk import notices
from campaign.models import Event, Member, Notice, Occurrence, Response
from campaign.tokens import Tokens

DAY = date(2027, 3, 8)


class Invitation:
    """A seminar on 8 March with so many invited and so many seats; answers by the place of a person among them."""

    def __init__(self, database, config, now, people=3, language="vi", **values):
        self.database, self.config, self.now = database, config, now
        with database.write() as session:
            self.members = [each.id for each in rows.members(session, people, now, language=language)]
            agency = rows.agency(session, config, "3 working days before")
            event = rows.event(session, agency, now, DAY, start=time(14), end=time(16, 30), **values)
            self.event = event.id
            self.occurrence = rows.occurrences(session, event.id)[0].id

    def work(self, session, now=None, name="test"):
        return UnitOfWork(session, now or self.now, Author(name), rows.agency(session, self.config))

    def answer(self, person, answer, note="", delegate=None, now=None):
        with self.database.write() as session:
            member = session.get_one(Member, self.members[person])
            other = session.get_one(Member, self.members[delegate]) if delegate is not None else None
            event, occurrence = session.get_one(Event, self.event), session.get_one(Occurrence, self.occurrence)
            given = Reply(answer, note, other)
            return answering.reply(self.work(session, now, member.name), event, occurrence, member, given).answer

    @property
    def answers(self):
        with self.database.read() as session:
            found = dict(session.execute(select(Response.member_id, Response.answer)).all())
        return [found.get(member) for member in self.members]

    @property
    def told(self):
        """Whom notices about a seat name, and in which case."""
        with self.database.read() as session:
            query = select(Notice).where(Notice.kind == "seat").order_by(Notice.id)
            return [(self.members.index(each.facts["members"][0]), each.text) for each in session.scalars(query)]

    def tally(self):
        with self.database.read() as session:
            event, occurrence = session.get_one(Event, self.event), session.get_one(Occurrence, self.occurrence)
            return seats.tally(session, event, occurrence)

    def link(self, person):
        return f"/r/{Tokens([self.config.server.secret_key]).sign_answer(self.occurrence, self.members[person])}"

    def plan(self, at):
        with self.database.write() as session:
            instance = revision.ensure(session, now=at).instance
            return notices.plan_due(session.connection(), now=at, id_suffix=f".{instance}@example.org>")
