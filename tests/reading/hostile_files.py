"""Files made to hurt their reader, each with what the person is told (None where it is read)."""

from __future__ import annotations

import functools
import io
import random
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable

import fpdf
import plan_files
import pypdf
from plan_files import CONTENT_TYPES, RELATIONSHIPS, W, paragraph, raw_docx, run, zipped

Hostile = tuple[bytes, str | tuple[str | None, ...] | None]
GOOD = paragraph(run("Họp giao ban ngày 5/3/2026."))

BROKEN_ZIP = "Tệp nén bên trong tài liệu bị hỏng"
TOO_LARGE = "bung ra lớn hơn 50 MB"
DENSE = "nén quá 100 lần"
MANY = "hơn 2000 tệp con"
OVERLAP = "chồng lên nhau"
NAME = "tên không hợp lệ"
INNER = "chứa một tệp nén khác"
DTD = "DTD"
DEEP = "quá 256 lớp"
BROKEN_XML = "phần XML bị hỏng"
BROKEN_PDF = "Tệp .pdf bị hỏng"
SLOW = "nên dừng lại"
LOOPS = (BROKEN_PDF, "bản quét", None)  # what a reader makes of a loop is its own affair, as long as it ends


def noise(size: int, seed: int = 1) -> bytes:
    return random.Random(seed).randbytes(size)


def patched_sizes(data: bytes, name: bytes, size: int) -> bytes:
    """The zip with another uncompressed size claimed for one entry, in both of its headers."""
    changed = bytearray(data)
    for mark, at_size, at_name in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        place = changed.find(mark)
        while changed[place + at_name : place + at_name + len(name)] != name:
            place = changed.find(mark, place + 4)
        struct.pack_into("<I", changed, place + at_size, size)
    return bytes(changed)


def body(data: bytes) -> bytes:
    return raw_docx(data, around=False)


# Zips


def flat_bomb() -> Hostile:
    return raw_docx(GOOD, ("word/media/image1.bin", bytes(60_000_000))), DENSE


def many_small_bombs() -> Hostile:
    block = noise(1000) * 900  # ratio just below the floor, fifty-nine times
    return raw_docx(GOOD, *((f"word/media/{n}.bin", block) for n in range(59))), TOO_LARGE


def nested_bomb() -> Hostile:
    inner = zipped([("a.zip", zipped([("b.bin", bytes(1_000_000))]))])
    return raw_docx(GOOD, ("word/inner.bin", inner)), INNER


def overlapping_bomb() -> Hostile:
    data = zipped([("[Content_Types].xml", CONTENT_TYPES), ("word/kernel.xml", b"<a/>" * 100_000)])
    start = data.rfind(b"PK\x01\x02")
    end = data.rfind(b"PK\x05\x06")
    entry = data[start:end]
    copies = b"".join(entry.replace(b"word/kernel", b"word/%06d" % n) for n in range(50))
    directory = data.find(b"PK\x01\x02")
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 52, 52, end - directory + len(copies), directory, 0)
    return data[:end] + copies + tail, OVERLAP


def lying_size() -> Hostile:
    data = body(f"<w:document {W}>".encode() + GOOD.encode() * 500_000 + b"</w:document>")
    return patched_sizes(data, b"word/document.xml", 600), BROKEN_ZIP


def one_gigabyte_declared() -> Hostile:
    return patched_sizes(raw_docx(GOOD), b"word/document.xml", 1 << 30), DENSE


def too_many_entries() -> Hostile:
    return raw_docx(GOOD, *((f"word/{n}.xml", b"") for n in range(2_001))), MANY


def too_many_entries_with_a_lying_end() -> Hostile:
    data = bytearray(raw_docx(GOOD, *((f"word/{n}.xml", b"") for n in range(2_001))))
    struct.pack_into("<HH", data, data.rfind(b"PK\x05\x06") + 8, 5, 5)
    return bytes(data), MANY


def zip64_end() -> Hostile:
    data = bytearray(raw_docx(GOOD))
    struct.pack_into("<II", data, data.rfind(b"PK\x05\x06") + 12, 0xFFFFFFFF, 0xFFFFFFFF)
    return bytes(data), MANY


def name_that_leads_out() -> Hostile:
    return raw_docx(GOOD, ("word/../../../etc/cron.d/x", b"x")), NAME


def absolute_name() -> Hostile:
    return raw_docx(GOOD, ("/etc/passwd", b"x")), NAME


