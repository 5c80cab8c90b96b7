"""The register of people: the list, one person, and what becomes of him."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flask import Blueprint, render_template, request, url_for
from flask_babel import lazy_gettext as _
from werkzeug.wrappers import Response
from wtforms import SelectField

from campaign import audit
from campaign.desk import maillog
from campaign.directory import members
from campaign.directory.members import MemberFilter, Person
from campaign.errors import Conflict
from campaign.models import Group, Member
from campaign.web import csrf, policy
from campaign.web.forms import Form, address_field, name_field
from campaign.web.language import gettext, ngettext
from campaign.web.registers.forms import LANGUAGES, SEX_CHOICES, Checkboxes, Choice, tried
from campaign.web.registers.words import MEMBER_STATES
from campaign.web.scope import by, done, only_for, only_for_all, page_number, within, words, work
from campaign.web.session import session

blueprint = Blueprint("people", __name__, url_prefix="/desk/people")

NO_UNIT = _("không thuộc đơn vị nào")


class MemberForm(Form):
    name = name_field(_("Họ và tên"), autocomplete="off")
    address = address_field(_("Địa chỉ thư"), autocomplete="off")
    unit = SelectField(_("Đơn vị"), coerce=int)
    groups = Checkboxes(_("Các nhóm"), coerce=int)
    sex = Choice(_("Giới tính (để thống kê)"), SEX_CHOICES, default="")
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


@blueprint.get("")
@policy.reader
def index() -> str:
    filters = MemberFilter(
        words(), request.args.get("unit", ""), request.args.get("group", ""), request.args.get("state", "active")
    )
    found = members.listed(session(), filters, page_number(), within=within())
    groups = members.choices(session(), within=within())
    return render_template("people/index.html", filters=filters, found=found, groups=groups, states=MEMBER_STATES)


@blueprint.get("/new")
@policy.organizer
def new() -> str:
    form = MemberForm(formdata=None)
    form.offer(members.choices(session(), within=within()))
    return render_template("people/new.html", form=form)


@blueprint.post("")
@policy.organizer
@csrf.once
def create() -> Response | str:
    form = MemberForm()
    form.offer(members.choices(session(), within=within()))
    if not form.validate() or not made(form):
        return render_template("people/new.html", form=form)
    return done(url_for("people.index", q=form.address.data), gettext("Đã thêm %(name)s.", name=form.name.data))


@blueprint.get("/<int:member_id>")
@policy.reader
def show(member_id: int) -> str:
    member = loaded(member_id)
    return render_template(
        "people/show.html",
        member=member,
        reach=within(),
        may_change=policy.may(by(), groups_of(member), everybody=not groups_of(member)),
        feed=members.feed_since(session(), member.id),
        mails=maillog.of_member(session(), member.id),
        acts=audit.of(session(), "member", member.id),
    )


@blueprint.get("/<int:member_id>/edit")
@policy.organizer
def edit(member_id: int) -> str:
    member, form = changeable(member_id), MemberForm(formdata=None)
    form.offer(members.choices(session(), within=within()))
    form.show(members.person_of(member))
    return render_template("people/edit.html", form=form, member=member)


@blueprint.post("/<int:member_id>")
@policy.organizer
def change(member_id: int) -> Response | str:
    member, form = changeable(member_id), MemberForm()
    form.offer(members.choices(session(), within=within()))
    if not form.validate() or not changed(form, member):
        return render_template("people/edit.html", form=form, member=member)
    return back(member, gettext("Đã lưu."))


@blueprint.post("/<int:member_id>/departure")
@policy.organizer
def leave(member_id: int) -> Response:
    member = changeable(member_id)
    members.leave(work(), member)
    return back(member, gettext("%(name)s đã thôi công tác; thư chờ gửi đã được rút.", name=member.name))


@blueprint.post("/<int:member_id>/return")
@policy.organizer
def rejoin(member_id: int) -> Response:
    member = changeable(member_id)
    members.rejoin(work(), member)
    return back(member, gettext("%(name)s đã trở lại.", name=member.name))


@blueprint.post("/<int:member_id>/silence")
@policy.organizer
def stop_mail(member_id: int) -> Response:
    member = changeable(member_id)
    members.stop_mail(work(), member)
    return back(member, gettext("Không gửi thư nhắc cho %(name)s nữa.", name=member.name))


@blueprint.post("/<int:member_id>/resumption")
@policy.organizer
def resume_mail(member_id: int) -> Response:
    member = changeable(member_id)
    members.resume_mail(work(), member)
    return back(member, gettext("%(name)s lại nhận thư nhắc.", name=member.name))


@blueprint.post("/mended-addresses")
@policy.organizer
def mend_all() -> Response:
    only_for_all()
    number = members.mend_all(work())
    sentence = ngettext("%(num)s địa chỉ lại nhận thư.", "%(num)s địa chỉ lại nhận thư.", number)
    return done(url_for("people.index"), sentence)


@blueprint.post("/<int:member_id>/mended-address")
@policy.organizer
def mend(member_id: int) -> Response:
    member = changeable(member_id)
    members.mend(work(), member)
    return back(member, gettext("Địa chỉ được ghi là đã sửa; thư lại gửi đến đó."))


def loaded(member_id: int) -> Member:
    return members.one(session(), member_id, within=within())


def changeable(member_id: int) -> Member:
    """The member, for who may change all that he belongs to."""
    member = loaded(member_id)
    only_for(groups_of(member))
    if member.erased_at:
        raise Conflict("Dữ liệu cá nhân của người này đã được xóa.")
    return member


def groups_of(member: Member) -> set[int]:
    return {group.id for group in member.groups} | ({member.unit_id} if member.unit_id else set())


def made(form: MemberForm) -> bool:
    person = form.person()
    only_for(person.groups)
    return tried(form.address, lambda: members.create(work(), person))


def changed(form: MemberForm, member: Member) -> bool:
    person = form.person()
    only_for(person.groups)
    return tried(form.address, lambda: members.change(work(), member, person))


def back(member: Member, sentence: str) -> Response:
    return done(url_for("people.show", member_id=member.id), sentence)
