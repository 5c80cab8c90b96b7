"""When to remind, for each kind of event."""

from __future__ import annotations

from flask import Blueprint, abort, render_template, url_for
from werkzeug.wrappers import Response

from campaign.calendar import reminding, replanning
from campaign.calendar.agency import Agency, agency_of
from campaign.calendar.reminding import RulesOfKind
from campaign.kinds import Kind
from campaign.web import policy
from campaign.web.language import gettext, ngettext
from campaign.web.registerforms import RulesForm, tried
from campaign.web.scope import done, with_waiting, work
from campaign.web.session import campaign, session, today

blueprint = Blueprint("rules", __name__, url_prefix="/desk/rules")


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
