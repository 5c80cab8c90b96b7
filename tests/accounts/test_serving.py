"""What the server takes from clients before any route is asked."""

from __future__ import annotations

import socket
import threading
import time

import pytest

from campaign.cli.listening import strict_server
from campaign.cli.run import LIMITS, THREADS

pytestmark = pytest.mark.only("sqlite")


@pytest.fixture
def port(app):
    server = strict_server(app, host="127.0.0.1", port=0, threads=THREADS, **LIMITS)
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


CHUNKED, LENGTH = b"Transfer-Encoding: chunked", b"Content-Length: 5"
SMUGGLING = [
    # two lengths
    LENGTH + b"\r\nContent-Length: 6", LENGTH + b"\r\n" + LENGTH, b"Content-Length: 5, 5", b"Content-Length: 5,6",
    b"content-length: 5\r\nCONTENT-LENGTH: 0",
    # a length and chunks, in every order and spelling
    CHUNKED + b"\r\n" + LENGTH, LENGTH + b"\r\n" + CHUNKED, CHUNKED.upper() + b"\r\n" + LENGTH,
    b"Transfer-Encoding:chunked\r\nContent-Length:5", b"Transfer-Encoding: Chunked\r\ncontent-length: 0",
    b"Transfer-Encoding:\tchunked\r\n" + LENGTH, CHUNKED + b" \r\n" + LENGTH, CHUNKED + b"\r\nContent-Length: 0",
    # chunks twice, or something else that is not chunks
    CHUNKED + b"\r\n" + CHUNKED, b"Transfer-Encoding: chunked, chunked", b"Transfer-Encoding: chunked, identity",
    b"Transfer-Encoding: identity, chunked", b"Transfer-Encoding: xchunked", b"Transfer-Encoding: gzip, chunked",
    b"Transfer-Encoding: \x0bchunked", b"Transfer-Encoding: chunked\x00", b'Transfer-Encoding: "chunked"',
    b"Transfer-Encoding: chunked;q=1", b"Transfer-Encoding: identity", b"Transfer-Encoding: chunked\x85",
    # no number
    b"Content-Length: +5", b"Content-Length: -1", b"Content-Length: 0x5", b"Content-Length: 5.0",
    b"Content-Length: 5e0",
    b"Content-Length: 5 5", b"Content-Length: \xd9\xa5", b"Content-Length: ", b"Content-Length: 99999999999999999999",
    b"Content-Length: 1_0",
    # names and line ends that only some readers accept
    b"Transfer-Encoding : chunked", b"Content-Length : 5", b" Transfer-Encoding: chunked", b"X: a\nContent-Length: 5",
    b"X: a\rTransfer-Encoding: chunked", b"Transfer\x00-Encoding: chunked", b"X\r\n\tTransfer-Encoding: chunked",
]  # fmt: skip


@pytest.mark.requirement("S45")
@pytest.mark.parametrize("headers", SMUGGLING)
@pytest.mark.parametrize("version", [b"1.1", b"1.0"])
def test_request_of_two_readings_is_refused_and_ends_the_connection(port, headers, version) -> None:
    smuggled = b"0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: lich.example.org\r\n\r\n"
    start = b"POST /signin/link HTTP/%s\r\nHost: lich.example.org\r\nConnection: keep-alive\r\n" % version
    with socket.create_connection(("127.0.0.1", port), timeout=5) as link:
        link.sendall(start + headers + b"\r\n\r\n" + smuggled)
        link.shutdown(socket.SHUT_WR)
        said = b""
        while part := link.recv(65536):
            said += part
    assert said.count(b"HTTP/1.") == 1
    assert said.startswith((b"HTTP/1.1 4", b"HTTP/1.1 5", b"HTTP/1.0 4", b"HTTP/1.0 5"))
    assert b"signin" not in said


def test_forty_cases_are_tried() -> None:
    assert len(SMUGGLING) >= 40


@pytest.mark.requirement("S45")
def test_chunked_request_is_served(port) -> None:
    head = b"POST /signin/link HTTP/1.1\r\nHost: lich.example.org\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert answer_to(port, head + b"0\r\n\r\n").startswith(b"HTTP/1.1 4")
