"""The pages of the registers: what they show, what they cost, who may use them, and their journeys without scripts."""

from __future__ import annotations

import io
import re
from dataclasses import fields, replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select
from support import rows
from support.desk import post, signed_in, token
from web.desk.register_rows import fill
from web.rows import NOW

import campaign
from campaign.audit import Act, Author
from campaign.calendar import audit_words, replanning
from campaign.calendar.agency import UnitOfWork, agency_of
from campaign.calendar.draft import Draft
from campaign.desk import decisions, maillog, scheduling
from campaign.directory import groups, members, rooms
from campaign.directory.members import Person
from campaign.models import (
    AccountMail,
    AuditEntry,
    Channel,
    Group,
    Holiday,
    Import,
    Member,
    Message,
    ReminderRule,
    Role,
    Room,
)
from campaign.web.desk import acts

BY = Author("Hằng", 7)
PACKAGE = Path(campaign.__file__).parent
PAGES = (
    "/desk/people", "/desk/people?q=anh&state=all", "/desk/people/new", "/desk/people/1", "/desk/people/1/edit",
    "/desk/people/duplicates", "/desk/people/merger?keep=1&gone=8", "/desk/people/import", "/desk/groups",
    "/desk/groups/ban-nu-cong", "/desk/groups/ban-nu-cong?q=an", "/desk/groups/ban-nu-cong/deletion", "/desk/rooms",
    "/desk/rooms/1", "/desk/holidays/2027", "/desk/holidays/2031", "/desk/holidays/days/1", "/desk/rules",
    "/desk/rules/seminar", "/desk/texts", "/desk/texts/reminder/vi", "/desk/mail", "/desk/mail?state=failed&q=toa+dam",
    "/desk/history", "/desk/history?subject=member&id=1", "/desk/search", "/desk/search?q=toa+dam",
)  # fmt: skip
LISTS = (
    "/desk/people",
    "/desk/groups",
    "/desk/rooms",
    "/desk/mail",
    "/desk/history",
    "/desk/search?q=an",
    "/desk/people/duplicates",
)
EMPTY = {
    "/desk/people": "Nhập danh sách từ Excel",
    "/desk/groups": "Chưa có nhóm nào",
    "/desk/rooms": "Chưa có phòng nào",
    "/desk/holidays/2027": "Đề xuất các ngày nghỉ năm 2027",
    "/desk/mail": "Chưa có thư nào",
    "/desk/people/duplicates": "Không thấy ai trùng",
    "/desk/search?q=xyz": "Không tìm thấy “xyz”",
}


@pytest.fixture
def desk(app, database, config):
    app.testing = True
    with database.write() as session:
        fill(session, config)
    return signed_in(app)


def one(database, query):
    with database.read() as session:
        return session.scalars(query).one()


def said(answer) -> list[str]:
    """What the page that follows a form says was done."""
    return re.findall(r'<p (?:class="said" )?role="status">(.*?)</p>', answer.get_data(as_text=True))


@pytest.mark.only("sqlite")
@pytest.mark.parametrize("language", ["vi", "en"])
def test_pages_answer_in_both_languages(desk, language):
    for address in PAGES:
        answer = desk.get(address + ("&" if "?" in address else "?") + f"lang={language}")
        assert (answer.status_code, f'<html lang="{language}">' in answer.text) == (200, True), address
        assert answer.headers["Cache-Control"] == "no-store", address


@pytest.mark.only("sqlite")
def test_empty_pages_say_what_to_do_next(app):
    app.testing = True
    client = signed_in(app)
    for address, words in EMPTY.items():
        assert words in client.get(address).text, address


def test_lists_cost_at_most_three_questions_however_long(app, database, queries):
    app.testing = True
    client = signed_in(app)
    costs = {}
    for number in (1, 99):
        with database.write() as session:
            for each in range(number):
                name = f"An {number} {each}"
                group = groups.create(Act(session, NOW, BY), f"Nhóm {name}", "body")
                person = Person(name, f"p{number}.{each}@example.org", None, frozenset({group.id}))
                members.create(Act(session, NOW, BY), person)
                rooms.create(Act(session, NOW, BY), rooms.Facts(f"Phòng {name}"))
        for address in LISTS:
            with queries() as seen:
                assert client.get(address).status_code == 200
            costs.setdefault(address, []).append(len([each for each in seen if "sign_in" not in each]))
    # The mail log has an account beside its list: days that are counted, and what came after them.
    most = dict.fromkeys(LISTS, 3) | {"/desk/mail": 4}
    assert {address: cost for address, cost in costs.items() if cost[0] != cost[1] or cost[0] > most[address]} == {}


