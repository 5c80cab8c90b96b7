"""The forms of the follow-through: filing, states of duties, values of targets, and the plain lists."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from itertools import repeat
from typing import Any

from babel.numbers import NumberFormatError, parse_decimal
from flask_babel import lazy_gettext as _
from flask_wtf.file import FileField
from sqlalchemy import select
from werkzeug.datastructures import FileStorage
from wtforms import Field, SelectField, StringField, TextAreaField
from wtforms.validators import URL, Length, Optional

from campaign.desk.form_choices import members_called
from campaign.errors import InvalidInput
from campaign.figures import duties
from campaign.followup.filing import Evidence
from campaign.models import Group, Member
from campaign.web.desk.fields import DayField, MoneyField, WrittenField, choices
from campaign.web.forms import Form, required
from campaign.web.language import language
from campaign.web.planwords import COMPUTED
from campaign.web.registers.forms import SEX_CHOICES, Choice
from campaign.web.session import session, today

LONGEST_TEXT = 5000
LARGEST_FILE = 10 * 1024 * 1024
"""Bytes of a report that is attached."""
DUTY_STATES: Mapping[str, Any] = {
    duties.State.NOT_STARTED: _("theo các hoạt động"),
    duties.State.UNDER_WAY: _("đang thực hiện"),
    duties.State.DONE: _("đã hoàn thành"),
    duties.State.WAIVED: _("không thực hiện"),
}


class AmountField(WrittenField[Decimal]):
    """A number as people write it: 15,5 or 1.250."""

    def read(self, text: str) -> Decimal:
        try:
            return parse_decimal(text.rstrip("% "), locale=language())
        except NumberFormatError:
            raise InvalidInput("“{text}” chưa phải là số.", text=text) from None


class FilingForm(Form):
    """How a report was filed."""

    filed_on = DayField(_("Ngày gửi"), [required()])
    number = StringField(_("Số, ký hiệu"), [Length(max=60)])
    link = StringField(_("Đường dẫn"), [Optional(), URL(require_tld=False), Length(max=1000)])
    file = FileField(_("Tệp báo cáo"))
    note = TextAreaField(_("Ghi chú"), [Length(max=LONGEST_TEXT)])


def fresh_filing() -> FilingForm:
    """The empty form, for a report that is filed today."""
    form = FilingForm(formdata=None)
    form.filed_on.show(today())
    return form


def evidence_of(form: FilingForm) -> Evidence:
    """What a form that was found sound says."""
    sent: FileStorage | None = form.file.data or None
    content = sent.read() if sent and sent.filename else None
    assert form.filed_on.data
    return Evidence(
        filed_on=form.filed_on.data,
        number=form.number.data or "",
        link=form.link.data or "",
        note=form.note.data or "",
        file_name=(sent.filename or "")[:200] if sent and content is not None else "",
        file=content,
    )


class GuestForm(Form):
    """Somebody who attended without being a member."""

    name = StringField(_("Họ và tên"), [required(), Length(max=200)])
    unit = StringField(_("Đơn vị"), [Length(max=200)])
    sex = Choice(_("Giới tính (để thống kê)"), SEX_CHOICES, default="")


class DutyForm(Form):
    """How far a duty is, and what it cost."""

    state = Choice(_("Tình trạng"), DUTY_STATES)
    reason = StringField(_("Lý do không thực hiện"), [Length(max=LONGEST_TEXT)])
    cost_estimate = MoneyField(_("Dự toán (đồng)"))
    cost_actual = MoneyField(_("Thực chi (đồng)"))


class NoteForm(Form):
    """Evidence of a duty."""

    day = DayField(_("Ngày"), [required()])
    text = TextAreaField(_("Kết quả"), [Length(max=LONGEST_TEXT)])
    link = StringField(_("Đường dẫn"), [Optional(), URL(require_tld=False), Length(max=1000)])


class ValueForm(Form):
    """What an indicator was on a day."""

    day = DayField(_("Ngày"), [required()])
    value = AmountField(_("Giá trị"), [required()])
    source = StringField(_("Nguồn số liệu"), [Length(max=200)])
    note = StringField(_("Ghi chú"), [Length(max=500)])


class TargetForm(Form):
    """Who counts an indicator: people, or the program for a group."""

    computed = Choice(_("Cách tính"), COMPUTED, default="")
    group = SelectField(_("Nhóm được tính"), coerce=int)

    def offer(self, groups: Mapping[int, str]) -> None:
        self.group.choices = {"0": "—", **choices(groups.items())}


class RecordForm(Form):
    """A row of one of the plain lists; ``values`` gives what the list's register keeps."""

    def offer(self) -> None:
        """Fill in what there is to choose from."""
        if "unit_id" in self:
            units = session().execute(select(Group.id, Group.name).where(Group.kind == "unit").order_by(Group.name))
            self["unit_id"].choices = choices(units, "")

    def rows(self) -> list[dict[str, Any]]:
        """What the form adds to the list. Raises ``InvalidInput`` about its first field."""
        return [self.values()]

    def values(self) -> dict[str, Any]:
        return {name: _kept(field) for name, field in self._fields.items()}

    def show(self, row: object) -> None:
        for name, field in self._fields.items():
            value = getattr(row, name)
            field.data = "" if value is None and not isinstance(field, DayField) else value


