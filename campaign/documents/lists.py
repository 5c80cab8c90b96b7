"""Every list of the follow-through as rows for a file: one table says what each list is called and what it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select, true
from sqlalchemy.orm import Session, contains_eager, joinedload, selectinload

from campaign.calendar.audit_words import RESULTS, SEXES, field_word
from campaign.calendar.sentence import Sentence
from campaign.calendar.series import MIDNIGHT
from campaign.dates.reporting import Period
from campaign.dates.zones import instant
from campaign.directory import export
from campaign.documents.sheets import Table, Value, table_of
from campaign.figures import attendance, costs, deadlines, duties, targets
from campaign.figures.period_report import plan_of
from campaign.followup.records import REGISTERS, Record, listed
from campaign.kinds import Kind
from campaign.models import Attendance, AudienceGroup, Event, Group, Guest, Member, Message, Occurrence, Plan
from campaign.paging import Within, events_open_to, members_within
from campaign.reason import sentence as reason_of

Rows = Iterable[Sequence[Value]]
MOST_MAILS = 20_000


@dataclass(frozen=True, slots=True)
class Scope:
    """Which rows: of a year (or one occurrence), as of a day, and within the groups that the reader is limited to.

    ``zone``: the agency's, in which the year begins and moments are written.
    """

    year: int
    today: date
    zone: ZoneInfo
    within: Within = None
    occurrence_id: int | None = None

    @property
    def days(self) -> tuple[date, date]:
        return date(self.year, 1, 1), date(self.year, 12, 31)

    @property
    def period(self) -> Period:
        return Period.between(*self.days, "")


@dataclass(frozen=True, slots=True)
class Listing:
    """One list: its title, the headings of its columns, and where its rows come from."""

    title: Sentence
    headings: tuple[Sentence, ...]
    rows: Callable[[Session, Scope], Rows]


def table(session: Session, name: str, scope: Scope, language: str) -> Table:
    """The list of this name (a key of ``LISTS``), in the reader's language."""
    listing = LISTS[name]
    return table_of(listing.title, listing.headings, listing.rows(session, scope), language)


def _people(session: Session, scope: Scope) -> Rows:
    return export.rows(session, within=scope.within)


def _events(session: Session, scope: Scope) -> Rows:
    in_year = Occurrence.first_day.between(*scope.days)
    query = (
        select(Event, Occurrence)
        .outerjoin(Occurrence, (Occurrence.event_id == Event.id) & in_year)
        .where(or_(Occurrence.id.is_not(None), Event.expected_start.between(*scope.days)))
        .where(events_open_to(scope.within))
        .options(selectinload(Event.groups), joinedload(Event.duty))
        .order_by(Occurrence.first_day.is_(None), Occurrence.first_day, Event.expected_start, Event.id)
    )
    for event, occurrence in session.execute(query):
        yield (
            Sentence(Kind(event.kind).traits.label),
            (occurrence.title if occurrence else "") or event.title,
            occurrence.theme if occurrence else "",
            occurrence.first_day if occurrence else None,
            occurrence.last_day if occurrence else None,
            occurrence.start_time if occurrence else None,
            (occurrence.place if occurrence else "") or event.place,
            Sentence("Toàn cơ quan") if event.audience_all else ", ".join(group.name for group in event.groups),
            event.organizer,
            _state(event, occurrence),
            event.duty.outline if event.duty else "",
            event.cost_estimate,
            event.cost_actual,
        )


def _state(event: Event, occurrence: Occurrence | None) -> Value:
    if event.cancelled_at or (occurrence and occurrence.cancelled_at):
        return Sentence("đã hủy")
    if occurrence is None:
        return Sentence("chưa có ngày")
    return Sentence("đã xác nhận") if event.confirmed_at and occurrence.confirmed_at else Sentence("bản nháp")


