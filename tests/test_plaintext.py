"""What text from outside may hold, and that every input goes through the one function that says so."""

from __future__ import annotations

import io
import unicodedata

import pytest
from flask import request
from hypothesis import given
from hypothesis import strategies as st
from registers import hostile_tables

from campaign import create_app
from campaign.cli import main
from campaign.config import Config, Server
from campaign.directory import calendar_import, member_file
from campaign.plaintext import clean, is_clean
from campaign.reading.answer import reading_of
from campaign.reading.sandbox import read_safely

HIDDEN = "\x00\x01\x1b\x7f\x9b\u061c\u200b\u200e\u202e\u2066\ufdd0\ufdd1\ufeff\uffff\U000e0041\ud800"
GOOD = "Kế hoạch số 12/KH: tọa đàm “8/3” – 20 người\tvà\nphòng 🎉"


def test_good_text_stays_as_it_is():
    assert clean(GOOD) == GOOD
    assert is_clean(GOOD)


@pytest.mark.requirement("S39")
@pytest.mark.parametrize("letter", HIDDEN)
def test_what_nobody_sees_is_removed(letter):
    assert clean(f"Hội{letter} nghị") == "Hội nghị"
    assert not is_clean(f"Hội{letter} nghị")


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_cleaned_text_is_clean_and_stays_so(text):
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert all(unicodedata.category(each) != "Cs" and (each in "\t\n" or each >= " ") for each in once)
    once.encode()


@pytest.mark.requirement("S39")
def test_forms_and_queries_are_cleaned():
    config = Config(server=Server(base_url="http://localhost", secret_key="k" * 40))
    app = create_app(config)
    body = {"title": f"Hội{HIDDEN[:-1]} nghị", "two": ["a\u202eb", "c\r\nd"]}
    with app.test_request_context("/?q=a%EF%B7%90b", method="POST", data=body):
        assert request.args["q"] == "ab"
        assert request.form["title"] == "Hội nghị"
        assert request.form.getlist("two") == ["ab", "c\nd"]
        assert request.values["title"] == "Hội nghị"


@pytest.mark.requirement("S39")
def test_multipart_forms_are_cleaned():
    app = create_app(Config(server=Server(base_url="http://localhost", secret_key="k" * 40)))
    body = {"title": "a\ufdd0b", "file": (io.BytesIO(b"x"), "a.csv")}
    with app.test_request_context("/", method="POST", data=body):
        assert request.form["title"] == "ab"
        assert request.files["file"].read() == b"x"


@pytest.mark.requirement("S39")
def test_imported_files_are_cleaned():
    hidden = "\x01\u200b\ufdd0"
    rows = member_file.read_safely(
        f"name,email,unit\nAn{hidden},a@example.org,Phòng{hidden} A{' ' * 300}\n".encode()
    ).rows
    assert (rows[0].name, rows[0].unit) == ("An", "Phòng A")
    ics = hostile_tables.events(f"LOCATION:Hội{hidden}\u202e trường\r\n")
    assert calendar_import.read_safely(ics, Config()).events[0].location == "Hội trường"
    answer = read_safely("KẾ HOẠCH 2027\n1. Tọa\u200b\u202e\ufdd0 đàm 8/3/2027 tại hội trường.\n".encode(), "a.txt")
    assert is_clean(answer.document.text)
    assert all(is_clean(each.title + each.quote) for each in answer.reading.proposals)
    assert reading_of(answer.reading.to_json()) == answer.reading


@pytest.mark.requirement("S39")
def test_commands_refuse_what_nobody_sees(capsys):
    with pytest.raises(SystemExit) as end:
        main(["admin", "a\u202e@example.org"])
    assert end.value.code == 2
    assert "không nhìn thấy" in capsys.readouterr().err