def backslash_name() -> Hostile:
    return raw_docx(GOOD, ("..\\..\\windows\\x", b"x")), NAME


def name_with_nul() -> Hostile:
    return raw_docx(GOOD, ("word/zzzz.xml", b"x")).replace(b"word/zzzz.xml", b"word/zz\0\0.xml"), NAME


def same_name_twice() -> Hostile:
    return raw_docx(GOOD, ("word/Document.xml", GOOD.encode())), OVERLAP


def symbolic_link() -> Hostile:
    link = zipfile.ZipInfo("word/link.xml")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    return raw_docx(GOOD, (link, b"/etc/passwd")), NAME


def wrong_crc() -> Hostile:
    data = bytearray(raw_docx(GOOD))
    for mark, at in ((b"PK\x03\x04", 14), (b"PK\x01\x02", 16)):
        place = data.find(mark, data.find(mark, data.find(mark) + 4) + 4)
        struct.pack_into("<I", data, place + at, 0xDEADBEEF)
    return bytes(data), BROKEN_ZIP


def encrypted_entry() -> Hostile:
    data = bytearray(raw_docx(GOOD))
    struct.pack_into("<H", data, data.find(b"PK\x01\x02") + 8, 1)
    return bytes(data), "mật khẩu"


def unusual_compression() -> Hostile:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
    return file.getvalue(), BROKEN_ZIP


def truncated_zip() -> Hostile:
    data = plan_files.plan_docx()
    return data[: len(data) // 2], BROKEN_ZIP


def zip_after_something_else() -> Hostile:
    return b"PK\x03\x04 " + noise(500) + raw_docx(GOOD), BROKEN_ZIP


def pdf_before_zip() -> Hostile:
    return b"%PDF-1.7\n" + raw_docx(GOOD), BROKEN_PDF


# XML


@functools.cache
def hundred_megabytes_of_xml() -> Hostile:
    return body(f"<w:document {W}>".encode() + b"<w:p></w:p>" * 9_100_000), DENSE


def hundred_megabytes_of_xml_declared_small() -> Hostile:
    data, _ = hundred_megabytes_of_xml()
    return patched_sizes(data, b"word/document.xml", 900_000), BROKEN_ZIP


def million_empty_paragraphs() -> Hostile:
    ids = noise(4_000_000).hex()
    inner = "".join(f'<w:p w:rsidR="{ids[at : at + 8]}"/>' for at in range(0, len(ids), 8))
    return raw_docx(GOOD + inner), (None, SLOW)  # read, or on a busy machine stopped in time


def billion_laughs() -> Hostile:
    rungs = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    document = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha">{rungs}]><w:document {W}>&e9;</w:document>'
    return body(document.encode()), DTD


def quadratic_entity() -> Hostile:
    document = f'<!DOCTYPE x [<!ENTITY e "{"a" * 50_000}">]><w:document {W}>{"&e;" * 50_000}</w:document>'
    return body(document.encode()), DTD


def dtd_in_utf_16() -> Hostile:
    start = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY e "a">]>'
    return body(f"{start}<w:document {W}>&e;</w:document>".encode("utf-16")), DTD


def dtd_in_a_neighbour_part() -> Hostile:
    styles = f'<!DOCTYPE x [<!ENTITY e "a">]><w:styles {W}/>'.encode()
    return raw_docx(GOOD, ("word/styles.xml", styles)), DTD


def deep_nesting() -> Hostile:
    return raw_docx("<w:sdt>" * 20_000 + "</w:sdt>" * 20_000), DEEP


def deep_tables() -> Hostile:
    return raw_docx("<w:tbl><w:tr><w:tc>" * 90 + GOOD + "</w:tc></w:tr></w:tbl>" * 90), DEEP


def huge_attribute() -> Hostile:
    return raw_docx(f'<w:p w:rsidR="{noise(4_000_000).hex()}"/>' + GOOD), None


def endless_row() -> Hostile:
    return raw_docx("<w:tbl><w:tr>" + "<w:tc/>" * 100_000 + "</w:tr></w:tbl>"), "dài hơn 1000 ô"


