"""What is read from a file is what a person sees in it, in whatever format and encoding it comes."""

from __future__ import annotations

import io
import re
import unicodedata

import fpdf
import plan_files
import pypdf
import pytest
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st
from plan_files import PLAN, TEXT, W, encoder, in_list, paragraph, raw_docx, run, saved, with_lists, words

from campaign.errors import InvalidInput
from campaign.reading.formats import legacy, letters
from campaign.reading.formats.extract import Document, extract
from campaign.reading.formats.legacy import is_syllable
from campaign.reading.formats.pdf import columns, pages

LETTERS = "".join(
    sorted(
        {
            unicodedata.normalize("NFC", letter + tone)
            for letter in "aăâeêioôơuưy"
            for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
        }
        - set("aeiouy")
        | {"đ"}
    )
)
to_tcvn3, to_vni = encoder(legacy.TCVN3), encoder(legacy.VNI)


def cp1258(text: str) -> bytes:
    """Windows-1258 as Windows writes it: circumflex, breve and horn in the letter, tones as marks."""
    apart = "".join(
        letter if len(split := unicodedata.normalize("NFD", letter)) < 2 else recomposed(split)
        for letter in unicodedata.normalize("NFC", text)
    )
    return apart.encode("cp1258")


def recomposed(split: str) -> str:
    tones = "".join(mark for mark in split if mark in "\u0300\u0301\u0303\u0309\u0323")
    return unicodedata.normalize("NFC", "".join(mark for mark in split if mark not in tones)) + tones


def lines(data: bytes) -> list[str]:
    return extract(data).text.splitlines()


# The plan in every format


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(plan_files.plan_docx(), "docx", id="docx"),
        pytest.param(plan_files.printed(PLAN), "pdf", id="pdf"),
        pytest.param(plan_files.printed(PLAN, height=70), "pdf", id="pdf of small pages"),
        pytest.param(plan_files.printed(PLAN, height=297), "pdf", id="pdf of one page"),
        pytest.param(TEXT.encode(), "txt", id="utf-8"),
        pytest.param(TEXT.encode("utf-8-sig"), "txt", id="utf-8 with mark"),
        pytest.param(unicodedata.normalize("NFD", TEXT).encode(), "txt", id="decomposed"),
        pytest.param(TEXT.replace("\n", "\r\n").encode(), "txt", id="crlf"),
        pytest.param(TEXT.replace("\n", "\r").encode(), "txt", id="cr"),
        pytest.param(TEXT.replace(" ", "\xa0 ").encode(), "txt", id="no-break spaces"),
        pytest.param(TEXT.encode("utf-16"), "txt", id="utf-16"),
        pytest.param(TEXT.encode("utf-16-le"), "txt", id="utf-16-le without mark"),
        pytest.param(TEXT.encode("utf-16-be"), "txt", id="utf-16-be without mark"),
        pytest.param(b"\xfe\xff" + TEXT.encode("utf-16-be"), "txt", id="utf-16-be"),
        pytest.param(cp1258(TEXT), "txt", id="windows-1258"),
        pytest.param(to_vni(TEXT).encode("cp1252"), "txt", id="vni"),
        pytest.param(to_vni(TEXT).encode(), "txt", id="vni copied into utf-8"),
    ],
)
def test_plan_is_the_same_in_every_format(data: bytes, kind: str) -> None:
    document = extract(data)
    printed_foot = re.compile(r"Kế hoạch 27/KH-SYT, tờ 1\n\Z")  # on one page nothing tells a foot from text
    assert (words(printed_foot.sub("", document.text)), document.kind) == (words(TEXT), kind)


@pytest.mark.parametrize("written", [to_tcvn3(TEXT).encode("latin-1"), to_tcvn3(TEXT).encode()])
def test_plan_in_tcvn3_lacks_only_capitals_that_its_code_page_lacks(written: bytes) -> None:
    pairs = zip(words(extract(written).text).split(), words(TEXT).split(), strict=True)
    assert [pair for pair in pairs if pair[0] != pair[1]] == [("ảnh", "Ảnh")]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (to_tcvn3(TEXT).encode("latin-1"), "TCVN3"),
        (to_vni(TEXT).encode("cp1252"), "VNI"),
        (cp1258(TEXT), "Windows-1258"),
    ],
)
def test_converted_text_says_from_what(data: bytes, encoding: str) -> None:
    assert tuple(map(str, extract(data).notes)) == (f"Văn bản dùng bảng mã {encoding}, đã chuyển sang Unicode.",)


