"""Warnings about a schedule before it is saved: conflicts with other events, each with a way out, never a refusal.

Of a series the occurrences of the coming twelve months are looked at; what repeats is said once, with how often.
Four queries at most: the room, the other events of those days, the audience, and how much of it they share.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy.orm import Session

from campaign.calendar import audience
from campaign.calendar.agency import Agency
from campaign.calendar.draft import Draft
from campaign.calendar.sentence import Sentence
from campaign.calendar.when import When
from campaign.dates.recurrence import Series
from campaign.dates.rule import Rule
from campaign.desk import warnings
from campaign.desk.busy import Busy, Needs, among, by_day, needs_of, span_of, takes_time
from campaign.desk.warnings import NOTE, ScheduleWarning
from campaign.errors import InvalidInput
from campaign.kinds import TAKING_THE_DAY, WANTING_THE_DAY

YEAR = timedelta(days=365)
MOST_HAPPENINGS = 400
MANY = 3
"""So many other events of the same kind of trouble are named; the rest would only hide them."""


def find(session: Session, draft: Draft, *, event_id: int | None, agency: Agency, today: date) -> list[ScheduleWarning]:
    """The warnings of a draft that may still be half filled in; the gravest first."""
    if draft.first and draft.last and draft.last < draft.first:
        draft = replace(draft, last=None)  # the form says so by itself; the rest is still worth a look
    occurrences = occurrences_of(draft, today)
    needs = needs_of(session, draft)
    others = among(session, [when.span for when in occurrences], event_id=event_id, where=agency.zone)
    heads = audience.count(session, draft)
    found = [
        *warnings.of_dates(draft, today),
        *(warning for when in occurrences for warning in warnings.of_day(draft, when, agency.calendar)),
        *_of_audience(draft, needs, heads),
    ]
    days = by_day(others)
    meetings = [meeting for when in occurrences for meeting in _meetings(draft, when, days, agency)]
    found += _of_others(session, draft, needs, meetings, heads)
    return sorted(_gathered(found), key=lambda warning: warning.severity == NOTE)


def occurrences_of(draft: Draft, today: date) -> list[When]:
    """The draft's occurrences: its one, or those of the coming twelve months."""
    when = draft.when
    if when is None:
        return []
    if not draft.rule:
        return [when]
    try:
        series = Series(when.span.first, when.span.last, Rule.parse(draft.rule))
    except InvalidInput:
        return [when]
    since = max(today, when.first)
    spans = series.between(since, since + YEAR)[:MOST_HAPPENINGS]
    return [replace(when, first=span.first, last=span.last) for span in spans if span.first >= since]


@dataclass(frozen=True, slots=True)
class Meeting:
    """Another event on a day of the draft; ``collides`` when their hours overlap and both take people's time."""

    other: Busy
    when: When
    collides: bool


def _meetings(draft: Draft, when: When, days: Mapping[date, list[Busy]], agency: Agency) -> Iterator[Meeting]:
    starts_at, ends_at = span_of(when, agency.zone)
    mine = takes_time(draft.kind, when.first, when.span.last, when.start)
    for n in range(when.span.days):
        day = when.first + timedelta(days=n)
        for other in days.get(day, ()):
            if day == max(when.first, other.when.first):  # each once, on the first day that both have
                yield Meeting(other, when, mine and other.takes_time and other.overlaps(starts_at, ends_at))


def _of_audience(draft: Draft, needs: Needs, heads: int) -> Iterator[ScheduleWarning]:
    if not heads:
        said = Sentence("Chưa có ai trong thành phần nên sẽ không có thư nào được gửi; hãy chọn nhóm hoặc người dự.")
        yield ScheduleWarning("audience_empty", "group_ids", said)
    for seats, field, where in (
        (needs.capacity, "room_id", needs.room_name),
        (draft.capacity, "capacity", ""),
    ):
        if seats is not None and seats < heads:
            yield ScheduleWarning("capacity", field, _too_small(where, seats, heads), count=heads - seats)


