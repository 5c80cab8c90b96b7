"""Answers to an invitation: taken once, changed at will until they close, never more seats than there are."""

from __future__ import annotations

import re
import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes, policy

import pytest
from sqlalchemy import select
from support import rows
from support.desk import signed_in, token
from support.invitation import Invitation
from support.post import Desk

from campaign.audit import PROGRAM, Act, Author
from campaign.calendar import answering, changes, seats
from campaign.calendar.agency import UnitOfWork
from campaign.calendar.answering import Reply
from campaign.calendar.draft import draft_of
from campaign.calendar.personal import make_token
from campaign.db import Database
from campaign.desk import decisions, notices, scheduling
from campaign.errors import InvalidInput
from campaign.followup import attendance
from campaign.mailing.composer import Composer
from campaign.models import Answer, Event, Member, Notice, Occurrence, Result
from campaign.web.language import rendering

YES, MAYBE, NO, WAITING = Answer.ACCEPTED, Answer.TENTATIVE, Answer.DECLINED, Answer.WAITLISTED


@pytest.fixture
def invite(database, config, now):
    return lambda people=3, **values: Invitation(database, config, now, people, **values)


def test_answers_are_counted_and_changed_at_will(invite):
    invitation = invite(4)
    invitation.answer(0, YES)
    invitation.answer(1, MAYBE)
    invitation.answer(2, NO)
    assert invitation.tally() == seats.Tally(accepted=1, tentative=1, declined=1, silent=1)
    invitation.answer(0, NO, "bận họp")
    invitation.answer(0, NO, "bận họp")
    assert invitation.answers == [NO, MAYBE, NO, None]


def test_who_accepts_a_full_event_waits_and_moves_up_when_a_seat_is_free(invite):
    invitation = invite(4, capacity=1)
    assert [invitation.answer(person, YES) for person in range(4)] == [YES, WAITING, WAITING, WAITING]
    assert invitation.answer(1, YES) == WAITING
    invitation.answer(0, NO)
    assert invitation.answers == [NO, YES, WAITING, WAITING]
    assert invitation.told == [(1, seats.SEATED)]
    invitation.answer(0, YES)
    invitation.answer(2, MAYBE)
    invitation.answer(1, NO)
    assert invitation.answers == [WAITING, NO, MAYBE, YES]


def test_more_seats_take_the_waiting_list_in_its_order(invite):
    invitation = invite(4, capacity=1)
    for person in (2, 3, 1, 0):
        invitation.answer(person, YES)
    with invitation.database.write() as session:
        event = session.get_one(Event, invitation.event)
        draft = replace(draft_of(session, event), capacity=3)
        scheduling.edit(invitation.work(session), event, draft, version=event.version, notify=False)
    assert invitation.answers == [WAITING, YES, YES, YES]
    assert invitation.told == [(3, seats.SEATED), (1, seats.SEATED)]


def test_seat_of_who_leaves_is_given_away(invite):
    invitation = invite(2, capacity=1)
    invitation.answer(0, YES)
    invitation.answer(1, YES)
    with invitation.database.write() as session:
        changes.leave(Act(session, invitation.now, PROGRAM), session.get_one(Member, invitation.members[0]))
    assert invitation.answers == [NO, YES]


