"""What comes back, through the pages: attendance, checking in, reports until they are filed, duties, targets, lists."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.policy import default

import pytest
from docx import Document
from sqlalchemy import select
from sqlalchemy.orm import undefer
from support import barriers
from support.desk import person, post, signed_in
from support.desk import token as csrf
from support.readers import Readers
from web.desk.house import confirmed, reminders_of
from web.desk.test_register_browser import DESK, TELEPHONE, opened
from web.rows import NOW

from campaign import create_app
from campaign.access import sessions
from campaign.access.sessions import Browser as Agent
from campaign.audit import NOBODY, Act
from campaign.calendar import planning
from campaign.calendar.agency import UnitOfWork, agency_of
from campaign.calendar.draft import Draft
from campaign.desk import decisions, notices, scheduling
from campaign.figures import attendance as figures
from campaign.figures import duties
from campaign.mailer.address import Address
from campaign.mailer.sealed import SealedMail
from campaign.models import (
    Attendance,
    AudienceGroup,
    AuditEntry,
    Award,
    Course,
    Duty,
    Event,
    Filing,
    Group,
    Guest,
    Holiday,
    Member,
    Message,
    Notice,
    Occurrence,
    Reminder,
    Result,
    Role,
    Target,
    User,
)
from campaign.sending.outbox import ContentKey
from campaign.tokens import PERSONAL, Tokens
from campaign.web.desk.loading import letters

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


def test_corrections_of_attendance_are_shown_person_by_person(desk, database, talk):
    first, second, *_ = members(database)
    page = f"/desk/occurrences/{talk}/attendance"
    post(desk, page, {f"state-{first.id}": "absent", f"state-{second.id}": "present"})
    post(desk, page, {f"state-{first.id}": "excused"})
    post(desk, f"{page}/guests", {"name": "Bà Khách"})
    shown = " ".join(desk.get(page).text.partition('id="acts"')[2].split())
    assert f"<dt>{first.name}</dt><dd><del>vắng</del> → <ins>vắng có lý do</ins>" in shown
    assert f"<dt>{second.name}</dt><dd><del>chưa ghi</del> → <ins>có mặt</ins>" in shown
    assert "<ins>Bà Khách</ins>" in shown


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
    answer = desk.get(f"/desk/occurrences/{talk}/sign_in.docx")
    table = Document(io.BytesIO(answer.data)).tables[1]
    assert [row.cells[1].text for row in table.rows[1:]] == sorted(member.name for member in members(database))[:12]


@pytest.mark.parametrize(("name", "title"), [("invitation", "GIẤY MỜI"), ("minutes", "BIÊN BẢN")])
def test_invitation_and_minutes_are_downloads_of_the_event_page(desk, house, talk, name, title):
    address = f"/desk/occurrences/{talk}/{name}.docx"
    assert address in desk.get(f"/desk/events/{house.talk}").text
    answer = desk.get(address)
    shown = [one.text for one in Document(io.BytesIO(answer.data)).paragraphs]
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert title in shown
    assert "Tọa đàm giữ lửa gia đình" in shown
    signed = Document(io.BytesIO(answer.data)).tables[-1].cell(0, 1).text.split("\n")
    assert signed[0] == "TM. BAN VÌ SỰ TIẾN BỘ CỦA PHỤ NỮ"
    assert ("CHỦ TỌA" in signed) == (name == "minutes")
    assert any("Toàn Sở" in each for each in shown)
    assert any("từ 14h00 đến 16h30" in each or "14h00" in each for each in shown)


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


def my_address(config, member_id):
    return f"/my/{Tokens([config.server.secret_key]).sign(PERSONAL, member_id)}"


def asked(database):
    """Whose mails wait or went."""
    with database.read() as session:
        return set(session.scalars(select(Message.member_id).where(Message.result.is_(None))))


def planned(database, now):
    with database.write() as session:
        planning.plan_due(session.connection(), now=now, id_suffix=".x@example.org>")
        notices.plan_due(session.connection(), now=now, id_suffix=".x@example.org>")


def test_unit_files_its_part_through_the_address_in_its_mails(app, desk, database, config, house, report):
    """The page works without signing in, says who noted it, is noted in the audit log, and again corrects it."""
    one, (member, *_rest, stranger) = occurrence_of(database, report), members(database)
    address, client = f"{my_address(config, member.id)}/reports/{one.id}", app.test_client()
    assert "Báo cáo 6 tháng" in client.get(my_address(config, member.id)).text
    assert "Báo cáo của đơn vị" not in client.get(my_address(config, stranger.id)).text
    content = {"filed_on": "5/3/2027", "number": "3/BC", "link": "https://example.org/bc", "note": "Đủ biểu mẫu"}
    for number in ("3/BC", "4/BC"):
        file = (io.BytesIO(b"noi dung"), "báo cáo.docx")
        sent = {**content, "number": number, "file": file, "csrf_token": csrf(client, "/signin")}
        assert client.post(address, data=sent).status_code == 303
    with database.read() as session:
        filing = session.scalars(select(Filing).options(undefer(Filing.file))).one()
        act = session.scalars(
            select(AuditEntry).where(AuditEntry.verb == "file").order_by(AuditEntry.id.desc())
        ).first()
    assert (filing.unit_id, filing.number, filing.noted_by) == (house.committee, "4/BC", member.name)
    assert (filing.file_name, filing.file) == ("báo cáo.docx", b"noi dung")
    assert (act.by_name, act.new["number"]) == (member.name, "4/BC")
    assert "1/1 đã nộp" in desk.get("/desk/reports").text
    assert "4/BC" in client.get(address).text


def test_member_of_a_unit_without_a_part_files_nothing(app, database, config, report):
    one, stranger = occurrence_of(database, report), members(database)[-1]
    client, address = app.test_client(), f"{my_address(config, stranger.id)}/reports/{one.id}"
    assert client.get(address).status_code == 404
    sent = {"filed_on": "5/3/2027", "csrf_token": csrf(client, "/signin")}
    assert client.post(address, data=sent).status_code == 404
    assert client.get(f"/my/{'x' * 30}/reports/{one.id}").status_code == 404
    with database.read() as session:
        assert session.scalars(select(Filing)).all() == []


def test_organizer_in_charge_of_a_unit_files_its_part_and_no_other(limited, database, house, report):
    one = occurrence_of(database, report)
    page = f"/desk/reports/{one.id}"
    assert limited.get(page).status_code == 200
    assert post(limited, page, {"filed_on": "5/3/2027"}).status_code == 403  # the agency's own
    assert post(limited, f"{page}/chasing", {}).status_code == 403
    post(limited, page, {"filed_on": "5/3/2027", "unit": str(house.committee)})
    with database.read() as session:
        assert session.scalars(select(Filing.unit_id)).all() == [house.committee]


def test_units_that_have_not_filed_are_chased_once_however_often_it_is_clicked(desk, database, house, report):
    with database.write() as session:
        other = Group(name="Phòng Tài chính", slug="tai-chinh", kind="unit", created_at=NOW)
        session.add(other)
        session.flush()
        event = session.scalars(select(Event).where(Event.uid == report)).one()
        session.add(AudienceGroup(event_id=event.id, group_id=other.id))
        session.scalars(select(Member).order_by(Member.id.desc())).first().unit_id = other.id
    one, everybody = occurrence_of(database, report), members(database)
    page = f"/desk/reports/{one.id}"
    post(desk, page, {"filed_on": "5/3/2027", "unit": str(house.committee)})
    sentences = ("Đã gửi thư đôn đốc đến 1 đơn vị.", "không gửi thêm thư")
    assert [said in desk.get(post(desk, f"{page}/chasing", {}).location).text for said in sentences] == [True, True]
    planned(database, NOW + timedelta(hours=12))
    assert asked(database) == {everybody[-1].id}
    with database.read() as session:
        acts = session.scalars(select(AuditEntry).where(AuditEntry.verb == "chase")).all()
    assert [act.new for act in acts] == [{"units": ["Phòng Tài chính"]}]


@pytest.mark.parametrize("whose", ["unit", "agency"])
def test_mail_of_chasing_that_waits_is_taken_back_when_the_report_is_filed(desk, database, house, report, whose):
    one = occurrence_of(database, report)
    post(desk, f"/desk/reports/{one.id}/chasing", {})
    planned(database, NOW + timedelta(hours=12))
    assert asked(database) == {member.id for member in members(database)[:3]}
    unit = {"unit": str(house.committee)} if whose == "unit" else {}
    post(desk, f"/desk/reports/{one.id}", {"filed_on": "5/3/2027", **unit})
    assert asked(database) == set()
    with database.read() as session:
        unsent = select(Message).where(Message.result.is_distinct_from(Result.SENT))
        assert {row.reason for row in session.scalars(unsent)} == {"filed"}


def test_chasing_mail_names_the_report_and_where_to_file(app, desk, database, config, report):
    one = occurrence_of(database, report)
    post(desk, f"/desk/reports/{one.id}/chasing", {})
    planned(database, NOW + timedelta(hours=12))
    with database.read() as session, app.test_request_context():
        notice = session.scalars(select(Notice).where(Notice.kind == "report")).one()
        composed = letters().compose(session, ContentKey(None, notice.id, "vi", 0), NOW)
        subject = composed.subject
        mail = SealedMail.from_bytes(composed.body).stamp(
            Address("Lê Thị A", "a@example.org"), message_id="<n1.2.x@example.org>", date=NOW,
            values={"greeting": "Lê Thị A", "personal": "https://x.example/my/abc", "unsubscribe": "https://x.example/u"},
        )  # fmt: skip
    parts = [part.get_content() for part in message_from_bytes(mail, policy=default).walk() if not part.is_multipart()]
    assert subject.startswith("[Nhắc hạn báo cáo] Báo cáo 6 tháng")
    assert [f"https://x.example/my/abc/reports/{one.id}" in part for part in parts] == [True, True]


def test_person_in_charge_is_reminded_until_the_report_is_filed(desk, database, report):
    """Also when not of the audience; once, when of it."""
    with database.write() as session:
        event = session.scalars(select(Event).where(Event.uid == report)).one()
        outside = Member(name="Phụ trách", address="p@example.org", address_key="p@example.org", created_at=NOW)
        session.add(outside)
        session.flush()
        event.contact_id = outside.id
    first, *later = sorted(reminder.due_at for reminder in reminders_of(database, report))
    planned(database, first)
    assert asked(database) == {member.id for member in members(database)}
    one = occurrence_of(database, report)
    post(desk, f"/desk/reports/{one.id}", {"filed_on": "5/3/2027"})
    planned(database, later[-1])
    assert asked(database) == set()


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
        readers = select(Message.member_id).where(Message.reminder_id == above.id)
        assert session.scalars(readers).all() == [event.escalate_to_id]


def steps(page):
    """The table of reminders of a report's page: day, addressee and result."""
    table = page.partition('id="steps"')[2].partition("</section>")[0]
    rows = re.findall(r"<tr><th scope=.row.>(.*?)</th>(.*?)</tr>", table)
    cells = [(day, re.findall(r"<td[^>]*>(.*?)</td>", rest)) for day, rest in rows]
    return [(re.search(r"\d+/\d+/\d+", day)[0], rest[1], rest[2]) for day, rest in cells]


