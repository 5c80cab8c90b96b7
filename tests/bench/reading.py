"""What reading a plan costs: CPU of the child process for 40 pages against a second, and for ten times as many.

What the child needs to start, for a plan of one line, is shown apart.
"""

from __future__ import annotations

import io
import resource
from collections.abc import Iterator

import docx

from campaign.reading.sandbox import read_safely

from .measure import Line, cost, median
from .stage import Stage

ROUNDS = 3
SECOND = 1000.0
LETTERS_ON_A_PAGE = 2200
"""Of an A4 page of an agency, at 14 points."""
HEAD = """SỞ CÔNG THƯƠNG
Số: 12/KH-SCT
Hà Sơn, ngày 15 tháng 02 năm 2027

KẾ HOẠCH
Hoạt động vì sự tiến bộ của phụ nữ năm 2027

Căn cứ Kế hoạch số 805/KH-UBND ngày 19/4/2026 của UBND tỉnh, Sở ban hành Kế hoạch như sau:

"""
FOOT = "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nTrần Quang Minh\n"
WORK = (
    "{n}. Tổ chức tọa đàm về kỹ năng số {n} cho nữ công chức từ 14h00 đến 16h30 ngày {d:02}/{m}/2027 tại Hội trường.",
    "- Thường xuyên tổng hợp tình hình đội ngũ nữ của đơn vị thứ {n} và đề xuất chính sách với cấp có thẩm quyền.",
    "- Các phòng, đơn vị gửi báo cáo về Ban Nữ công (qua Văn phòng Sở) trước ngày {d:02}/{m}/2027 để tổng hợp.",
    "- Phấn đấu {d}% trở lên nữ đoàn viên của tổ {n} được tập huấn; kinh phí theo Thông tư số {n}/2019/TT-BTC.",
    "- Tuyên truyền trên trang thông tin điện tử trong quý II về gương người tốt, việc tốt; giao Tổ {n} thực hiện.",
)


def plan(pages: int) -> str:
    """A plan of so many printed pages: numbered work with dates, deadlines, shares and plain prose."""
    lines, letters, number = [], 0, 0
    while letters < pages * LETTERS_ON_A_PAGE:
        line = WORK[number % len(WORK)].format(n=number // len(WORK) + 1, d=number % 28 + 1, m=number % 12 + 1)
        if number % 60 == 0:
            lines.append(f"\nPHẦN THỨ {number // 60 + 1}\n")
        lines.append(line)
        letters, number = letters + len(line) + 1, number + 1
    return HEAD + "\n".join(lines) + FOOT


def as_docx(text: str) -> bytes:
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def cpu(data: bytes, name: str) -> float:
    """Milliseconds of CPU that the child took, from its start to its answer."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    read_safely(data, name, seconds=60)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def lines(backend: str) -> Iterator[Line]:
    for name in ("kh.txt", "kh.docx"):
        tiny, small, large = (
            as_docx(text) if name.endswith("x") else text.encode() for text in (HEAD, plan(40), plan(400))
        )
        start = median([cpu(tiny, name) for _ in range(ROUNDS)])
        ours = median([cpu(small, name) for _ in range(ROUNDS)]) - start
        most = cpu(large, name) - start
        note = f"and {start:.0f} ms to start"
        yield cost(f"plan of 40 pages, {name[2:]}", backend, ours, SECOND, at_most=1, note=note)
        yield cost(f"plan of 400 pages, {name[2:]}", backend, most, 10 * ours, at_most=1.3, note="grows linearly")


def run(stage: Stage) -> Iterator[Line]:
    """No database takes part, so the first stage speaks for all."""
    if stage.backend == "sqlite":
        yield from lines("-")
