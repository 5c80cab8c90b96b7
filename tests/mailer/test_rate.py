from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.sending.channel import TokenBucket


def test_new_bucket_is_full_and_holds_two_seconds_worth():
    assert TokenBucket.of(50, tokens=None, seconds=0).tokens == 100
    assert TokenBucket.of(50, tokens=10, seconds=3600).tokens == 100


def test_bucket_fills_at_its_rate_also_when_it_is_overdrawn():
    assert TokenBucket.of(2, tokens=-3, seconds=1).tokens == -1


def test_slow_bucket_lets_one_mail_through_at_a_time():
    assert TokenBucket.of(0.1, tokens=None, seconds=0).tokens == 1


def test_clock_that_steps_back_fills_nothing():
    assert TokenBucket.of(2, tokens=1, seconds=-3600).tokens == 1


@settings(deadline=None)
@given(st.floats(0.1, 100), st.lists(st.floats(0, 5), min_size=1, max_size=60))
def test_mails_never_exceed_rate_and_burst(rate, pauses):
    now, tokens, leaves = 0.0, None, []
    for pause in pauses:
        now += pause
        bucket = TokenBucket.of(rate, tokens=tokens, seconds=pause)
        tokens = bucket.tokens - int(bucket.tokens)
        leaves += [now] * int(bucket.tokens)
    for first, start in enumerate(leaves):
        for last, end in enumerate(leaves[first:], start=1):
            assert last <= max(1, 2 * rate) + rate * (end - start) + 1e-6


@pytest.mark.parametrize("rate", [0, -1])
def test_bucket_that_never_opens_is_refused(rate):
    with pytest.raises(ValueError, match="positive"):
        TokenBucket.of(rate, tokens=None, seconds=0)
