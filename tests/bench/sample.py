"""A year of many events: two in five yearly whole days, the others timed, a third of those weekly."""

from __future__ import annotations

from datetime import date, time, timedelta

from sqlalchemy.orm import Session
from support import rows

from campaign.audit import PROGRAM
from campaign.calendar import revision, series
from campaign.calendar.agency import UnitOfWork, agency_of
from campaign.calendar.feeds import publish
from campaign.config import Config
from campaign.db import Database
from campaign.models import Event

from .stage import NOW

DESCRIPTION = (
    "Kính mời các đồng chí dự đầy đủ và đúng giờ để buổi sinh hoạt đạt kết quả tốt.\nNội dung: trao đổi về bình đẳng "
    "giới trong cơ quan, giới thiệu quy định mới và thống nhất việc phân công nhiệm vụ quý tới."
)


def fill(database: Database, config: Config, number: int) -> None:
    with database.write() as session:
        agency = agency_of(session, config)
        revision.ensure(session, now=NOW)
        for key in range(number):
            made = sample(session, key)
            made.confirm(now=NOW, by="bench")
            occurrences = series.sync_occurrences(session, made, now=NOW, horizon=timedelta(days=40))
            publish(UnitOfWork(session, NOW, PROGRAM, agency), made, occurrences)


def sample(session: Session, key: int) -> Event:
    day = date(2027, 1, 4) + timedelta(days=key * 7 % 360)
    values = {"title": f"Sinh hoạt chuyên đề số {key} của Ban nữ công", "description": DESCRIPTION}
    values |= {"place": "Hội trường tầng 2, trụ sở cơ quan", "organizer": "Ban Vì sự tiến bộ của phụ nữ"}
    if key % 5 < 2:
        return rows.draft(session, NOW, day, rule="FREQ=YEARLY", kind="commemoration", **values)
    rule = "FREQ=WEEKLY;COUNT=10" if key % 3 == 0 else ""
    return rows.draft(session, NOW, day, start=time(14), end=time(16, 30), rule=rule, **values)
