"""The supply chain: what a server installs, under which licences, and whether any of it is known to be unsafe.

    python -m tests.supply lock      # .docs/deploy/requirements.lock: every package with version and hashes
    python -m tests.supply licences  # .docs/deploy/licences.md
    python -m tests.supply sbom      # CycloneDX 1.6 as JSON, on standard output
    python -m tests.supply audit     # fails for a known weakness, and when it could not be asked about

Needs ``pip install -e '.[supply]'``; ``lock`` and ``audit`` need the internet.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
LOCK = TOP / ".docs/deploy/requirements.lock"
LICENCES = TOP / ".docs/deploy/licences.md"
PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)
ALLOWED = {
    "0BSD", "Apache", "BSD", "BSD-2-Clause", "BSD-3-Clause", "HPND", "ISC", "LGPL", "MIT", "MPL", "PSF", "Unlicense",
    "Zope Public",
}  # fmt: skip
"""Families of licences under which an agency may run and pass on what it installs beside this program."""


def run(name: str, *arguments: str) -> int:
    """A tool of this environment; its exit code."""
    surroundings = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run([name, *arguments], cwd=TOP, env=surroundings, check=False).returncode


def locked() -> dict[str, str]:
    """Version by name."""
    return dict(PINNED.findall(LOCK.read_text(encoding="utf-8")))


def wanted() -> list[str]:
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return list(project["dependencies"])


def lock() -> int:
    """For Python 3.11 and later, on every kind of machine; no address of a registry is written."""
    options = [
        "--universal",
        "--python-version",
        "3.11",
        "--generate-hashes",
        "--no-annotate",
        "--no-header",
        "--quiet",
    ]
    return run("uv", "pip", "compile", "pyproject.toml", "--upgrade", *options, "--output-file", str(LOCK))


def licence(name: str) -> str:
    """As the package's metadata say it, in few words."""
    try:
        about = distribution(name).metadata
    except PackageNotFoundError:
        return "?"
    said = about["License-Expression"] or ""
    named = [each.rpartition(" :: ")[2] for each in about.get_all("Classifier", []) if each.startswith("License")]
    return said or ", ".join(named) or (about["License"] or "?").splitlines()[0][:60]


def is_allowed(said: str) -> bool:
    return any(re.search(rf"\b{re.escape(family)}", said) for family in ALLOWED) or "Lesser General" in said


def licences() -> int:
    found = {name: licence(name) for name in locked()}
    lines = ["# Giấy phép của các gói được cài cùng · Licences of the packages installed with it", ""]
    lines += ["| gói · package | giấy phép · licence |", "| --- | --- |"]
    LICENCES.write_text("\n".join(lines + [f"| {name} | {said} |" for name, said in found.items()]) + "\n", "utf-8")
    strange = [name for name, said in found.items() if not is_allowed(said)]
    if strange:
        print("not known, or not allowed:", ", ".join(strange), file=sys.stderr)
    return int(bool(strange))


def sbom() -> int:
    return run("cyclonedx-py", "requirements", str(LOCK), "--pyproject", "pyproject.toml", "--output-reproducible")


def audit() -> int:
    return run(
        "pip-audit",
        "--requirement",
        str(LOCK),
        "--require-hashes",
        "--disable-pip",
        "--strict",
        "--progress-spinner",
        "off",
    )


if __name__ == "__main__":
    verbs = {"lock": lock, "licences": licences, "sbom": sbom, "audit": audit}
    if len(sys.argv) != 2 or sys.argv[1] not in verbs:
        sys.exit(__doc__)
    sys.exit(verbs[sys.argv[1]]())
