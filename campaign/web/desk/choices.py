"""Each decision about an event: its form, when it can be previewed, and the act.

Each has its form, whether it can be previewed yet, what it would send, and the act itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from flask import request
from flask_babel import lazy_gettext as _
from sqlalchemy.orm import Session
from wtforms import Field, HiddenField, RadioField, TextAreaField
from wtforms.validators import ValidationError

from campaign.calendar.agency import UnitOfWork
from campaign.calendar.when import When
from campaign.dates import wording
from campaign.desk import decisions, scheduling
from campaign.mailing.preview import Preview, consequences
from campaign.models import Event, Occurrence
from campaign.web.desk.eventform import CLOCK, DAY, TELL
from campaign.web.desk.fields import ClockField, DayField, choices
from campaign.web.desk.loading import letters, work
from campaign.web.forms import Form
from campaign.web.language import gettext, language
from campaign.web.session import today, trial

FAR_AWAY = timedelta(days=60)
INVITE = (("1", _("Gửi giấy mời ngay")), ("", _("Chưa gửi giấy mời, chỉ nhắc lịch theo quy tắc")))


@dataclass(frozen=True, slots=True)
class Case:
    """What is decided about: an event, or one of its occurrences."""

    event: Event
    occurrence: Occurrence | None = None

    @property
    def when(self) -> When | None:
        return When.of_occurrence(self.occurrence) if self.occurrence else When.of(self.event)

    @property
    def is_cancelled(self) -> bool:
        return bool((self.occurrence or self.event).cancelled_at)

    @property
    def title(self) -> str:
        return (self.occurrence.title if self.occurrence else "") or self.event.title

    def within(self, session: Session) -> Case:
        """The same in another session."""
        event = session.get_one(Event, self.event.id)
        return Case(event, session.get_one(Occurrence, self.occurrence.id) if self.occurrence else None)

    @property
    def is_series(self) -> bool:
        """Whether all occurrences of something that repeats are decided about at once."""
        return bool(self.event.rule) and self.occurrence is None

    @property
    def name(self) -> str:
        """What was decided about, within a sentence: a series, one of its occurrences, or an event."""
        if self.is_series:
            return gettext("cả chuỗi “%(title)s”", title=self.title)
        if self.occurrence and self.event.rule:
            day = wording.short_date(self.occurrence.original_day, language())
            return gettext("lần ngày %(day)s của “%(title)s”", day=day, title=self.title)
        return f"“{self.title}”"


class DecisionForm(Form):
    """``version``: the event as it was when the decision was previewed."""

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        for name, offered in (("tell", TELL), ("invite", INVITE)):
            if name in self:
                self[name].choices = choices(offered)

    version = HiddenField()
    back = HiddenField()

    def begin(self, case: Case) -> None:
        """Fill in what the page opens with."""

    @property
    def seen(self) -> int | None:
        text = str(self.version.data or "")
        return int(text) if text.isascii() and text.isdigit() else None


class TellingForm(DecisionForm):
    tell = RadioField(_("Báo tin"), validate_choice=False, default="1")

    @property
    def is_told(self) -> bool:
        return bool(self.tell.data)


class ConfirmationForm(DecisionForm):
    invite = RadioField(_("Giấy mời"), validate_choice=False, default="1")

    def begin(self, case: Case) -> None:
        """What is far away is confirmed without a mail: its reminders follow their rules."""
        if case.when and case.when.first - today() > FAR_AWAY:
            self.invite.data = ""

    @property
    def invites(self) -> bool:
        return bool(self.invite.data)


class MoveForm(TellingForm):
    first = DayField(_("Ngày"), render_kw=DAY)
    last = DayField(_("Đến ngày (nếu nhiều ngày)"), render_kw=DAY)
    start = ClockField(_("Từ giờ"), render_kw=CLOCK)
    end = ClockField(_("Đến giờ"), render_kw=CLOCK)

    def begin(self, case: Case) -> None:
        """Its time as it is, on the day that the address asks for."""
        when = case.when
        day = _day(request.args.get("day", "")) or (when.first if when else None)
        self.first.show(day)
        if when and day:
            self.last.show(day + (when.span.last - when.first) if when.span.days > 1 else None)
            self.start.show(when.start)
            self.end.show(when.end)

    @property
    def to(self) -> When | None:
        if self.first.data is None:
            return None
        return When(self.first.data, self.last.data or self.first.data, self.start.data, self.end.data)


class PostponementForm(TellingForm):
    reason = TextAreaField(_("Lý do (ghi trong nhật ký)"), render_kw={"rows": "2"})


class CancellationForm(TellingForm):
    reason = TextAreaField(_("Lý do hủy"), render_kw={"rows": "2", "maxlength": "1000"})

    def validate_reason(self, field: Field) -> None:
        """Asked for once the form was sent; a page that has just been opened is not yet wrong."""
        if field.raw_data is not None and not (field.data or "").strip():
            raise ValidationError(gettext("Hãy ghi lý do hủy."))


class DuplicationForm(DecisionForm):
    first = DayField(_("Ngày của bản mới"), render_kw=DAY)


@dataclass(frozen=True, slots=True)
class Taken:
    """The sentence that says what was done, and the event that it made, if any."""

    sentence: str
    made: Event | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A decision: its form, whether enough is known to preview it, and the act, which says what it did.

    ``is_previewed``: whether what it brings is shown before; the preview is the same act, rolled back.
    """

    form: type[DecisionForm]
    is_ready: Callable[[Case, Any], bool]
    take: Callable[[UnitOfWork, Case, Any], Taken]
    is_previewed: bool = True


