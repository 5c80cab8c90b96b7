"""Time zones by their IANA names, and the one instant that a local day and time stand for."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from campaign.errors import InvalidInput

_RENAMED = {"Asia/Saigon": "Asia/Ho_Chi_Minh"}


def zone(name: str) -> ZoneInfo:
    """The zone of that IANA name; the old name of Vietnam's zone gives the present one."""
    wanted = name.strip()
    try:
        return ZoneInfo(_RENAMED.get(wanted, wanted))
    except (KeyError, ValueError, OSError) as error:  # unknown; not a relative path; a folder such as "Asia"
        raise InvalidInput("Không có múi giờ “{name}”; hãy viết như Asia/Ho_Chi_Minh.", name=name) from error


def instant(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The moment, in UTC, at which clocks of `zone` show `clock` on `day`.

    A time that the change to summer time skips moves on by the length of the gap; of a time that comes twice
    the first is taken (RFC 5545, section 3.3.5).
    """
    return datetime.combine(day, clock.replace(tzinfo=None, fold=0), zone).astimezone(UTC)
