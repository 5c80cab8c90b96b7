"""Plans of our own for the desk's tests, as answers of the reader."""

from __future__ import annotations

import hashlib

from campaign.reading import read
from campaign.reading.answer import Answer
from campaign.reading.values import Document

FIRST = """\
SỞ CÔNG THƯƠNG
Số: 12/KH-SCT
Hà Sơn, ngày 15 tháng 02 năm 2027

KẾ HOẠCH
Hoạt động vì sự tiến bộ của phụ nữ năm 2027

Căn cứ Kế hoạch số 805/KH-UBND ngày 19/4/2026 của UBND tỉnh, Sở ban hành Kế hoạch như sau:

I. CHỈ TIÊU

- Tỷ lệ nữ trong cấp ủy đạt từ 15% trở lên.

II. NHIỆM VỤ

1. Tổ chức tọa đàm về kỹ năng cân bằng công việc và gia đình từ 14h00 đến 16h30 ngày 06/4/2027 tại Hội trường.
2. Tổ chức Tháng hành động vì bình đẳng giới (từ 15/11 đến 15/12).
3. Họp mặt kỷ niệm ngày Phụ nữ Việt Nam 20/10.
4. Tổ chức hội thi nấu ăn trong quý II.
5. Tham quan, học tập kinh nghiệm tại tỉnh bạn.
6. Các phòng gửi báo cáo về Ban Nữ công trước ngày 25/6/2027.

Nơi nhận:
- Như trên;
- Lưu: VT.

GIÁM ĐỐC

Trần Quang Minh
"""
SECOND = (
    FIRST.replace("ngày 06/4/2027", "ngày 13/4/2027")
    .replace("5. Tham quan, học tập kinh nghiệm tại tỉnh bạn.\n", "")
    .replace("6. Các phòng", "5. Tổ chức giải cầu lông cho đoàn viên ngày 15/8/2027.\n6. Các phòng")
)


def answer(text: str = FIRST, name: str = "kh.txt", year: int | None = None) -> Answer:
    """What the reader makes of the text."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Answer(name, digest, Document(text, "txt"), read(text, year=year))
