"""``campaign import``: what the person at the keyboard sees, and what a script can rely on."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import func, select

from campaign.audit import PROGRAM, Act
from campaign.cli import main
from campaign.directory.member_import import make_groups
from campaign.models import Event, Group, Member, Reminder

ROOT = Path(__file__).resolve().parents[1]
MEMBERS = (
    "name,email,unit,groups,sex,language,TT\n"
    "Nguyễn Thị Ánh,anh@example.org,Văn phòng,BCH,nữ,vi,1\n"
    "Trần Văn Bình,binh@example.org,Phòng Kỹ thuật,,nam,,2\n"
)
CALENDAR = (
    "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//other//EN\nBEGIN:VEVENT\nUID:hop@example.org\n"
    "DTSTART;TZID=Asia/Ho_Chi_Minh:20990310T090000\nDURATION:PT2H\nSUMMARY:Họp giao ban\nCATEGORIES:Họp\n"
    "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT15M\nEND:VALARM\nEND:VEVENT\n"
    "BEGIN:VTODO\nUID:viec@example.org\nEND:VTODO\nEND:VCALENDAR\n"
)


def calendar_with(line: str) -> bytes:
    return CALENDAR.replace("SUMMARY:Họp giao ban", f"SUMMARY:Họp giao ban\n{line}").encode()


def workbook() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(("name", "email"))
    book.active.append(("Lê A", "a@example.org"))
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def archive(**parts: bytes) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in parts.items():
            opened.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return kept.getvalue()


def sheet_with(content: bytes) -> bytes:
    """The small workbook with another first sheet."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as old, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == "xl/worksheets/sheet1.xml" else old.read(name))
    return kept.getvalue()


@pytest.fixture
def campaign(database, config, tmp_path, capsys):
    """Run one command in this process: exit code, stdout, stderr."""
    file = tmp_path / "campaign.toml"
    secret, url = config.server.secret_key, config.database.url
    file.write_text(f'[server]\nsecret_key = "{secret}"\n[database]\nurl = "{url}"\n', encoding="utf-8")

    def run(*arguments):
        with pytest.raises(SystemExit) as left:
            main(["--config", str(file), *map(str, arguments)])
        seen = capsys.readouterr()
        return left.value.code, seen.out, seen.err

    return run


@pytest.fixture
def saved(tmp_path):
    def save(content, name):
        file = tmp_path / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    return save


def counts(database):
    with database.read() as session:
        tables = (Member, Group, Event, Reminder)
        return tuple(session.scalar(select(func.count()).select_from(table)) for table in tables)


def test_members_are_imported_and_summed_up(database, campaign, saved):
    code, out, err = campaign("import", "members", saved(MEMBERS, "m.csv"))

    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "Thành viên: 2 mới, 0 cập nhật, 0 không đổi.",
        "Đơn vị và nhóm mới: Văn phòng, Phòng Kỹ thuật, BCH.",
        "Bỏ qua các cột: TT.",
    ]
    assert counts(database)[:2] == (2, 3)


def test_members_summary_as_json(campaign, saved):
    code, out, err = campaign("import", "members", saved(MEMBERS, "m.csv"), "--json")

    assert (code, err) == (0, "")
    assert json.loads(out) == {
        "created": 2,
        "updated": 0,
        "unchanged": 0,
        "new_groups": ["Văn phòng", "Phòng Kỹ thuật", "BCH"],
        "ignored_columns": ["TT"],
    }


def test_workbook_is_imported(campaign, saved):
    assert campaign("import", "members", saved(workbook(), "m.xlsx"))[:2] == (
        0,
        "Thành viên: 1 mới, 0 cập nhật, 0 không đổi.\n",
    )


def test_calendar_comes_as_drafts_and_is_published_on_demand(database, campaign, saved):
    file = saved(CALENDAR, "c.ics")
    code, out, err = campaign("import", "calendar", file)

    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "Sự kiện: 1 mới (bản nháp), 0 cập nhật, 0 không đổi."
    assert out.splitlines()[1].startswith("Lưu ý: Dòng 15: VTODO")
    assert counts(database)[2:] == (1, 0)

    code, out, _err = campaign("import", "calendar", file, "--confirm", "--json")
    found = json.loads(out)
    assert code == 0
    assert (found["created"], found["updated"], found["unchanged"], found["confirmed"]) == (0, 1, 0, True)
    assert counts(database)[2:] == (1, 1)
    assert "UID:hop@example.org" in campaign("feed")[1]


def test_audience_is_given_by_group(database, campaign, saved, now):
    with database.write() as session:
        make_groups(Act(session, now, PROGRAM), ["BCH", "Ban nữ công"], kind="list")
    file = saved(CALENDAR, "c.ics")

    code, _out, err = campaign("import", "calendar", file, "--audience", "BHC")
    assert (code, err) == (2, "campaign: Không có nhóm “BHC”. Gần nhất: “BCH”.\n")
    assert counts(database)[2] == 0

    assert campaign("import", "calendar", file, "--audience", "bch", "--audience", "Ban nữ công")[0] == 0
    assert counts(database)[2] == 1


