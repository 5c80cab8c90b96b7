"""A recording SMTP server with scripted faults, as its own process, and the client that starts it.

``python tests/recorder.py --port 0 --ledger FILE [--faults JSON]`` prints its port. Each accepted message is
one JSON line in the ledger, written before the 250 leaves. With ``--control`` every line on standard input
replaces the faults, and the end of standard input ends the server.

Faults, all optional:
    pipelining, smtputf8    offered in EHLO (true, false by default)
    size                    the SIZE offered
    starttls, tls           {"cert", "key"}: encrypt on demand, or from the first octet
    inject                  plain text behind the 220 to STARTTLS
    login                   {user: password}: AUTH is offered
    greeting, ehlo, mail, data, final, rset   a reply, or a list of lines, in place of the usual one
    rcpt, final_for         {address: reply} for these recipients only
    greylist                450 to the first RCPT of each recipient
    busy_every              421 to every n-th MAIL, and hang up
    data_without_rcpt       354 although every recipient was refused
    lose_every, swallow_every   hang up before, or after, storing every n-th message, without a reply
    letters_per_connection  hang up after so many messages; "farewell" is said first
    silent_at               no word from there on: greeting, ehlo, mail, rcpt, data, final
    hang_up_at              close there: mail, rcpt, data, body
    delay, drip             seconds before each reply, seconds between its octets
    transcript              every command line goes into the ledger
    bodies                  false keeps only the sha256 of each message, for long runs
"""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import recorder_server


@dataclass(frozen=True)
class Recorded:
    """One accepted message."""

    sender: str
    recipients: list[str]
    message_id: str | None
    encrypted: bool
    data: bytes
    sha256: str
    monotonic: float
    wall: float


class Recorder:
    """The server in a process of its own: ``with Recorder(folder) as recorder: …``."""

    def __init__(self, folder: Path, *, fsync: bool = False, **faults: Any) -> None:
        self.ledger = folder / "ledger.jsonl"
        self.fsync = fsync
        self.faults = faults
        self.start = 0

    def __enter__(self) -> Self:
        command = [sys.executable, __file__, "--port", "0", "--ledger", str(self.ledger), "--control"]
        command += ["--faults", json.dumps(self.faults), *(["--fsync"] if self.fsync else [])]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, bufsize=1)
        self.port = int(self.process.stdout.readline())
        return self

    def __exit__(self, *_error: object) -> None:
        self.process.communicate(timeout=10)

    def script(self, **faults: Any) -> None:
        """New faults from now on, counts at zero, and an empty ledger as far as ``messages`` sees."""
        self.process.stdin.write(json.dumps(faults) + "\n")
        self.process.stdout.readline()
        self.start = self.ledger.stat().st_size

    def events(self) -> list[dict[str, Any]]:
        with self.ledger.open("rb") as file:
            file.seek(self.start)
            written = file.read().rpartition(b"\n")[0]  # the last line may be half written
            return [json.loads(line) for line in written.splitlines()]

    def messages(self) -> list[Recorded]:
        found = [event for event in self.events() if event.pop("event") == "message"]
        return [Recorded(**{**event, "data": base64.b64decode(event["data"])}) for event in found]

    def lines(self, *, encrypted: bool | None = None) -> list[str]:
        """The command lines heard (fault "transcript"), all or only those in TLS or in clear."""
        heard = [event for event in self.events() if event["event"] == "line"]
        return [event["line"] for event in heard if encrypted in (None, event["encrypted"])]


if __name__ == "__main__":
    recorder_server.main(__doc__)
