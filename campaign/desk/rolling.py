"""Rolling the year over: this year's events become next year's drafts, on suitable days; nothing is sent.

What repeats by a rule goes on by itself. Each other event is rolled once, whatever runs twice: its draft remembers
where it came from. ``campaign.desk.next_year_dates`` chooses its day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Select, exists, extract, func, or_, select
from sqlalchemy.orm import Session, aliased

from campaign.audit import Act
from campaign.calendar.agency import Agency, UnitOfWork
from campaign.calendar.changes import rebuild
from campaign.calendar.draft import Draft, draft_of
from campaign.calendar.sentence import Sentence
from campaign.calendar.when import undated_of
from campaign.dates.spans import Span
from campaign.desk.next_year_dates import Almanac, almanac, month_of, same_day
from campaign.desk.scheduling import add, blank
from campaign.kinds import DEADLINES
from campaign.models import Event, Occurrence, Plan, YearTitle

COUNTED = re.compile(r"(?P<before>kỷ niệm\s+)(?P<years>\d{1,4})(?P<after>\s+năm)", re.IGNORECASE)
LONGEST_TITLE = 300
FIRST_YEAR, LAST_YEAR = 1902, 2099
"""Years for which the lunar calendar is known, with one to spare on either side."""
FIRST_MONTH, LAST_MONTH = 11, 2
"""The desk proposes rolling over from the first of these months to the end of the last."""
NOVEMBER_BEGINS = timedelta(days=61)
"""Before the next year."""


@dataclass(frozen=True, slots=True)
class Rolled:
    """A proposal: ``event`` again on ``day``; None: without a date, expected when ``why`` says.

    ``tick``: whether it is ticked from the start; what was called off or never confirmed is offered, but not ticked.
    ``per_year``: the event goes on by itself, this year of it only waits for its theme and its confirmation.
    """

    event: Event
    day: date | None
    why: Sentence
    tick: bool
    per_year: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """That ``year`` is near and has no plan yet; ``events``: how many of the year before could be rolled into it."""

    year: int
    events: int


def due(session: Session, today: date) -> Due | None:
    """From November before the year until the end of its February."""
    year = (today + NOVEMBER_BEGINS).year
    if LAST_MONTH < today.month < FIRST_MONTH or session.scalar(select(exists().where(Plan.year == year))):
        return None
    query = _of_the_year_before(year).where(Event.cancelled_at.is_(None), Event.confirmed_at.is_not(None))
    events = session.scalar(query.with_only_columns(func.count()).order_by(None)) or 0
    return Due(year, events) if events else None


def propose(session: Session, year: int, agency: Agency) -> list[Rolled]:
    """What ``year`` could have of the year before and has not yet, in the order of its days, the undated last."""
    almanac_of_year = almanac(session, year, agency.calendar)
    proposals = [_proposal(event, almanac_of_year) for event in _sources(session, year)]
    proposals += [_yearly(event, occurrence) for event, occurrence in _waiting_years(session, year)]
    return sorted(proposals, key=lambda rolled: (rolled.day is None, rolled.day or date.min, rolled.event.id))


def roll(work: UnitOfWork, year: int, chosen: Iterable[int]) -> list[Event]:
    """Make drafts of the events with these ids; returns the new ones. What is already rolled is left as it is."""
    wanted = set(chosen)
    sources = {event.id: event for event in _sources(work.session, year, lock=True) if event.id in wanted}
    plan_of(work, year)
    _extend_series(work, year)
    almanac_of_year = almanac(work.session, year, work.agency.calendar)
    made: dict[int, Event] = {}
    for source in sources.values():
        event = blank(work)
        event.rolled_from_id, event.zone = source.id, source.zone
        draft = _next(draft_of(work.session, source), almanac_of_year, year)
        made[source.id] = add(work, event, draft, verb="roll")
    for source in sources.values():
        made[source.id].part_of_id = _parent(work.session, source, made)
    work.session.flush()
    return list(made.values())


def plan_of(work: Act, year: int) -> Plan:
    """The plan of that year; a new one is like that of the year before, without number and date."""
    found = work.session.scalars(select(Plan).where(Plan.year == year).order_by(Plan.id)).first()
    if found:
        return found
    before = work.session.scalars(select(Plan).where(Plan.year == year - 1).order_by(Plan.id.desc())).first()
    plan = Plan(
        year=year,
        title=_renamed(before.title, year) if before else f"Kế hoạch công tác năm {year}",
        created_at=work.now,
        recipients=list(before.recipients) if before else [],
    )
    if before:
        for name in ("symbol", "issuer", "place", "signer_title", "signer_name"):
            setattr(plan, name, getattr(before, name))
    work.session.add(plan)
    work.session.flush()
    work.record("roll", plan, {}, {"year": year})
    if not YearTitle.of(work.session, year) and (title := YearTitle.of(work.session, year - 1)):
        title_year(work, year, _renamed(title, year))
    return plan


def title_year(work: Act, year: int, title: str) -> None:
    """Call the year's pages so; an empty title takes the old one away."""
    row = work.session.scalar(select(YearTitle).where(YearTitle.year == year))
    was = row.title if row else ""
    if row is None:
        row = YearTitle(year=year, title="")
        work.session.add(row)
    row.title = " ".join(title.split())[:LONGEST_TITLE]
    work.session.flush()
    if row.title != was:
        work.record("edit", row, {"title": was}, {"title": row.title}, title=f"{year}")


