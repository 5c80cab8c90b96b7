"""The kinds of event: everything that is decided by the kind alone stands here, in one entry for each.

Labels are Vietnamese messages of the catalogues, worded in the reader's language where they are shown. A new kind is
one entry of ``Kind``, its option in ``config.example.toml`` and its translations; a new shape is a new ``Band``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Self


class Band(Enum):
    """Kinds that share a row of the year's picture and one shape, which has its colour in the style sheet."""

    PERIODS = "bar", "Đợt hoạt động", "Đợt hoạt động"
    FEASTS = "diamond", "Kỷ niệm", "Kỷ niệm"
    GATHERINGS = "dot", "Hội thảo, tập huấn", "Hội thảo, tập huấn, hoạt động"
    MEETINGS = "square", "Họp, sơ kết", "Họp, sơ kết, tổng kết, khen thưởng"
    DEADLINES = "flag", "Báo cáo", "Hạn báo cáo"

    def __init__(self, shape: str, label: str, legend: str) -> None:
        self.shape = shape
        self.label = label
        self.legend = legend

    @property
    def kinds(self) -> tuple[Kind, ...]:
        return tuple(kind for kind in Kind if kind.traits.band is self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What is true of every event of a kind. No field has a default: a kind that lacks anything cannot start.

    ``short``: at most 13 letters, for columns of the command line. ``color``: a CSS3 name, for feeds (RFC 7986, 5.9).
    ``aliases``: other names by which calendar files call the kind. ``reminders``: the default rules
    (``campaign.dates.lead``). ``form``: the groups of fields that the event form offers, beyond those of all kinds.
    """

    label: str
    short: str
    band: Band
    color: str
    aliases: tuple[str, ...]
    reminders: tuple[str, ...]
    form: frozenset[str]
    is_period: bool  # it lasts for weeks, has a theme, and contains other events
    is_deadline: bool  # its day is the last on which something is due; mail speaks of what is due, not of attending
    is_attended: bool  # people are bodily there: it takes their time and a place
    asks_answer: bool  # those invited are asked whether they come, unless the event says otherwise
    is_fixed: bool  # it stays on its day whatever that day is; also in the next year
    is_whole_day: bool  # it usually has no hours
    takes_day: bool  # it draws the attention of a whole day
    wants_day: bool  # it should have the day for itself
    is_gathering: bool  # readers of plans name these kinds one for another


class Kind(StrEnum):
    """What an event is. ``Kind("seminar").traits`` is its entry."""

    traits: Traits

    def __new__(cls, value: str, traits: Traits | None = None) -> Self:
        if traits is None:
            raise TypeError(f"kind {value} has no traits")
        member = str.__new__(cls, value)
        member._value_ = value
        member.traits = traits
        return member

    CAMPAIGN = (
        "campaign",
        Traits(
            label="Đợt hoạt động",
            short="đợt hoạt động",
            band=Band.PERIODS,
            color="darkorange",
            aliases=(),
            reminders=("5 working days before", "on the day"),
            form=frozenset({"place", "theme"}),
            is_period=True,
            is_deadline=False,
            is_attended=False,
            asks_answer=False,
            is_fixed=True,
            is_whole_day=True,
            takes_day=False,
            wants_day=False,
            is_gathering=False,
        ),
    )
    COMMEMORATION = (
        "commemoration",
        Traits(
            label="Kỷ niệm",
            short="kỷ niệm",
            band=Band.FEASTS,
            color="purple",
            aliases=(),
            reminders=("3 working days before",),
            form=frozenset({"place"}),
            is_period=False,
            is_deadline=False,
            is_attended=False,
            asks_answer=False,
            is_fixed=True,
            is_whole_day=True,
            takes_day=True,
            wants_day=False,
            is_gathering=True,
        ),
    )
    SEMINAR = (
        "seminar",
        Traits(
            label="Hội thảo, tọa đàm",
            short="hội thảo",
            band=Band.GATHERINGS,
            color="teal",
            aliases=("hội thảo", "tọa đàm"),
            reminders=("3 working days before", "1 working day before at 14:00"),
            form=frozenset({"place", "guests"}),
            is_period=False,
            is_deadline=False,
            is_attended=True,
            asks_answer=True,
            is_fixed=False,
            is_whole_day=False,
            takes_day=True,
            wants_day=True,
            is_gathering=True,
        ),
    )
    TRAINING = (
        "training",
        Traits(
            label="Tập huấn",
            short="tập huấn",
            band=Band.GATHERINGS,
            color="teal",
            aliases=(),
            reminders=("5 working days before", "1 working day before at 14:00"),
            form=frozenset({"place", "guests"}),
            is_period=False,
            is_deadline=False,
            is_attended=True,
            asks_answer=True,
            is_fixed=False,
            is_whole_day=False,
            takes_day=True,
            wants_day=True,
            is_gathering=True,
        ),
    )
    VISIT = (
        "visit",
        Traits(
            label="Tham quan, học tập",
            short="tham quan",
            band=Band.GATHERINGS,
            color="darkcyan",
            aliases=(),
            reminders=("5 working days before", "1 working day before at 14:00"),
            form=frozenset({"place", "guests"}),
            is_period=False,
            is_deadline=False,
            is_attended=True,
            asks_answer=True,
            is_fixed=False,
            is_whole_day=False,
            takes_day=True,
            wants_day=True,
            is_gathering=True,
        ),
    )
    ACTIVITY = (
        "activity",
        Traits(
            label="Hoạt động",
            short="hoạt động",
            band=Band.GATHERINGS,
            color="seagreen",
            aliases=(),
            reminders=("3 working days before",),
            form=frozenset({"place", "guests"}),
            is_period=False,
            is_deadline=False,
            is_attended=True,
            asks_answer=False,
            is_fixed=False,
            is_whole_day=False,
            takes_day=False,
            wants_day=False,
            is_gathering=True,
        ),
    )
    MEETING = (
        "meeting",
        Traits(
            label="Cuộc họp",
            short="cuộc họp",
            band=Band.MEETINGS,
            color="slategray",
            aliases=("họp",),
            reminders=("2 working days before", "2 hours before"),
            form=frozenset({"place"}),
            is_period=False,
            is_deadline=False,
            is_attended=True,
            asks_answer=True,
            is_fixed=False,
            is_whole_day=False,
            takes_day=False,
            wants_day=False,
            is_gathering=False,
        ),
    )
    REVIEW = (
        "review",
        Traits(
            label="Sơ kết, tổng kết",
            short="sơ, tổng kết",
            band=Band.MEETINGS,
            color="slategray",
            aliases=("sơ kết", "tổng kết"),
            reminders=("5 working days before", "1 working day before at 14:00"),
            form=frozenset({"place", "guests"}),
            is_period=False,
            is_deadline=False,
            is_attended=True,
            asks_answer=True,
            is_fixed=False,
            is_whole_day=False,
            takes_day=True,
            wants_day=True,
            is_gathering=False,
        ),
    )
    REPORT = (
        "report",
        Traits(
            label="Hạn báo cáo",
            short="báo cáo",
            band=Band.DEADLINES,
            color="firebrick",
            aliases=("báo cáo",),
            reminders=(
                "10 working days before",
                "5 working days before",
                "1 working day before",
                "on the day",
                "1 working day after",
            ),
            form=frozenset({"report"}),
            is_period=False,
            is_deadline=True,
            is_attended=False,
            asks_answer=False,
            is_fixed=False,
            is_whole_day=True,
            takes_day=True,
            wants_day=False,
            is_gathering=False,
        ),
    )
    AWARD = (
        "award",
        Traits(
            label="Khen thưởng",
            short="khen thưởng",
            band=Band.MEETINGS,
            color="goldenrod",
            aliases=(),
            reminders=("5 working days before",),
            form=frozenset({"place"}),
            is_period=False,
            is_deadline=False,
            is_attended=True,
            asks_answer=True,
            is_fixed=False,
            is_whole_day=False,
            takes_day=False,
            wants_day=False,
            is_gathering=False,
        ),
    )


PERIODS = frozenset(kind for kind in Kind if kind.traits.is_period)
DEADLINES = frozenset(kind for kind in Kind if kind.traits.is_deadline)
ATTENDED = frozenset(kind for kind in Kind if kind.traits.is_attended)
FIXED = frozenset(kind for kind in Kind if kind.traits.is_fixed)
WHOLE_DAY = frozenset(kind for kind in Kind if kind.traits.is_whole_day)
TAKING_THE_DAY = frozenset(kind for kind in Kind if kind.traits.takes_day)
WANTING_THE_DAY = frozenset(kind for kind in Kind if kind.traits.wants_day)
GATHERINGS = frozenset(kind for kind in Kind if kind.traits.is_gathering)
