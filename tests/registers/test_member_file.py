"""Lists of members: what offices really hand in, and what is said of each mistake."""

from __future__ import annotations

import io
import unicodedata

import openpyxl
import pytest

from campaign.directory.member_file import MOST_NAMED, Row, key_of, read_member_file
from campaign.errors import InvalidInput
from campaign.reading.formats.sheet import MAX_COLUMNS, MAX_LINES

HEADINGS = "name,email,unit,groups,sex,language\n"
VIETNAMESE = (
    "Họ và tên;Thư điện tử;Đơn vị;Nhóm;Giới tính;Ngôn ngữ\n"
    "Nguyễn Thị Ánh;anh@example.org;Văn phòng;Ban nữ công;Nữ;vi\n"
    "Trần Quốc Việt;viet@example.org;Phòng Kỹ thuật;;Nam;\n"
    "Đỗ Thị Mỹ Lệ;le@example.org;Phòng Kế toán;;nữ;\n"
)
READ = (
    Row(2, "Nguyễn Thị Ánh", "anh@example.org", "Văn phòng", ("Ban nữ công",), "female", "vi"),
    Row(3, "Trần Quốc Việt", "viet@example.org", "Phòng Kỹ thuật", (), "male", ""),
    Row(4, "Đỗ Thị Mỹ Lệ", "le@example.org", "Phòng Kế toán", (), "female", ""),
)
TONES = "\u0300\u0301\u0303\u0309\u0323"


def in_windows_1258(text: str) -> bytes:
    """As Windows writes it: the letter with its circumflex, breve or horn, then the tone."""
    written = bytearray()
    for letter in text:
        apart = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in apart if mark in TONES)
        base = unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in TONES))
        written += (base + tone).encode("cp1258")
    return bytes(written)


def workbook(*rows: tuple[object, ...], sheets: int = 1) -> bytes:
    book = openpyxl.Workbook()
    for _ in range(sheets - 1):
        book.create_sheet()
    for row in rows:
        book.worksheets[-1].append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def sentence_on(data: bytes | str) -> str:
    with pytest.raises(InvalidInput) as refusal:
        read_member_file(data.encode() if isinstance(data, str) else data)
    return refusal.value.message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_list_is_read_in_every_unicode_encoding(encoding):
    assert read_member_file(VIETNAMESE.encode(encoding)).rows == READ


def test_list_in_windows_1258_is_read():
    assert read_member_file(in_windows_1258(VIETNAMESE)).rows == READ


def test_list_in_windows_1252_is_read_where_its_letters_are_all_there():
    data = "name,email\nLê Hoà,hoa@example.org\nAndré Cão,andre@example.org\n".encode("cp1252")

    assert [row.name for row in read_member_file(data).rows] == ["Lê Hoà", "André Cão"]


def test_list_whose_code_page_is_uncertain_is_refused():
    assert "CSV UTF-8" in sentence_on("name,email\nAõðþ Bxý,a@example.org\n".encode("cp1252"))


def test_list_that_lost_its_letters_is_refused():
    assert sentence_on("name,email\nNguy?n Th? Y?n,a@example.org\n").startswith("Dòng 2: tên “Nguy?n Th? Y?n”")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_separator_and_line_ends_do_not_matter(separator, ending):
    text = separator.join(("name", "email")) + ending + separator.join(('"Lê, Văn; A"', "a@example.org")) + ending

    assert read_member_file(text.encode()).rows == (Row(2, "Lê, Văn; A", "a@example.org"),)


def test_hint_of_excel_for_the_separator_is_followed():
    assert read_member_file(b"sep=;\r\nname;email\r\nA, B;a@example.org\r\n").rows == (Row(3, "A, B", "a@example.org"),)


def test_groups_stand_between_semicolons():
    rows = read_member_file(f"{HEADINGS}A,a@example.org,,BCH ; Ban nữ công;;BCH,,\n".encode()).rows

    assert rows[0].groups == ("BCH", "Ban nữ công")


