"""A wrong clock is not believed: a jump against the time that has passed stops planning, sending and expiry."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

TOLERANCE = timedelta(minutes=5)
SECOND_LOOK = 60.0
"""Seconds after which a new time may be confirmed."""


class ClockChanged(Exception):
    """The clock jumped, and nothing has confirmed the new time yet."""


class ClockGuard:
    """Compares the time of day with the time that has passed (``elapsed``, in seconds).

    A jump ends when the clock goes back to where it was expected, or when the new time has stood for a minute and
    ``confirms`` (a time service) agrees; without one, a person confirms by starting the program again.
    """

    def __init__(self, now: Callable[[], datetime], elapsed: Callable[[], float], confirms: Callable[[], bool]) -> None:
        self._now, self._elapsed, self._confirms = now, elapsed, confirms
        self._lock = threading.Lock()
        self._trusted = self._read()
        self._jumped: tuple[datetime, float] | None = None

    def now(self) -> datetime:
        """The present instant. Raises ``ClockChanged``."""
        read = self._read()
        if not self._accepts(*read):
            raise ClockChanged
        return read[0]

    def is_trusted(self) -> bool:
        return self._accepts(*self._read())

    def _read(self) -> tuple[datetime, float]:
        return self._now(), self._elapsed()

    def _accepts(self, now: datetime, elapsed: float) -> bool:
        with self._lock:
            if not self._follows(self._trusted, now, elapsed):
                if self._jumped is None or not self._follows(self._jumped, now, elapsed):
                    self._jumped = now, elapsed
                if elapsed - self._jumped[1] < SECOND_LOOK or not self._confirms():
                    return False
            self._trusted, self._jumped = (now, elapsed), None
            return True

    @staticmethod
    def _follows(before: tuple[datetime, float], now: datetime, elapsed: float) -> bool:
        return abs(now - before[0] - timedelta(seconds=elapsed - before[1])) <= TOLERANCE
