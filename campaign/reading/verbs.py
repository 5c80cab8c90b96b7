"""The verbs with which office texts say what is to be done.

They tell where the one who acts ends and the act begins ("Các phòng, đơn vị | gửi báo cáo"), and whether a
line asks for something at all. ``tổ chức`` is a verb only where it is not the noun ("tổ chức đoàn thể").
"""

from __future__ import annotations

ORGANISE = r"tổ chức(?! (?:chính trị|đoàn thể|đảng|công đoàn|hội\b|xã hội|cơ sở|liên quan|thành viên|,|và))"
VERB = (
    rf"(?:{ORGANISE}|báo cáo(?! viên)|tổng hợp|gửi|nộp|trình|đăng ký|đăng tải|đăng|xây dựng|"
    r"tham gia|kiểm tra|giám sát|rà soát|tuyên truyền|"
    r"truyền thông|phổ biến|quán triệt|cử|lập|hoàn thành|hoàn thiện|triển khai|họp|sơ kết|"
    r"tổng kết|duyệt|chuẩn bị|phát động|trao đổi|trao|"
    r"tặng|thăm|gặp mặt|gặp gỡ|họp mặt|chốt|soạn|biên soạn|biên tập|mở|đưa|treo|cấp phát|"
    r"cấp(?! (?:công đoàn|ủy|hội|trên|dưới|tỉnh|huyện|xã|tp|trường|cơ sở))|in|dựng|viết|chi|"
    r"dự|thẩm định|phát hành|phát|bố trí|thu thập|thu|lo|"
    r"phụ trách|quyên góp|vận động|ủng hộ|duy trì|giới thiệu|hướng dẫn|(?<!trực )tiếp(?! tục| theo|"
    r" nhận)|(?<!trực )tiếp nhận|trang bị|nâng cấp|xác nhận|ký|góp ý|ban hành|phối hợp|"
    r"tham mưu|chủ trì|thông báo|theo dõi|đôn đốc|khảo sát|xét|bình xét|chọn|công khai|"
    r"niêm yết|lồng ghép|làm|kiện toàn|củng cố|tập huấn|"
    r"bồi dưỡng|sinh hoạt|quyết toán|hỗ trợ|bầu|lắp đặt|tư vấn|ra mắt|ra quân|hưởng ứng|khám|"
    r"chiếu|thi|giao lưu|giao ban|tham quan|đi(?! làm| học)|"
    r"khen thưởng|biểu dương|tuyên dương|tôn vinh|cập nhật|thống kê|đối thoại|đánh giá|"
    r"sửa chữa|sửa|đổi mới|dọn|trồng|đọc|quay|chấm|"
    r"thực hiện|tiến hành|bàn giao|ra số|kết nạp|nhận(?! thức)|bổ sung|điều chỉnh|thành lập|"
    r"ký kết|cam kết|xử lý|đề xuất|kiến nghị|mua|xuất bản|tọa đàm|nói chuyện|thảo luận|nghe|bàn|chốt)"
)
BODY = (
    r"(?:các(?! (?:hội thi|hội thảo|hội nghị|hoạt|buổi|lớp|nội|cuộc|văn bản|chủ trương))|"
    r"ban(?! hành)|công đoàn|văn phòng|phòng(?! (?:chống|ngừa|họp|khám)|,)|sở(?! (?:hữu|thích)"
    r")|ubnd|"
    r"hội đồng(?: xét chọn| xét duyệt| xét)?|hội(?! (?:nghị|thảo|thi|diễn|thao|trại|sách|chợ|xuân|hoa|làng))|"
    r"đoàn(?! kết)(?: kiểm tra| giám sát| thanh tra| công tác)?|trường|tổ(?= (?:công|chuyên|"
    r"trưởng|nữ|dân|hòa|văn|phụ|\d))|bch|bcđ|đơn vị|thủ trưởng|đồng chí|đ/c|"
    r"cơ quan|trung tâm|chi hội|chi bộ|chi đoàn|liên đoàn|lãnh đạo|nhà trường|cục|chi cục|"
    r"bộ phận|mỗi|từng|trưởng|hiệu trưởng|"
    r"giáo viên|cán bộ|trung ương|ủy ban(?: kiểm tra)?|ủy viên|thường trực|cđcs|thư ký|"
    r"kế toán|trạm|khoa|bệnh viện|công ty|học sinh|đại biểu|hội đồng|tỉnh đoàn|"
    r"huyện|xã|phường|quý|toàn thể|đoàn viên|hội viên|mọi|người|bà|ông|cô|anh|chị|thành viên|"
    r"công an|công chức|nữ)\b"
)
