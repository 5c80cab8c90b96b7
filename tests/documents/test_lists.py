"""Every list as a file: it holds what the database holds, dates and numbers are such, and no cell is a formula."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from openpyxl import load_workbook
from sqlalchemy import func, select, update
from support import rows
from web.rows import NOW

from campaign.dates.zones import zone
from campaign.documents import lists, sheets
from campaign.documents.lists import LISTS, Scope
from campaign.models import Attendance, Course, Duty, Guest, Member, Message, Plan

ZONE = zone("Asia/Ho_Chi_Minh")
SCOPE = Scope(2027, date(2027, 12, 20), ZONE)


def read(table):
    """The cells of the workbook, row by row, and those of the .csv."""
    sheet = load_workbook(io.BytesIO(sheets.as_xlsx(table))).active
    text = sheets.as_csv(table).decode("utf-8-sig")
    return list(sheet.iter_rows()), list(csv.reader(io.StringIO(text)))


@pytest.mark.requirement("S37")
def test_lists_are_written_in_both_languages_without_formula(database, year):
    with database.write() as session:
        plan = session.scalars(select(Plan)).one()
        duty = session.scalars(select(Duty).where(Duty.dropped_at.is_(None)).order_by(Duty.position)).first()
        duty.text, member = "=HYPERLINK(1)", session.scalars(select(Member)).first()
        member.name = "+84 =1+1"
        course = {"title": "@Bồi dưỡng", "held_by": "-Trường", "first_day": date(2027, 4, 1), "last_day": None}
        session.add(Course(plan_id=plan.id, member_id=member.id, name=member.name, **course))
    for name, language in product(LISTS, ("vi", "en")):
        with database.read() as session:
            table = lists.table(session, name, SCOPE, language)
        cells, written = read(table)
        assert len(cells) == len(written) == len(table.rows) + 1
        assert table.rows or name == "mails"
        assert {len(row) for row in written} == {len(table.headings)}
        assert [cell.value for cell in cells[0]] == list(table.headings) == written[0]
        assert {cell.data_type for row in cells for cell in row if cell.value is not None} <= {"s", "d", "n"}
        assert [cell for row in written for cell in row if cell[:1] in set("=+-@＝＋－＠\t\r")] == []
        assert all(heading[:1].isupper() for heading in table.headings)


def test_english_list_says_its_words_in_english(database, year):
    with database.read() as session:
        found = lists.table(session, "duties", SCOPE, "en")
    _cells, written = read(found)
    assert written[0][:3] == ["Part", "Duty", "State"]
    assert {row[2] for row in written[1:]} <= {"not started", "under way", "done", "not carried out", "dropped"}


def test_attendance_list_has_every_row_and_guest(database, year):
    with database.read() as session:
        rows = session.scalar(select(func.count()).select_from(Attendance))
        guests = session.scalar(select(func.count()).select_from(Guest))
        one = session.scalars(select(Attendance)).first().occurrence_id
        whole = [lists.table(session, "attendance", Scope(at, SCOPE.today, ZONE), "vi") for at in range(2025, 2040)]
        single = lists.table(session, "attendance", Scope(2027, SCOPE.today, ZONE, occurrence_id=one), "vi")
    assert sum(len(table.rows) for table in whole) == rows + guests
    assert len(single.rows) == 31


def test_list_is_limited_to_the_groups_of_its_reader(database, year):
    with database.read() as session:
        for name in ("people", "attendance", "mails"):
            assert list(lists.table(session, name, Scope(2027, SCOPE.today, ZONE, frozenset()), "vi").rows) == []


def test_costs_end_with_their_totals(database, year):
    with database.write() as session:
        session.scalars(select(Duty).where(Duty.dropped_at.is_(None))).first().cost_actual = 250_000
    with database.read() as session:
        *rows, last = lists.table(session, "costs", SCOPE, "vi").rows
    assert last[2:] == (sum(row[2] or 0 for row in rows), sum(row[3] or 0 for row in rows))
    assert any(row[1] is None and row[3] == 250_000 for row in rows)


def test_dates_and_numbers_are_such_in_the_workbook_and_as_offices_write_them_in_csv():
    moment = datetime(2027, 3, 5, 9, 30, tzinfo=NOW.tzinfo)
    table = sheets.Table("A/B", ["Ngày", "Lúc", "Tiền", "Số"], [[date(2027, 3, 5), moment, 1_500_000, None]])
    (_head, row), (_names, written) = read(table)
    assert [cell.value for cell in row] == [datetime(2027, 3, 5), datetime(2027, 3, 5, 9, 30), 1_500_000, None]  # noqa: DTZ001
    assert [cell.number_format for cell in row][:3] == ["dd/mm/yyyy", "dd/mm/yyyy hh:mm", "#,##0"]
    assert written == ["05/03/2027", "05/03/2027 09:30", "1500000", ""]


@pytest.mark.parametrize("name", LISTS)
def test_year_without_anything_has_empty_lists(database, name):
    with database.read() as session:
        rows = lists.table(session, name, Scope(2019, SCOPE.today, ZONE), "vi").rows
    assert [row for row in rows if str(row[0]) != "Tổng cộng"] == []


def test_mails_of_a_year_are_those_of_the_agencys_clock(database, config, now):
    """At 18:00 UTC of 31 December Vietnam has the new year already; it was so for every agency."""
    rows.seminar(database, config, now, number=1)
    rows.plan(database, now + timedelta(days=2))
    with database.write() as session:
        session.execute(update(Message).values(created_at=datetime(2027, 12, 31, 18, tzinfo=UTC)))
    scopes = [Scope(year, SCOPE.today, zone(name)) for name in ("Asia/Ho_Chi_Minh", "UTC") for year in (2027, 2028)]
    with database.read() as session:
        assert [len(lists.table(session, "mails", scope, "vi").rows) for scope in scopes] == [0, 1, 1, 0]
