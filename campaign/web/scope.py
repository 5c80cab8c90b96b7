"""The signed-in user of a request, the groups that this user is limited to, and parameters of lists."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from flask import Response, flash, redirect, request
from werkzeug.exceptions import Forbidden

from campaign.audit import NOBODY, Act
from campaign.calendar import replanning
from campaign.dates.written import parse_date
from campaign.errors import InvalidInput
from campaign.paging import Within
from campaign.web import policy
from campaign.web.language import ngettext
from campaign.web.policy import Actor
from campaign.web.session import now, session, today

MOST_PAGES = 10_000
YEARS = 1900, 2100


def by() -> Actor:
    """The person who acts; only for routes that ask for one."""
    person = policy.actor()
    assert person
    return person


def work() -> Act:
    """What a change of this request is made with, also before anybody has signed in."""
    return Act(session(), now(), policy.actor() or NOBODY)


def within() -> Within:
    """The groups that lists, searches and files are limited to for this person."""
    return by().limit


def only_for_all() -> None:
    """Refuse who is limited to groups: this concerns the whole agency."""
    if not policy.may(by(), (), everybody=True):
        raise Forbidden


def only_for(groups: Iterable[int]) -> None:
    """Refuse who may not change what belongs to these groups."""
    if not policy.may(by(), groups, everybody=not set(groups)):
        raise Forbidden


def done(address: str, sentence: str) -> Response:
    """Off to the page that shows the change, with a sentence that says it."""
    flash(sentence)
    return redirect(address, code=303)  # type: ignore[return-value]


def with_waiting(done: str) -> str:
    """The sentence for a change that is done; while reminders are computed again, how many events wait."""
    left = replanning.waiting(session())
    return (
        done
        if not left
        else ngettext(
            "Đã lưu; đang tính lại thư nhắc của %(num)s hoạt động.",
            "Đã lưu; đang tính lại thư nhắc của %(num)s hoạt động.",
            left,
        )
    )


def page_number() -> int:
    """The page of a list that the address names; the first one if it names none."""
    return min(max(request.args.get("page", 1, int), 1), MOST_PAGES)


def day(name: str) -> date | None:
    """A day of the address, written as people write days; what cannot be read counts for nothing."""
    try:
        return parse_date(request.args.get(name, ""), today=today())
    except InvalidInput:
        return None


def year() -> int:
    """The year that the address names, by default the present one; beyond the calendar, the nearest."""
    return min(max(request.args.get("year", today().year, int), YEARS[0]), YEARS[1])


def words(name: str = "q") -> str:
    return " ".join(request.args.get(name, "").split())[:200]
