from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.mailer.rate import TokenBucket


def test_take_lets_a_burst_through_and_then_keeps_the_rate():
    pace, waits = TokenBucket.full(rate_per_second=2, burst=3, now=100.0), []
    for _ in range(5):
        pace, wait = pace.take(now=100.0)
        waits.append(wait)
    assert waits == [0, 0, 0, 0.5, 1.0]


def test_take_after_a_rest_has_the_burst_again_and_no_more():
    pace = TokenBucket.full(rate_per_second=2, burst=3, now=0.0)
    for _ in range(3):
        pace, _ = pace.take(now=0.0)
    waits = []
    for _ in range(4):
        pace, wait = pace.take(now=1000.0)
        waits.append(wait)
    assert waits == [0, 0, 0, 0.5]


def test_take_does_not_mind_a_clock_that_steps_back():
    pace, _ = TokenBucket.full(rate_per_second=1, burst=1, now=10.0).take(now=10.0)
    pace, wait = pace.take(now=5.0)
    assert (wait, pace.at) == (1.0, 10.0)


@given(
    st.floats(0.1, 100),
    st.integers(1, 50),
    st.lists(st.floats(0, 5), min_size=1, max_size=60),
)
def test_take_never_exceeds_rate_and_burst(rate, burst, pauses):
    now, pace, leaves = 0.0, TokenBucket.full(rate_per_second=rate, burst=burst, now=0.0), []
    for pause in pauses:
        now += pause
        pace, wait = pace.take(now=now)
        leaves.append(now + wait)
    for first, start in enumerate(leaves):
        for last, end in enumerate(leaves[first:], start=1):
            assert last <= burst + rate * (end - start) + 1e-6


@pytest.mark.parametrize(("rate", "burst"), [(0, 1), (-1, 1), (1, 0)])
def test_full_refuses_a_bucket_that_never_opens(rate, burst):
    with pytest.raises(ValueError, match="positive"):
        TokenBucket.full(rate_per_second=rate, burst=burst, now=0)
