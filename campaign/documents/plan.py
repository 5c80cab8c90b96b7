"""The year's plan as a document: legal bases, its clauses by part, and the year's events as an appendix."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.config import Config
from campaign.dates import wording
from campaign.documents.frame import frame
from campaign.documents.rendering import render
from campaign.models import AudienceGroup, Duty, Event, Group, Occurrence, Plan

EVERYBODY = "Toàn cơ quan"


def document(session: Session, plan: Plan, config: Config, *, today: date) -> bytes:
    """The Word file of a plan; its bases must be loaded."""
    duties = session.scalars(
        select(Duty).where(Duty.plan_id == plan.id, Duty.dropped_at.is_(None)).order_by(Duty.position)
    ).all()
    values = frame(config, plan, today=today, kind="KH") | {
        "subject": plan.title,
        "year": plan.year,
        "bases": [f"{basis.text.rstrip('.;')}{'.' if basis is plan.bases[-1] else ';'}" for basis in plan.bases],
        "opening": f"{config.organisation.sender} ban hành {_lower(plan.title)} với các nội dung sau:",
        "sections": [
            {"heading": f"Phần {part}." if part else "Nội dung.", "lines": [duty.text for duty in group]}
            for part, group in groupby(duties, key=lambda duty: duty.outline)
        ],
        "activities": _activities(session, plan.year),
        "closing": f"Trên đây là kế hoạch năm {plan.year} của {config.organisation.sender}",
    }
    return render("plan", values, config)


def _activities(session: Session, year: int) -> list[dict[str, str]]:
    query = (
        select(Event, Occurrence)
        .join(Occurrence, Occurrence.event_id == Event.id)
        .where(Occurrence.first_day.between(date(year, 1, 1), date(year, 12, 31)))
        .where(Event.cancelled_at.is_(None), Occurrence.cancelled_at.is_(None))
        .order_by(Occurrence.first_day, Occurrence.id)
    )
    rows = session.execute(query).all()
    groups = _groups(session, {event.id for event, _ in rows})
    return [
        {
            "title": occurrence.title or event.title,
            "time": wording.span(occurrence.first_day, occurrence.last_day),
            "place": occurrence.place or event.place,
            "audience": EVERYBODY if event.audience_all else ", ".join(groups.get(event.id, ())),
        }
        for event, occurrence in rows
    ]


def _groups(session: Session, event_ids: set[int]) -> dict[int, Sequence[str]]:
    query = select(AudienceGroup.event_id, Group.name).join(Group, Group.id == AudienceGroup.group_id)
    found: dict[int, list[str]] = {}
    for event_id, name in session.execute(query.where(AudienceGroup.event_id.in_(event_ids)).order_by(Group.name)):
        found.setdefault(event_id, []).append(name)
    return dict(found)


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]
