"""Lists of people in and out: upload, preview, confirmation, undo; and the register as a file."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for
from flask_babel import lazy_gettext as _
from flask_wtf.file import FileField
from werkzeug import Response as Answer
from wtforms import HiddenField

from campaign.directory import imports, member_file
from campaign.directory.member_file import BadCell
from campaign.errors import InvalidInput
from campaign.web import policy
from campaign.web.files import file_of, takes_file
from campaign.web.forms import Form, required, said
from campaign.web.language import gettext
from campaign.web.registers.forms import Choice
from campaign.web.scope import done, only_for_all, work
from campaign.web.session import now, session

blueprint = Blueprint("imports", __name__, url_prefix="/desk")
LARGEST_FILE = 8 * 1024 * 1024
"""Bytes; several times what a list of 20,000 people takes."""

ANNOUNCING = {
    "": _("Im lặng: chỉ cập nhật danh sách"),
    "1": _("Thông báo: người mới sẽ nhận một thư giới thiệu lịch"),
}


class UploadForm(Form):
    file = FileField(_("Tệp .csv hoặc .xlsx"), [required()], render_kw={"accept": ".csv,.xlsx"})


class ImportForm(Form):
    digest = HiddenField()
    announce = Choice(_("Báo cho người mới"), ANNOUNCING, default="")


@blueprint.get("/people/import")
@policy.organizer
def index() -> str:
    only_for_all()
    return page(UploadForm(formdata=None))


@blueprint.post("/people/import")
@policy.organizer
@takes_file(LARGEST_FILE)
def upload() -> Answer | str | tuple[str, int]:
    only_for_all()
    form = UploadForm()
    if not form.validate():
        return page(form)
    try:
        data, name = file_of("file")
        file = member_file.read_safely(data, name)  # before the database is asked: nobody waits for a slow file
        row = imports.upload(work(), file, name)
    except InvalidInput as error:
        return page(form, error), 400
    return done(url_for("imports.show", import_id=row.id), gettext("Chưa có gì thay đổi; xin xem trước rồi xác nhận."))


@blueprint.get("/people/import/<int:import_id>")
@policy.organizer
def show(import_id: int) -> str:
    only_for_all()
    row, form = imports.waiting(work(), import_id), ImportForm(formdata=None)
    form.digest.data = row.digest
    return render_template("people/preview.html", row=row, form=form)


@blueprint.post("/people/import/<int:import_id>/confirmation")
@policy.organizer
def confirm(import_id: int) -> Answer:
    only_for_all()
    form = ImportForm()
    digest, announce = str(form.digest.data or ""), form.announce.data == "1"
    row = imports.confirm(work(), import_id, digest, announce=announce)
    counts = {"new": row.created, "changed": row.updated}
    return done(
        url_for("imports.index"),
        gettext("Đã nhập: %(new)s người mới, %(changed)s người được cập nhật. Có thể hoàn tác trong 24 giờ.", **counts),
    )


@blueprint.post("/people/import/<int:import_id>/reversal")
@policy.organizer
def undo(import_id: int) -> Answer:
    only_for_all()
    result = imports.undo(work(), import_id)
    sentence = gettext(
        "Đã hoàn tác: bỏ %(removed)s người mới, trả lại %(restored)s người như trước.",
        removed=result.removed,
        restored=result.restored,
    )
    if result.kept:
        sentence += " " + gettext(
            "%(kept)s người mới đã có thư hoặc câu trả lời nên được ghi là thôi công tác.", kept=result.kept
        )
    return done(url_for("imports.index"), sentence)


def page(form: UploadForm, error: InvalidInput | None = None) -> str:
    problems: tuple[BadCell, ...] = tuple(error.values.get("problems", ())) if error else ()  # type: ignore[arg-type]
    sentence = said(error) if error and not problems else ""
    recent = imports.recent(session(), now=now())
    return render_template(
        "people/import.html", form=form, problems=problems, said=said, sentence=sentence, recent=recent
    )
