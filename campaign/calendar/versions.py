"""Bodies that are ready to be sent, each kept for as long as what it was made from is the same."""

from __future__ import annotations

import gzip
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from campaign.ical.calendar import etag

MOST_KEPT = 256


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a body: its bytes, their gzip, the opaque tag (without quotes) that only equal bytes share.

    ``changed_at`` is when what it shows last changed, if known. ``headers`` is for whoever sends it: header lists that
    were made once are kept there by what they depend on.
    """

    body: bytes
    gzipped: bytes
    etag: str
    changed_at: datetime | None = None
    headers: dict[Hashable, Any] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, body: bytes, *, changed_at: datetime | None = None) -> Version:
        # mtime=0: equal bodies give equal gzip bytes.
        return cls(body, gzip.compress(body, 6, mtime=0), etag(body), changed_at)


class Versions:
    """What one process keeps: by key the version of the latest state, the least recently made ones dropped first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, tuple[Hashable, Version]] = OrderedDict()
        self._building = threading.Lock()

    def get(self, key: Hashable, state: Hashable, make: Callable[[], Version]) -> Version:
        """The version that ``key`` asks for in this state; made if need be, by one request at a time."""
        kept = self._kept.get(key)
        if kept and kept[0] == state:
            return kept[1]
        with self._building:
            kept = self._kept.get(key)
            if not kept or kept[0] != state:
                kept = self._kept[key] = (state, make())
            self._kept.move_to_end(key)
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return kept[1]
