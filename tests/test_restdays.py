"""Rest days of a page: weekends, named days off, rest days worked in exchange."""

from __future__ import annotations

from datetime import date

from campaign.calendar import restdays
from campaign.models import Holiday

TET = ("Nghỉ Tết Nguyên đán, có dấu | và ,", False)


def test_days_are_read_with_names_and_meaning(database) -> None:
    rows = [(date(2027, 2, day), *TET) for day in (4, 5, 6)] + [
        (date(2027, 2, 8), *TET),
        (date(2027, 2, 13), "Làm bù", True),
        (date(2027, 3, 1), "Nghỉ bù", False),
        (date(2027, 4, 30), "Ngày Chiến thắng", False),
    ]
    with database.write() as session:
        session.add_all(Holiday(day=day, name=name, working=working) for day, name, working in rows)
    with database.read() as session:
        found = restdays.between(session, date(2027, 2, 1), date(2027, 3, 31))
        nothing = restdays.between(session, date(2028, 2, 1), date(2028, 3, 31))
    assert [(each.first.day, each.last.day, each.name, each.working) for each in found.of_month(2027, 2)] == [
        (4, 6, *TET),
        (8, 8, *TET),
        (13, 13, "Làm bù", True),
    ]
    assert found.by_number(2027, 3) == {1: found.on(date(2027, 3, 1))}
    assert found.on(date(2027, 4, 30)) is None
    rest = [day for day in range(1, 29) if found.is_rest(date(2027, 2, day))]
    assert rest == [4, 5, 6, 7, 8, 14, 20, 21, 27, 28]
    assert nothing == restdays.RestDays()
