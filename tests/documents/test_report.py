"""The report of a period: its figures are those of the rows, its form is that of the decree, Word programs open it."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections import Counter
from datetime import date

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from sqlalchemy import delete, select, text

from campaign.dates.reporting import Period
from campaign.documents import report as documents
from campaign.errors import InvalidInput
from campaign.figures import deadlines, duties, period_report
from campaign.models import Attendance, Course, Duty, Event, Group, Member, Occurrence, Plan, Target
from documents.conftest import SPRING

END = date(2027, 12, 20)


def written(database, config, period="2027", *, today=END):
    with database.read() as session:
        found = period_report.read(session, Period.parse(period), today=today)
        return found, Document(io.BytesIO(documents.document(found, config, today=today)))


def words(document):
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


@pytest.mark.parametrize(
    ("code", "first", "last", "name"),
    [
        ("2027", date(2026, 12, 15), date(2027, 12, 14), "năm 2027"),
        ("2027-H1", date(2026, 12, 15), date(2027, 6, 14), "6 tháng đầu năm 2027"),
        ("2027-Q2", date(2027, 3, 15), date(2027, 6, 14), "quý II/2027"),
        ("2027-9m", date(2026, 12, 15), date(2027, 9, 14), "9 tháng đầu năm 2027"),
        ("2027-02", date(2027, 1, 15), date(2027, 2, 14), "tháng 02/2027"),
        ("2027-01", date(2026, 12, 15), date(2027, 1, 14), "tháng 01/2027"),
    ],
)
def test_period_runs_from_cut_off_to_cut_off(code, first, last, name):
    period = Period.parse(code)
    assert (period.first, period.last, period.name) == (first, last, name)


@pytest.mark.parametrize("code", ["", "27", "2027-H3", "2027-13", "2027-00", "9999", "0000-H1", "2027 H1", "2027-H1x"])
def test_word_that_is_no_period_is_refused(code):
    with pytest.raises(InvalidInput):
        Period.parse(code)


def test_attendance_of_the_report_equals_a_recount_of_the_rows(database, year):
    found, document = written(database, year)
    recount = Counter()
    with database.engine.connect() as connection:
        rows = connection.execute(
            text(
                "SELECT member.sex, member.id FROM attendance JOIN member ON member.id = attendance.member_id "
                "JOIN occurrence ON occurrence.id = attendance.occurrence_id "
                "JOIN event ON event.id = occurrence.event_id WHERE attendance.state = 'present' "
                "AND event.kind <> 'report' AND occurrence.first_day BETWEEN :first AND :last "
                "AND occurrence.last_day < :today"
            ),
            {"first": "2026-12-15", "last": "2027-12-14", "today": END.isoformat()},
        ).all()
        recount.update(row[0] for row in rows)
    happened = [one for one in found.occurrences if one.last_day < END]
    assert found.attendance.women == recount["female"] + len(happened)  # and one woman as a guest each time
    assert found.attendance.men == recount["male"]
    assert found.attendance.people == len({row[1] for row in rows})
    assert sum(found.attendance.units.values()) == found.attendance.present
    assert f"(nữ {found.attendance.women}, nam {found.attendance.men})" in words(document).replace(".", "")


def test_report_names_every_duty_and_target_with_its_state(database, year):
    found, document = written(database, year)
    shown = words(document)
    with database.read() as session:
        asked = session.query(Duty).filter(Duty.dropped_at.is_(None)).all()
        targets = session.query(Target).all()
    assert len(found.duty_states) == len(asked) > 20
    assert [duty.text for duty in asked if duty.text not in shown] == []
    assert [target.title for target in targets if target.title not in shown] == []
    assert {one.state for one in found.duty_states} >= {duties.State.DONE, duties.State.NOT_STARTED}
    assert "18,5%" in shown
    assert "Quyết định số 123/QĐ-SCT ngày 20/6/2027" in shown
    assert "4.750.000" in shown


def test_deadlines_are_on_time_late_or_missing(database, year):
    found, document = written(database, year)
    states = Counter(one.own.state for one in found.due)
    assert states[deadlines.State.ON_TIME] == 1
    assert states[deadlines.State.LATE] == 1
    assert states[deadlines.State.MISSING] == len(found.due) - 2
    assert f"đúng hạn 1, quá hạn 1, chưa gửi {len(found.due) - 2}" in words(document)


def test_report_of_an_empty_year_says_so(database, year):
    _, document = written(database, year, "2019", today=date(2027, 3, 1))
    shown = words(document)
    assert "Trong kỳ chưa có hoạt động nào được tổ chức." in shown
    assert "Chưa có kế hoạch của năm này trong hệ thống." in shown


def test_report_has_the_form_of_decree_30(database, year):
    _, document = written(database, year)
    page = document.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    assert 20 <= page.top_margin.mm <= 25
    assert 20 <= page.bottom_margin.mm <= 25
    assert 30 <= page.left_margin.mm <= 35
    assert 15 <= round(page.right_margin.mm) <= 20
    assert document.styles["Normal"].font.name == "Times New Roman"
    head, foot = document.tables[0], next(table for table in document.tables if "Nơi nhận:" in table.cell(0, 0).text)
    assert head.cell(0, 0).text.split("\n")[:2] == ["SỞ CÔNG THƯƠNG TỈNH HÀ SƠN", "BAN VÌ SỰ TIẾN BỘ CỦA PHỤ NỮ"]
    assert head.cell(0, 1).text.split("\n")[:2] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert "/BC-" in head.cell(1, 0).text
    assert head.cell(1, 1).text.endswith("tháng 12 năm 2027")
    assert foot.cell(0, 0).text.split("\n")[1] == "- Như trên;"
    assert foot.cell(0, 0).text.split("\n")[-1] == "- Lưu: VT."
    assert foot.cell(0, 1).text.startswith("TM. BAN VÌ SỰ TIẾN BỘ CỦA PHỤ NỮ\nTRƯỞNG BAN")
    assert page.different_first_page_header_footer
    assert "PAGE" in page.header._element.xml
    assert "PAGE" not in page.first_page_header._element.xml
    body = [one for one in document.paragraphs if one.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY and one.text]
    assert {one.runs[0].font.size.pt for one in body if one.runs} == {14}
    assert body[-1].text.endswith("./.")


@pytest.mark.only("sqlite")
def test_text_that_xml_cannot_hold_does_not_stop_the_report(database, year):
    with database.write() as session:
        session.query(Duty).first().text = "Tuyên truyền\x0b<b>&\ufffe{{ 7 * 7 }}😀"
    _, document = written(database, year)
    assert "Tuyên truyền<b>&{{ 7 * 7 }}😀" in words(document)


@pytest.mark.slow
@pytest.mark.only("sqlite")
def test_libreoffice_opens_the_report(database, year, tmp_path):
    soffice = shutil.which("soffice")
    assert soffice, "LibreOffice is missing"
    with database.read() as session:
        found = period_report.read(session, Period.parse("2027"), today=END)
    (tmp_path / "bao-cao.docx").write_bytes(documents.document(found, year, today=END))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "bao-cao.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    assert (tmp_path / "bao-cao.pdf").read_bytes().startswith(b"%PDF")


def test_report_of_chosen_parts_numbers_these_alone(database, year):
    with database.read() as session:
        found = period_report.read(session, Period.parse("2027-H1"), today=END)
    content = documents.document(found, year, today=END, parts={"targets", "costs"})
    shown = words(Document(io.BytesIO(content)))
    assert "1. Các chỉ tiêu" in shown
    assert "2. Kinh phí" in shown
    assert "Các nhiệm vụ của kế hoạch" not in shown
    assert "Phụ lục" not in shown


def test_appendix_counts_women_and_men_of_each_unit(database, year):
    found, document = written(database, year)
    rows = [[cell.text for cell in row.cells] for row in document.tables[-1].rows[1:]]
    whole = found.attendance
    assert [sum(int(row[column].replace(".", "")) for row in rows) for column in (2, 3, 4)] == [
        whole.present, whole.women, whole.men,
    ]  # fmt: skip


def test_report_of_one_campaign_has_its_own_days_events_and_duties(database, year):
    """The action month ends a day after the yearly cut-off: its report counts that day."""
    with database.read() as session:
        month = session.scalars(select(Event).where(Event.kind == "campaign", Event.title.contains("15/11"))).first()
        month = (
            month
            or session.scalars(
                select(Event)
                .join(Occurrence)
                .where(Event.kind == "campaign", Occurrence.last_day == date(2027, 12, 15))
            ).first()
        )
        period = period_report.campaign_period(session, month, 2027)
        found = period_report.read(session, period, today=date(2028, 1, 5), campaign_id=month.id)
    assert period.last >= date(2027, 12, 15)
    assert period.first <= date(2027, 11, 15)
    assert month.id in {one.event_id for one in found.occurrences}
    assert {one.campaign_id for one in found.occurrences if one.event_id != month.id} <= {month.id}
    assert {one.duty.id for one in found.duty_states} == {one.duty_id for one in found.occurrences if one.duty_id}


def test_people_sent_to_courses_are_in_the_report_and_count_as_trained(database, year):
    with database.write() as session:
        plan, (first, second) = session.scalars(select(Plan)).one(), session.scalars(select(Member).limit(2)).all()
        group = Group(name="Cán bộ nữ công", slug="can-bo-nu-cong", created_at=SPRING, members=[first, second])
        session.add(group)
        session.flush()
        session.execute(delete(Attendance).where(Attendance.member_id.in_([first.id, second.id])))
        target = session.scalars(select(Target)).first()
        target.computed, target.group_id = "trained", group.id
        about = {"title": "Bồi dưỡng lãnh đạo nữ", "held_by": "Trường Chính trị", "first_day": date(2027, 4, 1)}
        session.add(Course(plan_id=plan.id, member_id=first.id, name=first.name, **about))
        number = target.id
    found, document = written(database, year)
    assert next(one.value for one in found.measured if one.target.id == number) == 50
    assert "Cử 1 lượt người tham gia 1 khóa học do đơn vị khác tổ chức: Bồi dưỡng lãnh đạo nữ" in words(document)