def test_document_without_trouble_has_no_notes() -> None:
    assert extract(TEXT.encode(), "kế hoạch.txt") == Document(TEXT, "txt", ())


def test_name_serves_only_for_a_note() -> None:
    document = extract(plan_files.plan_docx(), "kế hoạch.pdf")
    assert document.kind == "docx"
    assert tuple(map(str, document.notes)) == ("Tên tệp có đuôi .pdf nhưng nội dung là .docx.",)


# Legacy code pages


def test_vietnamese_has_sixty_seven_accented_letters() -> None:
    assert len(LETTERS) == 67


@pytest.mark.parametrize("letter", LETTERS + LETTERS.upper())
def test_vni_writes_every_letter(letter: str) -> None:
    written = to_vni(letter)
    assert written.encode("cp1252") != letter.encode()
    assert legacy.convert(written, "VNI") == letter


@pytest.mark.parametrize("letter", LETTERS)
def test_tcvn3_writes_every_letter(letter: str) -> None:
    written = to_tcvn3(letter)
    assert len(written.encode("latin-1")) == 1
    assert legacy.convert(written, "TCVN3") == letter
    assert legacy.convert(written, "TCVN3", capitals=True) == letter.upper()


@pytest.mark.parametrize("letter", "ĂÂÊÔƠƯĐ")
def test_tcvn3_has_seven_capitals(letter: str) -> None:
    assert legacy.convert(to_tcvn3(letter), "TCVN3") == letter


@pytest.mark.parametrize(
    ("written", "code_page", "shown"),
    [
        ("Céng hoµ x· héi chñ nghÜa ViÖt Nam", "TCVN3", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
        ("§éc lËp - Tù do - H¹nh phóc", "TCVN3", "Độc lập - Tự do - Hạnh phúc"),
        ("KÕ HO¹CH: phô n÷ N¡M 2026", "TCVN3", "KẾ HOẠCH: phụ nữ NĂM 2026"),
        ("Së Y tÕ, Sè 5, ë Hµ Néi", "TCVN3", "Sở Y tế, Số 5, ở Hà Nội"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "VNI", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", "VNI", "Độc lập - Tự do - Hạnh phúc"),
        ("KEÁ HOAÏCH naêm 2026, ngaøy 8/3", "VNI", "KẾ HOẠCH năm 2026, ngày 8/3"),
    ],
)
def test_known_words_of_legacy_files(written: str, code_page: legacy.Legacy, shown: str) -> None:
    assert legacy.convert(written, code_page) == shown


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("Ngày họp: tạo Ömer Çelik façade Ñandú".encode("latin-1", "replace"), id="western"),
        pytest.param("Предприятие проводит собрание".encode("cp1251"), id="cyrillic"),
        pytest.param(TEXT.encode("gb18030"), id="chinese"),
    ],
)
def test_uncertain_encoding_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(InvalidInput, match=r"TCVN3, VNI hay Windows-1258.*UniKey"):
        extract(data)


def test_broken_utf_16_is_refused() -> None:
    with pytest.raises(InvalidInput, match="UTF-16-LE bị hỏng"):
        extract("\ufeffHọp".encode("utf-16-le") + b"\x00\xd8")


def test_syllables_tell_vietnamese_from_rubbish() -> None:
    vietnamese = re.findall(r"[^\W\d_]{2,}", TEXT)
    assert [word for word in vietnamese if not is_syllable(word) and not word.isupper()] == []
    assert not any(map(is_syllable, ["hoµ", "nghÜa", "Vieät", "xã́", "straße", "ngkh"]))


# Word


def test_lists_show_their_numbers() -> None:
    document = with_lists()
    for text, number, at in (
        ("Mục đích", 90, 0),
        ("Yêu cầu", 90, 1),
        ("Một", 90, 2),
        ("Hai", 90, 2),
        ("Nội dung", 90, 0),
        ("Bắt đầu lại", 90, 1),
        ("Gạch", 91, 0),
        ("Không có số", 0, 0),
    ):
        in_list(document, text, number, at)
    assert lines(saved(document)) == [
        "I. Mục đích",
        "1. Yêu cầu",
        "a) Một",
        "b) Hai",
        "II. Nội dung",
        "1. Bắt đầu lại",
        "- Gạch",
        "Không có số",
    ]


