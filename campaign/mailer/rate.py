"""How fast mails may leave: a token bucket as a value (steady rate, small bursts)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TokenBucket:
    """``rate`` mails a second on average, never more than ``burst`` at once.

    The bucket may be overdrawn by those who already wait their turn, so ``tokens`` can be negative. ``at`` is
    the monotonic second at which ``tokens`` was true.
    """

    rate: float
    burst: int
    tokens: float
    at: float

    @classmethod
    def full(cls, *, rate_per_second: float, burst: int, now: float) -> TokenBucket:
        """A rested bucket. Raises ValueError for a rate or burst that would never let a mail through."""
        if rate_per_second <= 0 or burst < 1:
            raise ValueError("rate must be positive and burst at least 1")
        return cls(rate_per_second, burst, float(burst), now)

    def take(self, *, now: float) -> tuple[TokenBucket, float]:
        """The bucket after one more mail, and the seconds (0 or more) to wait before it may leave."""
        filled = min(float(self.burst), self.tokens + max(0.0, now - self.at) * self.rate)
        left = filled - 1
        return TokenBucket(self.rate, self.burst, left, max(now, self.at)), max(0.0, -left / self.rate)