@pytest.mark.only("sqlite")
def test_reader_sees_and_cannot_touch(app, database, config):
    with database.write() as session:
        fill(session, config)
    reader = signed_in(app, Role.READER)
    closed = {"/new", "/edit", "/deletion", "/merger", "/import", "/days/", "/rules/s", "/texts/r"}
    for address in PAGES:
        expected = 403 if any(part in address for part in closed) else 200
        assert reader.get(address).status_code == expected, address
    before = counts(database)
    for address in ("/desk/people", "/desk/people/1", "/desk/people/1/departure", "/desk/groups", "/desk/rooms",
                    "/desk/mail/hold", "/desk/mail/5/retrial", "/desk/people/merger", "/desk/holidays/2027",
                    "/desk/rules/seminar", "/desk/texts/reminder/vi", "/desk/groups/ban-nu-cong/deletion"):  # fmt: skip
        assert post(reader, address, {"name": "X"}).status_code == 403, address
    assert counts(database) == before


@pytest.mark.only("sqlite")
def test_organizer_of_some_groups_reaches_these_alone(app, database, config):
    with database.write() as session:
        fill(session, config)
        (mine,) = rows.members(session, 1, NOW)
        group = rows.group(session, NOW, [mine])
        other = session.scalars(select(Member).where(Member.id != mine.id)).first()
    client = signed_in(app, Role.ORGANIZER, [group.id])
    pages = "".join(
        client.get(address).text for address in ("/desk/people?state=all", "/desk/search?q=an", "/desk/mail")
    )
    pages += client.get("/desk/lists/people.csv").get_data(as_text=True) + client.get("/desk/history").text
    assert other.address not in pages
    assert mine.address in pages
    assert client.get(f"/desk/people/{other.id}").status_code == 404
    assert client.get("/desk/groups/ban-nu-cong").status_code == 404
    data = {"name": "Lê An", "address": "le.an@example.org", "unit": "0", "sex": "", "language": "vi"}
    assert post(client, "/desk/people", data).status_code == 403
    assert post(client, "/desk/people", {**data, "groups": str(group.id)}).status_code == 303
    for address in ("/desk/mail/hold", "/desk/people/import", "/desk/rooms", "/desk/groups"):
        assert post(client, address, {"name": "X", "kind": "list"}).status_code == 403, address


@pytest.mark.only("sqlite")
def test_no_form_takes_more_than_it_shows(desk, database):
    more = {"id": "999", "role": "3", "left_at": "2020-01-01", "sort_key": "x", "address_key": "x", "flagged_at": "x"}
    data = {"name": "Lê An", "address": "le.an@example.org", "unit": "0", "sex": "", "language": "vi", **more}
    post(desk, "/desk/people", data)
    made = one(database, select(Member).where(Member.name == "Lê An"))
    assert (made.id, made.left_at, made.address_key, made.flagged_at) == (9, None, "le.an@example.org", None)


@pytest.mark.only("sqlite")
@pytest.mark.parametrize(
    ("address", "data", "sentence"),
    [
        ("/desk/people", {"name": "Lê An", "address": "khong phai", "language": "vi"}, "không phải là địa chỉ thư"),
        ("/desk/people", {"name": "", "address": "le.an@example.org", "language": "vi"}, "không được để trống"),
        (
            "/desk/people",
            {"name": "Lê An", "address": "CAN-BO-0@binhminh.example.org", "language": "vi"},
            "đã thuộc về",
        ),
        ("/desk/groups", {"name": "ban nữ công", "kind": "body"}, "Đã có nhóm tên"),
        ("/desk/rooms", {"name": "Hội trường", "capacity": "10"}, "Đã có phòng tên"),
        ("/desk/rooms", {"name": "Phòng 2", "capacity": "-1"}, "Số chỗ phải từ 1"),
        ("/desk/holidays/2027", {"day": "32/13/2027", "name": "Nghỉ"}, "32/13/2027"),
        ("/desk/holidays/2027", {"day": "01/01/2027", "name": "Nghỉ"}, "đã có trong bảng"),
        ("/desk/rules/seminar", {"audience": "khi nào rảnh"}, "Dòng 1: Không hiểu"),
        ("/desk/rules/seminar", {"audience": " "}, "Cần ít nhất một lời nhắc"),
        ("/desk/texts/reminder/vi", {"opening": "Mời {event.__class__}"}, "Không có ô điền"),
    ],
)
def test_form_says_what_is_wrong_and_keeps_what_was_typed(desk, address, data, sentence):
    answer = post(desk, address, {"unit": "0", "sex": "", **data})
    assert answer.status_code == 200
    assert sentence in answer.text
    assert 'aria-invalid="true"' in answer.text
    typed = [value for name, value in data.items() if name in ("address", "day", "opening") and value]
    assert all(value in answer.text for value in typed)


