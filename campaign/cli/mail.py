"""``campaign mail test``: one mail to one address, over the configured server, with what the server said."""

from __future__ import annotations

import secrets
from contextlib import closing

import click
from flask import Flask

from campaign import clock
from campaign.cli.context import Context, pass_surroundings
from campaign.config import Config
from campaign.mailer.address import Address, parse_address
from campaign.mailer.connection import SealedMessage
from campaign.mailer.extension import Mail
from campaign.mailer.sealed import Draft, message_id, seal
from campaign.mailing.sender import mail_settings
from campaign.outcome import Accepted, Unreachable

TEXT = "Thư thử của lịch công tác, gửi từ {address}. Nhận được thư này là máy chủ thư đã được khai báo đúng."
FOUND_PROBLEMS = 1


@click.group()
def mail() -> None:
    pass


@mail.command()
@click.argument("address")
@click.pass_context
@pass_surroundings
def test(surroundings: Context, context: click.Context, address: str) -> None:
    """Gửi một thư thử đến ADDRESS và in trả lời của máy chủ thư."""
    config = surroundings.checked
    to = parse_address(address)
    with closing(Mail(Flask(__name__), mail_settings(config)).connect()) as connection:
        outcome = connection.attempt(SealedMessage(config.mail.sender_address, to, _letter(config, to)))
    where = config.mail.server or config.path(config.mail.folder)
    if isinstance(outcome, Accepted):
        click.echo(f"{where} đã nhận thư gửi {to}: {outcome.code} {outcome.text}")
        return
    said = str(outcome) if isinstance(outcome, Unreachable) else f"{getattr(outcome, 'code', '')} {outcome.text}"
    click.echo(f"{where} không nhận thư gửi {to}: {said.strip()}")
    context.exit(FOUND_PROBLEMS)


def _letter(config: Config, to: str) -> bytes:
    text = TEXT.format(address=config.server.base_url)
    draft = Draft(
        subject="Thư thử của lịch công tác",
        text=text + "\n",
        html=f"<p>{text}</p>",
        sender=Address(*config.sender),
        reply_to=None,
        list_id="",
        language="vi",
    )
    identifier = message_id("test", secrets.token_hex(8), config.mail.domain)
    return seal(draft).stamp(Address("", to), message_id=identifier, date=clock.now(), values={})
