"""``campaign roll``: the drafts of a year from the year before."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date

import click

from campaign import clock
from campaign.audit import Author
from campaign.calendar.agency import UnitOfWork, agency_of
from campaign.calendar.holidays import fill
from campaign.cli.context import Context, pass_surroundings
from campaign.dates import wording
from campaign.desk.rolling import FIRST_YEAR, LAST_YEAR, propose
from campaign.desk.rolling import roll as roll_over

BY = Author("campaign roll")


@click.command()
@click.argument("year", type=click.IntRange(FIRST_YEAR, LAST_YEAR))
@click.option("--json", "as_json", is_flag=True, help="In dạng JSON.")
@pass_surroundings
def roll(surroundings: Context, year: int, *, as_json: bool) -> None:
    now = clock.now()
    with surroundings.database() as database, database.write() as session:
        fill(session, surroundings.config, [year], today=now.astimezone(surroundings.config.zone).date())
        agency = agency_of(session, surroundings.config)
        proposals = propose(session, year, agency)
        chosen = [rolled.event.id for rolled in proposals if rolled.tick and not rolled.per_year]
        made = {event.rolled_from_id: event for event in roll_over(UnitOfWork(session, now, BY, agency), year, chosen)}
        rows = [
            {
                "uid": made[rolled.event.id].uid if rolled.event.id in made else None,
                "from": rolled.event.uid,
                "kind": rolled.event.kind,
                "title": made[rolled.event.id].title if rolled.event.id in made else rolled.event.title,
                "day": rolled.day.isoformat() if rolled.day else None,
                "why": str(rolled.why),
                "rolled": rolled.event.id in made,
            }
            for rolled in proposals
        ]
    click.echo(json.dumps({"year": year, "events": rows}, ensure_ascii=False) if as_json else _table(year, rows))


def _table(year: int, rows: Sequence[Mapping[str, object]]) -> str:
    lines = []
    for row in rows:
        day = wording.short_date(date.fromisoformat(str(row["day"]))) if row["day"] else "chưa có ngày"
        mark = "[x]" if row["rolled"] else "[ ]"
        lines.append(f"{mark} {day:<12} {row['title']} ({row['why']})")
    made = sum(bool(row["rolled"]) for row in rows)
    lines.append(f"Đã lập {made} bản nháp cho năm {year}; chưa gửi gì. Hãy xem lại và xác nhận từng hoạt động.")
    return "\n".join(lines)
