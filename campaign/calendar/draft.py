"""The draft of an event: all its editable fields as one value, which forms fill in and edits are compared by."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, time
from decimal import Decimal
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from campaign.calendar.event_fields import METADATA, PAGES, EventField, Place, event_field
from campaign.calendar.when import When
from campaign.models import AudienceGroup, AudienceMember, Event, Occurrence, ReminderRule, Room

MOST_MONEY = 10**14


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An event as its form says it. Days are local, ``last`` included; no ``first``: unscheduled.

    ``own_rules``: lead texts of this event's own reminders (even none); None leaves them to its kind. A member who is
    both included and excluded is excluded.
    """

    kind: str = event_field("loại", "kind")
    title: str = event_field("tên", announced=True)
    duty_id: int | None = event_field("nhiệm vụ", "ids", default=None)
    part_of_id: int | None = event_field("đợt hoạt động", "ids", default=None)
    description: str = event_field("nội dung", "paragraphs", default="", shown=(*PAGES, "feed"), announced=True)
    first: date | None = event_field(
        "ngày bắt đầu", "day", default=None, row="thời gian", shown=(*PAGES, "mail", "report"), storage="schedule"
    )
    last: date | None = event_field("ngày kết thúc", "day", default=None, storage="schedule")
    start: time | None = event_field("giờ bắt đầu", "clock", default=None, storage="schedule")
    end: time | None = event_field("giờ kết thúc", "clock", default=None, storage="schedule")
    expected_start: date | None = event_field("dự kiến từ", "day", default=None)
    expected_end: date | None = event_field("dự kiến đến", "day", default=None)
    precision: str = event_field("độ chính xác dự kiến", default="", is_logged=False)
    place: str = event_field("địa điểm", default="", shown=(*PAGES, "mail"), announced=True)
    room_id: int | None = event_field("phòng", "ids", default=None)
    online_url: str = event_field("trực tuyến", "link", default="", shown=("desk", "mail"), announced=True)
    group_ids: frozenset[int] = event_field(
        "thành phần", "ids", default=frozenset(), shown=(*PAGES, "mail"), storage="rows"
    )
    include_ids: frozenset[int] = event_field("người mời thêm", "ids", default=frozenset(), storage="rows")
    exclude_ids: frozenset[int] = event_field("người không mời", "ids", default=frozenset(), storage="rows")
    audience_all: bool = event_field("toàn cơ quan", "flag", default=False)
    women_only: bool = event_field("chỉ nữ", "flag", default=False)
    internal: bool = event_field("nội bộ", "flag", default=False)
    preparation: str = event_field(
        "chuẩn bị", "paragraphs", default="", shown=("desk", "personal", "mail", "report"), announced=True
    )
    speakers: tuple[str, ...] = event_field(
        "báo cáo viên", "lines", default=(), shown=(*PAGES, "feed", "mail"), announced=True
    )
    answers: bool | None = event_field("hỏi người dự có tham dự không", "flag", default=None)
    register_by: date | None = event_field(
        "hạn đăng ký", "day", default=None, shown=(*PAGES, "mail"), announced=True, is_dated=True
    )
    capacity: int | None = event_field("số chỗ", "number", default=None, shown=(*PAGES, "mail"))
    rule: str = event_field("lặp lại", "rule", default="", shown=PAGES, announced=True)
    per_year: bool = event_field("xác nhận từng năm", "flag", default=False)
    figures_from: date | None = event_field(
        "số liệu từ", "day", default=None, row="kỳ số liệu", shown=(*PAGES, "report"), announced=True, is_dated=True
    )
    figures_to: date | None = event_field("số liệu đến", "day", default=None, announced=True, is_dated=True)
    units_due: date | None = event_field(
        "hạn của các đơn vị", "day", default=None, shown=(*PAGES, "report"), announced=True, is_dated=True
    )
    cut_off: date | None = event_field("ngày chốt số liệu", "day", default=None, shown=PAGES, is_dated=True)
    recipient: str = event_field("nơi nhận báo cáo", default="", shown=(*PAGES, "feed", "report"), announced=True)
    via: str = event_field("gửi qua", default="", announced=True)
    organizer: str = event_field("đơn vị tổ chức", default="", shown=(*PAGES, "feed"))
    co_organizers: str = event_field("đơn vị phối hợp", default="", shown=PAGES)
    contact_id: int | None = event_field("người phụ trách", "ids", default=None, shown=("desk",))
    contact: str = event_field("liên hệ", default="", shown=("desk", "personal"))
    within: str = event_field("lồng ghép", default="", shown=("desk",))
    cost_estimate: Decimal | None = event_field("dự toán", "money", default=None, shown=("desk",))
    cost_actual: Decimal | None = event_field("thực chi", "money", default=None, shown=("desk",), is_dated=True)
    escalate_after: int | None = event_field("số ngày làm việc quá hạn thì báo cấp trên", "number", default=None)
    escalate_to_id: int | None = event_field("người được báo khi quá hạn", "ids", default=None, shown=("desk",))
    links: tuple[str, ...] = event_field("tài liệu", "links", default=(), shown=PAGES)
    own_rules: tuple[str, ...] | None = event_field("nhắc riêng", "leads", default=None, storage="rows")

    @property
    def when(self) -> When | None:
        return None if self.first is None else When(self.first, self.last, self.start, self.end)

    def tidied(self) -> Draft:
        """As it is kept: composed letters, no stray spaces, no empty lines in lists, a last day wherever a first is."""
        values = {name: _tidy(value) for name, value in _values(self).items()}
        draft = replace(self, **values)
        return replace(
            draft,
            title=" ".join(draft.title.split()),
            last=draft.last or draft.first,
            cost_estimate=_rounded(draft.cost_estimate),
            cost_actual=_rounded(draft.cost_actual),
            own_rules=None if draft.own_rules is None else tuple(sorted(set(draft.own_rules))),
            include_ids=draft.include_ids - draft.exclude_ids,
        )


