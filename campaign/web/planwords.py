"""How pages say states of duties, attendance and proposals, and when a proposal is: also as a person would type it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from flask_babel import lazy_gettext as _

from campaign.dates import wording
from campaign.models import Decision, Proposal
from campaign.reading.values import NOTES
from campaign.web import policy
from campaign.web.language import gettext, language

QUARTER = 3
"""Months."""
DECISIONS = {
    Decision.ACCEPTED: _("Đã nhận"),
    Decision.SKIPPED: _("Đã bỏ qua"),
    Decision.NOT_DUTY: _("Không phải nhiệm vụ"),
    Decision.MERGED: _("Đã gộp"),
}

PARTS = {
    "activities": _("Các hoạt động"),
    "duties": _("Các nhiệm vụ"),
    "targets": _("Các chỉ tiêu"),
    "deadlines": _("Chế độ báo cáo"),
    "findings": _("Giám sát, kiểm tra"),
    "awards": _("Khen thưởng, biểu dương"),
    "costs": _("Kinh phí"),
    "difficulties": _("Đề xuất, kiến nghị"),
    "coming": _("Phương hướng, nhiệm vụ"),
    "units": _("Phụ lục: số liệu theo đơn vị"),
}
"""The parts of a report (``campaign.documents.report.PARTS``) in the reader's language."""
COMPUTED = {
    "": _("nhập bằng tay"),
    "women": _("tỷ lệ nữ của nhóm"),
    "trained": _("tỷ lệ người của nhóm đã dự tập huấn"),
}


def days(proposal: Proposal) -> str:
    """chậm nhất ngày 15/6/2027; dự kiến quý II/2027; chưa có ngày."""
    first, last = proposal.first_day, proposal.last_day or proposal.first_day
    if first and last and proposal.deadline:
        return gettext("chậm nhất %(day)s", day=wording.span(last, last, language()))
    if first and last:
        return wording.span(first, last, language())
    if proposal.expected_start and proposal.expected_end:
        return gettext(
            "dự kiến %(period)s", period=wording.span(proposal.expected_start, proposal.expected_end, language())
        )
    return gettext("chưa có ngày")


def clocks(proposal: Proposal) -> str:
    """14h00-16h30, or nothing."""
    times = [wording.clock(each, language()) for each in (proposal.start_time, proposal.end_time) if each]
    return "-".join(times)


def typed_days(proposal: Proposal) -> str:
    """The days as the form understands them again, whatever the language of the page."""
    first, last = proposal.first_day, proposal.last_day or proposal.first_day
    if first is None or last is None:
        return ""
    if proposal.precision in ("month", "quarter", "year") and (period := _period(first, last)):
        return period
    return wording.short_date(first) if first == last else f"{wording.short_date(first)} đến {wording.short_date(last)}"


def typed_clocks(proposal: Proposal) -> str:
    return "-".join(wording.clock(each) for each in (proposal.start_time, proposal.end_time) if each)


def repetition(proposal: Proposal) -> str:
    names = {
        "yearly": gettext("hằng năm"),
        "quarterly": gettext("hằng quý"),
        "monthly": gettext("hằng tháng"),
        "weekly": gettext("hằng tuần"),
    }
    return names.get(proposal.frequency, "")


def decision(proposal: Proposal) -> str:
    return str(DECISIONS[Decision(proposal.decision)])


def note(given: dict[str, str] | str) -> str:
    """What the reader noted of the file, in the language of the page; until 0.1 it was kept as a sentence."""
    if isinstance(given, str):
        return given
    sentence = NOTES[given["code"]]
    return gettext(sentence).format(**given)


def progress_words(decided: int, total: int) -> str:
    """12 trên 31 mục đã quyết định."""
    return gettext("%(decided)s trên %(total)s mục đã quyết định", decided=decided, total=total)


def may_decide() -> bool:
    """Whether this person may decide on proposals: a plan is for everybody."""
    return policy.may(policy.actor(), (), everybody=True)


def _period(first: date, last: date) -> str:
    """A whole month or quarter by its name, which the form reads back."""
    is_whole = first.day == 1 and (last + timedelta(days=1)).day == 1
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    is_named = is_whole and (months == 1 or (months == QUARTER and first.month % QUARTER == 1))
    return wording.span(first, last) if is_named else ""


FILTERS: dict[str, Callable[..., str]] = {
    "proposed_days": days,
    "proposed_clocks": clocks,
    "typed_days": typed_days,
    "typed_clocks": typed_clocks,
    "repetition": repetition,
    "decision": decision,
    "note": note,
}