def _too_small(room: str, seats: int, heads: int) -> Sentence:
    if room:
        return Sentence(
            "{room} có {seats} chỗ, thành phần có {heads} người; hãy chọn phòng lớn hơn hoặc chia làm nhiều buổi.",
            room=room,
            seats=seats,
            heads=heads,
        )
    return Sentence(
        "Số chỗ là {seats}, thành phần có {heads} người; hãy tăng số chỗ hoặc đặt hạn đăng ký.",
        seats=seats,
        heads=heads,
    )


def _of_others(
    session: Session, draft: Draft, needs: Needs, meetings: list[Meeting], heads: int
) -> Iterator[ScheduleWarning]:
    colliding = [meeting for meeting in meetings if meeting.collides]
    same_day = [meeting for meeting in meetings if not meeting.collides and _wants_the_day(draft, meeting.other)]
    ids = {meeting.other.event_id for meeting in colliding}
    shared = audience.overlap(session, draft, ids) if ids and heads else {}
    for meeting in colliding:
        other = meeting.other
        if needs.shares_room(other):
            yield _room(needs, other)
        speaker = needs.shared_speaker(other)
        if speaker:
            yield _speaker(speaker, other)
        if other.event_id in shared:
            yield _people(shared[other.event_id], heads, other)
    for meeting in same_day:
        yield _near(meeting)


def _wants_the_day(draft: Draft, other: Busy) -> bool:
    same_campaign = other.event_id == draft.part_of_id or (
        other.part_of_id is not None and other.part_of_id == draft.part_of_id
    )
    return draft.kind in WANTING_THE_DAY and other.kind in TAKING_THE_DAY and not same_campaign


def _room(needs: Needs, other: Busy) -> ScheduleWarning:
    said = Sentence(
        "{room} đã có “{title}” {when}; hãy chọn phòng khác hoặc giờ khác.",
        room=needs.room_name,
        title=other.title,
        when=other.when,
    )
    return ScheduleWarning("room", "room_id" if needs.room_id else "place", said, event_uid=other.uid)


def _speaker(name: str, other: Busy) -> ScheduleWarning:
    said = Sentence(
        "{name} đã có “{title}” {when}; hãy chọn giờ khác hoặc báo cáo viên khác.",
        name=name,
        title=other.title,
        when=other.when,
    )
    return ScheduleWarning("speaker", "speakers", said, event_uid=other.uid)


def _people(count: int, heads: int, other: Busy) -> ScheduleWarning:
    said = Sentence(
        "{count} trong {heads} người dự đã có lịch “{title}” {when}; hãy chọn giờ khác hoặc bớt thành phần.",
        count=count,
        heads=heads,
        title=other.title,
        when=other.when,
    )
    return ScheduleWarning("audience", "start", said, count=count, event_uid=other.uid)


def _near(meeting: Meeting) -> ScheduleWarning:
    said = Sentence(
        "Cùng ngày {day} có “{title}”; nên chọn ngày khác để mọi người dự được cả hai.",
        day=max(meeting.when.first, meeting.other.when.first),
        title=meeting.other.title,
    )
    return ScheduleWarning("feast_near", "first", said, NOTE, event_uid=meeting.other.uid)


def _gathered(found: Iterable[ScheduleWarning]) -> Iterator[ScheduleWarning]:
    """The same trouble at several occurrences is said once; of very many others only the first are named."""
    first: dict[tuple[str, str, str], ScheduleWarning] = {}
    times: dict[tuple[str, str, str], int] = {}
    for warning in found:
        key = (warning.kind, warning.field, warning.event_uid)
        first.setdefault(key, warning)
        times[key] = times.get(key, 0) + 1
    named: dict[str, int] = {}
    for key, warning in first.items():
        named[warning.kind] = named.get(warning.kind, 0) + 1
        if named[warning.kind] <= MANY:
            yield warning if times[key] == 1 else _repeated(warning, times[key] - 1)


def _repeated(warning: ScheduleWarning, more: int) -> ScheduleWarning:
    said = Sentence("{first} Trong 12 tháng tới còn {more} lần nữa như vậy.", first=warning.said, more=more)
    return replace(warning, said=said)
