"""From a plan document to its duties and proposed events: values in, values out.

1. ``sandbox`` starts ``worker`` in a child process, which calls ``tasks``.
2. ``formats`` turns the file into text (``formats.extract``).
3. ``reader.read`` takes the text. ``text`` normalises it; ``document`` joins lines to paragraphs and table rows and
   gives each its heading, finds the head of the document, its title and where the body ends.
4. ``time`` finds the dates in a clause and resolves them to days of the calendar.
5. ``clauses`` splits a clause into statements, gives each a title, kind and date, and merges repeated mentions.
6. ``answer`` checks the JSON that comes back from the child.
"""

from __future__ import annotations

from campaign.reading.reader import read
from campaign.reading.time.spans import Day
from campaign.reading.values import Basis, Duty, Head, Kind, Proposal, Reading, Target

__all__ = ["Basis", "Day", "Duty", "Head", "Kind", "Proposal", "Reading", "Target", "read"]