def endless_span() -> Hostile:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr></w:tc>'
    return raw_docx(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"), "dài hơn 1000 ô"


def endless_table() -> Hostile:
    letters = noise(30 * 90_000).hex()
    rows = (f"<w:tr><w:tc>{paragraph(run(letters[n * 60 : n * 60 + 60]))}</w:tc></w:tr>" for n in range(90_000))
    return raw_docx("<w:tbl>" + "".join(rows) + "</w:tbl>"), ("hơn 5 MB chữ", SLOW)


def too_much_text() -> Hostile:
    text = noise(3_000_000).hex()
    return raw_docx(paragraph(run(text))), "hơn 5 MB chữ"


def endless_list_marks() -> Hostile:
    mark = "".join(f"%{n}" for n in range(1, 10)) * 2
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="888888888"/><w:numFmt w:val="lowerLetter"/>'
        f'<w:lvlText w:val="{mark}"/></w:lvl>'
        for n in range(9)
    )
    lists = f'<w:numbering {W}><w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
    lists += '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    choose = random.Random(4)
    number = '<w:pPr><w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    inner = "".join(paragraph(number + run(f"{choose.random()}")) for _ in range(60_000))
    return raw_docx(inner, ("word/numbering.xml", lists.encode())), "hơn 5 MB chữ"


def styles_in_a_circle() -> Hostile:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{(n + 1) % 500}"/></w:style>'
        for n in range(500)
    )
    inner = paragraph('<w:pPr><w:pStyle w:val="s7"/></w:pPr>' + run("Họp."))
    return raw_docx(inner, ("word/styles.xml", f"<w:styles {W}>{styles}</w:styles>".encode())), None


def nul_in_xml() -> Hostile:
    return raw_docx(GOOD + "\0\0"), BROKEN_XML


def truncated_xml() -> Hostile:
    return body(f"<w:document {W}><w:body>{GOOD}<w:p><w:r".encode()), BROKEN_XML


def undefined_entity() -> Hostile:
    return raw_docx(paragraph(run("&secret;"))), BROKEN_XML


# PDF


