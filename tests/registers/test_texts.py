"""The agency's own sentences: placeholders filled once, everything else left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select
from support import rows

from campaign import create_app
from campaign.audit import Act, Author
from campaign.errors import InvalidInput
from campaign.mailer.sealed import SealedMail
from campaign.mailing import texts
from campaign.mailing.composer import Composer
from campaign.mailing.facts import facts_of
from campaign.mailing.texts import Text
from campaign.models import MailContent, Message
from campaign.sending.outbox import Outbox
from campaign.sending.rendering import prepare
from campaign.web.language import rendering

BY = Author("Hằng", 7)
ATTACKS = (
    "{event.__class__}", "{0}", "{}", "{{7*7}}", "{event!r}", "{hoạt động.__init__.__globals__}", "{config}",
    "{event[0]}", "{__class__}", "{event:>1000000}", "{% print 1 %}", "{slot('greeting')}", "{", "}", "{hoạt động",
    "hoạt động}", "{{ unsubscribe_url }}", "{{config.items()}}", "{{''.__class__.__mro__[1].__subclasses__()}}",
    "{% import os %}", "{% for x in y %}{% endfor %}", "{#event#}", "{{request.application.__globals__}}",
    "{event.__init__.__code__}", "{event.__init__.__globals__[secret_key]}", "{self}", "{self.secret}", "{1}", "{-1}",
    "{:d}", "{event!s}", "{event!a}", "{event:{x}}", "{event.title.__class__}", "{event.\u005f\u005fclass__}",
    "{EVENT.__dict__}", "{đơn vị.x}", "{địa điểm[0]}", "{greeting}", "{unsubscribe}", "{personal}", "{answer_yes}",
    "{slot}", "{os.environ}", "{env}", "{secret_key}", "{password}", "{request}", "{g}", "{session}", "{member}",
    "{member.address}", "{url_for('users.index')}", "{lipsum}", "{cycler.__init__}", "{range(10)}", "{dict()}",
    "{'a'*10}", "{7*7}", "{event x}}", "{{event x}", "{ {x} }",
)  # fmt: skip


@pytest.fixture
def facts(config, now):
    return facts_of(texts.sample("reminder", "vi", config=config, today=date(2027, 3, 1)), "vi", now=now, config=config)


@pytest.mark.requirement("S32")
@pytest.mark.parametrize("attack", ATTACKS)
def test_what_is_no_placeholder_is_refused(attack):
    with pytest.raises(InvalidInput):
        texts.checked(f"Kính mời {attack} dự.")


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_is_no_placeholder_stays_as_it_is(attack, facts):
    assert texts.filled(attack, facts) == attack


@pytest.mark.parametrize("text", ["{hoạt động}", "{HOẠT ĐỘNG}", "{hoat dong}", "{event}", "{ hoạt  động }"])
def test_placeholder_is_known_with_and_without_marks(text, facts):
    assert texts.filled(texts.checked(text), facts) == "Tọa đàm: phụ nữ với chuyển đổi số"


@pytest.mark.requirement("S32")
def test_what_was_filled_in_is_not_read_again(facts):
    nested = replace(facts, title="{địa điểm} {{ unsubscribe_url }}")
    assert texts.filled("{hoạt động}", nested) == "{địa điểm} {{ unsubscribe_url }}"


def letters_of(config, database, now):
    return Composer(config, rendering(create_app(config, database, now=lambda: now)))


def bodies(database):
    with database.read() as session:
        return [SealedMail.from_bytes(body).pieces for body in session.scalars(select(MailContent.body))]


def test_sentences_stand_in_the_letter_escaped(database, config, now):
    with database.write() as session:
        texts.keep(
            Act(session, now, BY),
            "reminder",
            "vi",
            Text("Mời <b>đồng chí</b> dự {hoạt động}.", "Hẹn gặp ở {địa điểm}."),
        )
        text = texts.of(session, "reminder", "vi")
    matter = texts.sample("reminder", "vi", config=config, today=date(2027, 3, 1))
    draft = letters_of(config, database, now).draft(matter, "vi", text, now=now)
    assert "Mời <b>đồng chí</b> dự Tọa đàm: phụ nữ với chuyển đổi số." in draft.text
    assert "Mời &lt;b&gt;đồng chí&lt;/b&gt; dự" in draft.html
    assert "Hẹn gặp ở Hội trường tầng 2." in draft.html
    assert "trân trọng thông báo và nhắc" not in draft.text


@pytest.mark.parametrize("kind", texts.KINDS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_kind_has_a_sample(database, config, now, kind, language):
    matter = texts.sample(kind, language, config=config, today=date(2027, 3, 1))
    subject, text = letters_of(config, database, now).sample(
        matter, language, Text("Mở.", "Kết."), now=now, reader="Ánh"
    )
    assert subject
    assert "Mở." in text
    assert "Kết." in text


def test_new_sentences_reach_mail_that_waits_and_not_what_was_tried(database, config, now):
    rows.seminar(database, config, now, number=3)
    later = now + timedelta(days=2)
    rows.plan(database, later)
    letters = letters_of(config, database, now)
    prepare(database, letters.compose, later, 10)
    with database.begin() as connection:
        Outbox().claim(connection, now=later, limit=10, lease=timedelta(minutes=2), token="a")
    with database.write() as session:
        tried = session.scalars(select(Message).order_by(Message.id)).first()
        tried.attempts, old = 1, tried.content_id
        session.flush()
        texts.keep(Act(session, later, BY), "reminder", "vi", Text("Câu mới."))
    prepare(database, letters.compose, later + timedelta(minutes=3), 10)
    with database.read() as session:
        waiting = session.scalars(select(Message).order_by(Message.id)).all()
    assert [(message.content_id, message.token) for message in waiting] == [(old, "a"), (None, None), (None, None)]
