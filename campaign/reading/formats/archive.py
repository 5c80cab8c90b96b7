"""The guard before every zip that a person hands in (.docx, .xlsx): it refuses what is hostile.

A zip can claim one thing and hold another, so every claim is checked before anything is unpacked, and what is
unpacked is counted. The guard knows nothing of documents: it hands out the bytes of parts.
"""

from __future__ import annotations

import io
import itertools
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from campaign.errors import InvalidInput
from campaign.reading.formats import markup

MAX_ENTRIES: Final = 2_000
MAX_UNCOMPRESSED: Final = 50_000_000
MAX_RATIO: Final = 100
_RATIO_FLOOR: Final = 10_000_000
"""Bytes up to which a high ratio does no harm: a long table of one repeated row compresses as well."""
_MAX_DIRECTORY: Final = MAX_ENTRIES * 512
_CHUNK: Final = 1_000_000

_LOCAL: Final = struct.Struct("<4s22xHH")
_END: Final = struct.Struct("<4sHHHHIIH")
_NESTED: Final = (
    b"PK\x03\x04",
    b"Rar!",
    b"7z\xbc\xaf\x27\x1c",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
    b"\x28\xb5\x2f\xfd",
)

_BROKEN: Final = (
    "Tệp nén bên trong tài liệu bị hỏng hoặc không đầy đủ: hãy mở bằng Word hay Excel, lưu lại rồi nhập lại."
)
_TOO_LARGE: Final = "Tài liệu bung ra lớn hơn {limit} MB nên không đọc: hãy bỏ bớt nội dung rồi nhập lại."
_DENSE: Final = "Tài liệu nén quá {limit} lần, giống một tệp gây hại, nên không đọc."
_MANY: Final = "Tài liệu có hơn {limit} tệp con nên không đọc."
_LOCKED: Final = "Tài liệu có mật khẩu: mở bằng Word hay Excel, bỏ mật khẩu rồi nhập lại."
_NAME: Final = "Tài liệu chứa tệp con có tên không hợp lệ ({name}) nên không đọc."
_OVERLAP: Final = "Tài liệu có các tệp con chồng lên nhau, giống một tệp gây hại, nên không đọc."
_INNER: Final = "Tài liệu chứa một tệp nén khác ({name}) nên không đọc."


def open_ooxml(data: bytes) -> GuardedZip:
    """The parts of an Office document (ECMA-376 part 2), after every claim of its zip was checked.

    :raises InvalidInput: with one sentence on what is wrong.
    """
    return GuardedZip(data)


