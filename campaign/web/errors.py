"""Error pages: what happened, that nothing was lost, and what to do now."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from flask import Response, make_response, render_template, request
from flask_babel import lazy_gettext as _
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge, default_exceptions

from campaign.web import policy
from campaign.web.session import SAFE

Answer = Response
PASSING = frozenset({429, 503})
RETRY_AFTER = 30
"""Seconds after which what is busy now is worth another try."""
SECRETS = frozenset({"password", "old", "new", "code"})
"""What a page never repeats."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """The words of one status: ``happened`` is the heading, ``advice`` says what holds and what to do."""

    happened: str
    advice: str


TROUBLES = {
    400: Trouble(
        _("Yêu cầu chưa đúng"),
        _(
            "Trình duyệt đã gửi điều mà trang này không hiểu. Chưa có gì thay đổi. "
            "Đồng chí quay lại trang trước và thử lại."
        ),
    ),
    401: Trouble(
        _("Cần đăng nhập"),
        _("Phiên làm việc đã hết hoặc chưa đăng nhập; nội dung vừa gửi chưa được lưu."),
    ),
    403: Trouble(
        _("Không được phép"),
        _("Trang này không dành cho yêu cầu vừa gửi. Chưa có gì thay đổi. Đồng chí mở lại trang và thử từ đầu."),
    ),
    404: Trouble(
        _("Không tìm thấy trang"),
        _(
            "Địa chỉ có thể gõ nhầm, hoặc hoạt động này chưa được công bố. "
            "Không có gì bị mất; đồng chí xem lịch năm để tìm tiếp."
        ),
    ),
    405: Trouble(
        _("Không làm được theo cách này"),
        _("Trang này không nhận kiểu yêu cầu vừa gửi. Chưa có gì thay đổi. Đồng chí mở lại trang từ lịch năm."),
    ),
    409: Trouble(
        _("Vừa có người khác thay đổi"),
        _("Nội dung đồng chí gửi chưa được lưu. Đồng chí mở lại trang để xem bản mới nhất rồi làm lại."),
    ),
    413: Trouble(
        _("Tệp quá lớn"),
        _("Tệp vừa gửi vượt quá mức cho phép nên chưa được nhận. Chưa có gì thay đổi. Đồng chí chọn tệp nhỏ hơn."),
    ),
    429: Trouble(
        _("Gửi quá nhanh"),
        _("Máy này gửi quá nhiều yêu cầu trong thời gian ngắn. Không có gì bị mất; đồng chí chờ một phút rồi thử lại."),
    ),
    500: Trouble(
        _("Hệ thống gặp lỗi"),
        _(
            "Lỗi này thuộc về hệ thống, không phải do đồng chí, và đã được ghi lại. "
            "Những gì đã lưu trước đó vẫn còn nguyên. Đồng chí thử lại sau ít phút."
        ),
    ),
    503: Trouble(
        _("Hệ thống đang bận"),
        _("Những gì đã lưu vẫn còn nguyên; thao tác vừa rồi chưa được thực hiện. Đồng chí thử lại sau ít phút."),
    ),
}


def page(error: HTTPException) -> Answer:
    """The page of an HTTP error; a redirect and the headers that belong to the status stay as they are."""
    if error.code is None or error.response is not None:
        return error.get_response()  # type: ignore[return-value]
    answer = of_status(error.code)
    for name, value in error.get_headers():
        if name.lower() not in {"content-type", "content-length"}:
            answer.headers[name] = value
    return answer


def of_status(status: int, *, sentence: str = "", again: bool = False) -> Answer:
    """The page of a status. ``again``: what was sent is kept in the page, to be sent once more.

    So it always is where somebody must sign in first: an hour's typing does not end with the session.
    """
    trouble = TROUBLES.get(status) or TROUBLES[400 if status < 500 else 500]  # noqa: PLR2004
    name = default_exceptions[status].__name__ if status in default_exceptions else ""
    body = render_template(
        "errors/page.html",
        status=status,
        name=name,
        trouble=trouble,
        sentence=sentence,
        person=policy.actor(),
        kept=_kept() if status == HTTPStatus.UNAUTHORIZED or again else (),
        action=request.script_root + request.full_path.rstrip("?"),
    )
    answer = make_response(body, status)
    answer.headers["Cache-Control"] = "no-store"
    if status in PASSING:
        answer.headers["Retry-After"] = str(RETRY_AFTER)
    return answer


def _kept() -> tuple[tuple[str, str], ...]:
    """The fields of the form that was refused; none where a file or a secret was among them."""
    if request.method in SAFE:
        return ()
    try:
        fields = tuple(
            (name, value) for name, value in request.form.items(multi=True) if name not in {"csrf_token", "form_key"}
        )
        has_file = any(file.filename for file in request.files.values())
    except RequestEntityTooLarge:
        return ()
    return () if has_file or SECRETS & {name for name, _value in fields} else fields
