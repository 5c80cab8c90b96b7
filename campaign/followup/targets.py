"""Values of the plan's targets, entered by hand, and which of them the program counts itself."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from campaign.audit import Act
from campaign.errors import InvalidInput
from campaign.figures.targets import COMPUTED
from campaign.models import Group, Target, TargetValue

MOST = Decimal(10) ** 9


def add_value(act: Act, target: Target, *, day: date, value: Decimal, source: str = "", note: str = "") -> TargetValue:
    """What the indicator was on a day, and where the figure is from. Raises ``InvalidInput`` for no number."""
    if not value.is_finite() or abs(value) > MOST:
        raise InvalidInput("Giá trị của chỉ tiêu phải là một số.")
    row = TargetValue(target_id=target.id, day=day, value=value, source=source.strip(), note=note.strip())
    act.session.add(row)
    act.record("value", target, {}, {"day": day.isoformat(), "value": f"{value.normalize():f}", "source": row.source})
    return row


def remove_value(act: Act, target: Target, row: TargetValue) -> None:
    """Take a value back."""
    act.record("delete value", target, {"day": row.day.isoformat(), "value": f"{row.value.normalize():f}"}, {})
    act.session.delete(row)


def compute(act: Act, target: Target, computed: str, group: Group | None) -> None:
    """Let the program count the target for the members of a group; an empty ``computed`` leaves it to people."""
    if computed and (computed not in COMPUTED or group is None):
        raise InvalidInput("Hãy chọn cách tính và nhóm người được tính.")
    old = _computed(act, target)
    target.computed, target.group_id = computed, group.id if computed and group else None
    act.record("edit", target, old, _computed(act, target))


def _computed(act: Act, target: Target) -> dict[str, str]:
    group = act.session.get(Group, target.group_id) if target.group_id else None
    return {"computed": target.computed, "group": group.name if group else ""}
