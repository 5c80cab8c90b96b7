"""The form of an event: from a draft to form fields and back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _
from sqlalchemy.orm import Session
from wtforms import (
    BooleanField,
    Field,
    HiddenField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.widgets import CheckboxInput, ListWidget

from campaign.calendar.draft import FIELDS, Draft
from campaign.dates import wording
from campaign.dates.lead import Lead
from campaign.desk import form_choices, scheduling
from campaign.desk.repeating import Often, Repeat
from campaign.desk.splitting import Reach
from campaign.errors import InvalidInput
from campaign.kinds import Kind
from campaign.web.desk.fields import (
    ClockField,
    DayField,
    LinesField,
    MomentField,
    MoneyField,
    NumberField,
    choices,
    chosen_flag,
    chosen_number,
)
from campaign.web.forms import Form, blame
from campaign.web.language import gettext, language
from campaign.web.words import kind_labels

OFTEN = (
    (Often.NEVER, _("Không lặp lại")),
    (Often.YEARLY, _("Hằng năm")),
    (Often.BY_DAY, _("Hằng tháng, theo ngày")),
    (Often.LAST_DAY, _("Hằng tháng, vào ngày cuối tháng")),
    (Often.BY_WEEKDAY, _("Hằng tháng, theo thứ trong tuần")),
    (Often.WEEKLY, _("Hằng tuần")),
)
KIND_RULES, OWN_RULES = "kind", "own"
RULES = ((KIND_RULES, _("Theo loại hoạt động")), (OWN_RULES, _("Riêng cho hoạt động này")))
ANSWERS = (("", _("Theo loại hoạt động")), ("1", _("Có, kèm liên kết trả lời trong thư")), ("0", _("Không")))
TELL = (("1", _("Báo cho thành phần tham dự")), ("", _("Không gửi thư")))
REACH = (
    (Reach.ONE.value, _("chỉ lần này")),
    (Reach.LATER.value, _("từ lần này về sau")),
    (Reach.ALL.value, _("tất cả các lần")),
)
FIELD_OF = {
    "include_ids": "include",
    "exclude_ids": "exclude",
    "contact_id": "person",
    "escalate_to_id": "escalate_to",
    "rule": "until",
    "expected_start": "expected",
    "expected_end": "expected",
    "precision": "expected",
}
"""The form's field for what a draft calls otherwise."""
DAY = {"autocomplete": "off", "inputmode": "text", "placeholder": "8/3/2027"}
CLOCK = {"autocomplete": "off", "placeholder": "14h00"}


