"""``campaign reconcile``: whether every planned mail has a result."""

from __future__ import annotations

import json
from datetime import datetime

import click

from campaign import clock
from campaign.calendar.audit_words import RESULTS
from campaign.calendar.series import MIDNIGHT, ONE_DAY
from campaign.cli.context import Context, pass_surroundings
from campaign.dates.written import parse_date
from campaign.errors import InvalidInput
from campaign.sending.reconciliation import Reconciliation
from campaign.sending.reconciliation import reconcile as account

FOUND_PROBLEMS = 1


@click.command()
@click.option("--from", "start", help="Từ ngày (mặc định: từ đầu).")
@click.option("--to", "end", help="Đến hết ngày (mặc định: đến nay).")
@click.option("--json", "as_json", is_flag=True, help="In dạng JSON.")
@click.pass_context
@pass_surroundings
def reconcile(
    surroundings: Context, context: click.Context, start: str | None, end: str | None, *, as_json: bool
) -> None:
    now = clock.now()
    zone = surroundings.config.zone
    today = now.astimezone(zone).date()
    since = datetime.combine(parse_date(start, today=today), MIDNIGHT, zone) if start else None
    until = datetime.combine(parse_date(end, today=today) + ONE_DAY, MIDNIGHT, zone) if end else None
    if since and until and until <= since:
        raise InvalidInput("Ngày cuối của kỳ phải từ ngày đầu trở đi.")
    with surroundings.database() as database, database.read() as session:
        found = account(session, since=since, until=until, now=now)
    click.echo(json.dumps(found.to_json(), ensure_ascii=False) if as_json else as_text(found))
    context.exit(0 if found.is_exact else FOUND_PROBLEMS)


def as_text(found: Reconciliation) -> str:
    parts = " + ".join(f"{number} {RESULTS[result]}" for result, number in found.results.items())
    lines = [f"{found.planned} đã lập = {parts} + {found.pending} đang chờ"]
    if found.unplanned:
        lines.append(f"{found.unplanned} lời nhắc đến hạn mà chưa lập thư: đồng hồ có đang chạy không?")
    if found.stray:
        lines.append(f"{found.stray} thư có trạng thái không hợp lệ.")
    lines.append("Khớp." if found.is_exact else "KHÔNG KHỚP.")
    return "\n".join(lines)
