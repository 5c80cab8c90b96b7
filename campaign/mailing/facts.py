"""The facts of a mail in its reader's language: its rows, and what changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from campaign.calendar.announced import POSTPONEMENT
from campaign.calendar.audit_words import field_word
from campaign.calendar.draft import FIELDS, json_of_value, shown_in
from campaign.calendar.event_fields import said
from campaign.calendar.seats import closes_at
from campaign.calendar.when import When, say_json, say_series
from campaign.config import Config
from campaign.dates import wording
from campaign.dates.zones import zone
from campaign.kinds import DEADLINES
from campaign.mailing.matters import Matter, today_of
from campaign.translations import translations


@dataclass(frozen=True, slots=True)
class Facts:
    """What a mail says, in the reader's language. ``rows``: field, label and words, in the order of offices.

    ``filing``: what follows the reader's own address on the page where a unit files its part; empty without units.
    """

    kind: str
    title: str
    theme: str
    slogans: tuple[str, ...]
    when: str
    repeats: str
    place: str
    online_url: str
    participants: str
    preparation: str
    description: str
    organizer: str
    contact: str
    recipient: str
    via: str
    campaign: str
    days_left: int
    due_day: str
    address: str
    desk_address: str
    filing: str
    answer_by: str = ""
    answer_is_day: bool = False
    rows: tuple[tuple[str, str, str], ...] = ()

    @property
    def is_due(self) -> bool:
        """Whether something is to be handed in, rather than attended."""
        return self.kind in DEADLINES


@dataclass(frozen=True, slots=True)
class Change:
    """One field that changed, its values in words; both are empty for a long text that is new as a whole."""

    field: str
    label: str
    old: str
    new: str


def facts_of(matter: Matter, language: str, *, now: datetime, config: Config) -> Facts:
    """The matter in words."""
    event, occurrence = matter.event, matter.occurrence
    when = _moment(matter)
    today = today_of(event, now)
    due = (when.span.last if event.kind in DEADLINES else when.first) if when else today
    facts = Facts(
        kind=event.kind,
        title=_own(matter, "title"),
        theme=_own(matter, "theme"),
        slogans=tuple(_own(matter, "slogans")),
        when=_when(matter, when, language, today),
        repeats=_repeats(matter, language, today),
        place=_own(matter, "place"),
        online_url=_own(matter, "online_url"),
        participants=", ".join(matter.shown.get("participants", matter.groups)),
        preparation=_own(matter, "preparation"),
        description=_own(matter, "description"),
        organizer=event.organizer or config.organisation.sender,
        contact=event.contact or config.organisation.contact,
        recipient=event.recipient,
        via=event.via,
        campaign=matter.campaign,
        days_left=(due - today) // timedelta(days=1),
        due_day=wording.short_date(due, language),
        address="" if event.internal else f"{config.server.base_url.rstrip('/')}/events/{event.uid}",
        desk_address=f"{config.server.base_url.rstrip('/')}/desk/occurrences/{occurrence.id}" if occurrence else "",
        filing=f"/reports/{occurrence.id}" if occurrence and matter.has_units and event.kind in DEADLINES else "",
    )
    if occurrence and matter.asks:
        last = (closes_at(event, occurrence) - timedelta(minutes=1)).astimezone(zone(event.zone)).date()
        is_day = occurrence.is_all_day or event.register_by == last
        facts = replace(facts, answer_by=wording.short_date(last, language), answer_is_day=is_day)
    return replace(facts, rows=tuple(_rows(matter, facts, language)))


def _moment(matter: Matter) -> When | None:
    """The one time that the mail is about; of a series that of its next occurrence."""
    said_when = matter.shown.get("whens", [matter.shown.get("when")])[0]
    if isinstance(said_when, list):
        return When.from_json(said_when)
    return When.of_occurrence(matter.occurrence) if matter.occurrence else When.of(matter.event)


def _own(matter: Matter, name: str) -> Any:  # noqa: ANN401
    """What the mail says of the event; else what its occurrence has of its own; else the event's."""
    if name in matter.shown:
        return matter.shown[name] or ""
    own = getattr(matter.occurrence, name, "") if matter.occurrence else ""
    return own or getattr(matter.event, name, "") or ""


