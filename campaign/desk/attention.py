"""What needs a person now: the first page of the desk, and the first steps of a new installation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Select, exists, func, or_, select
from sqlalchemy.orm import Session

from campaign.desk import rolling
from campaign.desk.board import Board, DutyLine, Entry, State, Waiting
from campaign.desk.maillog import STATES, Way, way
from campaign.kinds import DEADLINES
from campaign.models import AccountMail, Event, Filing, Member, Message, Occurrence, PlanReading, Result, Room
from campaign.paging import Within, members_within
from campaign.reason import Reason

REPORTS_BACK = timedelta(days=366)
WAITING_LONG = timedelta(minutes=30)
HALF_A_YEAR = timedelta(days=184)
NEXT = 3
MOST = 12
SAMPLE = "sample"
"""Rows of one list; the board shows the others."""


@dataclass(frozen=True, slots=True)
class MailTrouble:
    """How many mails failed and could still be of use, are late or cannot be composed; the state of the way out."""

    failed: int
    late: int
    uncomposed: int
    way: Way

    def __bool__(self) -> bool:
        return bool(self.failed or self.late or self.uncomposed or self.way.held_at)


@dataclass(frozen=True, slots=True)
class LateReport:
    """A report whose day has passed and that nobody has noted as sent."""

    occurrence_id: int
    uid: str
    kind: str
    title: str
    due: date
    recipient: str


@dataclass(frozen=True, slots=True)
class Attention:
    """The lists of the page, each in the order of its days; ``next`` is what comes when they are empty."""

    late_reports: tuple[LateReport, ...]
    overdue: tuple[Entry, ...]
    to_confirm: tuple[Entry, ...]
    undated: tuple[Waiting, ...]
    incomplete: tuple[Entry, ...]
    duties: tuple[DutyLine, ...]
    rolling: rolling.Due | None
    mail: MailTrouble
    unreachable: tuple[Member, ...]
    next: tuple[Entry, ...]

    @property
    def total(self) -> int:
        lists = (self.late_reports, self.overdue, self.to_confirm, self.undated, self.incomplete, self.duties)
        return sum(map(len, lists)) + len(self.unreachable) + bool(self.mail) + bool(self.rolling)


def attention(session: Session, board: Board, *, now: datetime, today: date, within: Within = None) -> Attention:
    """What the board of this year, the mail log and the members ask for, for somebody limited to these groups."""
    ends = end_of_next_month(today)
    drafts = [each for each in board.entries if each.is_draft and not each.cancelled]
    ahead = [each for each in board.entries if each.ends_at > now and not each.cancelled and not each.is_draft]
    return Attention(
        tuple(_late_reports(session, today)) if within is None else (),
        tuple(each for each in drafts if State.OVERDUE in each.states),
        tuple(each for each in drafts if State.OVERDUE not in each.states and each.first_day <= ends),
        tuple(each for each in board.waiting if _is_expected_by(each, ends)),
        tuple(each for each in ahead if each.first_day <= ends and each.states & {State.ROOMLESS, State.UNREMINDED}),
        tuple(_of_quarter(board.duties, today)),
        rolling.due(session, today) if within is None else None,
        _mail(session, now) if within is None else MailTrouble(0, 0, 0, Way()),
        tuple(session.scalars(_unreachable(within))),
        tuple(ahead[:NEXT]),
    )


def _is_expected_by(waiting: Waiting, day: date) -> bool:
    """What may lie anywhere in the year is not expected before its end is near."""
    first, last = waiting.expected_start, waiting.expected_end
    if first and last and last - first > HALF_A_YEAR:
        return last <= day
    return first is not None and first <= day


def end_of_next_month(today: date) -> date:
    return (today.replace(day=1) + timedelta(days=62)).replace(day=1) - timedelta(days=1)


def _late_reports(session: Session, today: date) -> Iterable[LateReport]:
    filed = exists().where(Filing.occurrence_id == Occurrence.id, Filing.unit_id.is_(None))
    live = Occurrence.confirmed_at.is_not(None), Occurrence.cancelled_at.is_(None), Event.cancelled_at.is_(None)
    query = (
        select(Occurrence.id, Event.uid, Event.kind, Event.title, Occurrence.last_day, Event.recipient)
        .join(Event, Event.id == Occurrence.event_id)
        .where(Event.kind.in_(DEADLINES), *live, ~filed)
        .where(Occurrence.last_day < today, Occurrence.last_day >= today - REPORTS_BACK)
        .order_by(Occurrence.last_day, Occurrence.id)
    )
    return (LateReport(*row) for row in session.execute(query))


def _of_quarter(duties: Iterable[DutyLine], today: date) -> Iterable[DutyLine]:
    """The duties expected in this quarter, or before it, that have no event with a day."""
    begins = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
    next_begins = (begins + timedelta(days=95)).replace(day=1)
    open_ = (each for each in duties if not each.is_scheduled)
    return (each for each in open_ if each.expected_start and each.expected_start < next_begins)


def _mail(session: Session, now: datetime) -> MailTrouble:
    def number(*where: object) -> int:
        return session.scalar(select(func.count()).select_from(Message).where(*where)) or 0  # type: ignore[arg-type]

    failed = number(STATES["failed"], Message.useful_until > now)
    late = number(Message.result.is_(None), Message.next_at < now - WAITING_LONG)
    uncomposed = number(Message.result.is_(None), Message.reason == Reason.RENDERING)
    return MailTrouble(failed, late, uncomposed, way(session))


def _unreachable(within: Within) -> Select[Member]:
    marked = Member.flagged_at.is_not(None), Member.left_at.is_(None)
    return select(Member).where(members_within(within), *marked).order_by(Member.sort_key, Member.id).limit(MOST)


@dataclass(frozen=True, slots=True)
class FirstSteps:
    """What a new installation has; each step is done when its rows are there. A year that runs asks for none."""

    people: bool
    rooms: bool
    plan: bool
    mail: bool
    runs: bool


def first_steps(session: Session) -> FirstSteps:
    """One question."""
    plan = or_(exists(select(PlanReading.id)), exists(select(Event.id)))
    mail = exists(select(AccountMail.id).where(AccountMail.result == Result.SENT, AccountMail.kind == SAMPLE))
    runs = exists(select(Event.id).where(Event.confirmed_at.is_not(None)))
    row = session.execute(select(exists(select(Member.id)), exists(select(Room.id)), plan, mail, runs)).one()
    return FirstSteps(*map(bool, row))
