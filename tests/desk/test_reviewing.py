"""Going through a plan: what a reading becomes, proposal by proposal, on both kinds of database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from sqlalchemy import func, select

from campaign import audit
from campaign.audit import Act
from campaign.calendar.agency import UnitOfWork
from campaign.desk import decisions, scheduling
from campaign.errors import Conflict, InvalidInput, NotFound
from campaign.models import (
    AudienceGroup,
    Decision,
    Duty,
    Event,
    LegalBasis,
    Occurrence,
    Plan,
    PlanReading,
    Proposal,
    Target,
)
from campaign.plans.drafting import Correction, Days, parse_days, parse_hours
from campaign.plans.reviewing import (
    accept,
    accept_all,
    correct,
    lock,
    merge,
    not_duty,
    numbered,
    progress,
    reconsider,
    skip,
)
from campaign.plans.taking import take
from desk.conftest import HUNG, NOW, TRANG, group
from desk.plans import FIRST, answer

TALK, MONTH, FEAST, CONTEST, VISIT, REPORT = range(6)


@pytest.fixture
def reading(session):
    return take(Act(session, NOW, TRANG), answer(), year=2027)


def rows(session, reading):
    query = select(Proposal).where(Proposal.reading_id == reading.id).order_by(Proposal.position)
    return session.scalars(query).all()


def count(session, model):
    return session.scalar(select(func.count()).select_from(model))


@pytest.fixture
def work(session, agency):
    return UnitOfWork(session, NOW, TRANG, agency)


# Taking


def test_a_reading_keeps_text_answer_and_every_proposal(session, reading):
    assert (reading.text, reading.kind, reading.year, reading.created_by) == (FIRST, "txt", 2027, TRANG.name)
    assert reading.title == "Hoạt động vì sự tiến bộ của phụ nữ năm 2027"
    talk, month, *_, report = rows(session, reading)
    assert (talk.kind, talk.first_day, talk.last_day) == ("seminar", date(2027, 4, 6), None)
    assert (talk.start_time, talk.end_time, talk.line, talk.outline) == (time(14), time(16, 30), 16, "II.1")
    assert talk.quote in FIRST
    assert (month.first_day, month.last_day) == (date(2027, 11, 15), date(2027, 12, 15))
    assert (report.kind, report.deadline, report.report_to) == ("report", True, "Ban Nữ công")


def test_the_same_file_is_one_reading(session, reading):
    assert take(Act(session, NOW + timedelta(days=1), HUNG), answer(), year=2027) is reading
    assert count(session, PlanReading) == 1


def test_a_plan_without_any_year_wants_one(session):
    text = "KẾ HOẠCH\nHoạt động kỷ niệm\n\nI. NỘI DUNG\n\n1. Tổ chức tọa đàm ngày 15/3.\n"
    with pytest.raises(InvalidInput):
        take(Act(session, NOW, TRANG), answer(text), year=None)
    kept = take(Act(session, NOW, TRANG), answer(text, year=2028), year=2028)
    assert [each.first_day for each in rows(session, kept)] == [date(2028, 3, 15)]


def test_nothing_is_on_the_calendar_before_a_decision(session, reading):
    assert (count(session, Event), count(session, Plan), count(session, Duty)) == (0, 0, 0)
    assert (progress(session, reading).decided, progress(session, reading).total) == (0, 6)


# Accepting


def test_accepting_makes_a_draft_with_its_sentence_for_ever(session, reading, work):
    talk = rows(session, reading)[TALK]
    event = accept(work, talk)
    assert event.is_draft
    assert (event.kind, event.title) == ("seminar", "Tọa đàm về kỹ năng cân bằng công việc và gia đình")
    assert (event.first_day, event.last_day) == (date(2027, 4, 6), date(2027, 4, 6))
    assert (event.start_time, event.end_time) == (time(14), time(16, 30))
    assert (event.quote, event.quote_line) == (talk.quote, 16)
    duty = session.get(Duty, event.duty_id)
    assert (duty.text, duty.outline, duty.line) == (talk.quote, "II.1", 16)
    assert (talk.decision, talk.decided_by, talk.event_id) == (Decision.ACCEPTED, TRANG.name, event.id)
    assert [act.verb for act in audit.of(session, "proposal", talk.id)] == ["accept"]


def test_the_first_acceptance_makes_the_plan(session, reading, work):
    first, second, *_ = rows(session, reading)
    accept(work, first)
    accept(work, second)
    plan = session.scalars(select(Plan)).one()
    assert (plan.number, plan.symbol, plan.issued_on, plan.signer_name) == (
        "12", "KH-SCT", date(2027, 2, 15), "Trần Quang Minh",
    )  # fmt: skip
    assert (plan.source_name, plan.source_text, plan.recipients) == ("kh.txt", FIRST, ["Như trên", "Lưu: VT"])
    basis = session.scalars(select(LegalBasis)).one()
    assert (basis.number, basis.dated_on, basis.issuer) == ("805/KH-UBND", date(2026, 4, 19), "UBND tỉnh")
    target = session.scalars(select(Target)).one()
    assert (target.comparison, int(target.value), target.unit) == ("≥", 15, "%")
    duties = session.scalars(select(Duty).order_by(Duty.position)).all()
    assert all(duty.text in FIRST for duty in duties)
    assert {duty.outline for duty in duties} >= {"II.1", "II.6"}


def test_accepting_twice_is_accepting_once(session, reading, work):
    talk = rows(session, reading)[TALK]
    assert accept(work, talk) is accept(work, talk)
    assert count(session, Event) == 1


def test_a_known_campaign_comes_every_year_and_is_confirmed_each_year(session, reading, work):
    event = accept(work, rows(session, reading)[MONTH])
    assert (event.rule, event.per_year) == ("FREQ=YEARLY", True)
    assert (event.first_day, event.last_day, event.start_time) == (date(2027, 11, 15), date(2027, 12, 15), None)


def test_a_quarter_is_no_date_but_an_expectation(session, reading, work):
    event = accept(work, rows(session, reading)[CONTEST])
    assert event.first_day is None
    assert (event.expected_start, event.expected_end, event.precision) == (
        date(2027, 4, 1), date(2027, 6, 30), "quarter",
    )  # fmt: skip


def test_a_deadline_is_its_day(session, reading, work):
    event = accept(work, rows(session, reading)[REPORT])
    assert (event.kind, event.first_day, event.last_day) == ("report", date(2027, 6, 25), date(2027, 6, 25))
    assert event.recipient == "Ban Nữ công"


def test_what_the_reader_cannot_name_is_an_activity_and_a_deadline_says_so(session, reading, work):
    visit = rows(session, reading)[VISIT]
    visit.kind, visit.deadline, visit.first_day, visit.precision = "other", True, date(2027, 9, 30), "day"
    event = accept(work, visit)
    assert (event.kind, event.title) == ("activity", "Hạn: Tham quan, học tập kinh nghiệm tại tỉnh bạn")


def test_named_groups_are_the_audience(session, reading, work, house):
    group(session, "Ban VST")  # no word of its own in the text
    talk, month, feast, *_ = rows(session, reading)
    talk.audience = "thành viên ban vstbpn"
    month.audience = "Toàn thể nữ cán bộ, công chức"
    ids = {}
    for proposal in (talk, month, feast):
        event = accept(work, proposal)
        groups = session.scalars(select(AudienceGroup.group_id).where(AudienceGroup.event_id == event.id))
        ids[proposal.position] = (set(groups), event.audience_all, event.women_only)
    assert ids == {TALK: ({house.committee}, False, False), MONTH: (set(), True, True), FEAST: (set(), False, False)}


def test_a_long_title_is_cut_at_a_word(session, reading, work):
    visit = rows(session, reading)[VISIT]
    visit.title = "Tham quan và học tập kinh nghiệm " * 20
    title = accept(work, visit).title
    assert len(title) <= 300
    assert title.endswith("nghiệm…")


def test_accepting_all_takes_what_waits(session, reading, work):
    skip(Act(session, NOW, TRANG), rows(session, reading)[VISIT])
    assert len(accept_all(work, reading)) == 5
    assert progress(session, reading).is_complete
    assert accept_all(work, reading) == []
    assert count(session, Event) == 5


# Correcting


def test_a_correction_is_what_becomes_the_draft(session, reading, work):
    talk = rows(session, reading)[TALK]
    form = {"kind": "training", "title": " Tập huấn  kỹ năng ", "days": "8/4 đến 9/4", "hours": "8h00", "audience": "x"}
    event = accept(work, talk, Correction.of(form, year=2027))
    assert (event.kind, event.title, event.first_day, event.last_day) == (
        "training", "Tập huấn kỹ năng", date(2027, 4, 8), date(2027, 4, 9),
    )  # fmt: skip
    assert (event.start_time, event.end_time, talk.corrected_at) == (time(8), None, NOW)
    assert reading.answer["proposals"][TALK]["title"] == "Tọa đàm về kỹ năng cân bằng công việc và gia đình"


def test_a_correction_to_no_day_makes_it_unscheduled(session, reading, work):
    event = accept(work, rows(session, reading)[TALK], Correction(days=Days()))
    assert (event.first_day, event.start_time) == (None, None)


def test_a_correction_of_nothing_marks_nothing(session, reading):
    talk = rows(session, reading)[TALK]
    correct(Act(session, NOW, TRANG), talk, Correction.of({"title": talk.title, "days": "06/4/2027"}, year=2027))
    assert talk.corrected_at is None


@pytest.mark.parametrize(
    "form", [{"kind": "party"}, {"title": " "}, {"days": "hôm nào đó"}, {"days": "9/4 đến 8/4/2027"}, {"hours": "25h"}]
)
def test_a_correction_that_says_nothing_is_refused(form):
    with pytest.raises(InvalidInput):
        Correction.of(form, year=2027)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("", None, None, ""),
        ("8/3", (2027, 3, 8), (2027, 3, 8), "day"),
        ("ngày 20 tháng 10 năm 2026", (2026, 10, 20), (2026, 10, 20), "day"),
        ("2027-03-08", (2027, 3, 8), (2027, 3, 8), "day"),
        ("15/11 đến 15/12", (2027, 11, 15), (2027, 12, 15), "day"),
        ("15-20/11", (2027, 11, 15), (2027, 11, 20), "day"),
        ("15/11 – 15/12/2028", (2028, 11, 15), (2028, 12, 15), "day"),
        ("20/12 đến 5/1/2028", (2027, 12, 20), (2028, 1, 5), "day"),
        ("tháng 6", (2027, 6, 1), (2027, 6, 30), "month"),
        ("tháng 02/2028", (2028, 2, 1), (2028, 2, 29), "month"),
        ("quý III", (2027, 7, 1), (2027, 9, 30), "quarter"),
    ],
)
def test_days_are_read_as_people_write_them(text, first, last, precision):
    expected = Days(date(*first) if first else None, date(*last) if last else None, precision)
    assert parse_days(text, year=2027) == expected


def test_hours_are_read_as_people_write_them():
    assert parse_hours("") == (None, None)
    assert parse_hours("14h00-16h30") == (time(14), time(16, 30))
    assert parse_hours("8h đến 11h") == (time(8), time(11))


# Setting aside and thinking again


def test_skipping_merging_and_dismissing_are_decisions(session, reading):
    talk, _, feast, contest, visit, _ = rows(session, reading)
    skip(Act(session, NOW, TRANG), talk)
    not_duty(Act(session, NOW, TRANG), feast)
    merge(Act(session, NOW, HUNG), visit, contest)
    assert [each.decision for each in rows(session, reading)] == ["skipped", "", "not_duty", "", "merged", ""]
    assert (visit.merged_into_id, visit.decided_by) == (contest.id, HUNG.name)
    assert progress(session, reading).decided == 3
    assert (count(session, Event), count(session, Plan)) == (0, 0)


def test_what_is_no_duty_is_none_in_the_plan(session, reading, work):
    talk, month, *_ = rows(session, reading)
    dropped = select(Duty.outline).where(Duty.dropped_at.is_not(None))
    not_duty(Act(session, NOW, TRANG), talk)
    accept(work, month)
    assert session.scalars(dropped).all() == ["II.1"]
    reconsider(Act(session, NOW, TRANG), talk)
    assert session.scalars(dropped).all() == []
    not_duty(Act(session, NOW, TRANG), talk)
    assert session.scalars(dropped).all() == ["II.1"]


def test_a_decision_is_not_decided_over(session, reading, work):
    talk, month, *_ = rows(session, reading)
    accept(work, talk)
    skip(Act(session, NOW, TRANG), month)
    skip(Act(session, NOW, HUNG), month)  # said already
    for act in (skip, not_duty):
        with pytest.raises(Conflict):
            act(Act(session, NOW, HUNG), talk)
    with pytest.raises(Conflict):
        merge(Act(session, NOW, HUNG), talk, month)
    with pytest.raises(Conflict):
        correct(Act(session, NOW, HUNG), talk, Correction(title="x"))
    assert month.decided_by == TRANG.name


def test_a_thing_is_not_merged_into_itself_or_into_something_merged(session, reading):
    talk, month, feast, *_ = rows(session, reading)
    merge(Act(session, NOW, TRANG), talk, month)
    for into in (feast, talk):
        with pytest.raises(InvalidInput):
            merge(Act(session, NOW, TRANG), feast, into)


def test_a_skipped_thing_can_be_accepted_after_all(session, reading, work):
    talk = rows(session, reading)[TALK]
    skip(Act(session, NOW, TRANG), talk)
    reconsider(Act(session, NOW, TRANG), talk)
    assert (talk.decision, talk.decided_at, talk.decided_by) == ("", None, "")
    assert accept(work, talk).is_draft


def test_thinking_again_takes_an_untouched_draft_away(session, reading, work):
    talk = rows(session, reading)[TALK]
    accept(work, talk)
    reconsider(Act(session, NOW, TRANG), talk)
    assert (talk.event_id, count(session, Event), count(session, Occurrence)) == (None, 0, 0)
    assert accept(work, talk).quote == talk.quote


def test_thinking_again_keeps_what_somebody_worked_on(session, reading, work, agency):
    talk, month, *_ = rows(session, reading)
    edited, confirmed = accept(work, talk), accept(work, month)
    draft = replace(scheduling.draft_of(session, edited), place="Phòng họp số 1")
    scheduling.edit(work, edited, draft, version=edited.version, notify=False)
    this_year = session.scalars(select(Occurrence).where(Occurrence.event_id == confirmed.id)).first()
    decisions.confirm(work, confirmed, this_year)
    for proposal in (talk, month):
        with pytest.raises(Conflict):
            reconsider(Act(session, NOW, TRANG), proposal)
    assert count(session, Event) == 2


# What the calendar already has


def known(session, draft, agency):
    return scheduling.create(UnitOfWork(session, NOW, HUNG, agency), draft)


def test_what_the_calendar_has_is_linked_and_not_doubled(session, agency, seminar, work):
    campaign = known(
        session,
        replace(
            seminar, kind="campaign", title="Tháng hành động vì bình đẳng giới và phòng ngừa bạo lực", room_id=None,
            first=date(2026, 11, 15), last=date(2026, 12, 15), start=None, end=None, rule="FREQ=YEARLY", per_year=True,
        ),
        agency,
    )  # fmt: skip
    feast = known(
        session,
        replace(
            seminar, kind="commemoration", title="Ngày Phụ nữ Việt Nam", first=date(2020, 10, 20), last=None,
            start=None, end=None, rule="FREQ=YEARLY", room_id=None,
        ),
        agency,
    )  # fmt: skip
    known(session, replace(seminar, title="Tọa đàm về an toàn thực phẩm", first=date(2027, 4, 6)), agency)
    reading = take(Act(session, NOW, TRANG), answer(), year=2027)
    matches = [each.matches_event_id for each in rows(session, reading)]
    assert matches == [None, campaign.id, feast.id, None, None, None]
    month = rows(session, reading)[MONTH]
    assert accept(work, month) is campaign
    assert (campaign.quote, campaign.quote_line, month.is_linked) == (month.quote, 17, True)
    assert count(session, Event) == 3
    reconsider(Act(session, NOW, TRANG), month)
    assert (campaign.quote, campaign.duty_id, count(session, Event)) == ("", None, 3)


def test_a_linked_event_keeps_the_sentence_that_it_has(session, agency, seminar, work):
    event = known(
        session, replace(seminar, title="Tọa đàm kỹ năng cân bằng công việc, gia đình", first=date(2027, 4, 6)), agency
    )
    event.quote = "Câu của kế hoạch cũ."
    reading = take(Act(session, NOW, TRANG), answer(), year=2027)
    assert accept(work, rows(session, reading)[TALK]) is event
    assert event.quote == "Câu của kế hoạch cũ."


def test_a_like_event_can_be_kept_apart(session, agency, seminar, work):
    event = known(
        session, replace(seminar, title="Tọa đàm kỹ năng cân bằng công việc, gia đình", first=date(2027, 4, 6)), agency
    )
    reading = take(Act(session, NOW, TRANG), answer(), year=2027)
    talk = rows(session, reading)[TALK]
    assert talk.matches_event_id == event.id
    assert accept(work, talk, apart=True) is not event
    assert not talk.is_linked


def test_a_cancelled_event_is_no_match(session, agency, seminar, work):
    event = known(
        session, replace(seminar, title="Tọa đàm kỹ năng cân bằng công việc, gia đình", first=date(2027, 4, 6)), agency
    )
    decisions.cancel(work, event, reason="Hết kinh phí", notify=False)
    reading = take(Act(session, NOW, TRANG), answer(), year=2027)
    assert rows(session, reading)[TALK].matches_event_id is None


# Finding


def test_a_proposal_is_found_by_its_number_within_its_reading(session, reading):
    talk = rows(session, reading)[TALK]
    assert numbered(session, reading.id, 1) is talk
    for number in (None, 0, 7, -1, 10**30):
        with pytest.raises(InvalidInput):
            numbered(session, reading.id, number)
    assert lock(session, reading.id, talk.id) is talk
    with pytest.raises(NotFound):
        lock(session, reading.id + 1, talk.id)
