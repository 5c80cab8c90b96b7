"""``campaign affected``: whom to notify when personal data have leaked, as a list of people."""

from __future__ import annotations

import csv
import io
from dataclasses import astuple, fields
from datetime import time
from pathlib import Path

import click

from campaign import clock
from campaign.cli.context import Context, pass_surroundings
from campaign.cli.feed import write
from campaign.dates.written import parse_date
from campaign.dates.zones import instant
from campaign.directory import personal_data
from campaign.directory.member_import import find_or_refuse_groups
from campaign.directory.personal_data import Affected
from campaign.documents.sheets import shielded


@click.command()
@click.option(
    "--until", metavar="NGÀY", help="Chỉ người đã có trong danh sách đến hết ngày này (ngày của bản sao bị lộ)."
)
@click.option("--group", "groups", metavar="NHÓM", multiple=True, help="Chỉ người của nhóm này (có thể lặp lại).")
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path), required=True, help="Tệp .csv đích.")
@pass_surroundings
def affected(surroundings: Context, until: str | None, groups: tuple[str, ...], output: Path) -> None:
    now, zone = clock.now(), surroundings.config.zone
    day = parse_date(until, today=now.astimezone(zone).date()) if until else None
    moment = instant(day, time.max, zone) if day else now
    with surroundings.database() as database, database.read() as session:
        within = frozenset(group.id for group in find_or_refuse_groups(session, groups)) if groups else None
        people = list(personal_data.affected(session, until=moment, within=within))
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([each.name for each in fields(Affected)])
    writer.writerows([shielded(str(cell)) for cell in astuple(each)] for each in people)
    write(output, text.getvalue().encode("utf-8-sig"))
    click.echo(
        f"{len(people)} người có dữ liệu bị ảnh hưởng; danh sách ở {output}. Hạn báo cơ quan chuyên trách: 72 giờ."
    )
