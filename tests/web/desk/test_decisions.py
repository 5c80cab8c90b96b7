"""Deciding with a preview: what the page announces is what the act brings, and the page itself brings nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select, update
from support.desk import post, token
from support.readers import Readers
from web.desk.house import TALK, TRANG, confirmed, drafted, event_of, notices_of, reminders_of
from web.rows import NOW

from campaign.calendar.agency import UnitOfWork, agency_of
from campaign.calendar.draft import Draft
from campaign.desk import notices, rolling
from campaign.models import AuditEntry, Event, Message, Notice, Occurrence, Reminder
from campaign.sending import channel

NAMES = ("confirmation", "move", "postponement", "cancellation", "reopening", "duplication")


@pytest.fixture
def draft(database, config, house) -> str:
    return drafted(
        database,
        config,
        replace(TALK, title="Hội thảo mới", first=date(2027, 3, 23), group_ids=frozenset({house.staff})),
    )


@pytest.fixture
def campaign(database, config, house) -> tuple[str, dict[int, int]]:
    """A week that is confirmed year by year: its UID, and the id of each year's happening."""
    week = Draft(
        kind="campaign", title="Tuần lễ Áo dài", first=date(2027, 3, 1), last=date(2027, 3, 8), rule="FREQ=YEARLY",
        per_year=True, group_ids=frozenset({house.staff}),
    )  # fmt: skip
    uid = confirmed(database, config, week)
    with database.read() as session:
        rows = session.execute(
            select(Occurrence.id, Occurrence.original_day)
            .join(Event, Event.id == Occurrence.event_id)
            .where(Event.uid == uid)
        )
        return uid, {row.original_day.year: row.id for row in rows}


def held(page: str) -> dict[str, str]:
    """What the final button of a page would send."""
    form = page.split('class="sheet act"')[1].split("</form>", maxsplit=1)[0]
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))


def final(page: str) -> str:
    """The words of the final button."""
    return re.search(r'<button class="button[^"]*">([^<]*)</button>', page.split('class="sheet act"')[1])[1]


def rows(database) -> tuple[int, ...]:
    with database.read() as session:
        return tuple(
            session.scalar(select(func.count()).select_from(model)) for model in (Event, Notice, Reminder, AuditEntry)
        )


def test_previews_write_nothing(desk, database, house, draft):
    before, version = rows(database), event_of(database, house.talk).version
    for uid in (house.talk, draft):
        for name in NAMES:
            assert desk.get(f"/desk/events/{uid}/{name}?reason=bão&tell=1&first=25/3/2027").status_code == 200, name
    assert rows(database) == before
    assert event_of(database, house.talk).version == version


def test_confirmation_says_how_many_and_does_it(desk, database, draft):
    page = desk.get(f"/desk/events/{draft}/confirmation").text
    assert final(page) == "Xác nhận và gửi 12 thư mời"
    assert "12 người, ngay bây giờ" in page
    assert "Hội thảo mới" in page.split("<pre")[1]
    answer = post(desk, f"/desk/events/{draft}/confirmation", held(page))
    assert answer.status_code == 303
    assert event_of(database, draft).confirmed_at
    assert len(notices_of(database, draft, "invitation")) == 1
    assert reminders_of(database, draft)
    assert "Đã xác nhận “Hội thảo mới”." in desk.get(answer.location).text


def test_confirmation_without_invitation(desk, database, draft):
    page = desk.get(f"/desk/events/{draft}/confirmation?invite=").text
    assert final(page) == "Xác nhận, chưa gửi giấy mời"
    post(desk, f"/desk/events/{draft}/confirmation", held(page))
    assert event_of(database, draft).confirmed_at
    assert notices_of(database, draft) == []


def test_confirmation_without_a_day_asks_for_one(desk, database, config, house):
    uid = drafted(database, config, Draft(kind="meeting", title="Chưa ngày"))
    page = desk.get(f"/desk/events/{uid}/confirmation").text
    assert "chưa có ngày nên chưa thể xác nhận" in page
    assert 'class="sheet act"' not in page
    assert post(desk, f"/desk/events/{uid}/confirmation").status_code == 400


