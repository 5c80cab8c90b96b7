"""Labels of the audit log: what each kind of entry and each field is called on pages.

Pages say them, and so does the sentence that tells the second of two editors what the first has done.
"""

from __future__ import annotations

from campaign.calendar import draft
from campaign.calendar.sentence import Sentence
from campaign.models import AuditEntry

SEXES = {"female": Sentence("nữ"), "male": Sentence("nam")}
RESULTS = {
    "pending": Sentence("chờ gửi"),
    "sent": Sentence("đã gửi"),
    "expired": Sentence("quá hạn"),
    "suppressed": Sentence("không gửi"),
    "failed": Sentence("thất bại"),
}
"""What became of a message; pending: nothing yet."""
UNDONE = "undone"
"""Under this name the act of an undo says which act it took back."""
VERBS = {
    "create": Sentence("thêm"),
    "duplicate": Sentence("nhân bản"),
    "edit": Sentence("sửa"),
    "delete": Sentence("xóa"),
    "confirm": Sentence("xác nhận"),
    "move": Sentence("dời"),
    "postpone": Sentence("hoãn"),
    "cancel": Sentence("hủy"),
    "reopen": Sentence("mở lại"),
    "undo": Sentence("hoàn tác"),
    "withhold": Sentence("rút lại thư báo"),
    "theme": Sentence("đặt chủ đề"),
    "split": Sentence("tách chuỗi"),
    "roll": Sentence("lập từ năm trước"),
    "publish": Sentence("công bố kế hoạch"),
    "leave": Sentence("cho thôi công tác"),
    "rejoin": Sentence("nhận trở lại"),
    "stop mail": Sentence("ngừng thư nhắc"),
    "resume mail": Sentence("gửi lại thư nhắc"),
    "mend address": Sentence("ghi địa chỉ đã sửa"),
    "merge": Sentence("gộp"),
    "add members": Sentence("thêm người vào"),
    "remove members": Sentence("bớt người khỏi"),
    "reset": Sentence("đặt lại mặc định"),
    "retry": Sentence("gửi lại"),
    "hold": Sentence("tạm giữ"),
    "let go": Sentence("cho gửi tiếp"),
    "import": Sentence("nhập"),
    "export": Sentence("tải danh sách"),
    "copy": Sentence("xuất bản sao dữ liệu cá nhân của"),
    "erase": Sentence("xóa dữ liệu cá nhân của"),
    "sign in": Sentence("đăng nhập"),
    "disable": Sentence("khóa tài khoản"),
    "enable": Sentence("mở lại tài khoản"),
    "set password": Sentence("đặt mật khẩu"),
    "drop password": Sentence("bỏ mật khẩu"),
    "add authenticator": Sentence("bật xác thực hai bước"),
    "drop authenticator": Sentence("tắt xác thực hai bước"),
    "read": Sentence("đọc"),
    "accept": Sentence("chấp nhận"),
    "skip": Sentence("bỏ qua"),
    "not_duty": Sentence("loại bỏ"),
    "correct": Sentence("sửa"),
    "reconsider": Sentence("xem xét lại"),
    "attendance": Sentence("điểm danh"),
    "file": Sentence("ghi nhận báo cáo đã gửi"),
    "unfile": Sentence("bỏ ghi nhận báo cáo"),
    "chase": Sentence("đôn đốc các đơn vị"),
    "state": Sentence("ghi tình trạng"),
    "note": Sentence("ghi kết quả"),
    "delete note": Sentence("bỏ kết quả"),
    "value": Sentence("ghi giá trị"),
    "delete value": Sentence("bỏ giá trị"),
}
VERBS_OF = {("event", "create"): Sentence("lập bản nháp")}
"""Where an act on one sort of thing is called otherwise."""
FIELDS = {
    **{name: Sentence(each.label) for name, each in draft.FIELDS.items()},
    "when": Sentence("thời gian"),
    "theme": Sentence("chủ đề"),
    "slogans": Sentence("khẩu hiệu"),
    "status": Sentence("tình trạng"),
    "reason": Sentence("lý do"),
    "cancel_reason": Sentence("lý do hủy"),
    "occurrence": Sentence("lần"),
    "mail": Sentence("thư"),
    UNDONE: Sentence("việc đã hoàn tác"),
    "confirmed_at": Sentence("xác nhận lúc"),
    "cancelled_at": Sentence("hủy lúc"),
    "name": Sentence("tên"),
    "address": Sentence("địa chỉ thư"),
    "unit": Sentence("đơn vị"),
    "groups": Sentence("các nhóm"),
    "sex": Sentence("giới tính"),
    "language": Sentence("ngôn ngữ"),
    "members": Sentence("người"),
    "notes": Sentence("ghi chú"),
    "day": Sentence("ngày"),
    "working": Sentence("làm bù"),
    "audience": Sentence("nhắc thành phần"),
    "opening": Sentence("câu mở đầu"),
    "closing": Sentence("câu kết"),
    "left_at": Sentence("thôi công tác lúc"),
    "unsubscribed_at": Sentence("ngừng thư lúc"),
    "flag_reason": Sentence("lỗi của địa chỉ"),
    "held_at": Sentence("tạm giữ lúc"),
    "result": Sentence("kết quả"),
    "created": Sentence("mới"),
    "updated": Sentence("cập nhật"),
    "announce": Sentence("thông báo"),
    "events": Sentence("số hoạt động"),
    "people": Sentence("số người được báo"),
    "rows": Sentence("số dòng"),
    "removed": Sentence("đã bỏ"),
    "adopted": Sentence("là kế hoạch của năm"),
    "kept": Sentence("giữ lại"),
    "restored": Sentence("trả lại"),
    "decision": Sentence("quyết định"),
    "file_name": Sentence("tệp"),
    "role": Sentence("vai trò"),
    "way": Sentence("cách đăng nhập"),
    "id": Sentence("số thứ tự"),
    "created_at": Sentence("thêm lúc"),
    "network": Sentence("từ mạng"),
    "agent": Sentence("trình duyệt"),
    "proposals": Sentence("số đề xuất"),
    "attendance": Sentence("điểm danh"),
    "guests": Sentence("khách"),
    "guest": Sentence("khách"),
    "filed_on": Sentence("ngày gửi"),
    "number": Sentence("số, ký hiệu"),
    "link": Sentence("đường dẫn"),
    "units": Sentence("các đơn vị"),
    "state": Sentence("tình trạng"),
    "text": Sentence("nội dung"),
    "value": Sentence("giá trị"),
    "source": Sentence("nguồn số liệu"),
    "computed": Sentence("cách tính"),
    "group": Sentence("nhóm"),
    "form": Sentence("hình thức khen thưởng"),
    "nominated_on": Sentence("ngày đề nghị"),
    "decided_on": Sentence("ngày quyết định"),
    "raised_on": Sentence("ngày phản ánh"),
    "answer": Sentence("giải quyết"),
    "answered_on": Sentence("ngày trả lời"),
    "found_on": Sentence("ngày kiểm tra"),
    "remedy_by": Sentence("khắc phục trước ngày"),
    "remedied_on": Sentence("ngày khắc phục xong"),
    "held_by": Sentence("đơn vị tổ chức"),
    "outline": Sentence("phần"),
    "comparison": Sentence("so sánh"),
    "aim": Sentence("kế hoạch"),
    "measure": Sentence("đơn vị tính"),
    "verdict": Sentence("đánh giá"),
    "due": Sentence("thời hạn"),
    "noted_by": Sentence("người ghi"),
    "attempts": Sentence("số lần gửi"),
    "first_day": Sentence("từ ngày"),
    "last_day": Sentence("đến ngày"),
}
FIELDS_OF = {
    ("reminder_rule", "contact"): Sentence("phụ trách"),
    ("award", "recipient"): Sentence("cá nhân, đơn vị"),
    ("award", "reason"): Sentence("thành tích"),
    ("award", "decision"): Sentence("số quyết định"),
    ("duty", "text"): Sentence("nhiệm vụ"),
    ("duty", "events"): Sentence("các hoạt động"),
    ("target", "title"): Sentence("chỉ tiêu"),
    ("attendance", "name"): Sentence("họ và tên"),
    ("attendance", "title"): Sentence("hoạt động"),
    ("course", "name"): Sentence("người được cử"),
    ("course", "title"): Sentence("khóa học"),
}


def verb_of(act: AuditEntry) -> Sentence:
    """What was done; an undo says what it took back. A word that nobody knows is said as it is."""
    if UNDONE in act.new:
        return Sentence("hoàn tác việc {act}", act=_verb(act.subject_type, str(act.new[UNDONE])))
    return _verb(act.subject_type, act.verb)


def field_word(name: str, subject: str = "") -> Sentence:
    """What a field of this sort of thing is called."""
    return FIELDS_OF.get((subject, name)) or FIELDS.get(name) or _as_it_is(name)


def _verb(subject: str, verb: str) -> Sentence:
    return VERBS_OF.get((subject, verb)) or VERBS.get(verb) or _as_it_is(verb)


def _as_it_is(word: str) -> Sentence:
    template = "{word}"
    return Sentence(template, word=word)
