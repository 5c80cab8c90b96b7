"""The holiday table: seeded per year, with the agency's own days off and swapped days; rows that people may edit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.config import Config
from campaign.dates.working import seed, seed_working
from campaign.dates.written import parse_date
from campaign.models import Holiday

MADE_UP = "Làm bù"
SEEDED = "seed"
EDITED = "edit"
CONFIGURED = "config"


def parse_day(text: str, *, today: date) -> tuple[date, str]:
    """Day and name of a line like "2026-11-24 Ngày Văn hóa Việt Nam"; the name may be missing."""
    day, _, name = text.strip().partition(" ")
    return parse_date(day, today=today), name.strip()


def fill(session: Session, config: Config, years: Iterable[int], *, today: date) -> None:
    """Add what is missing for these years. A year that has seeded rows is left alone, so that edits stay.

    The configuration's extra and working days go over what was seeded, and go again when it names them no more; a day
    that people edited stays as they left it.
    """
    years = list(years)
    known = {row.day: row for row in session.scalars(select(Holiday))}
    done = {day.year for day, row in known.items() if row.source == SEEDED}
    for day, (name, working) in _seeded(config, [year for year in years if year not in done]).items():
        if day not in known:
            known[day] = Holiday(day=day, name=name, working=working, source=SEEDED)
            session.add(known[day])
    wanted = _configured(config, today)
    _withdraw(session, config, [row for day, row in known.items() if row.source == CONFIGURED and day not in wanted])
    for day, (name, working) in wanted.items():
        row = known.get(day)
        if row is None:
            row = Holiday(day=day, source=CONFIGURED)
            session.add(row)
        if row.source != EDITED:
            row.name, row.working, row.source = name, working, CONFIGURED
    session.flush()


def _seeded(config: Config, years: list[int]) -> dict[date, tuple[str, bool]]:
    """Name, and whether it is worked, of each day that the country's law gives for these years."""
    country, language = config.holidays.country, config.organisation.language
    off = {day: (name, False) for day, name in seed(country, years, language).items()}
    return dict(sorted((off | dict.fromkeys(seed_working(country, years), (MADE_UP, True))).items()))


def _configured(config: Config, today: date) -> dict[date, tuple[str, bool]]:
    found = {}
    for texts, working in ((config.holidays.extra, False), (config.holidays.working, True)):
        for text in texts:
            day, name = parse_day(text, today=today)
            found[day] = (name or (MADE_UP if working else "Ngày nghỉ"), working)
    return found


def _withdraw(session: Session, config: Config, rows: list[Holiday]) -> None:
    """The configuration names these days no more: they are what the law makes of them."""
    lawful = _seeded(config, sorted({row.day.year for row in rows})) if rows else {}
    for row in rows:
        if row.day in lawful:
            (row.name, row.working), row.source = lawful[row.day], SEEDED
        else:
            session.delete(row)


def of_year(session: Session, year: int) -> list[Holiday]:
    """The days off and swapped days of one year, in their order."""
    span = Holiday.day >= date(year, 1, 1), Holiday.day <= date(year, 12, 31)
    return list(session.scalars(select(Holiday).where(*span).order_by(Holiday.day)))