def _when(matter: Matter, when: When | None, language: str, today: date) -> str:
    if "whens" in matter.shown:
        return "; ".join(say_json(each, language, today=today) for each in matter.shown["whens"])
    if "when" in matter.shown:
        return say_json(matter.shown["when"], language, today=today)
    return when.say(language) if when else ""


def _repeats(matter: Matter, language: str, today: date) -> str:
    """How the series goes, in every mail that is about it or one of its days."""
    event, when = matter.event, When.of(matter.event)
    if not event.rule or event.per_year or when is None or isinstance(matter.shown.get("when"), dict):
        return ""
    return say_series(when, event.rule, language, today=today)


def _rows(matter: Matter, facts: Facts, language: str) -> Iterator[tuple[str, str, str]]:
    """The rows of a mail: of a deadline what is due, when and where to; of anything else when and where it is."""
    event = matter.event
    is_due = event.kind in DEADLINES
    gettext = translations(language).gettext
    window = event.figures_from and event.figures_to and wording.span(event.figures_from, event.figures_to, language)
    way = gettext("%(recipient)s (qua %(way)s)") % {"recipient": facts.recipient, "way": facts.via}
    given = {
        "theme": "" if is_due else facts.theme,
        "campaign": "" if is_due else facts.campaign,
        "first": facts.due_day if is_due and facts.when and "when" not in matter.shown else facts.when,
        "rule": facts.repeats,
        "group_ids": facts.participants,
        "figures_from": window or "",
        "recipient": way if facts.via else facts.recipient,
    }
    time = "thời hạn" if is_due else gettext("thời gian đã báo") if matter.mail == POSTPONEMENT else "thời gian"
    labels = {"theme": "chủ đề", "campaign": "thuộc", "first": time, "rule": gettext("cả chuỗi")}
    shown = {each.name: each for each in shown_in("report" if is_due else "mail")}
    names = ["theme", "campaign", *shown]
    names.insert(names.index("first") + 1, "rule")
    for name in names:
        words = given[name] if name in given else said(shown[name], _json_of(matter, name), language)
        label = gettext(labels.get(name) or shown[name].row)
        if words:
            yield name, label[:1].upper() + label[1:], words


def _json_of(matter: Matter, name: str) -> Any:  # noqa: ANN401
    return json_of_value(_own(matter, name))


def changes_of(matter: Matter, language: str, *, today: date) -> tuple[Change, ...]:
    """What changed, in words, old and new; the time first. Of a long text only that it is new: it stands below."""
    order = sorted(matter.changes, key=lambda name: (name != "when", name != "place"))
    return tuple(
        _day_change(name, matter.changes[name], language, is_first=matter.is_first)
        if name in matter.days
        else _change(name, matter.changes[name], language, today, is_due=matter.event.kind in DEADLINES)
        for name in order
    )


def _change(name: str, pair: Sequence[Any], language: str, today: date, *, is_due: bool) -> Change:
    gettext = translations(language).gettext
    entry = FIELDS.get(name)
    label = field_word("group_ids" if name == "participants" else name).say(language, gettext)
    label = gettext("thời hạn") if is_due and name == "when" else label
    label = label[:1].upper() + label[1:]
    if entry and entry.value == "paragraphs":
        return Change(name, label, "", "")
    if name == "status":
        return Change(name, label, gettext("hủy"), gettext("vẫn tổ chức"))
    if name == "when":
        old, new = (say_json(value, language, today=today) for value in pair)
    else:
        old, new = (said(entry, value, language) for value in pair)
    return Change(name, label, old, new)


def _day_change(day: str, pair: Sequence[Mapping[str, Any]], language: str, *, is_first: bool) -> Change:
    """One day of a series: when it is or that it is off, and what else of it is another."""
    gettext = translations(language).gettext
    label = gettext("Buổi %(day)s") % {"day": wording.short_date(date.fromisoformat(day), language)}
    sides = []
    for side, other in (pair, pair[::-1]):
        words = (
            []
            if side["when"] == other["when"] and not other["cancelled"]
            else [When.from_json(side["when"]).say(language)]
        )
        if side["cancelled"]:
            reason = f" ({side['reason']})" if side["reason"] else ""
            words = [gettext("không tổ chức") + reason]
        words += [side[name] for name in ("title", "place") if side.get(name) and side[name] != other.get(name)]
        sides.append("; ".join(words))
    return Change(day, label, "" if is_first else sides[0], sides[1])
