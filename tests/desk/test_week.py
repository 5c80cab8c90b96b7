"""A week as a table, and the hours in which rooms are free."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from sqlalchemy import select

from campaign.calendar.agency import UnitOfWork
from campaign.desk import decisions, scheduling
from campaign.desk.roomtimes import HOURS, room_times
from campaign.desk.weekgrid import week_grid
from campaign.models import Room
from desk.conftest import NOW, TRANG

MONDAY = date(2027, 6, 7)


@dataclass(frozen=True)
class Thing:
    name: str
    first_day: date
    last_day: date
    start_time: time | None = None
    end_time: time | None = None


def on(name: str, day: int, start: time | None = None, end: time | None = None, days: int = 1) -> Thing:
    first = MONDAY + timedelta(days=day)
    return Thing(name, first, first + timedelta(days=days - 1), start, end)


def names(cells) -> list[tuple[int, list[str]]]:
    return [(cell.span, [item.name for item in cell.items]) for cell in cells]


def test_campaign_is_one_bar_and_another_that_overlaps_is_below() -> None:
    month, fair, day = on("month", -5, days=30), on("fair", 1, days=2), on("report", 3)
    week = week_grid(MONDAY, [month, fair, day])
    assert [names(row) for row in week.bars] == [
        [(7, ["month"])],
        [(1, []), (2, ["fair"]), (1, []), (1, []), (1, []), (1, [])],
    ]
    assert [[item.name for item in items] for items in week.whole] == [[], [], [], ["report"], [], [], []]
    assert week.rows == ()


def test_hours_run_down_and_what_overlaps_shares_a_block() -> None:
    week = week_grid(
        MONDAY,
        [on("a", 0, time(8), time(9, 30)), on("b", 0, time(9), time(10, 15)), on("c", 2, time(9)), on("past", -1)],
    )
    assert [row.start for row in week.rows] == [time(8), time(8, 30), time(9), time(9, 30), time(10)]
    assert names(week.rows[0].cells)[0] == (5, ["a", "b"])
    assert names(week.rows[2].cells) == [(1, []), (2, ["c"]), (1, []), (1, []), (1, []), (1, [])]
    assert [item.name for item in week.of_day(0)] == ["a", "b"]
    for row in week.rows:  # every half hour of every day is covered exactly once
        assert len(row.cells) + sum(
            1
            for before in week.rows
            for cell in before.cells
            if before.start < row.start and _covers(before, cell, row)
        ) == len(week.days)


def _covers(before, cell, row) -> bool:
    steps = (row.start.hour - before.start.hour) * 2 + (row.start.minute - before.start.minute) // 30
    return cell.span > steps


def test_late_event_without_an_end_stays_within_its_day() -> None:
    assert week_grid(MONDAY, [on("late", 0, time(23, 30))]).rows[-1].start == time(23, 30)


def test_room_is_free_around_what_takes_it(session, agency, seminar) -> None:
    work = UnitOfWork(session, NOW, TRANG, agency)
    hall = session.scalars(select(Room).order_by(Room.id)).first()
    day = date(2027, 6, 8)
    talk = scheduling.create(
        work, replace(seminar, first=day, last=None, start=time(9), end=time(10), room_id=hall.id, place="")
    )
    decisions.confirm(work, talk)
    (one,) = room_times(session, [day, day + timedelta(days=1)], where=work.agency.zone, room_id=hall.id)
    taken, free = one.days
    assert [busy.title for busy in taken.taken] == [talk.title]
    assert taken.free == ((time(8), time(9)), (time(10), time(11, 30)), HOURS[1])
    assert (free.taken, free.free, free.is_free) == ((), HOURS, True)
    assert not one.seats((hall.capacity or 0) + 1)
    (left,) = room_times(session, [day], where=work.agency.zone, room_id=hall.id, event_id=talk.id)
    assert left.days[0].is_free, "an event does not stand in its own way"
