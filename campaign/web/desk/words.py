"""What the desk's pages call states and results, and how they say sentences that the logic composed."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from campaign.board import State
from campaign.caution import Caution
from campaign.sentence import Sentence
from campaign.web.language import gettext, language

STATES = {
    State.DRAFT: _("Bản nháp"),
    State.CONFIRMED: _("Đã xác nhận"),
    State.MOVED: _("Đã dời"),
    State.CANCELLED: _("Đã hủy"),
    State.OVERDUE: _("Quá hạn"),
    State.ROOMLESS: _("Thiếu phòng"),
    State.UNTOLD: _("Chưa ai được nhắc"),
}


def state(value: str) -> str:
    return str(STATES[State(value)])


def say(said: Sentence | Caution) -> str:
    """The finished sentence, in the language of the page."""
    sentence = said.said if isinstance(said, Caution) else said
    return sentence.say(language(), gettext)


FILTERS = {"state": state, "say": say}
