"""The door for the command line: ``campaign`` and ``python -m campaign``.

Bad input gets one clear sentence on stderr and exit code 2; a command that ran and found problems ends with 1.
"""

from __future__ import annotations

import sys

import click

from campaign import __version__
from campaign.cli import accounts, check, demo, feed, importing, init, reconciliation, rolling, run
from campaign.cli.complaints import sentence
from campaign.cli.context import CONFIG_HELP, Context
from campaign.errors import CampaignError

BAD_INPUT = 2
INTERRUPTED = 130


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--config", "config_file", metavar="FILE", envvar="CAMPAIGN_CONFIG", help=CONFIG_HELP)
@click.version_option(__version__)
@click.pass_context
def campaign(context: click.Context, config_file: str | None) -> None:
    """Kế hoạch năm của cơ quan tự vận hành: lịch, thư nhắc, trả lời, báo cáo."""
    context.obj = Context(config_file)


for command in (
    *demo.COMMANDS,
    *init.COMMANDS,
    *accounts.COMMANDS,
    *run.COMMANDS,
    *check.COMMANDS,
    *importing.COMMANDS,
    *feed.COMMANDS,
    *reconciliation.COMMANDS,
    *rolling.COMMANDS,
):
    campaign.add_command(command)


def _take_config_after(command: click.Command) -> None:
    """``campaign check --config FILE`` is ``campaign --config FILE check``: people write the option at either place."""
    command.params.append(
        click.Option(
            ["--config"], metavar="FILE", expose_value=False, callback=_with_config, help="Như --config trước tên lệnh."
        )
    )
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        _take_config_after(inner)


def _with_config(context: click.Context, _parameter: click.Parameter, file: str | None) -> None:
    if file:
        context.obj = Context(file)


for command in campaign.commands.values():
    _take_config_after(command)


def main(arguments: list[str] | None = None) -> None:
    """Run one command and leave the process with its exit code."""
    try:
        code = campaign.main(arguments, prog_name="campaign", standalone_mode=False)
    except CampaignError as error:
        _complain(error.message)
        code = BAD_INPUT
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        code = BAD_INPUT
    except click.ClickException as error:
        _complain(sentence(error))
        code = BAD_INPUT
    except (click.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    except BrokenPipeError:
        code = 1
    sys.exit(code if isinstance(code, int) else 0)


def _complain(sentence: str) -> None:
    click.echo(f"campaign: {sentence}", err=True)
