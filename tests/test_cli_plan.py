"""``campaign import plan``: a table for people, JSON for programs, drafts when asked for."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from sample_files import TEXT, files
from sqlalchemy import func, select

from campaign.cli import main
from campaign.db import Database
from campaign.models import Event, Notice, Plan, PlanReading, Proposal
from campaign.reading import read

FILES = files()
YEARLESS = "KẾ HOẠCH\nHoạt động kỷ niệm\n\nI. NỘI DUNG\n\n1. Tổ chức tọa đàm ngày 15/3.\n"
FIELDS = {
    "kind", "title", "start", "end", "precision", "deadline", "recurs", "time", "end_time", "quote", "quotes", "line",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """An empty working folder: no configuration, no database."""
    monkeypatch.chdir(tmp_path)
    for name, data in FILES.items():
        Path(name).write_bytes(data)
    return tmp_path


@pytest.fixture
def settings(config, tmp_path) -> str:
    """A configuration file that names the test's database."""
    path = tmp_path / "own.toml"
    text = f'[server]\nsecret_key = "{"k" * 40}"\n[database]\nurl = "{config.database.url}"\n'
    path.write_text(text, encoding="utf-8")
    return str(path)


def ran(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stop:
        main(list(arguments))
    return int(stop.value.code or 0)


@pytest.mark.parametrize("name", FILES)
def test_a_plan_is_shown_as_a_table_without_any_database(folder, capsys, monkeypatch, name):
    monkeypatch.setenv("COLUMNS", "120")
    before = sorted(folder.iterdir())
    assert ran("import", "plan", name) == 0
    shown = capsys.readouterr().out
    assert "Công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2020" in shown
    lines = shown.splitlines()
    assert "Có ngày (4)" in lines
    month = next(line for line in lines if "01/6-30/6/2020" in line)
    assert "đợt hoạt động Tháng hành động phòng, chống bạo lực gia đình" in month
    assert "dòng " in month
    assert any(line.startswith("  ≥ 15%") for line in lines)
    assert sorted(folder.iterdir()) == before


def test_explain_says_for_each_clause_its_role_likelihood_and_strongest_features(folder, capsys):
    assert ran("import", "plan", "kh.txt", "--explain") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) % 3 == 0
    at = next(i for i, line in enumerate(lines) if "Tháng hành động phòng, chống bạo lực gia đình" in line)
    role = re.fullmatch(r" *(\d+)  keep (\d\.\d\d), keep (\d\.\d\d)", lines[at - 1])
    assert role is not None
    assert (role[1], role[2]) == ("39", role[3])
    weights = [float(weight) for weight in re.findall(r" ([+-]\d+\.\d\d)(?:,|$)", lines[at + 1])]
    assert len(weights) == 5
    assert weights == sorted(weights, key=abs, reverse=True)


def test_json_is_the_contract(folder, capsys):
    assert ran("import", "plan", "kh.txt", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told) >= {"plan", "duties", "proposals", "targets"}
    assert (told["plan"]["year"], told["plan"]["issued"], told["plan"]["number"]) == (2020, "2020-03", "/KH-SCT")
    assert len(told["plan"]["bases"]) >= 1
    assert all(set(each) >= FIELDS for each in told["proposals"])
    june = next(each for each in told["proposals"] if each["start"] == "2020-06-01")
    assert (june["end"], june["precision"], june["kind"], june["line"]) == ("2020-06-30", "month", "campaign", 39)
    assert june["quotes"] == [june["quote"]]
    assert next(each for each in told["proposals"] if each["kind"] == "report")["start"] is None


def test_every_kind_of_file_says_the_same(folder, capsys):
    told = []
    for name in FILES:
        assert ran("import", "plan", name, "--json") == 0
        proposals = json.loads(capsys.readouterr().out)["proposals"]
        told.append([[each[field] for field in ("kind", "title", "start", "end", "precision")] for each in proposals])
    assert told[0] == told[1] == told[2]


def test_a_year_is_given_for_days_that_have_none(folder, capsys):
    Path("khong-nam.txt").write_text(YEARLESS, encoding="utf-8")
    for options, start in (((), "03-15"), (("--year", "2031"), "2031-03-15")):
        assert ran("import", "plan", "khong-nam.txt", "--json", *options) == 0
        assert [each["start"] for each in json.loads(capsys.readouterr().out)["proposals"]] == [start]


