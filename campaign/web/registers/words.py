"""How the registers are called on pages: states, kinds, verbs and fields of the audit log."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from itertools import groupby
from typing import Any

from flask_babel import lazy_gettext as _

from campaign.calendar.audit_words import RESULTS, SEXES
from campaign.calendar.sentence import Sentence
from campaign.dates import wording
from campaign.desk.event_overview import Names
from campaign.desk.scheduling import SUBJECT
from campaign.figures import attendance, duties
from campaign.kinds import Kind
from campaign.models import AuditEntry
from campaign.web.desk import acts
from campaign.web.language import gettext, language
from campaign.web.planwords import COMPUTED, DECISIONS
from campaign.web.registers.forms import GROUP_KINDS, LANGUAGES, ROLE_NAMES
from campaign.web.session import campaign
from campaign.web.words import kind as kind_word

MEMBER_STATES = {
    "active": _("đang công tác"),
    "left": _("đã thôi công tác"),
    "silent": _("đã ngừng nhận thư"),
    "flagged": _("địa chỉ có lỗi"),
    "all": _("tất cả"),
}
EVENT_STATES = {
    "confirmed": "",
    "draft": _("bản nháp"),
    "cancelled": _("đã hủy"),
    "postponed": _("hoãn"),
    "unscheduled": _("chưa có ngày"),
}
MAIL_STATES = {
    **{result: _(word.template) for result, word in RESULTS.items()},
    "quarantined": _("cách ly"),
    "uncertain": _("chưa rõ"),
}
MAIL_KINDS = {
    "reminder": _("Thư nhắc lịch"),
    "report": _("Thư nhắc hạn báo cáo"),
    "invitation": _("Thư mời"),
    "announcement": _("Thư thông báo"),
    "year_plan": _("Thư về kế hoạch năm"),
    "seat": _("Thư báo chỗ dự"),
    "change": _("Thư báo thay đổi"),
    "cancellation": _("Thư báo hủy"),
    "postponement": _("Thư báo hoãn"),
    "resumption": _("Thư báo vẫn tổ chức"),
    "question": _("Thư hỏi chủ đề"),
}
SUBJECTS = {
    "event": _("hoạt động"),
    "member": _("nhân sự"),
    "group": _("nhóm"),
    "room": _("phòng"),
    "holiday": _("ngày nghỉ"),
    "reminder_rule": _("lời nhắc"),
    "mail_text": _("câu chữ của thư"),
    "message": _("thư"),
    "channel": _("đường gửi thư"),
    "import": _("danh sách nhập"),
    "plan": _("kế hoạch"),
    "plan_reading": _("văn bản kế hoạch"),
    "year_title": _("tên của năm"),
    "proposal": _("đề xuất"),
    "user": _("người dùng"),
    "duty": _("nhiệm vụ"),
    "target": _("chỉ tiêu"),
    "award": _("khen thưởng"),
    "difficulty": _("khó khăn, vướng mắc"),
    "finding": _("kết luận kiểm tra"),
    "course": _("cử đi học"),
}
CODES: dict[str, Mapping[str, Any]] = {
    "sex": SEXES,
    "role": {role.name: name for role, name in ROLE_NAMES.items()},
    "language": LANGUAGES,
    "kind": GROUP_KINDS | {each.value: _(each.traits.label) for each in Kind},
    "result": MAIL_STATES,
    "attendance": attendance.WORDS,
    "state": duties.WORDS,
    "computed": COMPUTED,
    "decision": {str(decision): word for decision, word in DECISIONS.items()},
}
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def said(table: Mapping[str, Any], key: str) -> str:
    """The word for a key; an unknown one as it is."""
    found = table.get(key, key)
    return found.say(language(), gettext) if isinstance(found, Sentence) else str(found)


def value(thing: Any, name: str = "") -> str:  # noqa: ANN401 - whatever the audit log has
    """A value of the audit log as a reader sees it: codes by their words, instants and days as offices write them."""
    if thing is None or thing in ("", []):
        return gettext("(trống)")
    if isinstance(thing, bool):
        return gettext("có") if thing else gettext("không")
    if isinstance(thing, list):
        return ", ".join(value(each, name) for each in thing)
    if isinstance(thing, dict):
        return ", ".join(
            f"{acts.field(key, '')}: {value(each, name if name in CODES else key)}" for key, each in thing.items()
        )
    return said(CODES[name], str(thing)) if name in CODES else written(str(thing))


def written(text: str) -> str:
    """An instant or a day of the audit log in the words of the page; any other text as it is."""
    try:
        return (
            stamp(datetime.fromisoformat(text)) if INSTANT.match(text) else _day(text) if DAY.fullmatch(text) else text
        )
    except ValueError:
        return text


def _day(text: str) -> str:
    return wording.short_date(date.fromisoformat(text), language())


def stamp(instant: datetime) -> str:
    """An instant by the organisation's clock, in the fewest words: 05/3/2027, 9h00."""
    local = instant.astimezone(campaign().config.zone)
    return f"{wording.short_date(local.date(), language())}, {wording.clock(local.time(), language())}"


def changed_fields(act: AuditEntry, names: Names | None = None) -> list[tuple[str, str | None, str]]:
    """What an act changed, in words: field, old value (None where there was nothing before), new value."""
    if act.subject_type == SUBJECT:
        return [(each.field, each.old or None, each.new or value("")) for each in acts.changes(act, names or {})]
    is_new = not act.old
    found = [name for name in dict.fromkeys((*act.old, *act.new)) if not is_new or act.new[name] not in (None, "", [])]
    return [
        (
            acts.field(name, act.subject_type),
            value(act.old[name], name) if name in act.old else None,
            value(act.new.get(name), name),
        )
        for name in found
    ]


def act_title(act: AuditEntry) -> str:
    """Rules are known by their kind, texts by kind and language; everything else by its name."""
    title = act.title
    if act.subject_type == "reminder_rule" and title in list(Kind):
        return kind_word(title)
    if act.subject_type == "mail_text":
        kind, _space, language = title.partition(" ")
        return f"{said(MAIL_KINDS, kind)} ({said(LANGUAGES, language)})"
    return title or str(act.subject_id)


def together(entries: Iterable[AuditEntry]) -> list[list[AuditEntry]]:
    """Entries in their order; what one person did to several things within a minute is one group."""

    def same_act(entry: AuditEntry) -> tuple[object, ...]:
        return entry.by_name, entry.verb, entry.subject_type, entry.at.replace(second=0, microsecond=0)

    return [list(group) for _, group in groupby(entries, key=same_act)]


FILTERS: dict[str, Callable[..., object]] = {
    "together": together,
    "member_state": lambda key: said(MEMBER_STATES, key),
    "group_kind": lambda key: said(GROUP_KINDS, key),
    "sex": lambda key: said(SEXES, key),
    "event_state": lambda key: said(EVENT_STATES, key),
    "mail_state": lambda key: said(MAIL_STATES, key),
    "mail_kind": lambda key: said(MAIL_KINDS, key),
    "subject_word": lambda key: said(SUBJECTS, key),
    "act_verb": acts.verb,
    "field_word": lambda key: acts.field(key, "member"),
    "changed_fields": changed_fields,
    "stamp": stamp,
    "act_title": act_title,
    "language_name": lambda key: said(LANGUAGES, key),
}