def test_move_keeps_hours_and_length_of_what_was_dropped(desk, database, house):
    page = desk.get(f"/desk/events/{house.talk}/move?day=2027-03-18").text
    assert final(page) == "Dời sang 18/3/2027 và báo cho 12 người"
    answer = post(desk, f"/desk/events/{house.talk}/move", held(page))
    assert answer.status_code == 303
    moved = event_of(database, house.talk)
    assert (moved.first_day, moved.start_time, moved.end_time) == (date(2027, 3, 18), TALK.start, TALK.end)
    assert len(notices_of(database, house.talk, "change")) == 1


def test_move_silently_tells_nobody(desk, database, house):
    address = f"/desk/events/{house.talk}/move?first=18/3/2027&start=14h00&end=16h30&tell="
    page = desk.get(address).text
    assert final(page) == "Dời sang 18/3/2027, không báo ai"
    post(desk, f"/desk/events/{house.talk}/move", held(page))
    assert event_of(database, house.talk).first_day == date(2027, 3, 18)
    assert notices_of(database, house.talk) == []


def test_move_to_no_day_says_so_and_keeps_the_words(desk, database, house):
    page = desk.get(f"/desk/events/{house.talk}/move?first=45/3/2027&start=14h00").text
    assert 'value="45/3/2027"' in page
    assert "“45/3/2027”" in page
    assert 'class="sheet act"' not in page
    backwards = desk.get(f"/desk/events/{house.talk}/move?first=18/3/2027&start=14h00&end=13h00").text
    assert "Thời gian kết thúc phải sau thời gian bắt đầu." in backwards
    assert post(desk, f"/desk/events/{house.talk}/move", {"first": "x"}).status_code == 400


def test_undo_takes_a_move_back_and_nobody_hears_of_it(desk, database, house):
    page = desk.get(f"/desk/events/{house.talk}/move?day=2027-03-18").text
    shown = desk.get(post(desk, f"/desk/events/{house.talk}/move", held(page)).location).text
    said = shown.split('class="said"')[1].split("</form>")[0]
    act = re.search(r'name="act" value="(\d+)"', said)[1]
    assert "Hoàn tác" in said
    assert post(desk, f"/desk/events/{house.talk}/reversal", {"act": act}).status_code == 303
    assert event_of(database, house.talk).first_day == TALK.first
    assert notices_of(database, house.talk) == []
    assert post(desk, f"/desk/events/{house.talk}/reversal", {"act": act}).status_code == 409


def test_undo_of_a_confirmation_is_offered_and_makes_it_a_draft(desk, database, draft):
    page = desk.get(f"/desk/events/{draft}/confirmation").text
    shown = desk.get(post(desk, f"/desk/events/{draft}/confirmation", held(page)).location).text
    act = re.search(r'name="act" value="(\d+)"', shown.split('class="said"')[1])[1]
    assert "Chưa có thư nào gửi đi nên còn rút lại được việc xác nhận." in shown
    assert "no mail has left yet" in desk.get(f"/desk/events/{draft}?lang=en").text.lower()
    undone = desk.get(post(desk, f"/desk/events/{draft}/reversal", {"act": act}).location).text
    assert "Đã hoàn tác; đây lại là bản nháp." in undone
    assert "hoàn tác việc xác nhận" in undone
    assert event_of(database, draft).is_draft
    assert (reminders_of(database, draft), notices_of(database, draft)) == ([], [])
    assert desk.get(f"/events/{draft}").status_code == 404


def test_undo_of_a_confirmation_whose_mails_left_proposes_cancelling(desk, database, draft):
    page = desk.get(f"/desk/events/{draft}/confirmation").text
    shown = desk.get(post(desk, f"/desk/events/{draft}/confirmation", held(page)).location).text
    act = re.search(r'name="act" value="(\d+)"', shown)[1]
    with database.write() as session:
        notices.plan_due(session.connection(), now=NOW, id_suffix=".test@example.org>")
        session.execute(update(Message).values(result="sent", settled_at=NOW))
    answer = desk.get(post(desk, f"/desk/events/{draft}/reversal", {"act": act}).location).text
    sentence = "Không rút lại xác nhận được nữa vì đã gửi giấy mời (12); nếu không tổ chức nữa, hãy hủy"
    assert answer.count(sentence) == 2
    assert (
        "the confirmation can no longer be undone: invitation (12)"
        in desk.get(f"/desk/events/{draft}?lang=en").text.lower()
    )
    assert event_of(database, draft).confirmed_at


