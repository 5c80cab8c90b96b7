"""Drafts become events and are edited; the second of two editors is told, and nothing is overwritten."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest
from sqlalchemy import select

from campaign import audit
from campaign.calendar.agency import UnitOfWork
from campaign.calendar.draft import Draft
from campaign.desk import decisions, rolling, scheduling
from campaign.desk.event_overview import event_overview
from campaign.errors import Conflict, InvalidInput
from campaign.models import Duty, Event, Occurrence, Plan, Reminder
from tests.desk.conftest import HUNG, NOW, TRANG


def test_draft_comes_back_as_it_was_given(session, agency, seminar, house) -> None:
    given = replace(
        seminar,
        last=seminar.first,
        place="Hội trường, tầng 2",
        include_ids=frozenset({house.members[0]}),
        exclude_ids=frozenset({house.members[5]}),
        links=("https://example.org/a",),
        cost_estimate=Decimal("1250000.00"),
        own_rules=("1 working day before at 14:00",),
        capacity=90,
    )
    event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), given)
    assert scheduling.draft_of(session, event) == given
    assert (event.created_by, event.is_draft, event.zone) == (TRANG.name, True, "Asia/Ho_Chi_Minh")


def test_create_lays_occurrences_and_sends_nothing(session, agency, seminar) -> None:
    event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), seminar)
    occurrence = session.scalars(select(Occurrence)).one()
    assert (occurrence.event_id, occurrence.first_day, occurrence.confirmed_at) == (event.id, seminar.first, None)
    assert session.scalars(select(Reminder)).all() == []
    assert event.component is None


def test_texts_are_tidied(session, agency) -> None:
    given = Draft(kind="meeting", title="  Ho\u0323p   ban ", speakers=("", " Lê Thị A "), description="a\r\nb ")
    event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), given)
    assert (event.title, event.speakers, event.description) == ("Họp ban", ["Lê Thị A"], "a\nb")


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("kind", {"kind": "party"}),
        ("title", {"title": " "}),
        ("title", {"title": "a" * 301}),
        ("first", {"start": time(8), "first": None}),
        ("last", {"last": date(2027, 3, 15)}),
        ("last", {"last": date(2028, 12, 15)}),
        ("end", {"end": time(14)}),
        ("start", {"start": None}),
        ("rule", {"rule": "FREQ=HOURLY"}),
        ("rule", {"rule": "FREQ=WEEKLY;UNTIL=20270101"}),
        ("per_year", {"per_year": True}),
        ("online_url", {"online_url": "javascript:alert(1)"}),
        ("online_url", {"online_url": "https://[::1"}),
        ("links", {"links": ("https://example.org", "ftp://x")}),
        ("capacity", {"capacity": 0}),
        ("cost_estimate", {"cost_estimate": Decimal("NaN")}),
        ("own_rules", {"own_rules": ("sometimes",)}),
        ("room_id", {"room_id": 999}),
        ("group_ids", {"group_ids": frozenset({999})}),
        ("include_ids", {"include_ids": frozenset({999})}),
        ("part_of_id", {"part_of_id": 999}),
        ("figures_to", {"figures_from": date(2027, 2, 1), "figures_to": date(2027, 1, 1)}),
    ],
)
def test_wrong_field_is_named(session, agency, seminar, field: str, values: dict) -> None:
    draft = replace(seminar, **values).tidied()
    assert list(scheduling.check(session, draft, event_id=None).errors) == [field]
    with pytest.raises(InvalidInput):
        scheduling.create(UnitOfWork(session, NOW, TRANG, agency), draft)
    assert session.scalars(select(Event)).all() == []


def test_event_cannot_belong_to_itself(session, agency, seminar) -> None:
    above = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), replace(seminar, kind="campaign"))
    below = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), replace(seminar, part_of_id=above.id))
    circle = replace(scheduling.draft_of(session, above), part_of_id=below.id)
    assert list(scheduling.check(session, circle, event_id=above.id).errors) == ["part_of_id"]


def test_place_follows_the_room(session, agency, seminar, house) -> None:
    event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), seminar)
    assert event.place == "Hội trường, tầng 2"
    draft = replace(scheduling.draft_of(session, event), room_id=house.room)
    scheduling.edit(UnitOfWork(session, NOW, TRANG, agency), event, draft, version=event.version, notify=False)
    assert event.place == "Phòng họp số 1"
    draft = replace(scheduling.draft_of(session, event), place="Sân sau")
    scheduling.edit(UnitOfWork(session, NOW, TRANG, agency), event, draft, version=event.version, notify=False)
    assert event.place == "Sân sau"


def test_form_with_a_new_room_sent_twice_has_one_effect(session, agency, seminar, house) -> None:
    event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), seminar)
    version = event.version
    draft = replace(scheduling.draft_of(session, event), room_id=house.room)
    for _ in range(2):
        scheduling.edit(UnitOfWork(session, NOW, TRANG, agency), event, draft, version=version, notify=False)
    assert (event.room_id, event.place) == (house.room, "Phòng họp số 1")


def test_second_editor_is_told_and_nothing_is_overwritten(session, agency, seminar) -> None:
    event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), seminar)
    seen, version = scheduling.draft_of(session, event), event.version
    scheduling.edit(
        UnitOfWork(session, NOW, HUNG, agency), event, replace(seen, place="Nhà A"), version=version, notify=False
    )
    with pytest.raises(Conflict, match=r"Trần Văn Hùng thay đổi lúc 8h00, 01/3/2027 \(địa điểm\)"):
        scheduling.edit(
            UnitOfWork(session, NOW, TRANG, agency), event, replace(seen, title="Khác"), version=version, notify=False
        )
    assert (event.title, event.place) == (seminar.title, "Nhà A")


def test_change_of_audience_alone_is_a_change(session, agency, seminar, house) -> None:
    event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), seminar)
    seen, version = scheduling.draft_of(session, event), event.version
    fewer = replace(seen, group_ids=frozenset({house.committee}))
    scheduling.edit(UnitOfWork(session, NOW, HUNG, agency), event, fewer, version=version, notify=False)
    with pytest.raises(Conflict, match="thành phần"):
        decisions.cancel(UnitOfWork(session, NOW, TRANG, agency), event, reason="Bão", notify=False, version=version)


def test_form_sent_twice_has_one_effect(session, agency, seminar) -> None:
    event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), seminar)
    version = event.version
    draft = replace(scheduling.draft_of(session, event), title="Tọa đàm mới")
    for _ in range(2):
        scheduling.edit(UnitOfWork(session, NOW, TRANG, agency), event, draft, version=version, notify=False)
    assert [act.verb for act in audit.of(session, "event", event.id)] == ["edit", "create"]


def test_history_has_old_and_new(session, agency, seminar) -> None:
    event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), seminar)
    draft = replace(scheduling.draft_of(session, event), start=time(8), end=time(10))
    scheduling.edit(UnitOfWork(session, NOW, HUNG, agency), event, draft, version=event.version, notify=False)
    act = audit.last(session, "event", event.id)
    assert (act.old, act.new) == ({"start": "14:00:00", "end": "16:30:00"}, {"start": "08:00:00", "end": "10:00:00"})
    assert (act.by_name, act.by_user_id, act.at, act.title) == (HUNG.name, 8, NOW, seminar.title)


def test_edit_without_day_postpones(session, agency, seminar) -> None:
    event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), seminar)
    draft = replace(scheduling.draft_of(session, event), first=None, last=None, start=None, end=None)
    scheduling.edit(UnitOfWork(session, NOW, TRANG, agency), event, draft, version=event.version, notify=False)
    assert (event.first_day, event.postponed_at) == (None, NOW)
    assert session.scalars(select(Occurrence)).all() == []


def test_duplicate_is_a_draft_of_another_day(session, agency, seminar) -> None:
    event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), replace(seminar, register_by=date(2027, 3, 10)))
    decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), event)
    copy = scheduling.duplicate(UnitOfWork(session, NOW, TRANG, agency), event, first=date(2027, 4, 6))
    assert copy.is_draft
    assert copy.uid != event.uid
    assert (copy.first_day, copy.start_time, copy.title, copy.register_by) == (
        date(2027, 4, 6),
        time(14),
        seminar.title,
        None,
    )
    undated = scheduling.duplicate(UnitOfWork(session, NOW, TRANG, agency), event)
    assert (undated.first_day, undated.start_time) == (None, None)


def test_duplicate_fulfils_the_same_duty_and_quotes_the_same_words(session, agency, seminar) -> None:
    plan = Plan(year=2027, title="Kế hoạch năm 2027", created_at=NOW)
    session.add(plan)
    session.flush()
    duty = Duty(plan_id=plan.id, position=1, outline="II.4", text="Tổ chức tọa đàm.", line=12)
    session.add(duty)
    session.flush()
    event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), replace(seminar, duty_id=duty.id))
    event.quote, event.quote_line = "Tổ chức tọa đàm về kỹ năng.", 12
    for first in (date(2027, 4, 6), None):
        copy = scheduling.duplicate(UnitOfWork(session, NOW, TRANG, agency), event, first=first)
        assert (copy.duty_id, copy.quote, copy.quote_line) == (duty.id, event.quote, 12)
        assert audit.last(session, "event", copy.id).verb == "duplicate"


def test_rolled_event_names_the_duty_that_it_came_from(session, agency, seminar) -> None:
    plan = Plan(year=2027, title="Kế hoạch năm 2027", created_at=NOW)
    session.add(plan)
    session.flush()
    duty = Duty(plan_id=plan.id, position=1, outline="II.4", text="Tổ chức tọa đàm.", line=12)
    session.add(duty)
    session.flush()
    event = scheduling.create(UnitOfWork(session, NOW, TRANG, agency), replace(seminar, duty_id=duty.id))
    decisions.confirm(UnitOfWork(session, NOW, TRANG, agency), event)
    assert event_overview(session, event.uid).origin is None
    (next_year,) = rolling.roll(UnitOfWork(session, NOW, TRANG, agency), 2028, [event.id])
    (later,) = rolling.roll(UnitOfWork(session, NOW, TRANG, agency), 2029, [next_year.id])
    for rolled in (next_year, later):
        found = event_overview(session, rolled.uid)
        assert (found.event.duty, found.origin.duty.outline, found.origin.duty.plan.title) == (
            None,
            "II.4",
            "Kế hoạch năm 2027",
        )
