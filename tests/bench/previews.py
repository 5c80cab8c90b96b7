"""Previews try the decision and roll it back: how long that holds SQLite's write lock, and what sending loses by it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, time
from functools import partial

from sqlalchemy import text
from support import rows

from campaign import create_app
from campaign.audit import Author
from campaign.calendar import planning, revision
from campaign.calendar.agency import UnitOfWork, agency_of
from campaign.calendar.draft import draft_of
from campaign.calendar.when import When
from campaign.config import Config, Mail
from campaign.db import Database
from campaign.desk import decisions, scheduling
from campaign.engine import rendering
from campaign.mailing.composer import Composer
from campaign.mailing.preview import consequences
from campaign.mailing.sender import MailSender
from campaign.models import Event
from campaign.sending.rendering import prepare

from .delivery import DUE, NUMBER, sink
from .measure import Line, cost, gain, take_turns, wall
from .stage import NOW, Stage

ROUNDS = 15
BETWEEN = 0.5
"""Seconds between two previews: as often as one organizer who types without a pause asks for them."""
BY = Author("bench")
Decide = Callable[[UnitOfWork, Event], None]


def run(stage: Stage) -> Iterator[Line]:
    with stage.database() as database, stage.database() as elsewhere, sink() as port:
        mail = Mail(server="127.0.0.1", port=port, security="none", rate_per_second=1e6, timeout=10.0)
        configs = {each: replace(stage.config(each), mail=mail) for each in (database, elsewhere)}
        (single, weekly), _same = (seed(each, configs[each]) for each in (database, elsewhere))
        tries = {"move": (single, move), "move of 72 weeks": (weekly, later)}
        for what, (number, decide) in tries.items():
            sides = take_turns(
                ROUNDS,
                ours=lambda number=number, decide=decide: wall(partial(tried, database, number, decide)),
                reference=lambda number=number, decide=decide: wall(partial(done, database, number, decide)),
            )
            held, act = sides["ours"], sides["reference"]
            note = "how long the lock is held; reference: the act"
            yield cost(f"preview of a {what}", stage.backend, held, act, at_most=2.0, note=note)
        previews = {each: partial(tried, each, weekly, later) for each in (database, elsewhere)}
        rates = sending(database, configs[database], list(previews.values()))
        note = f"every {BETWEEN} s; reference: previews of another database"
        yield gain("sending beside previews", stage.backend, *rates, at_least=0.7, unit="mails/s", note=note)


def seed(database: Database, config: Config) -> tuple[int, int]:
    """A thousand members, a meeting and a weekly one for all of them, and a seminar whose mail is due."""
    rows.seminar(database, config, NOW, NUMBER)
    with database.write() as session:
        found = []
        for rule in ("", "FREQ=WEEKLY"):
            made = rows.draft(session, NOW, date(2027, 6, 1), start=time(8), end=time(9), rule=rule, audience_all=True)
            decisions.confirm(UnitOfWork(session, NOW, BY, agency_of(session, config)), made)
            found.append(made.id)
        return found[0], found[1]


def move(work: UnitOfWork, event: Event) -> None:
    """From one day to the other, and back."""
    day = date(2027, 6, 3 if event.first_day == date(2027, 6, 1) else 1)
    decisions.move(work, event, None, When(day, None, time(8), time(9)), notify=True)


def later(work: UnitOfWork, event: Event) -> None:
    """The whole series half an hour later, or earlier: every occurrence and every reminder is made anew."""
    half = 0 if event.start_time == time(8, 30) else 30
    draft = replace(draft_of(work.session, event), start=time(8, half), end=time(9, half))
    scheduling.edit(work, event, draft, version=event.version, notify=True)


def done(database: Database, number: int, decide: Decide) -> None:
    with database.write() as session:
        decide(UnitOfWork(session, NOW, BY, agency_of(session, Config())), session.get(Event, number))


def tried(database: Database, number: int, decide: Decide) -> None:
    with database.trial() as session:
        work, event = UnitOfWork(session, NOW, BY, agency_of(session, Config())), session.get(Event, number)

        def act() -> Event:
            decide(work, event)
            return event

        consequences(work, event, None, act)


def sending(database: Database, config: Config, previews: list[Callable[[], None]]) -> tuple[float, float]:
    """Mails a second beside each of the previews."""
    with database.write() as session:
        suffix = f".{revision.ensure(session, now=NOW).instance}@example.org>"
        planning.plan_due(session.connection(), now=DUE, id_suffix=suffix)
    composer = Composer(config, rendering(create_app(config, database)))
    prepare(database, composer.compose, now=DUE, limit=NUMBER)

    def rate(preview: Callable[[], None]) -> float:
        with database.begin() as connection:
            connection.execute(text("UPDATE message SET result = NULL, settled_at = NULL, attempts = 0"))
        stop = threading.Event()
        thread = threading.Thread(target=repeat, args=(preview, stop))
        post = MailSender(config, database, composer, clock=lambda: DUE)
        thread.start()
        found = NUMBER * 1000 / wall(post.deliver_due)
        stop.set()
        thread.join()
        post.close()
        return found

    rates = take_turns(4, here=partial(rate, previews[0]), elsewhere=partial(rate, previews[1]))
    return rates["here"], rates["elsewhere"]


def repeat(preview: Callable[[], None], stop: threading.Event) -> None:
    while not stop.wait(BETWEEN):
        preview()
