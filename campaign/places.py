"""Where the parts of the program that are not Python lie: in a checkout, an editable install and a wheel."""

from __future__ import annotations

from pathlib import Path


def package() -> Path:
    """The folder of the installed package; ``static``, ``translations`` and ``migrations`` are in it."""
    return Path(__file__).resolve().parent


def templates() -> Path:
    """The templates: beside the package in a checkout, so that they are at hand, and inside it in a wheel."""
    inside = package() / "templates"
    return inside if inside.is_dir() else package().parent / "templates"


def static() -> Path:
    return package() / "static"


def translations() -> Path:
    return package() / "translations"


def migrations() -> Path:
    return package() / "migrations"
