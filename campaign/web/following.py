"""That reminders follow what was changed: at once, or, when many events are concerned, in the next minutes."""

from __future__ import annotations

from campaign.calendar import replanning
from campaign.web.language import ngettext
from campaign.web.session import session


def said(done: str) -> str:
    """The sentence for a change that is done, unless reminders are still being laid anew: then how many events wait."""
    left = replanning.waiting(session())
    return (
        done
        if not left
        else ngettext(
            "Đã lưu; đang tính lại thư nhắc của %(num)s hoạt động.",
            "Đã lưu; đang tính lại thư nhắc của %(num)s hoạt động.",
            left,
        )
    )
