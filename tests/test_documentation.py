"""What is promised in words is there: every option is explained, every command that the README names exists."""

from __future__ import annotations

import re
import tomllib

import pytest
from support.source import ROOT

from campaign.config import EXAMPLE_KEY, load, options

EXAMPLE = ROOT / "config.example.toml"
README = ROOT / "README.md"


def example() -> dict[str, dict[str, object]]:
    return tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))


def test_example_loads() -> None:
    config = load(EXAMPLE, {})
    assert config.server.secret_key == EXAMPLE_KEY


def test_example_lists_every_option_and_no_other() -> None:
    listed = [(section, option) for section, table in example().items() for option in table]
    assert listed == [(section, option) for section, option, _default in options()]


@pytest.mark.parametrize(("section", "option", "default"), [each for each in options() if each[1] != "secret_key"])
def test_example_shows_the_default(section: str, option: str, default: object) -> None:
    shown = example()[section][option]
    assert (tuple(shown) if isinstance(shown, list) else shown) == default


def test_example_explains_every_option() -> None:
    silent = [
        line
        for line in EXAMPLE.read_text(encoding="utf-8").splitlines()
        if re.match(r"\w+ = ", line) and not re.search(r"#.*\w", line)
    ]
    assert silent == []
