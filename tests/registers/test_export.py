"""The register as a file: read in again it changes nothing, and no cell is a formula."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from openpyxl import load_workbook
from support import rows

from campaign.audit import PROGRAM, Act
from campaign.dates.zones import zone
from campaign.directory import export
from campaign.directory.member_file import read_member_file
from campaign.directory.member_import import import_members
from campaign.documents import lists, sheets
from campaign.documents.lists import Scope
from campaign.models import Group, Member

ZONE = zone("Asia/Ho_Chi_Minh")
NASTY = (
    "=1+1",
    "+84 An",
    "-An",
    "@An",
    "'=An",
    "＝An",
    "An, Bình",
    'An "Bé"',
    "Nguyễn Thị Ánh",
    "An\u2028B".replace("\u2028", " "),
)


@pytest.fixture
def filled(database, now):
    with database.write() as session:
        unit = Group(name="=Văn phòng", slug="van-phong", kind="unit", created_at=now)
        board = Group(name="@Ban nữ công", slug="ban-nu-cong", created_at=now)
        session.add_all([unit, board])
        session.flush()
        for number, name in enumerate(NASTY):
            address = f"m{number}@example.org"
            session.add(
                Member(
                    name=name, address=address, address_key=address, created_at=now, unit_id=unit.id,
                    groups=[unit, board] if number % 2 else [unit], sex="female" if number % 3 else "",
                )
            )  # fmt: skip
    return database


def people(session, language="vi"):
    return lists.table(session, "people", Scope(2027, date(2027, 3, 5), ZONE), language)


@pytest.mark.parametrize("write", [sheets.as_csv, sheets.as_xlsx])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_file_is_read_in_again_without_any_change(filled, now, write, language):
    with filled.write() as session:
        read = read_member_file(write(people(session, language)), "a")
        assert sorted(row.name for row in read.rows) == sorted(NASTY)
        done = import_members(Act(session, now, PROGRAM), read.rows, replace=True)
    assert (done.created, done.updated, done.unchanged, done.new_groups) == (0, 0, len(NASTY), ())


@pytest.mark.requirement("S37")
def test_workbook_has_no_formula(filled):
    with filled.read() as session:
        book = load_workbook(io.BytesIO(sheets.as_xlsx(people(session))))
    cells = [cell for line in book.active.iter_rows() for cell in line if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.value: cell.quotePrefix for cell in cells}["=1+1"] is True


@pytest.mark.requirement("S37")
def test_csv_has_no_cell_that_begins_a_formula(filled):
    with filled.read() as session:
        text = sheets.as_csv(people(session)).decode("utf-8-sig")
    assert [
        cell for line in csv.reader(io.StringIO(text)) for cell in line if cell[:1] in set("=+-@＝＋－＠\t\r")
    ] == []


def test_export_costs_two_questions_and_knows_limits(database, now, queries):
    with database.write() as session:
        mine = rows.members(session, 3, now)
        rows.members(session, 40, now)
        group = rows.group(session, now, mine)
    with database.read() as session, queries() as seen:
        lines = list(export.rows(session, within=frozenset({group.id})))
    assert (len(lines), len(seen)) == (3, 2)
