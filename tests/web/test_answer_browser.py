"""Answering an invitation in a real browser: on a telephone, without scripts, by keyboard and screen reader."""

from __future__ import annotations

from datetime import date

import pytest
from support import barriers
from support.desk import person
from support.invitation import Invitation

from campaign.access import sessions
from campaign.access.sessions import Browser as Agent
from campaign.audit import NOBODY, Act
from campaign.models import Answer, Event, User
from campaign.tokens import PERSONAL, Tokens
from campaign.web.identity import SIGN_IN

TELEPHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}

pytestmark = pytest.mark.only("sqlite")


@pytest.fixture
def invitation(database, config, now):
    return Invitation(
        database, config, now, 4, capacity=2, place="Hội trường tầng 2", register_by=date(2027, 3, 5),
        title="Tọa đàm phòng ngừa, ứng phó với bạo lực trên cơ sở giới tại nơi làm việc",
    )  # fmt: skip


def test_answer_waiting_list_and_change_of_mind_on_a_telephone_without_scripts(browser, site, invitation):
    context = browser.new_context(base_url=site, viewport=TELEPHONE, java_script_enabled=False, locale="vi-VN")
    page = context.new_page()
    for member in (0, 1):
        page.goto(f"{invitation.link(member)}?answer=accepted")
        page.get_by_role("button", name="Gửi trả lời").click()
        assert "Rất hân hạnh" in page.get_by_role("status").inner_text()
    page.goto(f"{invitation.link(2)}?answer=accepted")
    page.get_by_label("Ghi chú cho đơn vị tổ chức").fill("đến muộn 15 phút")
    page.get_by_role("button", name="Gửi trả lời").click()
    assert "thứ 1 trong danh sách chờ" in page.get_by_role("status").inner_text()
    page.goto(invitation.link(0))
    page.get_by_role("radio", name="Không dự được").check()
    page.get_by_role("button", name="Gửi trả lời").click()
    page.goto(invitation.link(2))
    assert page.get_by_text("thứ 1 trong danh sách chờ").count() == 0
    assert invitation.answers[:3] == [Answer.DECLINED, Answer.ACCEPTED, Answer.ACCEPTED]
    context.close()


@pytest.mark.parametrize(
    ("viewport", "scheme", "language"),
    [(DESK, "light", "vi"), (TELEPHONE, "dark", "en")],
    ids=["desk-by-day", "telephone-by-night"],
)
def test_pages_have_no_barrier_and_never_scroll_sideways(
    app, browser, site, database, config, invitation, now, viewport, scheme, language
):
    for member, answer in enumerate((Answer.ACCEPTED, Answer.ACCEPTED, Answer.ACCEPTED)):
        invitation.answer(member, answer, "ăn chay")
    invitation.answer(1, Answer.DECLINED, delegate=3)
    number = person(app)
    with database.write() as session:
        key = sessions.begin(Act(session, now, NOBODY), session.get_one(User, number), way="link", browser=Agent())
        uid = session.get_one(Event, invitation.event).uid
    context = browser.new_context(
        base_url=site, viewport=viewport, color_scheme=scheme, locale="vi-VN", bypass_csp=True
    )
    context.add_cookies([{"name": SIGN_IN, "value": key, "url": site}])
    pages = (
        *map(invitation.link, range(4)),
        f"/my/{Tokens([config.server.secret_key]).sign(PERSONAL, invitation.members[0])}",
        f"/registration/{uid}",
        f"/events/{uid}",
        f"/desk/events/{uid}",
        f"/desk/occurrences/{invitation.occurrence}/answers",
        f"/desk/occurrences/{invitation.occurrence}/attendance",
    )
    barriers.none_on(context.new_page(), pages, language=language)
    context.close()
