"""``campaign import``: plans, lists of members, and calendars of other programs, all or nothing."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path

import click

from campaign import clock
from campaign.audit import PROGRAM, Act, Author
from campaign.calendar.agency import UnitOfWork, agency_of
from campaign.cli import plans
from campaign.cli.context import Context, pass_surroundings
from campaign.directory import calendar_import, member_file
from campaign.directory.calendar_import import import_calendar
from campaign.directory.member_file import MemberFile
from campaign.directory.member_import import Imported, Progress, find_or_refuse_groups, import_members
from campaign.errors import InvalidInput
from campaign.plans import adoption, versions
from campaign.plans.reviewing import accept_all, progress
from campaign.plans.taking import take
from campaign.reading.answer import Answer
from campaign.reading.formats import limits
from campaign.reading.formats.sheet import MAX_FILE
from campaign.reading.sandbox import explain_safely, read_safely

BY = Author("campaign import")
LONG = 1000
"""From how many rows on a progress bar is worth its line."""


@click.group("import")
def importing() -> None:
    pass


@importing.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="In dạng JSON.")
@pass_surroundings
def members(surroundings: Context, file: Path, *, as_json: bool) -> None:
    """Nhập thành viên từ tệp .csv hoặc .xlsx với các cột name, email, unit, groups, sex, language."""
    found = member_file.read_safely(_content(file), file.name)
    with surroundings.database() as database, database.write() as session, _bar("Thành viên", len(found.rows)) as bar:
        done = import_members(Act(session, clock.now(), PROGRAM), found.rows, progress=bar)
    click.echo(_members_json(done, found) if as_json else _members_text(done, found))


@importing.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--year", type=click.IntRange(1900, 2199), help="Năm của những ngày mà văn bản không ghi năm.")
@click.option("--json", "as_json", is_flag=True, help="In dạng JSON.")
@click.option("--accept", is_flag=True, help="Lưu các mục thành bản nháp; bản nháp không gửi thư và chưa vào lịch.")
@click.option("--publish", is_flag=True, help="Cùng --accept: công bố cả năm; mỗi người nhận một thư về cả năm.")
@click.option(
    "--audience", multiple=True, metavar="GROUP", help="Nhóm tham dự, dùng được nhiều lần; mặc định: mọi người."
)
@click.option("--explain", is_flag=True, help="Chỉ in vì sao: vai trò của từng câu, xác suất, dấu hiệu nặng nhất.")
@pass_surroundings
def plan(  # noqa: PLR0913 - one for each option
    surroundings: Context,
    file: Path,
    year: int | None,
    audience: tuple[str, ...],
    *,
    as_json: bool,
    accept: bool,
    publish: bool,
    explain: bool,
) -> None:
    """Đọc kế hoạch (.docx, .pdf, .txt): nhiệm vụ, chỉ tiêu và hoạt động đề xuất kèm câu gốc."""
    if publish and not accept:
        raise InvalidInput("--publish chỉ dùng cùng --accept.")
    if audience and not publish:
        raise InvalidInput("--audience chỉ dùng cùng --publish.")
    content = _content(file, limits.MAX_FILE)
    if explain:
        click.echo(plans.explanation_as_text(explain_safely(content, file.name)))
        return
    answer = read_safely(content, file.name, year=year)
    taken = _accept(surroundings, answer, year, audience if publish else None) if accept else None
    if as_json:
        click.echo(json.dumps(plans.as_json(answer, taken), ensure_ascii=False, indent=2))
        return
    click.echo(plans.as_text(answer, taken))
    for note in answer.document.notes:
        click.echo(f"Lưu ý: {note}", err=True)


def _accept(surroundings: Context, answer: Answer, year: int | None, audience: Iterable[str] | None) -> plans.Accepted:
    """Keep the reading and make drafts of whatever waits in it; done again, it makes none twice.

    ``audience``: publish the drafts too, for the groups of these names; no name at all means everybody.
    """
    with surroundings.database() as database, database.write() as session:
        work = UnitOfWork(session, clock.now(), BY, agency_of(session, surroundings.config))
        reading = take(work, answer, year=year)
        is_adopted = reading.plan_id is not None
        events = accept_all(work, reading)
        new = sum(event.created_at == work.now for event in events)
        known = progress(session, reading)
        accepted = plans.Accepted(
            reading.id,
            new,
            len(events) - new,
            known.total - known.decided,
            changes=() if is_adopted else tuple(versions.changes_since(session, reading)),
        )
        if audience is None:
            return accepted
        live = adoption.publish_reading(work, reading, find_or_refuse_groups(session, audience))
        return replace(accepted, published=len(live.events), people=live.people)


@importing.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--confirm", is_flag=True, help="Xác nhận ngay: sự kiện vào lịch công khai và có thư nhắc.")
@click.option(
    "--audience", multiple=True, metavar="GROUP", help="Nhóm tham dự, dùng được nhiều lần; mặc định: mọi người."
)
@click.option("--json", "as_json", is_flag=True, help="In dạng JSON.")
@pass_surroundings
def calendar(surroundings: Context, file: Path, audience: tuple[str, ...], *, confirm: bool, as_json: bool) -> None:
    """Nhập sự kiện từ tệp lịch .ics dưới dạng bản nháp; báo thức của sự kiện thành thư nhắc."""
    data, config, now = _content(file), surroundings.config, clock.now()
    found = calendar_import.read_safely(data, config)
    with surroundings.database() as database, database.write() as session, _bar("Sự kiện", len(found.events)) as bar:
        work = UnitOfWork(session, now, BY, agency_of(session, config))
        done = import_calendar(work, found, config=config, confirm=confirm, audience=audience, progress=bar)
    if as_json:
        click.echo(json.dumps({**asdict(done), "confirmed": confirm}, ensure_ascii=False))
        return
    state = "đã xác nhận" if confirm else "bản nháp"
    click.echo(f"Sự kiện: {done.created} mới ({state}), {done.updated} cập nhật, {done.unchanged} không đổi.")
    for note in done.notes:
        click.echo(f"Lưu ý: {note}")


def _content(file: Path, limit: int = MAX_FILE) -> bytes:
    """The file's bytes; one byte above the limit is enough for the reader to refuse it."""
    try:
        with file.open("rb") as opened:
            return opened.read(limit + 1)
    except FileNotFoundError:
        raise InvalidInput("Không có tệp {file}.", file=file) from None
    except IsADirectoryError:
        raise InvalidInput("{file} là một thư mục, không phải một tệp.", file=file) from None
    except PermissionError:
        raise InvalidInput("Không có quyền đọc tệp {file}.", file=file) from None
    except OSError as error:
        raise InvalidInput("Không đọc được tệp {file}: {reason}.", file=file, reason=error.strerror) from None


@contextmanager
def _bar(label: str, length: int) -> Iterator[Progress | None]:
    """A progress bar on stderr, for long imports that somebody watches."""
    if length < LONG or not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
        yield bar.update


def _members_json(done: Imported, found: MemberFile) -> str:
    return json.dumps({**asdict(done), "ignored_columns": found.ignored}, ensure_ascii=False)


def _members_text(done: Imported, found: MemberFile) -> str:
    lines = [f"Thành viên: {done.created} mới, {done.updated} cập nhật, {done.unchanged} không đổi."]
    if done.new_groups:
        lines.append(f"Đơn vị và nhóm mới: {', '.join(done.new_groups)}.")
    if found.ignored:
        lines.append(f"Bỏ qua các cột: {', '.join(found.ignored)}.")
    return "\n".join(lines)