def test_life_of_a_deadline_around_tet_is_told_step_by_step(app, database, config, house):
    """Due on 17/02/2027: Tết is off from 4 to 10 February, Saturday the 13th is worked in exchange for it."""
    clock = datetime(2027, 1, 11, 2, tzinfo=UTC)
    life = create_app(config, database, now=lambda: clock)
    with database.write() as session:
        tet = [Holiday(day=date(2027, 2, day), name="Tết Nguyên đán") for day in range(4, 11)]
        session.add_all([*tet, Holiday(day=date(2027, 2, 13), name="Làm bù", working=True)])
        session.get_one(Group, house.committee).kind = "unit"
        head = Member(name="Giám đốc", address="gd@example.org", address_key="gd@example.org", created_at=NOW)
        session.add(head)
        session.flush()
        draft = replace(
            REPORT, first=date(2027, 2, 17), group_ids=frozenset({house.committee}), escalate_after=2,
            escalate_to_id=head.id,
        )  # fmt: skip
        work = UnitOfWork(session, clock, NOBODY, agency_of(session, config))
        event = scheduling.create(work, draft)
        decisions.confirm(work, event)
        uid, above = event.uid, head.id
    one, desk = occurrence_of(database, uid), signed_in(life, Role.ORGANIZER)
    page = f"/desk/reports/{one.id}"
    days = ["28/01/2027", "11/02/2027", "16/02/2027", "17/02/2027", "18/02/2027", "19/02/2027"]
    whom = ["các đơn vị, thành phần"] * 5 + ["lãnh đạo"]
    assert steps(desk.get(page).text) == [(day, who, "sắp tới") for day, who in zip(days, whom, strict=True)]
    post(desk, page, {"filed_on": "11/1/2027"})
    assert "Đã gửi báo cáo trước mọi lời nhắc; hệ thống thôi nhắc." in desk.get(page).text
    with database.read() as session:
        filed = session.scalars(select(Filing.id)).one()
    post(desk, f"/desk/reports/filings/{filed}/deletion", {})
    told = {}
    for reminder in reminders_of(database, uid):
        clock = reminder.due_at
        with database.write() as session:
            told[clock.day] = {read.member for read in Readers(session, config).deliver(clock)}
    committee = {member.id for member in members(database)[:3]}
    assert told == dict.fromkeys((28, 11, 16, 17, 18), committee) | {19: {above}}
    desk = signed_in(life, Role.ORGANIZER)
    assert [result for _day, _who, result in steps(desk.get(page).text)] == ["đã gửi 3"] * 5 + ["đã gửi 1"]
    post(desk, page, {"filed_on": "19/2/2027", "number": "9/BC"})
    shown = desk.get(page).text
    assert "gửi sau hạn" in shown
    verbs = re.findall(r"</time> [^:<]*: ([^<]*)</p>", shown.partition('id="acts"')[2])
    assert verbs == ["ghi nhận báo cáo đã gửi", "bỏ ghi nhận báo cáo", "ghi nhận báo cáo đã gửi"]


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
    post(desk, f"{page}/values", {"day": "1/3/2027", "value": "16"})
    drawn = desk.get(page).text
    assert drawn.count("<circle cx") == 2
    assert "Từ 12,5% (01/02/2027) đến 16% (01/3/2027): <strong>đạt</strong>, tăng" in drawn
    assert "≥ 15%</text>" in drawn
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
        acts = session.scalars(
            select(AuditEntry.verb).where(AuditEntry.subject_type == "award").order_by(AuditEntry.id)
        ).all()
    assert acts == ["create", "edit", "delete"]


