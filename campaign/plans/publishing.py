"""From a plan's reading to the published year, without a page in between."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from campaign.calendar.agency import UnitOfWork
from campaign.desk import publication
from campaign.desk.publication import Assignment, Published
from campaign.models import Group, PlanReading, Proposal


def publish_reading(work: UnitOfWork, reading: PlanReading, groups: Iterable[Group]) -> Published:
    """Publish the drafts that the reading's proposals became.

    ``groups``: whom all of them are for. Without any, each is for whom its plan names, or else for everybody.
    """
    query = select(Proposal.event_id).where(Proposal.reading_id == reading.id, Proposal.event_id.is_not(None))
    wanted = [number for number in work.session.scalars(query) if number is not None]
    ids = frozenset(group.id for group in groups)
    found = publication.drafts(work.session, reading.year, wanted)
    without = [event.id for event, _occurrence in found if ids or not (event.groups or event.audience_all)]
    publication.assign(work, reading.year, without, Assignment(groups=ids))
    return publication.publish(work, reading.year, wanted)
