"""The reader's notes are kept as sentences, and found again with their values."""

from __future__ import annotations

import pytest

from campaign.reading.notes import CONVERTED, MISNAMED, NOTES, SOME_EMPTY, understood


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        (MISNAMED, {"suffix": ".doc", "kind": ".docx"}),
        (CONVERTED, {"encoding": "Windows-1258"}),
        (SOME_EMPTY, {"pages": "1, 3, 12 …"}),
    ],
)
def test_note_is_found_again(sentence: str, values: dict[str, str]) -> None:
    assert understood(sentence.format(**values)) == (sentence, values)


def test_every_note_has_values_of_its_own() -> None:
    assert [understood(note)[0] for note in NOTES] == list(NOTES)


@pytest.mark.parametrize("note", ["", "Ghi chú {lạ} của ai đó.", "Văn bản dùng bảng mã , đã chuyển sang Unicode."])
def test_other_words_are_said_as_they_are(note: str) -> None:
    sentence, values = understood(note)
    assert sentence.format(**values) == note
