"""How mail leaves this machine; read from the [mail] section once."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

Security: TypeAlias = Literal["none", "starttls", "tls"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MailSettings:
    """A server to hand mail to, or, where ``server`` is "", a folder to lay it in.

    ``timeout`` is the longest wait in seconds for one whole reply. Connecting gets at most 10 of them, the
    answer to the final dot gets ``patience`` (RFC 5321, section 4.5.3.2: ten minutes), for there an early end
    may double a mail.
    """

    server: str = ""
    port: int = 587
    security: Security = "starttls"
    username: str = ""
    password: str = field(default="", repr=False)
    timeout: float = 60.0
    patience: float = 600.0
    folder: Path | None = None
    ca_file: Path | None = None  # an own authority, instead of the system's
    greeting_name: str = ""  # what EHLO says; "" lets the system find its name
    mails_per_connection: int = 100
    idle: float = 30.0  # seconds after which a quiet connection is not trusted any more

    @property
    def longest(self) -> float:
        """Seconds that handing over one mail may take: three replies, the sending, the answer to the final dot."""
        return 4 * self.timeout + self.patience