class EventForm(Form):
    kind = SelectField(_("Loại"), validate_choice=False, default=Kind.SEMINAR.value)
    title = StringField(_("Tên hoạt động"), render_kw={"maxlength": "300"})
    first = MomentField(_("Ngày và giờ"), render_kw={**DAY, "placeholder": "8/3/2027 14h00"})
    last = DayField(_("Đến ngày (nếu nhiều ngày)"), render_kw=DAY)
    start = ClockField(_("Từ giờ"), render_kw=CLOCK)
    end = ClockField(_("Đến giờ"), render_kw=CLOCK)
    room_id = SelectField(_("Phòng"), coerce=chosen_number, validate_choice=False)
    place = StringField(_("Địa điểm"))
    audience_all = BooleanField(_("Toàn cơ quan"))
    group_ids = SelectMultipleField(
        _("Các nhóm"), coerce=int, validate_choice=False, widget=ListWidget(), option_widget=CheckboxInput()
    )
    women_only = BooleanField(_("Chỉ nữ trong các nhóm này"))
    internal = BooleanField(_("Nội bộ: không hiện trên trang và lịch công khai"))
    include = LinesField(_("Mời thêm"), render_kw={"rows": "2"})
    exclude = LinesField(_("Trừ ra"), render_kw={"rows": "2"})
    answers = SelectField(_("Hỏi người được mời có dự không"), coerce=chosen_flag, validate_choice=False)
    expected = SelectField(_("Dự kiến"), validate_choice=False)
    often = SelectField(_("Lặp lại"), validate_choice=False)
    every = NumberField(_("Cách nhau"), default="1", render_kw={"inputmode": "numeric"})
    until = DayField(_("Lặp đến ngày"), render_kw=DAY)
    kept = HiddenField()
    per_year = BooleanField(_("Xác nhận và đặt chủ đề riêng cho từng năm"))
    theme = StringField(_("Chủ đề"))
    slogans = LinesField(_("Khẩu hiệu, thông điệp"), render_kw={"rows": "3"})
    figures_from = DayField(_("Số liệu từ ngày"), render_kw=DAY)
    figures_to = DayField(_("Số liệu đến ngày"), render_kw=DAY)
    cut_off = DayField(_("Ngày chốt số liệu"), render_kw=DAY)
    units_due = DayField(_("Hạn các đơn vị gửi về"), render_kw=DAY)
    escalate_after = NumberField(
        _("Quá hạn bao nhiêu ngày làm việc thì báo cấp trên"), render_kw={"inputmode": "numeric"}
    )
    escalate_to = StringField(_("Người được báo khi quá hạn"))
    recipient = StringField(_("Nơi nhận báo cáo"))
    via = StringField(_("Gửi qua"))
    speakers = LinesField(_("Báo cáo viên"), render_kw={"rows": "2"})
    capacity = NumberField(_("Số chỗ"), render_kw={"inputmode": "numeric"})
    register_by = DayField(_("Hạn đăng ký"), render_kw=DAY)
    description = TextAreaField(_("Nội dung"), render_kw={"rows": "4"})
    preparation = TextAreaField(_("Chuẩn bị"), render_kw={"rows": "2"})
    online_url = StringField(_("Liên kết trực tuyến"), render_kw={"inputmode": "url"})
    links = LinesField(_("Tài liệu, liên kết"), render_kw={"rows": "2"})
    duty_id = SelectField(_("Nhiệm vụ trong kế hoạch"), coerce=chosen_number, validate_choice=False)
    part_of_id = SelectField(_("Thuộc đợt hoạt động"), coerce=chosen_number, validate_choice=False)
    organizer = StringField(_("Đơn vị tổ chức"))
    co_organizers = StringField(_("Đơn vị phối hợp"))
    person = StringField(_("Người phụ trách"))
    contact = StringField(_("Liên hệ (ghi trong thư)"))
    within = StringField(_("Lồng ghép trong"))
    cost_estimate = MoneyField(_("Dự toán (đồng)"), render_kw={"inputmode": "numeric"})
    cost_actual = MoneyField(_("Thực chi (đồng)"), render_kw={"inputmode": "numeric"})
    rules = RadioField(_("Nhắc lịch"), validate_choice=False, default=KIND_RULES)
    own_rules = LinesField(_("Nhắc riêng"), render_kw={"rows": "3"})
    reach = RadioField(_("Thay đổi áp dụng cho"), validate_choice=False, default=Reach.ONE.value)
    tell = RadioField(_("Khi lưu"), validate_choice=False, default="1")
    version = HiddenField()
    base = HiddenField()

    def offer(self, found: form_choices.FormChoices, year: int) -> None:
        """Fill the lists to choose from."""
        self.kind.choices = choices(kind_labels().items())
        self.room_id.choices = choices(found.rooms, "—")
        self.group_ids.choices = choices(found.groups)
        self.duty_id.choices = choices(found.duties, "—")
        self.part_of_id.choices = choices(found.campaigns, "—")
        self.rules.choices, self.answers.choices = choices(RULES), choices(ANSWERS)
        self.reach.choices, self.tell.choices = choices(REACH), choices(TELL)
        self._offer_periods(year)
        self._offer_often()

    def _offer_periods(self, year: int) -> None:
        spans = {**form_choices.periods(year), **form_choices.periods(year + 1)}
        named = [(key, wording.span(span.first, span.last, language())) for key, (_p, span) in spans.items()]
        typed = str(self.expected.data or "")
        if typed and typed not in spans and (kept := _span(typed)):
            named.append((typed, wording.span(*kept, language())))
        self.expected.choices = choices(named, gettext("chưa biết"))

    def _offer_often(self) -> None:
        found = [(often.value, str(words)) for often, words in OFTEN]
        if self.kept.data:
            found.append((Often.KEPT.value, Repeat.of(self.kept.data, None).words(language())))
        self.often.choices = choices(found)

    def show(self, session: Session, draft: Draft) -> None:
        """Put a draft into the form, whatever was typed."""
        for name in SAME:
            _put(self[name], getattr(draft, name))
        if draft.last == draft.first:
            self.last.show(None)
        self.group_ids.data = sorted(draft.group_ids)
        _put(self.include, form_choices.called(session, draft.include_ids))
        _put(self.exclude, form_choices.called(session, draft.exclude_ids))
        for name in PERSONS:
            number = getattr(draft, name)
            _put(self[FIELD_OF[name]], "".join(form_choices.called(session, [number] if number else ())))
        repeat = Repeat.of(draft.rule, draft.first)
        self.often.data, self.kept.data = repeat.often.value, repeat.kept
        self.every.show(repeat.every)
        self.until.show(repeat.until)
        self.expected.data = _period_key(draft)
        self.rules.data = KIND_RULES if draft.own_rules is None else OWN_RULES
        _put(self.own_rules, [Lead.parse(lead).describe(language()) for lead in draft.own_rules or ()])

    def draft(self, session: Session) -> Draft:
        """What the form says, as far as it can be read; what cannot is empty, with the error beside its field."""
        self.validate()  # before anything else: it begins with what each field could not read
        self.first.part_hours(self.start, self.end)
        precision, span = self._expected()
        people = {name: self._people(session, name) for name in ("include", "exclude")}
        persons: dict[str, Any] = {name: next(iter(self._people(session, FIELD_OF[name])), None) for name in PERSONS}
        return Draft(
            **{name: self._same(name) for name in SAME},
            rule=self._rule(),
            expected_start=span[0] if span else None,
            expected_end=span[1] if span else None,
            precision=precision,
            group_ids=frozenset(self.group_ids.data or ()),
            include_ids=frozenset(people["include"]),
            exclude_ids=frozenset(people["exclude"]),
            **persons,
            own_rules=tuple(self._leads()) if self.rules.data == OWN_RULES else None,
        ).tidied()

    def check(self, session: Session, draft: Draft, *, event_id: int | None) -> bool:
        """Whether the draft can be kept; if not, each field says in one sentence why."""
        for name, error in scheduling.check(session, draft, event_id=event_id).errors.items():
            field = self[FIELD_OF.get(name, name)]
            if not field.errors:
                blame(field, error)
        return not self.wrong

    @property
    def wrong(self) -> list[Field]:
        return [field for field in self if field.errors]

    @property
    def seen(self) -> int:
        """The version of the event that the editor had before him."""
        text = str(self.version.data or "")
        return int(text) if text.isascii() and text.isdigit() else 0

    @property
    def reached(self) -> Reach:
        """Which occurrences of a series the edit is for."""
        return Reach(self.reach.data) if self.reach.data in set(Reach) else Reach.ONE

    @property
    def is_told(self) -> bool:
        return bool(self.tell.data)

    def _same(self, name: str) -> Any:  # noqa: ANN401
        field = self[name]
        if isinstance(field, StringField) and isinstance(field.data, str | None) and not hasattr(field, "read"):
            return field.data or ""
        return field.data

    def _rule(self) -> str:
        often = self.often.data if self.often.data in set(Often) else Often.NEVER
        every = 1 if self.every.data is None else self.every.data
        repeat = Repeat(Often(often), every, self.until.data, self.kept.data or "")
        if repeat.often not in (Often.NEVER, Often.YEARLY, Often.KEPT) and self.first.data is None:
            return ""
        try:
            return repeat.rule(self.first.data)
        except InvalidInput as error:
            blame(self.first if repeat.often == Often.LAST_DAY else self.every, error)
            return ""

    def _expected(self) -> tuple[str, tuple[date, date] | None]:
        key = str(self.expected.data or "")
        known = form_choices.periods(int(key[:4])).get(key) if key[:4].isascii() and key[:4].isdigit() else None
        if known:
            return known[0], (known[1].first, known[1].last)
        kept = _span(key)
        return (key.partition(":")[0], kept) if kept else ("", None)

    def _people(self, session: Session, name: str) -> list[int]:
        field = self[name]
        lines = field.data if isinstance(field.data, tuple) else (field.data,) if (field.data or "").strip() else ()
        try:
            return form_choices.members_called(session, lines)
        except InvalidInput as error:
            blame(field, error)
            return []

    def _leads(self) -> Iterator[str]:
        for line in self.own_rules.data:
            try:
                yield str(Lead.parse(line))
            except InvalidInput as error:
                if not self.own_rules.errors:
                    blame(self.own_rules, error)


PERSONS = "contact_id", "escalate_to_id"
"""Fields that hold one member, who is typed by name or address."""
SAME = tuple(name for name, each in FIELDS.items() if hasattr(EventForm, name) and each.storage != "rows")
"""Fields that have one name in form and draft."""


def _put(field: Any, value: Any) -> None:  # noqa: ANN401
    field.data, field.raw_data = (tuple(value) if isinstance(value, list | tuple) else value), None


def _period_key(draft: Draft) -> str:
    """The choice that says when the draft is expected; a span that is none of them names itself."""
    if draft.expected_start is None:
        return ""
    span = draft.expected_start, draft.expected_end or draft.expected_start
    known = form_choices.periods(span[0].year)
    found = next((key for key, (_p, each) in known.items() if (each.first, each.last) == span), None)
    return found or f"{draft.precision}:{span[0]}/{span[1]}"


def _span(key: str) -> tuple[date, date] | None:
    """The two days of a span that names itself: "day:2027-03-02/2027-03-04"."""
    try:
        first, last = map(date.fromisoformat, key.partition(":")[2].split("/"))
    except ValueError:
        return None
    return first, last
