"""``--host`` and ``--port``, and the sockets, opened before anything else is done: a taken port changes nothing."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

import click
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.server import create_server

from campaign.errors import InvalidInput


def where(command: Callable[..., None]) -> Callable[..., None]:
    """The options of a command that serves pages; without them, the configuration says where."""
    host = click.option("--host", help="Địa chỉ lắng nghe (mặc định: server.host, 127.0.0.1).")
    port = click.option("--port", type=click.IntRange(0, 65535), help="Cổng lắng nghe (mặc định: server.port, 8000).")
    return host(port(command))


def listen(host: str, port: int) -> list[socket.socket]:
    """One socket for each address of ``host``, all on one port; ``port`` 0 takes any free one.

    Raises ``InvalidInput`` for a host that is not this machine and for a port that cannot be had.
    """
    try:
        found = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError):
        raise InvalidInput("--host: không có địa chỉ nào tên {host}.", host=host) from None
    with ExitStack() as opened:
        sockets = []
        for family, kind, protocol, _name, address in dict.fromkeys(found):
            one = opened.enter_context(socket.socket(family, kind, protocol))
            _bind(one, (address[0], port, *address[2:]), host)
            port = port or one.getsockname()[1]
            sockets.append(one)
        opened.pop_all()
    return sockets


def _bind(one: socket.socket, address: tuple[object, ...], host: str) -> None:
    one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if one.family == socket.AF_INET6:
        one.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)  # the same port of IPv4 has a socket of its own
    try:
        one.bind(address)
        one.listen()  # only now is a port that another program listens on refused
    except OSError as error:
        raise _refusal(error, host, address[1]) from None


def _refusal(error: OSError, host: str, port: object) -> InvalidInput:
    if error.errno == errno.EADDRINUSE:
        return InvalidInput("Cổng {port} trên {host} đang có chương trình khác dùng; hãy chọn cổng khác bằng --port.",
                            port=port, host=host)  # fmt: skip
    if error.errno == errno.EACCES:
        return InvalidInput("Không có quyền mở cổng {port}; hãy chọn một cổng từ 1024 trở lên bằng --port.", port=port)
    if error.errno == errno.EADDRNOTAVAIL:
        return InvalidInput("--host: {host} không phải là địa chỉ của máy này.", host=host)
    return InvalidInput("Không mở được cổng {port} trên {host}: {reason}.", port=port, host=host, reason=error.strerror)


class StrictParser(HTTPRequestParser):
    def parse_header(self, header_plus: bytes) -> None:
        super().parse_header(header_plus)
        lines = [line.partition(b":") for line in header_plus.split(b"\r\n")[1:]]
        encodings = [value.strip(b" \t").lower() for name, _, value in lines if name.upper() == b"TRANSFER-ENCODING"]
        lengths = [value for name, _, value in lines if name.upper() == b"CONTENT-LENGTH"]
        is_folded = any(name[:1] in (b" ", b"\t") for name, _, _value in lines)
        is_chunked_once = encodings == [b"chunked"] and self.version == "1.1"
        if is_folded or len(encodings) + len(lengths) > 1 or (encodings and not is_chunked_once):
            raise ParsingError("A request has one length and no folded lines.")


def strict_server(app: Any, **options: Any) -> Any:  # noqa: ANN401 - waitress has no types
    """A server of waitress that refuses them."""
    HTTPChannel.parser_class = StrictParser
    return create_server(app, **options)
