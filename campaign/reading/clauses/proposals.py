"""From drafts to proposals: days and years filled in, the kind decided, and mentions of one thing joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from campaign.reading.clauses.drafts import Draft
from campaign.reading.clauses.duties import reported
from campaign.reading.clauses.kinds import kind_of
from campaign.reading.clauses.titles import title_of
from campaign.reading.text import Source, fold, place_of
from campaign.reading.time import feasts
from campaign.reading.time.clocks import Clock, clocks
from campaign.reading.time.headings import Span
from campaign.reading.time.moments import Moment
from campaign.reading.time.spans import Day, Frequency, month_length
from campaign.reading.time.times import frequency
from campaign.reading.time.years import Dated, Years, resolved
from campaign.reading.values import LEAST, Kind, Proposal

_HINTS: tuple[tuple[str, int, int], ...] = (
    # words, first month, last month
    (r"đầu năm(?! học)|sau tết|trước tết|tết nguyên đán", 1, 3),
    (r"6 tháng đầu năm|sáu tháng đầu năm|sơ kết|giữa năm", 6, 7),
    (r"quý i\b", 3, 3),
    (r"quý ii\b", 6, 6),
    (r"quý iii\b|9 tháng", 9, 9),
    (r"quý iv\b|tổng kết|cuối năm|báo cáo năm", 11, 12),
    (r"dịp hè|trong hè|nghỉ hè", 6, 8),
    (r"đầu năm học|năm học mới", 9, 9),
)
_FORMS = tuple((re.compile(form), first, last) for form, first, last in _HINTS)


def hint(folded: str, years: Years) -> tuple[Day, Day] | None:
    """The first and last day of the months at which a folded statement hints, or None."""
    month = feasts.action_month(folded)
    if month:
        year = years.of(month.first[0], month.first[1], standing=False)
        return Day(year, *month.first), Day(year, *month.last)
    return next((_months(first, last, years) for form, first, last in _FORMS if form.search(folded)), None)


def _months(first: int, last: int, years: Years) -> tuple[Day, Day]:
    year = years.of(first, None, standing=False)
    return Day(year, first, 1), Day(year, last, month_length(last, year))


_LASTS_UNTIL = re.compile(r"\((?:kéo dài |diễn ra )?(?:cho )?đến (?:hết )?(?:ngày )?$")
_LIMIT_BEFORE = re.compile(r"(?:trước|chậm nhất)\s+$")
_HANDED_IN = re.compile(
    r"(?:hạn|nộp|gửi|đăng ký|quyết toán|nhận (?:bài|hồ sơ|tóm tắt|toàn văn|ảnh|tác phẩm|sản phẩm|đăng ký))\b"
)
_FIGURES = re.compile(r"báo cáo(?! viên)|số liệu")
_SENDS = re.compile(r"(?:gửi|nộp)\b")
_COMMON = frozenset(
    ("các", "của", "và", "về", "cho", "tại", "với", "công", "tác", "tổ", "chức", "năm", "ngày", "tháng")
)
_BOTH_REVIEWS = re.compile(
    r"(?P<opening>(?:tổ chức |họp |hội nghị )*)sơ kết(?P<half>[^,;]{0,40}?)\s*(?:,|và|/|-)\s*(?:hội nghị )?"
    r"tổng kết(?P<rest>.*)",
    re.IGNORECASE,
)
_LAST_MONTH_OF_HALF_YEAR_REVIEW = 8
_SURE = 0.5
_MOSTLY = 0.6
_TELLING_TITLE = 20


def finished(source: Source, drafts: Iterable[Draft], years: Years, *, standing: bool) -> list[tuple[Draft, Proposal]]:
    """The proposals of all drafts that have days or are activities, mentions of one thing joined."""
    joined: list[tuple[Draft, Proposal]] = []
    places: dict[object, list[int]] = {}
    all_drafts = list(drafts)
    dates = Counter(id(draft.clause) for draft in all_drafts if draft.moment)
    for draft in all_drafts:
        whole = _proposal(source, draft, years, standing=standing)
        for proposal in _reviews(whole, years, dates[id(draft.clause)]) if whole else ():
            if proposal.start is None and proposal.likelihood < LEAST:
                continue
            twins = places.setdefault(_key(proposal), [])
            twin = next((i for i in twins if _same(joined[i][1], proposal)), None)
            if twin is None:
                twins.append(len(joined))
                joined.append((draft, proposal))
            else:
                joined[twin] = (joined[twin][0], _joined(joined[twin][1], proposal))
    return _without_undated_campaigns(joined)


def _reviews(proposal: Proposal, years: Years, dates: int) -> tuple[Proposal, ...]:
    """The review of half a year and that of the whole, which one sentence often asks for, are two things.

    ``dates``: how many its clause has; of two, that of the year's last months is the whole year's review.
    """
    both = _BOTH_REVIEWS.fullmatch(proposal.title) if proposal.kind == "review" else None
    if both is None or (proposal.start and dates != 2):  # noqa: PLR2004 - one for each review
        return (proposal,)
    half, rest = both["half"].strip(), both["rest"].strip()
    about = f"{half}{rest[rest.find(' về ') :] if ' về ' in rest else ''}" if half else rest
    titles = f"{both['opening']}sơ kết {about}".strip(), f"{both['opening']}tổng kết {rest}".strip()
    named = [replace(proposal, title=title[0].upper() + title[1:], hint=hint(fold(title), years)) for title in titles]
    if proposal.start:
        return (replace(named[proposal.start.month > _LAST_MONTH_OF_HALF_YEAR_REVIEW], hint=None),)
    return tuple(named)


def _proposal(source: Source, draft: Draft, years: Years, *, standing: bool) -> Proposal | None:
    often = frequency(draft.clause.folded)
    moment = _moment(draft, often)
    dated = resolved(moment, years, context=draft.context, standing=standing or often == "yearly") if moment else None
    past = dated is not None and moment is not None and years.is_past(dated.days.last, feast=moment.weak)
    doubtful = past and dated is not None and years.is_slip(dated.days.last) and draft.likelihood >= _SURE
    if past and not doubtful:
        return None
    unplaced = moment is not None and dated is None and draft.clause.cells is None
    title = title_of(draft.clause.text) if unplaced else draft.title
    quotes = tuple(source.given[start:end].strip() for start, end in draft.spans)
    feast = feasts.named(draft.statement.about)
    to, through = reported(draft.clause.text)
    proposal = Proposal(
        kind=_kind(source, draft, moment),
        title=title,
        quote=quotes[0],
        quotes=quotes,
        line=source.line_at(_written_at(source, draft, moment)),
        place=draft.clause.block.place,
        frequency=often,
        feast=feast.title if feast else None,
        audience=draft.details.get("audience"),
        venue=draft.details.get("venue"),
        in_charge=draft.details.get("in_charge"),
        partners=draft.details.get("partners"),
        report_to=to,
        through=through,
        hint=hint(draft.statement.about, years) if dated is None else None,
        likelihood=round(draft.likelihood, 3),
        doubtful=doubtful,
    )
    return _dated(proposal, draft, moment, dated) if moment and dated else proposal


def _dated(proposal: Proposal, draft: Draft, moment: Moment, dated: Dated) -> Proposal:
    one_day = dated.days.first == dated.days.last
    # A report that is due "ngày 10/12" is due by then; in a schedule the day is when it happens.
    reports = proposal.kind == "report" and draft.clause.cells is None
    due = one_day and not moment.weak and (reports or bool(_HANDED_IN.match(fold(proposal.title))))
    return replace(
        proposal,
        start=dated.days.first,
        end=None if one_day else dated.days.last,
        precision=dated.precision,
        deadline=moment.deadline or due,
        time=moment.time,
        end_time=moment.end_time,
        session=moment.session,
    )


def _moment(draft: Draft, often: Frequency | None) -> Moment | None:
    """The draft's own moment, or the one that a heading gives."""
    moment, context = draft.moment, draft.context
    if context is None or often:
        return moment
    if moment is None or (moment.weak and context[0].unit == "day"):
        return _of_context(draft, context)
    if _goes_on_until(draft, moment, context):
        return replace(_of_context(draft, context), last=moment.last)
    return _with_leading_clock(draft, moment, context)


