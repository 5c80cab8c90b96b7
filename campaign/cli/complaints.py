"""What the command line could not make sense of, as one Vietnamese sentence each."""

from __future__ import annotations

from functools import singledispatch

import click


@singledispatch
def sentence(error: click.ClickException) -> str:
    """The sentence for an error of click."""
    return error.format_message()


@sentence.register
def _(error: click.UsageError) -> str:
    return f"Lệnh viết chưa đúng ({error.format_message()}); xem “{_path(error)} --help”."


@sentence.register
def _(error: click.NoSuchCommand) -> str:
    return f"Không có lệnh “{error.command_name}”{_near(error.possibilities)}; xem “{_path(error)} --help”."


@sentence.register
def _(error: click.NoSuchOption) -> str:
    return f"Không có tùy chọn {error.option_name}{_near(error.possibilities)}; xem “{_path(error)} --help”."


@sentence.register
def _(error: click.BadOptionUsage) -> str:
    return f"Tùy chọn {error.option_name} cần một giá trị; xem “{_path(error)} --help”."


@sentence.register
def _(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.IntRange):
        return f"{_name(error)} phải là một số nguyên từ {kind.min} đến {kind.max}."
    return f"{_name(error)} có giá trị chưa đúng ({error.message})."


@sentence.register
def _(error: click.MissingParameter) -> str:
    return f"Còn thiếu {_name(error)}; xem “{_path(error)} --help”."


def _name(error: click.BadParameter) -> str:
    """How the reader writes it: ``FILE``, ``--port``."""
    if error.param is None:
        return "giá trị"
    return error.param.opts[-1] if isinstance(error.param, click.Option) else error.param.make_metavar(_context(error))


def _context(error: click.UsageError) -> click.Context:
    return error.ctx or click.Context(click.Command("campaign"))


def _path(error: click.UsageError) -> str:
    return error.ctx.command_path if error.ctx else "campaign"


def _near(possibilities: object) -> str:
    names = list(possibilities) if isinstance(possibilities, list | tuple) else []
    return f", gần nhất là {names[0]}" if names else ""
