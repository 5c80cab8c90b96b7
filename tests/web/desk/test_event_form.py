"""The form of an event: what it reads, what it says while typed, errors, series, and two editors at once."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest
from sqlalchemy import select
from support.desk import post
from web.desk.house import TALK, TRANG, confirmed, drafted, event_of, fields, notices_of
from web.rows import NOW

from campaign.calendar.agency import UnitOfWork, agency_of
from campaign.calendar.draft import Draft, draft_of
from campaign.desk import scheduling
from campaign.desk.repeating import Often, Repeat
from campaign.models import AuditEntry, Event, Member, Occurrence, Room

WHOLE = {
    "title": "  Hội thảo   về bạo lực giới ",
    "first": "08.03.2027",
    "last": "ngày 9 tháng 3 năm 2027",
    "start": "8 giờ 30",
    "end": "11:00",
    "place": "Nhà văn hóa",
    "room_id": "",
    "women_only": "y",
    "include": "Lê Thị 10\nm11@example.org",
    "exclude": "Lê Thị 0 <m0@example.org>",
    "speakers": "TS. Lê Thị Bình\n\nThS. Trần Văn An",
    "capacity": "1.250",
    "register_by": "1/3/2027",
    "description": "Chia sẻ",
    "preparation": "Mang tài liệu",
    "online_url": "https://hop.example.org/a",
    "links": "https://example.org/1\nhttps://example.org/2",
    "organizer": "Ban",
    "co_organizers": "Công đoàn",
    "person": "m3@example.org",
    "contact": "đ/c Trang",
    "within": "Hội nghị",
    "cost_estimate": "15.500.000 đồng",
    "rules": "own",
    "own_rules": "3 ngày làm việc trước, 8h00\n1 day before",
}


def only(database) -> Event:
    """The one event that is not the talk."""
    with database.read() as session:
        return session.scalars(select(Event).where(Event.title != TALK.title)).one()


def draft(database, event: Event) -> Draft:
    with database.read() as session:
        return draft_of(session, session.get_one(Event, event.id))


def inputs(page: str) -> dict[str, object]:
    """What a browser would send back of a page's form: hidden, typed and chosen values."""
    form = page.split('id="event-form"')[1].split("</form>", maxsplit=1)[0]
    found: dict[str, object] = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        kind = re.search(r'type="([^"]*)"', tag)
        if not name or (kind and kind[1] in ("checkbox", "radio") and " checked" not in tag):
            continue
        text = unescaped(value[1] if value else "")
        if name[1] == "group_ids":
            found.setdefault("group_ids", []).append(text)
        else:
            found[name[1]] = text
    for name, body in re.findall(r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'<option selected value="([^"]*)"', body)
        found[name] = unescaped(chosen[1]) if chosen else ""
    for name, body in re.findall(r'<textarea[^>]*name="([^"]*)"[^>]*>(.*?)</textarea>', form, re.DOTALL):
        found[name] = unescaped(body).lstrip("\r\n")
    return found


