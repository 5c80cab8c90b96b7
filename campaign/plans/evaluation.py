"""How well the reader did on an agency's own plans, by what people decided about its proposals."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from campaign.models import Decision, PlanReading, Proposal

DATED, UNDATED, FOLDED = "dated", "undated", "folded"
"""Proposals with a day; those without; those without that were folded away as unlikely."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Counts of one class of proposals. ``corrected``: accepted after somebody changed what was read."""

    accepted: int = 0
    corrected: int = 0
    skipped: int = 0
    not_duty: int = 0
    merged: int = 0
    waiting: int = 0

    @property
    def kept(self) -> float | None:
        """The share of the decided ones that became drafts, 0 to 1; a merged one is neither. None without any."""
        kept = self.accepted + self.corrected
        decided = kept + self.skipped + self.not_duty
        return kept / decided if decided else None


def evaluate(session: Session) -> tuple[int, dict[str, Evaluation]]:
    """How many plans were read, deleted readings aside, and the counts of each class."""
    in_use = PlanReading.deleted_at.is_(None)
    readings = session.scalar(select(func.count()).select_from(PlanReading).where(in_use)) or 0
    group = case((Proposal.first_day.is_not(None), DATED), (Proposal.is_likely, UNDATED), else_=FOLDED)
    is_corrected = Proposal.corrected_at.is_not(None) & (Proposal.decision == Decision.ACCEPTED)
    result = case((is_corrected, "corrected"), (Proposal.decision == "", "waiting"), else_=Proposal.decision)
    query = select(group, result, func.count()).join(PlanReading, PlanReading.id == Proposal.reading_id).where(in_use)
    counts: dict[str, dict[str, int]] = {DATED: {}, UNDATED: {}, FOLDED: {}}
    for name, decision, number in session.execute(query.group_by(group, result)):
        counts[name][str(decision)] = number
    return readings, {name: Evaluation(**found) for name, found in counts.items()}
