"""The only place that reads the system's time; only the outermost rank imports it."""

from __future__ import annotations

import ctypes
import time
from datetime import UTC, datetime

TIME_ERROR = 5
"""What adjtimex(2) answers for a clock that no time service keeps."""


def now() -> datetime:
    """The present instant, aware, in UTC."""
    return datetime.now(UTC)  # noqa: TID251


def elapsed() -> float:
    """Seconds since some moment, whatever is done to the time of day; the time that the machine slept counts."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


def is_synchronised() -> bool:
    """Whether a time service (NTP) keeps this machine's clock.

    The kernel forgets it when the time is set by hand, until the service has checked the clock again.
    """
    try:
        state = int(ctypes.CDLL(None).adjtimex(ctypes.create_string_buffer(512)))  # struct timex of zeros: only read
    except (AttributeError, OSError):
        return False
    return 0 <= state < TIME_ERROR