def preview_of(choice: Choice, case: Case, form: DecisionForm) -> Preview | None:
    """What the decision would bring, of the event as it is now, whatever version the form has seen."""
    if not choice.is_previewed:
        return None
    current = work()
    form.version.data = None
    with trial() as session_of_trial:
        tried, there = replace(current, session=session_of_trial), case.within(session_of_trial)

        def decide() -> Event:
            choice.take(tried, there, form)
            return there.event

        found = consequences(tried, there.event, there.occurrence, decide)
    return found.preview(current, letters())


def _confirm(work: UnitOfWork, case: Case, form: ConfirmationForm) -> Taken:
    decisions.confirm(work, case.event, case.occurrence, version=form.seen, invite=form.invites)
    return Taken(gettext("Đã xác nhận %(name)s.", name=case.name))


def _move(work: UnitOfWork, case: Case, form: MoveForm) -> Taken:
    assert form.to
    decisions.move(work, case.event, case.occurrence, form.to, version=form.seen, notify=form.is_told)
    return Taken(gettext("Đã dời %(name)s.", name=case.name))


def _postpone(work: UnitOfWork, case: Case, form: PostponementForm) -> Taken:
    decisions.postpone(work, case.event, version=form.seen, notify=form.is_told, reason=form.reason.data or "")
    return Taken(gettext("Đã hoãn %(name)s; hoạt động ở mục Chưa có ngày.", name=case.name))


def _cancel(work: UnitOfWork, case: Case, form: CancellationForm) -> Taken:
    reason = form.reason.data or ""
    decisions.cancel(work, case.event, case.occurrence, version=form.seen, reason=reason, notify=form.is_told)
    return Taken(gettext("Đã hủy %(name)s.", name=case.name))


def _reopen(work: UnitOfWork, case: Case, form: TellingForm) -> Taken:
    decisions.reopen(work, case.event, case.occurrence, version=form.seen, notify=form.is_told)
    if case.event.is_draft:
        return Taken(gettext("Đã mở lại “%(title)s”; đây là bản nháp, cần xác nhận lại.", title=case.title))
    return Taken(gettext("Đã mở lại %(name)s: vẫn tổ chức như đã xác nhận.", name=case.name))


def _duplicate(work: UnitOfWork, case: Case, form: DuplicationForm) -> Taken:
    made = scheduling.duplicate(work, case.event, first=form.first.data)
    return Taken(gettext("Đã nhân bản thành “%(title)s”; đây là bản nháp.", title=made.title), made)


def _has_day(case: Case, _form: DecisionForm) -> bool:
    return case.when is not None


CHOICES: dict[str, Choice] = {
    "confirmation": Choice(ConfirmationForm, _has_day, _confirm),
    "move": Choice(MoveForm, lambda _case, form: form.to is not None, _move),
    "postponement": Choice(PostponementForm, _has_day, _postpone),
    "cancellation": Choice(CancellationForm, lambda _case, form: bool((form.reason.data or "").strip()), _cancel),
    "reopening": Choice(TellingForm, lambda case, _form: case.is_cancelled, _reopen),
    "duplication": Choice(DuplicationForm, lambda _case, _form: True, _duplicate, is_previewed=False),
}
OF_OCCURRENCE = ("confirmation", "move", "cancellation", "reopening")
"""What can be decided about one occurrence of a series."""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
