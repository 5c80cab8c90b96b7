"""The next free slots of the same length: working days, usual hours, room and people free.

A slot in which nobody of the audience is taken comes first; failing that, those with the fewest. The search is bounded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.calendar import audience
from campaign.calendar.agency import Agency
from campaign.calendar.draft import Draft
from campaign.calendar.sentence import Sentence
from campaign.calendar.series import ONE_DAY
from campaign.calendar.when import When
from campaign.dates.spans import Span
from campaign.desk.busy import Busy, Needs, among, needs_of, span_of
from campaign.desk.warnings import CLOSING, in_tet_weeks
from campaign.kinds import ATTENDED
from campaign.models import Room

HALF_DAYS = ((time(8), time(7, 30), time(8, 30)), (time(14), time(13, 30)))
"""The usual starts of morning and afternoon, the more usual first."""
NOON, CLOSE = time(11, 30), time(17)
LONG = timedelta(hours=5)
"""What lasts longer has its lunch within and takes the whole day."""
USUAL_LENGTH = timedelta(hours=2)
SEARCH_DAYS, STRETCH = 70, 14


@dataclass(frozen=True, slots=True)
class Slot:
    """A proposal; ``why`` says what speaks for it, ``overlaps`` how many of the audience are taken at most.

    ``room_id``: the room that is meant, where the draft names none that everybody has a seat in.
    """

    first: date
    last: date
    start: time | None
    end: time | None
    why: Sentence
    overlaps: int = 0
    room_id: int | None = None

    @property
    def when(self) -> When:
        return When(self.first, self.last, self.start, self.end)


def next_free(
    session: Session, draft: Draft, *, event_id: int | None, agency: Agency, today: date, count: int = 3
) -> list[Slot]:
    """The next slots for this draft from its own first day on, or from tomorrow.

    Two weeks are looked at at a time, with two queries, until enough slots are free for everybody.
    """
    since = max(draft.first or today, today + ONE_DAY)
    heads = audience.count(session, draft)
    needs = _rooms(session, draft, heads)
    free: list[Slot] = []
    for n in range(0, SEARCH_DAYS, STRETCH):
        candidates = list(_candidates(draft, since + timedelta(days=n), agency))
        free += _free(session, draft, candidates, (needs, heads), event_id=event_id, agency=agency)
        best = _spread([slot for slot in free if not slot.overlaps], count)
        if len(best) == count:
            return best
    return _spread(sorted(free, key=lambda slot: slot.overlaps), count)


def _free(
    session: Session,
    draft: Draft,
    candidates: Sequence[When],
    wanted: tuple[Sequence[Needs], int],
    *,
    event_id: int | None,
    agency: Agency,
) -> Iterator[Slot]:
    """Those of the candidates in which room and speakers are free."""
    if not candidates:
        return
    rooms, heads = wanted
    span = Span(candidates[0].first, max(when.span.last for when in candidates))
    others = [busy for busy in among(session, [span], event_id=event_id, where=agency.zone) if busy.takes_time]
    shared = audience.overlap(session, draft, {busy.event_id for busy in others}) if others and heads else {}
    for when in candidates:
        slots = (_slot(when, others, needs, shared, heads, agency) for needs in rooms)
        slot = next(filter(None, slots), None)
        if slot:
            yield slot if slot.room_id != draft.room_id else replace(slot, room_id=None)


def _rooms(session: Session, draft: Draft, heads: int) -> list[Needs]:
    """What a slot has to have: the draft's own place, or the rooms in which so many people have a seat, small first."""
    own = needs_of(session, draft)
    elsewhere = draft.place or draft.online_url or draft.kind not in ATTENDED
    fits = own.capacity is None or own.capacity >= heads
    if fits if own.room_id is not None else elsewhere or not heads:
        return [own]
    query = select(Room.id).where(Room.capacity >= heads).order_by(Room.capacity, Room.id)
    large = [needs_of(session, replace(draft, room_id=number)) for number in session.scalars(query)]
    return large or [own]


def _candidates(draft: Draft, since: date, agency: Agency) -> Iterator[When]:
    """Every slot worth a look in one stretch of days, in order."""
    days = max((draft.last - draft.first).days, 0) if draft.first and draft.last else 0
    for n in range(STRETCH):
        first = since + timedelta(days=n)
        last = first + timedelta(days=days)
        if not _is_good(first, last, agency):
            continue
        if draft.start is None:
            yield When(first, last)
        elif days:
            yield When(first, last, draft.start, draft.end)
        else:
            yield from _hours(draft, first)


def _is_good(first: date, last: date, agency: Agency) -> bool:
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    closing = any(day.month == 12 and day.day >= CLOSING for day in days)  # noqa: PLR2004 - December
    return all(map(agency.calendar.is_working, days)) and not closing and not any(map(in_tet_weeks, days))


def _hours(draft: Draft, day: date) -> Iterator[When]:
    """The wished start in its half of the day, then the usual ones; one of each half is enough in the end."""
    assert draft.start
    length = _length(draft)
    for half in HALF_DAYS:
        wished = (draft.start,) if (draft.start < NOON) == (half[0] < NOON) else ()
        for start in dict.fromkeys((*wished, *half)):
            ends = datetime.combine(day, start) + length
            limit = CLOSE if start >= NOON or length >= LONG else NOON
            # A start that somebody asked for may run over; the agency's own usual hours do not.
            if ends.date() == day and (ends.time() <= limit or start == draft.start):
                yield When(day, day, start, ends.time())


def _length(draft: Draft) -> timedelta:
    if not (draft.start and draft.end and draft.end > draft.start):
        return USUAL_LENGTH
    return datetime.combine(date.min, draft.end) - datetime.combine(date.min, draft.start)


def _slot(
    when: When, others: Sequence[Busy], needs: Needs, shared: dict[int, int], heads: int, agency: Agency
) -> Slot | None:
    starts_at, ends_at = span_of(when, agency.zone)
    meanwhile = [other for other in others if other.overlaps(starts_at, ends_at)]
    if any(needs.shares_room(other) or needs.shared_speaker(other) for other in meanwhile):
        return None
    taken = min(sum(shared.get(event_id, 0) for event_id in {other.event_id for other in meanwhile}), heads)
    return Slot(when.first, when.span.last, when.start, when.end, _why(needs, taken, heads), taken, needs.room_id)


def _why(needs: Needs, taken: int, heads: int) -> Sentence:
    if taken:
        return Sentence(
            "Ít trùng nhất: nhiều nhất {taken} trong {heads} người dự có lịch khác.", taken=taken, heads=heads
        )
    if needs.room_name:
        return Sentence("{room} trống, không người dự nào có lịch khác.", room=needs.room_name)
    return Sentence("Không người dự nào có lịch khác.")


def _spread(slots: Sequence[Slot], count: int) -> list[Slot]:
    """The first slots, at most one of each half of a day; in order of time."""
    halves: dict[tuple[date, bool], Slot] = {}
    for slot in slots:
        halves.setdefault((slot.first, bool(slot.start and slot.start >= NOON)), slot)
    chosen = list(halves.values())[:count]
    return sorted(chosen, key=lambda slot: (slot.first, slot.start or time()))
