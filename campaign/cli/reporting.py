"""``campaign report``: the report of a period as a Word document."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from campaign import clock
from campaign.cli.context import Context, pass_surroundings
from campaign.cli.feed import write
from campaign.dates.reporting import Period
from campaign.documents import report as documents
from campaign.figures import period_report

DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("period")
@click.option("-o", "--output", metavar="FILE", required=True, type=click.Path(path_type=Path), help="Tệp .docx đích.")
@click.option("--campaign", metavar="NAME", help="Chỉ đợt hoạt động này (tên hoặc UID).")
@click.option("--part", "parts", multiple=True, type=click.Choice(documents.PARTS), help="Chỉ phần này (nhiều lần).")
@click.option("--from", "first", metavar="DAY", type=DAY, help="Số liệu từ ngày (YYYY-MM-DD).")
@click.option("--to", "last", metavar="DAY", type=DAY, help="Số liệu đến ngày (YYYY-MM-DD).")
@pass_surroundings
def report(surroundings: Context, period: str, output: Path, **chosen: Any) -> None:  # noqa: ANN401 - options
    config, first, last = surroundings.config, chosen["first"], chosen["last"]
    today = clock.now().astimezone(config.zone).date()
    wanted, parts = _bounded(Period.parse(period), first, last), chosen["parts"] or documents.PARTS
    with surroundings.database() as database, database.read() as session:
        event = period_report.campaign_of(session, chosen["campaign"]) if chosen["campaign"] else None
        if event and not first and not last:
            wanted = period_report.campaign_period(session, event, wanted.year)
        found = period_report.read(session, wanted, today=today, campaign_id=event.id if event else None)
        subject = f"Kết quả {event.title} {wanted.name}" if event else ""
        content = documents.document(found, config, today=today, subject=subject, parts=parts)
    write(output, content)
    click.echo(f"Đã lập báo cáo {wanted.name} vào {output}. Số, ngày và những chỗ tô vàng để cơ quan ghi thêm.")


def _bounded(period: Period, first: datetime | None, last: datetime | None) -> Period:
    if not first and not last:
        return period
    return Period.between(first.date() if first else period.first, last.date() if last else period.last, period.name)
