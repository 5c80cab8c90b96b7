"""What a server installs is pinned, hashed and licensed, and the audit never says yes without having asked."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest
from packaging.requirements import Requirement
from support.source import ROOT

from tests import supply

CLOSED = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"), "http://127.0.0.1:9")


def asked(verb: str, **surroundings: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.supply", verb]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **surroundings}, capture_output=True, text=True, check=False
    )


@pytest.mark.requirement("S61")
def test_every_dependency_is_locked_to_a_version_that_fits() -> None:
    locked = supply.locked()
    for requirement in map(Requirement, supply.wanted()):
        name = requirement.name.lower()
        assert requirement.specifier.contains(locked[name]), f"{requirement}: python -m tests.supply lock"


@pytest.mark.requirement("S61")
def test_every_locked_package_has_hashes_and_no_registry_is_named() -> None:
    text = supply.LOCK.read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z])", text.strip())
    assert len(entries) == len(supply.locked())
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text


@pytest.mark.requirement("S61")
def test_every_locked_package_has_a_licence_that_may_be_used() -> None:
    rows = [line.split(" | ") for line in supply.LICENCES.read_text(encoding="utf-8").splitlines()[4:]]
    listed = {name.strip("| "): said.strip(" |") for name, said in rows}
    assert list(listed) == list(supply.locked()), "python -m tests.supply licences"
    assert [name for name, said in listed.items() if not supply.is_allowed(said)] == []
    assert supply.is_allowed("GPL-3.0-only") is supply.is_allowed("Proprietary") is supply.is_allowed("?") is False


@pytest.mark.requirement("S61")
def test_bill_of_materials_has_every_locked_package_with_its_hashes() -> None:
    found = asked("sbom")
    bill = json.loads(found.stdout)
    assert bill["bomFormat"] == "CycloneDX"
    assert {part["name"]: part["version"] for part in bill["components"]} == supply.locked()
    assert all(part["externalReferences"][0]["hashes"] for part in bill["components"])


@pytest.mark.requirement("S61")
def test_audit_fails_when_it_could_not_ask() -> None:
    found = asked("audit", **CLOSED)
    assert found.returncode != 0
    assert "No known vulnerabilities" not in found.stdout + found.stderr
