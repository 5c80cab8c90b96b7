"""The pages of the registers: what they show, what they cost, who may use them."""

from __future__ import annotations

import pytest
from support.desk import signed_in
from web.desk.register_rows import fill

PAGES = (
    "/desk/people", "/desk/people?q=anh&state=all", "/desk/people/new", "/desk/people/1", "/desk/people/1/edit",
    "/desk/people/duplicates", "/desk/people/merger?keep=1&gone=8", "/desk/people/import", "/desk/groups",
    "/desk/groups/ban-nu-cong", "/desk/groups/ban-nu-cong?q=an", "/desk/groups/ban-nu-cong/deletion", "/desk/rooms",
    "/desk/rooms/1", "/desk/holidays/2027", "/desk/holidays/2031", "/desk/holidays/days/1", "/desk/rules",
    "/desk/rules/seminar", "/desk/texts", "/desk/texts/reminder/vi", "/desk/mail", "/desk/mail?state=failed&q=toa+dam",
    "/desk/history", "/desk/history?subject=member&id=1", "/desk/search", "/desk/search?q=toa+dam",
)  # fmt: skip


@pytest.fixture
def desk(app, database, config):
    with database.write() as session:
        fill(session, config)
    app.testing = True
    return signed_in(app)


@pytest.mark.only("sqlite")
@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_page_answers_in_both_languages(desk, address, language):
    answer = desk.get(address + ("&" if "?" in address else "?") + f"lang={language}")
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
