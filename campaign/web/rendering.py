"""The application's templates for what is no page: mails, in the language of their reader."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Flask, render_template
from flask_babel import force_locale

from campaign.mailing.composer import Render


def rendering(app: Flask) -> Render:
    """The application's templates, usable outside a request and in any language."""

    def render(template: str, language: str, values: Mapping[str, Any]) -> str:
        with app.app_context(), force_locale(language):
            return render_template(template, **values)

    return render