@pytest.mark.parametrize(
    ("content", "arguments"),
    [
        (None, ()),
        (b"", ()),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), ()),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ()),
        (b"PK\x03\x04 broken", ()),
        (YEARLESS.encode(), ("--accept",)),
        (YEARLESS.encode(), ("--year", "20")),
        (YEARLESS.encode(), ("--year", "nay")),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_2(folder, capsys, content, arguments):
    if content is not None:
        Path("tep.docx").write_bytes(content)
    assert ran("import", "plan", "tep.docx", *arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "Traceback" not in told.err
    assert len(told.err.strip().splitlines()[-1]) > 10


def shown_and_folded() -> tuple[int, int]:
    """How many things the sample plan asks for, and how many more are unlikely."""
    reading = read(TEXT)
    return len(reading.likely), len(reading.proposals) - len(reading.likely)


def test_columns_of_the_table_never_run_into_each_other(folder, settings, capsys):
    Path("kh.txt").write_text(
        "KẾ HOẠCH\nCông tác năm 2027\n\n1. Họp giao ban hằng quý vào 14h00 ngày 05/3/2027.\n"
        "2. Các phòng gửi báo cáo về Ban Nữ công trước 14h00 ngày 25/6/2027 hằng năm.\n",
        encoding="utf-8",
    )
    assert ran("--config", settings, "import", "plan", "kh.txt") == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if "dòng" in line]
    assert [re.split(r"\s{2,}", line.strip())[0] for line in lines] == [
        "05/3/2027 14:00 hằng quý",
        "hạn 25/6/2027 14:00 hằng năm",
    ]


def test_accepting_stores_drafts_once(folder, settings, database: Database, capsys):
    likely, folded = shown_and_folded()
    for expected in (f"Đã lưu: {likely} bản nháp mới, 0 mục", "Đã lưu: 0 bản nháp mới, 0 mục"):
        assert ran("--config", settings, "import", "plan", "kh.docx", "--accept") == 0
        assert expected in capsys.readouterr().out
    with database.read() as session:
        events = session.scalars(select(Event)).all()
        waiting = session.scalar(select(func.count()).select_from(Proposal).where(Proposal.decision == ""))
        assert (len(events), session.scalars(select(Plan.year)).all(), waiting) == (likely, [2020], folded)
        assert all(event.is_draft and event.quote and event.quote_line and event.duty_id for event in events)
        assert len(session.scalars(select(PlanReading)).all()) == 1


def test_accepting_without_a_year_changes_nothing(folder, settings, database: Database):
    Path("khong-nam.txt").write_text(YEARLESS, encoding="utf-8")
    assert ran("--config", settings, "import", "plan", "khong-nam.txt", "--accept") == 2
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(PlanReading)) == 0


def test_accepting_tells_programs_what_it_did(folder, settings, database: Database, capsys):
    assert ran("--config", settings, "import", "plan", "kh.txt", "--accept", "--json") == 0
    said = {"reading": 1, "drafts": shown_and_folded()[0], "linked": 0, "waiting": 0}
    assert json.loads(capsys.readouterr().out)["accepted"] == said


def test_accepting_a_corrected_version_says_what_changed(folder, settings, database: Database, capsys):
    text = Path("kh.txt").read_text(encoding="utf-8")
    assert ran("--config", settings, "import", "plan", "kh.txt", "--accept") == 0
    Path("ban-2.txt").write_text(re.sub(r"Số:\s*(?=/)", "Số: 77", text, count=1), encoding="utf-8")
    capsys.readouterr()
    assert ran("--config", settings, "import", "plan", "ban-2.txt", "--accept") == 0
    assert "Bản này thay bản trước. Số: " in capsys.readouterr().out
    assert ran("--config", settings, "import", "plan", "ban-2.txt", "--accept", "--json") == 0
    assert "changes" not in json.loads(capsys.readouterr().out)["accepted"]
    with database.read() as session:
        assert session.scalars(select(Plan.number)).one().startswith("77")


def test_a_plan_goes_live_with_one_command_and_one_mail_for_each_person(folder, settings, database: Database, capsys):
    Path("members.csv").write_text(
        "name,email,groups\nLê Thị Hoa,hoa@example.org,Ban Nữ công\nTrần Văn Hùng,hung@example.org,\n", encoding="utf-8"
    )
    Path("kh.txt").write_text(YEARLESS.replace("ngày 15/3", "từ 14h00 đến 16h30 ngày 15/3/2090"), encoding="utf-8")
    assert ran("--config", settings, "import", "members", "members.csv") == 0
    plan = "--config", settings, "import", "plan", "kh.txt", "--year", "2090"
    for refused in (("--publish",), ("--accept", "--audience", "Ban Nữ công")):
        assert ran(*plan, *refused) == 2
    assert ran(*plan, "--accept", "--publish", "--audience", "Ban Nữ côn") == 2
    capsys.readouterr()
    assert ran(*plan, "--accept", "--publish", "--json") == 0
    done = json.loads(capsys.readouterr().out)["accepted"]
    assert (done["drafts"], done["published"], done["people"]) == (1, 1, 2)
    assert ran(*plan, "--accept", "--publish") == 0
    assert "Đã công bố 0 hoạt động" in capsys.readouterr().out
    with database.read() as session:
        event = session.scalars(select(Event)).one()
        assert event.confirmed_at
        assert event.audience_all
        notice = session.scalars(select(Notice)).one()
        assert (notice.kind, len(notice.facts["members"])) == ("year_plan", 2)