def unescaped(text: str) -> str:
    for code, letter in (("&#34;", '"'), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        text = text.replace(code, letter)
    return text


def test_everything_that_can_be_typed_is_kept(desk, database, house):
    answer = post(desk, "/desk/events", fields(house, duty_id=str(house.duty), **WHOLE))
    assert answer.status_code == 303, answer.text
    event = only(database)
    assert answer.location == f"/desk/events/{event.uid}"
    kept = draft(database, event)
    with database.read() as session:
        ids = {member.address: member.id for member in session.scalars(select(Member))}
    assert kept == Draft(
        kind="seminar",
        title="Hội thảo về bạo lực giới",
        duty_id=house.duty,
        first=date(2027, 3, 8),
        last=date(2027, 3, 9),
        start=time(8, 30),
        end=time(11),
        place="Nhà văn hóa",
        online_url="https://hop.example.org/a",
        speakers=("TS. Lê Thị Bình", "ThS. Trần Văn An"),
        organizer="Ban",
        co_organizers="Công đoàn",
        contact="đ/c Trang",
        contact_id=ids["m3@example.org"],
        group_ids=frozenset({house.staff}),
        include_ids=frozenset({ids["m10@example.org"], ids["m11@example.org"]}),
        exclude_ids=frozenset({ids["m0@example.org"]}),
        women_only=True,
        capacity=1250,
        register_by=date(2027, 3, 1),
        description="Chia sẻ",
        preparation="Mang tài liệu",
        links=("https://example.org/1", "https://example.org/2"),
        within="Hội nghị",
        cost_estimate=Decimal(15500000),
        own_rules=("1 day before", "3 working days before at 08:00"),
    )
    assert event.confirmed_at is None


def test_form_that_is_sent_back_untouched_changes_nothing(desk, database, config, house):
    """What the form shows is what it reads: no value is lost or bent on the way through a browser."""
    whole = Draft(
        kind="report", title="Báo cáo “năm” & <sáu tháng>", figures_from=date(2027, 1, 1), figures_to=date(2027, 6, 30),
        cut_off=date(2027, 6, 14), recipient="UBND tỉnh", via="Sở Nội vụ", cost_estimate=Decimal("1250000.5"),
        expected_start=date(2027, 6, 1), expected_end=date(2027, 6, 20), precision="day", audience_all=True,
        own_rules=("3 working days before at 08:00", "2 hours before", "on the day"), description="Dòng một\nDòng hai",
    )  # fmt: skip
    series = replace(TALK, title="Giao ban", kind="meeting", rule="FREQ=WEEKLY;UNTIL=20270630;BYDAY=TU", place="P1")
    lunar = replace(
        TALK, title="Giỗ Tổ", kind="commemoration", rule="X-LUNAR=YEARLY;BYMONTH=3;BYMONTHDAY=10", start=None, end=None
    )
    for each in (whole, series, lunar):
        uid = drafted(database, config, each)
        before = event_of(database, uid)
        page = desk.get(f"/desk/events/{uid}/edit").text
        answer = post(desk, f"/desk/events/{uid}", inputs(page))
        assert answer.status_code == 303, answer.text
        assert event_of(database, uid).version == before.version
        assert draft(database, before) == each.tidied()


def test_errors_keep_what_was_typed_and_stand_beside_their_fields(desk, database, house):
    wrong = {
        "title": "",
        "first": "32/13/2027",
        "start": "25h",
        "capacity": "nhiều",
        "include": "Không Ai",
        "links": "ftp:x",
    }
    answer = post(desk, "/desk/events", fields(house, **wrong))
    assert answer.status_code == 400
    page = answer.text
    for name in wrong:
        assert f'id="{name}-error"' in page, name
        assert page.count(f'href="#{name}"') == 1, name
    for typed in ("32/13/2027", "25h", "nhiều", "Không Ai", "ftp:x"):
        assert typed in page
    assert "“25h” chưa phải là giờ" in page
    assert "“32/13/2027”" in page
    assert 'role="alert"' in page
    with database.read() as session:
        assert session.scalars(select(Event).where(Event.title != TALK.title)).all() == []


def test_warnings_come_as_a_part_of_the_page_and_write_nothing(desk, database, house):
    answer = post(desk, "/desk/events/warnings", fields(house, first="16/3/2027"))
    assert answer.status_code == 200
    part = answer.text
    assert "<html" not in part
    room = part.split('data-about="room_id"')[1].split("</span></span>")[0]
    assert "Hội trường đã có “Tọa đàm giữ lửa gia đình” 14h00-16h30, thứ Ba, ngày 16/3/2027" in room
    assert f'href="/desk/events/{house.talk}"' in room
    assert "12 trong 12 người dự đã có lịch" in part.split('data-about="start"')[1]
    assert len(re.findall(r'name="slot" value="2027-03-\d\d\|', part)) == 3
    assert ">12</strong>" in part.split('data-about="heads"')[1]
    with database.read() as session:
        assert session.scalars(select(Event).where(Event.title != TALK.title)).all() == []


def test_warnings_of_an_event_leave_itself_out(desk, house):
    answer = post(desk, f"/desk/events/warnings?uid={house.talk}", fields(house, first="16/3/2027"))
    assert "đã có" not in answer.text
    assert "Không thấy gì vướng" in answer.text


def test_warnings_bear_a_form_that_makes_no_sense_yet(desk, house):
    for odd in (
        {},
        {"kind": "gì"},
        {"first": "x", "often": "weekly"},
        {"first": "9/3/2027", "last": "1/3/2027"},
        {"group_ids": ["7777"], "room_id": "99"},
        {"often": "kept", "kept": "vớ vẩn"},
        {"every": "0", "often": "yearly"},
        {"duty_id": "x", "group_ids": ["y"], "expected": "2027-13"},
    ):
        answer = post(desk, "/desk/events/warnings", odd)
        assert answer.status_code == 200, odd


def test_slot_button_fills_the_form_without_scripts(desk, database, house):
    answer = post(
        desk, "/desk/events", fields(house, first="16/3/2027", slot="2027-03-17|2027-03-17|08:00:00|10:30:00")
    )
    assert answer.status_code == 200
    found = inputs(answer.text)
    assert (found["first"], found["start"], found["end"], found["last"]) == ("17/3/2027", "8h00", "10h30", "")
    assert found["title"] == fields(house)["title"]
    assert post(desk, "/desk/events", fields(house, slot="nonsense||")).status_code == 200


def test_day_and_hours_in_one_box_are_read_and_echoed(desk, database, house):
    typed = fields(house, first="thứ Tư 17/3/2027 9h-11 giờ 30", start="", end="", look="1")
    page = post(desk, "/desk/events", typed).text
    found = inputs(page)
    assert (found["first"], found["start"], found["end"]) == ("17/3/2027", "9h00", "11h30")
    assert "<strong>9h00-11h30, thứ Tư, ngày 17/3/2027</strong>" in page.split('data-about="reading"')[1]
    assert post(desk, "/desk/events", fields(house, first="17/3/2027 14:00", start="", end="")).status_code == 303
    assert (only(database).start_time, only(database).end_time) == (time(14), None)
    assert post(desk, "/desk/events", fields(house, first="17/3/2027 25h")).status_code == 400


def test_form_shows_the_rooms_of_the_day_and_who_is_taken(desk, house):
    part = post(desk, "/desk/events/warnings", fields(house, first="16/3/2027")).text
    day = part.split('data-about="day"')[1].split("</div>")[0]
    assert "14h00-16h30" in day
    assert "Tọa đàm giữ lửa gia đình" in day
    assert "Lê Thị 0, Lê Thị 1" in day
    free = post(desk, "/desk/events/warnings", fields(house, first="17/3/2027", kind="report")).text
    assert "Hội trường" not in free.split('data-about="day"')[1].split("</div>")[0], "a deadline takes no room"


def test_slots_name_a_room_in_which_everybody_has_a_seat(desk, database, house):
    with database.write() as session:
        session.add(Room(name="Phòng nhỏ", capacity=4, created_at=NOW))
        session.flush()
        small = session.scalar(select(Room.id).where(Room.name == "Phòng nhỏ"))
    part = post(desk, "/desk/events/warnings", fields(house, room_id=str(small))).text
    assert "không đủ 12 chỗ" in part.split('data-about="day"')[1]
    slots = re.findall(r'name="slot" value="([^"]*)"', part)
    assert [slot.rpartition("|")[2] for slot in slots] == [str(house.hall)] * 3
    found = post(desk, "/desk/events", fields(house, room_id=str(small), slot=slots[0])).text
    assert re.search(rf'<option selected value="{house.hall}">', found)


def test_people_are_found_by_a_part_of_their_name(desk, database, house):
    assert post(desk, "/desk/events", fields(house, person="thi 7")).status_code == 303
    with database.read() as session:
        assert session.get_one(Member, only(database).contact_id).name == "Lê Thị 7"
    answer = post(desk, "/desk/events", fields(house, person="lê"))
    assert answer.status_code == 400
    assert "Có 12 người hợp với “lê”: Lê Thị 0 &lt;m0@example.org&gt;, " in answer.text


def test_repetition_is_said_in_a_sentence_and_kept_as_a_rule(desk, database, house):
    choice = {"first": "16/3/2027", "often": "weekday", "every": "2", "until": "31/12/2027"}
    part = post(desk, "/desk/events/warnings", fields(house, **choice)).text
    assert "thứ Ba lần thứ ba trong tháng, 2 tháng một lần, đến ngày 31/12/2027" in part
    assert post(desk, "/desk/events", fields(house, **choice)).status_code == 303
    assert only(database).rule == "FREQ=MONTHLY;INTERVAL=2;UNTIL=20271231;BYDAY=3TU"


@pytest.mark.parametrize(
    ("often", "rule"),
    [
        (Often.NEVER, ""),
        (Often.YEARLY, "FREQ=YEARLY"),
        (Often.BY_DAY, "FREQ=MONTHLY;BYMONTHDAY=30"),
        (Often.BY_WEEKDAY, "FREQ=MONTHLY;BYDAY=-1TU"),
        (Often.WEEKLY, "FREQ=WEEKLY;BYDAY=TU"),
    ],
)
def test_choice_and_rule_say_each_other(often, rule):
    day = date(2027, 3, 30)
    assert Repeat(often).rule(day) == rule
    assert Repeat.of(rule, day) == Repeat(often)


@pytest.mark.parametrize("first", ["31/3/2027", "30/4/2027", "28/2/2027"])
def test_last_day_of_every_month_can_be_said(desk, database, house, first):
    asked = fields(house, title="Chốt số liệu", first=first, start="", end="", often="last")
    assert post(desk, "/desk/events", asked).status_code == 303
    made = only(database)
    assert (made.rule, Repeat.of(made.rule, made.first_day)) == ("FREQ=MONTHLY;BYMONTHDAY=-1", Repeat(Often.LAST_DAY))


def test_last_day_of_the_month_must_be_where_it_begins(desk, database, house):
    answer = post(desk, "/desk/events", fields(house, title="Chốt", first="30/3/2027", often="last"))
    assert answer.status_code == 400
    assert "Ngày đầu tiên phải là ngày cuối tháng (31/3/2027)." in answer.text


@pytest.mark.parametrize(("first", "day"), [("31/3/2027", 31), ("29/3/2027", 29), ("28/3/2027", None)])
def test_monthly_on_a_day_that_some_months_lack_warns_and_offers_the_last(desk, house, first, day):
    part = post(desk, "/desk/events/warnings", fields(house, first=first, often="monthly")).text
    assert (f"Tháng nào không có ngày {day} thì bỏ qua lần đó" in part) == (day is not None)
    assert ("Hằng tháng, vào ngày cuối tháng" in part) == (day is not None)


def test_other_rules_are_kept(desk):
    rule = "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"
    choice = Repeat.of(rule, date(2027, 3, 14))
    assert choice.often == Often.KEPT
    assert choice.rule(date(2027, 3, 14)) == rule


def test_one_meeting_of_a_series_is_edited_alone_or_with_what_follows(desk, database, config, house):
    weekly = replace(
        TALK, kind="meeting", title="Giao ban", first=date(2027, 3, 9), start=time(8), end=time(9), place="P1",
        rule="FREQ=WEEKLY;BYDAY=TU", speakers=(), group_ids=frozenset({house.staff}),
    )  # fmt: skip
    uid = confirmed(database, config, weekly)
    page = desk.get(f"/desk/events/{uid}/edit?occurrence=2027-03-23").text
    assert "chỉ lần này" in page
    address = f"/desk/events/{uid}?occurrence=2027-03-23"
    answer = post(desk, address, inputs(page) | {"place": "P2", "reach": "one"})
    assert answer.status_code == 303, answer.text
    with database.read() as session:
        mine = (
            select(Occurrence)
            .join(Event, Event.id == Occurrence.event_id)
            .where(Event.uid == uid, Occurrence.place == "P2")
        )
        assert [each.original_day for each in session.scalars(mine)] == [date(2027, 3, 23)]
    page = desk.get(f"/desk/events/{uid}/edit?occurrence=2027-03-30").text
    later = post(
        desk,
        f"/desk/events/{uid}?occurrence=2027-03-30",
        inputs(page) | {"start": "14h00", "end": "15h00", "reach": "later"},
    )
    assert later.status_code == 303, later.text
    assert later.location != f"/desk/events/{uid}"
    assert event_of(database, uid).rule.endswith("UNTIL=20270329;BYDAY=TU")


def test_second_editor_sees_what_the_first_changed_and_loses_nothing(desk, database, config, house):
    page = desk.get(f"/desk/events/{house.talk}/edit").text
    mine = inputs(page) | {"title": "Tên của tôi", "description": "Lời của tôi"}
    with database.write() as session:
        event = session.scalars(select(Event).where(Event.uid == house.talk)).one()
        theirs = replace(draft_of(session, event), title="Tên của người kia", preparation="Mang sổ")
        agency = agency_of(session, config)
        scheduling.edit(UnitOfWork(session, NOW, TRANG, agency), event, theirs, version=event.version, notify=False)
    answer = post(desk, f"/desk/events/{house.talk}", mine)
    assert answer.status_code == 409
    assert "Nguyễn Thị Thu Trang" in answer.text
    both = answer.text.split('id="both"')[1].split("</table>")[0]
    assert "Tên của người kia" in both
    assert "Tên của tôi" in both
    assert "Mang sổ" in both
    again = inputs(answer.text)
    assert (again["title"], again["description"], again["preparation"]) == ("Tên của tôi", "Lời của tôi", "Mang sổ")
    assert event_of(database, house.talk).title == "Tên của người kia"
    assert post(desk, f"/desk/events/{house.talk}", again).status_code == 303
    kept = event_of(database, house.talk)
    assert (kept.title, kept.description, kept.preparation) == ("Tên của tôi", "Lời của tôi", "Mang sổ")


def test_base_of_a_form_may_be_anything(desk, house):
    page = inputs(desk.get(f"/desk/events/{house.talk}/edit").text) | {"title": "Khác", "version": "0"}
    for base in ("", "{", "[]", '{"title": 3}'):
        assert post(desk, f"/desk/events/{house.talk}", page | {"base": base}).status_code == 409


def test_edit_tells_or_stays_silent_as_chosen(desk, database, house):
    for number, (tell, notices) in enumerate((("", 0), ("1", 1))):
        page = inputs(desk.get(f"/desk/events/{house.talk}/edit").text)
        answer = post(desk, f"/desk/events/{house.talk}", page | {"first": f"{17 + number}/3/2027", "tell": tell})
        assert answer.status_code == 303, answer.text
        assert len(notices_of(database, house.talk, "change")) == notices


def test_campaign_takes_its_theme_with_it(desk, database, house):
    campaign = {
        "kind": "campaign", "first": "1/6/2027", "last": "30/6/2027", "start": "", "end": "", "room_id": "",
        "theme": "Gia đình hạnh phúc", "slogans": "Một\nHai",
    }  # fmt: skip
    assert post(desk, "/desk/events", fields(house, **campaign)).status_code == 303
    with database.read() as session:
        one = session.scalars(select(Occurrence).where(Occurrence.event_id == only(database).id)).one()
    assert (one.theme, one.slogans) == ("Gia đình hạnh phúc", ["Một", "Hai"])


def test_duty_and_day_fill_the_new_form(desk, house):
    found = inputs(desk.get(f"/desk/events/new?duty={house.duty}&day=2027-10-20").text)
    assert found["title"] == "Tổ chức hội diễn văn nghệ chào mừng 20/10"
    assert found["first"] == "20/10/2027"
    assert found["duty_id"] == str(house.duty)
    for odd in ("duty=9999", "duty=x&day=y&kind=z&part_of=w", "day=0000-00-00"):
        assert desk.get(f"/desk/events/new?{odd}").status_code == 200


def test_limited_organizer_plans_only_for_his_groups(limited, database, house):
    assert post(limited, "/desk/events", fields(house)).status_code == 400
    everybody = post(limited, "/desk/events", fields(house, group_ids=[str(house.committee)], audience_all="y"))
    assert everybody.status_code == 400
    assert "dành riêng cho các nhóm của mình" in everybody.text
    assert (
        post(limited, "/desk/events", fields(house, group_ids=[str(house.committee)], include="Lê Thị 9")).status_code
        == 400
    )
    assert post(limited, "/desk/events", fields(house, group_ids=[str(house.committee)])).status_code == 303
    assert post(limited, f"/desk/events/{house.talk}", fields(house)).status_code == 403


def test_edit_is_written_into_the_book_and_shown_in_words(desk, database, house):
    page = inputs(desk.get(f"/desk/events/{house.talk}/edit").text)
    post(desk, f"/desk/events/{house.talk}", page | {"start": "15h00", "group_ids": [str(house.committee)]})
    with database.read() as session:
        assert (
            session.scalars(
                select(AuditEntry.verb).where(AuditEntry.subject_type == "event").order_by(AuditEntry.id)
            ).all()[-1]
            == "edit"
        )
    shown = desk.get(f"/desk/events/{house.talk}").text.split('id="history"')[1]
    assert "14h00" in shown
    assert "15h00" in shown
    assert "Toàn Sở" in shown
    assert "Ban Nữ công" in shown


def test_unknown_event_is_not_found(desk):
    assert desk.get("/desk/events/khong-co@example.org").status_code == 404
    assert desk.get("/desk/events/khong-co@example.org/edit").status_code == 404


def saved(page: str) -> str:
    """The words of the button that keeps the form."""
    return re.search(r'data-about="save">([^<]*)<', page)[1]


def test_edit_of_a_confirmed_event_shows_its_notice_before_it_is_kept(desk, database, house):
    address, version = f"/desk/events/{house.talk}", str(event_of(database, house.talk).version)
    changed = fields(house, title=TALK.title, first="17/3/2027", version=version)
    page = post(desk, address, {**changed, "look": "1"}).text
    assert saved(page) == "Lưu và báo cho 12 người"
    shown = page.split('data-about="mail"')[1].split("</div>")[0]
    assert "Thư báo thay đổi" in shown
    assert "12 người, 9h10" in shown
    assert "17/3/2027" in shown.split("<pre")[1]
    assert notices_of(database, house.talk) == []
    typed = post(desk, f"/desk/events/warnings?uid={house.talk}", changed).text
    assert saved(typed) == "Lưu và báo cho 12 người"
    silent = post(desk, address, {**changed, "tell": "", "look": "1"}).text
    assert (saved(silent), "<pre" in silent) == ("Lưu thay đổi", False)
    assert saved(post(desk, address, {**changed, "first": "45/3/2027", "look": "1"}).text) == "Lưu thay đổi"
    assert saved(desk.get(f"{address}/edit").text) == "Lưu thay đổi"
    assert saved(desk.get("/desk/events/new").text) == "Lưu bản nháp"


def test_notice_of_an_edit_is_seen_and_withheld_while_it_waits(desk, reader, database, house):
    address, version = f"/desk/events/{house.talk}", str(event_of(database, house.talk).version)
    answer = post(desk, address, fields(house, title=TALK.title, first="17/3/2027", version=version))
    shown = desk.get(answer.location).text
    assert "Thư báo thay đổi gửi lúc 9h10" in shown
    section = shown.split("Thư báo đang chờ gửi")[1].split("</ul>")[0]
    assert "12 người, 9h10" in section
    assert "17/3/2027" in section.split("<pre")[1]
    withdrawal = re.search(r'action="([^"]+/withdrawal)"', section)[1]
    assert withdrawal not in reader.get(address).text
    assert post(reader, withdrawal).status_code == 403
    after = desk.get(post(desk, withdrawal).location).text
    assert "Thư báo đã rút lại; không ai nhận thư này." in after
    assert "Thư báo đang chờ gửi" not in after
    assert "rút lại thư báo" in after
    assert notices_of(database, house.talk) == []
    assert event_of(database, house.talk).first_day == date(2027, 3, 17)


def test_one_of_a_series_shows_its_notice(desk, database, config, house):
    series = replace(TALK, title="Giao ban", rule="FREQ=WEEKLY", room_id=None, speakers=())
    uid = confirmed(database, config, replace(series, group_ids=frozenset({house.committee})))
    address = f"/desk/events/{uid}?occurrence=2027-03-23"
    page = desk.get(f"/desk/events/{uid}/edit?occurrence=2027-03-23").text
    assert "occurrence=2027-03-23" in re.search(r'data-warnings="([^"]+)"', page)[1]
    version = str(event_of(database, uid).version)
    sent = fields(house, title="Giao ban", first="24/3/2027", often="kept", kept="FREQ=WEEKLY", room_id="",
                  group_ids=[str(house.committee)], version=version, reach="one", look="1")  # fmt: skip
    shown = post(desk, address, sent).text
    assert saved(shown) == "Lưu và báo cho 3 người"


@pytest.mark.parametrize(
    ("title", "kind", "first", "last", "per_year"),
    [
        ("Kỷ niệm 8/3", "commemoration", date(2027, 3, 8), date(2027, 3, 8), False),
        ("Ngày Phụ nữ Việt Nam", "commemoration", date(2027, 10, 20), date(2027, 10, 20), False),
        ("28/6", "commemoration", date(2027, 6, 28), date(2027, 6, 28), False),
        ("Ngày 25/11", "commemoration", date(2027, 11, 25), date(2027, 11, 25), False),
        ("Tháng hành động vì bình đẳng giới", "campaign", date(2027, 11, 15), date(2027, 12, 15), True),
    ],
)
def test_title_that_is_a_day_of_every_year_is_offered_to_repeat(
    desk, database, house, title, kind, first, last, per_year
):
    typed = fields(house, title=title, kind="seminar", first="", start="", end="", room_id="", place="")
    offered = post(desk, "/desk/events/warnings", typed).text
    assert f"“{title}” có hằng năm" in offered
    page = post(desk, "/desk/events", {**typed, "yearly": "1"}).text
    assert f"“{title}” có hằng năm" not in page
    values = {name: re.search(rf'name="{name}"[^>]* value="([^"]*)"', page)[1] for name in ("first", "last")}
    assert f'selected value="{kind}"' in page
    assert 'selected value="yearly"' in page
    ticked = {"per_year": "y"} if per_year else {}
    post(desk, "/desk/events", {**typed, **values, **ticked, "kind": kind, "often": "yearly"})
    kept = draft(database, only(database))
    assert (kept.first, kept.last, kept.rule, kept.per_year) == (first, last, "FREQ=YEARLY", per_year)


@pytest.mark.parametrize(
    "changes", [{"title": "Tọa đàm kỷ niệm 8/3"}, {"start": "14h00"}, {"often": "yearly"}, {"title": "5/3"}]
)
def test_gathering_on_such_a_day_is_not_offered_to_repeat(desk, house, changes):
    typed = fields(house, title="Kỷ niệm 8/3", first="8/3/2027", start="", end="", room_id="", place="")
    assert "có hằng năm" not in post(desk, "/desk/events/warnings", {**typed, **changes}).text