def test_people_are_sent_to_a_course_together_a_row_each(desk, database, house):
    first, second, *_ = members(database)
    sent = {"name": f"{first.name}\n{second.address}", "title": "Bồi dưỡng kỹ năng", "first_day": "1/3/2027"}
    post(desk, "/desk/courses", sent)
    with database.read() as session:
        assert session.scalars(select(Course.member_id).order_by(Course.id)).all() == [first.id, second.id]
    wrong = post(desk, "/desk/courses", {**sent, "name": "Không Ai"})
    assert "Không tìm thấy “Không Ai” trong danh sách" in wrong.text
    assert "Bồi dưỡng kỹ năng" in desk.get("/desk/courses").text


def test_costs_page_has_events_duties_and_totals(desk, database, house):
    assert "Chưa ghi dự toán hay thực chi nào trong năm này." in desk.get("/desk/costs?year=2027").text
    with database.write() as session:
        event = session.scalars(select(Event).where(Event.uid == house.talk)).one()
        event.cost_estimate, event.cost_actual = 5_000_000, 4_500_000
    post(desk, f"/desk/duties/{house.duty}", {"state": "not_started", "cost_estimate": "1.500.000"})
    shown = desk.get("/desk/costs?year=2027").text
    assert "6.500.000" in shown
    assert "4.500.000" in shown
    assert "Tổ chức hội diễn văn nghệ" in shown