def _goes_on_until(draft: Draft, moment: Moment, context: Span) -> bool:
    """Whether a date only says how long what begins on the day of the heading lasts: "(đến hết ngày 23/10)"."""
    one_day = context[0] == context[1] and context[0].unit == "day" == moment.first.unit
    return one_day and _LASTS_UNTIL.search(draft.clause.folded, 0, moment.start) is not None


def _with_leading_clock(draft: Draft, moment: Moment, context: Span) -> Moment:
    """A moment that names its heading's day once more, with the hour that opens the line: "8h00: ... (15-16/6)"."""
    same = moment.first.unit == "day" == context[0].unit and moment.first.number == context[0].number
    clock = _clock(draft) if same and moment.time is None and not moment.deadline else None
    if clock is None or clock.start > 0:
        return moment
    return replace(moment, time=clock.time, end_time=clock.end_time)


def _of_context(draft: Draft, context: Span) -> Moment:
    """The moment that a heading gives; under a single day the statement's own clock time joins it."""
    moment = Moment(0, 0, *context)
    clock = _clock(draft) if context[0] == context[1] and context[0].unit == "day" else None
    if clock is None:
        return moment
    deadline = bool(_LIMIT_BEFORE.search(draft.clause.folded[: clock.start]))
    return replace(moment, time=clock.time, end_time=clock.end_time, deadline=deadline)


