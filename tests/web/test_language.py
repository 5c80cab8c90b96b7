"""Which language a page speaks, and that English says everything."""

from __future__ import annotations

import re

import pytest
from support.desk import post, signed_in
from web.catalogue import extracted

from campaign.translations import catalogue, languages, translations


@pytest.mark.parametrize(
    ("address", "cookie", "accept", "expected"),
    [
        ("/", "", "", "vi"),
        ("/", "", "en-GB,en;q=0.9,vi;q=0.5", "en"),
        ("/", "", "fr,de", "vi"),
        ("/", "", "fr,vi;q=0.8,en;q=0.7", "vi"),
        ("/", "vi", "en", "vi"),
        ("/", "xx", "en", "en"),
        ("/?lang=en", "vi", "vi", "en"),
        ("/?lang=xx", "", "en", "en"),
    ],
)
def test_language_asked_for_chosen_or_preferred(client, address, cookie, accept, expected):
    if cookie:
        client.set_cookie("language", cookie)
    page = client.get(address, headers={"Accept-Language": accept} if accept else {}).get_data(as_text=True)
    assert f'<html lang="{expected}">' in page


def test_language_chosen_by_button_stays(client):
    answer = client.post("/language", data={"language": "en", "to": "/months/2027-03?x=a%20b"})
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/months/2027-03?x=a%20b"
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert '<html lang="en">' in client.get("/").get_data(as_text=True)


def test_language_unknown_is_refused(client):
    assert client.post("/language", data={"language": "xx", "to": "/"}).status_code == 400


def test_language_button_leads_back_to_the_very_page(client):
    page = client.get("/subscribe?kind=seminar&lang=vi").get_data(as_text=True)
    assert 'name="to" value="/subscribe?kind=seminar"' in page


def test_language_button_of_a_refused_form_leads_to_a_page_that_opens(app):
    desk = signed_in(app)
    page = post(desk, "/desk/events", {"title": ""}).get_data(as_text=True)
    back = re.search(r'name="to" value="([^"]+)"', page)[1]
    assert back == "/desk"
    assert desk.get(back, follow_redirects=True).status_code == 200


def test_languages_are_those_of_the_catalogues():
    assert languages() == ("vi", "en")
    assert translations("en").gettext("Lịch năm") == "Year"
    assert translations("vi").gettext("Lịch năm") == "Lịch năm"
    assert translations("xx").gettext("Lịch năm") == "Lịch năm"


@pytest.fixture(scope="module")
def english():
    return {message.id: message for message in catalogue("en") if message.id}


def test_english_says_everything_and_nothing_stale(english):
    wanted = set(extracted())
    assert sorted(map(str, wanted - set(english))) == []
    assert sorted(map(str, set(english) - wanted)) == []


def test_english_is_complete_and_keeps_the_values(english):
    for key, message in english.items():
        words = message.string if isinstance(key, tuple) else (message.string,)
        assert all(words), key
        assert not message.fuzzy, key
        source = key[0] if isinstance(key, tuple) else key
        for word in words:
            assert placeholders(word) == placeholders(source), key


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"%\(\w+\)[sd]|\{\w+(?:![rs])?\}", text))