@pytest.mark.parametrize(
    ("headings", "meaning"),
    [
        ("HỌ TÊN,E-mail", "upper case and a hyphen"),
        ("ho va ten,thu dien tu", "without marks"),
        ("Họ và  tên (*),Địa chỉ thư (bắt buộc)", "brackets and spaces"),
        (unicodedata.normalize("NFD", "Họ và tên,Hộp thư"), "decomposed"),
        ("Full name,E-mail address", "English"),
    ],
)
def test_headings_are_known_in_many_spellings(headings, meaning):
    assert read_member_file(f"{headings}\nA,a@example.org\n".encode()).rows == (Row(2, "A", "a@example.org"),)


def test_columns_may_stand_in_any_order_and_others_are_listed():
    read = read_member_file("TT,Chức vụ,Email,Họ và tên,\n1,Giám đốc,a@example.org,Lê A,\n".encode())

    assert read.rows == (Row(2, "Lê A", "a@example.org"),)
    assert read.ignored == ("TT", "Chức vụ")


def test_title_above_the_headings_is_passed_over():
    text = "DANH SÁCH CÁN BỘ,,\nNăm 2027,,\n,,\nHọ và tên,Email,Đơn vị\nLê A,a@example.org,Văn phòng\n"

    assert read_member_file(text.encode()).rows == (Row(5, "Lê A", "a@example.org", "Văn phòng"),)


def test_line_numbers_are_those_of_the_file_whatever_cells_hold():
    text = 'name,email,note\nA,a@example.org,"two\nlines"\n\nB,b@example.org,\n'

    assert [row.line for row in read_member_file(text.encode()).rows] == [2, 5]


def test_apostrophe_against_formulas_is_taken_off():
    rows = read_member_file("name,email\n'=A1,a@example.org\n'＋B,b@example.org\nO'Neil,c@example.org\n".encode()).rows

    assert [row.name for row in rows] == ["=A1", "＋B", "O'Neil"]


def test_all_bad_cells_are_named_at_once():
    text = (
        "Họ và tên,Email,Giới tính,Ngôn ngữ\n"
        ",a@example.org,nữ,vi\n"
        "B,không có,nữ,vi\n"
        "C,c@example.org,khác,fr\n"
        "D,A@EXAMPLE.ORG,,\n"
        "E\u202e,,,\n"
        "F,f@example.org,,,,thừa\n"
    )
    with pytest.raises(InvalidInput) as refusal:
        read_member_file(text.encode())

    problems = refusal.value.values["problems"]
    assert [(problem.line, problem.column) for problem in problems] == [
        (2, "Họ và tên"),
        (3, "Email"),
        (4, "Giới tính"),
        (4, "Ngôn ngữ"),
        (5, "Email"),
        (6, "Họ và tên"),
        (6, "Email"),
        (7, "6"),
    ]
    assert str(problems[4]) == "Dòng 5, cột Email: địa chỉ A@example.org đã có ở dòng 2."
    assert refusal.value.message == "\n".join(map(str, problems))


def test_only_the_first_problems_are_written_out():
    text = HEADINGS + ",\n" + "".join(f"A{number},x,,,,\n" for number in range(MOST_NAMED + 11))
    lines = sentence_on(text).splitlines()

    assert len(lines) == MOST_NAMED + 1
    assert lines[-1] == "… và 11 dòng khác"


@pytest.mark.parametrize(
    "address",
    [
        "a",
        "a@b",
        "a@@example.org",
        "a@example.org,b@example.org",
        "alice@example.org)bob@evil.example",
        "a b@example.org",
        '"a"@example.org',
        "a@example.org\r\nBcc: b@example.org",
        "<a@example.org>",
        "a@-example.org",
        "x" * 65 + "@example.org",
    ],
)
def test_address_that_could_go_astray_is_refused(address):
    cell = address.replace('"', '""')
    assert sentence_on(f'name,email\nA,"{cell}"\n').startswith("Dòng 2, cột email: ")