def test_list_styles_of_word_are_numbered() -> None:
    document = plan_files.empty_docx()
    document.add_paragraph("Một", style="List Number")
    document.add_paragraph("Hai", style="List Number")
    document.add_paragraph("Chấm", style="List Bullet")
    assert lines(saved(document)) == ["1. Một", "2. Hai", "- Chấm"]


def numbered_body(levels: str, more: str, *paragraphs: tuple[int, int, str]) -> bytes:
    abstract = f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
    number = '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    lists = f"<w:numbering {W}>{abstract}{number}{more}</w:numbering>"
    inner = "".join(
        paragraph(f'<w:pPr><w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>' + run(text))
        for number, at, text in paragraphs
    )
    return raw_docx(inner, ("word/numbering.xml", lists.encode()))


@pytest.mark.parametrize(
    ("number_format", "text", "marks"),
    [
        ("decimal", "%1.", ["1.", "2.", "3."]),
        ("decimalZero", "%1", ["01", "02", "03"]),
        ("upperRoman", "%1.", ["I.", "II.", "III."]),
        ("lowerRoman", "(%1)", ["(i)", "(ii)", "(iii)"]),
        ("upperLetter", "%1.", ["A.", "B.", "C."]),
        ("lowerLetter", "%1)", ["a)", "b)", "c)"]),
        ("bullet", "+", ["+", "+", "+"]),
        ("bullet", "\uf0a7", ["-", "-", "-"]),
        ("decimal", "Điều %1.", ["Điều 1.", "Điều 2.", "Điều 3."]),
    ],
)
def test_every_number_format(number_format: str, text: str, marks: list[str]) -> None:
    levels = plan_files.level(0, number_format, text)
    assert lines(numbered_body(levels, "", *[(1, 0, "việc")] * 3)) == [f"{mark} việc" for mark in marks]


def test_number_restarts_where_the_list_says_so() -> None:
    levels = plan_files.level(0, "decimal", "%1.") + plan_files.level(1, "decimal", "%1.%2.")
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    )
    data = numbered_body(levels, again, (1, 0, "a"), (1, 1, "b"), (1, 1, "c"), (2, 0, "d"), (2, 0, "e"), (1, 1, "f"))
    assert lines(data) == ["1. a", "1.1. b", "1.2. c", "7. d", "8. e", "8.1. f"]


def test_table_row_is_a_line_with_tabs() -> None:
    document = plan_files.empty_docx()
    table = document.add_table(rows=3, cols=4)
    rows = (
        ("STT", "Nội dung", "Thời gian", "Phụ trách"),
        ("1", "Tọa đàm\nngày 8/3", "Tháng 3", "Ban\tNữ công"),
        ("2", "Hội thao", "", ""),
    )
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.rows[1].cells[1].add_paragraph("và gặp mặt")
    assert lines(saved(document)) == [
        "STT\tNội dung\tThời gian\tPhụ trách",
        "1\tTọa đàm ngày 8/3 và gặp mặt\tTháng 3\tBan Nữ công",
        "2\tHội thao",
    ]


def test_merged_cells_keep_their_columns() -> None:
    document = plan_files.empty_docx()
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Quý I"
    table.cell(0, 2).text = "Ban"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Tháng 3"
    table.cell(1, 1).text, table.cell(1, 2).text = "Tọa đàm", "A"
    table.cell(2, 1).text, table.cell(2, 2).text = "Hội thi", "B"
    assert lines(saved(document)) == ["Quý I\t\tBan", "Tháng 3\tTọa đàm\tA", "\tHội thi\tB"]


def test_letterhead_and_signature_tables_are_columns_of_text() -> None:
    document = plan_files.empty_docx()
    head, foot = document.add_table(rows=2, cols=2), document.add_table(rows=1, cols=2)
    head.cell(0, 0).text = "UBND TỈNH\nSỞ Y TẾ"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    head.cell(1, 0).text, head.cell(1, 1).text = "Số: 27/KH-SYT", "Đồng Xoài, ngày 18 tháng 02 năm 2026"
    foot.cell(0, 0).text, foot.cell(0, 1).text = "Nơi nhận:\n- Như trên;\n- Lưu: VT.", "GIÁM ĐỐC"
    assert [line for line in lines(saved(document)) if line] == [
        "UBND TỈNH",
        "SỞ Y TẾ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 27/KH-SYT",
        "Đồng Xoài, ngày 18 tháng 02 năm 2026",
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "GIÁM ĐỐC",
    ]


