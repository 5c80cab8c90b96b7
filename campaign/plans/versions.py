"""Two versions of one plan: what came, what went, what moved; and what a newer version may change once asked.

Things are compared as the texts have them, not as people corrected them since.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.audit import PROGRAM, Act
from campaign.calendar.agency import UnitOfWork
from campaign.calendar.sentence import Sentence
from campaign.calendar.when import When
from campaign.desk import decisions
from campaign.errors import InvalidInput
from campaign.models import Decision, Event, Occurrence, PlanReading, Proposal
from campaign.plans.adoption import adopt, duty_of, issued_of
from campaign.plans.drafting import draft_of
from campaign.reading import Basis, Head, Reading
from campaign.reading import Duty as Clause
from campaign.reading import Proposal as Proposed
from campaign.reading.answer import reading_of
from campaign.reading.pairing import Phrase, likeness, pairs

SAME_TITLE = 0.8
Item = TypeVar("Item")

HEAD = {
    "number": Sentence("Số"),
    "issued": Sentence("Ngày ban hành"),
    "title": Sentence("Tên kế hoạch"),
    "signer": Sentence("Người ký"),
}
"""What of a plan's head is compared."""
_CORRECTED = ("kind", "title", "first_day", "last_day", "precision", "start_time", "end_time", "audience")
_DECIDED = ("decision", "decided_at", "decided_by", "event_id", "corrected_at")


@dataclass(frozen=True, slots=True)
class Changes(Generic[Item]):
    """What a newer text has and an older one had; pairs are (older, newer)."""

    came: tuple[Item, ...]
    went: tuple[Item, ...]
    moved: tuple[tuple[Item, Item], ...]
    same: tuple[tuple[Item, Item], ...]

    @property
    def is_nothing(self) -> bool:
        return not (self.came or self.went or self.moved)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Proposals that moved have other days or times; duties that moved, other words. ``head``: of number and day."""

    head: tuple[Sentence, ...]
    bases: Changes[Basis]
    proposals: Changes[Proposal]
    duties: Changes[Clause]

    @property
    def is_nothing(self) -> bool:
        return not self.head and all(each.is_nothing for each in (self.bases, self.proposals, self.duties))

    def summary(self) -> list[str]:
        """What is other than in the older version, in a few Vietnamese sentences."""
        parts = (self.bases, "Căn cứ"), (self.proposals, "Hoạt động"), (self.duties, "Nhiệm vụ")
        counted = [
            f"{name}: {len(each.came)} mới, {len(each.went)} không còn, {len(each.moved)} thay đổi."
            for each, name in parts
            if not each.is_nothing
        ]
        return [*map(str, self.head), *counted]


def earlier(session: Session, reading: PlanReading) -> PlanReading | None:
    """The latest reading of the same plan: of the same year, with nearly the same title."""
    alive = PlanReading.year == reading.year, PlanReading.deleted_at.is_(None)
    query = select(PlanReading).where(*alive).order_by(PlanReading.id.desc())
    return next((each for each in session.scalars(query) if likeness(each.title, reading.title, SAME_TITLE)), None)


def changes_since(session: Session, reading: PlanReading) -> list[str]:
    """What is other than in the version before, in a few sentences; nothing if there was none."""
    older = session.get(PlanReading, reading.supersedes_id) if reading.supersedes_id else None
    return compare(session, older, reading).summary() if older else []


def compare(session: Session, older: PlanReading, newer: PlanReading) -> Comparison:
    before, after = reading_of(older.answer), reading_of(newer.answer)
    joined = pairs(_phrases(before), _phrases(after))
    still = {(there, here) for here, there in joined.items() if _when(before, there) == _when(after, here)}
    clauses = pairs([Phrase(each.quote) for each in before.duties], [Phrase(each.quote) for each in after.duties])
    worded = {
        (there, here)
        for here, there in clauses.items()
        if before.duties[there].text.split() == after.duties[here].text.split()
    }
    return Comparison(
        tuple(_head_changes(before.plan, after.plan)),
        _bases(before.bases, after.bases),
        _changes(_rows(session, older), _rows(session, newer), joined, still),
        _changes(before.duties, after.duties, clauses, worded),
    )


def _head_changes(before: Head, after: Head) -> Iterator[Sentence]:
    for name, label in HEAD.items():
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield Sentence("{what}: {old} → {new}.", what=label, old=_said(name, old), new=_said(name, new))


def _said(name: str, value: str | None) -> object:
    day, text = issued_of(value) if name == "issued" else (None, value)
    return day or text or Sentence("chưa có")


def _bases(older: Sequence[Basis], newer: Sequence[Basis]) -> Changes[Basis]:
    """Documents are the same if their numbers and days are."""
    places = {(each.number, each.issued): place for place, each in enumerate(older)}
    joined = {
        here: places[each.number, each.issued]
        for here, each in enumerate(newer)
        if (each.number, each.issued) in places
    }
    return _changes(older, newer, joined, {(there, here) for here, there in joined.items()})


def carry_over(session: Session, older: PlanReading, newer: PlanReading) -> None:
    """Take over what was decided on unchanged proposals; one that moved is pointed at its event and waits."""
    changes = compare(session, older, newer).proposals
    by_old = {old.id: new for old, new in changes.same}
    for old, new in changes.same:
        for name in (*_DECIDED, *(_CORRECTED if old.corrected_at else ())):
            setattr(new, name, getattr(old, name))
        new.matches_event_id = old.matches_event_id
        into = by_old.get(old.merged_into_id or 0)
        new.merged_into_id = into.id if into else None
        if new.decision == Decision.MERGED and into is None:
            new.reconsider()
    for old, new in changes.moved:
        new.matches_event_id = old.event_id
    session.flush()


def offered(session: Session, reading: PlanReading) -> dict[int, Event]:
    """The events that this version has on other days and whose move nobody has decided yet, by proposal."""
    if reading.supersedes_id is None:
        return {}
    older = select(Proposal.event_id).where(Proposal.reading_id == reading.supersedes_id)
    query = select(Proposal.id, Event).join(Event, Event.id == Proposal.matches_event_id)
    waiting = query.where(Proposal.reading_id == reading.id, Proposal.decision == "", Event.id.in_(older))
    return {row[0]: row[1] for row in session.execute(waiting)}


def relocate(work: UnitOfWork, proposal: Proposal, *, notify: bool) -> Event:
    """Lay the event of the older version on the days of the newer one, as somebody asked; of a series that year's."""
    event = work.session.get(Event, proposal.matches_event_id) if proposal.matches_event_id else None
    draft = draft_of(proposal, duty_id=None, groups=())
    if event is None or draft.first is None:
        raise InvalidInput("“{title}” không có ngày mới để dời sang.", title=proposal.title)
    reading = work.session.get_one(PlanReading, proposal.reading_id)
    to = When(draft.first, draft.last, draft.start or event.start_time, draft.end or event.end_time)
    decisions.move(work, event, _this_year(work.session, event, reading), to, notify=notify)
    duty = duty_of(work.session, adopt(Act(work.session, work.now, PROGRAM), reading), proposal.duty_position)
    event.quote, event.quote_line = proposal.quote, proposal.line
    event.duty_id = duty.id if duty else event.duty_id
    proposal.decide(Decision.ACCEPTED, now=work.now, by=work.by.name)
    proposal.event_id = event.id
    work.record("move", proposal, {}, {"when": to.to_json(), "event_id": event.id})
    return event