BAD_LISTS = {
    "empty": b"",
    "headings alone": b"name,email\n",
    "no address column": b"name,unit\nA,B\n",
    "no headings": b"A,a@example.org\n",
    "no name": b"name,email\n,a@example.org\n",
    "no address": b"name,email\nA,\n",
    "bad address": b"name,email\nA,a@\n",
    "one address twice": b"name,email\nA,a@example.org\nB,A@example.org\n",
    "bad sex": "name,email,sex\nA,a@example.org,không rõ\n".encode(),
    "bad language": b"name,email,language\nA,a@example.org,fr\n",
    "braces": b"name,email\n{0},{x}\n",
    "line end in a name": b'name,email\n"A\r\nBcc: x@example.org",a@example.org\n',
    "direction of writing": "name,email\nA\u202eB,a@example.org\n".encode(),
    "pile of marks": unicodedata.normalize("NFD", "name,email\na" + "\u0301" * 300 + ",a@example.org\n").encode(),
    "open quote": b'name,email\n"A,a@example.org\n',
    "huge cell": b'name,email\n"' + b"A" * 200_000 + b'",a@example.org\n',
    "many columns": b"name,email" + b",x" * 60 + b"\n",
    "broken UTF-8": b"\xef\xbb\xbfname,email\nA\xff,a@example.org\n",
    "broken UTF-16": b"\xff\xfen\x00a\x00m",
    "unknown code page": "name,email\nAõðþ Bxý,a@example.org\n".encode("cp1252"),
    "zeros": b"\0" * 1000,
    "PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "old workbook": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512,
    "cut workbook": workbook()[:-100],
    "document": archive(word__document_xml=b"<w/>"),
    "bomb": archive(xl__workbook_xml=b"<w/>", xl__big_xml=b" " * 40_000_000),
    "workbook without sheets": archive(xl__workbook_xml=b"<workbook/>"),
    "entities": sheet_with(b'<!DOCTYPE x [<!ENTITY a "aa">]><worksheet>&a;</worksheet>'),
    "broken sheet": sheet_with(b"<worksheet><sheetData><row"),
    "odd sheet": sheet_with(
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="x"><c r="??" t="s"><v>99</v></c></row></sheetData></worksheet>'
    ),
}
BAD_CALENDARS = {
    "empty": b"",
    "text": b"hello\n",
    "list": MEMBERS.encode(),
    "cut": CALENDAR[:150].encode(),
    "UTF-16": CALENDAR.encode("utf-16"),
    "Latin": CALENDAR.encode("utf-8").replace("ọ".encode(), b"\xe1"),
    "zeros": b"\0" * 1000,
    "no start": CALENDAR.replace("DTSTART;TZID=Asia/Ho_Chi_Minh:20990310T090000\n", "").encode(),
    "no such day": CALENDAR.replace("20990310", "20990230").encode(),
    "year 1": CALENDAR.replace("20990310", "00010310").encode(),
    "unknown zone": CALENDAR.replace("Asia/Ho_Chi_Minh", "Mars/Olympus").encode(),
    "braces": CALENDAR.replace("Asia/Ho_Chi_Minh", "{0}{x}").encode(),
    "end before start": calendar_with("DTEND;TZID=Asia/Ho_Chi_Minh:20990309T090000"),
    "every second": calendar_with("RRULE:FREQ=SECONDLY"),
    "endless count": calendar_with("RRULE:FREQ=DAILY;COUNT=1000000000"),
    "unsupported rule": calendar_with("RRULE:FREQ=YEARLY;BYYEARDAY=70"),
    "no rule": calendar_with("RRULE:x"),
    "two rules": calendar_with("RRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY"),
    "bad alarm": CALENDAR.replace("-PT15M", "soon").encode(),
    "bad exception": calendar_with("RRULE:FREQ=DAILY\nEXDATE:tomorrow"),
}


@pytest.mark.parametrize(
    ("kind", "content"),
    [("members", content) for content in BAD_LISTS.values()]
    + [("calendar", content) for content in BAD_CALENDARS.values()],
    ids=[f"list: {name}" for name in BAD_LISTS] + [f"calendar: {name}" for name in BAD_CALENDARS],
)
def test_bad_input_is_answered_in_one_sentence_and_changes_nothing(database, campaign, saved, kind, content):
    code, out, err = campaign("import", kind, saved(content, "f"), *(["--confirm"] if kind == "calendar" else []))

    assert (code, out) == (2, "")
    assert err.startswith("campaign: ")
    assert err.count("\n") == 1
    assert not {"Traceback", "campaign.toml"} & set(err.replace(":", " ").split())
    assert counts(database) == (0, 0, 0, 0)


@pytest.mark.only("sqlite")
@pytest.mark.parametrize("kind", ["members", "calendar"])
def test_file_that_cannot_be_opened_is_named(campaign, tmp_path, kind):
    missing = tmp_path / "không có.csv"

    assert campaign("import", kind, missing) == (2, "", f"campaign: Không có tệp {missing}.\n")
    assert campaign("import", kind, tmp_path) == (2, "", f"campaign: {tmp_path} là một thư mục, không phải một tệp.\n")
    assert campaign("import", kind, "a" * 300) == (
        2,
        "",
        f"campaign: Không đọc được tệp {'a' * 300}: File name too long.\n",
    )
    assert campaign("import", kind)[0] == 2


@pytest.mark.only("sqlite")
def test_command_works_as_a_process_of_its_own(tmp_path, saved):
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"}

    def run(*arguments):
        command = [sys.executable, "-m", "campaign", "import", *map(str, arguments)]
        return subprocess.run(command, cwd=tmp_path, env=surroundings, capture_output=True, text=True, check=False)

    good = run("members", saved(MEMBERS, "m.csv"))
    assert (good.returncode, good.stderr) == (0, "")
    assert good.stdout.startswith("Thành viên: 2 mới")

    bad = run("members", saved("name,email\nA,x\nB,y\n", "bad.csv"))
    assert (bad.returncode, bad.stdout) == (2, "")
    assert bad.stderr.splitlines() == [
        "campaign: Dòng 2, cột email: “x” không phải là địa chỉ thư; cần dạng ten@coquan.gov.vn.",
        "Dòng 3, cột email: “y” không phải là địa chỉ thư; cần dạng ten@coquan.gov.vn.",
    ]
