"""The door for the command line: ``campaign`` and ``python -m campaign``.

Bad input gets one clear sentence on stderr and exit code 2; a command that ran and found problems ends with 1.
"""

from __future__ import annotations

import sys

import click

from campaign import __version__
from campaign.cli import accounts, check, demo, feed, importing, init, ledger, rolling, run
from campaign.cli.context import CONFIG_HELP, Context
from campaign.errors import CampaignError

BAD_INPUT = 2
INTERRUPTED = 130


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--config", "config_file", envvar="CAMPAIGN_CONFIG", type=click.Path(), help=CONFIG_HELP)
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
    *ledger.COMMANDS,
    *rolling.COMMANDS,
):
    campaign.add_command(command)


def main(arguments: list[str] | None = None) -> None:
    """Run one command and leave the process with its exit code."""
    try:
        code = campaign.main(arguments, prog_name="campaign", standalone_mode=False)
    except CampaignError as error:
        _complain(error.message)
        code = BAD_INPUT
    except click.ClickException as error:
        _complain(error.format_message())
        code = BAD_INPUT
    except (click.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    except BrokenPipeError:
        code = 1
    sys.exit(code if isinstance(code, int) else 0)


def _complain(sentence: str) -> None:
    click.echo(f"campaign: {sentence}", err=True)