def test_cancellation_needs_a_reason_and_stops_reminders(desk, database, house):
    assert 'class="sheet act"' not in desk.get(f"/desk/events/{house.talk}/cancellation").text
    assert post(desk, f"/desk/events/{house.talk}/cancellation", {"reason": " ", "tell": "1"}).status_code == 400
    page = desk.get(f"/desk/events/{house.talk}/cancellation?reason=Bão+số+5&tell=1").text
    assert final(page) == "Hủy và báo cho 12 người"
    assert "Bão số 5" in page.split("<pre")[1]
    post(desk, f"/desk/events/{house.talk}/cancellation", held(page))
    assert event_of(database, house.talk).cancel_reason == "Bão số 5"
    assert reminders_of(database, house.talk) == []
    assert len(notices_of(database, house.talk, "cancellation")) == 1
    shown = desk.get(f"/desk/events/{house.talk}").text
    assert "Lý do:" in shown
    assert "Mở lại…" in shown


def test_undo_after_the_mail_has_left_is_a_preview_with_a_mail_that_it_takes_place(desk, database, house):
    """Twelve people believed for good that it is off."""
    post(desk, f"/desk/events/{house.talk}/cancellation", {"reason": "bão", "tell": "1"})
    shown = desk.get(f"/desk/events/{house.talk}").text
    act = re.search(r'name="act" value="(\d+)"', shown)[1]
    with database.write() as session:
        session.execute(update(Notice).values(due_at=NOW))
        readers = Readers(session)
        assert {mail.mail for mail in readers.deliver(NOW)} == {"cancellation"}
    answer = post(desk, f"/desk/events/{house.talk}/reversal", {"act": act})
    assert answer.location == f"/desk/events/{house.talk}/reopening"
    page = desk.get(answer.location).text
    assert final(page) == "Mở lại và báo cho 12 người: vẫn tổ chức"
    assert "[Vẫn tổ chức] Tọa đàm giữ lửa gia đình" in page
    post(desk, f"/desk/events/{house.talk}/reopening", held(page))
    found = event_of(database, house.talk)
    assert (found.cancelled_at, found.is_draft) == (None, False)
    with database.write() as session:
        session.execute(update(Notice).values(due_at=NOW))
        assert [mail.mail for mail in Readers(session).deliver(NOW)] == 12 * ["resumption"]


def test_reopening_before_anybody_was_told_is_silent(desk, database, house):
    post(desk, f"/desk/events/{house.talk}/cancellation", {"reason": "bão", "tell": ""})
    page = desk.get(f"/desk/events/{house.talk}/reopening").text
    assert final(page) == "Mở lại, không báo ai"
    post(desk, f"/desk/events/{house.talk}/reopening", held(page))
    found = event_of(database, house.talk)
    assert (found.cancelled_at, found.is_draft) == (None, False)
    assert notices_of(database, house.talk) == []


def test_postponement_goes_to_the_tray(desk, database, house):
    page = desk.get(f"/desk/events/{house.talk}/postponement").text
    assert final(page) == "Hoãn và báo cho 12 người"
    post(desk, f"/desk/events/{house.talk}/postponement", held(page) | {"reason": "chờ báo cáo viên"})
    assert event_of(database, house.talk).first_day is None
    tray = desk.get("/desk/").text.split('id="tray"')[1]
    assert TALK.title in tray
    assert "Đã hoãn" in tray


def test_duplication_makes_a_draft_on_the_day(desk, database, house):
    page = desk.get(f"/desk/events/{house.talk}/duplication?first=25/3/2027").text
    assert final(page) == "Nhân bản vào 25/3/2027 thành bản nháp"
    post(desk, f"/desk/events/{house.talk}/duplication", held(page))
    with database.read() as session:
        copies = session.scalars(select(Event).where(Event.title == TALK.title, Event.uid != house.talk)).all()
    assert [(copy.first_day, copy.confirmed_at) for copy in copies] == [(date(2027, 3, 25), None)]


