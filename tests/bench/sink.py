"""A mail server that says yes to everything and keeps nothing; prints its port. It offers pipelining."""

from __future__ import annotations

import os
import socket
import threading

REPLIES = {
    b"EHLO": b"250-sink\r\n250 PIPELINING\r\n",
    b"HELO": b"250 sink\r\n",
    b"DATA": b"354 go on\r\n",
    b"QUIT": b"221 bye\r\n",
}


def talk(connection: socket.socket) -> None:
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    connection.sendall(b"220 sink\r\n")
    buffer, in_data = b"", False
    while octets := connection.recv(1 << 16):
        buffer += octets
        out = b""
        while True:
            if in_data:
                _body, found, rest = buffer.partition(b"\r\n.\r\n")
                if not found:
                    break
                buffer, in_data = rest, False
                out += b"250 stored\r\n"
                continue
            line, found, rest = buffer.partition(b"\r\n")
            if not found:
                break
            buffer = rest
            verb = line[:4].upper()
            in_data = verb == b"DATA"
            out += REPLIES.get(verb, b"250 ok\r\n")
            if verb == b"QUIT":
                connection.sendall(out)
                connection.close()
                return
        if out:
            connection.sendall(out)


if __name__ == "__main__":
    # A core of its own, if there is one to spare, as a mail server has: else the two take turns on one.
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)
    while True:
        accepted, _ = listener.accept()
        threading.Thread(target=talk, args=(accepted,), daemon=True).start()
