"""A plan of our own as files of every kind, built in code."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import docx
import font_roboto
import fpdf
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

TEXT = """\
Số: 27/KH-SYT
Đồng Xoài, ngày 18 tháng 02 năm 2026
KẾ HOẠCH
Hoạt động vì sự tiến bộ của phụ nữ ngành y tế năm 2026
I. MỤC ĐÍCH
- Nâng cao nhận thức của cán bộ, viên chức và người lao động trong toàn ngành về bình đẳng giới, \
đồng thời khuyến khích phụ nữ tham gia quản lý ở các đơn vị trực thuộc.
II. NỘI DUNG
1. Quý I: tọa đàm kỷ niệm ngày Quốc tế Phụ nữ 8/3 tại hội trường Sở, do Ban Nữ công chủ trì và mời \
đại biểu của các bệnh viện tuyến huyện cùng dự.
2. Tháng 6: hưởng ứng Tháng hành động quốc gia phòng, chống bạo lực gia đình.
a) Mỗi đơn vị tổ chức ít nhất một buổi truyền thông cho người lao động.
b) Ảnh và tin gửi về Ban Vì sự tiến bộ của phụ nữ trước ngày 25/6/2026.
3. Kiểm tra chéo giữa các đơn vị, hoàn thành chậm nhất ngày 30 tháng 9 năm 2026; kết quả được đưa vào \
báo cáo chung của ngành.
III. TỔ CHỨC THỰC HIỆN
- Báo cáo sáu tháng gửi trước 15/6, báo cáo năm gửi trước 01/12.
Nơi nhận:
- Như trên;
- Lưu: VT.
GIÁM ĐỐC
Hoàng Thị Ngọc Uyển
"""
PLAN = TEXT.splitlines()
ROBOTO = Path(font_roboto.__file__).parent / "files" / "Roboto-Regular.ttf"
W = nsdecls("w")


def words(text: str) -> str:
    """The text without regard to its white space."""
    return " ".join(text.split())


def saved(document: Any) -> bytes:
    """The bytes of a python-docx document."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def empty_docx() -> Any:
    return docx.Document()


def with_lists() -> Any:
    """A document with the lists of a plan: I., 1. and a) in one outline (90), and dashes (91)."""
    document = empty_docx()
    numbering = document.part.numbering_part.element
    levels = ("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)")
    outline = "".join(level(at, *shown) for at, shown in enumerate(levels))
    for xml in (
        f'<w:abstractNum {W} w:abstractNumId="90">{outline}</w:abstractNum>',
        f'<w:abstractNum {W} w:abstractNumId="91">{level(0, "bullet", chr(0xF0B7))}</w:abstractNum>',
        f'<w:num {W} w:numId="90"><w:abstractNumId w:val="90"/></w:num>',
        f'<w:num {W} w:numId="91"><w:abstractNumId w:val="91"/></w:num>',
    ):
        numbering.append(parse_xml(xml))
    return document


def level(at: int, number_format: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def in_list(document: Any, text: str, number: int, at: int = 0) -> Any:
    """A paragraph of list ``number``."""
    paragraph = document.add_paragraph(text)
    properties = paragraph._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'))
    return paragraph


def plan_docx() -> bytes:
    """The plan with Word's own numbers: the marks are nowhere in its text."""
    document = with_lists()
    for line in PLAN:
        mark, _, rest = line.partition(" ")
        place = {"-": (91, 0), "I.": (90, 0), "II.": (90, 0), "III.": (90, 0), "a)": (90, 2), "b)": (90, 2)}
        number, at = place.get(mark, (90, 1) if mark in {"1.", "2.", "3."} else (0, 0))
        if number:
            in_list(document, rest, number, at)
        else:
            document.add_paragraph(line)
    return saved(document)


class _Printed(fpdf.FPDF):
    """Pages with a number at the top and a running foot, as a printer driver makes them."""

    def header(self) -> None:
        if self.page_no() > 1:
            self.cell(0, 8, str(self.page_no()), align="C", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-12)
        self.cell(0, 8, f"Kế hoạch 27/KH-SYT, tờ {self.page_no()}", align="R")


def printed(lines: Iterable[str], *, height: float = 110) -> bytes:
    """A .pdf of small pages with the lines of text wrapped at the right margin."""
    pdf = _Printed(format=(150, height))
    pdf.set_auto_page_break(auto=True, margin=18)
    pdf.add_font("Roboto", fname=ROBOTO)
    pdf.set_font("Roboto", size=10)
    pdf.add_page()
    for line in lines:
        pdf.multi_cell(0, 6, line, align="L", new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def zipped(entries: Iterable[tuple[str | zipfile.ZipInfo, bytes]], *, stored: bool = False) -> bytes:
    """A zip of these entries."""
    file = io.BytesIO()
    how = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(file, "w", how) as archive:
        for name, data in entries:
            archive.writestr(name, data, how)
    return file.getvalue()


PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
CONTENT_TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Override PartName="/word/document.xml" '
    f'ContentType="{WORD_TYPE}"/></Types>'
).encode()
RELATIONSHIPS = (
    f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{OFFICE}/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
).encode()


def raw_docx(body: str | bytes, *more: tuple[str | zipfile.ZipInfo, bytes], around: bool = True) -> bytes:
    """The smallest .docx with this body (without ``around``: this whole main part) and more parts."""
    inner = body if isinstance(body, bytes) else body.encode()
    if around:
        inner = f"<w:document {W}><w:body>".encode() + inner + b"</w:body></w:document>"
    parts = (
        ("[Content_Types].xml", CONTENT_TYPES),
        ("_rels/.rels", RELATIONSHIPS),
        ("word/document.xml", inner),
    )
    return zipped((*parts, *more))


def paragraph(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def encoder(table: dict[str, str]) -> Callable[[str], str]:
    """From Unicode to a legacy code page; capitals that it lacks are written small, as in a capital font."""
    written: dict[str, str] = {}
    for legacy, letter in table.items():
        if letter not in written or legacy.isupper() or legacy.islower():
            written[letter] = legacy
    return lambda text: "".join(written.get(letter, written.get(letter.lower(), letter)) for letter in text)