def test_decision_on_what_changed_meanwhile_is_refused(desk, database, house):
    page = held(desk.get(f"/desk/events/{house.talk}/move?day=2027-03-18").text)
    post(desk, f"/desk/events/{house.talk}/postponement", {"tell": ""})
    answer = post(desk, f"/desk/events/{house.talk}/move", page)
    assert answer.status_code == 409
    assert "hãy xem bản mới" in answer.text
    assert event_of(database, house.talk).first_day is None


def test_decision_twice_has_one_effect(desk, database, draft):
    page = held(desk.get(f"/desk/events/{draft}/confirmation").text)
    for _ in range(2):
        assert post(desk, f"/desk/events/{draft}/confirmation", page).status_code == 303
    assert len(notices_of(database, draft, "invitation")) == 1


def test_decision_leads_back_only_into_the_site(desk, draft, house):
    page = held(desk.get(f"/desk/events/{draft}/confirmation?back=/desk/%3Fview%3Dweek").text)
    assert post(desk, f"/desk/events/{draft}/confirmation", page).location == "/desk/?view=week"
    away = post(desk, f"/desk/events/{house.talk}/postponement", {"tell": "", "back": "https://elsewhere.example/"})
    assert away.location == f"/desk/events/{house.talk}"


def test_one_year_gets_its_theme_and_its_confirmation(desk, database, campaign):
    uid, years = campaign
    answer = desk.get(f"/desk/events/{uid}/confirmation")
    assert answer.status_code == 302
    page = desk.get(f"/desk/occurrences/{years[2028]}").text
    assert "Xác nhận năm 2028…" in page
    themed = {"theme": "Áo dài và biển", "slogans": "Một\nHai", "place": "Toàn tỉnh", "tell": ""}
    assert post(desk, f"/desk/occurrences/{years[2028]}", themed).status_code == 303
    page = desk.get(f"/desk/occurrences/{years[2028]}/confirmation").text
    assert final(page) == "Xác nhận, chưa gửi giấy mời"
    assert post(desk, f"/desk/occurrences/{years[2028]}/confirmation", held(page)).status_code == 303
    with database.read() as session:
        one = session.get_one(Occurrence, years[2028])
    assert (one.theme, one.slogans, one.place) == ("Áo dài và biển", ["Một", "Hai"], "Toàn tỉnh")
    assert one.confirmed_at


def test_one_happening_is_moved_and_cancelled_alone(desk, database, campaign):
    uid, years = campaign
    page = desk.get(f"/desk/occurrences/{years[2027]}/move?day=2027-03-15").text
    assert post(desk, f"/desk/occurrences/{years[2027]}/move", held(page)).status_code == 303
    page = desk.get(f"/desk/occurrences/{years[2028]}/cancellation?reason=trùng&tell=").text
    assert final(page) == "Hủy, không báo ai"
    assert post(desk, f"/desk/occurrences/{years[2028]}/cancellation", held(page)).status_code == 303
    with database.read() as session:
        first, second = (session.get_one(Occurrence, years[year]) for year in (2027, 2028))
    assert (first.first_day, first.last_day) == (date(2027, 3, 15), date(2027, 3, 22))
    assert second.cancelled_at
    assert event_of(database, uid).cancelled_at is None


def test_rolling_shows_old_and_new_day_and_why(desk, database, house):
    page = desk.get("/desk/year/2028/roll").text
    assert TALK.title in page
    assert "16/3/2027" in page
    assert "T5 16/3/2028" in page or "/2028" in page
    boxes = re.findall(r'name="event" value="(\d+)"', page)
    answer = post(desk, "/desk/year/2028/roll", {"event": boxes})
    assert "Đã lập 1 bản nháp; chưa gửi gì." in desk.get(answer.location).text
    again = post(desk, "/desk/year/2028/roll", {"event": boxes})
    assert "Đã lập 0 bản nháp" in desk.get(again.location).text
    assert desk.get("/desk/year/1500/roll").status_code == 404