def test_table_in_a_cell_folds_into_it() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{paragraph(run('a'))}</w:tc><w:tc>{paragraph(run('b'))}</w:tc></w:tr></w:tbl>"
    cells = f"<w:tc>{paragraph(run('trước'))}{inner}{paragraph('')}</w:tc><w:tc>{paragraph(run('c'))}</w:tc>"
    assert lines(raw_docx(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")) == ["trước a b\tc"]


def test_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph(run('Trong khung'))}</w:txbxContent>"
    drawing = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>'
    )
    body = paragraph(run("Ngoài") + f"<w:r>{drawing}</w:r>" + run(" khung"))
    assert lines(raw_docx(body)) == ["Trong khung", "Ngoài khung"]


def test_tracked_changes_are_read_as_accepted() -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>10/3</w:delText></w:r></w:del>'
    moved = f'<w:moveFrom w:id="2">{run("chỗ cũ ")}</w:moveFrom>'
    inserted = f'<w:ins w:id="3">{run("8/3")}</w:ins><w:moveTo w:id="4">{run(" chỗ mới")}</w:moveTo>'
    joined = paragraph('<w:pPr><w:rPr><w:del w:id="5"/></w:rPr></w:pPr>' + run("Đoạn bị ")) + paragraph(run("nối."))
    row = f'<w:tr><w:trPr><w:del w:id="6"/></w:trPr><w:tc>{paragraph(run("dòng bỏ"))}</w:tc></w:tr>'
    body = paragraph(moved + run("Ngày ") + deleted + inserted) + joined + f"<w:tbl>{row}</w:tbl>"
    assert lines(raw_docx(body)) == ["Ngày 8/3 chỗ mới", "Đoạn bị nối."]