class AwardForm(RecordForm):
    recipient = StringField(_("Cá nhân, đơn vị"), [required(), Length(max=200)])
    form = StringField(_("Hình thức khen thưởng"), [Length(max=200)])
    reason = TextAreaField(_("Thành tích"), [Length(max=LONGEST_TEXT)])
    nominated_on = DayField(_("Ngày đề nghị"), [required()])
    decision = StringField(_("Số quyết định"), [Length(max=60)])
    decided_on = DayField(_("Ngày quyết định"))


class DifficultyForm(RecordForm):
    text = TextAreaField(_("Khó khăn, vướng mắc"), [required(), Length(max=LONGEST_TEXT)])
    unit_id = SelectField(_("Đơn vị"))
    raised_on = DayField(_("Ngày phản ánh"), [required()])
    answer = TextAreaField(_("Giải quyết"), [Length(max=LONGEST_TEXT)])
    answered_on = DayField(_("Ngày trả lời"))


class FindingForm(RecordForm):
    text = TextAreaField(_("Kết luận kiểm tra"), [required(), Length(max=LONGEST_TEXT)])
    unit_id = SelectField(_("Đơn vị"))
    found_on = DayField(_("Ngày kiểm tra"), [required()])
    remedy_by = DayField(_("Khắc phục trước ngày"))
    remedied_on = DayField(_("Ngày khắc phục xong"))


class CourseForm(RecordForm):
    name = TextAreaField(_("Người được cử"), [required(), Length(max=LONGEST_TEXT)])
    title = StringField(_("Khóa học"), [required(), Length(max=300)])
    held_by = StringField(_("Đơn vị tổ chức"), [Length(max=200)])
    place = StringField(_("Địa điểm"), [Length(max=200)])
    first_day = DayField(_("Từ ngày"), [required()])
    last_day = DayField(_("Đến ngày"))
    result = StringField(_("Kết quả"), [Length(max=300)])

    def rows(self) -> list[dict[str, Any]]:
        """One row for each person named, a line each."""
        lines = [line.strip() for line in (self.name.data or "").splitlines() if line.strip()]
        members = map(session().get_one, repeat(Member), members_called(session(), lines))
        return [{**self.values(), "name": one.name, "member_id": one.id} for one in members]


RECORD_FORMS: Mapping[str, type[RecordForm]] = {
    "awards": AwardForm,
    "difficulties": DifficultyForm,
    "findings": FindingForm,
    "courses": CourseForm,
}


def _kept(field: Field) -> date | int | str | None:
    """The value as its column keeps it."""
    if isinstance(field, DayField):
        return field.data
    if isinstance(field, SelectField):
        return int(field.data) if field.data else None
    return (field.data or "").strip()