def _duties(session: Session, plan: Plan, scope: Scope) -> Rows:
    for one in duties.of_plan(session, plan.id, today=scope.today):
        events = (f"{each.title} ({each.day:%d/%m/%Y})" if each.day else each.title for each in one.events)
        notes = (f"{note.text} {note.link}".strip() for note in one.notes)
        yield (
            one.duty.outline, one.duty.text, duties.WORDS[one.state], "\n".join(events), "\n".join(notes),
            one.duty.waived_reason, one.duty.cost_estimate, one.duty.cost_actual,
        )  # fmt: skip


def _targets(session: Session, plan: Plan, scope: Scope) -> Rows:
    for one in targets.of_plan(session, plan.id, Period.parse(f"{plan.year:04}"), today=scope.today):
        aim, unit = one.target.value, one.target.unit
        yield (
            one.target.title,
            one.target.comparison,
            aim,
            unit,
            one.value,
            one.day,
            one.source,
            targets.REACHED[one.reached],
        )


def _values(session: Session, plan: Plan, scope: Scope) -> Rows:
    for one in targets.of_plan(session, plan.id, Period.parse(f"{plan.year:04}"), today=scope.today):
        for row in one.target.values:
            yield one.target.title, row.day, row.value, one.target.unit, row.source, row.note


def _reports(session: Session, scope: Scope) -> Rows:
    for one in deadlines.between(session, *scope.days, today=scope.today):
        for part in (one.own, *one.units):
            filed = part.filing
            yield (
                one.event.title, part.unit, one.event.recipient, one.event.via, one.event.figures_from,
                one.event.figures_to, part.due, deadlines.WORDS[part.state], filed.filed_on if filed else None,
                filed.number if filed else "", filed.link if filed else "", filed.noted_by if filed else "",
            )  # fmt: skip


def _costs(session: Session, scope: Scope) -> Rows:
    plan = plan_of(session, scope.year)
    found = costs.of_period(session, scope.period, plan.id if plan else None)
    for one in found:
        yield one.title, one.day, one.estimate, one.actual
    whole = costs.total(found)
    yield Sentence("Tổng cộng"), None, whole.estimate, whole.actual


def _attendance(session: Session, scope: Scope) -> Rows:
    in_year, one = Occurrence.first_day.between(*scope.days), Occurrence.id == scope.occurrence_id
    which = in_year if scope.occurrence_id is None else one
    noted = (
        select(Attendance, Occurrence, Member)
        .join(Occurrence, Occurrence.id == Attendance.occurrence_id)
        .join(Event, Event.id == Occurrence.event_id)
        .join(Member, Member.id == Attendance.member_id)
        .options(contains_eager(Occurrence.event), joinedload(Member.unit))
        .where(which, members_within(scope.within))
        .order_by(Occurrence.first_day, Occurrence.id, Member.sort_key, Member.id)
    )
    for row, occurrence, member in session.execute(noted):
        unit = member.unit.name if member.unit else ""
        yield (*_about(occurrence), member.name, unit, SEXES.get(member.sex), attendance.WORDS[row.state], row.noted_by)
    theirs = select(AudienceGroup.event_id).where(AudienceGroup.group_id.in_(scope.within or ()))
    guests = (
        select(Guest, Occurrence)
        .join(Occurrence, Occurrence.id == Guest.occurrence_id)
        .join(Event, Event.id == Occurrence.event_id)
        .options(contains_eager(Occurrence.event))
        .where(which, Event.id.in_(theirs) if scope.within is not None else true())
        .order_by(Occurrence.first_day, Occurrence.id, Guest.id)
    )
    for guest, occurrence in session.execute(guests):
        yield (*_about(occurrence), guest.name, guest.unit, SEXES.get(guest.sex), Sentence("khách"), guest.noted_by)


def _about(occurrence: Occurrence) -> tuple[Value, Value]:
    return occurrence.first_day, occurrence.title or occurrence.event.title