def test_report_is_chosen_on_a_page_by_period_and_parts(desk, house):
    page = desk.get("/desk/figures/report?period=2027-Q1&part=duties&part=costs").text
    assert "Trong 1 nhiệm vụ của kế hoạch" in page
    assert "Trong kỳ không có hạn báo cáo." not in page
    answer = desk.get("/desk/figures/report.docx?period=2027-Q1&part=costs")
    shown = [one.text for one in Document(io.BytesIO(answer.data)).paragraphs]
    assert "1. Kinh phí" in shown
    assert desk.get("/desk/figures/report?period=2027&campaign=x@y").status_code == 404


def test_lists_are_files_and_the_audit_log_says_who_took_them(desk, reader, database, house, talk):
    post(desk, f"/desk/occurrences/{talk}/attendance", {f"state-{members(database)[0].id}": "present"})
    answer = desk.get(f"/desk/lists/attendance.csv?occurrence={talk}")
    assert "Lê Thị 0" in answer.data.decode("utf-8-sig")
    assert desk.get("/desk/lists/duties.xlsx?year=2027").data.startswith(b"PK")
    assert desk.get("/desk/lists/nothing.xlsx").status_code == 404
    assert reader.get("/desk/lists/people.csv").status_code == 403
    with database.read() as session:
        acts = session.scalars(select(AuditEntry).where(AuditEntry.verb == "export").order_by(AuditEntry.id)).all()
    assert [act.new for act in acts] == [
        {"file_name": f"attendance-{talk}.csv", "rows": 1}, {"file_name": "duties-2027.xlsx", "rows": 1},
    ]  # fmt: skip


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
def test_pages_of_the_follow_through_have_no_barrier(browser, site, key, database, house, talk, report, seen):
    viewport, language = seen
    pages = [
        "/desk/figures", "/desk/duties", f"/desk/duties/{house.duty}", "/desk/reports", "/desk/targets", "/desk/awards",
        "/desk/difficulties", "/desk/findings", "/desk/courses", "/desk/costs", "/desk/figures/report",
        f"/desk/occurrences/{talk}/attendance",
        f"/desk/occurrences/{talk}/attendance/poster", f"/desk/reports/{occurrence_of(database, report).id}",
    ]  # fmt: skip
    context = opened(browser, site, key, viewport=viewport, bypass_csp=True)
    barriers.none_on(context.new_page(), pages, language=language)
    context.close()


@pytest.mark.only("sqlite")
@pytest.mark.parametrize("seen", [(DESK, "en"), (TELEPHONE, "vi")], ids=["desk", "telephone"])
def test_page_on_which_a_unit_files_has_no_barrier(browser, site, database, config, report, seen):
    viewport, language = seen
    one, (member, *_rest) = occurrence_of(database, report), members(database)
    context = browser.new_context(base_url=site, viewport=viewport, bypass_csp=True)
    barriers.none_on(context.new_page(), [f"{my_address(config, member.id)}/reports/{one.id}"], language=language)
    context.close()


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
