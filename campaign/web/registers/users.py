"""The people of the desk: who they are, what they may do, and taking it away at once.

Handing out rights asks for a recent sign-in (OWASP ASVS 5.0, 7.5.1); taking them away does not wait for anything.
"""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from flask_babel import lazy_gettext as _
from werkzeug.wrappers import Response
from wtforms import BooleanField, RadioField, SelectField

from campaign.access import accounts, sessions
from campaign.errors import Conflict
from campaign.models import Group, Role, User
from campaign.web import csrf, identity, policy
from campaign.web.forms import Form, address_field, blame, name_field
from campaign.web.registers.forms import LANGUAGES, ROLE_NAMES, ROLES, Checkboxes
from campaign.web.scope import work
from campaign.web.session import campaign, now, session

blueprint = Blueprint("users", __name__, url_prefix="/desk/users")


class PersonForm(Form):
    """What an administrator says of a person of the desk."""

    name = name_field(_("Họ và tên"))
    role = RadioField(_("Vai trò"), coerce=int)
    is_limited = BooleanField(_("Chỉ được thay đổi việc của các nhóm sau"))
    groups = Checkboxes(_("Nhóm"), coerce=int)

    def offer(self, groups: list[Group]) -> None:
        self.role.choices = {str(int(role)): f"{name}: {meaning}" for role, name, meaning in ROLES}
        self.groups.choices = {str(group.id): group.name for group in groups}

    def show(self, user: User) -> None:
        self.name.data, self.role.data, self.is_limited.data = user.name, int(user.role), user.is_limited
        self.groups.data = [group.id for group in user.groups]

    @property
    def limit(self) -> list[int] | None:
        """The groups that the person is limited to; None for all. Only an organizer can be limited."""
        limited = self.is_limited.data and self.role.data == Role.ORGANIZER
        return list(self.groups.data or ()) if limited else None


class InvitationForm(PersonForm):
    address = address_field(_("Địa chỉ thư"))
    language = SelectField(_("Ngôn ngữ của thư"), choices=LANGUAGES)


@blueprint.get("")
@policy.administrator
def index() -> str:
    return render_template("users/index.html", users=accounts.all_of(session()), roles=ROLE_NAMES)


@blueprint.get("/new")
@policy.administrator
@identity.recent
def new() -> str:
    form = InvitationForm(formdata=None)
    form.offer(accounts.groups(session()))
    form.role.data = int(Role.ORGANIZER)
    return render_template("users/new.html", form=form)


@blueprint.post("")
@policy.administrator
@identity.recent
@csrf.once
def invite() -> Response | str:
    form = InvitationForm()
    form.offer(accounts.groups(session()))
    if not form.validate() or not invited(form):
        return render_template("users/new.html", form=form)
    return redirect(url_for("users.index"), code=303)


@blueprint.get("/<int:user_id>")
@policy.administrator
@identity.recent
def show(user_id: int) -> str:
    user = accounts.one(session(), user_id)
    form = PersonForm(formdata=None)
    form.offer(accounts.groups(session()))
    form.show(user)
    return page(user, form)


@blueprint.post("/<int:user_id>")
@policy.administrator
@identity.recent
def change(user_id: int) -> Response | str:
    user, form = accounts.one(session(), user_id), PersonForm()
    form.offer(accounts.groups(session()))
    if not form.validate():
        return page(user, form)
    name, role = str(form.name.data), Role(form.role.data)
    accounts.change(work(), user, name=name, role=role, group_ids=form.limit)
    return redirect(url_for("users.index"), code=303)


@blueprint.post("/<int:user_id>/disablement")
@policy.administrator
def disable(user_id: int) -> Response:
    accounts.disable(work(), accounts.one(session(), user_id))
    return redirect(url_for("users.show", user_id=user_id), code=303)


@blueprint.post("/<int:user_id>/reinstatement")
@policy.administrator
@identity.recent
def enable(user_id: int) -> Response:
    accounts.enable(work(), accounts.one(session(), user_id))
    return redirect(url_for("users.show", user_id=user_id), code=303)


@blueprint.post("/<int:user_id>/sign-outs")
@policy.administrator
def end(user_id: int) -> Response:
    sessions.end(work(), accounts.one(session(), user_id).id)
    return redirect(url_for("users.show", user_id=user_id), code=303)


@blueprint.post("/<int:user_id>/authenticator/removal")
@policy.administrator
@identity.recent
def remove_authenticator(user_id: int) -> Response:
    """The phone is lost and so are the codes on paper."""
    user = accounts.one(session(), user_id)
    accounts.drop_authenticator(work(), user, post=identity.post())
    return redirect(url_for("users.show", user_id=user_id), code=303)


def invited(form: InvitationForm) -> User | None:
    """The new person, told by mail; or the form says why not."""
    try:
        user = accounts.make(
            work(),
            name=str(form.name.data),
            address=str(form.address.data),
            role=Role(form.role.data),
            group_ids=form.limit,
            language=str(form.language.data),
        )
    except Conflict as error:
        blame(form.address, error)
        return None
    accounts.invite(work(), user, post=identity.post())
    return user


def page(user: User, form: PersonForm) -> str:
    sessions = accounts.open_sessions(session(), user.id, settings=campaign().config.signin, now=now())
    return render_template("users/show.html", user=user, form=form, sessions=sessions, me=identity.here().user_id)


def by() -> str:
    return identity.here().name
