"""Mails written to a folder as .eml files: for the demo, for rehearsals and where no server is set."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Self

import flask_mail
from flask import Flask

from campaign.mailer.connection import Connection
from campaign.outcome import Accepted, Outcome, Unreachable
from campaign.reason import Reason

_MESSAGE_ID = re.compile(rb"^Message-ID: <([^>\r\n]+)>", re.IGNORECASE | re.MULTILINE)
_SAFE_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._+@-]{0,199}")


class FolderConnection(Connection):
    """Writes files instead of sending. The same mail sent twice is one file: its name comes from the Message-ID."""

    def __init__(
        self, mail: flask_mail.Mail, app: Flask, folder: Path, on_stage: Callable[[str], None] = lambda _stage: None
    ) -> None:
        super().__init__(mail, app)
        self.folder = folder
        self.on_stage = on_stage

    def __enter__(self) -> Self:
        return self

    def ready(self) -> None:
        """A folder has no connection to make."""

    def transmit(self, sender: str, recipient: str, data: bytes) -> Outcome:  # noqa: ARG002 - a file has no envelope
        """Write the mail so that the file is there whole or not at all; Accepted means synced."""
        target = self.folder / _file_name(data)
        self.on_stage("connect")
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.on_stage("mail")
            _write(target, data, self.on_stage)
        except OSError as error:
            return Unreachable(f"{self.folder}: {error.strerror}", Reason.FOLDER)
        self.on_stage("reply")
        return Accepted(250, target.name)


def _file_name(data: bytes) -> str:
    head = data.partition(b"\r\n\r\n")[0]
    found = _MESSAGE_ID.search(head)
    name = found[1].decode("ascii", "replace") if found else ""
    if not _SAFE_NAME.fullmatch(name):
        name = hashlib.sha256(found[1] if found else data).hexdigest()
    return f"{name}.eml"


def _write(target: Path, data: bytes, on_stage: Callable[[str], None]) -> None:
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        on_stage("data")
        Path(temporary).replace(target)
        _sync_folder(target.parent)
    finally:
        Path(temporary).unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make the new name durable as well, where a folder can be opened for that."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