def _mails(session: Session, scope: Scope) -> Rows:
    begin, end = (instant(date(year, 1, 1), MIDNIGHT, scope.zone) for year in (scope.year, scope.year + 1))
    query = (
        select(Message)
        .join(Member, Member.id == Message.member_id)
        .options(contains_eager(Message.member), joinedload(Message.content))
        .where(Message.created_at >= begin, Message.created_at < end, members_within(scope.within))
        .order_by(Message.id.desc())
        .limit(MOST_MAILS)
    )
    for one in session.scalars(query):
        moment = (one.settled_at or one.next_at).astimezone(scope.zone)
        subject = one.content.subject if one.content else ""
        why = reason_of(one.reason, one.detail) if one.reason else ""
        yield moment, one.member.name, one.member.address, subject, RESULTS[one.result or "pending"], why, one.attempts


def _of_plan(rows: Callable[[Session, Plan, Scope], Rows]) -> Callable[[Session, Scope], Rows]:
    """The rows of the year's plan; none without one."""

    def found(session: Session, scope: Scope) -> Rows:
        plan = plan_of(session, scope.year)
        return rows(session, plan, scope) if plan else ()

    return found


def _of_register(name: str) -> Listing:
    """One of the plain lists, with the words of the audit log for its fields."""
    register = REGISTERS[name]

    def rows(session: Session, plan: Plan, _scope: Scope) -> Iterator[Sequence[Value]]:
        units = {row.id: row.name for row in session.execute(select(Group.id, Group.name))}
        for row in listed(session, register, plan.id):
            yield [_field(row, field, units) for field in register.fields]

    fields = " ".join("unit" if field == "unit_id" else field for field in register.fields)
    return _listing(TITLES[name], register.noun.__tablename__, fields, _of_plan(rows))


def _field(row: Record, field: str, units: Mapping[int, str]) -> Value:
    value: Value = getattr(row, field)
    return units.get(value, "") if field == "unit_id" and isinstance(value, int) else value


TITLES = {
    "awards": Sentence("Khen thưởng"),
    "difficulties": Sentence("Khó khăn, vướng mắc"),
    "findings": Sentence("Giám sát, kiểm tra"),
    "courses": Sentence("Cử đi học"),
}


def _listing(title: Sentence, subject: str, fields: str, rows: Callable[[Session, Scope], Rows]) -> Listing:
    """A list whose columns are called as the audit log calls the fields of this subject."""
    return Listing(title, tuple(field_word(field, subject) for field in fields.split()), rows)


LISTS: Mapping[str, Listing] = {
    "people": Listing(Sentence("Nhân sự"), export.HEADINGS, _people),
    "events": _listing(
        Sentence("Hoạt động"),
        "event",
        "kind title theme first_day last_day start place group_ids organizer state duty_id cost_estimate cost_actual",
        _events,
    ),
    "duties": _listing(
        Sentence("Nhiệm vụ"),
        "duty",
        "outline text state events notes reason cost_estimate cost_actual",
        _of_plan(_duties),
    ),
    "targets": _listing(
        Sentence("Chỉ tiêu"), "target", "title comparison aim measure value day source verdict", _of_plan(_targets)
    ),
    "values": _listing(
        Sentence("Giá trị chỉ tiêu"), "target", "title day value measure source notes", _of_plan(_values)
    ),
    "reports": _listing(
        Sentence("Báo cáo"),
        "event",
        "title unit recipient via figures_from figures_to due state filed_on number link noted_by",
        _reports,
    ),
    "costs": _listing(Sentence("Kinh phí"), "event", "title day cost_estimate cost_actual", _costs),
    "attendance": _listing(
        Sentence("Điểm danh"), "attendance", "day title name unit sex attendance noted_by", _attendance
    ),
    "mails": _listing(Sentence("Nhật ký thư"), "message", "when name address mail state reason attempts", _mails),
    **{name: _of_register(name) for name in REGISTERS},
}
