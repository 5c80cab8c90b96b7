"""What comes back, through the pages: attendance, checking in, reports until they are filed, duties, targets, lists."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from docx import Document
from sqlalchemy import select
from support.desk import person, post
from support.desk import token as csrf
from web.desk.house import confirmed, reminders_of
from web.desk.test_register_browser import AXE, DESK, TELEPHONE, WIDER, opened
from web.rows import NOW

from campaign import create_app
from campaign.access import sessions
from campaign.access.sessions import Browser as Agent
from campaign.audit import NOBODY, Act
from campaign.calendar import planning
from campaign.calendar.draft import Draft
from campaign.figures import attendance as figures
from campaign.figures import duties
from campaign.models import (
    Attendance,
    AuditEntry,
    Award,
    Duty,
    Event,
    Filing,
    Group,
    Guest,
    Member,
    Message,
    Occurrence,
    Reminder,
    Result,
    Target,
    User,
)

REPORT = Draft(
    kind="report", title="Báo cáo 6 tháng", first=date(2027, 6, 10), recipient="Ban VSTBPN tỉnh", via="Sở Nội vụ"
)


def occurrence_of(database, uid):
    with database.read() as session:
        return session.scalars(select(Occurrence).join(Event).where(Event.uid == uid)).first()


def members(database):
    with database.read() as session:
        return session.scalars(select(Member).order_by(Member.id)).all()


@pytest.fixture
def talk(database, house):
    return occurrence_of(database, house.talk).id


@pytest.fixture
def report(database, config, house):
    """A report due on 10 June for everybody of the staff, of whom three belong to the one unit."""
    with database.write() as session:
        unit = session.get_one(Group, house.committee)
        unit.kind = "unit"
        for member in session.scalars(select(Member).order_by(Member.id).limit(3)):
            member.unit_id = unit.id
    draft = replace(REPORT, group_ids=frozenset({house.staff, house.committee}))
    return confirmed(database, config, draft)


def test_attendance_is_kept_counted_and_corrected(desk, database, talk):
    first, second, third, *_ = members(database)
    page = f"/desk/occurrences/{talk}/attendance"
    post(desk, page, {f"state-{first.id}": "present", f"state-{second.id}": "absent", f"state-{third.id}": "excused"})
    post(desk, page, {f"state-{second.id}": "present", f"state-{third.id}": ""})
    with database.read() as session:
        kept = dict(session.execute(select(Attendance.member_id, Attendance.state)).all())
        acts = session.scalars(select(AuditEntry).where(AuditEntry.verb == "attendance")).all()
        count = figures.by_occurrence(session, [talk])[talk]
    assert kept == {first.id: "present", second.id: "present"}
    assert [act.new["attendance"].get(second.name) for act in acts] == ["absent", "present"]
    assert (count.present, count.women, count.absent, count.excused) == (2, 2, 0, 0)


def test_marks_sent_twice_change_nothing(desk, database, talk):
    first, *_ = members(database)
    for _ in range(2):
        post(desk, f"/desk/occurrences/{talk}/attendance", {f"state-{first.id}": "present"})
    with database.read() as session:
        assert len(session.scalars(select(AuditEntry).where(AuditEntry.verb == "attendance")).all()) == 1


@pytest.mark.parametrize("state", ["here", "PRESENT", "present "])
def test_unknown_state_is_refused_and_nothing_kept(desk, database, talk, state):
    first, second, *_ = members(database)
    marks = {f"state-{first.id}": "present", f"state-{second.id}": state}
    assert post(desk, f"/desk/occurrences/{talk}/attendance", marks).status_code == 400
    with database.read() as session:
        assert session.scalars(select(Attendance)).all() == []


def test_guest_is_counted_with_the_others_and_taken_off_again(desk, database, talk):
    page = f"/desk/occurrences/{talk}/attendance"
    post(desk, f"{page}/guests", {"name": "  Bà  Nguyễn Thị Khách ", "unit": "Hội LHPN tỉnh", "sex": "female"})
    with database.read() as session:
        guest = session.scalars(select(Guest)).one()
        count = figures.by_occurrence(session, [talk])[talk]
    assert guest.name == "Bà Nguyễn Thị Khách"
    assert (count.present, count.women, count.guests, count.people) == (1, 1, 1, 0)
    assert "Bà Nguyễn Thị Khách" in desk.get(page).text
    post(desk, f"{page}/guests/{guest.id}/deletion", {})
    with database.read() as session:
        assert session.scalars(select(Guest)).all() == []


def test_sheet_lists_everybody_expected_by_given_name(desk, database, talk):
    answer = desk.get(f"/desk/occurrences/{talk}/attendance/sheet.docx")
    table = Document(io.BytesIO(answer.data)).tables[1]
    assert [row.cells[1].text for row in table.rows[1:]] == sorted(member.name for member in members(database))[:12]


def at(app, moment):
    part = app.extensions["campaign"]
    return create_app(part.config, part.database, now=lambda: moment)


def check_in(app, token, address):
    client = app.test_client()
    page = client.get(f"/c/{token}")
    sent = {"csrf_token": csrf(client, "/signin"), "address": address}
    return page, client.post(f"/c/{token}", data=sent)


def test_checking_in_says_the_same_to_members_and_strangers(app, desk, database, talk):
    code = desk.get(f"/desk/occurrences/{talk}/attendance/poster").text
    token = code.partition("/c/")[2].partition("<")[0]
    here = at(app, datetime(2027, 3, 16, 7, tzinfo=UTC))
    _, known = check_in(here, token, "m1@example.org")
    _, stranger = check_in(here, token, "nguoi-la@example.org")
    assert known.text == stranger.text
    with database.read() as session:
        kept = session.scalars(select(Attendance)).all()
    assert [(row.member_id, row.state, row.noted_by) for row in kept] == [
        (members(database)[1].id, "present", "tự điểm danh")
    ]


@pytest.mark.parametrize("hours", [-30, 8])
def test_code_on_the_wall_works_around_the_event_only(app, desk, database, talk, hours):
    token = desk.get(f"/desk/occurrences/{talk}/attendance/poster").text.partition("/c/")[2].partition("<")[0]
    then = at(app, datetime(2027, 3, 16, 7, tzinfo=UTC) + timedelta(hours=hours))
    page, refused = check_in(then, token, "m1@example.org")
    assert "từ một giờ trước đến hai giờ sau" in page.text
    assert refused.status_code == 400
    with database.read() as session:
        assert session.scalars(select(Attendance)).all() == []


def test_token_of_another_purpose_opens_no_check_in(app, talk):
    assert app.test_client().get(f"/c/{talk}.abc").status_code == 404


def test_report_is_reminded_until_it_is_filed(app, desk, database, report):
    one = occurrence_of(database, report)
    leads = {reminder.lead for reminder in reminders_of(database, report)}
    before = {f"{number} before" for number in ("10 working days", "5 working days", "1 working day")}
    assert leads == before | {"on the day", "1 working day after end"}
    post(desk, f"/desk/reports/{one.id}", {"filed_on": "5/3/2027", "number": "12/BC-SCT"})
    assert reminders_of(database, report) == []
    assert "đúng hạn" in desk.get("/desk/reports").text
    with database.read() as session:
        filing = session.scalars(select(Filing)).one()
    post(desk, f"/desk/reports/filings/{filing.id}/deletion", {})
    assert {reminder.lead for reminder in reminders_of(database, report)} == leads


def test_mail_that_waits_is_taken_back_when_the_report_is_filed(app, desk, database, report):
    one = occurrence_of(database, report)
    due = min(reminder.due_at for reminder in reminders_of(database, report))
    with database.write() as session:
        planning.plan_due(session.connection(), now=due, id_suffix=".x@example.org>")
    post(desk, f"/desk/reports/{one.id}", {"filed_on": "5/3/2027"})
    with database.read() as session:
        mails = select(Message).join(Reminder).join(Occurrence).where(Occurrence.id == one.id)
        results = {(row.result, row.reason) for row in session.scalars(mails)}
    assert results == {(Result.SUPPRESSED, "filed")}


def test_unit_that_has_filed_is_not_reminded(desk, database, house, report):
    one = occurrence_of(database, report)
    post(desk, f"/desk/reports/{one.id}", {"filed_on": "5/3/2027", "unit": str(house.committee)})
    due = min(reminder.due_at for reminder in reminders_of(database, report))
    with database.write() as session:
        planning.plan_due(session.connection(), now=due, id_suffix=".x@example.org>")
    with database.read() as session:
        asked = set(session.scalars(select(Message.member_id).where(Message.result.is_(None))))
    assert asked == {member.id for member in members(database)[3:]}
    assert "1/1 đã nộp" in desk.get("/desk/reports").text


def test_late_report_is_told_to_whom_it_escalates(desk, database, config, report):
    with database.write() as session:
        event = session.scalars(select(Event).where(Event.uid == report)).one()
        event.escalate_after, event.escalate_to_id = 3, session.scalars(select(Member.id)).first()
    one = occurrence_of(database, report)
    post(desk, f"/desk/reports/{one.id}", {"filed_on": "5/3/2027", "unit": "0"})  # and taken back: all is made anew
    with database.read() as session:
        filing = session.scalars(select(Filing)).one()
    post(desk, f"/desk/reports/filings/{filing.id}/deletion", {})
    (above,) = (one for one in reminders_of(database, report) if one.recipients == "escalation")
    assert above.due_at.date() == date(2027, 6, 15)  # three working days after Thursday 10 June
    with database.write() as session:
        session.query(Reminder).filter(Reminder.id != above.id).delete()
        planning.plan_due(session.connection(), now=above.due_at, id_suffix=".x@example.org>")
        assert session.scalars(select(Message.member_id)).all() == [event.escalate_to_id]


def test_report_cannot_be_filed_tomorrow(desk, database, report):
    one = occurrence_of(database, report)
    answer = post(desk, f"/desk/reports/{one.id}", {"filed_on": "6/3/2027"})
    assert answer.status_code == 400
    assert "Ngày gửi báo cáo không thể sau hôm nay." in answer.text


def test_attached_file_comes_back_as_it_was_and_never_as_a_page(desk, database, report):
    one = occurrence_of(database, report)
    content = b"<script>alert(1)</script>"
    form = {"filed_on": "5/3/2027", "file": (io.BytesIO(content), "báo cáo.html")}
    post(desk, f"/desk/reports/{one.id}", form)
    with database.read() as session:
        filing = session.scalars(select(Filing)).one()
    answer = desk.get(f"/desk/reports/filings/{filing.id}/file")
    assert answer.data == content
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_duty_is_done_when_its_events_are_over_or_when_somebody_says_so(desk, database, house):
    with database.write() as session:
        session.scalars(select(Event).where(Event.uid == house.talk)).one().duty_id = house.duty
        plan_id = session.get_one(Duty, house.duty).plan_id

    def state(today):
        with database.read() as session:
            return duties.of_plan(session, plan_id, today=today)[0].state

    assert state(date(2027, 3, 5)) is duties.State.UNDER_WAY
    assert state(date(2027, 3, 17)) is duties.State.DONE
    page = f"/desk/duties/{house.duty}"
    refused = post(desk, page, {"state": "waived"})
    assert "Hãy ghi lý do không thực hiện nhiệm vụ này." in refused.text
    post(desk, page, {"state": "waived", "reason": "Không có kinh phí", "cost_estimate": "1.500.000"})
    assert state(date(2027, 3, 17)) is duties.State.WAIVED
    post(desk, page, {"state": "not_started"})
    post(desk, f"{page}/notes", {"day": "5/3/2027", "text": "Đã gửi văn bản", "link": ""})
    assert state(date(2027, 3, 5)) is duties.State.UNDER_WAY
    assert "Đã gửi văn bản" in desk.get(page).text


def test_target_keeps_values_and_counts_a_group_by_itself(desk, database, house):
    with database.write() as session:
        plan_id = session.get_one(Duty, house.duty).plan_id
        target = Target(plan_id=plan_id, position=1, title="Tỷ lệ nữ", comparison="≥", value=15)
        session.add(target)
        session.flush()
        page = f"/desk/targets/{target.id}"
    post(desk, f"{page}/values", {"day": "1/2/2027", "value": "12,5", "source": "Văn phòng"})
    assert "chưa đạt" in desk.get("/desk/targets").text
    assert post(desk, f"{page}/values", {"day": "1/2/2027", "value": "nhiều"}).status_code == 200
    post(desk, page, {"computed": "women", "group": str(house.staff)})
    shown = desk.get("/desk/targets").text
    assert "66,7%" in shown  # eight of twelve
    assert "hệ thống tính" in shown


def test_lists_are_kept_changed_and_deleted_with_an_audit_entry_each(desk, database, house):
    sent = {"recipient": "Thanh tra Sở", "form": "Giấy khen", "nominated_on": "5/3/2027"}
    post(desk, "/desk/awards", sent)
    with database.read() as session:
        award = session.scalars(select(Award)).one()
    post(desk, f"/desk/awards/{award.id}", {**sent, "decision": "12/QĐ", "decided_on": "5/3/2027"})
    assert "12/QĐ" in desk.get("/desk/awards").text
    post(desk, f"/desk/awards/{award.id}/deletion", {})
    with database.read() as session:
        assert session.scalars(select(Award)).all() == []
        acts = session.scalars(select(AuditEntry.verb).where(AuditEntry.subject_type == "award")).all()
    assert acts == ["create", "edit", "delete"]


def test_reader_sees_all_and_changes_nothing(reader, database, house, talk):
    for page in ("/desk/figures", "/desk/duties", "/desk/reports", "/desk/targets", "/desk/awards"):
        assert reader.get(page).status_code == 200
    assert post(reader, "/desk/awards", {"recipient": "A", "nominated_on": "5/3/2027"}).status_code == 403
    assert reader.get(f"/desk/occurrences/{talk}/attendance").status_code == 403


def test_organizer_of_one_group_takes_no_attendance_for_everybody(limited, talk):
    assert limited.get(f"/desk/occurrences/{talk}/attendance").status_code == 403


def test_year_without_plan_has_pages_that_say_so(desk):
    for page in ("/desk/figures?period=2019", "/desk/duties?year=2019", "/desk/targets?year=2019"):
        assert desk.get(page).status_code == 200
    assert "Chưa có kế hoạch của năm này." in desk.get("/desk/duties?year=2019").text
    assert desk.get("/desk/figures?period=hôm nay").status_code == 400
    assert desk.get("/desk/figures/report.docx?period=2019").data.startswith(b"PK")


@pytest.fixture
def key(app, database, house):
    number = person(app)
    with database.write() as session:
        return sessions.begin(Act(session, NOW, NOBODY), session.get_one(User, number), way="link", browser=Agent())


@pytest.mark.only("sqlite")
@pytest.mark.parametrize("seen", [(DESK, "vi"), (TELEPHONE, "en")], ids=["desk", "telephone"])
def test_pages_of_the_follow_through_have_no_barrier(browser, site, key, house, talk, seen):
    viewport, language = seen
    pages = [
        "/desk/figures", "/desk/duties", f"/desk/duties/{house.duty}", "/desk/reports", "/desk/targets", "/desk/awards",
        "/desk/difficulties", "/desk/findings", f"/desk/occurrences/{talk}/attendance",
        f"/desk/occurrences/{talk}/attendance/poster",
    ]  # fmt: skip
    context = opened(browser, site, key, viewport=viewport, bypass_csp=True)
    page, found = context.new_page(), {}
    for address in pages:
        page.goto(f"{address}?lang={language}")
        if wider := page.evaluate(WIDER):
            found[address] = f"{wider} px too wide"
        page.add_script_tag(path=str(AXE))
        if problems := page.evaluate("() => axe.run(document)")["violations"]:
            found[address] = [(each["id"], [node["html"][:150] for node in each["nodes"][:3]]) for each in problems]
    context.close()
    assert found == {}, json.dumps(found, ensure_ascii=False, indent=1)


@pytest.mark.slow
@pytest.mark.only("sqlite")
def test_attendance_of_300_people_survives_a_minute_offline(browser, site, key, database, house, talk):
    with database.write() as session:
        staff = session.get_one(Group, house.staff)
        for number in range(288):
            address = f"x{number}@example.org"
            made = Member(name=f"Trần Văn {number}", address=address, address_key=address, created_at=NOW)
            made.groups = [staff]
            session.add(made)
    context = opened(browser, site, key, viewport=TELEPHONE)
    page = context.new_page()
    page.goto(f"/desk/occurrences/{talk}/attendance")
    boxes = page.locator("input[type=radio][value=present]")
    assert boxes.count() == 300
    tick = "(boxes, [from, to]) => boxes.slice(from, to).forEach((box) => box.click())"
    boxes.evaluate_all(tick, [0, 100])
    context.set_offline(True)
    boxes.evaluate_all(tick, [100, 250])
    page.wait_for_timeout(500)
    context.set_offline(False)
    boxes.evaluate_all(tick, [250, 300])
    page.wait_for_function("() => document.querySelector('[data-state]').textContent === ''", timeout=30_000)
    context.close()
    with database.read() as session:
        kept = session.execute(select(Attendance.member_id, Attendance.state)).all()
    assert len(kept) == len({row.member_id for row in kept}) == 300
    assert {row.state for row in kept} == {"present"}
