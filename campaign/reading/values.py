"""What the reader hands out.

The head of the plan, its bases, duties, targets and proposals, each with its words.

``line`` counts from 1 in the given text. ``place`` is the place in the outline ("II.3"). A ``quote`` is a
piece of the text as it stands, line ends included.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Final, Literal

from campaign.reading.time.spans import Day, Frequency, Precision

LEAST: Final = 0.12
"""The likelihood below which a thing without a date is no proposal; it stays a duty."""
SHOWN: Final = 0.3
"""The likelihood from which a thing without a date is shown at once; what is less likely is folded."""

Kind = Literal[
    "campaign",
    "commemoration",
    "seminar",
    "training",
    "visit",
    "activity",
    "meeting",
    "review",
    "report",
    "award",
    "other",
]


NOTES: Final = {
    "misnamed": "Tên tệp có đuôi {value} nhưng nội dung là {kind}.",
    "converted": "Văn bản dùng bảng mã {value}, đã chuyển sang Unicode.",
    "empty_pages": "Không đọc được chữ ở trang {value}: có thể đó là ảnh quét.",
}
NoteCode = Literal["misnamed", "converted", "empty_pages"]


@dataclass(frozen=True, slots=True)
class Note:
    """What the person who brought a file should know of how it was read; ``NOTES`` has the sentences."""

    code: NoteCode
    value: str
    kind: str = ""

    def __str__(self) -> str:
        return NOTES[self.code].format(value=self.value, kind=self.kind)


FileKind = Literal["docx", "pdf", "txt"]


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a file: NFC, lines ended by LF, one empty line at most between two others.

    A paragraph of Word is a line, a table row is a line with tabs between its cells, the lines of a .txt keep their
    numbers.
    """

    text: str
    kind: FileKind
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """The upper part of the document; what it does not say is None.

    ``issued`` may lack the day: "2020-03".
    """

    type: str | None = None
    title: str | None = None
    number: str | None = None
    superior: str | None = None
    issuer: str | None = None
    issued_at: str | None = None
    issued: str | None = None
    year: int | None = None
    period: str | None = None
    signer: str | None = None
    signer_office: str | None = None
    addressees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Basis:
    """A legal document that the plan rests on; ``issued`` as written."""

    kind: str
    number: str
    issued: str
    issuer: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class Duty:
    """One clause of the plan: everything it asks for, dated or not.

    ``proposals`` are places in the reading's list.
    """

    text: str
    quote: str
    line: int
    place: str
    heading: str | None
    bodies: tuple[str, ...] = ()
    report_to: str | None = None
    through: str | None = None
    proposals: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """An indicator: ``value`` in per cent with its ``bound`` ("≥", "=", "≤").

    Where only a direction is said ``value`` is None and ``bound`` an arrow.
    """

    indicator: str
    value: str | None
    bound: str | None
    quote: str
    line: int
    place: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something for the calendar. ``end`` None: one day. ``start`` None: no date in the text.

    ``hint`` is a month or quarter in which an undated thing is expected, as its first and last day.
    ``doubtful``: the text gives it the year before that of the plan.
    ``likelihood``: of being worth keeping, 0 to 1, by the model.
    """

    kind: Kind
    title: str
    quote: str
    quotes: tuple[str, ...]
    line: int
    place: str
    start: Day | None = None
    end: Day | None = None
    precision: Precision | None = None
    deadline: bool = False
    frequency: Frequency | None = None
    time: str | None = None
    end_time: str | None = None
    session: str | None = None
    feast: str | None = None
    audience: str | None = None
    venue: str | None = None
    in_charge: str | None = None
    partners: str | None = None
    report_to: str | None = None
    through: str | None = None
    hint: tuple[Day, Day] | None = None
    likelihood: float = 1.0
    doubtful: bool = False

    @property
    def is_likely(self) -> bool:
        """Whether it is shown at once: it has a date, or is likely enough."""
        return self.start is not None or self.likelihood >= SHOWN

    @property
    def recurs(self) -> Literal["yearly", "quarterly"] | None:
        return self.frequency if self.frequency in ("yearly", "quarterly") else None

    def to_json(self) -> dict[str, object]:
        return {
            **asdict(self),
            "start": None if self.start is None else str(self.start),
            "end": None if self.end is None else str(self.end),
            "hint": None if self.hint is None else [str(day) for day in self.hint],
            "quotes": list(self.quotes),
            "recurs": self.recurs,
            "likely": self.is_likely,
        }


@dataclass(frozen=True, slots=True)
class Reading:
    """A plan as it was understood."""

    plan: Head
    bases: tuple[Basis, ...]
    duties: tuple[Duty, ...]
    targets: tuple[Target, ...]
    recipients: tuple[str, ...]
    proposals: tuple[Proposal, ...]

    @property
    def likely(self) -> tuple[Proposal, ...]:
        """The proposals that are shown at once, in the order of the text."""
        return tuple(proposal for proposal in self.proposals if proposal.is_likely)

    def to_json(self) -> dict[str, object]:
        """The JSON of ``campaign import plan --json``."""
        plan = {**asdict(self.plan), "bases": [asdict(basis) for basis in self.bases]}
        return {
            "plan": {**plan, "recipients": list(self.recipients)},
            "duties": [asdict(duty) for duty in self.duties],
            "targets": [asdict(target) for target in self.targets],
            "proposals": [proposal.to_json() for proposal in self.proposals],
        }


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature of a clause (``reading.model.features``); above 0 its weight speaks for the role, below against it."""

    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class ExplainedClause:
    """``line`` counts from 1. ``role``: the likeliest, with its likelihood from 0 to 1; ``keep``: that of ``KEEP``."""

    line: int
    text: str
    role: str
    likelihood: float
    keep: float
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    clauses: tuple[ExplainedClause, ...]