FIELDS = {each.name: replace(each.metadata[METADATA], name=each.name) for each in fields(Draft)}
"""Every field by its name, in the order in which offices give them."""
_PLAIN = tuple(name for name, each in FIELDS.items() if each.storage == "column")


def shown_in(*places: Place) -> tuple[EventField, ...]:
    """The fields that have a row in any of these, in order."""
    return tuple(each for each in FIELDS.values() if each.shown.intersection(places))


def draft_of(session: Session, event: Event, occurrence: Occurrence | None = None) -> Draft:
    """The event as a form would show it; with an occurrence, that one's days, times and texts."""
    plain = {name: _value(getattr(event, name)) for name in _PLAIN}
    groups = session.scalars(select(AudienceGroup.group_id).where(AudienceGroup.event_id == event.id))
    named = session.execute(
        select(AudienceMember.member_id, AudienceMember.excluded).where(AudienceMember.event_id == event.id)
    ).all()
    leads = select(ReminderRule.lead).where(ReminderRule.event_id == event.id)
    draft = Draft(
        **plain,
        first=event.first_day,
        last=event.last_day,
        start=event.start_time,
        end=event.end_time,
        group_ids=frozenset(groups),
        include_ids=frozenset(row.member_id for row in named if not row.excluded),
        exclude_ids=frozenset(row.member_id for row in named if row.excluded),
        own_rules=tuple(sorted(session.scalars(leads))) if event.own_rules else None,
    )
    return draft if occurrence is None else of_occurrence(draft, occurrence)


def of_occurrence(draft: Draft, occurrence: Occurrence) -> Draft:
    """The event's draft with what one occurrence has of its own."""
    return replace(
        draft,
        first=occurrence.first_day,
        last=occurrence.last_day,
        start=occurrence.start_time,
        end=occurrence.end_time,
        title=occurrence.title or draft.title,
        place=occurrence.place or draft.place,
        description=occurrence.description or draft.description,
    )


def put(session: Session, event: Event, draft: Draft) -> None:
    """Give the event what the draft says, its audience and its own reminder rules included."""
    apply(event, draft, place=place_of(session, event, draft))
    if event not in session:
        session.add(event)
    session.flush()
    _put_audience(session, event.id, draft)
    _put_rules(session, event.id, draft.own_rules or ())


def apply(event: Event, draft: Draft, *, place: str) -> None:
    """What the event's own columns take from the draft; ``place`` is the one that ``place_of`` gives."""
    for name in _PLAIN:
        value = getattr(draft, name)
        setattr(event, name, list(value) if isinstance(value, tuple) else value)
    event.place = place
    if draft.first is None:
        event.first_day = event.last_day = event.start_time = event.end_time = None
    else:
        event.schedule(draft.first, draft.last, draft.start, draft.end)
    event.own_rules = draft.own_rules is not None


