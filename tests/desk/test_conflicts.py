"""Warnings before a schedule is kept: each kind once, with its number and a way out; four queries at most."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from campaign.calendar import audience
from campaign.calendar.agency import UnitOfWork
from campaign.calendar.draft import Draft
from campaign.calendar.when import When
from campaign.dates.working import WorkingCalendar
from campaign.desk import conflicts, decisions, scheduling, slots
from campaign.models import Occurrence
from tests.desk.conftest import NOW, TODAY, TRANG, member


def keep(session, agency, draft: Draft, *, confirm: bool = True):
    event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), draft)
    if confirm:
        decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), event)
    return event


def found(session, agency, draft: Draft, event_id: int | None = None) -> dict[str, str]:
    cautions = conflicts.find(session, draft, event_id=event_id, agency=agency, today=TODAY)
    return {caution.kind: caution.sentence for caution in cautions}


@pytest.fixture
def other(session, agency, seminar, house):
    """A training of the committee in the hall from 15h00, with the same speaker."""
    return keep(
        session,
        agency,
        replace(
            seminar,
            kind="training",
            title="Tập huấn",
            start=time(15),
            end=time(17),
            speakers=("đ/c Lê Thị Bình, Sở Nội vụ",),
            group_ids=frozenset({house.committee}),
        ),
    )


def test_good_schedule_has_no_warning(session, agency, seminar) -> None:
    assert found(session, agency, seminar) == {}


def test_room_speaker_and_audience(session, agency, seminar, other) -> None:
    when = "15h00-17h00, thứ Ba, ngày 16/3/2027"
    assert found(session, agency, seminar) == {
        "room": f"Hội trường đã có “Tập huấn” {when}; hãy chọn phòng khác hoặc giờ khác.",
        "speaker": f"TS. Lê Thị Bình đã có “Tập huấn” {when}; hãy chọn giờ khác hoặc báo cáo viên khác.",
        "audience": f"2 trong 6 người dự đã có lịch “Tập huấn” {when}; hãy chọn giờ khác hoặc bớt thành phần.",
    }
    cautions = conflicts.find(session, seminar, event_id=None, agency=agency, today=TODAY)
    assert {caution.event_uid for caution in cautions} == {other.uid}
    assert [caution.count for caution in cautions if caution.kind == "audience"] == [2]


def test_event_does_not_collide_with_itself(session, agency, other) -> None:
    assert found(session, agency, scheduling.draft_of(session, other), other.id) == {}


def test_drafts_collide_and_cancelled_ones_do_not(session, agency, seminar) -> None:
    event = keep(session, agency, seminar, confirm=False)
    assert "room" in found(session, agency, seminar)
    decisions.cancel(UnitOfWork(session, NOW, TRANG, agency), event, reason="Bão", notify=False)
    assert found(session, agency, seminar) == {}


def test_one_after_the_other_does_not_collide(session, agency, seminar, other) -> None:
    assert found(session, agency, replace(seminar, kind="meeting", end=time(15))) == {}


@pytest.mark.parametrize("place", ["Hội trường, tầng 2", "hội  trường", "Hội trưòng"])
def test_place_in_words_is_the_room(session, agency, seminar, other, place: str) -> None:
    written = replace(seminar, room_id=None, place=place, speakers=(), group_ids=frozenset())
    assert ("room" in found(session, agency, written)) == (place != "Hội trưòng")


@pytest.mark.parametrize("place", ["Phòng họp trực tuyến", "Các điểm cầu", ""])
def test_online_is_no_room(session, agency, seminar, place: str) -> None:
    online = replace(seminar, room_id=None, place=place, speakers=())
    keep(session, agency, online)
    assert list(found(session, agency, online)) == ["audience"]


def test_moved_occurrence_collides_where_it_went(session, agency, weekly, seminar, house) -> None:
    event = keep(session, agency, weekly)
    one = session.query(Occurrence).filter_by(first_day=date(2027, 3, 16)).one()
    decisions.move(
        UnitOfWork(session, NOW, TRANG, agency),
        event,
        one,
        When(date(2027, 3, 16), None, time(14), time(15)),
        notify=False,
    )
    assert set(found(session, agency, seminar)) == {"room", "audience"}


def test_whole_day_takes_time_and_a_campaign_does_not(session, agency, seminar) -> None:
    whole = replace(seminar, title="Tham quan", kind="visit", start=None, end=None, room_id=None, speakers=())
    keep(session, agency, replace(whole, kind="campaign", title="Tháng hành động", last=date(2027, 3, 31)))
    keep(session, agency, replace(whole, kind="activity", title="Phong trào", last=date(2027, 3, 31)))
    assert found(session, agency, replace(seminar, kind="meeting")) == {}
    keep(session, agency, whole)
    assert found(session, agency, replace(seminar, kind="meeting"))["audience"].startswith(
        "6 trong 6 người dự đã có lịch “Tham quan” thứ Ba, ngày 16/3/2027;"
    )


@pytest.mark.parametrize(
    ("kind", "values", "words"),
    [
        ("weekend", {"first": date(2027, 3, 20)}, "20/3/2027 rơi vào cuối tuần; ngày làm việc gần nhất là 22/3/2027."),
        ("holiday", {"first": date(2027, 4, 30)}, "ngày nghỉ (Ngày Chiến thắng); ngày làm việc gần nhất là 03/5/2027."),
        ("december", {"first": date(2027, 12, 28)}, "chậm nhất ngày 20/12/2027"),
        ("lunch", {"start": time(11), "end": time(12)}, "giờ nghỉ trưa (11h30-13h30)"),
        ("lunch", {"start": time(12, 30), "end": time(15)}, "bắt đầu từ 13h30"),
        ("night", {"start": time(19), "end": time(21)}, "ngoài giờ làm việc"),
        ("night", {"start": time(5), "end": time(7)}, "ngoài giờ làm việc"),
        ("past", {"first": date(2027, 2, 23)}, "đã qua (23/02/2027)"),
        ("audience_empty", {"group_ids": frozenset()}, "Chưa có ai"),
        ("capacity", {"capacity": 5}, "Số chỗ là 5, thành phần có 6 người"),
        ("register", {"register_by": date(2027, 3, 17)}, "Hạn đăng ký 17/3/2027"),
    ],
)  # fmt: skip
def test_each_kind_alone(session, agency, seminar, kind: str, values: dict, words: str) -> None:
    calendar = WorkingCalendar({date(2027, 4, 30): "Ngày Chiến thắng"})
    sentences = found(session, replace(agency, calendar=calendar), replace(seminar, **values))
    assert list(sentences) == [kind]
    assert words in sentences[kind]


def test_tet_weeks(session, agency, seminar) -> None:
    sentences = found(session, agency, replace(seminar, first=date(2028, 1, 20)))
    assert "20/01/2028 nằm trong các tuần quanh Tết" in sentences["tet"]
    assert "nên chọn từ ngày 10/02/2028" in sentences["tet"]


def test_small_room(session, agency, seminar, house) -> None:
    sentences = found(session, agency, replace(seminar, room_id=house.room))
    assert sentences == {
        "capacity": "Phòng họp số 1 có 4 chỗ, thành phần có 6 người; hãy chọn phòng lớn hơn hoặc chia làm nhiều buổi."
    }


def test_whole_day_may_span_lunch(session, agency, seminar) -> None:
    assert found(session, agency, replace(seminar, start=time(8), end=time(16, 30))) == {}


def test_feast_on_the_same_day_is_worth_a_thought(session, agency, seminar) -> None:
    feast = Draft(kind="commemoration", title="Ngày hội", first=seminar.first, audience_all=True)
    event = keep(session, agency, feast)
    cautions = conflicts.find(session, seminar, event_id=None, agency=agency, today=TODAY)
    assert [(caution.kind, caution.severity) for caution in cautions] == [("feast_near", "note")]
    assert found(session, agency, replace(seminar, part_of_id=event.id)) == {}


def test_feast_itself_may_lie_on_a_sunday(session, agency) -> None:
    feast = Draft(kind="commemoration", title="Ngày hội", first=date(2027, 6, 27), audience_all=True)
    assert found(session, agency, feast) == {}


def test_series_is_looked_at_for_a_year(session, agency, weekly, seminar) -> None:
    keep(session, agency, weekly)
    once = replace(seminar, first=date(2027, 5, 4), start=time(8), end=time(10))
    assert "Giao ban tuần" in found(session, agency, once)["room"]
    sentences = found(session, agency, replace(weekly, kind="activity", title="Khác"))
    assert sentences["room"].endswith("Trong 12 tháng tới còn 52 lần nữa như vậy.")
    assert sentences["tet"].endswith("Trong 12 tháng tới còn 2 lần nữa như vậy.")


def test_half_filled_form_gives_no_error(session, agency) -> None:
    for draft in (
        Draft(kind="", title=""),
        Draft(kind="seminar", title="", first=date(2027, 3, 16), last=date(2027, 3, 1), start=time(8)),
        Draft(kind="seminar", title="", first=date(2027, 3, 16), rule="FREQ=NO"),
        Draft(kind="seminar", title="", start=time(8), end=time(7)),
        Draft(kind="seminar", title="", first=date(2027, 3, 16), start=time(8), end=time(7)),
    ):
        assert "audience_empty" in found(session, agency, draft)
        assert isinstance(slots.next_free(session, draft, event_id=None, agency=agency, today=TODAY), list)


def test_few_queries_however_much_there_is(session, agency, seminar, other, queries) -> None:
    session.expire_all()
    with queries() as seen:
        found(session, agency, seminar)
    assert len(seen) == 4
    for number in range(5):
        keep(session, agency, replace(seminar, title=f"Họp {number}", kind="meeting"))
    session.expunge_all()
    with queries() as seen:
        found(session, agency, seminar)
    assert len(seen) == 4


# Audience


def test_count_is_exact(session, agency, seminar, house) -> None:
    away = member(session, 90, (house.staff,), left_at=NOW)
    outside = member(session, 91)
    assert audience.count(session, seminar) == 6
    both = replace(seminar, group_ids=frozenset({house.staff, house.committee}))
    assert audience.count(session, both) == 6
    assert audience.count(session, replace(seminar, women_only=True)) == 4
    assert audience.count(session, replace(seminar, include_ids=frozenset({outside, house.members[0], away}))) == 7
    assert audience.count(session, replace(seminar, exclude_ids=frozenset({house.members[0], outside}))) == 5
    assert audience.count(session, replace(seminar, group_ids=frozenset(), audience_all=True)) == 7
    assert audience.count(session, replace(seminar, group_ids=frozenset())) == 0
    man = frozenset({house.members[5]})
    assert audience.count(session, replace(seminar, women_only=True, include_ids=man)) == 5


def test_count_is_what_the_stored_event_has(session, agency, seminar, house) -> None:
    draft = replace(
        seminar,
        women_only=True,
        include_ids=frozenset({house.members[5]}),
        exclude_ids=frozenset({house.members[0]}),
    )
    event = keep(session, agency, draft)
    assert len(session.scalars(audience.ids_of(event.id)).all()) == audience.count(session, draft) == 4


# Free slots


def test_slots_avoid_what_collides(session, agency, seminar, other) -> None:
    proposals = slots.next_free(session, seminar, event_id=None, agency=agency, today=TODAY)
    assert [slot.when.say() for slot in proposals] == [
        "8h00-10h30, thứ Ba, ngày 16/3/2027",
        "8h00-10h30, thứ Tư, ngày 17/3/2027",
        "14h00-16h30, thứ Tư, ngày 17/3/2027",
    ]
    assert str(proposals[0].why) == "Hội trường trống, không người dự nào có lịch khác."
    for slot in proposals:
        taken = replace(seminar, first=slot.first, last=slot.last, start=slot.start, end=slot.end)
        assert set(found(session, agency, taken)) <= {"feast_near"}


def test_slots_skip_weekends_holidays_and_tet(session, agency, seminar) -> None:
    calendar = WorkingCalendar({date(2027, 4, 30): "Ngày Chiến thắng"})
    friday = replace(seminar, first=date(2027, 4, 30))
    proposals = slots.next_free(
        session, friday, event_id=None, agency=replace(agency, calendar=calendar), today=TODAY, count=1
    )
    assert proposals[0].first == date(2027, 5, 3)
    tet = replace(seminar, first=date(2028, 1, 20))
    (slot,) = slots.next_free(session, tet, event_id=None, agency=agency, today=TODAY, count=1)
    assert slot.first == date(2028, 2, 10)


def test_slots_with_fewest_taken_when_none_is_free(session, agency, seminar, weekly, house) -> None:
    busy = replace(weekly, rule="FREQ=DAILY", room_id=None, first=date(2027, 3, 1))
    keep(session, agency, replace(busy, start=time(7), end=time(12), group_ids=frozenset({house.staff})))
    keep(session, agency, replace(busy, start=time(13), end=time(18)))
    proposals = slots.next_free(session, seminar, event_id=None, agency=agency, today=TODAY, count=2)
    assert [(slot.first, slot.start, slot.overlaps) for slot in proposals] == [
        (date(2027, 3, 16), time(14), 2),
        (date(2027, 3, 17), time(14), 2),
    ]
    assert "nhiều nhất 2 trong 6 người" in str(proposals[0].why)


def test_slots_of_whole_days_lie_on_working_days(session, agency, seminar) -> None:
    course = replace(seminar, kind="training", first=date(2027, 3, 19), last=date(2027, 3, 20), start=None, end=None)
    (slot,) = slots.next_free(session, course, event_id=None, agency=agency, today=TODAY, count=1)
    assert (slot.first, slot.last, slot.start) == (date(2027, 3, 22), date(2027, 3, 23), None)


def test_slots_without_a_day_begin_tomorrow(session, agency, seminar) -> None:
    undated = replace(seminar, first=None)
    (slot,) = slots.next_free(session, undated, event_id=None, agency=agency, today=TODAY, count=1)
    assert (slot.first, slot.start) == (date(2027, 3, 2), time(8))


def test_slots_ask_few_queries(session, agency, seminar, other, queries) -> None:
    session.expunge_all()
    with queries() as seen:
        slots.next_free(session, seminar, event_id=None, agency=agency, today=TODAY)
    assert len(seen) == 4