def test_paragraph_without_its_end_waits_for_no_next_one() -> None:
    cut = paragraph('<w:pPr><w:rPr><w:del w:id="5"/></w:rPr></w:pPr>' + run("Cuối ô"))
    cells = f"<w:tc>{cut}</w:tc><w:tc>{paragraph(run('ô sau'))}</w:tc>"
    assert lines(raw_docx(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>{cut}")) == ["Cuối ô\tô sau", "Cuối ô"]


def test_what_the_page_does_not_show_as_text_is_left_out() -> None:
    document = plan_files.empty_docx()
    document.sections[0].header.paragraphs[0].text = "Đầu trang"
    document.sections[0].footer.paragraphs[0].text = "Chân trang"
    shown = document.add_paragraph("Họp ngày 5/3.")
    shown.add_run(" ẩn").font.hidden = True
    shown._p.append(parse_xml(f'<w:r {W}><w:footnoteReference w:id="2"/></w:r>'))
    shown._p.append(parse_xml(f"<w:r {W}><w:instrText>PAGE</w:instrText></w:r>"))
    assert lines(saved(document)) == ["Họp ngày 5/3."]


def test_table_of_contents_is_left_out() -> None:
    style = '<w:style w:type="paragraph" w:styleId="M1"><w:name w:val="toc 1"/></w:style>'
    styles = f"<w:styles {W}>{style}</w:styles>"
    body = paragraph('<w:pPr><w:pStyle w:val="M1"/></w:pPr>' + run("I. Mục đích 3")) + paragraph(run("I. Mục đích"))
    assert lines(raw_docx(body, ("word/styles.xml", styles.encode()))) == ["I. Mục đích"]


def test_breaks_and_hyphens_in_a_paragraph() -> None:
    inner = run("KẾ HOẠCH") + "<w:r><w:br/></w:r>" + run("Năm 2026,\tquý") + "<w:r><w:tab/></w:r>" + run("I")
    tail = run("LĐ") + "<w:r><w:noBreakHyphen/></w:r>" + run("TB") + "<w:r><w:softHyphen/></w:r>" + run("XH")
    assert lines(raw_docx(paragraph(inner) + paragraph(tail))) == ["KẾ HOẠCH", "Năm 2026, quý I", "LĐ-TBXH"]


def test_runs_in_legacy_fonts_are_converted_by_their_font() -> None:
    small, capital, vni = (f'<w:rFonts w:ascii="{name}"/>' for name in (".VnTime", ".VnTimeH", "VNI-Times"))
    soft_hyphen = f"<w:r><w:rPr>{small}</w:rPr><w:softHyphen/></w:r>"
    body = (
        paragraph(run(to_tcvn3("Số một: "), small) + run(to_tcvn3("kế hoạch"), capital))
        + paragraph(run("Vie", vni) + run("ät Nam", vni) + run(" là nước"))
        + paragraph(run("Đã là Unicode", small))
        + paragraph(run("th", small) + soft_hyphen)
    )
    assert lines(raw_docx(body)) == ["Số một: KẾ HOẠCH", "Việt Nam là nước", "Đã là Unicode", "thư"]


def test_legacy_font_of_a_style_counts() -> None:
    styles = (
        f"<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii=".VnTime"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"/>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/>'
        '<w:rPr><w:rFonts w:ascii="VNI-Helve"/></w:rPr></w:style></w:styles>'
    )
    body = paragraph(run(to_tcvn3("tập huấn"))) + paragraph('<w:pPr><w:pStyle w:val="b"/></w:pPr>' + run("hoäi"))
    assert lines(raw_docx(body, ("word/styles.xml", styles.encode()))) == ["tập huấn", "hội"]


def test_strict_ooxml_is_read() -> None:
    namespace = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    inner = f'<w:document xmlns:w="{namespace}"><w:body>{paragraph(run("Họp."))}</w:body></w:document>'
    assert lines(raw_docx(inner, around=False)) == ["Họp."]


def test_empty_document_is_refused() -> None:
    with pytest.raises(InvalidInput, match=r"^Tệp không có chữ nào\.$"):
        extract(raw_docx("<w:p/>" * 20))


# PDF


def pdf_pages(*texts: str, protect: bool = False) -> bytes:
    pdf = fpdf.FPDF()
    pdf.add_font("Roboto", fname=plan_files.ROBOTO)
    for text in texts:
        pdf.add_page()
        pdf.set_font("Roboto", size=11)
        pdf.multi_cell(0, 6, text, align="L", new_x="LMARGIN", new_y="NEXT")
    data = bytes(pdf.output())
    if not protect:
        return data
    writer, file = pypdf.PdfWriter(io.BytesIO(data)), io.BytesIO()
    writer.encrypt("", "chủ", algorithm="AES-128")
    writer.write(file)
    return file.getvalue()


def running(texts: list[str]) -> str:
    return pages.running_text([text.split("\n") for text in texts])


def test_pdf_that_only_forbids_printing_is_read() -> None:
    assert extract(pdf_pages("Họp ngày 5/3/2026.", protect=True)).text == "Họp ngày 5/3/2026.\n"


def test_pdf_names_its_pages_without_text() -> None:
    document = extract(pdf_pages("Trang đầu có chữ.", "", "Trang cuối có chữ.", ""))
    assert tuple(map(str, document.notes)) == ("Không đọc được chữ ở trang 2, 4: có thể đó là ảnh quét.",)


def test_pdf_printed_from_a_legacy_font_is_converted() -> None:
    document = extract(pdf_pages(to_vni("\n".join(PLAN[6:12]))))
    assert words(document.text) == words("\n".join(PLAN[6:12]))


@pytest.mark.parametrize("number", ["{}", "- {} -", "Trang {}", "Trang {}/4", "{} / 4"])
@pytest.mark.parametrize("at_top", [True, False])
def test_page_numbers_go(number, at_top) -> None:
    works = ["họp", "tập huấn", "hội thao", "tổng kết"]
    texts = [
        f"{number.format(page)}\n{work}" if at_top else f"{work}\n{number.format(page)}"
        for page, work in enumerate(works, 1)
    ]
    assert running(texts).splitlines() == works


def test_numbers_that_do_not_count_pages_stay() -> None:
    assert running(["Số lượng:\n120", "Số dư:\n45"]).splitlines() == [
        "Số lượng:",
        "120",
        "Số dư:",
        "45",
    ]


def test_running_lines_go_and_months_stay() -> None:
    works = enumerate(["Họp.", "Tập huấn.", "Hội thao.", "Tham quan.", "Sơ kết."], 1)
    body = [f"Tháng {month}:\n{work}\nDo Ban {work}" for month, work in works]
    texts = [f"SỞ Y TẾ - Kế hoạch\n{text}\nIn lần {n}" for n, text in enumerate(body, 4)]
    assert running(texts) == "\n".join(body)


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("Tổ chức hội thi nấu ăn cho cán bộ,", "viên chức nữ", True),
        ("Tổ chức hội thi nấu ăn trước ngày", "15/10/2026", True),
        ("Đề nghị các đơn vị gửi báo cáo về Sở;", "kèm danh sách", True),
        ("Đề nghị Sở Lao động, Thương binh -", "Xã hội phối hợp", True),
        ("Tổ chức hội thi nấu ăn cho cán bộ,", "- viên chức nữ", False),
        ("Tổ chức hội thi nấu ăn cho cán bộ,", "b) viên chức nữ", False),
        ("Tổ chức hội thi nấu ăn cho cán bộ nữ", "2. Hội thao", False),
        ("Tổ chức hội thi nấu ăn cho cán bộ.", "viên chức nữ", False),
        ("Tổ chức hội thi", "nấu ăn", False),
        ("Tổ chức hội thi nấu ăn cho cán bộ nữ", "Hội thao", False),
    ],
)
def test_lines_are_joined_only_where_certain(first, second, joined) -> None:
    full = "Dòng đầy đủ của một trang giấy thì dài."
    expected = [full, f"{first} {second}"] if joined else [full, first, second]
    assert running([f"{full}\n{first}\n{second}"]).splitlines() == expected