def place_of(session: Session, event: Event, draft: Draft) -> str:
    """The place in words: as given, but a place that only names a room follows the room that is chosen."""
    if draft.room_id is None and event.room_id is None:
        return draft.place
    texts = {room.id: room.text for room in session.scalars(select(Room))}
    names_a_room = draft.place in texts.values() if draft.room_id else draft.place == texts.get(event.room_id or 0)
    return texts.get(draft.room_id or 0, "") if names_a_room or not draft.place else draft.place


def differences(old: Draft, new: Draft) -> dict[str, tuple[Any, Any]]:
    """The fields that differ, each with its old and its new value as JSON says them."""
    before, after = as_json(old), as_json(new)
    return {name: (before[name], after[name]) for name in before if before[name] != after[name]}


def sides(changed: Mapping[str, tuple[Any, Any]]) -> tuple[dict[str, Any], dict[str, Any]]:
    """``differences`` as the audit log keeps them: all old values, and all new ones."""
    return {name: pair[0] for name, pair in changed.items()}, {name: pair[1] for name, pair in changed.items()}


def as_json(draft: Draft) -> dict[str, Any]:
    """The draft as the history keeps it."""
    return {name: json_of_value(value) for name, value in _values(draft).items()}


def _value(value: Any) -> Any:  # noqa: ANN401
    """A column's value as a draft has it."""
    return tuple(value) if isinstance(value, list) else value


def _values(draft: Draft) -> dict[str, Any]:
    return {name: getattr(draft, name) for name in FIELDS}


def _tidy(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value.replace("\r\n", "\n")).strip()
    if isinstance(value, tuple):
        return tuple(tidied for item in value if (tidied := _tidy(item)))
    return value


def _rounded(amount: Decimal | None) -> Decimal | None:
    """As the database keeps it; what is no amount is left for the check to name."""
    known = amount is not None and amount.is_finite() and abs(amount) < MOST_MONEY
    return amount.quantize(Decimal("0.01")) if amount is not None and known else amount


def json_of_value(value: Any) -> Any:  # noqa: ANN401
    """A value of a draft as JSON keeps it."""
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, date | time):
        return value.isoformat()
    return f"{value.normalize():f}" if isinstance(value, Decimal) else value


def _put_audience(session: Session, event_id: int, draft: Draft) -> None:
    named: Mapping[int, bool] = dict.fromkeys(draft.include_ids, False) | dict.fromkeys(draft.exclude_ids, True)
    session.execute(delete(AudienceGroup).where(AudienceGroup.event_id == event_id))
    session.execute(delete(AudienceMember).where(AudienceMember.event_id == event_id))
    if draft.group_ids:
        session.execute(
            insert(AudienceGroup), [{"event_id": event_id, "group_id": group} for group in sorted(draft.group_ids)]
        )
    if named:
        rows = [{"event_id": event_id, "member_id": member, "excluded": out} for member, out in named.items()]
        session.execute(insert(AudienceMember), rows)


def _put_rules(session: Session, event_id: int, leads: tuple[str, ...]) -> None:
    """What is kept stays the row that it is: a rule may hold more (recipients, mail) than its lead."""
    kept = session.scalars(
        select(ReminderRule).where(ReminderRule.event_id == event_id).order_by(ReminderRule.id)
    ).all()
    known = {rule.lead: rule for rule in kept}
    for rule in kept:
        if rule.lead not in leads:
            session.delete(rule)
    session.add_all(ReminderRule(event_id=event_id, lead=lead) for lead in leads if lead not in known)
    session.flush()


def merged(base: Mapping[str, Any], mine: Draft, theirs: Draft) -> tuple[Draft, frozenset[str]]:
    """My draft with whatever only they changed since ``base`` (as JSON), and the fields that both changed otherwise.

    In those my value stands: it was typed last, and its reader is about to see both.
    """
    my, their = as_json(mine), as_json(theirs)
    changed = [field.name for field in fields(Draft) if their[field.name] != base.get(field.name, their[field.name])]
    taken = {name: getattr(theirs, name) for name in changed if my[name] == base.get(name)}
    both = frozenset(name for name in changed if name not in taken and my[name] != their[name])
    return replace(mine, **taken), both
