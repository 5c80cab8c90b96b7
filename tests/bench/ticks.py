"""A tick with nothing to do, in a house with 30,000 reminders to come and 30,000 messages behind it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from sqlalchemy import text

from campaign.calendar import planning
from campaign.outcome import Accepted
from campaign.sending.delivery import DeliveryLoop

from .measure import Line, cost, median, wall
from .planning import DUE, SUFFIX, seed, vacuum
from .stage import Stage

ROUNDS = 200


def run(stage: Stage) -> Iterator[Line]:
    with stage.database() as database:
        seed(database)
        with database.begin() as connection:
            planning.plan_due(connection, now=DUE, id_suffix=SUFFIX)
            connection.execute(text("UPDATE message SET result = 'sent', settled_at = created_at"))
        vacuum(database)
        later = DUE + timedelta(minutes=1)

        def plan() -> None:
            with database.begin() as connection:
                planning.plan_due(connection, now=later, id_suffix=SUFFIX)

        courier = DeliveryLoop(database, lambda *_: Accepted(250, ""), lambda *_: ("", b""), lambda: later)
        for what, job in (
            ("tick of planning, nothing due", plan),
            ("tick of delivery, nothing due", courier.deliver_due),
        ):
            job()
            times = [wall(job) for _ in range(ROUNDS)]
            yield cost(what, stage.backend, median(times), 2.0, at_most=1.0, note="reference: 2 ms")
