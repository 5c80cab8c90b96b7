"""What readers find on the pages, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from web.rows import BEFORE, NOW, TODAY, event

from campaign import create_app
from campaign.calendar import revision
from campaign.models import AudienceGroup, Calendar, Duty, Group, Plan, YearTitle

MARCH_8 = date(2027, 3, 8)
EVERYWHERE = ("/", "/years/2027", "/agenda", "/months/2027-03")


def text(client, address, **headers) -> str:
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200, address
    return answer.get_data(as_text=True)


@pytest.fixture
def talk(database):
    """A seminar with everything that an event page can say."""
    with database.write() as session:
        plan = Plan(
            year=2027, title="Kế hoạch bình đẳng giới năm 2027", number="12", symbol="/KH-SVH", created_at=BEFORE
        )
        group = Group(name="Ban Nữ công", slug="ban-nu-cong", kind="body", created_at=BEFORE)
        session.add_all([plan, group, YearTitle(year=2027, title="Năm bình đẳng giới 2027")])
        session.flush()
        duty = Duty(plan_id=plan.id, position=1, outline="II.3", text="Tổ chức tọa đàm về gia đình.")
        session.add(duty)
        session.flush()
        month = event(session, "Tháng hành động", date(2027, 3, 1), date(2027, 3, 31), kind="campaign")
        talk = event(
            session,
            "Tọa đàm gia đình",
            MARCH_8,
            None,
            time(14),
            time(16, 30),
            place="Hội trường tầng 3",
            description="Chia sẻ việc nhà",
            preparation="Mỗi phòng một câu hỏi",
            speakers=["ThS. Lê Thị Bình"],
            part_of_id=month.id,
            duty_id=duty.id,
            women_only=True,
            capacity=1250,
            occurrence={"theme": "Nhà là tổ ấm", "slogans": ["Vợ chồng cùng vào bếp"]},
        )
        session.add(AudienceGroup(event_id=talk.id, group_id=group.id))
        return talk.uid, month.uid


def test_campaign_shows_the_events_of_its_own_year_only(client, database):
    with database.write() as session:
        month = event(
            session, "Tháng hành động", date(2027, 11, 15), date(2027, 12, 15), kind="campaign",
            rule="FREQ=YEARLY", again=(date(2028, 11, 15), date(2029, 11, 15)),
        )  # fmt: skip
        event(
            session, "Ngày 25/11", date(2027, 11, 25), kind="commemoration", part_of_id=month.id,
            rule="FREQ=YEARLY", again=(date(2028, 11, 25), date(2029, 11, 25)),
        )  # fmt: skip
        uid = month.uid
    for asked, year in (("", 2027), ("?day=2029-11-15", 2029)):
        page = text(client, f"/events/{uid}{asked}")
        parts = page[page.index('id="parts"') : page.index("</section>", page.index('id="parts"'))]
        assert parts.count("Ngày 25/11") == 1
        assert f"{year}-11-25" in parts


@pytest.mark.parametrize("address", EVERYWHERE)
def test_page_empty_year_says_what_belongs_there(client, address):
    page = text(client, address)
    assert "được xác nhận" in page
    assert '<html lang="vi">' in page


@pytest.mark.parametrize("address", EVERYWHERE)
def test_page_shows_confirmed_and_never_drafts(client, database, address):
    with database.write() as session:
        event(session, "Tọa đàm gia đình", MARCH_8)
        event(session, "Việc còn bàn", MARCH_8, draft=True)
    page = text(client, address)
    assert "Tọa đàm gia đình" in page
    assert "Việc còn bàn" not in page


@pytest.mark.parametrize("address", EVERYWHERE)
def test_page_cancelled_is_struck_until_its_day_is_over(client, database, address):
    with database.write() as session:
        event(session, "Giao lưu sắp tới", MARCH_8, cancelled_at=NOW)
        event(session, "Giao lưu đã qua", date(2027, 3, 3), cancelled_at=NOW)
    page = text(client, address)
    assert "Giao lưu sắp tới" in page
    assert "cancelled" in page
    assert "Giao lưu đã qua" not in page


def test_event_page_gives_the_facts_in_office_order(client, talk):
    page = text(client, f"/events/{talk[0]}")
    facts = ["Nội dung", "Thời gian", "Địa điểm", "Thành phần", "Báo cáo viên"]
    assert "Chuẩn bị" not in page
    places = [page.index(f"<dt>{fact}</dt>") for fact in facts]
    assert places == sorted(places)
    for words in (
        "Thứ Hai, ngày 08 tháng 3 năm 2027",
        "14h00-16h30, thứ Hai, ngày 08/3/2027",
        "còn 3 ngày",
        "Nhà là tổ ấm",
        "Vợ chồng cùng vào bếp",
        "Nữ CBCCVC, NLĐ: Ban Nữ công",
        "1.250",
        "Tổ chức tọa đàm về gia đình.",
        "Mục II.3, Kế hoạch bình đẳng giới năm 2027, 12/KH-SVH",
        f"/events/{talk[1]}",
    ):
        assert words in page, words


def test_event_page_in_english_has_no_vietnamese_label(client, talk):
    page = text(client, f"/events/{talk[0]}?lang=en")
    assert '<html lang="en">' in page
    for words in ("Monday, 8 March 2027", "14:00-16:30, Monday, 8 Mar 2027", "in 3 days", "Participants", "1,250"):
        assert words in page, words
    for label in ("Thời gian", "Địa điểm", "Lịch năm", "Nhận lịch", "Cập nhật"):
        assert label not in page, label


def test_campaign_page_lists_its_parts(client, talk):
    page = text(client, f"/events/{talk[1]}")
    assert "Trong đợt này" in page
    assert "Tọa đàm gia đình" in page
    assert "đang diễn ra, còn 26 ngày" in page


def test_event_page_of_a_draft_is_as_unknown_as_any(client, database):
    with database.write() as session:
        draft = event(session, "Việc còn bàn", MARCH_8, draft=True).uid
    answers = [client.get(f"/events/{uid}") for uid in (draft, "khong-co@example.org")]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].data == answers[1].data


def test_event_page_moved_tells_the_former_day(client, database):
    with database.write() as session:
        moved = event(session, "Tọa đàm", MARCH_8, occurrence={"moved_at": NOW})
        session.flush()
        moved_uid = moved.uid
        occurrence = session.query(type(moved).occurrences.property.mapper.class_).one()
        occurrence.original_day = MARCH_8 - timedelta(days=3)
    page = text(client, f"/events/{moved_uid}")
    assert "trước đây là thứ Sáu, ngày 05 tháng 3 năm 2027" in page


def test_event_page_cancelled_gives_the_reason(client, database):
    with database.write() as session:
        uid = event(session, "Tọa đàm", MARCH_8, cancelled_at=NOW, cancel_reason="Báo cáo viên bận.").uid
    page = text(client, f"/events/{uid}")
    assert "Hoạt động này đã hủy." in page
    assert "Báo cáo viên bận." in page


def test_event_page_put_off_has_no_date_and_no_download(client, database):
    with database.write() as session:
        put_off = event(session, "Tọa đàm", MARCH_8, postponed_at=NOW)
        for occurrence in session.query(type(put_off).occurrences.property.mapper.class_):
            session.delete(occurrence)
        uid = put_off.uid
    assert "đã hoãn, chưa có ngày mới" in text(client, f"/events/{uid}")
    assert client.get(f"/events/{uid}.ics").status_code == 404


def test_event_page_report_speaks_of_due_date_and_figures(client, database):
    with database.write() as session:
        uid = event(
            session,
            "Báo cáo 6 tháng",
            date(2027, 6, 10),
            kind="report",
            figures_from=date(2027, 1, 1),
            figures_to=date(2027, 6, 30),
            cut_off=date(2027, 6, 5),
            recipient="Ban VSTBPN tỉnh",
            via="Sở Nội vụ",
        ).uid
    page = text(client, f"/events/{uid}")
    for words in ("<dt>Thời hạn</dt>", "6 tháng đầu năm 2027", "Thứ Bảy, ngày 05 tháng 6 năm 2027", "(qua Sở Nội vụ)"):
        assert words in page, words


def test_event_page_series_shows_the_day_asked_for_and_the_next_otherwise(client, database):
    later = (date(2027, 3, 15), date(2027, 3, 22))
    with database.write() as session:
        uid = event(
            session, "Họp giao ban", date(2027, 3, 1), kind="meeting", rule="FREQ=WEEKLY", again=(MARCH_8, *later)
        ).uid
    assert "Thứ Hai, ngày 08 tháng 3" in text(client, f"/events/{uid}")
    assert "Thứ Hai, ngày 22 tháng 3" in text(client, f"/events/{uid}?day=2027-03-22")
    assert "Hằng tuần" in text(client, f"/events/{uid}?day=khong-phai-ngay")


@pytest.mark.parametrize("uid", ["a/b@example.org", "có dấu", "x.ics", "?", "<b>"])
def test_event_page_strange_uid_is_reached_by_its_link(client, database, uid):
    with database.write() as session:
        event(session, "Sự kiện nhập từ tệp", MARCH_8, uid=uid)
    page = text(client, "/agenda")
    link = page.split('href="/events/')[1].split('"')[0]
    assert "Sự kiện nhập từ tệp" in text(client, f"/events/{link}")


def test_download_is_one_calendar_entry_of_the_event(client, talk):
    answer = client.get(f"/events/{talk[0]}.ics")
    body = answer.get_data(as_text=True)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert body.count("BEGIN:VEVENT") == 1
    assert f"UID:{talk[0]}" in body
    assert (
        f"URL:http://localhost/events/{talk[0].replace('@', '%40')}" in body
        or f"URL:http://localhost/events/{talk[0]}" in body
    )
    assert "DTSTART;TZID=Asia/Ho_Chi_Minh:20270308T140000" in body


def test_agenda_tells_what_is_on_from_what_comes(client, database):
    with database.write() as session:
        event(session, "Tuần lễ Áo dài", date(2027, 3, 1), MARCH_8, kind="campaign")
        event(session, "Đã xong sáng nay", TODAY, None, time(7), time(8))
        event(session, "Tọa đàm", MARCH_8)
    page = text(client, "/agenda")
    assert page.index("Đang diễn ra") < page.index("Tuần lễ Áo dài") < page.index("Tiếp theo") < page.index("Tọa đàm")
    assert "Đã xong sáng nay" not in page


def test_year_page_lists_each_month_and_links_each_mark(client, talk):
    page = text(client, "/")
    assert "Năm bình đẳng giới 2027" in page
    assert page.count('class="month"') == 12
    mark = page.split('<svg class="picture"')[1].split(f'href="/events/{talk[0]}"')[1].split("</title>")[0]
    assert mark.endswith("<title>Tọa đàm gia đình; 14h00-16h30, thứ Hai, ngày 08/3/2027; Hội thảo, tọa đàm")


def test_month_page_shows_a_campaign_in_both_of_its_months(client, database):
    with database.write() as session:
        event(session, "Tháng hành động", date(2027, 11, 15), date(2027, 12, 15), kind="campaign")
    for month in ("11", "12"):
        assert "Tháng hành động" in text(client, f"/months/2027-{month}")
    assert "Tháng hành động" not in text(client, "/months/2027-10")


@pytest.mark.parametrize(
    "address", ["/years/1800", "/years/99999", "/months/2027-13", "/months/2027-00", "/months/27-3"]
)
def test_page_impossible_time_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_subscribe_offers_three_ways_to_one_address(client, database):
    with database.write() as session:
        session.add(Group(name="Ban Nữ công", slug="ban-nu-cong", kind="body", created_at=BEFORE))
        session.add(Calendar(slug="bao-cao", title="Hạn báo cáo", kinds=["report"], groups=[], created_at=BEFORE))
    page = text(client, "/subscribe?kind=seminar&kind=report&kind=no-such&group=ban-nu-cong&group=no-such")
    assert 'value="http://localhost/calendars/all.ics?kind=seminar&amp;kind=report&amp;group=ban-nu-cong"' in page
    assert 'href="webcal://localhost/calendars/all.ics?kind=seminar' in page
    assert (
        "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Flocalhost%2Fcalendars%2Fall.ics%3Fkind%3Dseminar"
        in page
    )
    assert "https://outlook.office.com/calendar/0/addfromweb?url=http%3A%2F%2Flocalhost%2Fcalendars" in page
    assert "Hội thảo, tọa đàm, Hạn báo cáo" in page
    assert "http://localhost/calendars/bao-cao.ics" in page
    assert "no-such" not in page.split('<section class="address"')[1]


def test_subscribe_nothing_chosen_is_everything(client):
    assert 'value="http://localhost/calendars/all.ics"' in text(client, "/subscribe")


def test_organisation_puts_its_own_templates_in_front(config, database, tmp_path):
    (tmp_path / "own/agenda").mkdir(parents=True)
    (tmp_path / "own/agenda/show.html").write_text("{{ organisation.name }}: của riêng chúng tôi", encoding="utf-8")
    own = replace(config, folder=tmp_path, server=replace(config.server, templates="own"))
    client = create_app(own, database, now=lambda: NOW).test_client()
    assert text(client, "/agenda") == "Sở Văn hóa tỉnh Bình Minh: của riêng chúng tôi"
    assert "Lịch năm" in text(client, "/")


def test_pages_name_the_organisation_and_whom_to_ask(client):
    page = text(client, "/")
    for words in (
        "Ủy ban nhân dân tỉnh Bình Minh",
        "Sở Văn hóa tỉnh Bình Minh",
        "Văn phòng Sở, điện thoại 024 000 1234",
    ):
        assert words in page, words


def test_english_page_marks_what_organizers_wrote_as_vietnamese(client, talk):
    page = text(client, f"/events/{talk[0]}?lang=en")
    assert '<h1 lang="vi">Tọa đàm gia đình</h1>' in page
    assert 'lang="vi">Tọa đàm' not in text(client, f"/events/{talk[0]}")


def test_year_page_of_another_year_is_not_about_now(client, database):
    with database.write() as session:
        event(session, "Tuần lễ Áo dài", date(2027, 3, 1), MARCH_8, kind="campaign")
    assert "Đang diễn ra" in text(client, "/years/2027")
    assert "Đang diễn ra" not in text(client, "/years/2028")


def test_day_that_began_in_utc_only_is_not_today_yet(config, database):
    """At 23:30 in Hà Nội it is still the day before, whatever the clock of the server says."""
    late = datetime(2027, 3, 7, 16, 30, tzinfo=UTC)
    with database.write() as session:
        event(session, "Ngày Quốc tế Phụ nữ", MARCH_8, kind="commemoration")
    for moment, words in ((late, "ngày mai"), (late + timedelta(hours=1), "hôm nay")):
        client = create_app(config, database, now=lambda moment=moment: moment).test_client()
        assert f"<strong>{words}</strong>" in text(client, "/agenda")


def test_page_is_kept_for_whoever_is_not_signed_in(client, database, talk, queries):
    """The second reader costs one look at the revision; a change shows at once; a known page is not sent again."""
    first = client.get("/")
    with queries() as asked:
        assert client.get("/").data == first.data
    assert list(asked) == []
    assert client.get("/", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    with database.write() as session:
        event(session, "Hội thảo mới", date(2027, 4, 6))
        revision.bump(session, now=NOW)
    assert "Hội thảo mới" in text(client, "/")


def test_kept_page_speaks_the_language_of_each_reader(client):
    vietnamese, english = (text(client, "/agenda", **{"Accept-Language": each}) for each in ("vi", "en"))
    assert '<html lang="vi">' in vietnamese
    assert '<html lang="en">' in english
    assert text(client, "/agenda", **{"Accept-Language": "vi"}) == vietnamese
