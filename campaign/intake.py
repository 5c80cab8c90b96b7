"""A calendar file of another program becomes events: one transaction, the file's UIDs kept.

Read again, a file updates its events and never doubles them. What can be read of a file is ``campaign.ical.reader``'s;
here it is decided what it means for us: kinds, audience, reminders, single dates that differ from their series.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from campaign import changes, revision
from campaign.config import Config
from campaign.dates.lead import Lead
from campaign.dates.recurrence import Series
from campaign.dates.rule import WEEKDAYS, Rule
from campaign.dates.written import plain
from campaign.dates.zones import zone
from campaign.entries import DEADLINE_MARK, KINDS
from campaign.errors import InvalidInput
from campaign.ical import reader
from campaign.ical.component import Instance
from campaign.ical.reader import Imported
from campaign.models import Event, Group, Kind, Occurrence, ReminderRule
from campaign.people import find_or_refuse_groups
from campaign.planning import Office
from campaign.series import lay

BATCH = 500
CANCELLED_IN_FILE = "Đã hủy trong tệp lịch."
"""The reason by which a cancellation that came from a file is known, so that only a file takes it back."""

_WORDS = {Kind.SEMINAR: ("hội thảo", "tọa đàm"), Kind.MEETING: ("họp",), Kind.REVIEW: ("sơ kết", "tổng kết")}
