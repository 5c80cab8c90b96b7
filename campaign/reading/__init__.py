"""From a plan document to its duties and proposed events: values in, values out.

``read`` takes the text of a document and gives its ``Reading``. How the rooms follow each other: ``text``
levels the letters, ``lines`` and ``tables`` put torn lines together, ``outline`` numbers them, ``head`` and
``bases`` take away what only frames the plan, ``grammar`` and ``times`` find the dates, ``statements`` and
``titles`` the words that belong to them, ``proposals`` joins it all.
"""

from __future__ import annotations

from campaign.reading.reader import read
from campaign.reading.spans import Day
from campaign.reading.values import Basis, Duty, Head, Kind, Proposal, Reading, Target

__all__ = ["Basis", "Day", "Duty", "Head", "Kind", "Proposal", "Reading", "Target", "read"]
