"""From drafts to proposals: days and years filled in, the kind decided, and mentions of one thing joined."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from campaign.reading import feasts
from campaign.reading.activities import is_activity, is_duty
from campaign.reading.clocks import clocks
from campaign.reading.drafts import Draft
from campaign.reading.headings import Span
from campaign.reading.kinds import kind_of
from campaign.reading.moments import Moment
from campaign.reading.text import Source, fold, place_of
from campaign.reading.times import frequency
from campaign.reading.titles import title_of
from campaign.reading.values import Proposal
from campaign.reading.years import Dated, Years, resolved


def finished(
    source: Source, drafts: Iterable[Draft], years: Years, *, standing: bool
) -> list[tuple[Draft, Proposal]]:
    """The proposals of all drafts that have days or are activities, mentions of one thing joined."""
    done = [(draft, _proposal(source, draft, years, standing=standing)) for draft in drafts]
    joined: list[tuple[Draft, Proposal]] = []
    for draft, proposal in done:
        if proposal is None:
            continue
        twin = next((i for i, (_, other) in enumerate(joined) if _same(other, proposal)), None)
        if twin is None:
            joined.append((draft, proposal))
        else:
            joined[twin] = (joined[twin][0], _joined(joined[twin][1], proposal))
    return joined


def _proposal(source: Source, draft: Draft, years: Years, *, standing: bool) -> Proposal | None:
    moment = draft.statement.moment
    context = draft.context
    often = frequency(draft.clause.folded)
    if context is not None and not often and (moment is None or (moment.weak and context[0].unit == "day")):
        moment = _of_context(draft, context)
    yearly = standing or often == "yearly"
    dated = resolved(moment, years, context=context, standing=yearly) if moment else None
    if dated and years.is_past(dated.days.last, feast=bool(moment and moment.weak)):
        return None
    if moment and dated is None:
        if not (often or is_activity(draft.statement.about) or is_duty(draft.statement.about)):
            return None
        draft.title = title_of(draft.clause.text) if draft.clause.cells is None else draft.title
    kind = kind_of(
        fold(draft.title) if len(draft.title) > 20 else draft.statement.about,  # noqa: PLR2004
        deadline=bool(moment and moment.deadline),
        weak=bool(moment and moment.weak),
    )
    quotes = tuple(source.given[start:end].strip() for start, end in draft.spans)
    feast = feasts.named(draft.statement.about)
    proposal = Proposal(
        kind=kind,
        title=draft.title,
        quote=quotes[0],
        quotes=quotes,
        line=source.line_at(_written_at(source, draft, moment)),
        place=draft.clause.block.place,
        frequency=often,
        feast=feast.title if feast else None,
        **draft.details,  # type: ignore[arg-type]
    )
    if dated is None or moment is None:
        return proposal
    one_day = dated.days.first == dated.days.last
    return replace(
        proposal,
        start=dated.days.first,
        end=None if one_day else dated.days.last,
        precision=dated.precision,
        deadline=moment.deadline
        or (kind == "report" and one_day and not moment.weak and draft.clause.cells is None),
        time=moment.time,
        end_time=moment.end_time,
        session=moment.session,
    )


def _of_context(draft: Draft, context: Span) -> Moment:
    """The moment that a heading gives; under a day, the statement's own clock time joins it."""
    times = (
        clocks(draft.clause.folded)
        if context[0] == context[1] and context[0].unit == "day" and draft.clause.cells is None
        else []
    )
    moment = Moment(0, 0, *context)
    if not times:
        return moment
    deadline = bool(re.search(r"(?:trước|chậm nhất)\s+$", draft.clause.folded[: times[0].start]))
    return replace(moment, time=times[0].time, end_time=times[0].end_time, deadline=deadline)


def _written_at(source: Source, draft: Draft, moment: Moment | None) -> int:
    start, end = draft.spans[0]
    if draft.clause.cells is None and moment and start == draft.clause.start:
        return min(end - 1, place_of(source.text, start, draft.clause.text, moment.start))
    return start


_COMMON = frozenset("các của và về cho tại với công tác tổ chức năm ngày tháng trong".split())


def _same(one: Proposal, other: Proposal) -> bool:
    """Whether two proposals are mentions of one thing: same days and kind, and mostly the same words."""
    if one.start is None or (one.start, one.end, one.kind) != (other.start, other.end, other.kind):
        return (
            one.start is None
            and other.start is None
            and one.title == other.title
            and one.quote != other.quote
        )
    if one.time and other.time and one.time != other.time:
        return False
    if one.kind == "campaign":
        return True
    words, others = _words(one.title), _words(other.title)
    return bool(words) and len(words & others) >= 0.6 * min(len(words), len(others))


def _words(title: str) -> set[str]:
    return {word for word in re.findall(r"[\wà-ỹ]+", fold(title)) if word not in _COMMON}


def _joined(one: Proposal, other: Proposal) -> Proposal:
    quotes = (*one.quotes, *(quote for quote in other.quotes if quote not in one.quotes))
    return replace(one, quotes=quotes, time=one.time or other.time, end_time=one.end_time or other.end_time)