def test_limited_organizer_decides_only_for_his_groups(limited, desk, database, config, house):
    own = drafted(
        database, config, replace(TALK, title="Riêng", first=date(2027, 4, 6), group_ids=frozenset({house.committee}))
    )
    for name in NAMES:
        assert limited.get(f"/desk/events/{house.talk}/{name}").status_code == 403
        assert post(limited, f"/desk/events/{house.talk}/{name}").status_code == 403
    assert limited.get("/desk/year/2028/roll").status_code == 403
    page = limited.get(f"/desk/events/{own}/confirmation").text
    assert post(limited, f"/desk/events/{own}/confirmation", held(page)).status_code == 303


def test_reader_reads_and_decides_nothing(reader, database, house):
    before = rows(database)
    assert TALK.title in reader.get(f"/desk/events/{house.talk}").text
    key = token(reader)
    for name in NAMES:
        assert reader.get(f"/desk/events/{house.talk}/{name}").status_code == 403
        assert reader.post(f"/desk/events/{house.talk}/{name}", data={"csrf_token": key}).status_code == 403
    assert reader.post("/desk/events", data={"csrf_token": key}).status_code == 403
    assert rows(database) == before


def test_event_page_counts_its_mails(desk, database, house):
    page = desk.get(f"/desk/events/{house.talk}").text
    mails = page.split('id="mails"')[1].split("</section>")[0]
    assert "lời nhắc sắp tới" in mails
    assert f"<dd>{len(reminders_of(database, house.talk))}</dd>" in mails
    assert "Lời nhắc kế tiếp" in mails


def test_rolled_event_shows_last_years_words_of_the_plan(desk, database, config, house):
    last = confirmed(database, config, replace(TALK, title="Hội diễn", first=date(2027, 10, 19), duty_id=house.duty))
    with database.write() as session:
        agency = agency_of(session, config)
        source = session.scalars(select(Event.id).where(Event.uid == last)).one()
        (rolled,) = rolling.roll(UnitOfWork(session, NOW, TRANG, agency), 2028, [source])
        uid = rolled.uid
    page = desk.get(f"/desk/events/{uid}").text
    section = page.split("Lập từ hoạt động năm 2027")[1].split("</section>")[0]
    assert f'href="/desk/events/{last}"' in section
    assert "Tổ chức hội diễn văn nghệ chào mừng 20/10." in section
    assert "Mục II.4, Kế hoạch bình đẳng giới năm 2027" in section
    assert "Căn cứ trong kế hoạch" not in page


@pytest.mark.parametrize(
    ("name", "word"),
    [("cancellation", "Hủy cả chuỗi và báo cho 12 người"), ("postponement", "Hoãn cả chuỗi và báo cho 12 người")],
)
def test_decision_on_a_whole_series_says_so(desk, campaign, name, word):
    uid, years = campaign
    page = desk.get(f"/desk/events/{uid}/{name}?reason=bão&tell=1").text
    assert final(page) == word
    assert 'class="notice"' in page
    assert f"/desk/events/{uid}#series" in page
    one = desk.get(f"/desk/occurrences/{years[2028]}/cancellation?reason=bão&tell=1").text
    assert "chuỗi" not in final(one)


def test_cancelling_one_happening_names_its_day(desk, campaign):
    uid, years = campaign
    page = desk.get(f"/desk/occurrences/{years[2028]}/cancellation?reason=bão&tell=").text
    post(desk, f"/desk/occurrences/{years[2028]}/cancellation", held(page))
    assert "Đã hủy lần ngày 01/3/2028 của “Tuần lễ Áo dài”." in desk.get(f"/desk/events/{uid}").text


def test_cancellation_without_a_reason_asks_for_it_beside_the_field(desk, house):
    assert 'class="error"' not in desk.get(f"/desk/events/{house.talk}/cancellation").text
    page = desk.get(f"/desk/events/{house.talk}/cancellation?reason=+&tell=1").text
    assert 'id="reason-error">Hãy ghi lý do hủy.' in page
    assert 'class="sheet act"' not in page


