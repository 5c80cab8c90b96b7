# ruff: noqa: E501 - lines of the document
"""``.docs/SECURITY.md`` says what holds and which test shows it; it is written from the marks on the tests.

``python -m tests.test_security_document`` writes it anew.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCUMENT = ROOT / ".docs" / "SECURITY.md"

HEAD = """\
# Security

**Báo lỗ hổng · Reporting.** Write to the administrator of the agency's installation, in private, with the steps that
show it; never in a public place. You get an answer within two working days; what is of high severity is mended within seven
days, and whoever reported it is named if they wish. Supported: the newest released version; there are no earlier lines.

**What is promised.** No page, feed or mail shows anything to somebody whom the table of routes and groups does not allow;
links in mail act only after a button is pressed; a foreign file can at worst be refused; nobody reads a password or a key in
the database, a log or a backup. **What is not promised:** protection from whoever administers the machine, from a mail server
that reads what it carries, or from a member who passes a personal address on.

Each line below is a requirement (ASVS 5.0, level 2, and what attacks on comparable systems taught), and the tests that carry
its mark. This file is written from those marks: `python -m tests.test_security_document`.

| | requirement | met by |
| --- | --- | --- |
"""

REQUIREMENTS = {
    "S1": "Sessions at the server, new key at sign-in, ended at once by five events",
    "S2": "Cookies out of reach; 30 minutes of rest, 12 hours in all",
    "S3": "Argon2id, rehashed when parameters rise, two at once",
    "S4": "Passwords by length and rarity, never the agency's name",
    "S5": "Second factor, each code once, recovery codes hashed",
    "S6": "Mailed links: short, once, bound to the browser that asked",
    "S7": "Nobody learns who has an account, by text or by time",
    "S8": "No default account and no default key; no key alone signs in",
    "S9": "Handing out rights asks for a recent sign-in",
    "S10": "Tries counted in the database for all instances; nobody is locked out by strangers",
    "S11": "Forwarded headers only from configured proxies",
    "S12": "Limits for mails that a person can set off",
    "S14": "Every route says who may use it, or the start is refused; matrix of all cells",
    "S15": "Limited to groups: nothing of another group, anywhere",
    "S16": "Uploads belong to one person and end after an hour",
    "S17": "What is half done is not public",
    "S18": "Form token and origin on every route that changes something",
    "S19": "Only the fields of a form are read",
    "S20": "GET, HEAD and OPTIONS change nothing",
    "S21": "One-click unsubscribe (RFC 8058)",
    "S22": "A key opens one purpose; a changed bit opens nothing",
    "S23": "Pages of mailed links do not tell whose they are",
    "S24": "Who stopped mail gets none, what waits included",
    "S25": "Mass actions show exact counts first",
    "S26": "Feed keys hashed, shown once, replaced at once",
    "S27": "Ways back never leave the site",
    "S28": "No key, address or password in logs and metrics",
    "S29": "Cache headers of public and personal feeds",
    "S30": "No value becomes a mail header",
    "S31": "Address grammar; one recipient a mail",
    "S32": "Mail templates: fixed places, one pass; no text becomes a secret link",
    "S33": "TLS to the mail server, verified, never downgraded",
    "S34": "Links come from the configuration, never from a Host header",
    "S36": "Text is shown as text; strict content policy",
    "S37": "No cell becomes a formula",
    "S38": "Calendars parse alike in independent readers",
    "S39": "One function cleans every input",
    "S40": "Words of a mail server cannot forge log lines",
    "S41": "Security headers on every route and status",
    "S42": "Desk pages in no cache; leaving clears the browser",
    "S43": "Error pages tell nothing of the inside",
    "S44": "campaign check names unsafe settings; run refuses what check refuses",
    "S45": "Not the development server; smuggled requests refused",
    "S46": "Metrics and readiness tell nobody names",
    "S47": "Least privilege at the operating system and the database",
    "S50": "Size limits before parsing",
    "S51": "Zip bombs, overlaps, lying sizes",
    "S52": "No DTD, no external entity",
    "S53": "Every foreign file in a limited child process; pages go on meanwhile",
    "S54": "Rows, cells, components, rules are bounded",
    "S55": "No path from a user",
    "S56": "No import from an address",
    "S57": "Imports: preview, confirmation by hash, undo for a day",
    "S58": "Audit log of decisions, sign-ins, rights, exports",
    "S59": "Personal data: export, correction, objection, erasure, breach",
    "S60": "Lowest versions of the runtime",
    "S61": "Pinned dependencies and an audit that fails when it could not check",
    "S62": "This document",
    "S63": "Banned calls, no stored SQL or markup",
    "S64": "Each mended hole has a named test",
    "F1": "Import readers under hostile files",
    "F2": "HTTP surface under random requests",
    "F3": "Outbox against a model",
    "F4": "Round trips of any text",
    "F5": "Mail builder under random values",
    "F6": "Recurrence against an oracle",
    "F7": "Changed tokens",
    "F8": "Random configuration",
    "F9": "Random redirects and hosts",
}
OTHERWISE = {
    "S17": "imports are one transaction: half of one never exists; and",
    "S25": "previews are the act, rolled back, so counts are exact; a second person above 500 is not asked for",
    "S44": "tests of the command line",
    "S45": "waitress serves, with a stricter parser; and",
    "S47": "user, umask and file modes are described for operators; separate database roles are not set up",
    "S55": "no route stores or opens a file by a name from outside",
    "S56": "not applicable: there is no such feature",
    "S58": "entries are only added; a hash chain is still to be built; and",
    "S59": "correction and objection (no reminders) are acts of the register; the record of processing is [PRIVACY.md](PRIVACY.md); and",
    "S60": "`campaign check` names a Python with known faults in its mail package; own guards do not rely on newer versions, the tests pass on 3.11.7",
    "S62": "this file",
    "S64": "tests named after their defect in tests/accounts/test_defences.py, tests/web/test_scoping.py, tests/registers/test_hostile_tables.py, tests/test_refusals.py, tests/test_clockguard.py, tests/web/desk",
    "F1": "hypothesis instead of a fuzzer's millions (a sample each run, the count by a named command), 60 built files of three formats; and",
    "F2": "routes × huge numbers and years in tests/accounts/test_defences.py; no schema-driven fuzzer yet",
    "F3": "tests/chaos: kills, stops and power cuts of both databases; 200 cuts by CAMPAIGN_CUTS=200",
    "F4": "hypothesis on cleaned text; spreadsheets in tests/registers",
    "F6": "tests/dates against dateutil",
}


def marks() -> dict[str, list[str]]:
    """The tests that carry the mark of each requirement, as ``file::name``."""
    found = defaultdict(list)
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                for mark in node.decorator_list:
                    if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.requirement":
                        for each in mark.args:
                            found[ast.literal_eval(each)].append(f"`{path.relative_to(ROOT / 'tests')}::{node.name}`")
    return found


def document() -> str:
    found = marks()
    lines = []
    for key, words in REQUIREMENTS.items():
        shown = [OTHERWISE[key]] if key in OTHERWISE else []
        shown += [", ".join(found[key])] if found[key] else []
        lines.append(f"| {key} | {words} | {' '.join(shown)} |")
    return HEAD + "\n".join(lines) + "\n"


def test_document_is_current() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document(), "run python -m tests.test_security_document"


def test_every_requirement_has_a_test_or_a_reason() -> None:
    found = marks()
    assert [key for key in REQUIREMENTS if not found[key] and key not in OTHERWISE] == []
    assert set(found) - {""} <= set(REQUIREMENTS)


if __name__ == "__main__":
    DOCUMENT.write_text(document(), encoding="utf-8")