def _sources(session: Session, year: int, *, lock: bool = False) -> list[Event]:
    """The single events of the year before that no draft was made of; locked, so that two rolls wait for each other."""
    query = _of_the_year_before(year)
    if lock:
        session.execute(query.with_for_update())
    rolled = aliased(Event)
    return list(session.scalars(query.where(~exists().where(rolled.rolled_from_id == Event.id))))


def _of_the_year_before(year: int) -> Select[Event]:
    of_the_year = or_(Event.first_day.between(date(year - 1, 1, 1), date(year - 1, 12, 31)), undated_of(year - 1))
    return select(Event).where(Event.rule == "", of_the_year).order_by(Event.id)


def _waiting_years(session: Session, year: int) -> list[tuple[Event, Occurrence]]:
    query = (
        select(Event, Occurrence)
        .join(Occurrence, Occurrence.event_id == Event.id)
        .where(Event.per_year, Event.cancelled_at.is_(None), extract("year", Occurrence.original_day) == year)
        .where(Occurrence.confirmed_at.is_(None), Occurrence.cancelled_at.is_(None))
    )
    return [(row.Event, row.Occurrence) for row in session.execute(query)]


def _extend_series(work: UnitOfWork, year: int) -> None:
    """The occurrences of what is confirmed year by year reach into the year that is rolled."""
    until = date(year, 12, 31) - work.now.date()
    if until > work.agency.horizon:
        further = replace(work, agency=replace(work.agency, horizon=until + timedelta(days=1)))
        for event in work.session.scalars(select(Event).where(Event.per_year, Event.cancelled_at.is_(None))).all():
            rebuild(further, event)


def _proposal(event: Event, almanac_of_year: Almanac) -> Rolled:
    day, why = _day(event.kind, event.first_day, event.last_day, almanac_of_year)
    if event.expected_start and not event.first_day:
        expected = _expected(event.expected_start, event.expected_end, event.precision, almanac_of_year.year)
        why = Sentence("Năm trước chưa có ngày; dự kiến {month}.", month=expected)
    if event.cancelled_at:
        return Rolled(event, day, Sentence("Năm trước đã hủy. {why}", why=why), tick=False)
    if event.is_draft and event.is_scheduled:
        return Rolled(event, day, Sentence("Năm trước chưa được xác nhận. {why}", why=why), tick=False)
    return Rolled(event, day, why, tick=True)


def _yearly(event: Event, occurrence: Occurrence) -> Rolled:
    why = Sentence("Lặp lại hằng năm: chủ đề để trống, chờ xác nhận.")
    return Rolled(event, occurrence.first_day, why, tick=True, per_year=True)


def _day(kind: str, first: date | None, last: date | None, almanac_of_year: Almanac) -> tuple[date | None, Sentence]:
    """The new first day with its reason, or none and why it has to wait."""
    if first is None:
        return None, Sentence("Chưa có ngày.")
    if kind in DEADLINES:
        month = month_of(same_day(first, almanac_of_year.year))
        return None, Sentence("Hạn và kỳ số liệu theo hướng dẫn năm mới; dự kiến {month}.", month=month)
    return almanac_of_year.relaid(kind, first, (last or first) - first)


def _expected(start: date, end: date | None, precision: str, year: int) -> Span:
    """The same days, month, quarter or half a year, in the new year."""
    first = same_day(start, year)
    last = first + ((end or start) - start)
    return Span(first, last if precision == "day" else month_of(last).last)


def _next(draft: Draft, almanac_of_year: Almanac, year: int) -> Draft:
    """The draft a year later: what each year brings anew (dates of figures, links to a meeting, its duty) is empty."""
    new = replace(
        draft,
        title=_renamed(draft.title, year),
        description=_renamed(draft.description, year),
        duty_id=None,
        part_of_id=None,
        online_url="",
        register_by=None,
        figures_from=None,
        figures_to=None,
        cut_off=None,
    )
    day, _why = _day(draft.kind, draft.first, draft.last, almanac_of_year)
    if day is None:
        return _undated(new, year)
    assert draft.first
    length = (draft.last or draft.first) - draft.first
    register_by = (
        almanac_of_year.calendar.on_or_before(day - (draft.first - draft.register_by)) if draft.register_by else None
    )
    new = replace(new, expected_start=None, expected_end=None, precision="")
    return replace(new, first=day, last=day + length, register_by=register_by)


def _undated(draft: Draft, year: int) -> Draft:
    precision = draft.precision
    if draft.first:
        expected, precision = month_of(same_day(draft.first, year)), "month"
    elif draft.expected_start is None:
        expected, precision = Span(date(year, 1, 1), date(year, 12, 31)), "year"
    else:
        expected = _expected(draft.expected_start, draft.expected_end, precision, year)
    return replace(
        draft,
        first=None,
        last=None,
        start=None,
        end=None,
        expected_start=expected.first,
        expected_end=expected.last,
        precision=precision,
    )


def _renamed(text: str, year: int) -> str:
    """The year before becomes the year, also at the end of a date; "kỷ niệm 116 năm" becomes 117."""
    text = re.sub(rf"(?<=năm ){year - 1}\b|(?<=/){year - 1}\b", str(year), text)
    return COUNTED.sub(lambda found: f"{found['before']}{int(found['years']) + 1}{found['after']}", text)


def _parent(session: Session, source: Event, made: dict[int, Event]) -> int | None:
    """The campaign in the new year: its own draft, a series that goes on, or none if it was not rolled."""
    if source.part_of_id is None:
        return None
    if source.part_of_id in made:
        return made[source.part_of_id].id
    parent = session.get_one(Event, source.part_of_id)
    if parent.rule:
        return parent.id
    return session.scalar(select(Event.id).where(Event.rolled_from_id == parent.id))
