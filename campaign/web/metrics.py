"""``/metrics``: the outbox in figures, in the text format of Prometheus (version 0.0.4). No names, no addresses."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv6Address, ip_address, ip_network

from flask import Blueprint, Response, request
from werkzeug.exceptions import NotFound

from campaign.sending import metrics
from campaign.sending.metrics import Gauge
from campaign.web import policy
from campaign.web.session import campaign, now, session

blueprint = Blueprint("metrics", __name__)
MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
STATE = "state"


@blueprint.get("/metrics")
@policy.public
def show() -> Response:
    """For the addresses of ``server.metrics`` alone; for anybody else there is no such page."""
    if not is_watcher(request.remote_addr or "", campaign().config.server.metrics):
        raise NotFound
    lines = [line for gauge in metrics.read(session(), now=now()) for line in written(gauge)]
    return Response("\n".join(lines) + "\n", content_type=MEDIA_TYPE, headers={"Cache-Control": "no-store"})


def is_watcher(address: str, allowed: tuple[str, ...]) -> bool:
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv6Address):
        found = found.ipv4_mapped or found
    return any(found in ip_network(each, strict=False) for each in allowed)


def written(gauge: Gauge) -> Iterator[str]:
    name = f"campaign_{gauge.name}"
    yield f"# HELP {name} {gauge.meaning}"
    yield f"# TYPE {name} gauge"
    for label, value in gauge.values.items():
        yield f'{name}{{{STATE}="{label}"}} {value:.15g}' if label else f"{name} {value:.15g}"
