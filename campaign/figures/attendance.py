"""Who attended, counted by sex and unit. One person at two occurrences is one person and two attendances."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from campaign.calendar.sentence import Sentence
from campaign.models import Attendance, Group, Guest, Member

PRESENT, ABSENT, EXCUSED = "present", "absent", "excused"
STATES = (PRESENT, ABSENT, EXCUSED)
WORDS: Mapping[str, Sentence] = {
    PRESENT: Sentence("có mặt"),
    ABSENT: Sentence("vắng"),
    EXCUSED: Sentence("vắng có lý do"),
    "": Sentence("chưa ghi"),
}


@dataclass(slots=True)
class Count:
    """How many were present (by sex, by unit), absent, excused. ``people``: how many different members were present.

    ``sexes``: of each unit and sex.
    """

    women: int = 0
    men: int = 0
    unknown: int = 0
    absent: int = 0
    excused: int = 0
    guests: int = 0
    people: int = 0
    units: Counter[str] = field(default_factory=Counter)
    sexes: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def present(self) -> int:
        return self.women + self.men + self.unknown

    def add(self, state: str, sex: str, unit: str, number: int) -> None:
        """Count so many of one state, sex and unit."""
        if state == ABSENT:
            self.absent += number
        elif state == EXCUSED:
            self.excused += number
        else:
            self.units[unit] += number
            self.sexes[unit, sex] += number
            self.women += number if sex == "female" else 0
            self.men += number if sex == "male" else 0
            self.unknown += number if sex not in {"female", "male"} else 0


def by_occurrence(session: Session, occurrence_ids: Iterable[int]) -> dict[int, Count]:
    """The attendance of each of these occurrences; one that nobody was noted at has a count of zeros."""
    ids = list(occurrence_ids)
    counts = {key: Count() for key in ids}
    noted = (
        select(Attendance.occurrence_id, Attendance.state, Member.sex, Group.name, func.count())
        .join(Member, Member.id == Attendance.member_id)
        .outerjoin(Group, Group.id == Member.unit_id)
        .where(Attendance.occurrence_id.in_(ids))
        .group_by(Attendance.occurrence_id, Attendance.state, Member.sex, Group.name)
    )
    for key, state, sex, unit, number in session.execute(noted):
        counts[key].add(state, sex, unit or "", number)
        counts[key].people += number if state == PRESENT else 0
    guests = (
        select(Guest.occurrence_id, Guest.sex, Guest.unit, func.count())
        .where(Guest.occurrence_id.in_(ids))
        .group_by(Guest.occurrence_id, Guest.sex, Guest.unit)
    )
    for key, sex, unit, number in session.execute(guests):
        counts[key].add(PRESENT, sex, unit, number)
        counts[key].guests += number
    return counts


def total(session: Session, counts: Mapping[int, Count]) -> Count:
    """All these occurrences together; ``people`` counts each member once."""
    whole = Count()
    for count in counts.values():
        whole.women += count.women
        whole.men += count.men
        whole.unknown += count.unknown
        whole.absent += count.absent
        whole.excused += count.excused
        whole.guests += count.guests
        whole.units.update(count.units)
        whole.sexes.update(count.sexes)
    came = Attendance.occurrence_id.in_(list(counts)), Attendance.state == PRESENT
    whole.people = session.scalar(select(func.count(Attendance.member_id.distinct())).where(*came)) or 0
    return whole
