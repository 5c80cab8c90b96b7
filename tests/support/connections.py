"""Connections of Flask-Mail with our settings."""

from __future__ import annotations

from flask import Flask

from campaign.mailer.connection import Connection
from campaign.mailer.extension import Mail
from campaign.mailer.settings import MailSettings


def connect(settings: MailSettings, **options) -> Connection:
    return Mail(Flask("test"), settings).connect(**options)


def folder(path, **options) -> Connection:
    return connect(MailSettings(folder=path), **options)
