"""Head, date line, distribution list and signature of an official document (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""

from __future__ import annotations

from datetime import date
from typing import Any

from campaign.config import Config
from campaign.dates import wording
from campaign.dates.written import plain
from campaign.models import Plan

BLANK = "     "
"""Room for the day that the clerk writes in."""


def frame(config: Config, plan: Plan | None, *, today: date, kind: str) -> dict[str, Any]:
    """The values of head and foot. ``kind``: the abbreviation of the type, such as "BC" for a report."""
    organisation = config.organisation
    committee = organisation.body
    return {
        "superior": organisation.name if committee else organisation.superior,
        "issuer": organisation.sender,
        "symbol": symbol(organisation.symbol, kind),
        "place": organisation.place or "……",
        "dated": f"ngày{BLANK}{wording.month_name(today.month)} năm {today.year}",
        "year": today.year,
        "recipients": [line for line in (plan.recipients if plan else ()) if not plain(line).startswith("luu")],
        "authority": [f"TM. {committee}", "Trưởng ban"] if committee else [plan.signer_title if plan else ""],
        "signer": plan.signer_name if plan else "",
    }


def symbol(configured: str, kind: str) -> str:
    """``BC-VSTBPN`` from ``KH-VSTBPN`` or ``VSTBPN``: the type of the document before the issuer's own letters."""
    issuer = configured.rpartition("-")[2] or "…"
    return f"{kind}-{issuer}"