@pytest.mark.parametrize(
    "name", ["A\r\nBcc: b@example.org", "A\u2028B", "A\u202eB", "A" * 201, "a" + "\u0323\u0301" * 9]
)
def test_name_that_could_change_a_mail_is_refused(name):
    assert sentence_on(f'name,email\n"{name}",a@example.org\n').startswith("Dòng 2, cột name: ")


def test_hard_names_come_through_composed():
    names = [
        *(f"{letter}{unicodedata.normalize('NFD', letter)}" for letter in "ăâđêôơưỳỵỷỹẵặẳằắẫậẩầấ"),
        "=?utf-8?q?Nguy=E1=BB=85n?=",
        "Nguyễn, “Ánh” <x@example.org>",
        'O"Brien',
        "王小明",
        "Ｎｇｕｙễn",
        "نور",
    ]
    quoted = (name.replace('"', '""') for name in names)
    text = "name,email\n" + "".join(f'"{name}",m{number}@example.org\n' for number, name in enumerate(quoted))

    assert [row.name for row in read_member_file(text.encode()).rows] == [
        unicodedata.normalize("NFC", name) for name in names
    ]


def test_workbook_is_read_like_a_text_file():
    data = workbook(
        ("Danh sách", None, None),
        ("Họ và tên", "E-mail", "Đơn vị"),
        ("Lê A", "a@example.org", "Phòng 1"),
        (None, None, None),
        (1975, "b@example.org", 2),
    )

    assert read_member_file(data).rows == (
        Row(3, "Lê A", "a@example.org", "Phòng 1"),
        Row(5, "1975", "b@example.org", "2"),
    )


def test_first_sheet_that_is_filled_is_read():
    assert read_member_file(workbook(("name", "email"), ("A", "a@example.org"), sheets=3)).rows[0].name == "A"


def test_formula_is_the_value_that_was_computed_last():
    data = workbook(("name", "email"), ('=CONCAT("A")', "a@example.org"))

    assert sentence_on(data) == "Dòng 2, cột name: cần họ và tên."


def test_list_in_an_old_font_is_read_as_it_looks():
    data = workbook(("name", "email"), ("NguyÔn ThÞ Hång", "a@example.org"), ("TrÇn V¨n Hïng", "b@example.org"))

    assert [row.name for row in read_member_file(data).rows] == ["Nguyễn Thị Hồng", "Trần Văn Hùng"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "không có dòng nào"),
        (b"\xef\xbb\xbf\n\n", "không có dòng nào"),
        (b"name,email\n", "chỉ có dòng tiêu đề"),
        (b"name,unit\nA,B\n", "thiếu cột email"),
        (b"A,a@example.org\n", "thiếu cột name, email"),
        (b"name,email,E-mail\nA,a@example.org,\n", "cùng một nghĩa"),
        (b'name,email\n"A,a@example.org\n', "Dòng 2: dấu ngoặc kép"),
        (b"%PDF-1.7\n", "không phải bảng"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "không phải bảng"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Tệp .xls cũ"),
        (b"PK\x03\x04", "nén"),
        (workbook(("name", "email"))[:-40], "nén"),
        (b"\xef\xbb\xbfname,email\n\xff\xfe,a@example.org\n", "UTF-8 bị hỏng"),
        (b"name,email" + b",x" * MAX_COLUMNS + b"\n", "hơn 50 cột"),
        (b"x" * 20_000_001, "lớn hơn 20 MB"),
    ],
    ids=range(15),
)
def test_file_that_is_no_list_gets_one_sentence(data, words):
    sentence = sentence_on(data)

    assert words in sentence
    assert "\n" not in sentence


def test_list_may_have_as_many_rows_as_allowed_and_no_more():
    rows = "".join(f"A,a{number}@example.org\n" for number in range(MAX_LINES))

    assert len(read_member_file(f"name,email\n{rows}".encode()).rows) == MAX_LINES
    assert "20000 dòng" in sentence_on(f"name,email\n{rows}B,b@example.org\n")


def test_key_of_an_address_is_the_same_for_every_spelling():
    assert key_of("Ánh@Example.org") == key_of(unicodedata.normalize("NFD", "ánh@example.ORG"))
