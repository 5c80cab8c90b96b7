"""The board page: the year, its months or one week, and the events without a date."""

from __future__ import annotations

from calendar import Calendar
from datetime import date, timedelta
from functools import lru_cache

from flask import Blueprint, Response, render_template, request, url_for

from campaign.desk import rolling
from campaign.desk.board import Board, BoardFilter, Entry, State, Waiting, board
from campaign.desk.roomtimes import room_times
from campaign.desk.weekgrid import week_grid
from campaign.kinds import Kind
from campaign.pages import yearplan
from campaign.web import policy
from campaign.web.language import gettext
from campaign.web.scope import done, only_for_all, work
from campaign.web.session import campaign, now, session, today
from campaign.web.words import STATES
from campaign.web.years import EARLIEST, LATEST

WEEK = timedelta(days=7)

blueprint = Blueprint("board", __name__, url_prefix="/desk")


@blueprint.get("/")
@policy.reader
def show() -> str:
    monday = week_asked_for()
    year = (monday + timedelta(days=3)).year if monday else year_asked_for()
    found = board(session(), year, chosen_filters(), now=now(), today=today())
    strip = yearplan.strip([each for each in found.entries if each.touches(year)], year=year, today=today())
    return render_template(
        "desk/board/show.html",
        board=found,
        filters=chosen_filters(),
        strip=strip,
        monday=monday,
        **(week_of(found, monday) if monday else {}),
        **WORDS,
    )


def week_of(found: Board, monday: date) -> dict[str, object]:
    """The week as a table, and when its rooms are free."""
    week = week_grid(monday, found.entries)
    return {"week": week, "rooms": room_times(session(), week.days, where=campaign().config.zone)}


@blueprint.post("/years/<int:year>/title")
@policy.organizer
def title(year: int) -> Response:
    """What the year's pages are called."""
    only_for_all()
    rolling.title_year(work(), min(max(year, EARLIEST), LATEST), request.form.get("title", ""))
    return done(url_for("board.show", year=year), gettext("Đã lưu tên của năm %(year)s.", year=year))


def chosen_filters() -> BoardFilter:
    """The filter of the address; parts that make no sense ask for nothing."""
    args = request.args
    kind, state = args.get("kind", ""), args.get("state", "")
    return BoardFilter(
        kind if kind in set(Kind) else "",
        args.get("group", type=int),
        args.get("contact", type=int),
        state if state in set(State) else "",
    )


def year_asked_for() -> int:
    year = request.args.get("year", type=int)
    return year if year and EARLIEST <= year <= LATEST else today().year


def week_asked_for() -> date | None:
    """The Monday of the week that the address asks for; None for the months."""
    if request.args.get("view") != "week":
        return None
    try:
        day = date.fromisoformat(request.args.get("week", ""))
    except ValueError:
        year = year_asked_for()
        day = today() if year == today().year else date(year, 1, 4)
    day = min(max(day, date(EARLIEST, 1, 8)), date(LATEST, 12, 24))
    return day - timedelta(days=day.weekday())


@lru_cache(maxsize=64)
def weeks(year: int, month: int) -> tuple[tuple[int, ...], ...]:
    """The weeks of a month from Monday, as numbers of days; zero where another month lies."""
    return tuple(map(tuple, Calendar().monthdayscalendar(year, month)))


def may(each: Entry | Waiting) -> bool:
    """Whether this person may change it."""
    return policy.may(policy.actor(), each.group_ids, everybody=each.audience_all)


def weekdays() -> tuple[date, ...]:
    """Seven days from a Monday, for the heads of small calendars."""
    return tuple(date(2024, 1, 1 + number) for number in range(7))


WORDS = {"weeks": weeks, "states": STATES, "one_week": WEEK, "may": may, "weekdays": weekdays}
"""What the page asks while it is written."""
