"""A sample mail about a made-up event, to show the agency's own sentences on a page or in one's own mailbox."""

from __future__ import annotations

from datetime import date, datetime

from campaign.calendar.reminding import SAMPLE_END, SAMPLE_START, sample_day
from campaign.config import Config
from campaign.kinds import Kind
from campaign.mailing.matters import ANSWERED, Matter
from campaign.models import Event, Occurrence

TITLES = {"vi": "Tọa đàm: phụ nữ với chuyển đổi số", "en": "Talk: women in digital transformation"}
REPORTS = {"vi": "Báo cáo kết quả 6 tháng đầu năm", "en": "Report on the first half of the year"}
PLACES = {"vi": ("Phòng họp số 1", "Hội trường tầng 2"), "en": ("Meeting room 1", "Main hall, second floor")}
REASONED = ("cancellation", "postponement")
REASONS = {"vi": "báo cáo viên đi công tác đột xuất", "en": "the speaker was called away"}


def matter(mail: str, language: str, *, config: Config, today: date) -> Matter:
    """What a sample of this kind of mail is about: a talk in some weeks, or a report that is due then."""
    is_report = mail == "report"
    before, place = PLACES[language]
    day = sample_day(today)
    event = Event(
        uid="", kind=Kind.REPORT if is_report else Kind.SEMINAR, title=(REPORTS if is_report else TITLES)[language],
        zone=config.organisation.timezone, place="" if is_report else place, online_url="", preparation="",
        description="", organizer="", contact="", recipient=config.organisation.superior, via="", first_day=day,
        last_day=day, start_time=None if is_report else SAMPLE_START, end_time=None if is_report else SAMPLE_END,
    )  # fmt: skip
    starts, ends = (datetime.combine(day, clock, config.zone) for clock in (SAMPLE_START, SAMPLE_END))
    occurrence = Occurrence(
        original_day=day, first_day=day, last_day=day, start_time=event.start_time, end_time=event.end_time,
        id=1, starts_at=starts, ends_at=ends, title="", theme="", slogans=[], place="", description="",
    )  # fmt: skip
    changes = {"place": [before, place]} if mail == "change" else {}
    reason = REASONS[language] if mail in REASONED else ""
    return Matter(mail, event, occurrence, changes=changes, reason=reason, asks=mail in ANSWERED)