@pytest.mark.parametrize("round_", range(3))
def test_twenty_accept_the_last_seat_at_once(invite, database_url, config, now, round_):
    """One gets it, nineteen wait, and the numbers they drew are those in which they came, without a gap."""
    invitation = invite(21, capacity=2)
    invitation.answer(20, YES)
    start, came, trouble = threading.Barrier(20), [], []

    def accept(person):
        own = Database(database_url, patience=30)
        try:
            start.wait()
            with own.write() as session:
                member = session.get_one(Member, invitation.members[person])
                event, at = session.get_one(Event, invitation.event), session.get_one(Occurrence, invitation.occurrence)
                work = UnitOfWork(session, now, Author("race"), rows.agency(session, config))
                came.append((answering.reply(work, event, at, member, Reply(YES)).waiting or 0, person))
        except Exception as error:  # noqa: BLE001
            trouble.append(error)
        finally:
            own.dispose()

    threads = [threading.Thread(target=accept, args=(person,)) for person in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert trouble == []
    assert sorted(came) == [(place, person) for place, (_, person) in enumerate(sorted(came))]
    assert (invitation.tally().accepted, invitation.tally().waitlisted) == (2, 19)
    order = [person for _, person in sorted(came)]
    moved = []
    for _ in range(19):
        held = next(person for person in range(21) if invitation.answers[person] == YES)
        invitation.answer(held, NO)
        moved = [person for person, case in invitation.told if case == seats.SEATED]
        assert invitation.tally().accepted == 2
    assert moved == order[1:]


def test_delegate_takes_the_seat_and_is_told(invite):
    invitation = invite(4, capacity=1)
    invitation.answer(0, YES)
    invitation.answer(1, YES)
    invitation.answer(0, NO, delegate=2)
    assert invitation.answers == [NO, WAITING, YES, None]
    assert invitation.told == [(2, seats.SENT)]
    invitation.answer(0, NO, delegate=3)
    assert invitation.answers == [NO, WAITING, None, YES]
    invitation.answer(0, YES)
    assert invitation.answers == [YES, WAITING, None, None]
    assert invitation.told[1:] == [(2, seats.RELEASED), (3, seats.SENT), (3, seats.RELEASED)]


def test_who_comes_anyway_or_oneself_cannot_be_sent(invite):
    invitation = invite(2)
    invitation.answer(1, YES)
    for delegate in (0, 1):
        with pytest.raises(InvalidInput):
            invitation.answer(0, NO, delegate=delegate)
    assert invitation.answers == [None, YES]


@pytest.mark.parametrize(
    ("values", "last"),
    [
        ({}, datetime(2027, 3, 8, 7, tzinfo=UTC)),
        ({"register_by": date(2027, 3, 4)}, datetime(2027, 3, 4, 17, tzinfo=UTC)),
    ],
)
def test_answers_are_taken_until_the_registration_day_is_over_or_it_begins(invite, values, last):
    invitation = invite(1, **values)
    invitation.answer(0, YES, now=last - timedelta(seconds=1))
    with pytest.raises(InvalidInput, match="không nhận trả lời"):
        invitation.answer(0, NO, now=last)
    assert invitation.answers == [YES]


@pytest.mark.parametrize("values", [{"answers": False}, {"kind": "commemoration"}])
def test_what_asks_for_no_answer_takes_none(invite, values):
    with pytest.raises(InvalidInput):
        invite(1, **values).answer(0, YES)


def test_an_event_of_a_kind_that_does_not_ask_may_ask(invite):
    invitation = invite(1, kind="commemoration", answers=True)
    assert invitation.answer(0, YES) == YES


def test_who_declined_is_not_reminded_and_a_delegate_is(invite, now):
    invitation = invite(4)
    with invitation.database.write() as session:
        outside = rows.members(session, 1, now)[0]
        event = session.get_one(Event, invitation.event)
        draft = replace(draft_of(session, event), exclude_ids=frozenset({outside.id}))
        scheduling.edit(invitation.work(session), event, draft, version=event.version, notify=False)
        invitation.members.append(outside.id)
    invitation.answer(0, NO)
    invitation.answer(1, NO, delegate=4)
    rows.plan(invitation.database, datetime(2027, 3, 3, 1, tzinfo=UTC))
    reminded = {row.member_id for row in rows.messages(invitation.database) if row.reminder_id}
    assert reminded == {invitation.members[person] for person in (2, 3, 4)}
    invitation.answer(2, NO)
    waiting = {row.member_id for row in rows.messages(invitation.database) if row.reminder_id and row.result is None}
    assert waiting == {invitation.members[person] for person in (3, 4)}
    refused = [row.reason for row in rows.messages(invitation.database) if row.result == Result.SUPPRESSED]
    assert refused == ["declined"]


def test_declined_event_leaves_the_personal_feed_and_enters_the_delegates(client, invite, now):
    invitation = invite(3)
    with invitation.database.write() as session:
        outside = rows.members(session, 1, now)[0]
        event = session.get_one(Event, invitation.event)
        draft = replace(draft_of(session, event), exclude_ids=frozenset({outside.id}))
        scheduling.edit(invitation.work(session), event, draft, version=event.version, notify=False)
        invitation.members.append(outside.id)
        act = Act(session, now, PROGRAM)
        people = [session.get_one(Member, member) for member in invitation.members]
        feeds = [f"/feeds/{make_token(act, each)}.ics" for each in people]

    def shown():
        return ["Tọa đàm gia đình" in client.get(feed).text.replace("\r\n ", "") for feed in feeds]

    assert shown() == [True, True, True, False]
    invitation.answer(0, NO)
    assert shown() == [False, True, True, False]
    invitation.answer(0, NO, delegate=3)
    invitation.answer(1, MAYBE)
    assert shown() == [False, True, True, True]
    invitation.answer(0, YES)
    assert shown() == [True, True, True, False]


def test_notice_about_a_seat_goes_to_the_one_person_even_if_unsubscribed(invite, now):
    invitation = invite(3, capacity=1)
    for person in range(3):
        invitation.answer(person, YES)
    with invitation.database.write() as session:
        session.get_one(Member, invitation.members[1]).unsubscribe(now=now)
    invitation.answer(0, NO)
    assert invitation.plan(now) == 1
    (message,) = rows.messages(invitation.database)
    assert (message.member_id, message.result) == (invitation.members[1], None)


def test_at_night_a_seat_is_told_in_the_morning(invite):
    invitation = invite(2, capacity=1)
    night = datetime(2027, 3, 1, 16, tzinfo=UTC)
    invitation.answer(0, YES)
    invitation.answer(1, YES)
    invitation.answer(0, NO, now=night)
    with invitation.database.read() as session:
        assert session.scalars(select(Notice)).one().due_at == datetime(2027, 3, 1, 23, 30, tzinfo=UTC)


def test_cancelling_takes_the_question_back(invite):
    invitation = invite(2)
    invitation.answer(0, YES)
    with invitation.database.write() as session:
        event = session.get_one(Event, invitation.event)
        decisions.cancel(invitation.work(session), event, reason="mưa bão", notify=False)
    with pytest.raises(InvalidInput):
        invitation.answer(1, YES)


def test_attendance_expects_who_comes_and_lists_others_last(invite):
    invitation = invite(3)
    invitation.answer(0, NO)
    invitation.answer(2, YES)
    with invitation.database.read() as session:
        people = attendance.expected(session, session.get_one(Occurrence, invitation.occurrence))
    assert [(invitation.members.index(one.member_id), one.answer, one.is_coming) for one in people] == [
        (1, "", True),
        (2, YES, True),
        (0, NO, False),
    ]


# --- the page behind the link ---


def test_page_names_event_and_masked_person_and_changes_nothing(client, invite, queries):
    invitation = invite()
    for method in (client.get, client.head):
        with queries() as seen:
            answer = method(f"{invitation.link(0)}?answer=accepted")
        assert answer.status_code == 200
        assert seen.of("INSERT") + seen.of("UPDATE") + seen.of("DELETE") == []
    page = client.get(f"{invitation.link(0)}?answer=accepted").text
    assert "Tọa đàm gia đình" in page
    assert "Nguyễn T. A." in page
    assert "Nguyễn Thị An" not in page
    assert re.search(r"<input checked[^>]*value=\"accepted\"|value=\"accepted\"[^>]*checked", page)
    assert invitation.answers == [None] * 3


def test_button_answers_without_cookie_and_says_so(client, invite):
    invitation = invite(2, capacity=1)
    answer = client.post(invitation.link(0), data={"answer": "accepted", "note": "đi từ Thái Bình"})
    assert answer.status_code == 200
    assert "Đã ghi nhận trả lời" in answer.text
    page = client.post(invitation.link(1), data={"answer": "accepted"}).text
    assert "đứng thứ 1 trong danh sách chờ" in page
    assert invitation.answers == [YES, WAITING]


@pytest.mark.parametrize("data", [{}, {"answer": ""}, {"answer": "waitlisted"}, {"answer": "x"}])
def test_no_choice_is_said_beside_the_field_and_keeps_what_was_typed(client, invite, data):
    invitation = invite()
    page = client.post(invitation.link(0), data={**data, "note": "tôi đến muộn"})
    assert page.status_code == 200
    assert "Hãy chọn một câu trả lời." in page.text
    assert "tôi đến muộn" in page.text
    assert invitation.answers == [None] * 3


def test_delegate_is_named_by_name_or_address(client, invite, database):
    invitation, name = invite(), "Lê Thị Bưởi"
    with database.write() as session:
        session.get_one(Member, invitation.members[1]).name = name
    page = client.post(invitation.link(0), data={"answer": "declined", "delegate": "Không Có Ai"}).text
    assert "Không tìm thấy “Không Có Ai”" in page
    assert invitation.answers == [None] * 3
    client.post(invitation.link(0), data={"answer": "declined", "delegate": name})
    assert invitation.answers == [NO, YES, None]


def test_refused_delegate_leaves_the_answer_as_it_was(client, invite, database):
    invitation = invite()
    invitation.answer(0, YES)
    invitation.answer(1, YES)
    with database.read() as session:
        address = session.get_one(Member, invitation.members[1]).address
    page = client.post(invitation.link(0), data={"answer": "declined", "delegate": address}).text
    assert "hãy cử người khác" in page
    assert invitation.answers == [YES, YES, None]


def test_link_answers_for_its_member_and_occurrence_alone(client, invite):
    invitation = invite()
    link = invitation.link(0)
    assert client.get(link.replace(f"/r/{invitation.occurrence}-", "/r/999-")).status_code == 404
    assert client.get(link + "x").status_code == 404
    assert client.get(link.replace("/r/", "/my/")).status_code == 404
    assert client.get(link.replace("/r/", "/u/")).status_code == 404


def test_link_of_who_is_not_invited_any_more_is_dead(client, invite, database):
    invitation = invite()
    with database.write() as session:
        event = session.get_one(Event, invitation.event)
        draft = replace(draft_of(session, event), exclude_ids=frozenset({invitation.members[0]}))
        scheduling.edit(invitation.work(session), event, draft, version=event.version, notify=False)
    assert client.get(invitation.link(0)).status_code == 404


def test_closed_page_says_whom_to_ask(client, invite):
    invitation = invite(1, answers=False, contact="đ/c Trang, máy lẻ 105")
    page = client.get(invitation.link(0)).text
    assert "không nhận trả lời nữa" in page
    assert "máy lẻ 105" in page
    assert "<button" not in page.split("</header>")[1].split("<footer")[0]


# --- the way from a public page ---


def test_public_page_leads_to_the_link_by_mail_and_tells_a_stranger_nothing(client, invite, database, now):
    invitation = invite(2, register_by=date(2027, 3, 4))
    with database.read() as session:
        uid = session.get_one(Event, invitation.event).uid
        address = session.get_one(Member, invitation.members[0]).address
    page = client.get(f"/events/{uid}").text
    assert f'href="/registration/{uid}"' in page
    form = {"csrf_token": token(client, f"/registration/{uid}")}
    known = client.post(f"/registration/{uid}", data={**form, "address": address}).text
    unknown = client.post(f"/registration/{uid}", data={**form, "address": "la@example.net"}).text
    assert known == unknown
    assert "sẽ đến trong vài phút" in known
    for _ in range(5):
        client.post(f"/registration/{uid}", data={**form, "address": address})
    assert invitation.told == [(0, seats.ASKED)] * 3
    assert invitation.plan(now) == 3


def test_public_page_offers_no_registration_where_nobody_is_asked(client, invite, database):
    invitation = invite(1, kind="commemoration")
    with database.read() as session:
        uid = session.get_one(Event, invitation.event).uid
    assert "/registration/" not in client.get(f"/events/{uid}").text
    assert "không nhận trả lời nữa" in client.get(f"/registration/{uid}").text


# --- the desk ---


def test_desk_shows_figures_and_names(app, invite, database):
    invitation = invite(3, capacity=1)
    invitation.answer(0, YES, "ăn chay")
    invitation.answer(1, YES)
    desk = signed_in(app)
    with database.read() as session:
        uid = session.get_one(Event, invitation.event).uid
    page = desk.get(f"/desk/events/{uid}").text
    address = f"/desk/occurrences/{invitation.occurrence}/answers"
    assert address in page
    everybody = desk.get(address).text
    assert "ăn chay" in everybody
    waiting = desk.get(f"{address}?answer=waitlisted").text
    assert waiting.count('<th scope="row">') == 1
    assert "0/1 chỗ" in waiting
    silent = desk.get(f"{address}?answer=").text
    assert silent.count('<th scope="row">') == 1


def test_answers_of_a_thousand_cost_as_many_questions_as_of_one(app, database, config, now, queries):
    desk = signed_in(app)
    counted = []
    for people in (1, 1000):
        invitation = Invitation(database, config, now, people)
        with queries() as seen:
            desk.get(f"/desk/occurrences/{invitation.occurrence}/answers")
        counted.append(len(seen))
    assert counted[0] == counted[1]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_invitation_has_a_link_for_each_answer_in_both_parts(app, invite, now, language):
    """From the decision to the bytes of each person: the links are the person's own, and open the page."""
    invitation = invite(2, language=language)
    with invitation.database.write() as session:
        notices.note_invitation(invitation.work(session), session.get_one(Event, invitation.event))
    assert invitation.plan(now) == 2
    composer = Composer(invitation.config, rendering(app))
    desk = Desk(invitation.database, now, compose=composer.compose)
    desk.deliver()
    for message, body in desk.sent:
        mail = message_from_bytes(composer.stamp(message, body), policy=policy.default)
        link = invitation.link(invitation.members.index(message.recipient_id))
        for part in ("plain", "html"):
            text = mail.get_body((part,)).get_content()
            assert [text.count(f"{link}?answer={answer}") for answer in (YES, MAYBE, NO)] == [1, 1, 1]
        assert app.test_client().get(link).status_code == 200


def test_mail_of_what_asks_nothing_has_no_links(app, invite, now):
    invitation = invite(1, answers=False)
    rows.plan(invitation.database, datetime(2027, 3, 3, 1, tzinfo=UTC))
    composer = Composer(invitation.config, rendering(app))
    desk = Desk(invitation.database, datetime(2027, 3, 3, 1, tzinfo=UTC), compose=composer.compose)
    desk.deliver()
    assert b"/r/" not in composer.stamp(*desk.sent[0])
