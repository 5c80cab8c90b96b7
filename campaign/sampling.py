"""A mail about an event that does not exist: how the agency's sentences look, on a page and in one's own mailbox."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from campaign.config import Config
from campaign.dates import wording
from campaign.letters import Facts, Letters
from campaign.mailer.letter import Draft
from campaign.reminding import SAMPLE_END, SAMPLE_START, sample_day
from campaign.texts import Text

MAILS = ("reminder", "report")
"""The kinds of mail that need nothing but the facts of an event."""


def facts(config: Config, language: str, *, today: date) -> Facts:
    """A talk in some weeks, as an agency holds it."""
    day = sample_day(today)
    start, end = (datetime.combine(day, clock, config.zone) for clock in (SAMPLE_START, SAMPLE_END))
    is_english = language == "en"
    return Facts(
        kind="seminar",
        title="Talk: women in digital transformation" if is_english else "Tọa đàm: phụ nữ với chuyển đổi số",
        theme="",
        slogans=(),
        when=wording.when(start, end, language),
        place="Main hall, second floor" if is_english else "Hội trường tầng 2",
        online_url="",
        participants="Women's Affairs Board" if is_english else "Ban Nữ công",
        preparation="",
        description="",
        organizer=config.organisation.sender,
        contact=config.organisation.contact,
        recipient="",
        via="",
        campaign="",
        days_left=(day - today).days,
        due_day=wording.short_date(day, language),
        address=config.server.base_url.rstrip("/"),
    )


def draft(letters: Letters, mail: str, language: str, text: Text, *, config: Config, today: date) -> Draft:
    """The sample of one kind of mail; the kinds that tell of a change are shown in the frame of a reminder."""
    found = facts(config, language, today=today)
    shown = replace(found, kind="report", recipient=config.organisation.superior) if mail == "report" else found
    return letters.draft(mail if mail in MAILS else "reminder", shown, language, text)