@pytest.mark.parametrize(
    ("printed", "sane"),
    [
        ("K Ế  H O Ạ C H", "KẾ HOẠCH"),
        ("Ke \u0302\u0301 hoa \u0323ch", "Kế hoạch"),
        ("thi  \t đua   khen thưởng", "thi đua khen thưởng"),
        ("a b c d", "a b c d"),
        ("ﬁle văn bản", "file văn bản"),
    ],
)
def test_odd_spaces_of_printed_lines(printed: str, sane: str) -> None:
    assert letters.tidy(letters.close_up(printed)) == sane


def test_printed_table_is_rows_with_tabs() -> None:
    page = """\
 Các việc trong năm được giao như sau:
 STT    Nội dung                             Thời gian
   1    Tổ chức hội thi nấu ăn cho cán bộ    Tháng 3
        nữ các phòng, đơn vị
   2    Tập huấn                             Quý II và
                                             quý III
 Trên đây là kế hoạch, các đơn vị căn cứ thực hiện."""
    assert columns.lines_of(columns.rows_of_text(page)) == [
        "Các việc trong năm được giao như sau:",
        "STT\tNội dung\tThời gian",
        "1\tTổ chức hội thi nấu ăn cho cán bộ nữ các phòng, đơn vị\tTháng 3",
        "2\tTập huấn\tQuý II và quý III",
        "Trên đây là kế hoạch, các đơn vị căn cứ thực hiện.",
    ]


def test_printed_table_with_numbers_at_half_height_keeps_its_rows() -> None:
    page = """\
 STT    Nội dung công việc                   Thời gian
        Tổ chức hội thi nấu ăn cho cán bộ    Trước ngày
   1    nữ các phòng, đơn vị và mời gia      8/3/2026
        đình cùng dự
        Tập huấn nghiệp vụ nữ công cho cán
   2    bộ công đoàn                         Quý II
   3    Hội thao                             Tháng 9"""
    rows = [line.split("\t") for line in columns.lines_of(columns.rows_of_text(page))]
    first = "Tổ chức hội thi nấu ăn cho cán bộ nữ các phòng, đơn vị và mời gia đình cùng dự"
    assert rows == [
        ["STT", "Nội dung công việc", "Thời gian"],
        ["1", first, "Trước ngày 8/3/2026"],
        ["2", "Tập huấn nghiệp vụ nữ công cho cán bộ công đoàn", "Quý II"],
        ["3", "Hội thao", "Tháng 9"],
    ]


