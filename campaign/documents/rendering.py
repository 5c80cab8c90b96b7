"""From a Word template and values to the bytes of a document."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import TemplateError
from jinja2.sandbox import SandboxedEnvironment

from campaign import places
from campaign.config import Config
from campaign.errors import InvalidInput
from campaign.plaintext import printable

LONGEST_PROPERTY = 255
"""Letters of a property of a document (ECMA-376, part 2, section 8.3)."""


def render(name: str, values: Mapping[str, Any], config: Config) -> bytes:
    """The document ``name`` (such as "report") filled with the values; the agency's own template goes first.

    Raises ``InvalidInput`` for a template that an office has edited into something that cannot be filled.
    """
    file = _template(name, config)
    try:
        document = DocxTemplate(str(file))
        document.render(_printable(values), SandboxedEnvironment(autoescape=True), autoescape=True)
        document.docx.core_properties.title = printable(str(values.get("subject", "")))[:LONGEST_PROPERTY]
        written = io.BytesIO()
        document.save(written)
    except (TemplateError, KeyError, ValueError) as error:
        raise InvalidInput(
            "Mẫu văn bản {file} có chỗ không điền được: {reason}.", file=file.name, reason=str(error)[:200]
        ) from error
    return written.getvalue()


def _template(name: str, config: Config) -> Path:
    own = config.path(config.server.templates) / "documents" / f"{name}.docx" if config.server.templates else None
    return own if own is not None and own.is_file() else places.templates() / "documents" / f"{name}.docx"


def _printable(value: Any) -> Any:  # noqa: ANN401
    """The same values without characters that XML cannot hold."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Mapping):
        return {key: _printable(item) for key, item in value.items()}
    return [_printable(item) for item in value] if isinstance(value, Sequence) else value
