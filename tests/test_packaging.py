"""A checkout, an editable install and a wheel are the same program: each has its templates, words and pictures."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from support.source import ROOT

PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
BUILD = ("--no-deps", "--no-build-isolation", "--no-index")
LOOK = """
import json, tempfile
from datetime import UTC, datetime
from dataclasses import replace
from pathlib import Path
from campaign import create_app, migrate, places, schema
from campaign.config import Config, DatabaseSettings, Server
from campaign.db import Database

folder = Path(tempfile.mkdtemp())
database = Database(f"sqlite:///{folder}/campaign.db")
made = migrate.migrate(database)
config = replace(Config(), server=Server(secret_key="0123456789abcdef" * 2), folder=folder)
visitor = create_app(config, database, now=lambda: datetime(2027, 3, 1, tzinfo=UTC)).test_client()
page = visitor.get("/", base_url="http://127.0.0.1:8000", follow_redirects=True)
style = visitor.get("/static/style.css", base_url="http://127.0.0.1:8000")
database.dispose()
print(json.dumps({
    "package": str(places.package()),
    "templates": sorted(str(path.relative_to(places.templates())) for path in places.templates().rglob("*.*")),
    "static": sorted(path.name for path in places.static().iterdir()),
    "catalogues": sorted(str(path.relative_to(places.translations())) for path in places.translations().rglob("*.po")),
    "head": schema.head(),
    "made": made,
    "answers": [page.status_code, style.status_code],
}))
"""


@dataclass(frozen=True)
class Place:
    """A Python that can import the program from somewhere, and the folder to run it in."""

    python: Path
    folder: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        surroundings = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        return subprocess.run(
            [self.python, *arguments], cwd=self.folder, env=surroundings, capture_output=True, text=True, check=False
        )


@cache
def look(place: Place) -> dict:
    done = place.run("-c", LOOK)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def environment(folder: Path, *what: str) -> Path:
    """A fresh environment with one thing installed; the libraries are those of the tests."""
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    libraries = next(folder.glob("lib/python*/site-packages"))
    (libraries / "libraries.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    subprocess.run([*PIP, "--python", python, "install", *BUILD, *what], check=True, capture_output=True)
    return python


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([*PIP, "wheel", *BUILD, "--wheel-dir", folder, ROOT], check=True, capture_output=True)
    return next(folder.glob("campaign-*.whl"))


@pytest.fixture(scope="module")
def checkout() -> Place:
    return Place(Path(sys.executable), ROOT)


@pytest.fixture(scope="module")
def editable(tmp_path_factory: pytest.TempPathFactory) -> Place:
    folder = tmp_path_factory.mktemp("editable")
    return Place(environment(folder / "env", "--editable", str(ROOT)), folder)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Place:
    folder = tmp_path_factory.mktemp("installed")
    return Place(environment(folder / "env", str(wheel)), folder)


def test_checkout_and_editable_install_are_the_same(checkout: Place, editable: Place) -> None:
    found = look(editable)
    assert found["package"] == str(ROOT / "campaign")
    assert found["answers"] == [200, 200]
    assert found == look(checkout)


def test_wheel_has_all_that_the_checkout_has(checkout: Place, installed: Place) -> None:
    ours, theirs = look(checkout), look(installed)
    assert Path(theirs["package"]).is_relative_to(installed.folder)
    assert {"base.html", "mail/base.txt"} <= set(theirs["templates"])
    assert theirs | {"package": ours["package"]} == ours


def test_wheel_holds_the_program_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"campaign"}
    assert [name for name in names if "__pycache__" in name or name.endswith((".pyc", ".db", ".orig"))] == []
    assert [name for name in names if name.startswith("campaign/migrations/versions/")]
    assert "campaign/config.example.toml" in names  # every option is explained where the program is installed


@pytest.mark.parametrize("where", ["checkout", "editable", "installed"])
def test_command_runs(where: str, request: pytest.FixtureRequest) -> None:
    place: Place = request.getfixturevalue(where)
    done = place.run("-m", "campaign", "--version")
    assert (done.returncode, done.stderr) == (0, "")
    script = place.python.parent / "campaign"
    assert where == "checkout" or script.exists()
