"""What the server takes from clients before any route is asked."""

from __future__ import annotations

import socket
import threading
import time

import pytest
from waitress.server import create_server

from campaign.cli.run import LIMITS, THREADS

pytestmark = pytest.mark.only("sqlite")


@pytest.fixture
def port(app):
    server = create_server(app, host="127.0.0.1", port=0, threads=THREADS, **LIMITS)
    thread = threading.Thread(target=server.run)
    thread.start()
    yield server.effective_port
    server.close()
    server.task_dispatcher.shutdown()
    thread.join(5)


def answer_to(port: int, request: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as link:
        link.sendall(request)
        return link.recv(200)


@pytest.mark.requirement("S50")
def test_body_larger_than_any_route_takes_is_refused_before_it_is_spooled(port) -> None:
    began = time.monotonic()
    said = answer_to(
        port, b"POST /signin/link HTTP/1.1\r\nHost: lich.example.org\r\nContent-Length: 1000000000\r\n\r\n"
    )
    assert said.startswith(b"HTTP/1.1 413")
    assert time.monotonic() - began < 3


@pytest.mark.requirement("S50")
def test_slow_clients_hold_up_nobody(port) -> None:
    """Two hundred send a byte of their headers and rest; the next one is answered all the same."""
    slow = [socket.create_connection(("127.0.0.1", port), timeout=10) for _ in range(200)]
    for link in slow:
        link.send(b"G")
    began = time.monotonic()
    said = answer_to(port, b"GET /healthz HTTP/1.1\r\nHost: lich.example.org\r\nConnection: close\r\n\r\n")
    assert said.startswith(b"HTTP/1.1 200")
    assert time.monotonic() - began < 3
    for link in slow:
        link.close()


@pytest.mark.requirement("S45")
@pytest.mark.parametrize(
    "headers",
    [
        b"Content-Length: 5\r\nContent-Length: 6", b"Content-Length: +5", b"Content-Length: 5, 5",
        b"Content-Length: -1",
        b"Content-Length: 0x5", b"Transfer-Encoding: xchunked",
        b"Transfer-Encoding: chunked, identity", b"Transfer-Encoding : chunked", b"X: a\nContent-Length: 5",
    ],
)  # fmt: skip
def test_request_of_two_readings_is_refused_or_ends_the_connection(port, headers) -> None:
    smuggled = b"0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: lich.example.org\r\n\r\n"
    start = b"POST /signin/link HTTP/1.1\r\nHost: lich.example.org\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=5) as link:
        link.sendall(start + headers + b"\r\n\r\n" + smuggled)
        link.shutdown(socket.SHUT_WR)
        said = b""
        while part := link.recv(65536):
            said += part
    assert said.count(b"HTTP/1.1 ") <= 1 or b"404" not in said
    assert said.startswith((b"HTTP/1.1 4", b"HTTP/1.1 5", b"HTTP/1.0 4")) or not said
