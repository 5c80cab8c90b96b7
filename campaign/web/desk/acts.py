"""The acts on an event in words: who did what, and each value before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from flask_babel import lazy_gettext as _

from campaign.calendar.when import When
from campaign.dates import wording
from campaign.dates.lead import Lead
from campaign.dates.rule import Rule
from campaign.desk.dossier import NAMED, Names
from campaign.desk.undo import UNDONE
from campaign.models import History, Kind
from campaign.web.language import gettext, language
from campaign.web.words import KINDS, moment

VERBS = {
    "create": _("lập bản nháp"),
    "edit": _("sửa"),
    "confirm": _("xác nhận"),
    "move": _("dời"),
    "postpone": _("hoãn, chưa có ngày mới"),
    "cancel": _("hủy"),
    "reopen": _("mở lại"),
    "undo": _("hoàn tác"),
    "theme": _("đặt chủ đề, khẩu hiệu"),
    "split": _("tách chuỗi"),
    "roll": _("lập từ năm trước"),
    "withhold": _("rút lại thư báo"),
}
FIELDS = {
    "kind": _("loại"),
    "title": _("tên"),
    "duty_id": _("nhiệm vụ"),
    "part_of_id": _("đợt hoạt động"),
    "first": _("ngày bắt đầu"),
    "last": _("ngày kết thúc"),
    "start": _("giờ bắt đầu"),
    "end": _("giờ kết thúc"),
    "when": _("thời gian"),
    "rule": _("lặp lại"),
    "per_year": _("xác nhận từng năm"),
    "expected_start": _("dự kiến từ"),
    "expected_end": _("dự kiến đến"),
    "place": _("địa điểm"),
    "room_id": _("phòng"),
    "online_url": _("liên kết trực tuyến"),
    "speakers": _("báo cáo viên"),
    "organizer": _("đơn vị tổ chức"),
    "co_organizers": _("đơn vị phối hợp"),
    "contact": _("liên hệ"),
    "contact_id": _("người phụ trách"),
    "group_ids": _("thành phần"),
    "include_ids": _("người mời thêm"),
    "exclude_ids": _("người không mời"),
    "audience_all": _("toàn cơ quan"),
    "women_only": _("chỉ nữ"),
    "capacity": _("số chỗ"),
    "register_by": _("hạn đăng ký"),
    "description": _("nội dung"),
    "preparation": _("chuẩn bị"),
    "links": _("tài liệu, liên kết"),
    "within": _("lồng ghép"),
    "cost_estimate": _("dự toán"),
    "recipient": _("nơi nhận báo cáo"),
    "via": _("gửi qua"),
    "figures_from": _("số liệu từ"),
    "figures_to": _("số liệu đến"),
    "cut_off": _("ngày chốt số liệu"),
    "own_rules": _("nhắc riêng"),
    "theme": _("chủ đề"),
    "slogans": _("khẩu hiệu"),
    "reason": _("lý do"),
    "cancel_reason": _("lý do"),
    "occurrence": _("lần"),
}
"""What readers call each value; what is not here is our own book-keeping."""
LONGEST = 140


@dataclass(frozen=True, slots=True)
class Change:
    field: str
    old: str
    new: str


def verb(act: History) -> str:
    if UNDONE in act.new:
        return gettext("hoàn tác việc: %(act)s", act=VERBS.get(act.new[UNDONE], act.new[UNDONE]))
    return str(VERBS.get(act.verb, act.verb))


def changes(act: History, names: Names) -> Iterator[Change]:
    """Each value before and after, in words; of a new event only what it is called and when it is."""
    shown = ("title", "first") if act.verb in ("create", "roll") else FIELDS
    for field in shown:
        old, new = (spoken(field, values.get(field), names) for values in (act.old, act.new))
        if old != new:
            yield Change(str(FIELDS[field]), old, new)


def spoken(field: str, value: Any, names: Names) -> str:  # noqa: ANN401 - as JSON keeps it
    """A value of a draft in words, and never longer than a line or two."""
    if value in (None, "", [], False):
        return ""
    if value is True:
        return gettext("có")
    if field in NAMED:
        known: Mapping[int, str] = names.get(NAMED[field][0], {})
        ids = value if isinstance(value, list) else [value]
        return ", ".join(sorted(known.get(each, f"#{each}") for each in ids))
    text = SPOKEN[field](value) if field in SPOKEN else ", ".join(value) if isinstance(value, list) else str(value)
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def _day(value: str) -> str:
    return wording.short_date(date.fromisoformat(value), language())


def _clock(value: str) -> str:
    return wording.clock(time.fromisoformat(value), language())


SPOKEN: dict[str, Callable[[Any], str]] = {
    **dict.fromkeys(
        ("first", "last", "expected_start", "expected_end", "register_by", "figures_from", "figures_to", "cut_off"),
        _day,
    ),
    "occurrence": _day,
    "start": _clock,
    "end": _clock,
    "kind": lambda value: str(KINDS[Kind(value)]),
    "when": lambda value: When.from_json(value).say(language()),
    "rule": lambda value: Rule.parse(value).describe(language()),
    "own_rules": lambda value: ", ".join(Lead.parse(each).describe(language()) for each in value),
    "confirmed_at": lambda value: moment(datetime.fromisoformat(value)),
}