def test_person_is_added_changed_silenced_and_leaves(desk, database):
    data = {
        "name": "Lê Thị  Hoà",
        "address": "hoa@example.org",
        "unit": "1",
        "groups": "2",
        "sex": "female",
        "language": "vi",
    }
    answer = post(desk, "/desk/people", data, follow_redirects=True)
    assert said(answer) == ["Đã thêm Lê Thị Hoà."]
    number = one(database, select(Member.id).where(Member.address == "hoa@example.org"))
    page = f"/desk/people/{number}"
    for step, sentence in (
        ("/silence", "Không gửi thư nhắc cho Lê Thị Hoà nữa."),
        ("/resumption", "Lê Thị Hoà lại nhận thư nhắc."),
        ("/departure", "Lê Thị Hoà đã thôi công tác; thư chờ gửi đã được rút."),
        ("/return", "Lê Thị Hoà đã trở lại."),
    ):
        assert said(post(desk, page + step, follow_redirects=True)) == [sentence]
    assert said(post(desk, page, {**data, "name": "Lê Thị Hòa Bình", "groups": []}, follow_redirects=True)) == [
        "Đã lưu."
    ]
    shown = desk.get(page).text
    for words in ("Lê Thị Hòa Bình", "cho thôi công tác", "nhận trở lại", "Ban Nữ công"):
        assert words in shown


def test_list_is_imported_by_preview_and_undone(desk, database):
    good = "name,email,unit\n" + "".join(f"Nguyễn An {n},moi.{n}@example.org,Phòng mới\n" for n in range(300))
    bad = good + "".join(f"Lê {n},sai {n},\n" for n in range(7))
    before = counts(database)
    answer = upload(desk, bad)
    assert answer.status_code == 400
    assert "Có 7 ô cần sửa" in answer.text
    assert [int(line) for line in re.findall(r'<th scope="row" class="figure">(\d+)</th>', answer.text)] == list(
        range(302, 309)
    )
    assert counts(database) == before
    answer = upload(desk, good)
    preview = desk.get(answer.location).text
    assert "Nhập: 300 người mới, 0 cập nhật" in preview
    assert "Phòng mới" in preview
    row = one(database, select(Import))
    answer = post(
        desk, f"{answer.location}/confirmation", {"digest": row.digest, "announce": "1"}, follow_redirects=True
    )
    assert said(answer) == ["Đã nhập: 300 người mới, 0 người được cập nhật. Có thể hoàn tác trong 24 giờ."]
    assert "sẽ thông báo cho người mới" in answer.text
    answer = post(desk, f"/desk/people/import/{row.id}/reversal", follow_redirects=True)
    assert said(answer) == ["Đã hoàn tác: bỏ 300 người mới, trả lại 0 người như trước."]
    assert counts(database)[Member] == before[Member]


@pytest.mark.only("sqlite")
def test_larger_file_than_a_list_can_be_is_refused(desk):
    kind, size = "multipart/form-data; boundary=x", str(9 * 1024 * 1024)
    answer = desk.post("/desk/people/import", environ_overrides={"CONTENT_LENGTH": size, "CONTENT_TYPE": kind})
    assert answer.status_code == 413


@pytest.mark.only("sqlite")
def test_downloads_are_files_and_nothing_else(desk):
    for ending, start in (("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK")):
        answer = desk.get(f"/desk/lists/people.{ending}")
        assert answer.data.startswith(start)
        assert answer.headers["Content-Disposition"] == f"attachment; filename*=UTF-8''people-2027.{ending}"
        assert answer.headers["Content-Security-Policy"] == "sandbox"
        assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.only("sqlite")
