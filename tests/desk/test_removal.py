"""A document that was read can be deleted with its drafts, and that undone; no document names a year's pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from campaign.audit import Act
from campaign.calendar.agency import UnitOfWork
from campaign.desk import decisions
from campaign.desk.rolling import title_year
from campaign.errors import Conflict, InvalidInput
from campaign.models import Event, Plan, PlanReading, Proposal, YearTitle
from campaign.pages import agenda
from campaign.plans import removal
from campaign.plans.reviewing import accept, accept_all, lock, merge, skip
from campaign.plans.taking import take
from desk.conftest import NOW, TRANG
from desk.plans import FIRST, answer

LATER = NOW + timedelta(minutes=1)


@pytest.fixture
def work(session, agency) -> UnitOfWork:
    return UnitOfWork(session, NOW, TRANG, agency)


@pytest.fixture
def reading(session):
    return take(Act(session, NOW, TRANG), answer(), year=2027)


def proposals(session, reading):
    query = select(Proposal).where(Proposal.reading_id == reading.id).order_by(Proposal.position)
    return session.scalars(query).all()


def titles(session):
    return sorted(session.scalars(select(Event.title)))


def test_reading_is_deleted_with_its_drafts_and_restored_with_them(work, reading) -> None:
    session = work.session
    accept_all(work, reading)
    before = titles(session)
    assert before
    assert removal.remove(replace(work, now=LATER), reading) == len(before)
    assert (titles(session), session.scalar(select(Plan.id))) == ([], None)
    with pytest.raises(Conflict):
        lock(session, reading.id, proposals(session, reading)[0].id)
    removal.restore(replace(work, now=LATER), reading)
    assert titles(session) == before
    assert session.scalars(select(Plan.title)).all() == [reading.title]
    assert reading.deleted_at is None


def test_deleting_a_reading_leaves_what_was_confirmed_since(work, reading) -> None:
    kept = accept(work, proposals(work.session, reading)[0])
    accept(work, proposals(work.session, reading)[1])
    decisions.confirm(work, kept)
    assert removal.remove(replace(work, now=LATER), reading) == 1
    assert titles(work.session) == [kept.title]
    assert work.session.scalar(select(Plan.title)) == reading.title, "the plan that the event carries out stays"
    removal.restore(replace(work, now=LATER), reading)
    assert len(titles(work.session)) == 2


def test_file_read_again_after_its_deletion_is_a_reading_of_its_own(work, reading) -> None:
    removal.remove(work, reading)
    again = take(work, answer(), year=2027)
    assert again.id != reading.id
    with pytest.raises(Conflict):
        removal.restore(work, reading)
    assert work.session.scalars(select(PlanReading.deleted_at)).all().count(None) == 1


def test_reading_a_document_never_renames_the_year(work) -> None:
    title_year(work, 2027, "Năm  của phụ nữ")
    reading = take(work, answer(FIRST.replace("Hoạt động vì sự tiến bộ của phụ nữ", "Kế hoạch kiểm tra")), year=2027)
    accept_all(work, reading)
    assert agenda.year(work.session, 2027, today=date(2027, 3, 1)).title == "Năm của phụ nữ"
    title_year(work, 2027, "")
    assert YearTitle.of(work.session, 2027) == ""


def test_year_of_a_document_comes_from_the_document(work) -> None:
    text = FIRST.replace("phụ nữ năm 2027", "phụ nữ").replace("2027", "2026")
    assert take(work, answer(text), year=2027).year == 2026


def test_merging_into_a_skipped_proposal_is_refused(work, reading) -> None:
    first, second, *_rest = proposals(work.session, reading)
    skip(work, first)
    with pytest.raises(InvalidInput):
        merge(work, second, first)
    assert second.decision == ""
