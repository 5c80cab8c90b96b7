"""The command line: ``campaign`` and ``python -m campaign``.

Bad input gets one clear sentence on stderr and exit code 2; a command that ran and found problems ends with 1. A
command's module is imported when that command runs, so that ``--help`` loads neither the web nor the database.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Final

import click

from campaign import __version__
from campaign.cli.complaints import sentence
from campaign.errors import CampaignError, InvalidInput
from campaign.plaintext import is_clean

BAD_INPUT = 2
INTERRUPTED = 130
CONFIG_HELP = "Tệp cấu hình (mặc định: campaign.toml trong thư mục hiện tại)."
COMMANDS: Final = {
    "demo": ("demo:demo", "Chạy thử với một năm mẫu: lịch, thư nhắc và hộp thư, trong một thư mục tạm."),
    "init": ("init:init", "Tạo campaign.toml với khóa bí mật mới và cơ sở dữ liệu trống trong thư mục hiện tại."),
    "admin": ("init:admin", "In liên kết một lần, qua đó người có địa chỉ thư này trở thành quản trị viên."),
    "run": ("run:run", "Nâng cấp cơ sở dữ liệu, rồi chạy trang web, đồng hồ và gửi thư trong một tiến trình."),
    "web": ("run:web", "Chỉ chạy trang web (dùng với PostgreSQL, cùng lệnh “campaign worker”)."),
    "worker": ("run:worker", "Chỉ chạy đồng hồ và gửi thư (dùng với PostgreSQL, cùng lệnh “campaign web”)."),
    "migrate": ("run:migrate", "Tạo hoặc nâng cấp cơ sở dữ liệu."),
    "check": ("check:check", "Kiểm tra mọi thiết lập và môi trường; liệt kê từng vấn đề."),
    "mail": ("mail:mail", "Thử gửi thư: “campaign mail test ĐỊA-CHỈ”."),
    "import": ("importing:importing", "Nhập kế hoạch, danh sách thành viên, lịch từ tệp."),
    "reader": ("reader:reader", "Đánh giá việc đọc kế hoạch: “campaign reader evaluate”."),
    "feed": ("feed:feed", "Xuất lịch iCal, đúng từng byte như trang web cung cấp."),
    "report": ("reporting:report", "Lập báo cáo của kỳ PERIOD (2027, 2027-H1, 2027-Q3, 2027-06 …) thành tệp Word."),
    "backup": ("backup:backup", "Sao lưu vào FILE, khi đang chạy cũng được: cơ sở dữ liệu, cấu hình, khóa bí mật."),
    "restore": ("backup:restore", "Khôi phục từ bản sao lưu FILE; mọi thư được giữ lại đến khi có người cho gửi."),
    "affected": ("affected:affected", "Khi lộ dữ liệu cá nhân: lập danh sách những người bị ảnh hưởng để thông báo."),
    "reconcile": ("reconciliation:reconcile", "Đối soát: đã lập = đã gửi + quá hạn + không gửi + thất bại + đang chờ."),
    "roll": (
        "rolling:roll",
        "Lập bản nháp của năm YEAR từ các hoạt động của năm trước; chưa gửi gì trước khi xác nhận.",
    ),
}
"""Each command: its module and name there, and its help."""


class Commands(click.Group):
    """The commands of ``COMMANDS``, each imported when it is first asked for."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name in COMMANDS and name not in self.commands:
            place, help_text = COMMANDS[name]
            module, _, function = place.partition(":")
            command = getattr(import_module(f"campaign.cli.{module}"), function)
            command.help = help_text
            _take_config_after(command)
            self.add_command(command, name)
        return super().get_command(context, name)

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(context, arguments)
        except click.NoSuchCommand as error:  # click knows only what was imported so far
            raise click.NoSuchCommand(error.command_name, possibilities=COMMANDS, ctx=context) from None

    def format_commands(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, help_text) for name, (_place, help_text) in COMMANDS.items()])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--config", "config_file", metavar="FILE", envvar="CAMPAIGN_CONFIG", help=CONFIG_HELP)
@click.version_option(__version__)
@click.pass_context
def campaign(context: click.Context, config_file: str | None) -> None:
    """Kế hoạch năm của cơ quan tự vận hành: lịch, thư nhắc, báo cáo, bản nháp của năm sau."""
    context.obj = config_file


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
        context.obj = file


def main(arguments: list[str] | None = None) -> None:
    """Run one command and leave the process with its exit code."""
    try:
        _refuse_invisible(sys.argv[1:] if arguments is None else arguments)
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


def _refuse_invisible(arguments: list[str]) -> None:
    """What was typed becomes names and addresses: nothing in it may be invisible, but for bytes of a file's name."""
    for text in arguments:
        if not is_clean(os.fsencode(text).decode("utf-8", "replace")):
            raise InvalidInput("Tham số có ký tự điều khiển hoặc ký tự không nhìn thấy: {text}.", text=ascii(text))


def _complain(sentence: str) -> None:
    click.echo(f"campaign: {sentence}", err=True)
