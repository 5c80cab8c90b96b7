"""Whose fault refusals are: one recipient's, or, when different ones in a row get the same reply, the server's."""

from __future__ import annotations

from dataclasses import dataclass, field

from campaign.outcome import PERMANENT, Refused
from campaign.sending.queue import Claimed

MOST_EQUAL = 10
"""So many recipients refused with the same reply in a row, and none accepted in between, are the server's trouble. A
unit that left together is tried again once the server accepted others; then its refusals count.
"""

FEW = 2
PROBES = 5
"""So many more are tried after each pause, until one is accepted."""


@dataclass(slots=True)
class Refusals:
    """The refusals since the last accepted mail, as one sender met them."""

    last_reply: tuple[int, str] = (0, "")
    row: list[tuple[Claimed, Refused]] = field(default_factory=list)
    is_suspect: bool = False
    """The server was in trouble, and has accepted nothing since."""

    def add(self, mail: Claimed, outcome: Refused) -> bool:
        """Whether this refusal is the server's trouble; then nothing in ``row`` is any recipient's."""
        if outcome.blame == "message":
            return False
        reply = (outcome.code, outcome.enhanced)
        if reply != self.last_reply:
            self.last_reply, self.is_suspect = reply, False
        self.row.append((mail, outcome))
        tried = {found.recipient_id for found, _ in self.row if self.is_suspect or not was_refused(found)}
        self.is_suspect = self.is_suspect or len(tried) >= MOST_EQUAL
        return len(tried) >= (PROBES if self.is_suspect else MOST_EQUAL)

    def take(self) -> list[tuple[Claimed, Refused]]:
        """The refusals that are not decided yet; they are the caller's now."""
        taken, self.row = self.row, []
        return taken

    def take_certain(self) -> list[tuple[Claimed, Refused]]:
        """At the end of the mail: those that were refused before the server accepted others, and one or two alone.

        Who is to blame for the rest is decided by the next accepted mail.
        """
        certain = [found for found in self.row if len(self.row) <= FEW or was_refused(found[0])]
        self.row = [found for found in self.row if found not in certain]
        return certain

    def accepted(self) -> None:
        """The server works."""
        self.last_reply, self.is_suspect = (0, ""), False


def was_refused(mail: Claimed) -> bool:
    """Tried again after the server's trouble was over."""
    return mail.code is not None and mail.code >= PERMANENT
