"""Reads a file from outside in a child process that may fail, hang or eat memory without harm to the caller.

The caller waits in system calls, so its other threads go on; it loads no parser and keeps only the answer.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from campaign.errors import InvalidInput, Unavailable
from campaign.reading.answer import Answer, answer_of
from campaign.reading.checked import checked
from campaign.reading.formats.limits import MAX_FILE, TOO_LARGE
from campaign.reading.refusals import CRASHED, decoded
from campaign.reading.values import Document, Explanation
from campaign.reading.worker import MAX_ANSWER

CHILDREN: Final = 2
"""Files read at the same time in this process; each may take the whole memory it is allowed.

More are turned away at once, so that of the threads that answer requests no more than these wait for a file.
"""

_BOOTSTRAP: Final = """
import json, sys, types
request, path, package = sys.argv[1:]
sys.path[:] = json.loads(path)
campaign = types.ModuleType("campaign")
campaign.__path__ = [package]
sys.modules["campaign"] = campaign
from campaign.reading.worker import main
main(request)
"""
# A bare package stands in for campaign/__init__.py, which would bring web application and database along.

_ENVIRONMENT: Final = ("SYSTEMROOT", "LD_LIBRARY_PATH")
_TIME_SIGNALS: Final = frozenset({-getattr(signal, "SIGXCPU", 24)})

_BUSY: Final = "Đang đọc những tệp khác nên tệp này chưa được nhận. Đồng chí chờ nửa phút rồi gửi lại."
_SLOW: Final = "Đọc tệp mất hơn {seconds} giây nên dừng lại: hãy mở bằng Word, lưu thành .docx mới rồi nhập lại."

_slots = threading.BoundedSemaphore(CHILDREN)
_log = logging.getLogger(__name__)


def extract_safely(data: bytes, name: str = "", *, seconds: int = 20, memory_mb: int = 512) -> Document:
    """:func:`campaign.reading.formats.extract.extract`, in a child process.

    :param seconds: time and CPU time that the child may take.
    :param memory_mb: address space that the child may have, in megabytes.
    :raises InvalidInput: one sentence, whatever the file did to its reader.
    :raises Unavailable: when too many files are being read at this moment.
    """
    return checked(Document, run_safely("document", data, name, seconds=seconds, memory_mb=memory_mb))


def read_safely(
    data: bytes, name: str = "", *, year: int | None = None, seconds: int = 20, memory_mb: int = 512
) -> Answer:
    """The plan in a file: its text and what it asks for, read in a child process and checked field by field.

    :param year: for dates whose year the text does not say.
    :raises InvalidInput: one sentence, whatever the file did to its reader.
    :raises Unavailable: when too many files are being read at this moment.
    """
    answer = run_safely("plan", data, name, seconds=seconds, memory_mb=memory_mb, year=year)
    return answer_of(answer, name=name, digest=hashlib.sha256(data).hexdigest())


def explain_safely(data: bytes, name: str) -> Explanation:
    """Why the model judged each clause of the plan in a file as it did.

    :raises InvalidInput: one sentence, whatever the file did to its reader.
    """
    return checked(Explanation, run_safely("explanation", data, name))


def run_safely(
    task: str, data: bytes, name: str = "", *, seconds: int = 20, memory_mb: int = 512, **options: object
) -> dict[str, Any]:
    """Carry out a task of :data:`campaign.reading.worker.TASKS` on a file and return its answer.

    The answer is a JSON object from a process that read hostile bytes: the caller checks its fields.
    """
    if len(data) > MAX_FILE:
        raise InvalidInput(TOO_LARGE, limit=MAX_FILE // 1_000_000)
    request = {"task": task, "name": name, "options": options, "seconds": seconds, "memory_mb": memory_mb}
    with _slot():
        output = _run(json.dumps(request), data, seconds)
    return _answer(output)


@contextlib.contextmanager
def _slot() -> Iterator[None]:
    if not _slots.acquire(blocking=False):
        raise Unavailable(_BUSY)
    try:
        yield
    finally:
        _slots.release()


def _run(request: str, data: bytes, seconds: int) -> bytes:
    """The standard output of a child that was given ``data``, at most ``MAX_ANSWER`` bytes of it."""
    path = json.dumps([folder for folder in sys.path if folder])
    package = str(Path(__file__).resolve().parent.parent)
    late = threading.Event()
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-I", "-B", "-X", "utf8", "-c", _BOOTSTRAP, request, path, package],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={key: os.environ[key] for key in _ENVIRONMENT if key in os.environ},
    ) as child:
        timer = threading.Timer(seconds, _stop, (child, late))
        timer.start()
        try:
            output = _exchange(child, data)
        finally:
            child.kill()
            timer.cancel()
    if late.is_set() or child.returncode in _TIME_SIGNALS:
        raise InvalidInput(_SLOW, seconds=seconds)
    return output


def _stop(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()


def _exchange(child: subprocess.Popen[bytes], data: bytes) -> bytes:
    """Hand over the file, take the answer: the child reads all before it answers, so neither blocks."""
    assert child.stdin is not None
    assert child.stdout is not None
    with contextlib.suppress(BrokenPipeError), child.stdin as pipe:
        pipe.write(data)
    output = child.stdout.read(MAX_ANSWER + 1)
    return output if len(output) <= MAX_ANSWER else b""


def _answer(output: bytes) -> dict[str, Any]:
    try:
        message = json.loads(output)
    except (ValueError, RecursionError) as error:
        raise InvalidInput(CRASHED) from error
    if isinstance(message, dict) and isinstance(message.get("answer"), dict):
        return dict(message["answer"])
    if isinstance(message, dict) and message.get("detail"):
        _log.warning("a document could not be read: %.500s", message["detail"])
    raise decoded(message.get("refused") if isinstance(message, dict) else None)
