"""From a plan's bytes to what it asks for, through the child process: the same whatever the file is."""

from __future__ import annotations

import hashlib
import json

import pytest
import sample_files
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.errors import InvalidInput
from campaign.reading import Day, Reading, read
from campaign.reading.answer import answer_of, reading_of
from campaign.reading.sandbox import read_safely
from campaign.reading.tasks import read_fields

FILES = sample_files.files()


def core(reading: Reading) -> list[tuple[object, ...]]:
    return [(p.kind, " ".join(p.title.split()), p.start, p.end, p.precision, p.deadline) for p in reading.proposals]


@pytest.fixture(scope="module")
def expected() -> Reading:
    return read(sample_files.TEXT)


@pytest.mark.parametrize("name", FILES)
def test_the_plan_of_2020_reads_the_same_from_every_kind_of_file(name, expected):
    answer = read_safely(FILES[name], name)
    assert answer.document.kind == name.partition(".")[2]
    assert answer.digest == hashlib.sha256(FILES[name]).hexdigest()
    assert core(answer.reading) == core(expected)
    assert [(t.indicator, t.value, t.bound) for t in answer.reading.targets] == [
        (t.indicator, t.value, t.bound) for t in expected.targets
    ]
    assert [basis.number for basis in answer.reading.bases] == [basis.number for basis in expected.bases]


@pytest.mark.parametrize("name", FILES)
def test_every_quote_stands_in_the_text_at_its_line(name):
    answer = read_safely(FILES[name], name)
    lines = answer.document.text.split("\n")
    for proposal in answer.reading.proposals:
        below = " ".join(" ".join(lines[proposal.line - 1 :]).split())
        assert below.find(" ".join(proposal.quote.split())) in range(len(lines[proposal.line - 1]) + 1)


def test_the_plan_of_2020_has_its_four_dates_and_its_targets(expected):
    dated = {(p.kind, str(p.start), str(p.end or p.start)) for p in expected.proposals if p.start}
    assert dated == {
        ("campaign", "2020-06-01", "2020-06-30"),
        ("campaign", "2020-11-15", "2020-12-15"),
        ("commemoration", "2020-03-08", "2020-03-08"),
        ("commemoration", "2020-10-20", "2020-10-20"),
    }
    assert sum(p.start is None for p in expected.proposals) >= 15
    assert ("15", "≥") in {(t.value, t.bound) for t in expected.targets}


def test_a_year_is_used_only_where_the_text_has_none():
    text = "KẾ HOẠCH\nHoạt động kỷ niệm\n\nI. NỘI DUNG\n\n1. Tổ chức tọa đàm ngày 15/3.\n2. Hội thi ngày 20/10/2026.\n"
    starts = [p.start for p in read_safely(text.encode(), "a.txt", year=2031).reading.proposals]
    assert starts == [Day(2031, 3, 15), Day(2026, 10, 20)]


def test_the_lines_of_a_text_file_are_its_own():
    text = "\r\n\r\nKẾ HOẠCH\r\nNăm 2027\r\n\r\n\r\n\r\n1. Tổ chức tọa đàm ngày 15/3/2027.\r\n"
    answer = read_safely(text.encode("utf-8-sig"), "a.txt")
    assert [p.line for p in answer.reading.proposals] == [8]


def test_a_file_that_is_no_document_is_refused_in_one_sentence():
    with pytest.raises(InvalidInput) as caught:
        read_safely(b"\x89PNG\r\n\x1a\n" + bytes(100), "anh.png")
    assert caught.value.message.count("\n") == 0


# The answer of the child is believed in nothing


@pytest.fixture(scope="module")
def honest() -> dict[str, object]:
    return json.loads(json.dumps(read_fields(FILES["kh.txt"], "kh.txt")))


def changed(honest: dict[str, object], path: str, value: object) -> dict[str, object]:
    copy = json.loads(json.dumps(honest))
    spans = [i for i, one in enumerate(copy["reading"]["proposals"]) if one["end"]]
    path = path.replace("proposals.span", f"proposals.{spans[0]}")
    *steps, last = [int(step) if step.isdecimal() else step for step in path.split(".")]
    target = copy
    for step in steps:
        target = target[step]
    if value is ...:
        del target[last]
    else:
        target[last] = value
    return copy


def test_an_honest_answer_is_taken_whole(honest, expected):
    taken = answer_of(honest, name="kh.txt", digest="")
    assert taken.reading == expected
    assert reading_of(expected.to_json()) == expected


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("document", None),
        ("document.text", 5),
        ("document.text", "a" * 5_000_001),
        ("document.kind", "exe"),
        ("document.notes", "một câu"),
        ("reading", []),
        ("reading.plan", "x"),
        ("reading.plan.year", True),
        ("reading.plan.year", 10**9),
        ("reading.plan.recipients", [1]),
        ("reading.plan.bases", ...),
        ("reading.duties", {}),
        ("reading.duties.0.proposals", [500]),
        ("reading.duties.0.proposals", [-1]),
        ("reading.duties.0.line", 0),
        ("reading.duties.0.text", ...),
        ("reading.targets.0.value", 15),
        ("reading.proposals.0.kind", "party"),
        ("reading.proposals.0.title", None),
        ("reading.proposals.0.quotes", [["a"]]),
        ("reading.proposals.0.line", "37"),
        ("reading.proposals.span.start", "2020-02-30"),
        ("reading.proposals.span.start", "2020-6-1"),
        ("reading.proposals.span.start", None),
        ("reading.proposals.span.end", "2020-05-31"),
        ("reading.proposals.span.precision", "hour"),
        ("reading.proposals.span.deadline", 1),
        ("reading.proposals.0.hint", ["2020-06-01"]),
        ("reading.proposals.0.hint", ["2020-06-01", "2020-05-01"]),
        ("reading.proposals", [{}] * 20_001),
    ],
)
def test_an_answer_with_a_wrong_field_is_refused(honest, path, value):
    with pytest.raises(InvalidInput):
        answer_of(changed(honest, path, value), name="kh.txt", digest="")


def test_a_name_that_no_value_has_is_left_out(honest, expected):
    assert answer_of(changed(honest, "reading.proposals.0.owner", "x"), name="", digest="").reading == expected


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["plan", "proposals", "text"]), inner),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None)
@given(json_values)
def test_no_json_at_all_brings_the_caller_down(value):
    with pytest.raises(InvalidInput):
        answer_of({"document": {"text": "a", "kind": "txt", "notes": []}, "reading": value}, name="", digest="")
