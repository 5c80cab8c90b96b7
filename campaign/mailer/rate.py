"""How fast mails may leave: a token bucket as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

BURST = 2.0
"""Seconds' worth of mail that a bucket holds at most."""


@dataclass(frozen=True, slots=True)
class TokenBucket:
    """``rate`` mails a second on average, never more than ``BURST`` seconds' worth at once.

    The bucket may be overdrawn by mails that cannot wait, so ``tokens`` can be negative.
    """

    rate: float
    tokens: float

    @classmethod
    def of(cls, rate: float, *, tokens: float | None, seconds: float) -> Self:
        """The bucket ``seconds`` after it held ``tokens``; None is a full one. Raises ValueError for no rate.

        A clock that was set back fills nothing, one that was set forward fills it once.
        """
        if rate <= 0:
            raise ValueError("the rate must be positive")
        capacity = max(1.0, rate * BURST)
        held = capacity if tokens is None else tokens
        return cls(rate, min(capacity, held + max(0.0, seconds) * rate))
