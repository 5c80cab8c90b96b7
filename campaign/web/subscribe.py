"""How to get the calendar into one's own."""

from __future__ import annotations

import segno
from flask import Blueprint, render_template, request
from markupsafe import Markup

from campaign.kinds import Kind
from campaign.pages import subscription
from campaign.pages.subscription import Address
from campaign.web import policy
from campaign.web.session import session
from campaign.web.templates import absolute

blueprint = Blueprint("subscribe", __name__)


@blueprint.get("/subscribe")
@policy.public
def show() -> str:
    offer = subscription.offer(session())
    chosen = offer.filter(request.args.getlist("kind"), request.args.getlist("group"))
    address = Address(absolute(chosen.path))
    return render_template(
        "subscribe/show.html",
        kinds=list(Kind),
        groups=offer.groups,
        chosen=chosen,
        address=address,
        code=code(address.webcal),
        calendars=[(title, Address(absolute(f"/calendars/{slug}.ics"))) for slug, title in offer.calendars.items()],
    )


def code(address: str) -> Markup:
    """The address as a QR code for a phone's camera: inline, and without styles of its own."""
    drawn = segno.make(address, error="m", micro=False)
    svg = drawn.svg_inline(border=2, omitsize=True, svgclass="qr", lineclass=None)
    return Markup(svg)  # noqa: S704 - a drawing of squares: no word of the address stands in it
