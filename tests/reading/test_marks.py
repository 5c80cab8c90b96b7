"""Where quotes stand in a document, and the document cut at them."""

from __future__ import annotations

import sample_files
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.reading import read
from campaign.reading.marks import Line, Places, Stretch, marked

TEXT = "Mở đầu.\n- Họp ngày\n  5/3 tại hội trường.\n- Họp ngày 5/3 tại hội trường.\n"


def plain(lines: list[Line]) -> str:
    return "\n".join("".join(stretch.text for stretch in line.stretches) for line in lines)


def test_a_quote_is_found_across_line_ends():
    start, end = Places(TEXT).find("Họp ngày 5/3 tại hội trường.", 2)
    assert TEXT[start:end] == "Họp ngày\n  5/3 tại hội trường."


def test_a_quote_is_looked_for_from_its_line_on():
    start, end = Places(TEXT).find("Họp ngày 5/3 tại hội trường.", 4)
    assert (TEXT[start:end], TEXT[:start].count("\n")) == ("Họp ngày 5/3 tại hội trường.", 3)


def test_a_quote_above_its_line_is_found_and_an_unknown_one_is_its_line():
    assert Places(TEXT).find("Mở đầu.", 3) == (0, 7)
    start, end = Places(TEXT).find("không có", 2)
    assert TEXT[start:end] == "- Họp ngày"


def test_overlapping_quotes_share_their_piece():
    assert marked("một hai ba", [("một hai", 1), ("hai ba", 1)]) == [
        Line(
            1,
            (
                Stretch("một ", (0,), (0,), ()),
                Stretch("hai", (0, 1), (1,), (0,)),
                Stretch(" ba", (1,), (), (1,)),
            ),
        )
    ]


def test_every_mark_of_the_sample_covers_exactly_its_quote():
    proposals = read(sample_files.TEXT).proposals
    lines = marked(sample_files.TEXT, [(each.quote, each.line) for each in proposals])
    assert plain(lines) == sample_files.TEXT.rstrip("\n")
    for number, proposal in enumerate(proposals):
        pieces = [stretch for line in lines for stretch in line.stretches if number in stretch.marks]
        assert "".join("".join(piece.text.split()) for piece in pieces) == "".join(proposal.quote.split())
        assert [number in piece.starts for piece in pieces].count(True) == 1
        assert [number in piece.ends for piece in pieces].count(True) == 1


@settings(max_examples=80, deadline=None)
@given(
    st.text(alphabet="ab \n", max_size=60),
    st.lists(st.tuples(st.text(alphabet="ab ", min_size=1, max_size=5), st.integers(-1, 9)), max_size=5),
)
def test_cutting_keeps_every_letter(text, quotes):
    assert plain(marked(text, quotes)) == text.rstrip("\n")