def test_words_whose_letters_are_printed_apart_stay_words() -> None:
    # So a browser prints letters that its font lacks: each from another font, as a piece of text of its own.
    pdf = fpdf.FPDF()
    pdf.add_font("Roboto", fname=plan_files.ROBOTO)
    pdf.set_font("Roboto", size=12)
    pdf.add_page()
    line = "Sở Lao động tổ chức tập huấn ở Hà Nội trước ngày 8/3/2026."
    for y in (20, 30):
        x = 20.0
        for piece in re.findall(r"[\x20-\u0111]+|[^\x20-\u0111]+", line):
            pdf.text(x, y, piece)
            x += pdf.get_string_width(piece)
    assert lines(bytes(pdf.output())) == [line, line]


def test_line_printed_twice_for_boldness_is_read_once() -> None:
    pdf = fpdf.FPDF()
    pdf.add_font("Roboto", fname=plan_files.ROBOTO)
    pdf.set_font("Roboto", size=12)
    pdf.add_page()
    for x in (20, 20.05):
        pdf.text(x, 20, "KẾ HOẠCH năm 2026")
    assert lines(bytes(pdf.output())) == ["KẾ HOẠCH năm 2026"]


def test_table_of_a_printed_page_is_rows_with_tabs() -> None:
    pdf = fpdf.FPDF()
    pdf.add_font("Roboto", fname=plan_files.ROBOTO)
    pdf.set_font("Roboto", size=11)
    pdf.add_page()
    rows = [
        ("STT", "Nội dung", "Thời gian", "Chủ trì"),
        ("1", "Tọa đàm kỷ niệm ngày Quốc tế Phụ nữ 8/3 cho nữ công chức", "Trước ngày 8/3", "Ban Nữ công"),
        ("2", "Tháng hành động quốc gia phòng, chống bạo lực gia đình", "Tháng 6", "Các phòng"),
        ("3", "Sơ kết sáu tháng", "30/6", "Văn phòng"),
    ]
    with pdf.table(rows, col_widths=(10, 80, 40, 40), text_align="LEFT", first_row_as_headings=False):
        pass
    document = extract(bytes(pdf.output()))
    assert [tuple(line.split("\t")) for line in document.text.splitlines()] == rows


def test_printed_letterhead_is_read_column_by_column() -> None:
    page = """\
   UBND TỈNH HÀ NAM         CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
  SỞ CÔNG THƯƠNG               Độc lập - Tự do - Hạnh phúc
   Số: 12/KH-SCT              Hà Nam, ngày 5 tháng 3 năm 2020
                            KẾ HOẠCH
    Triển khai công tác bình đẳng giới năm 2020 của ngành Công Thương
  Nơi nhận:                               GIÁM ĐỐC
  - Như trên;
  - Lưu: VT.                            Đinh Văn An"""
    assert columns.lines_of(columns.rows_of_text(page)) == [
        "UBND TỈNH HÀ NAM",
        "SỞ CÔNG THƯƠNG",
        "Số: 12/KH-SCT",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Hà Nam, ngày 5 tháng 3 năm 2020",
        "KẾ HOẠCH",
        "Triển khai công tác bình đẳng giới năm 2020 của ngành Công Thương",
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "GIÁM ĐỐC",
        "Đinh Văn An",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Thực  hiện  Công  văn  số  171  của  Sở",
        "Thực   hiện   Công   văn   số   171",
        "-     Thực hiện",
        "1.   Họp",
    ],
)
def test_justified_line_and_list_mark_are_no_columns(line: str) -> None:
    assert columns.lines_of(columns.rows_of_text(line)) == [" ".join(line.split())]


# Whatever comes


def read_or_refusal(data: bytes) -> tuple[str, str]:
    """The text, or the sentence that refuses it; anything else is a traceback."""
    try:
        return extract(data).text, ""
    except InvalidInput as refusal:
        return "", refusal.message


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"", b"%PDF-1.5\n", b"PK\x03\x04", b"\xff\xfe", b"{\\rtf"]))
def test_any_bytes_are_read_or_refused(data: bytes, start: bytes) -> None:
    text, refusal = read_or_refusal(start + data)
    assert bool(text) != refusal.endswith(".")
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_damaged_documents_are_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(data.draw(st.sampled_from([DOCX, PDF])))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    text, refusal = read_or_refusal(bytes(whole))
    assert bool(text) != refusal.endswith(".")


DOCX, PDF = raw_docx("".join(paragraph(run(line)) for line in PLAN)), plan_files.printed(PLAN)
