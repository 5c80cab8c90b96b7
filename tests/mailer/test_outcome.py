from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.outcome import Accepted, Deferred, Refused, Uncertain, Unreachable, classify, clean_reply

STAGES = ["connect", "mail", "rcpt", "data", "reply"]


@pytest.mark.parametrize(
    ("code", "text", "stage", "expected"),
    [
        (250, "2.0.0 queued as 4x", "reply", Accepted(250, "2.0.0 queued as 4x")),
        (450, "4.2.0 greylisted", "rcpt", Deferred(450, "4.2.0", "4.2.0 greylisted")),
        (451, "try later", "reply", Deferred(451, "", "try later")),
        (550, "5.1.1 unknown", "rcpt", Refused(550, "5.1.1", "5.1.1 unknown", "address")),
        (550, "5.1.10 unknown", "rcpt", Refused(550, "5.1.10", "5.1.10 unknown", "address")),
        (550, "5.4.1 access denied", "rcpt", Refused(550, "5.4.1", "5.4.1 access denied", "address")),
        (556, "no mail here", "rcpt", Refused(556, "", "no mail here", "address")),
        (550, "4.1.1 contradiction", "rcpt", Refused(550, "", "4.1.1 contradiction", "address")),
        (550, "5.1.8 bad sender", "rcpt", Refused(550, "5.1.8", "5.1.8 bad sender", "policy")),
        (
            550,
            "5.7.515 not authenticated",
            "reply",
            Refused(550, "5.7.515", "5.7.515 not authenticated", "policy"),
        ),
        (554, "relay denied", "rcpt", Refused(554, "", "relay denied", "policy")),
        (554, "user unknown", "rcpt", Refused(554, "", "user unknown", "address")),
        (554, "transaction failed", "reply", Refused(554, "", "transaction failed", "message")),
        (550, "go away", "mail", Unreachable("550 go away")),
        (552, "too much", "reply", Refused(552, "", "too much", "message")),
        (501, "bad parameter", "rcpt", Refused(501, "", "bad parameter", "message")),
        (421, "4.7.28 rate", "rcpt", Unreachable("421 4.7.28 rate")),
        (451, "4.3.2 later", "mail", Unreachable("451 4.3.2 later")),
        (535, "5.7.8 wrong", "connect", Unreachable("535 5.7.8 wrong")),
        (354, "what", "reply", Uncertain("354 what")),
        (-1, "noise", "reply", Uncertain("noise")),
        (-1, "noise", "rcpt", Unreachable("noise")),
    ],
)
def test_classify(code, text, stage, expected):
    assert classify(code, text, stage) == expected


@given(st.integers(-1, 999), st.text(max_size=400), st.sampled_from(STAGES))
def test_classify_always_answers_with_clean_words(code, text, stage):
    outcome = classify(code, text, stage)
    assert len(outcome.text) <= 305
    assert not {"\n", "\r", "\x1b", "\x00", "\u202e", "\u2028"} & set(outcome.text)
    assert isinstance(outcome, Accepted) == (stage == "reply" and 200 <= code < 300)
    assert stage == "reply" or not isinstance(outcome, Uncertain)


@pytest.mark.requirement("S40")
def test_clean_reply_takes_whole_escape_sequences_out():
    assert clean_reply("a\x1b[31;1mb\x1b]0;title\x07c\x1b(d\x9b1m\te\r\nf") == "abc e f"