def _this_year(session: Session, event: Event, reading: PlanReading) -> Occurrence | None:
    if not event.rule:
        return None
    query = select(Occurrence).where(Occurrence.event_id == event.id).order_by(Occurrence.original_day)
    return next((each for each in session.scalars(query) if each.original_day.year == reading.year), None)


def _rows(session: Session, reading: PlanReading) -> Sequence[Proposal]:
    return session.scalars(select(Proposal).where(Proposal.reading_id == reading.id).order_by(Proposal.position)).all()


def _phrases(reading: Reading) -> list[Phrase]:
    return [Phrase(f"{each.title} {each.kind}", _days(each)) for each in reading.proposals]


def _days(proposed: Proposed) -> Hashable:
    return (str(proposed.start), str(proposed.end or proposed.start), proposed.time)


def _when(reading: Reading, place: int) -> Hashable:
    proposed = reading.proposals[place]
    hint = tuple(map(str, proposed.hint or ()))
    return (_days(proposed), proposed.end_time, proposed.deadline, proposed.frequency, hint)


def _changes(
    older: Sequence[Item], newer: Sequence[Item], joined: dict[int, int], unchanged: set[tuple[int, int]]
) -> Changes[Item]:
    both = sorted((there, here) for here, there in joined.items())
    return Changes(
        came=tuple(each for place, each in enumerate(newer) if place not in joined),
        went=tuple(each for place, each in enumerate(older) if place not in set(joined.values())),
        moved=tuple((older[there], newer[here]) for there, here in both if (there, here) not in unchanged),
        same=tuple((older[there], newer[here]) for there, here in both if (there, here) in unchanged),
    )
