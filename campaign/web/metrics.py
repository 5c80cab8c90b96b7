"""``/metrics``: outbox, requests and build in the text format of Prometheus (0.0.4). No names, no addresses."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv6Address, ip_address, ip_network

from flask import Blueprint, Response, request
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily, Metric
from werkzeug.exceptions import NotFound

from campaign import __version__, schema
from campaign.sending import metrics
from campaign.web import policy, requestlog
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
    registry = CollectorRegistry(auto_describe=False)
    registry.register(OutboxMetrics())
    body = generate_latest(registry) + generate_latest(requestlog.REGISTRY)
    return Response(body, content_type=MEDIA_TYPE, headers={"Cache-Control": "no-store"})


def is_watcher(address: str, allowed: tuple[str, ...]) -> bool:
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv6Address):
        found = found.ipv4_mapped or found
    return any(found in ip_network(each, strict=False) for each in allowed)


class OutboxMetrics:
    """Asked at each visit, so the figures are of this moment."""

    def collect(self) -> Iterator[Metric]:
        build = InfoMetricFamily("campaign_build", "The program.")
        build.add_metric([], {"version": __version__, "schema": schema.head()})
        yield build
        for gauge in metrics.read(session(), now=now()):
            labels = [] if "" in gauge.values else [STATE]
            family = GaugeMetricFamily(f"campaign_{gauge.name}", gauge.meaning, labels=labels)
            for label, value in gauge.values.items():
                family.add_metric([label] if label else [], value)
            yield family