def test_two_become_one_after_a_preview(desk, database):
    assert "can-bo-0@binhminh.example.org" in desk.get("/desk/people/duplicates").text
    preview = desk.get("/desk/people/merger?keep=8&gone=1").text
    assert "1 thư" in preview
    answer = post(desk, "/desk/people/merger", {"keep": "8", "gone": "1"}, follow_redirects=True)
    assert said(answer) == ["Đã gộp can-bo-0@binhminh.example.org vào người này."]
    assert one(database, select(Message.member_id).where(Message.id == 1)) == 8
    assert desk.get("/desk/people/merger?keep=8&gone=1").status_code == 404


@pytest.mark.only("sqlite")
def test_group_is_filled_renamed_and_deleted_after_a_preview(desk, database):
    post(desk, "/desk/groups", {"name": "Đội văn nghệ", "kind": "list"})
    page = "/desk/groups/doi-van-nghe"
    assert 'value="2"' in desk.get(f"{page}?q=tran an").text
    assert said(post(desk, f"{page}/members", {"member": ["2", "3"]}, follow_redirects=True)) == ["Đã thêm 2 người."]
    assert said(post(desk, f"{page}/removals", {"member": "2"}, follow_redirects=True)) == ["Đã bớt 1 người."]
    post(desk, page, {"name": "Đội văn nghệ Sở", "kind": "body"})
    assert "Đội văn nghệ Sở" in desk.get(page).text
    assert "Tọa đàm phòng ngừa" in desk.get("/desk/groups/ban-nu-cong/deletion").text
    answer = post(desk, f"{page}/deletion", follow_redirects=True)
    assert said(answer) == ["Đã xóa nhóm Đội văn nghệ Sở; người trong nhóm vẫn còn."]
    assert desk.get(page).status_code == 404


@pytest.mark.only("sqlite")
def test_settings_are_kept_by_their_forms(desk, database):
    post(desk, "/desk/rooms", {"name": "Phòng họp số 1", "capacity": "40", "place": "tầng 3"})
    post(desk, "/desk/rooms/1/deletion")
    assert one(database, select(Room)).text == "Phòng họp số 1, tầng 3"
    post(desk, "/desk/holidays/2027", {"day": "24.11.2027", "name": "Ngày Văn hóa Việt Nam", "working": ""})
    day = one(database, select(Holiday).where(Holiday.name == "Ngày Văn hóa Việt Nam"))
    post(desk, f"/desk/holidays/days/{day.id}", {"day": "20/11/2027", "name": "Làm bù", "working": "1"})
    assert one(database, select(Holiday.working).where(Holiday.id == day.id)) is True
    post(desk, f"/desk/holidays/days/{day.id}/deletion")
    post(
        desk, "/desk/rules/seminar", {"audience": "5 ngày làm việc trước\nđúng ngày, 7h30", "contact": "10 ngày trước"}
    )
    with database.read() as session:
        kept = session.execute(select(ReminderRule.lead, ReminderRule.recipients).order_by(ReminderRule.id)).all()
        assert session.scalars(select(Holiday).where(Holiday.id == day.id)).all() == []
    assert kept == [
        ("5 working days before", "audience"),
        ("on the day at 07:30", "audience"),
        ("10 days before", "contact"),
    ]
    assert "5 ngày làm việc" in desk.get("/desk/rules/seminar").text
    post(desk, "/desk/rules/seminar/default")
    assert "cơ quan đặt" not in desk.get("/desk/rules").text


@pytest.mark.only("sqlite")
def test_text_is_previewed_kept_and_sent_to_oneself(desk, database):
    answer = post(
        desk, "/desk/texts/reminder/vi", {"opening": "Mời dự {hoạt động}.", "closing": ""}, follow_redirects=True
    )
    assert said(answer) == ["Đã lưu; thư chưa gửi sẽ dùng câu mới."]
    assert "Mời dự Tọa đàm: phụ nữ với chuyển đổi số." in answer.text
    post(desk, "/desk/texts/reminder/vi/sample")
    mail = one(database, select(AccountMail))
    assert (mail.kind, mail.about) == ("sample", "reminder vi")