def _clock(draft: Draft) -> Clock | None:
    found = clocks(draft.clause.folded) if draft.clause.cells is None else []
    return found[0] if found else None


def _kind(source: Source, draft: Draft, moment: Moment | None) -> Kind:
    about = fold(draft.title) if len(draft.title) > _TELLING_TITLE else draft.statement.about
    kind = kind_of(about, deadline=bool(moment and moment.deadline), weak=bool(moment and moment.weak))
    above = draft.clause.block.parent
    around = draft.clause.folded + (source.folded[above.body : above.end] if above else "")
    if kind == "other" and _SENDS.search(about) and _FIGURES.search(around):
        return "report"
    return kind


def _written_at(source: Source, draft: Draft, moment: Moment | None) -> int:
    start, end = draft.spans[0]
    if draft.clause.cells is None and moment and start == draft.clause.start:
        return min(end - 1, place_of(source.text, start, draft.clause.text, moment.start))
    return start


def _key(proposal: Proposal) -> object:
    """What two mentions of one thing have in common: the days and the kind, or without days the title."""
    if proposal.start is None:
        return fold(proposal.title)
    return proposal.start, proposal.end, proposal.kind


def _same(one: Proposal, other: Proposal) -> bool:
    """Whether two proposals with the same key are one thing: mostly the same words, no two hours."""
    if one.start is None or one.kind == "campaign":
        return True
    apart = [(getattr(one, name), getattr(other, name)) for name in ("time", "venue", "in_charge")]
    if any(first and second and first != second for first, second in apart):
        return False
    words, others = _words(one.title), _words(other.title)
    return bool(words) and len(words & others) >= _MOSTLY * min(len(words), len(others))


def _words(title: str) -> set[str]:
    return {word for word in re.findall(r"\w+", fold(title)) if word not in _COMMON}


def _joined(one: Proposal, other: Proposal) -> Proposal:
    quotes = (*one.quotes, *(quote for quote in other.quotes if quote not in one.quotes))
    return replace(
        one,
        quotes=quotes,
        time=one.time or other.time,
        end_time=one.end_time or other.end_time,
        likelihood=max(one.likelihood, other.likelihood),
    )


def _without_undated_campaigns(pairs: list[tuple[Draft, Proposal]]) -> list[tuple[Draft, Proposal]]:
    """An action month named again without its days is the one that has them elsewhere in the text."""
    dated: dict[str, int] = {}
    for i, (_, proposal) in enumerate(pairs):
        month = feasts.action_month(fold(proposal.title))
        if month and proposal.start and proposal.kind == "campaign":
            dated.setdefault(month.title, i)
    gone: set[int] = set()
    kept = list(pairs)
    for i, (_, proposal) in enumerate(pairs):
        month = feasts.action_month(fold(proposal.title))
        if month and proposal.start is None and proposal.kind == "campaign" and month.title in dated:
            at = dated[month.title]
            kept[at] = (kept[at][0], _joined(kept[at][1], proposal))
            gone.add(i)
    return [pair for i, pair in enumerate(kept) if i not in gone]
