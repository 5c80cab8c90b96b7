"""The register of groups: sizes, names, who is in them."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for
from flask_babel import lazy_gettext as _
from werkzeug.wrappers import Response

from campaign import audit
from campaign.directory import groups
from campaign.models import Group
from campaign.web import csrf, policy
from campaign.web.forms import Form, name_field
from campaign.web.language import gettext, ngettext
from campaign.web.registers.forms import GROUP_KINDS, Choice, tried
from campaign.web.scope import by, done, only_for, only_for_all, page_number, within, words, work
from campaign.web.session import campaign, now, session

blueprint = Blueprint("groups", __name__, url_prefix="/desk/groups")


class GroupForm(Form):
    name = name_field(_("Tên nhóm"), autocomplete="off")
    kind = Choice(_("Loại"), GROUP_KINDS, default="list")

    def show(self, group: Group) -> None:
        self.name.data, self.kind.data = group.name, group.kind


@blueprint.get("")
@policy.reader
def index() -> str:
    return page(GroupForm(formdata=None))


@blueprint.post("")
@policy.organizer
@csrf.once
def create() -> Response | str:
    only_for_all()
    form = GroupForm()
    name, kind = form.name, form.kind
    if not form.validate() or not tried(name, lambda: groups.create(work(), name.data or "", kind.data or "")):
        return page(form)
    return done(url_for("groups.index"), gettext("Đã thêm nhóm %(name)s.", name=name.data))


@blueprint.get("/<slug>")
@policy.reader
def show(slug: str) -> str:
    return one_page(loaded(slug))


@blueprint.post("/<slug>")
@policy.organizer
def change(slug: str) -> Response | str:
    group, form = changeable(slug), GroupForm()
    name, kind = form.name, form.kind
    if not form.validate() or not tried(name, lambda: groups.change(work(), group, name.data or "", kind.data or "")):
        return one_page(group, form)
    return back(group, gettext("Đã lưu."))


@blueprint.post("/<slug>/members")
@policy.organizer
def add(slug: str) -> Response:
    group = changeable(slug)
    ids = request.form.getlist("member", int)
    count = groups.add(work(), group, ids, within=within())
    return back(group, ngettext("Đã thêm %(num)s người.", "Đã thêm %(num)s người.", count))


@blueprint.post("/<slug>/removals")
@policy.organizer
def remove(slug: str) -> Response:
    group = changeable(slug)
    count = groups.remove(work(), group, request.form.getlist("member", int))
    return back(group, ngettext("Đã bớt %(num)s người.", "Đã bớt %(num)s người.", count))


@blueprint.get("/<slug>/deletion")
@policy.organizer
def offer_deletion(slug: str) -> str:
    only_for_all()
    group = loaded(slug)
    hanging = groups.dependants(session(), group, now=now())
    return render_template("groups/deletion.html", group=group, hanging=hanging)


@blueprint.post("/<slug>/deletion")
@policy.organizer
def delete(slug: str) -> Response:
    only_for_all()
    group = loaded(slug)
    name = group.name
    groups.remove_group(work(), group, config=campaign().config)
    return done(url_for("groups.index"), gettext("Đã xóa nhóm %(name)s; người trong nhóm vẫn còn.", name=name))


def loaded(slug: str) -> Group:
    return groups.one(session(), slug, within=within())


def changeable(slug: str) -> Group:
    group = loaded(slug)
    only_for([group.id])
    return group


def page(form: GroupForm) -> str:
    found = groups.listed(session(), now=now(), within=within())
    return render_template("groups/index.html", found=found, form=form, whole=policy.may(by(), (), everybody=True))


def one_page(group: Group, form: GroupForm | None = None) -> str:
    if form is None:
        form = GroupForm(formdata=None)
        form.show(group)
    return render_template(
        "groups/show.html",
        group=group,
        form=form,
        found=groups.members_of(session(), group, page_number()),
        candidates=groups.candidates(session(), group, words(), within=within()),
        words=words(),
        may_change=policy.may(by(), [group.id]),
        whole=policy.may(by(), (), everybody=True),
        acts=audit.of(session(), groups.SUBJECT, group.id),
    )


def back(group: Group, sentence: str) -> Response:
    return done(url_for("groups.show", slug=group.slug), sentence)
