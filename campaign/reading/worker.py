"""The child process that reads one file from outside: bytes on standard input, one JSON object as answer.

It runs with the smallest surroundings that Python allows and takes away from itself what reading does not
need before it sees the first byte. :mod:`campaign.reading.sandbox` starts it and judges its answer.
"""

from __future__ import annotations

import contextlib
import ctypes
import importlib
import json
import os
import sys
from collections.abc import Callable
from typing import Any, Final

from campaign.errors import InvalidInput
from campaign.reading.checked import plain
from campaign.reading.refusals import encoded

TASKS: Final = {
    "calendar": "campaign.ical.reader:read_fields",
    "explanation": "campaign.reading.tasks:explain_fields",
    "document": "campaign.reading.formats.extract:extract_fields",
    "members": "campaign.directory.member_file:read_fields",
    "plan": "campaign.reading.tasks:read_fields",
}
"""What the child can do: functions of (data, name, **options) that answer a dict; loaded when asked."""

MAX_ANSWER: Final = 32_000_000
"""Bytes of an answer."""
_MEMORY: Final = "Tệp cần quá nhiều bộ nhớ để đọc nên bị từ chối."
_DEFECT: Final = "Tệp có cấu trúc lạ nên không đọc được: hãy mở bằng Word, lưu thành .docx mới rồi nhập lại."
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_OPEN_FILES: Final = 64


def main(request: str) -> None:
    """Carry out one request: ``{"task", "name", "options", "seconds", "memory_mb"}``."""
    wanted = json.loads(request)
    _lower_rights(wanted["seconds"], wanted["memory_mb"])
    answer = _answer(wanted["task"], sys.stdin.buffer.read(), wanted["name"], wanted["options"])
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()


def _answer(task: str, data: bytes, name: str, options: dict[str, Any]) -> bytes:
    try:
        fields = {"answer": _function(task)(data, name, **options)}
        return json.dumps(fields, default=plain, ensure_ascii=False).encode()
    except InvalidInput as refusal:
        return _refused(refusal)
    except MemoryError:
        return _refused(InvalidInput(_MEMORY))
    except Exception as defect:  # noqa: BLE001 - the parent logs it and tells the person one sentence
        return _refused(InvalidInput(_DEFECT), detail=f"{type(defect).__name__}: {defect}"[:500])


def _refused(refusal: InvalidInput, detail: str = "") -> bytes:
    return json.dumps({"refused": encoded(refusal), "detail": detail}).encode()


def _function(task: str) -> Callable[..., dict[str, Any]]:
    module, _, name = TASKS[task].partition(":")
    function: Callable[..., dict[str, Any]] = getattr(importlib.import_module(module), name)
    return function


def _lower_rights(seconds: int, memory_mb: int) -> None:
    """No network, no files to write, ceilings on memory and CPU time, as far as the system has them."""
    with contextlib.suppress(OSError):
        os.nice(10)
    _leave_network()
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return
    memory = memory_mb * 1_000_000
    for limit, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
        (resource.RLIMIT_AS, memory),
    ):
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(limit, (most, most))
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))


def _leave_network() -> None:
    """An empty network of its own, where the kernel lets an ordinary process have one."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).unshare(_NEW_USER | _NEW_NETWORK)