@pytest.mark.only("sqlite")
def test_mail_is_held_let_go_and_tried_again(desk, database):
    assert said(post(desk, "/desk/mail/hold", follow_redirects=True)) == [
        "Mọi thư đang được giữ lại; thư đến hạn sẽ chờ."
    ]
    page = desk.get("/desk/mail").text
    assert "Lê Thị Bích Hằng giữ từ" in page
    assert one(database, select(Channel)).held_at == NOW
    assert said(post(desk, "/desk/mail/release", follow_redirects=True)) == ["Thư lại được gửi đi."]
    quarantined = one(database, select(Message.id).where(maillog.STATES["quarantined"]))
    post(desk, "/desk/people/5/return")
    assert said(post(desk, f"/desk/mail/{quarantined}/retrial", follow_redirects=True)) == ["Thư đã vào lại hàng chờ."]
    failed = one(database, select(Message.id).where(maillog.STATES["failed"]))
    answer = post(desk, f"/desk/mail/{failed}/retrial")
    assert (answer.status_code, "hãy sửa địa chỉ trước" in answer.text) == (400, True)


@pytest.mark.only("sqlite")
def test_every_change_of_a_register_is_in_the_book(desk, database):
    before = one(database, select(func.count()).select_from(AuditEntry))
    steps = (
        ("/desk/people", {"name": "Lê An", "address": "le.an@example.org", "unit": "0", "language": "vi"}),
        ("/desk/people/1/silence", {}), ("/desk/people/1/resumption", {}), ("/desk/people/1/departure", {}),
        ("/desk/people/1/return", {}), ("/desk/people/4/mended-address", {}),
        ("/desk/groups", {"name": "Đội", "kind": "list"}), ("/desk/groups/doi", {"name": "Đội 1", "kind": "list"}),
        ("/desk/groups/doi/members", {"member": "1"}), ("/desk/groups/doi/removals", {"member": "1"}),
        ("/desk/groups/doi/deletion", {}), ("/desk/rooms", {"name": "Phòng 9"}), ("/desk/rooms/2", {"name": "Phòng 8"}),
        ("/desk/rooms/2/deletion", {}), ("/desk/holidays/2027", {"day": "25/11/2027", "name": "Nghỉ"}),
        ("/desk/rules/award", {"audience": "đúng ngày"}), ("/desk/rules/award/default", {}),
        ("/desk/texts/report/en", {"opening": "Dear all,"}), ("/desk/mail/hold", {}), ("/desk/mail/release", {}),
    )  # fmt: skip
    for number, (address, data) in enumerate(steps, 1):
        assert post(desk, address, data).status_code == 303, address
        assert one(database, select(func.count()).select_from(AuditEntry)) == before + number, address


def counts(database):
    nouns = (Member, Group, Room, Holiday, Message, AuditEntry, Channel, Import)
    with database.read() as session:
        return {noun: session.scalar(select(func.count()).select_from(noun)) for noun in nouns}


def upload(client, text: str):
    data = {"csrf_token": token(client), "file": (io.BytesIO(text.encode()), "danh-sach.csv")}
    return client.post("/desk/people/import", data=data, content_type="multipart/form-data")


def test_rules_of_many_events_are_followed_later_and_the_page_says_how_many_wait(app, database, config):
    with database.write() as session:
        house_rules = agency_of(session, config)
        for number in range(60):
            day = date(2027, 4, 1) + timedelta(days=number)
            rows.event(session, house_rules, NOW, day, start=time(14), end=time(16), kind="seminar")
    boss = signed_in(app)
    answer = post(boss, "/desk/rules/seminar", {"audience": "2 ngày trước, 8h00", "contact": ""})
    shown = boss.get(answer.location).text
    assert "Đã lưu; đang tính lại thư nhắc của 60 hoạt động." in shown
    assert "Còn 60 hoạt động đang được tính lại thư nhắc" in boss.get("/desk/holidays/2027").text
    replanning.catch_up(database, config=config, now=NOW, rest=lambda _seconds: False)
    assert "đang được tính lại thư nhắc" not in boss.get("/desk/rules").text


