"""Taking attendance of an occurrence: who is expected, who was present, guests, and checking in by oneself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session, joinedload

from campaign.audit import Act
from campaign.calendar.seats import invited
from campaign.db import insert
from campaign.desk.decisions import which
from campaign.errors import InvalidInput, NotFound
from campaign.figures.attendance import PRESENT, STATES
from campaign.models import Answer, Attendance, Event, Guest, Member, Occurrence, Response

EARLY, AFTER = timedelta(hours=1), timedelta(hours=2)
"""From when before the start until when after the end people may check in by themselves."""
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Expected:
    """One line of the attendance list; ``state`` is empty until somebody was noted, ``answer`` without an answer."""

    member_id: int
    name: str
    unit: str
    state: str
    answer: str = ""

    @property
    def is_coming(self) -> bool:
        """Whether a place on the list to sign is kept for this person."""
        return self.answer not in (Answer.DECLINED, Answer.WAITLISTED)


def expected(session: Session, occurrence: Occurrence) -> list[Expected]:
    """The audience, who comes instead of somebody, and whoever was noted besides, by given name.

    Who said not to come, or has no seat, stands at the end.
    """
    states = dict(
        session.execute(
            select(Attendance.member_id, Attendance.state).where(Attendance.occurrence_id == occurrence.id)
        ).all()
    )
    answers = dict(
        session.execute(
            select(Response.member_id, Response.answer).where(Response.occurrence_id == occurrence.id)
        ).all()
    )
    wanted = or_(Member.id.in_(invited(occurrence.event_id, occurrence.id)), Member.id.in_(states))
    query = select(Member).where(wanted).options(joinedload(Member.unit)).order_by(Member.sort_key, Member.id)
    people = [
        Expected(one.id, one.name, one.unit.name if one.unit else "", states.get(one.id, ""), answers.get(one.id, ""))
        for one in session.scalars(query)
    ]
    return sorted(people, key=lambda one: not one.is_coming)


def guests(session: Session, occurrence: Occurrence) -> Sequence[Guest]:
    """Who attended without being a member, in the order in which they were noted."""
    return session.scalars(select(Guest).where(Guest.occurrence_id == occurrence.id).order_by(Guest.id)).all()


def mark(act: Act, event: Event, occurrence: Occurrence, states: Mapping[int, str]) -> int:
    """Note these members as present, absent or excused; an empty state takes the mark away. Returns how many changed.

    Marking again changes nothing, so that a phone with a bad connection may send the same marks twice. Raises
    ``InvalidInput`` for an unknown state, ``NotFound`` for an unknown member.
    """
    if set(states.values()) - {"", *STATES}:
        raise InvalidInput("Điểm danh chỉ nhận: có mặt, vắng, vắng có lý do.")
    names = dict(act.session.execute(select(Member.id, Member.name).where(Member.id.in_(states))).all())
    if names.keys() != states.keys():
        raise NotFound("Trong danh sách có người không còn trong hệ thống.")
    here = Attendance.occurrence_id == occurrence.id, Attendance.member_id.in_(states)
    before = dict(act.session.execute(select(Attendance.member_id, Attendance.state).where(*here)).all())
    changed = {key: state for key, state in states.items() if before.get(key, "") != state}
    _write(act, occurrence, changed)
    if changed:
        old = {"attendance": {names[key]: before.get(key, "") for key in changed}}
        new = {"attendance": {names[key]: state for key, state in changed.items()}}
        act.record("attendance", event, old, which(event, occurrence) | new)
    return len(changed)


def add_guest(act: Act, event: Event, occurrence: Occurrence, *, name: str, unit: str = "", sex: str = "") -> Guest:
    """Count somebody who is no member among those present."""
    name = " ".join(name.split())
    if not name:
        raise InvalidInput("Hãy ghi tên của khách.")
    guest = Guest(
        occurrence_id=occurrence.id,
        name=name[:LONGEST_NAME],
        unit=" ".join(unit.split())[:LONGEST_NAME],
        sex=sex,
        noted_at=act.now,
        noted_by=act.by.name,
    )
    act.session.add(guest)
    act.record("attendance", event, {}, which(event, occurrence) | {"guest": guest.name})
    return guest


def remove_guest(act: Act, event: Event, occurrence: Occurrence, guest: Guest) -> None:
    """Take a guest off the list again."""
    act.session.delete(guest)
    act.record("attendance", event, {"guest": guest.name}, which(event, occurrence))


def is_open(occurrence: Occurrence, *, now: datetime) -> bool:
    """Whether people may check in by themselves at this moment."""
    return occurrence.is_live and occurrence.starts_at - EARLY <= now <= occurrence.ends_at + AFTER


def check_in(act: Act, event: Event, occurrence: Occurrence, address_key: str) -> bool:
    """Note the expected member with this address as present; whether there is one. Raises ``InvalidInput`` if closed.

    Whoever an organizer has noted already stays as noted.
    """
    if not is_open(occurrence, now=act.now):
        raise InvalidInput("Chỉ tự điểm danh được từ một giờ trước đến hai giờ sau hoạt động.")
    ids = invited(event.id, occurrence.id)
    member = act.session.scalar(select(Member).where(Member.address_key == address_key, Member.id.in_(ids)))
    if member is None:
        return False
    noted = select(Attendance.id).where(Attendance.occurrence_id == occurrence.id, Attendance.member_id == member.id)
    if act.session.scalar(noted) is None:
        mark(act, event, occurrence, {member.id: PRESENT})
    return True


def _write(act: Act, occurrence: Occurrence, changed: Mapping[int, str]) -> None:
    """One statement to write, one to remove; two people who mark the same person at once both succeed."""
    removed = [key for key, state in changed.items() if not state]
    if removed:
        act.session.execute(
            delete(Attendance).where(Attendance.occurrence_id == occurrence.id, Attendance.member_id.in_(removed))
        )
    rows = [
        {
            "occurrence_id": occurrence.id,
            "member_id": key,
            "state": state,
            "noted_at": act.now,
            "noted_by": act.by.name,
        }
        for key, state in changed.items()
        if state
    ]
    if rows:
        statement = insert(act.session, Attendance.__table__).values(rows)  # type: ignore[arg-type]
        excluded = statement.excluded
        act.session.execute(
            statement.on_conflict_do_update(
                index_elements=["occurrence_id", "member_id"],
                set_={"state": excluded.state, "noted_at": excluded.noted_at, "noted_by": excluded.noted_by},
            )
        )