def pdf_of(*objects: bytes, root: int = 1, more: bytes = b"") -> bytes:
    """A .pdf of these objects, numbered from 1."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, inner in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, inner)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root %d 0 R%b>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        root,
        more,
        start,
    )
    return bytes(out)


def stream(inner: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d%b>>stream\n%b\nendstream" % (len(inner), entries, inner)


PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"


def only_a_pdf_header() -> Hostile:
    return b"%PDF-1.7\n", BROKEN_PDF


def noise_after_a_pdf_header() -> Hostile:
    return b"%PDF-1.7\n" + noise(200_000), BROKEN_PDF


def truncated_pdf() -> Hostile:
    data = plan_files.printed(plan_files.PLAN)
    return data[: len(data) // 3], LOOPS


def xref_that_loops() -> Hostile:
    data = pdf_of(CATALOG, PAGES, PAGE, stream(b"BT/F 9 Tf(Hop ngay 5/3/2026.)Tj ET"), HELVETICA)
    start = data.rindex(b"xref\n0")
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % start), LOOPS


def pages_that_loop() -> Hostile:
    return pdf_of(CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000000>>"), LOOPS


def four_hundred_and_one_pages() -> Hostile:
    kids = b" ".join(b"3 0 R" for _ in range(401))
    pages = b"<</Type/Pages/Kids[%b]/Count 401>>" % kids
    return pdf_of(CATALOG, pages, PAGE, stream(b"BT/F 9 Tf(a)Tj ET"), HELVETICA), "hơn 400 trang"


def compressed_page_bomb() -> Hostile:
    packed = zlib.compress(bytes(300_000_000), 1)
    return pdf_of(CATALOG, PAGES, PAGE, stream(packed, b"/Filter/FlateDecode"), HELVETICA), LOOPS


def bomb_in_a_bomb() -> Hostile:
    packed = zlib.compress(zlib.compress(bytes(100_000_000)))
    return pdf_of(CATALOG, PAGES, PAGE, stream(packed, b"/Filter[/FlateDecode/FlateDecode]"), HELVETICA), LOOPS


def endless_page_operators() -> Hostile:
    packed = zlib.compress(b"BT/F 9 Tf 1 0 0 1 9 9 Tm(a)Tj ET " * 300_000)
    return pdf_of(CATALOG, PAGES, PAGE, stream(packed, b"/Filter/FlateDecode"), HELVETICA), SLOW


def form_that_draws_itself() -> Hostile:
    page = PAGE.replace(b"/Font", b"/XObject<</X 6 0 R>>/Font")
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>"
    return pdf_of(CATALOG, PAGES, page, stream(b"/X Do"), HELVETICA, stream(b"/X Do /X Do", form)), LOOPS


def deep_arrays() -> Hostile:
    return pdf_of(CATALOG, PAGES, PAGE, b"[" * 200_000, HELVETICA), LOOPS


def endless_character_map() -> Hostile:
    font = b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 6 0 R/DescendantFonts[]>>"
    table = b"begincmap 1 beginbfrange <00000000> <FFFFFFFF> <0000> endbfrange endcmap"
    return pdf_of(CATALOG, PAGES, PAGE, stream(b"BT/F 9 Tf<0001>Tj ET"), font, stream(table)), LOOPS


def huge_picture() -> Hostile:
    page = PAGE.replace(b"/Font", b"/XObject<</X 6 0 R>>/Font")
    picture = b"/Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceRGB"
    packed = stream(zlib.compress(bytes(50_000_000)), picture + b"/Filter/FlateDecode")
    return pdf_of(CATALOG, PAGES, page, stream(b"q 600 0 0 800 0 0 cm /X Do Q"), HELVETICA, packed), "bản quét"


def locked_pdf() -> Hostile:
    writer = pypdf.PdfWriter(io.BytesIO(plan_files.printed(plan_files.PLAN)))
    writer.encrypt("bí mật", algorithm="AES-256")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue(), "Tệp .pdf có mật khẩu"


def scanned_pdf() -> Hostile:
    pdf = fpdf.FPDF()
    pdf.add_page()
    pdf.rect(20, 20, 100, 100)
    return bytes(pdf.output()), "bản quét"


# Other kinds


def ole(stream_name: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream_name.encode("utf-16-le") + bytes(1000)


def old_word() -> Hostile:
    return ole("WordDocument"), "Tệp .doc cũ: mở bằng Word, chọn Lưu thành .docx rồi nhập lại."


def locked_word() -> Hostile:
    return ole("EncryptedPackage"), "Tài liệu có mật khẩu: mở bằng Word, bỏ mật khẩu rồi nhập lại."


def old_excel() -> Hostile:
    return ole("Workbook"), "Tệp .xls là bảng tính"


def excel() -> Hostile:
    types = CONTENT_TYPES.replace(b"wordprocessingml.document.main", b"spreadsheetml.sheet.main")
    parts = ("[Content_Types].xml", types), ("_rels/.rels", RELATIONSHIPS), ("word/document.xml", b"<a/>")
    return zipped(parts), "Tệp .xlsx là bảng tính"


def open_document() -> Hostile:
    parts = ("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<a/>")
    return zipped(parts), "Tệp OpenDocument"


def plain_zip() -> Hostile:
    return zipped([("kế hoạch.docx.txt", "Họp.".encode())]), "Tệp nén: hãy giải nén"


def rich_text() -> Hostile:
    return b"{\\rtf1\\ansi Hop.}", "Tệp .rtf: mở bằng Word"


def picture() -> Hostile:
    return b"\x89PNG\r\n\x1a\n" + noise(2000), "Tệp này là ảnh"


def web_page() -> Hostile:
    return b"<!DOCTYPE html><html><body>8/3</body></html>", "Tệp .html hoặc .xml"


def random_bytes() -> Hostile:
    return b"\x80" + noise(50_000), "không phải văn bản"


def text_with_nul() -> Hostile:
    return "Họp ngày 5/3/2026.\0".encode(), "không phải văn bản"


def one_long_line() -> Hostile:
    return b"a" * 6_000_000, "hơn 5 MB chữ"


def combining_marks() -> Hostile:
    return ("a" + "\u0301\u0323" * 200_000).encode(), None


def too_large() -> Hostile:
    return b"a" * 20_000_001, "lớn hơn 20 MB"


def empty_file() -> Hostile:
    return b"", "không có chữ nào"


OTHER_KINDS: dict[str, Callable[[], Hostile]] = {
    made.__name__: made
    for made in (
        old_word,
        locked_word,
        old_excel,
        excel,
        open_document,
        plain_zip,
        rich_text,
        picture,
        web_page,
        random_bytes,
        text_with_nul,
        empty_file,
    )
}
ALL: dict[str, Callable[[], Hostile]] = {
    name: made
    for name, made in list(globals().items())
    if getattr(made, "__annotations__", {}).get("return") == "Hostile" and name not in OTHER_KINDS
}
