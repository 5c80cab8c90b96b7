"""What an organizer says of a duty: begun, done, given up with a reason, or nothing; evidence; and its money."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from campaign.audit import Act, differing
from campaign.errors import InvalidInput
from campaign.figures.duties import State
from campaign.models import Duty, DutyNote


def set_state(act: Act, duty: Duty, state: State, *, reason: str = "") -> bool:
    """Say how far the duty is; ``NOT_STARTED`` leaves it to the events that fulfil it. Whether anything changed.

    Raises ``InvalidInput`` for giving a duty up without a reason.
    """
    reason = " ".join(reason.split())
    if state is State.WAIVED and not reason:
        raise InvalidInput("Hãy ghi lý do không thực hiện nhiệm vụ này.")
    before = _shown(duty)
    duty.started_at = (duty.started_at or act.now) if state in {State.UNDER_WAY, State.DONE} else None
    duty.done_at = (duty.done_at or act.now) if state is State.DONE else None
    duty.waived_at = (duty.waived_at or act.now) if state is State.WAIVED else None
    duty.waived_reason = reason if state is State.WAIVED else ""
    old, new = differing(before, _shown(duty))
    if new:
        act.record("state", duty, old, new, title=duty.text[:120])
    return bool(new)


def add_note(act: Act, duty: Duty, *, day: date, text: str, link: str = "") -> DutyNote:
    """Keep a sentence or a link as evidence of the duty. Raises ``InvalidInput`` when both are empty."""
    text, link = " ".join(text.split()), link.strip()
    if not text and not link:
        raise InvalidInput("Hãy ghi kết quả hoặc đường dẫn.")
    note = DutyNote(duty_id=duty.id, day=day, text=text or link, link=link, noted_at=act.now, noted_by=act.by.name)
    act.session.add(note)
    act.record("note", duty, {}, {"text": note.text, "link": link}, title=duty.text[:120])
    return note


def remove_note(act: Act, duty: Duty, note: DutyNote) -> None:
    """Take a piece of evidence away."""
    act.record("delete note", duty, {"text": note.text, "link": note.link}, {}, title=duty.text[:120])
    act.session.delete(note)


def set_costs(act: Act, duty: Duty, *, estimate: Decimal | None, actual: Decimal | None) -> bool:
    """The money of a duty that has no event of its own, in đồng. Whether anything changed."""
    before = {"cost_estimate": _amount(duty.cost_estimate), "cost_actual": _amount(duty.cost_actual)}
    duty.cost_estimate, duty.cost_actual = estimate, actual
    old, new = differing(before, {"cost_estimate": _amount(estimate), "cost_actual": _amount(actual)})
    if new:
        act.record("edit", duty, old, new, title=duty.text[:120])
    return bool(new)


def said_of(duty: Duty) -> State:
    """What somebody said of the duty; ``NOT_STARTED``: nothing, its events decide."""
    if duty.waived_at:
        return State.WAIVED
    return State.DONE if duty.done_at else State.UNDER_WAY if duty.started_at else State.NOT_STARTED


def _shown(duty: Duty) -> dict[str, object]:
    return {"state": said_of(duty).value, "reason": duty.waived_reason}


def _amount(value: Decimal | None) -> str:
    return f"{value.normalize():f}" if value is not None else ""
