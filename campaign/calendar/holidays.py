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
CONFIGURED = "config"


def parse_day(text: str, *, today: date) -> tuple[date, str]:
    """Day and name of a line like "2026-11-24 Ngày Văn hóa Việt Nam"; the name may be missing."""
    day, _, name = text.strip().partition(" ")
    return parse_date(day, today=today), name.strip()


def fill(session: Session, config: Config, years: Iterable[int], *, today: date) -> None:
    """Add what is missing for these years. A year that has seeded rows is left alone, so that edits stay.

    The configuration's extra and working days are written over whatever there is: they are this agency's decision.
    """
    years = list(years)
    known = {row.day: row for row in session.scalars(select(Holiday))}
    done = {day.year for day, row in known.items() if row.source == SEEDED}
    wanted = [year for year in years if year not in done]
    country, language = config.holidays.country, config.organisation.language
    off = {day: (name, False) for day, name in seed(country, wanted, language).items()}
    worked = dict.fromkeys(seed_working(country, wanted), (MADE_UP, True))
    for day, (name, working) in sorted((off | worked).items()):
        if day not in known:
            known[day] = Holiday(day=day, name=name, working=working, source=SEEDED)
            session.add(known[day])
    for texts, working in ((config.holidays.extra, False), (config.holidays.working, True)):
        for text in texts:
            day, name = parse_day(text, today=today)
            row = known.get(day)
            if row is None:
                row = known[day] = Holiday(day=day)
                session.add(row)
            row.name = name or (MADE_UP if working else "Ngày nghỉ")
            row.working, row.source = working, CONFIGURED
    session.flush()


def of_year(session: Session, year: int) -> list[Holiday]:
    """The days off and swapped days of one year, in their order."""
    span = Holiday.day >= date(year, 1, 1), Holiday.day <= date(year, 12, 31)
    return list(session.scalars(select(Holiday).where(*span).order_by(Holiday.day)))
