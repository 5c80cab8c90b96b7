"""Subscribing to the calendar: what can be chosen, the address that says so, and how each program takes it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.kinds import Kind
from campaign.models import Calendar, Group

GOOGLE = "https://calendar.google.com/calendar/r?cid="
OUTLOOK = "https://outlook.office.com/calendar/0/addfromweb?"
OUTLOOK_HOME = "https://outlook.live.com/calendar/0/addfromweb?"


@dataclass(frozen=True, slots=True)
class FeedFilter:
    """Which kinds and which groups' events a feed has; an empty tuple leaves nothing out."""

    kinds: tuple[str, ...]
    groups: tuple[str, ...]

    @property
    def path(self) -> str:
        query = urlencode([("kind", kind) for kind in self.kinds] + [("group", group) for group in self.groups])
        return "/calendars/all.ics" + (f"?{query}" if query else "")


@dataclass(frozen=True, slots=True)
class Address:
    """The feed's absolute address, and the ways by which programs take it."""

    plain: str

    @property
    def webcal(self) -> str:
        """Opens the device's own subscribe dialogue. Never ``webcals``: iOS does not know it."""
        return "webcal://" + self.plain.partition("://")[2]

    @property
    def google(self) -> str:
        """Google takes the webcal form only."""
        return GOOGLE + quote(self.webcal, safe="")

    def outlook(self, name: str, *, home: bool = False) -> str:
        return (OUTLOOK_HOME if home else OUTLOOK) + urlencode({"url": self.plain, "name": name}, quote_via=quote)


@dataclass(frozen=True, slots=True)
class Offer:
    """Names of the groups by slug, and titles of the saved calendars by slug."""

    groups: dict[str, str]
    calendars: dict[str, str]

    def filter(self, kinds: Iterable[str], groups: Iterable[str]) -> FeedFilter:
        """What was asked for, as far as there is such a thing, in the order of the page."""
        kinds, groups = set(kinds), set(groups)
        return FeedFilter(
            tuple(kind for kind in Kind if kind in kinds), tuple(slug for slug in self.groups if slug in groups)
        )


def offer(session: Session) -> Offer:
    """What staff can subscribe to. Two questions."""
    groups = session.execute(select(Group.slug, Group.name).order_by(Group.name))
    saved = select(Calendar.slug, Calendar.title).where(Calendar.slug != "all").order_by(Calendar.title)
    return Offer(
        {each.slug: each.name for each in groups},
        {each.slug: each.title for each in session.execute(saved)},
    )
