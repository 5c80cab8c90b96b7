"""Validation of a draft, field by field, so that a form can show each error beside its field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from urllib.parse import urlsplit

from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.calendar.draft import MOST_MONEY, Draft
from campaign.dates.lead import Lead
from campaign.dates.rule import Rule
from campaign.errors import InvalidInput
from campaign.kinds import Kind
from campaign.models import Base, Duty, Event, Group, Member, Room

LONGEST_TITLE = 300
LONGEST_SPAN = timedelta(days=366)
MOST_SEATS = 1_000_000
MOST_DAYS_LATE = 60
MOST_DEPTH = 20


@dataclass(frozen=True, slots=True)
class FieldErrors:
    """Errors by field, in the order of the form; empty when the draft can be kept."""

    errors: Mapping[str, InvalidInput] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.errors)

    def raise_first(self) -> None:
        """For callers that show one sentence."""
        for error in self.errors.values():
            raise error


def check(session: Session, draft: Draft, *, event_id: int | None) -> FieldErrors:
    """What keeps the draft from being stored: contradictions in it, and things that it names and nobody knows."""
    found: dict[str, InvalidInput] = {}
    for name, error in (*_texts(draft), *_times(draft), *_numbers(draft), *_rules(draft)):
        found.setdefault(name, error)
    for name, error in _references(session, draft, event_id):
        found.setdefault(name, error)
    return FieldErrors(found)


Found = Iterator[tuple[str, InvalidInput]]


def _texts(draft: Draft) -> Found:
    if draft.kind not in set(Kind):
        yield "kind", InvalidInput("Không có loại hoạt động “{kind}”.", kind=draft.kind)
    if not draft.title:
        yield "title", InvalidInput("Hoạt động cần có tên.")
    if len(draft.title) > LONGEST_TITLE:
        yield "title", InvalidInput("Tên hoạt động dài quá {most} ký tự.", most=LONGEST_TITLE)
    if draft.online_url and not _is_link(draft.online_url):
        yield "online_url", InvalidInput("Liên kết trực tuyến phải bắt đầu bằng https:// hoặc http://.")
    wrong = next((link for link in draft.links if not _is_link(link)), None)
    if wrong:
        yield "links", InvalidInput("Liên kết “{link}” phải bắt đầu bằng https:// hoặc http://.", link=wrong)


def _is_link(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not any(map(str.isspace, text))


def _times(draft: Draft) -> Found:
    if draft.first is None:
        if draft.last or draft.start or draft.end:
            yield "first", InvalidInput("Hãy nhập ngày bắt đầu.")
        if draft.rule:
            yield "first", InvalidInput("Hoạt động lặp lại cần có ngày bắt đầu.")
    else:
        yield from _span(draft)
    if draft.end and not draft.start:
        yield "start", InvalidInput("Có giờ kết thúc thì cần có giờ bắt đầu.")
    pairs = (
        ("expected_end", draft.expected_start, draft.expected_end),
        ("figures_to", draft.figures_from, draft.figures_to),
    )
    for name, earlier, later in pairs:
        if earlier and later and later < earlier:
            yield name, InvalidInput("Ngày kết thúc phải từ ngày bắt đầu trở đi.")


def _span(draft: Draft) -> Found:
    assert draft.first
    last = draft.last or draft.first
    if last < draft.first:
        yield "last", InvalidInput("Ngày kết thúc phải từ ngày bắt đầu trở đi.")
    if last - draft.first > LONGEST_SPAN:
        yield "last", InvalidInput("Một hoạt động kéo dài không quá một năm.")
    if draft.start and draft.end and last == draft.first and draft.end <= draft.start:
        yield "end", InvalidInput("Giờ kết thúc phải sau giờ bắt đầu.")


def _numbers(draft: Draft) -> Found:
    if draft.capacity is not None and not 1 <= draft.capacity <= MOST_SEATS:
        yield "capacity", InvalidInput("Số chỗ phải từ 1 trở lên.")
    if not _is_money(draft.cost_estimate):
        yield "cost_estimate", InvalidInput("Dự toán phải là một số tiền từ 0 đồng trở lên.")
    if not _is_money(draft.cost_actual):
        yield "cost_actual", InvalidInput("Thực chi phải là một số tiền từ 0 đồng trở lên.")
    if draft.escalate_after is not None and not 1 <= draft.escalate_after <= MOST_DAYS_LATE:
        yield "escalate_after", InvalidInput("Số ngày làm việc phải từ 1 đến {most}.", most=MOST_DAYS_LATE)
    if (draft.escalate_after is None) != (draft.escalate_to_id is None):
        lacking = "escalate_to_id" if draft.escalate_to_id is None else "escalate_after"
        yield lacking, InvalidInput("Báo cấp trên khi quá hạn cần cả số ngày và người được báo.")


def _is_money(amount: Decimal | None) -> bool:
    return amount is None or (amount.is_finite() and 0 <= amount < MOST_MONEY)


def _rules(draft: Draft) -> Found:
    try:
        rule = Rule.parse(draft.rule) if draft.rule else None
    except InvalidInput as error:
        yield "rule", error
    else:
        if draft.per_year and (rule is None or rule.frequency != "YEARLY"):
            yield "per_year", InvalidInput("Chỉ hoạt động lặp lại hằng năm mới xác nhận theo từng năm.")
        if rule and rule.until and draft.first and rule.until < draft.first:
            yield "rule", InvalidInput("Chuỗi kết thúc trước ngày bắt đầu.")
    for lead in draft.own_rules or ():
        try:
            Lead.parse(lead)
        except InvalidInput as error:
            yield "own_rules", error


def _references(session: Session, draft: Draft, event_id: int | None) -> Found:
    single: tuple[tuple[str, type[Base], frozenset[int], InvalidInput], ...] = (
        ("duty_id", Duty, _ids(draft.duty_id), InvalidInput("Không tìm thấy nhiệm vụ đã chọn.")),
        ("room_id", Room, _ids(draft.room_id), InvalidInput("Không tìm thấy phòng đã chọn.")),
        ("contact_id", Member, _ids(draft.contact_id), InvalidInput("Không tìm thấy người phụ trách đã chọn.")),
        ("escalate_to_id", Member, _ids(draft.escalate_to_id), InvalidInput("Không tìm thấy người được báo đã chọn.")),
        ("group_ids", Group, draft.group_ids, InvalidInput("Có nhóm đã chọn không còn nữa.")),
        ("include_ids", Member, draft.include_ids | draft.exclude_ids, InvalidInput("Có người đã chọn không còn nữa.")),
    )
    for name, model, ids, error in single:
        if ids and len(session.scalars(select(model.id).where(model.id.in_(ids))).all()) < len(ids):
            yield name, error
    if draft.part_of_id is not None:
        yield from _parent(session, draft.part_of_id, event_id)


def _ids(value: int | None) -> frozenset[int]:
    return frozenset() if value is None else frozenset({value})


def _parent(session: Session, part_of_id: int, event_id: int | None) -> Found:
    """The campaign that the event belongs to exists, and the event does not, over others, belong to itself."""
    above: int | None = part_of_id
    for _ in range(MOST_DEPTH):
        if above is None:
            return
        if above == event_id:
            yield "part_of_id", InvalidInput("Một hoạt động không thể thuộc về chính nó.")
            return
        row = session.execute(select(Event.part_of_id).where(Event.id == above)).one_or_none()
        if row is None:
            yield "part_of_id", InvalidInput("Không tìm thấy đợt hoạt động đã chọn.")
            return
        above = row.part_of_id
    yield "part_of_id", InvalidInput("Các đợt hoạt động lồng nhau quá nhiều tầng.")
