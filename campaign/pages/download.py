"""One happening as a calendar file."""

from __future__ import annotations

from campaign.errors import NotFound
from campaign.ical import calendar
from campaign.ical.component import Entry
from campaign.pages.detail import Detail, Edition


def single(event: Detail, edition: Edition | None, *, address: str) -> bytes:
    """The file of one occurrence; ``address`` is the absolute address of its page.

    Raises ``NotFound`` when the event has no day, because it was put off.
    """
    if edition is None:
        raise NotFound("Hoạt động này chưa có ngày.")
    own = f"{edition.original_day:%Y%m%d}-{event.uid}" if edition.rule else event.uid
    return calendar.single(
        Entry(
            uid=own,
            summary=edition.title,
            start=edition.start,
            end=edition.end,
            created=event.changed_at,
            modified=event.changed_at,
            description="\n\n".join(filter(None, (edition.theme, edition.description or event.fields["description"])))
            or None,
            location=edition.place or None,
            url=address,
            kind=event.kind,
            zone=edition.zone,
            cancelled=edition.cancelled,
        )
    )
