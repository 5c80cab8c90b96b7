"""A house whose clock can be moved, and the mail that it sends about accounts."""

from __future__ import annotations

import email
import re
from datetime import datetime, timedelta
from email.message import Message
from pathlib import Path

from flask import Flask
from werkzeug.routing import AnyConverter, BaseConverter, Rule
from werkzeug.routing.converters import NumberConverter

from campaign import create_app
from campaign.config import Config
from campaign.db import Database
from campaign.engine import rendering
from campaign.mailing.accountmail import AccountMailSender
from tests.conftest import BASE_URL, Visitor

LINK = re.compile(rf"{re.escape(BASE_URL)}(/signin/link/[\w-]+)")


class Hour:
    """The time of day, which only a test moves."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def later(self, **span: float) -> None:
        self.at += timedelta(**span)


class Mailbox:
    """What the clock's next tick brings."""

    def __init__(self, app: Flask, folder: Path, hour: Hour) -> None:
        part = app.extensions["campaign"]
        self._post = AccountMailSender(part.config, part.database, rendering(app), app.extensions["mail"], clock=hour)
        self._folder = folder
        self._read: set[Path] = set()

    def new(self) -> list[Message]:
        self._post.deliver_due()
        files = sorted(set(self._folder.glob("*.eml")) - self._read, key=lambda file: file.stat().st_mtime_ns)
        self._read.update(files)
        return [email.message_from_bytes(file.read_bytes()) for file in files]

    def link(self) -> str:
        """The path of the link in the one new mail."""
        (message,) = self.new()
        found = LINK.search(text_of(message))
        assert found
        return found[1]


def text_of(message: Message) -> str:
    part = next(part for part in message.walk() if part.get_content_type() == "text/plain")
    return part.get_payload(decode=True).decode()


def application(config: Config, database: Database, hour: Hour) -> Flask:
    made = create_app(config, database, now=hour)
    made.testing = True
    made.test_client_class = Visitor
    return made


def one_of(converter: BaseConverter) -> str:
    """A word that the address takes."""
    return min(converter.items) if isinstance(converter, AnyConverter) else "khong-co"


def path(rule: Rule, known: dict[str, object]) -> str:
    """An address that the rule serves; ``known`` gives arguments behind which there is something."""
    values = {
        name: known.get(name, 1 if isinstance(converter, NumberConverter) else one_of(converter))
        for name, converter in rule._converters.items()
    }
    _host, address = rule.build(values) or ("", "")
    return address
