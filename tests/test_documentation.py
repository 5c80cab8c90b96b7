"""What is promised in words is there: every option is explained, every command that the README names exists."""

from __future__ import annotations

import re
import tomllib

import click
import pytest
from support.source import ROOT

from campaign.cli import campaign
from campaign.config import EXAMPLE_KEY, load, options

COMMAND = re.compile(r"(?:^|[\s`/])(?<!from )campaign((?: [a-z]+)+)")
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


def commands() -> set[str]:
    """``campaign import members`` and the like, wherever the README writes them as code."""
    code = re.findall(r"^ {4}.*$|```.*?```|`[^`\n]+`", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return {match[1].strip() for part in code for match in COMMAND.finditer(part)}


def test_commands_of_the_readme_exist() -> None:
    named = commands()
    assert "demo" in named
    for words in named:
        command: click.Command = campaign
        for word in words.split():
            if not isinstance(command, click.Group):
                break  # the rest are arguments
            found = command.get_command(click.Context(command), word)
            assert found, f"README.md: campaign {words}"
            command = found


def test_readme_names_both_commands() -> None:
    text = README.read_text(encoding="utf-8")
    assert "python3 -m venv .venv && .venv/bin/pip install -e . && .venv/bin/campaign demo" in text
    assert "sh tests/run.sh" in text


def test_files_of_the_readme_exist() -> None:
    linked = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", README.read_text(encoding="utf-8"))
    assert [name for name in linked if not (ROOT / name).exists()] == []


def test_where_things_go_exists() -> None:
    """Every file that the architecture part points to is there."""
    part = README.read_text(encoding="utf-8").partition("Where things go")[2].partition("Where this differs")[0]
    named = re.findall(r"`((?:campaign|templates)/[^`]+)`", part)
    assert len(named) > 10
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_rehearsal_on_a_fresh_machine_finds_the_blocks_that_it_runs():
    script = (ROOT / "tests/deployment/fresh_machine.sh").read_text(encoding="utf-8")
    guide = (ROOT / ".docs/deploy/README.md").read_text(encoding="utf-8")
    wanted = re.findall(r"\bblock '([^']+)'", script)
    assert len(wanted) == 4
    for heading in wanted:
        assert re.search(r"\n    \S", guide.partition(heading)[2]), heading