def test_acts_are_called_alike_on_every_page(app, desk, database, config):
    """The whole history and the file of the event say the same of an act, and neither shows a number for a name."""
    with database.write() as session:
        agency = agency_of(session, config)
        staff = groups.create(Act(session, NOW, BY), "Phòng Kế hoạch", "unit").id
        draft = Draft(kind="seminar", title="Tọa đàm", first=date(2027, 4, 1), place="A")
        event = scheduling.create(UnitOfWork(session, NOW, BY, agency), draft)
        changed = replace(draft, last=draft.first, place="B", organizer="Ban", group_ids=frozenset({staff}))
        scheduling.edit(UnitOfWork(session, NOW, BY, agency), event, changed, version=event.version, notify=False)
        decisions.confirm(UnitOfWork(session, NOW, BY, agency), event)
        decisions.postpone(UnitOfWork(session, NOW, BY, agency), event, notify=False)
        number, uid = event.id, event.uid
    whole = desk.get(f"/desk/history?subject=event&id={number}").text
    file = desk.get(f"/desk/events/{uid}").text.split('class="chronicle"')[1]
    for words in ("lập bản nháp", "sửa", "xác nhận", "hoãn"):
        assert f"</strong> {words} " in whole
        assert f"</strong> {words} " in file
    for words, value in (("địa điểm", "B"), ("đơn vị tổ chức", "Ban"), ("thành phần", "Phòng Kế hoạch")):
        assert re.search(rf"<dt>{words}</dt><dd>.*?<ins>{value}</ins>", whole), words
        assert re.search(rf"<li>{words}: .*?<ins>{value}</ins>", file), words
    english = desk.get(f"/desk/history?subject=event&id={number}&lang=en").text
    assert "lập bản nháp" not in english


def test_every_act_and_field_of_the_book_has_a_word() -> None:
    """Each verb that the code writes down is in the one vocabulary."""
    written = set()
    for path in Path(audit_words.__file__).parents[1].rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        written |= set(re.findall(r'(?:verb=|note\(\s*session, \w+, )"([a-z_ ]+)"', text))
    assert written - set(audit_words.VERBS) == set()
    assert set(acts.SHOWN) - set(audit_words.FIELDS) == set()
    assert {field.name for field in fields(Draft)} - set(audit_words.FIELDS) == set()


def test_words_of_constants_are_in_each_reader_s_language(desk):
    assert "Chờ gửi" in desk.get("/desk/mail?lang=vi").text
    page = desk.get("/desk/mail?lang=en").text
    assert "Waiting" in page
    assert "Chờ gửi" not in page


def test_limited_organizer_sees_no_link_that_refuses_afterwards(app, desk, database):
    with database.read() as session:
        group = session.scalars(select(Group).where(Group.slug == "ban-nu-cong")).one()
        of_group = select(Member).where(Member.groups.any(Group.id == group.id))
        member = session.scalars(of_group.where(Member.unit_id.is_not(None))).first()
    client = signed_in(app, Role.ORGANIZER, [group.id])
    for address in ("/desk/people", f"/desk/people/{member.id}", "/desk/groups", "/desk/groups/ban-nu-cong"):
        page = client.get(address).text.split("<main")[1]
        for link in set(re.findall(r'href="(/[^"#]*)', page)):
            assert client.get(link.replace("&amp;", "&")).status_code < 400, f"{link} on {address}"


def test_duty_that_was_found_leads_to_the_tray(desk):
    page = desk.get("/desk/search?q=toa+dam").text
    assert '#tray"><q>' in page


def test_bad_rows_and_bad_lines_are_named_in_the_reader_s_language(desk):
    data = {"file": (io.BytesIO("name,email,sex\n,x,khác\n".encode()), "ds.csv")}
    page = post(desk, "/desk/people/import?lang=en", data).text
    assert "“khác” is not right" in page
    assert "chưa đúng" not in page
    page = post(desk, "/desk/rules/seminar?lang=en", {"audience": "hôm qua"}).text
    assert "Line 1: The lead time “hôm qua” is not understood" in page


def test_flags_of_refused_addresses_are_taken_back_together(app, database) -> None:
    """Defect 12: a relay that refused everybody for an hour marked forty addresses; one button mends them all."""
    desk = signed_in(app)
    assert "Gửi lại được cho tất cả" not in desk.get("/desk/people?state=flagged").text
    with database.write() as session:
        people = rows.members(session, 40, NOW)
        for each in people:
            each.flagged_at, each.flag_reason = NOW, "server"
    assert "Gửi lại được cho tất cả địa chỉ này" in desk.get("/desk/people?state=flagged").text
    assert post(desk, "/desk/people/mended-addresses", {}).status_code == 303
    with database.read() as session:
        flagged = select(func.count()).select_from(Member).where(Member.flagged_at.is_not(None))
        assert session.scalar(flagged) == 0
