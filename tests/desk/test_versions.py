"""A second version of the same plan: what came, went and moved, and that nothing confirmed is touched unasked."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from sqlalchemy import func, select

from campaign.audit import PROGRAM, Act
from campaign.calendar.agency import UnitOfWork
from campaign.desk import decisions
from campaign.errors import InvalidInput
from campaign.models import Duty, Event, Message, Notice, Occurrence, Plan, Proposal, Target, TargetValue
from campaign.plans import versions
from campaign.plans.adoption import adopt
from campaign.plans.drafting import Correction
from campaign.plans.reviewing import accept, accept_all, correct, merge, progress, skip
from campaign.plans.taking import take
from desk.conftest import HUNG, NOW, TRANG
from desk.plans import FIRST, SECOND, answer

LATER = NOW + timedelta(days=20)
TALK, MONTH, FEAST, CONTEST, VISIT, REPORT = range(6)


def rows(session, reading):
    query = select(Proposal).where(Proposal.reading_id == reading.id).order_by(Proposal.position)
    return session.scalars(query).all()


def taken(session, text, *, now=NOW):
    return take(Act(session, now, TRANG), answer(text), year=2027)


@pytest.fixture
def work(session, agency):
    return UnitOfWork(session, NOW, TRANG, agency)


def titles(proposals):
    return [each.title for each in proposals]


def test_versions_are_compared(session):
    first, second = taken(session, FIRST), taken(session, SECOND, now=LATER)
    assert second.supersedes_id == first.id
    changes = versions.compare(session, first, second)
    things = changes.proposals
    assert titles(things.came) == ["Giải cầu lông cho đoàn viên"]
    assert titles(things.went) == ["Tham quan, học tập kinh nghiệm tại tỉnh bạn"]
    assert [(old.first_day, new.first_day) for old, new in things.moved] == [(date(2027, 4, 6), date(2027, 4, 13))]
    assert len(things.same) == 4
    duties = changes.duties
    assert [duty.text[:25] for duty in duties.came] == ["Tổ chức giải cầu lông cho"]
    assert [duty.text[:9] for duty in duties.went] == ["Tham quan"]
    assert ["13/4/2027" in new.text for _, new in duties.moved] == [True]


def test_the_same_text_in_another_file_differs_in_nothing(session):
    first = taken(session, FIRST)
    second = take(Act(session, LATER, TRANG), answer(FIRST + "\n", name="kh.docx"), year=2027)
    changes = versions.compare(session, first, second)
    assert second.id != first.id
    assert changes.proposals.is_nothing
    assert changes.duties.is_nothing


def test_another_plan_of_the_year_is_no_version(session):
    taken(session, FIRST)
    other = FIRST.replace("Hoạt động vì sự tiến bộ của phụ nữ", "Cải cách hành chính và chuyển đổi số")
    assert taken(session, other, now=LATER).supersedes_id is None


def test_decisions_on_what_did_not_change_are_carried_over(session, work):
    first = taken(session, FIRST)
    _, month, feast, contest, _, report = rows(session, first)
    event = accept(work, month)
    skip(Act(session, NOW, HUNG), feast)
    merge(Act(session, NOW, TRANG), contest, month)
    correct(Act(session, NOW, TRANG), report, Correction(title="Báo cáo công tác nữ công"))
    second = taken(session, SECOND, now=LATER)
    _, month2, feast2, contest2, new, report2 = rows(session, second)
    assert (month2.decision, month2.event_id, month2.decided_at) == ("accepted", event.id, NOW)
    assert (feast2.decision, feast2.decided_by) == ("skipped", HUNG.name)
    assert (contest2.decision, contest2.merged_into_id) == ("merged", month2.id)
    assert (report2.title, report2.decision) == ("Báo cáo công tác nữ công", "")
    assert new.decision == ""
    assert progress(session, second).decided == 3


def test_what_moved_is_offered_and_nothing_is_touched(session, work):
    first = taken(session, FIRST)
    event = accept(work, rows(session, first)[TALK])
    decisions.confirm(work, event)
    version = event.version
    second = taken(session, SECOND, now=LATER)
    talk = rows(session, second)[TALK]
    assert versions.offered(session, second) == {talk.id: event}
    assert (talk.decision, event.first_day, event.version) == ("", date(2027, 4, 6), version)
    accept_all(work, second)
    assert (talk.decision, event.first_day) == ("", date(2027, 4, 6))
    assert progress(session, second).decided == 5


def test_an_accepted_offer_moves_the_event_and_tells_its_people(session, work, house):
    first = taken(session, FIRST)
    proposal = rows(session, first)[TALK]
    proposal.audience = "Ban VSTBPN"
    event = accept(work, proposal)
    decisions.confirm(work, event)
    second = taken(session, SECOND, now=LATER)
    talk = rows(session, second)[TALK]
    versions.relocate(work, talk, notify=True)
    assert (event.first_day, event.start_time, event.end_time) == (date(2027, 4, 13), time(14), time(16, 30))
    assert (event.quote, event.quote_line, talk.event_id) == (talk.quote, talk.line, event.id)
    assert session.get(Duty, event.duty_id).text == talk.quote
    assert versions.offered(session, second) == {}
    assert session.scalar(select(func.count()).select_from(Notice)) == 1


def test_of_a_yearly_campaign_only_that_year_moves(session, work):
    first = taken(session, FIRST)
    event = accept(work, rows(session, first)[MONTH])
    second = taken(session, SECOND.replace("từ 15/11 đến 15/12", "từ 10/11 đến 10/12"), now=LATER)
    versions.relocate(work, rows(session, second)[MONTH], notify=False)
    days = session.execute(
        select(Occurrence.original_day, Occurrence.first_day).where(Occurrence.event_id == event.id)
    ).all()
    assert (date(2027, 11, 15), date(2027, 11, 10)) in [tuple(row) for row in days]
    assert event.first_day == date(2027, 11, 15)


def test_a_thing_that_lost_its_date_cannot_be_laid_on_one(session, work):
    first = taken(session, FIRST)
    accept(work, rows(session, first)[TALK])
    second = taken(session, SECOND.replace(" từ 14h00 đến 16h30 ngày 13/4/2027", " trong quý II"), now=LATER)
    with pytest.raises(InvalidInput):
        versions.relocate(work, rows(session, second)[TALK], notify=False)


def test_the_plan_is_renewed_and_its_clauses_keep_their_rows(session, work):
    first = taken(session, FIRST)
    accept(work, rows(session, first)[VISIT])
    plan = session.scalars(select(Plan)).one()
    before = {duty.text: duty.id for duty in session.scalars(select(Duty))}
    target = session.scalars(select(Target)).one()
    session.add(TargetValue(target_id=target.id, day=date(2027, 6, 30), value=14))
    second = taken(session, SECOND, now=LATER)
    assert session.get(Plan, plan.id).source_text == FIRST
    assert adopt(Act(session, LATER, PROGRAM), second).id == plan.id
    session.expire_all()
    assert session.get(Plan, plan.id).source_text == SECOND
    duties = {duty.text: duty for duty in session.scalars(select(Duty))}
    gone = duties["Tham quan, học tập kinh nghiệm tại tỉnh bạn."]
    assert (gone.id, gone.dropped_at) == (before[gone.text], LATER)
    kept = next(duty for text, duty in duties.items() if text.startswith("Các phòng gửi báo cáo"))
    assert (kept.id, kept.dropped_at, kept.line) == (before[kept.text], None, 21)
    moved = next(duty for text, duty in duties.items() if "13/4/2027" in text)
    assert moved.id == next(number for text, number in before.items() if "06/4/2027" in text)
    assert session.scalar(select(func.count()).select_from(TargetValue)) == 1
    assert session.scalars(select(Event)).one().duty_id == gone.id


def test_no_mail_leaves_by_reading(session, work):
    taken(session, FIRST)
    taken(session, SECOND, now=LATER)
    assert session.scalar(select(func.count()).select_from(Message)) == 0
