"""The sample year: what the plan's duties become once an organizer has worked on them. Days are of any year."""

from __future__ import annotations

from dataclasses import dataclass

ALL = "all"
COMMITTEE = "Ban Vì sự tiến bộ của phụ nữ"
WOMEN = "Ban Nữ công"
UNION = "Ban Chấp hành Công đoàn"
UNITS = (
    "Văn phòng Sở",
    "Phòng Kế hoạch - Tài chính",
    "Phòng Quản lý Thương mại",
    "Phòng Quản lý Công nghiệp",
    "Thanh tra Sở",
    "Trung tâm Khuyến công",
)
HALL = "Hội trường tầng 2"
ROOM = "Phòng họp số 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of the sample year. ``day`` and ``last`` are MM-DD; ``shift`` looks for a working day.

    ``shift``: "" as it is, "<" on that day or the working day before, ">" on or after. No day: unscheduled, expected
    in ``quarter``.
    """

    kind: str
    title: str
    day: str = ""
    last: str = ""
    hours: str = ""
    shift: str = ""
    rule: str = ""
    per_year: bool = False
    place: str = ""
    audience: tuple[str, ...] = (ALL,)
    women_only: bool = False
    campaign: str = ""
    theme: str = ""
    slogans: tuple[str, ...] = ()
    text: str = ""
    preparation: str = ""
    speakers: tuple[str, ...] = ()
    recipient: str = ""
    via: str = ""
    quarter: int = 0
    draft: bool = False
    quote: str = ""


JUNE = "Tháng hành động quốc gia phòng, chống bạo lực gia đình"
NOVEMBER = "Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới"
PROVINCE = "Ban Vì sự tiến bộ của phụ nữ tỉnh"
VIA = "Sở Nội vụ"
YEARLY = "FREQ=YEARLY"
OFFICERS = (COMMITTEE, WOMEN)

ITEMS = (
    Item(
        kind="campaign",
        title="Tuần lễ Áo dài",
        day="03-01",
        last="03-08",
        rule=YEARLY,
        per_year=True,
        women_only=True,
        text="Nữ công chức, viên chức, người lao động mặc áo dài trong giờ làm việc.",
    ),
    Item(
        kind="campaign",
        title=JUNE,
        day="06-01",
        last="06-30",
        rule=YEARLY,
        per_year=True,
        theme="Gia đình an vui, xã hội vững bền",
        slogans=("Lên tiếng để yêu thương ở lại.", "Mỗi mái nhà là một nơi an toàn."),
        quote="Tổ chức Tháng hành động phòng, chống bạo lực gia đình (tháng 6)",
    ),
    Item(
        kind="campaign",
        title=NOVEMBER,
        day="11-15",
        last="12-15",
        rule=YEARLY,
        per_year=True,
        theme="Bình đẳng thật, an toàn thật, từ nơi làm việc đến mái nhà",
        slogans=("Im lặng không phải là lựa chọn.", "Cùng sẻ chia việc nhà, cùng xây hạnh phúc."),
        quote="Tháng hành động vì bình đẳng giới, phòng chống bạo lực trên cơ sở giới (từ 15/11 đến 15/12)",
    ),
    Item(kind="commemoration", title="Ngày Quốc tế Phụ nữ", day="03-08", rule=YEARLY),
    Item(
        kind="commemoration",
        title="Kỷ niệm cuộc khởi nghĩa Hai Bà Trưng (mùng 6 tháng 2 âm lịch)",
        day="lunar-02-06",
        rule="X-LUNAR=YEARLY;BYMONTH=2;BYMONTHDAY=6",
    ),
    Item(kind="commemoration", title="Ngày Quốc tế Hạnh phúc", day="03-20", rule=YEARLY),
    Item(kind="commemoration", title="Ngày Gia đình Việt Nam", day="06-28", rule=YEARLY),
    Item(kind="commemoration", title="Ngày Quốc tế Trẻ em gái", day="10-11", rule=YEARLY),
    Item(kind="commemoration", title="Ngày Phụ nữ Việt Nam", day="10-20", rule=YEARLY),
    Item(kind="commemoration", title="Ngày Pháp luật Việt Nam", day="11-09", rule=YEARLY),
    Item(
        kind="commemoration",
        title="Ngày Quốc tế xóa bỏ bạo lực đối với phụ nữ",
        day="11-25",
        rule=YEARLY,
        campaign=NOVEMBER,
    ),
    Item(
        kind="activity",
        title="Gặp mặt nữ công chức, viên chức nhân ngày 8/3",
        day="03-06",
        hours="15:30-17:00",
        shift="<",
        place=HALL,
        women_only=True,
        preparation="Nữ mặc áo dài; mỗi đơn vị chuẩn bị một tiết mục văn nghệ.",
        quote="các buổi sinh hoạt kỷ niệm 8/3, 20/10",
    ),
    Item(
        kind="activity",
        title="Họp mặt kỷ niệm Ngày Phụ nữ Việt Nam",
        day="10-19",
        hours="15:00-17:00",
        shift="<",
        place=HALL,
        women_only=True,
        quote="các buổi sinh hoạt kỷ niệm 8/3, 20/10",
    ),
    Item(
        kind="activity",
        title="Lễ phát động Tháng hành động vì bình đẳng giới",
        day="11-15",
        hours="08:00-09:30",
        shift=">",
        place="Sân trụ sở Sở Công Thương",
        campaign=NOVEMBER,
        preparation="Toàn thể mặc trang phục có màu cam.",
    ),
    Item(
        kind="activity",
        title="Bữa cơm gia đình ấm áp yêu thương",
        day="06-27",
        hours="16:30-19:00",
        shift="<",
        place="Nhà ăn cơ quan",
        campaign=JUNE,
    ),
    Item(
        kind="activity",
        title="Hội thao nữ công chức, viên chức",
        day="05-15",
        hours="07:30-11:30",
        shift=">",
        place="Nhà thi đấu tỉnh",
        women_only=True,
        quote="Tổ chức hoạt động văn nghệ, thể dục thể thao thu hút lao động nữ tham gia",
    ),
    Item(
        kind="seminar",
        title="Tọa đàm “Phụ nữ với chuyển đổi số”",
        day="04-16",
        hours="14:00-16:30",
        shift=">",
        place=HALL,
        speakers=("ThS. Lê Thu Hằng, Đại học Hà Sơn",),
        quote="Mở các buổi tọa đàm, hội thảo, lớp tập huấn",
    ),
    Item(
        kind="seminar",
        title="Hội thảo chuyên đề lồng ghép giới trong quản lý công nghiệp",
        day="05-21",
        hours="08:00-11:30",
        shift=">",
        place=HALL,
        audience=(COMMITTEE, WOMEN, UNITS[3], UNITS[5]),
        quote="Tổ chức hội thảo chuyên đề, tọa đàm làm diễn đàn trao đổi kinh nghiệm",
    ),
    Item(
        kind="seminar",
        title="Nói chuyện chuyên đề chăm sóc sức khỏe phụ nữ",
        day="08-13",
        hours="14:00-16:00",
        shift=">",
        place=HALL,
        women_only=True,
        speakers=("BS. Phạm Ngọc Mai, Bệnh viện Sản - Nhi",),
        quote="Truyền thông về chăm sóc sức khỏe phụ nữ và kế hoạch hóa gia đình",
    ),
    Item(
        kind="seminar",
        title="Tọa đàm kỷ niệm 20/10 “Bản lĩnh phụ nữ Công Thương”",
        day="10-16",
        hours="14:00-16:30",
        shift="<",
        place=HALL,
    ),
    Item(
        kind="seminar",
        title="Tọa đàm “Nhận diện và ứng phó với bạo lực trên môi trường mạng”",
        day="11-26",
        hours="14:00-16:30",
        shift=">",
        place=HALL,
        campaign=NOVEMBER,
        speakers=("Thiếu tá Vũ Hoài Anh, Công an tỉnh",),
    ),
    Item(
        kind="training",
        title="Tập huấn phòng, chống bạo lực gia đình cho cán bộ đầu mối",
        day="06-11",
        hours="08:00-11:30",
        shift=">",
        place=ROOM,
        audience=OFFICERS,
        campaign=JUNE,
    ),
    Item(
        kind="training",
        title="Tập huấn kỹ năng công tác nữ công",
        day="07-16",
        hours="08:00-16:30",
        shift=">",
        place=HALL,
        audience=(WOMEN, UNION),
        preparation="Mang theo máy tính xách tay và số liệu nữ của đơn vị.",
        quote="100% cán bộ công đoàn chủ chốt, cán bộ nữ công được tập huấn kiến thức về bình đẳng giới",
    ),
    Item(
        kind="training",
        title="Bồi dưỡng nghiệp vụ cho báo cáo viên, tuyên truyền viên",
        day="09-10",
        last="09-11",
        hours="08:00-16:30",
        shift=">",
        place="Trường Chính trị tỉnh",
        audience=(COMMITTEE,),
        quote="Cử thành viên Ban Vì sự tiến bộ của phụ nữ dự các khóa bồi dưỡng nghiệp vụ, kỹ năng",
    ),
    Item(
        kind="visit",
        title="Tham quan, học tập kinh nghiệm tại tỉnh bạn",
        day="08-20",
        last="08-21",
        shift=">",
        audience=OFFICERS,
    ),
    Item(
        kind="meeting",
        title="Họp Ban Vì sự tiến bộ của phụ nữ",
        day="01-15",
        hours="08:00-10:00",
        rule="FREQ=MONTHLY;INTERVAL=3;BYDAY=3TH",
        place=ROOM,
        audience=(COMMITTEE,),
    ),
    Item(
        kind="review",
        title="Sơ kết công tác bình đẳng giới 6 tháng đầu năm",
        day="07-03",
        hours="08:00-11:00",
        shift=">",
        place=HALL,
        audience=(COMMITTEE, WOMEN, UNION),
        quote="Tổ chức sơ kết, tổng kết công tác bình đẳng giới",
    ),
    Item(
        kind="review",
        title="Tổng kết công tác bình đẳng giới và vì sự tiến bộ của phụ nữ",
        day="12-17",
        hours="08:00-11:30",
        shift=">",
        place=HALL,
        quote="Tổ chức sơ kết, tổng kết công tác bình đẳng giới",
    ),
    Item(
        kind="award",
        title="Họp xét khen thưởng công tác bình đẳng giới",
        day="12-03",
        hours="14:00-16:00",
        shift=">",
        place=ROOM,
        audience=(COMMITTEE, UNION),
        quote="Khen thưởng, biểu dương kịp thời tập thể, cá nhân có thành tích xuất sắc",
    ),
    Item(
        kind="report",
        title="Các đơn vị gửi báo cáo 6 tháng",
        day="06-10",
        shift="<",
        audience=UNITS,
        recipient=COMMITTEE,
        via=UNITS[0],
    ),
    Item(
        kind="report",
        title="Báo cáo 6 tháng công tác bình đẳng giới",
        day="06-15",
        shift="<",
        audience=OFFICERS,
        recipient=PROVINCE,
        via=VIA,
        quote="Thực hiện báo cáo định kỳ về Ban Vì sự tiến bộ của phụ nữ tỉnh",
    ),
    Item(
        kind="report",
        title="Báo cáo kết quả Tháng hành động phòng, chống bạo lực gia đình",
        day="07-05",
        shift="<",
        audience=OFFICERS,
        recipient="Sở Văn hóa, Thể thao và Du lịch",
        campaign=JUNE,
    ),
    Item(
        kind="report",
        title="Các đơn vị gửi báo cáo năm",
        day="12-04",
        shift="<",
        audience=UNITS,
        recipient=COMMITTEE,
        via=UNITS[0],
    ),
    Item(
        kind="report",
        title="Báo cáo năm công tác bình đẳng giới",
        day="12-10",
        shift="<",
        audience=OFFICERS,
        recipient=PROVINCE,
        via=VIA,
        quote="Thực hiện báo cáo định kỳ về Ban Vì sự tiến bộ của phụ nữ tỉnh",
    ),
    Item(
        kind="report",
        title="Báo cáo kết quả Tháng hành động vì bình đẳng giới",
        day="12-21",
        shift="<",
        audience=OFFICERS,
        recipient=PROVINCE,
        via=VIA,
        campaign=NOVEMBER,
    ),
    Item(
        kind="activity",
        title="Hội diễn văn nghệ chào mừng 20/10",
        quarter=4,
        draft=True,
        quote="Tổ chức hoạt động văn nghệ, thể dục thể thao thu hút lao động nữ tham gia",
    ),
    Item(
        kind="activity",
        title="Kiểm tra công tác bình đẳng giới tại các đơn vị trực thuộc",
        quarter=3,
        draft=True,
        quote="Giám sát, kiểm tra việc thực hiện tại các đơn vị",
    ),
    Item(
        kind="activity",
        title="Rà soát, bổ sung quy chế hoạt động của Ban",
        quarter=1,
        draft=True,
        quote="Rà soát, bổ sung quy chế hoạt động của Ban Vì sự tiến bộ của phụ nữ",
    ),
    Item(
        kind="training",
        title="Tập huấn kỹ năng lãnh đạo cho cán bộ nữ thuộc diện quy hoạch",
        quarter=4,
        draft=True,
        quote="Lựa chọn, giới thiệu cán bộ nữ tiêu biểu để đào tạo, bồi dưỡng",
    ),
)