class GuardedZip:
    """The parts of a checked zip; all that is read from them is counted together.

    An embedded workbook (``word/embeddings/``) may stay in the zip, since nobody opens it; any other archive
    inside is refused.
    """

    def __init__(self, data: bytes) -> None:
        directory = _directory_start(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError, OverflowError) as error:
            raise InvalidInput(_BROKEN) from error
        entries = self._zip.infolist()
        _check_entries(entries)
        _check_places(data, entries, directory)
        self._entries = {entry.filename: entry for entry in entries}
        self._unpacked: dict[str, int] = {}
        for name in self._entries:
            self._refuse_nested(name)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._entries)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of one part, about a megabyte at a time.

        :raises InvalidInput: where the part is missing, broken (CRC, length) or goes beyond the limits.
        """
        if name not in self._entries:
            raise InvalidInput(_BROKEN)
        entry, size = self._entries[name], 0
        try:
            with self._zip.open(entry) as part:
                while chunk := part.read(_CHUNK):
                    size += len(chunk)
                    self._count(name, size, entry.compress_size)
                    yield chunk
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            RuntimeError,
            OSError,
        ) as error:
            raise InvalidInput(_BROKEN) from error

    def read(self, name: str) -> bytes:
        """The whole of one part, under the same rules as :meth:`chunks`."""
        return b"".join(self.chunks(name))

    def check_xml(self) -> None:
        """Read every XML part once, for readers that open the zip themselves (openpyxl).

        :raises InvalidInput: for a DTD, too deep nesting or broken XML.
        """
        for name in self._entries:
            if name.lower().endswith((".xml", ".rels", ".vml")):
                markup.parse(self.chunks(name))

    def _count(self, name: str, size: int, packed: int) -> None:
        _check_ratio(size, packed)
        self._unpacked[name] = max(size, self._unpacked.get(name, 0))
        if sum(self._unpacked.values()) > MAX_UNCOMPRESSED:
            raise InvalidInput(_TOO_LARGE, limit=MAX_UNCOMPRESSED // 1_000_000)

    def _refuse_nested(self, name: str) -> None:
        if "/embeddings/" in name:
            return
        try:
            with self._zip.open(name) as part:
                start = part.read(8)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            RuntimeError,
            OSError,
        ) as error:
            raise InvalidInput(_BROKEN) from error
        if start.startswith(_NESTED):
            raise InvalidInput(_INNER, name=_shown(name))


def _directory_start(data: bytes) -> int:
    """Where the central directory begins; a first look that costs nothing, whatever the file claims."""
    end = data.rfind(b"PK\x05\x06")
    if not data.startswith(b"PK\x03\x04") or end < 0 or end + _END.size > len(data):
        raise InvalidInput(_BROKEN)
    _, disk, first_disk, here, total, size, start, _ = _END.unpack_from(data, end)
    if total > MAX_ENTRIES or size > _MAX_DIRECTORY:
        raise InvalidInput(_MANY, limit=MAX_ENTRIES)
    # No document below 20 MB needs zip64, several disks or bytes between the directory and its end.
    if disk or first_disk or here != total or start + size != end:
        raise InvalidInput(_BROKEN)
    return int(start)


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_ENTRIES:
        raise InvalidInput(_MANY, limit=MAX_ENTRIES)
    for entry in entries:
        _check_name(entry)
        if entry.flag_bits & 0x1:
            raise InvalidInput(_LOCKED)
        if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise InvalidInput(_BROKEN)
        _check_ratio(entry.file_size, entry.compress_size)
    if len({entry.filename.lower() for entry in entries}) < len(entries):
        raise InvalidInput(_OVERLAP)
    if sum(entry.file_size for entry in entries) > MAX_UNCOMPRESSED:
        raise InvalidInput(_TOO_LARGE, limit=MAX_UNCOMPRESSED // 1_000_000)


def _check_name(entry: zipfile.ZipInfo) -> None:
    """No link and no name that leads out of a folder, although nothing is unpacked to disk."""
    name = entry.orig_filename
    outside = name.startswith("/") or ".." in name.split("/") or any(mark in name for mark in "\\:\0")
    if outside or stat.S_ISLNK(entry.external_attr >> 16):
        raise InvalidInput(_NAME, name=_shown(name))


def _check_ratio(size: int, packed: int) -> None:
    if size > _RATIO_FLOOR and size > packed * MAX_RATIO:
        raise InvalidInput(_DENSE, limit=MAX_RATIO)


def _check_places(data: bytes, entries: list[zipfile.ZipInfo], directory: int) -> None:
    """Each entry has its own bytes: headers and contents lie one after the other, before the directory."""
    spans = sorted((entry.header_offset, _entry_end(data, entry)) for entry in entries)
    if not spans or spans[0][0] != 0 or spans[-1][1] > directory:
        raise InvalidInput(_BROKEN)
    if any(end > start for (_, end), (start, _) in itertools.pairwise(spans)):
        raise InvalidInput(_OVERLAP)


def _entry_end(data: bytes, entry: zipfile.ZipInfo) -> int:
    start = entry.header_offset
    if not 0 <= start <= len(data) - _LOCAL.size:
        raise InvalidInput(_BROKEN)
    mark, name, extra = _local_header(data, start)
    if mark != b"PK\x03\x04":
        raise InvalidInput(_BROKEN)
    return start + _LOCAL.size + name + extra + entry.compress_size


def _local_header(data: bytes, start: int) -> tuple[bytes, int, int]:
    """The signature and the lengths of name and extra field (APPNOTE 4.3.7)."""
    mark, name, extra = _LOCAL.unpack_from(data, start)
    return bytes(mark), int(name), int(extra)


def _shown(name: str) -> str:
    """A name from outside, short and printable."""
    return "".join(letter if letter.isprintable() else "?" for letter in name[:60])
