"""When to remind, for each kind of event."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, render_template, url_for
from flask_babel import lazy_gettext as _
from werkzeug.wrappers import Response
from wtforms import TextAreaField
from wtforms.validators import Length

from campaign.calendar import reminding, replanning
from campaign.calendar.agency import Agency, agency_of
from campaign.calendar.reminding import RulesOfKind
from campaign.dates.lead import Lead
from campaign.kinds import Kind
from campaign.web import policy
from campaign.web.forms import Form
from campaign.web.language import gettext, language, ngettext
from campaign.web.registers.forms import readable, tried
from campaign.web.scope import done, with_waiting, work
from campaign.web.session import campaign, session, today

blueprint = Blueprint("rules", __name__, url_prefix="/desk/rules")


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


@blueprint.get("")
@policy.reader
def index() -> str:
    policy_of_agency = agency()
    return render_template(
        "rules/index.html",
        found=reminding.listed(session(), policy_of_agency),
        day=reminding.sample_day(today()),
        left=replanning.waiting(session()),
        example=lambda lead, kind, day: reminding.example(lead, kind, day, agency=policy_of_agency),
    )


@blueprint.get("/<kind>")
@policy.administrator
def edit(kind: str) -> str:
    form, rules = RulesForm(formdata=None), rules_of(kind)
    form.show(rules)
    return page(rules, form)


@blueprint.post("/<kind>")
@policy.administrator
def change(kind: str) -> Response | str:
    form, rules = RulesForm(), rules_of(kind)
    if not form.validate() or not decided(form, rules):
        return page(rules, form)
    return done(url_for("rules.index"), with_waiting(gettext("Đã lưu; thư nhắc sắp tới đã tính lại.")))


@blueprint.post("/<kind>/default")
@policy.administrator
def reset(kind: str) -> Response:
    config = campaign().config
    count = reminding.reset(work(), Kind(kind_of(kind)), config=config, before=rules_of(kind))
    sentence = ngettext(
        "Đã đặt lại; %(num)s hoạt động được tính lại.", "Đã đặt lại; %(num)s hoạt động được tính lại.", count
    )
    return done(url_for("rules.index"), with_waiting(sentence))


def agency() -> Agency:
    return agency_of(session(), campaign().config)


def kind_of(name: str) -> Kind:
    if name not in list(Kind):
        abort(404)
    return Kind(name)


def rules_of(kind: str) -> RulesOfKind:
    wanted = kind_of(kind)
    return next(each for each in reminding.listed(session(), agency()) if each.kind == wanted)


def decided(form: RulesForm, rules: RulesOfKind) -> bool:
    audience, contact, config = form.audience.leads, form.contact.leads, campaign().config
    kind = Kind(rules.kind)
    return tried(
        form.audience,
        lambda: reminding.decide(work(), kind, audience, contact, config=config, before=rules),
    )


def page(rules: RulesOfKind, form: RulesForm) -> str:
    return render_template("rules/edit.html", rules=rules, form=form)