def test_duplication_leads_to_the_new_event_and_offers_no_older_act_to_take_back(desk, house):
    page = desk.get(f"/desk/events/{house.talk}/move?first=23/3/2027&start=14h00&end=16h30&tell=").text
    post(desk, f"/desk/events/{house.talk}/move", held(page))
    desk.get(f"/desk/events/{house.talk}")  # says that it was moved, and how to take it back
    page = desk.get(f"/desk/events/{house.talk}/duplication?first=25/3/2027").text
    answer = post(desk, f"/desk/events/{house.talk}/duplication", held(page))
    assert answer.location != f"/desk/events/{house.talk}"
    told = desk.get(answer.location).text
    assert "Đã nhân bản thành" in told
    assert "25 tháng 3 năm 2027" in told
    assert "Hoàn tác" not in told


def test_preview_says_that_all_mail_is_held(desk, database, draft):
    address = f"/desk/events/{draft}/confirmation"
    assert "Mọi thư đang được giữ lại" not in desk.get(address).text
    with database.write() as session:
        channel.hold(session.connection(), now=NOW, by="Hằng")
    assert "Mọi thư đang được giữ lại" in desk.get(address).text


def test_event_page_says_when_a_waiting_notice_leaves(desk, database, house):
    page = desk.get(f"/desk/events/{house.talk}/move?first=23/3/2027&start=14h00&end=16h30&tell=1").text
    post(desk, f"/desk/events/{house.talk}/move", held(page))
    assert notices_of(database, house.talk, "change")
    assert "Thư báo về quyết định vừa rồi đi lúc" in desk.get(f"/desk/events/{house.talk}").text


def test_confirmation_of_what_is_for_nobody_promises_no_mail(desk, database, config):
    uid = drafted(database, config, replace(TALK, group_ids=frozenset(), first=date(2027, 3, 24)))
    page = desk.get(f"/desk/events/{uid}/confirmation").text
    assert final(page) == "Xác nhận, không có ai để mời"
    assert "Không có thư nào được gửi." in page


def test_rolling_nothing_says_so(app, desk):
    answer = post(desk, "/desk/year/2028/roll", {})
    assert "hãy chọn ít nhất một mục" in desk.get(answer.location).text


def test_one_cancelled_occurrence_of_a_series_is_reopened_from_its_row(desk, database, config, house):
    weekly = replace(
        TALK, kind="meeting", title="Giao ban", first=date(2027, 3, 9), rule="FREQ=WEEKLY;BYDAY=TU", speakers=(),
        group_ids=frozenset({house.staff}),
    )  # fmt: skip
    uid = confirmed(database, config, weekly)
    with database.read() as session:
        query = select(Occurrence.id).join(Event).where(Event.uid == uid).order_by(Occurrence.first_day)
        number = session.scalars(query.offset(1)).first()
    address = f"/desk/occurrences/{number}/reopening"
    assert address not in desk.get(f"/desk/events/{uid}").text
    post(desk, f"/desk/occurrences/{number}/cancellation", {"reason": "Nghỉ", "tell": ""})
    assert address in desk.get(f"/desk/events/{uid}").text
    page = desk.get(address).text
    assert final(page) == "Mở lại, không báo ai"
    answer = post(desk, address, held(page))
    assert answer.status_code == 303
    with database.read() as session:
        assert session.get_one(Occurrence, number).cancelled_at is None
    assert post(desk, address, held(page)).status_code == 400


@pytest.mark.parametrize(("first", "button"), [(date(2027, 4, 27), "gửi"), (date(2027, 5, 11), "chưa gửi giấy mời")])
def test_what_is_far_away_is_confirmed_without_a_mail_unless_asked_for(desk, database, config, house, first, button):
    far = replace(TALK, title="Hội thảo xa", first=first, group_ids=frozenset({house.staff}))
    uid = drafted(database, config, far)
    assert button in final(desk.get(f"/desk/events/{uid}/confirmation").text)
    assert "gửi" in final(desk.get(f"/desk/events/{uid}/confirmation?invite=1").text)
