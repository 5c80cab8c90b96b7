"""The forms of the registers: people, groups, rooms, days off, reminder rules, mail texts, lists of people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _
from flask_wtf.file import FileField
from wtforms import (
    Field,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import Length, NumberRange, Optional, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from campaign.calendar import reminding
from campaign.calendar.reminding import RulesOfKind
from campaign.dates import wording
from campaign.dates.lead import Lead
from campaign.dates.written import parse_date
from campaign.directory import rooms
from campaign.directory.members import Person
from campaign.errors import CampaignError, InvalidInput
from campaign.mailing import texts
from campaign.mailing.texts import Text
from campaign.models import Group, Holiday, Room
from campaign.web.forms import Form, address_field, blame, name_field, required, said
from campaign.web.language import language
from campaign.web.session import today

LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}
SEXES = {"": _("không ghi"), "female": _("nữ"), "male": _("nam")}
GROUP_KINDS = {"unit": _("Phòng, đơn vị"), "body": _("Ban, tổ chức"), "list": _("Danh sách riêng")}
DAYS = {"": _("ngày nghỉ"), "1": _("ngày làm việc bù (hoán đổi)")}
ANNOUNCING = {
    "": _("Im lặng: chỉ cập nhật danh sách"),
    "1": _("Thông báo: người mới sẽ nhận một thư giới thiệu lịch"),
}
NO_UNIT = _("không thuộc đơn vị nào")


class Checkboxes(SelectMultipleField):
    """Several of a list, as boxes that a keyboard reaches."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class Choice(RadioField):
    """One of a few, as buttons that a keyboard reaches."""

    def __init__(self, label: str, words: Mapping[str, Any], **options: Any) -> None:  # noqa: ANN401 - WTForms' own
        super().__init__(label, choices={key: str(word) for key, word in words.items()}, **options)


class MemberForm(Form):
    name = name_field(_("Họ và tên"), autocomplete="off")
    address = address_field(_("Địa chỉ thư"), autocomplete="off")
    unit = SelectField(_("Đơn vị"), coerce=int)
    groups = Checkboxes(_("Các nhóm"), coerce=int)
    sex = Choice(_("Giới tính (để thống kê)"), SEXES, default="")
    language = SelectField(_("Ngôn ngữ của thư"), choices=LANGUAGES)

    def offer(self, groups: Sequence[Group]) -> None:
        units = {str(group.id): group.name for group in groups if group.kind == "unit"}
        self.unit.choices = {"0": str(NO_UNIT), **units}
        self.groups.choices = {str(group.id): group.name for group in groups if group.kind != "unit"}

    def show(self, person: Person) -> None:
        self.name.data, self.address.data, self.unit.data = person.name, person.address, person.unit_id or 0
        self.groups.data, self.sex.data, self.language.data = list(person.group_ids), person.sex, person.language

    def person(self, kept: Iterable[int] = ()) -> Person:
        """What the form says; ``kept``: groups that it did not offer and that stay."""
        return Person(
            name=str(self.name.data),
            address=str(self.address.data),
            unit_id=self.unit.data or None,
            group_ids=frozenset(self.groups.data or ()) | frozenset(kept),
            sex=str(self.sex.data or ""),
            language=str(self.language.data),
        )


class GroupForm(Form):
    name = name_field(_("Tên nhóm"), autocomplete="off")
    kind = Choice(_("Loại"), GROUP_KINDS, default="list")

    def show(self, group: Group) -> None:
        self.name.data, self.kind.data = group.name, group.kind


class RoomForm(Form):
    name = name_field(_("Tên phòng"), autocomplete="off")
    capacity = IntegerField(
        _("Số chỗ"),
        [Optional(), NumberRange(1, 100_000, _("Số chỗ phải từ 1 trở lên."))],
        render_kw={"inputmode": "numeric"},
    )
    place = StringField(_("Vị trí"), [Length(max=200)])
    notes = TextAreaField(_("Ghi chú"), [Length(max=2000)], render_kw={"rows": 3})

    def show(self, room: Room) -> None:
        self.name.data, self.capacity.data, self.place.data, self.notes.data = (
            room.name, room.capacity, room.place, room.notes,
        )  # fmt: skip

    def facts(self) -> rooms.Facts:
        place, notes = (" ".join((each.data or "").split()) for each in (self.place, self.notes))
        return rooms.Facts(str(self.name.data), self.capacity.data, place, notes)


class DayField(StringField):
    """A day as people write it: 8/3/2027, 08.03.2027, mai. What was typed stays in the box."""

    day: date | None = None

    def pre_validate(self, form: Any) -> None:  # noqa: ANN401, ARG002 - WTForms calls it
        if not (self.data or "").strip():
            raise ValidationError(str(_("Cần ghi ngày, như 8/3/2027.")))
        self.day = readable(lambda: parse_date(self.data or "", today=today()))


class HolidayForm(Form):
    day = DayField(_("Ngày"), render_kw={"inputmode": "text", "autocomplete": "off", "placeholder": "30/4/2027"})
    name = name_field(_("Tên"), autocomplete="off")
    working = Choice(_("Là"), DAYS, default="")

    def show(self, row: Holiday) -> None:
        self.day.data, self.name.data = wording.short_date(row.day), row.name
        self.working.data = "1" if row.working else ""


class LeadsField(TextAreaField):
    """Lead times, one a line."""

    leads: tuple[Lead, ...] = ()

    def pre_validate(self, form: Any) -> None:  # noqa: ANN401, ARG002 - WTForms calls it
        self.leads = readable(lambda: reminding.read(self.data or ""))


class RulesForm(Form):
    audience = LeadsField(
        _("Nhắc cả thành phần tham dự"), [Length(max=1000)], render_kw={"rows": 4, "spellcheck": "false"}
    )
    contact = LeadsField(
        _("Nhắc riêng người phụ trách"), [Length(max=1000)], render_kw={"rows": 2, "spellcheck": "false"}
    )

    def show(self, rules: RulesOfKind) -> None:
        for field, recipients in ((self.audience, reminding.AUDIENCE), (self.contact, reminding.CONTACT)):
            field.data = "\n".join(lead.describe(language()) for lead in rules.of(recipients))


class TextForm(Form):
    opening = TextAreaField(_("Câu mở đầu"), [Length(max=texts.LONGEST)], render_kw={"rows": 3})
    closing = TextAreaField(_("Câu kết"), [Length(max=texts.LONGEST)], render_kw={"rows": 3})

    def show(self, text: Text) -> None:
        self.opening.data, self.closing.data = text.opening, text.closing

    def text(self) -> Text:
        return Text(self.opening.data or "", self.closing.data or "")

    def validate_opening(self, field: Field) -> None:
        readable(lambda: texts.checked(field.data or ""))

    def validate_closing(self, field: Field) -> None:
        readable(lambda: texts.checked(field.data or ""))


class UploadForm(Form):
    file = FileField(_("Tệp .csv hoặc .xlsx"), [required()], render_kw={"accept": ".csv,.xlsx"})


class ImportForm(Form):
    digest = HiddenField()
    announce = Choice(_("Báo cho người mới"), ANNOUNCING, default="")


class MergeForm(Form):
    keep = IntegerField()
    gone = IntegerField()


def readable(read: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever is read
    """What was read, or the reader's sentence as the field's error."""
    try:
        return read()
    except InvalidInput as error:
        raise ValidationError(said(error)) from None


def tried(field: Field, act: Callable[[], Any]) -> bool:
    """Whether the act was done; if not, its sentence stands beside the field."""
    try:
        act()
    except CampaignError as error:
        blame(field, error)
        return False
    return True
