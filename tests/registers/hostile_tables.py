"""Lists of members and calendars made to hurt their reader, twenty of each kind, built in code."""

from __future__ import annotations

import io
import zipfile

import openpyxl

ICS = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n{}END:VCALENDAR\r\n"
EVENT = "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART:20270308T080000\r\nSUMMARY:Họp\r\n{more}END:VEVENT\r\n"
SHEET = "xl/worksheets/sheet1.xml"


def workbook() -> dict[str, bytes]:
    """The parts of a good list."""
    book = openpyxl.Workbook()
    book.active.append(["name", "email"])
    book.active.append(["An", "an@example.org"])
    file = io.BytesIO()
    book.save(file)
    with zipfile.ZipFile(file) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def xlsx(changed: dict[str, bytes] | None = None, *, rows: bytes = b"", sheet: bytes | None = None) -> bytes:
    parts = workbook() | (changed or {})
    if rows:
        parts[SHEET] = parts[SHEET].replace(b"</sheetData>", rows + b"</sheetData>")
    if sheet is not None:
        parts[SHEET] = sheet
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data in parts.items():
            opened.writestr(name, data)
    return file.getvalue()


def cell(place: str, text: str = "x") -> bytes:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'.encode()


def workbooks() -> dict[str, bytes]:
    good = xlsx()
    dtd = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "%s">]><a>&b;</a>'
    deep = b"<a>" * 5_000 + b"</a>" * 5_000
    return {
        "row_999999999": xlsx(rows=b'<row r="999999999">' + cell("A999999999") + b"</row>"),
        "row_2_to_the_63": xlsx(rows=b'<row r="9223372036854775808">' + cell("A3") + b"</row>"),
        "row_minus_one": xlsx(rows=b'<row r="-1">' + cell("A3") + b"</row>"),
        "row_is_a_word": xlsx(rows=b'<row r="abc">' + cell("A3") + b"</row>"),
        "column_xfd": xlsx(rows=b'<row r="3">' + cell("XFD3") + b"</row>"),
        "column_beyond": xlsx(rows=b'<row r="3">' + cell("ZZZZZZ3") + b"</row>"),
        "many_rows": xlsx(rows=b"".join(b'<row r="%d">%s</row>' % (n, cell(f"A{n}")) for n in range(3, 30_000))),
        "many_empty_rows": xlsx(rows=b"<row/>" * 100_000),
        "wide_rows": xlsx(rows=b"<row>" + b"<c t='n'><v>1</v></c>" * 100_000 + b"</row>"),
        "claimed_dimension": xlsx(rows=b"").replace(b"A1:B2", b"A1:XFD1048576"),
        "long_cell": xlsx(rows=b'<row r="3">' + cell("A3", "x" * 6_000_000) + b"</row>"),
        "bomb": xlsx({"xl/media/a.bin": bytes(60_000_000)}),
        "dtd": xlsx({"xl/sharedStrings.xml": dtd % b"c"}),
        "deep": xlsx(sheet=deep),
        "huge_number": xlsx(rows=b'<row r="3"><c r="A3"><v>1e999999</v></c></row>'),
        "string_out_of_range": xlsx(rows=b'<row r="3"><c r="A3" t="s"><v>99999999999999999999</v></c></row>'),
        "traversal": xlsx({"../../etc/passwd": b"x"}),
        "nested": xlsx({"xl/embedded.bin": good}),
        "cut_off": good[: len(good) // 2],
        "no_sheet": xlsx({"xl/workbook.xml": b"<workbook/>"}),
    }


def texts() -> dict[str, bytes]:
    head = b"name,email\n"
    return {
        "many_lines": head + b"An,an@example.org\n" * 400_000,
        "many_columns": head + b"," * 3_000_000,
        "open_quote": head + b'"' + b"x" * 3_000_000,
        "quotes": head + b'""' * 1_500_000,
        "long_name": head + b"x" * 3_000_000 + b",a@example.org\n",
        "long_address": head + b"An," + b"a" * 1_000_000 + b"@example.org\n",
        "dots": head + b"An," + b"a." * 500_000 + b"@example.org\n",
        "many_groups": b"name,email,groups\nAn,an@example.org," + b"a;" * 1_000_000 + b"\n",
        "marks": head + "An\u0301".encode() * 1 + "\u0301".encode() * 1_000_000 + b",an@example.org\n",
        "zeros": head + bytes(3_000_000),
        "controls": head + b"\x01" * 3_000_000,
        "surrogates": "name,email\nAn\ud800,an@example.org\n".encode("utf-16", "surrogatepass"),
        "cut_utf_16": b"\xff\xfe" + "name,email\nAn,a@example.org\n".encode("utf-16-le")[:-1],
        "not_utf_8": head + b"\xff\xfe\xfd" * 500_000,
        "empty_lines": head + b"\n" * 1_000_000,
        "carriage_returns": head + b"\r" * 1_000_000,
        "many_bad_cells": head + b"An,khong dung\n" * 5_000,
        "formulas": head + b"\"=cmd|'/c calc'!A1\",a@example.org\n" * 19_000,
        "sep_line": b"sep=" + b";" * 100 + b"\n" + head,
        "headings_only": head,
    }


def events(*more: str) -> bytes:
    blocks = (EVENT.format(uid=f"{n}@example.org", more=each) for n, each in enumerate(more))
    return ICS.format("".join(blocks)).encode()


def calendars() -> dict[str, bytes]:
    return {
        "secondly": events("RRULE:FREQ=SECONDLY\r\n"),
        "count_of_a_thousand_million": events("RRULE:FREQ=DAILY;COUNT=1000000000\r\n"),
        "interval": events("RRULE:FREQ=DAILY;INTERVAL=99999999999999999999\r\n"),
        "by_days": events("RRULE:FREQ=MONTHLY;BYDAY=" + ",".join(f"{n}MO" for n in range(-50, 50)) + "\r\n"),
        "by_month_days": events("RRULE:FREQ=YEARLY;BYMONTHDAY=" + "1," * 200_000 + "1\r\n"),
        "many_events": events(*[""] * 40_000),
        "many_alarms": events("BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT1H\r\nEND:VALARM\r\n" * 30_000),
        "far_alarm": events("BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-P99999999999999D\r\nEND:VALARM\r\n"),
        "many_exceptions": events("RRULE:FREQ=DAILY\r\nEXDATE:" + "20270309T080000," * 100_000 + "20270310T080000\r\n"),
        "deep": ICS.format("BEGIN:X\r\n" * 50_000).encode(),
        "year_one": ICS.format(EVENT.format(uid="a", more="").replace("20270308", "00010101")).encode(),
        "year_9999": ICS.format(
            EVENT.format(uid="a", more="RRULE:FREQ=YEARLY\r\n").replace("20270308", "99991231")
        ).encode(),
        "long_line": events("DESCRIPTION:" + "x" * 5_000_000 + "\r\n"),
        "folds": events("DESCRIPTION:x" + "\r\n x" * 800_000 + "\r\n"),
        "escapes": events("DESCRIPTION:" + "\\" * 3_000_000 + "\r\n"),
        "parameters": events("DESCRIPTION" + ";A=b" * 500_000 + ":x\r\n"),
        "quotes": events('DESCRIPTION;A="' + "," * 2_000_000 + ":x\r\n"),
        "zone": events("DTEND;TZID=../../etc/passwd:20270308T090000\r\n"),
        "not_utf_8": events().replace(b"PRODID", b"\xff\xfe" * 100),
        "cut_off": events("")[:-20],
    }


ALL = {"xlsx": workbooks, "csv": texts, "ics": calendars}
