"""What a file is, by its bytes and never by its name; what is not read is refused with how to convert it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from campaign.errors import InvalidInput
from campaign.reading.formats import markup
from campaign.reading.formats.archive import GuardedZip
from campaign.reading.values import FileKind

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_KINDS: Final = (
    ("EncryptedPackage", "Tài liệu có mật khẩu: mở bằng Word, bỏ mật khẩu rồi nhập lại."),
    ("WordDocument", "Tệp .doc cũ: mở bằng Word, chọn Lưu thành .docx rồi nhập lại."),
    ("Workbook", "Tệp .xls là bảng tính: chép kế hoạch sang Word, lưu thành .docx rồi nhập lại."),
    (
        "PowerPoint Document",
        "Tệp .ppt là bản trình chiếu: chép kế hoạch sang Word, lưu thành .docx rồi nhập lại.",
    ),
)
_OLE_OTHER: Final = "Tệp kiểu Office cũ: mở bằng chương trình đã tạo ra nó, lưu thành .docx rồi nhập lại."
_IMAGE: Final = "Tệp này là ảnh: hãy nhận dạng chữ (OCR) rồi lưu thành .docx, hoặc xin bản Word của kế hoạch."
_ARCHIVE: Final = "Tệp nén: hãy giải nén rồi nhập từng tệp .docx, .pdf hoặc .txt bên trong."
_STARTS: Final = (
    (b"{\\rtf", "Tệp .rtf: mở bằng Word, chọn Lưu thành .docx rồi nhập lại."),
    (b"\x89PNG", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF8", _IMAGE),
    (b"BM", _IMAGE),
    (b"II*\0", _IMAGE),
    (b"MM\0*", _IMAGE),
    (b"RIFF", _IMAGE),
    (b"Rar!", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"PK\x05\x06", _ARCHIVE),
    (b"MZ", "Tệp chương trình: hãy nhập tệp .docx, .pdf có chữ hoặc .txt."),
)
_ALSO_WORDS: Final = frozenset({b"BM", b"MZ"})
_HTML: Final = re.compile(rb"\s*(?:<!doctype html|<html|<\?xml|<!doctype)", re.IGNORECASE)
_HTML_REFUSED: Final = "Tệp .html hoặc .xml: mở bằng Word, chọn Lưu thành .docx rồi nhập lại."

_MAIN: Final = (
    ("wordprocessingml.document.main", None),
    ("wordprocessingml.template.main", None),
    ("ms-word.document.macroEnabled.main", None),
    ("ms-word.template.macroEnabledTemplate.main", None),
    ("spreadsheetml", "Tệp .xlsx là bảng tính: chép kế hoạch sang Word, lưu thành .docx rồi nhập lại."),
    ("ms-excel", "Tệp .xlsx là bảng tính: chép kế hoạch sang Word, lưu thành .docx rồi nhập lại."),
    (
        "presentationml",
        "Tệp .pptx là bản trình chiếu: chép kế hoạch sang Word, lưu thành .docx rồi nhập lại.",
    ),
)
_OPEN_DOCUMENT: Final = "Tệp OpenDocument (.odt, .ods): mở bằng LibreOffice hay Word, lưu thành .docx rồi nhập lại."
_OFFICE_DOCUMENT: Final = "/officeDocument"


def kind_of(data: bytes) -> FileKind:
    """The kind of a file, as far as its first bytes tell.

    :raises InvalidInput: for a kind that is not read, with how to convert it.
    """
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    if data.lstrip(b"\xef\xbb\xbf \t\r\n\0").startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(_OLE):
        raise InvalidInput(_ole_sentence(data))
    for start, sentence in _STARTS:
        if data.startswith(start) and (start not in _ALSO_WORDS or b"\0" in data[:64]):
            raise InvalidInput(sentence)
    if _HTML.match(data):
        raise InvalidInput(_HTML_REFUSED)
    return "txt"


def word_body(parts: GuardedZip) -> str:
    """The name of a .docx's main part.

    :raises InvalidInput: for any other zip, with what it is.
    """
    if "mimetype" in parts and parts.read("mimetype").startswith(b"application/vnd.oasis"):
        raise InvalidInput(_OPEN_DOCUMENT)
    if "[Content_Types].xml" not in parts or "_rels/.rels" not in parts:
        raise InvalidInput(_ARCHIVE)
    target = _main_target(parts.chunks("_rels/.rels"))
    content_type = _content_type(parts.chunks("[Content_Types].xml"), "/" + target)
    for mark, refusal in _MAIN:
        if mark in content_type:
            if refusal:
                raise InvalidInput(refusal)
            return target
    raise InvalidInput(_ARCHIVE)


def _ole_sentence(data: bytes) -> str:
    for stream, sentence in _OLE_KINDS:
        if stream.encode("utf-16-le") in data:
            return sentence
    return _OLE_OTHER


def _main_target(chunks: Iterable[bytes]) -> str:
    targets: list[str] = []

    def start(name: str, values: dict[str, str]) -> None:
        if name.endswith(" Relationship") and values.get("Type", "").endswith(_OFFICE_DOCUMENT):
            targets.append(values.get("Target", "").lstrip("/"))

    markup.parse(chunks, start=start)
    return targets[0] if targets else ""


def _content_type(chunks: Iterable[bytes], part: str) -> str:
    found: list[str] = []

    def start(name: str, values: dict[str, str]) -> None:
        if name.endswith(" Override") and values.get("PartName") == part:
            found.append(values.get("ContentType", ""))

    markup.parse(chunks, start=start)
    return found[0] if found else ""
