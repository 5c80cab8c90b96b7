"""Template filters of the desk: states, warnings and sentences in the language of the page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from flask_babel import lazy_gettext as _

from campaign.calendar.sentence import Sentence
from campaign.dates import wording
from campaign.desk.board import State
from campaign.desk.warnings import ScheduleWarning
from campaign.web.language import gettext, language

STATES = {
    State.DRAFT: _("Bản nháp"),
    State.CONFIRMED: _("Đã xác nhận"),
    State.MOVED: _("Đã dời"),
    State.CANCELLED: _("Đã hủy"),
    State.OVERDUE: _("Quá hạn"),
    State.ROOMLESS: _("Thiếu phòng"),
    State.UNREMINDED: _("Chưa ai được nhắc"),
}


def state(value: str) -> str:
    return str(STATES[State(value)])


def say(said: Sentence | ScheduleWarning) -> str:
    """The finished sentence, in the language of the page."""
    sentence = said.said if isinstance(said, ScheduleWarning) else said
    return sentence.say(language(), gettext)


def away(first: date, last: date, today: date) -> str:
    """còn 12 ngày, đang diễn ra, đã qua 3 ngày."""
    if first <= today <= last and first != last:
        return gettext("đang diễn ra")
    return wording.remaining((first - today).days if today < first else (last - today).days, language())


FILTERS: dict[str, Callable[..., str]] = {"state": state, "say": say, "away": away}
