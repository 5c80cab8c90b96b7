"""Twenty at once on one event: one effect each, nothing lost, no reminder and no notice twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, time, timedelta
from threading import Barrier

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from campaign import audit
from campaign.audit import Author
from campaign.calendar import planning
from campaign.calendar.agency import UnitOfWork
from campaign.calendar.when import When
from campaign.db import Database
from campaign.desk import decisions, notices, rolling, scheduling, undo
from campaign.errors import Conflict
from campaign.models import Event, Message, Notice, Occurrence, Plan, Reminder, Result
from campaign.sending.outbox import OUTBOX
from tests.desk.conftest import NOW, TRANG
from tests.support.readers import Readers

MANY = 20
SUFFIX = ".test@example.org>"
MINUTE = timedelta(minutes=1)
Act = Callable[[Session, Event, int], object]


@pytest.fixture
def number(database: Database, agency, seminar) -> int:
    with database.write() as session:
        return scheduling.create(UnitOfWork(session, NOW, TRANG, agency), seminar).id


@pytest.fixture
def confirmed(database: Database, agency, number: int) -> int:
    with database.write() as session:
        decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), session.get(Event, number))
    return number


def together(database: Database, number: int, act: Act) -> Counter[object]:
    """All begin at the same moment, each in its own transaction; how often which answer came."""
    gate = Barrier(MANY)

    def one(nth: int) -> object:
        gate.wait()
        try:
            with database.write() as session:
                return act(session, session.get(Event, number), nth)
        except Conflict:
            return Conflict

    with ThreadPoolExecutor(MANY) as pool:
        return Counter(pool.map(one, range(MANY)))


def count(session: Session, model: type, *where: object) -> int:
    return session.scalar(select(func.count()).select_from(model).where(*where))


def verbs(session: Session, number: int) -> Counter[str]:
    return Counter(act.verb for act in audit.of(session, "event", number))


def test_confirmations(database, agency, number) -> None:
    answers = together(
        database,
        number,
        lambda session, event, nth: decisions.confirm(
            UnitOfWork(session, NOW, Author(f"Người {nth}"), agency), event, invite=True
        ),
    )
    assert answers == {True: 1, False: MANY - 1}
    with database.read() as session:
        assert verbs(session, number) == {"create": 1, "confirm": 1}
        assert (count(session, Reminder), count(session, Notice), count(session, Occurrence)) == (2, 1, 1)


def test_moves_to_the_same_day(database, agency, confirmed) -> None:
    to = When(date(2027, 3, 18), None, time(8), time(10))
    answers = together(
        database,
        confirmed,
        lambda session, event, _nth: decisions.move(
            UnitOfWork(session, NOW, TRANG, agency), event, None, to, notify=True
        ),
    )
    assert answers == {True: 1, False: MANY - 1}
    with database.read() as session:
        assert verbs(session, confirmed)["move"] == 1
        assert (count(session, Reminder), count(session, Notice), count(session, Occurrence)) == (2, 1, 1)
        assert session.get(Event, confirmed).sequence == 1


def test_moves_to_different_days(database, agency, confirmed) -> None:
    """Nobody said what he had seen, so each is taken in its turn: the last one holds, one notice says so."""
    days = [date(2027, 3, 17) + timedelta(days=n) for n in range(MANY)]
    answers = together(
        database,
        confirmed,
        lambda session, event, nth: decisions.move(
            UnitOfWork(session, NOW, TRANG, agency), event, None, When(days[nth], None, time(8), time(10)), notify=True
        ),
    )
    assert answers == {True: MANY}
    with database.read() as session:
        event = session.get(Event, confirmed)
        (notice,) = session.scalars(select(Notice)).all()
        (occurrence,) = session.scalars(select(Occurrence)).all()
        moves = [act for act in audit.of(session, "event", confirmed) if act.verb == "move"]
        live = session.scalars(select(Reminder).where(Reminder.cancelled_at.is_(None))).all()
        assert event.sequence == MANY
        assert occurrence.first_day == event.first_day
        assert notice.facts["when"] == ["2027-03-16", "2027-03-16", "14:00:00", "16:30:00"]
        assert [act.old["when"] for act in moves[:-1]] == [act.new["when"] for act in moves[1:]]
        assert len({reminder.lead for reminder in live}) == len(live) == 2


def test_edits_of_those_who_saw_the_same(database, agency, confirmed) -> None:
    with database.read() as session:
        event = session.get(Event, confirmed)
        seen, version = scheduling.draft_of(session, event), event.version

    def edit(session: Session, event: Event, nth: int) -> str:
        draft = replace(seen, title=f"Tọa đàm {nth}")
        scheduling.edit(
            UnitOfWork(session, NOW, Author(f"Người {nth}"), agency), event, draft, version=version, notify=True
        )
        return "kept"

    assert together(database, confirmed, edit) == {"kept": 1, Conflict: MANY - 1}
    with database.read() as session:
        assert verbs(session, confirmed)["edit"] == 1
        assert audit.last(session, "event", confirmed).new["title"] == session.get(Event, confirmed).title
        assert count(session, Notice) == 1


def test_cancellations(database, agency, confirmed) -> None:
    with database.write() as session:
        work = UnitOfWork(session, NOW, TRANG, agency)
        notices.note_invitation(work, session.get_one(Event, confirmed))
        assert len(Readers(session).deliver(NOW)) == 6
    answers = together(
        database,
        confirmed,
        lambda session, event, _nth: decisions.cancel(
            UnitOfWork(session, NOW, TRANG, agency), event, reason="Bão", notify=True
        ),
    )
    assert answers == {True: 1, False: MANY - 1}
    with database.read() as session:
        assert count(session, Notice, Notice.kind == "cancellation") == 1
        assert count(session, Reminder, Reminder.cancelled_at.is_(None)) == 0


def test_confirmation_is_undone_once(database, agency, confirmed) -> None:
    with database.read() as session:
        act = audit.last(session, "event", confirmed).id

    def take_back(session: Session, event: Event, _nth: int) -> str:
        undo.undo(UnitOfWork(session, NOW + MINUTE, TRANG, agency), event, act)
        return "undone"

    assert together(database, confirmed, take_back) == {"undone": 1, Conflict: MANY - 1}
    with database.read() as session:
        assert verbs(session, confirmed) == {"create": 1, "confirm": 1, "undo": 1}
        assert (session.get(Event, confirmed).is_draft, count(session, Reminder)) == (True, 0)


@pytest.mark.parametrize("seed", range(3))
def test_no_mail_leaves_an_event_whose_confirmation_was_undone(database, agency, number, seed) -> None:
    """The clock plans, senders claim and organizers undo, all at once: either mails are out, or it is a draft."""
    with database.write() as session:
        event = session.get(Event, number)
        decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), event, invite=True)
        act = audit.last(session, "event", number).id

    def do(session: Session, event: Event, nth: int) -> str:
        if nth % 3 == seed:
            undo.undo(UnitOfWork(session, NOW, TRANG, agency), event, act)
        elif nth % 3 == (seed + 1) % 3:
            notices.plan_due(session.connection(), now=NOW, id_suffix=SUFFIX)
        else:
            OUTBOX.claim(session.connection(), now=NOW, limit=2, lease=timedelta(minutes=5), token=f"t{nth}")
        return "done"

    together(database, number, do)
    with database.read() as session:
        held = count(session, Message, Message.token.is_not(None))
        waiting = count(session, Message, Message.result.is_(None))
        open_notices = count(session, Notice, Notice.planned_at.is_(None), Notice.cancelled_at.is_(None))
        if session.get(Event, number).is_draft:
            assert (held, waiting, open_notices) == (0, 0, 0)
        else:
            assert held > 0
            assert count(session, Message, Message.result == Result.SUPPRESSED) == 0


def test_clock_and_edits_do_not_pass_each_other(database, agency, confirmed) -> None:
    """While the clock plans, others change: what was told and what is still to tell add up to all that changed."""

    def act(session: Session, event: Event, nth: int) -> str:
        now = NOW + nth * MINUTE
        if nth % 4 == 0:
            planning.plan_due(session.connection(), now=now, id_suffix=SUFFIX)
            notices.plan_due(session.connection(), now=now, id_suffix=SUFFIX)
        else:
            to = When(date(2027, 3, 16), None, time(8, nth), time(10))
            decisions.move(UnitOfWork(session, now, TRANG, agency), event, None, to, notify=True)
        return "done"

    assert together(database, confirmed, act) == {"done": MANY}
    with database.write() as session:
        mails = Readers(session).deliver(NOW + timedelta(days=1))
        last = {mail.member: mail.facts.when for mail in mails}
        assert len(last) == 6
        assert set(last.values()) == {When.of(session.get_one(Event, confirmed)).say()}


def test_rolls(database, agency, confirmed) -> None:
    def roll(session: Session, _event: Event, _nth: int) -> int:
        return len(rolling.roll(UnitOfWork(session, NOW, TRANG, agency), 2028, [confirmed]))

    assert together(database, confirmed, roll) == {1: 1, 0: MANY - 1}
    with database.read() as session:
        assert (count(session, Event), count(session, Plan)) == (2, 1)
