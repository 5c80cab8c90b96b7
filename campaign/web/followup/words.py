"""How pages say states of duties and reports, amounts with their unit, and cells of the three lists."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import Field, SelectField

from campaign.calendar.sentence import Sentence
from campaign.dates import wording
from campaign.dates.lead import Lead
from campaign.figures import deadlines, duties, targets
from campaign.kinds import DEADLINES
from campaign.models import Answer
from campaign.web.language import gettext, language

ANSWERS = {
    Answer.ACCEPTED: _("dự"),
    Answer.TENTATIVE: _("chưa chắc"),
    Answer.DECLINED: _("không dự"),
    Answer.WAITLISTED: _("chờ có chỗ"),
    "": _("chưa trả lời"),
}
"""Also in the order in which lists offer them."""
RECIPIENTS = {"audience": _("các đơn vị, thành phần"), "contact": _("người phụ trách"), "escalation": _("lãnh đạo")}
"""Whom a reminder of a report is addressed to."""


def amount(value: Decimal | None, unit: str) -> str:
    """15,5%, 1.250 người; nothing for no value."""
    if value is None:
        return ""
    plain = value.normalize()
    return wording.percent(plain, language()) if unit == "%" else f"{wording.number(plain, language())} {unit}".strip()


def record_value(value: Any, field: Field) -> str:  # noqa: ANN401
    """One cell of a list, as its form would show it."""
    if value is None or value == "":
        return ""
    if isinstance(value, date):
        return wording.short_date(value, language())
    if isinstance(field, SelectField):
        return next((str(choice[1]) for choice in field.iter_choices() if choice[0] == str(value)), "")
    return str(value)


def _say(sentence: Sentence) -> str:
    return sentence.say(language(), gettext)


FILTERS = {
    "answer_word": lambda answer: str(ANSWERS[answer]),
    "is_deadline": lambda kind: kind in DEADLINES,
    "duty_state": lambda state: _say(duties.WORDS[state]),
    "deadline_state": lambda state: _say(deadlines.WORDS[state]),
    "amount": amount,
    "reached": lambda value: _say(targets.REACHED[value]),
    "record_value": record_value,
    "lead": lambda text: Lead.parse(text).describe(language()),
    "recipients": lambda code: str(RECIPIENTS[code]),
}
