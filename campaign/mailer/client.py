"""One conversation in SMTP: smtplib's commands, our own reading of replies.

Every reply has a deadline as a whole (a server that drips one byte at a time cannot hold us), nothing that
came in clear before STARTTLS survives it, and several commands can go out in one write.
"""

from __future__ import annotations

import base64
import smtplib
import socket
import ssl
import time
from contextlib import suppress
from typing import Any, Final, TypeAlias

Reply: TypeAlias = tuple[int, str]

AUTHENTICATED: Final = 235
CONNECT_TIMEOUT: Final = 10.0  # seconds, for the network alone; the greeting has the usual time
_REPLY_LIMIT: Final = 65536  # octets of one reply with all its lines
_RECEIVE: Final = 8192


class SmtpClient(smtplib.SMTP):
    """An SMTP client that reads replies from the socket itself, each whole within ``timeout`` seconds."""

    _received = b""
    _host = ""

    def dial(self, host: str, port: int) -> None:
        """Connect and read the greeting; smtplib does so in its constructor, where nobody could abort it."""
        self._host = host  # the name that the certificate must bear
        code, text = self.connect(host, port)
        if code != 220:  # noqa: PLR2004 - RFC 5321, section 3.1
            raise smtplib.SMTPConnectError(code, text)

    def getreply(self) -> tuple[int, bytes]:
        """The next reply, its lines joined; code -1 for one that is not SMTP.

        Raises TimeoutError, SMTPServerDisconnected or another OSError, and has closed the connection then.
        """
        try:
            return self._read_reply(time.monotonic() + self.timeout)
        except OSError:
            self.close()
            raise

    def ask(self, *commands: str) -> list[Reply]:
        """Write the commands at once and read one reply for each (RFC 2920).

        The list is shorter when the server hung up in between; OSError when it said nothing at all.
        """
        self.write("".join(f"{command}\r\n" for command in commands).encode())
        replies = [self.answer()]
        try:
            while len(replies) < len(commands):
                replies.append(self.answer())
        except OSError:
            self.close()
        return replies

    def answer(self) -> Reply:
        code, text = self.getreply()
        return code, text.decode("utf-8", "replace")

    def write(self, octets: bytes) -> None:
        """Raises OSError after closing the connection; then the last octet has not left."""
        try:
            self._socket.settimeout(self.timeout)
            self._socket.sendall(octets)
        except OSError:
            self.close()
            raise

    def send(self, s: Any) -> None:  # noqa: ANN401 - smtplib's own signature
        self.write(s.encode(self.command_encoding) if isinstance(s, str) else s)

    def login(self, user: str, password: str, *, initial_response_ok: bool = True) -> tuple[int, bytes]:
        """As smtplib, which knows ASCII only; other letters go in UTF-8 by AUTH PLAIN (RFC 4616, section 2)."""
        if user.isascii() and password.isascii():
            return super().login(user, password, initial_response_ok=initial_response_ok)
        secret = base64.b64encode(f"\0{user}\0{password}".encode()).decode("ascii")
        code, text = self.docmd("AUTH", f"PLAIN {secret}")
        if code != AUTHENTICATED:
            raise smtplib.SMTPAuthenticationError(code, text)
        return code, text

    def is_stale(self) -> bool:
        """Whether the server has hung up or speaks out of turn; then this connection is of no more use."""
        if self.sock is None or self._received:
            return True
        try:
            self.sock.settimeout(0)
            self.sock.recv(1)
        except (BlockingIOError, ssl.SSLWantReadError):
            return False  # nothing to read: the server waits for us, as it should
        except OSError:
            pass
        return True

    def starttls(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:  # noqa: ANN401 - smtplib's own signature
        reply = super().starttls(*args, **kwargs)
        if self._received:  # words that somebody put in front of the encrypted ones
            self.close()
            raise smtplib.SMTPServerDisconnected("plain text after STARTTLS")
        return reply

    def close(self) -> None:
        self._received = b""
        super().close()

    def abort(self) -> None:
        """End every wait at once; may be called by another thread."""
        sock = self.sock
        if sock is not None:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)

    def _get_socket(self, host: str, port: int, timeout: float) -> Any:  # noqa: ANN401 - smtplib's hook
        return super()._get_socket(host, port, min(CONNECT_TIMEOUT, timeout))  # type: ignore[misc]

    @property
    def _socket(self) -> Any:  # noqa: ANN401 - plain or TLS socket
        if self.sock is None:
            raise smtplib.SMTPServerDisconnected("not connected")
        return self.sock

    def _read_reply(self, deadline: float) -> tuple[int, bytes]:
        texts: list[bytes] = []
        size = 0
        while True:
            line = self._read_line(deadline)
            size += len(line)
            if size > _REPLY_LIMIT:
                raise smtplib.SMTPServerDisconnected("reply without end")
            texts.append(line[4:].strip(b" \t\r\n"))
            code = int(line[:3]) if line[:3].isdigit() else -1
            if code < 0 or line[3:4] != b"-":
                return code, b"\n".join(texts)

    def _read_line(self, deadline: float) -> bytes:
        while b"\n" not in self._received:
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError("timed out")
            self._socket.settimeout(left)
            octets = self._socket.recv(_RECEIVE)
            if not octets or len(self._received) > _REPLY_LIMIT:
                raise smtplib.SMTPServerDisconnected("connection closed")
            self._received += octets
        line, _, self._received = self._received.partition(b"\n")
        return line


class TlsSmtpClient(SmtpClient, smtplib.SMTP_SSL):
    """The same inside TLS from the first octet."""
