"""The feed of 1,000 events: whole, compressed, and unchanged; and the front page.

CPU time of the serving process for each request.
"""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import update

from campaign.calendar import feeds, revision
from campaign.models import Event

from .measure import Line, cost, cpu_of, own_cpu, take_turns
from .sample import fill
from .stage import NOW, Stage

EVENTS = 1000
PATH = "/calendars/all.ics"
FRONT = "/"
ROUNDS = 7
CONNECTIONS = 4
AT_MOST = {"200": 1.7, "gzip": 1.6, "304": 1.8}
REQUESTS = {"200": 300, "gzip": 500, "304": 500}


@dataclass
class Web:
    """A serving process and connections to it."""

    process: subprocess.Popen
    port: int
    sockets: list[socket.socket]

    def ask(self, headers: dict[str, str], number: int, path: str = PATH) -> float:
        """CPU milliseconds of the server for each of so many requests."""
        lines = [f"GET {path} HTTP/1.1", "Host: 127.0.0.1", *(f"{name}: {value}" for name, value in headers.items())]
        octets = ("\r\n".join(lines) + "\r\n\r\n").encode()
        start = cpu_of(self.process.pid)
        for turn in range(number):
            self.exchange(turn % len(self.sockets), octets)
        return (cpu_of(self.process.pid) - start) * 1000 / number

    def exchange(self, place: int, octets: bytes) -> tuple[bytes, bytes]:
        self.sockets[place].sendall(octets)
        head, body = self.read(self.sockets[place])
        if b"\r\nconnection: close" in head.lower():  # waitress ends the connection with each 304
            self.sockets[place].close()
            self.sockets[place] = socket.create_connection(("127.0.0.1", self.port))
        return head, body

    @staticmethod
    def read(each: socket.socket) -> tuple[bytes, bytes]:
        got = b""
        while b"\r\n\r\n" not in got:
            got += each.recv(65536)
        head, _, body = got.partition(b"\r\n\r\n")
        length = [line for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
        missing = int(length[0].split(b":")[1]) - len(body) if length and not head.startswith(b"HTTP/1.1 304") else 0
        parts = [body]
        while missing > 0:
            parts.append(each.recv(min(missing, 1 << 20)))
            missing -= len(parts[-1])
        return head, b"".join(parts)

    def get(self, headers: dict[str, str], path: str = PATH) -> tuple[dict[str, str], bytes]:
        lines = [f"GET {path} HTTP/1.1", "Host: 127.0.0.1", *(f"{name}: {value}" for name, value in headers.items())]
        head, body = self.exchange(0, ("\r\n".join(lines) + "\r\n\r\n").encode())
        found = dict(line.split(": ", 1) for line in head.decode().split("\r\n")[1:])
        return {"status": head.decode().split()[1]} | {name.lower(): value for name, value in found.items()}, body


@contextmanager
def served(*arguments: str) -> Iterator[Web]:
    command = [sys.executable, str(Path(__file__).with_name("serve.py")), *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    sockets = []
    try:
        port = int(process.stdout.readline())
        sockets = [socket.create_connection(("127.0.0.1", port)) for _ in range(CONNECTIONS)]
        yield Web(process, port, sockets)
    finally:
        for each in sockets:
            each.close()
        process.kill()
        process.communicate()


def run(stage: Stage) -> Iterator[Line]:
    with stage.database() as database:
        config = stage.config(database)
        fill(database, config, EVENTS)
        with database.read() as session:
            selection = feeds.public(session.connection(), "all", config=config)
            body = feeds.build(session.connection(), selection).body
        (stage.folder / "feed.ics").write_bytes(body)
        url = config.database.url
        with served("application", url, str(stage.folder)) as ours:
            page = ours.get({}, FRONT)[1]
            (stage.folder / "front.html").write_bytes(page)
            with served("reference", str(stage.folder)) as memory:
                yield from compared(stage, ours, memory, body)
                yield front_page(stage, ours, memory, page)
        yield changed(stage, database, config)


def compared(stage: Stage, ours: Web, memory: Web, body: bytes) -> Iterator[Line]:
    for kind in ("200", "gzip", "304"):
        headers = []
        for web in (ours, memory):
            accept = {} if kind == "200" else {"Accept-Encoding": "gzip"}
            found, got = web.get(accept)
            assert kind != "200" or got == body, "another calendar"
            headers.append(accept | ({"If-None-Match": found["etag"]} if kind == "304" else {}))
            assert web.get(headers[-1])[0]["status"] == ("304" if kind == "304" else "200")
            web.ask(headers[-1], 50)
        number = REQUESTS[kind]
        sides = take_turns(
            ROUNDS, ours=partial(ours.ask, headers[0], number), memory=partial(memory.ask, headers[1], number)
        )
        yield cost(
            f"feed {kind}",
            stage.backend,
            sides["ours"],
            sides["memory"],
            at_most=AT_MOST[kind],
            unit="ms CPU",
            note=f"{len(body)} bytes; reference: Flask from memory, both under waitress",
        )


def front_page(stage: Stage, ours: Web, memory: Web, page: bytes) -> Line:
    """The year of whoever is not signed in, kept for the revision, against the same bytes from memory."""
    for web in (ours, memory):
        assert web.get({}, FRONT)[1] == page, "another page"
        web.ask({}, 50, FRONT)
    number = REQUESTS["200"]
    sides = take_turns(ROUNDS, ours=partial(ours.ask, {}, number, FRONT), memory=partial(memory.ask, {}, number, FRONT))
    note = f"{len(page)} bytes"
    return cost("front page", stage.backend, sides["ours"], sides["memory"], at_most=1.5, unit="ms CPU", note=note)


def changed(stage: Stage, database, config) -> Line:
    """One of the events changes; the next GET joins, hashes and compresses anew."""

    def get() -> float:
        with database.engine.connect() as connection:
            return own_cpu(lambda: feeds.build(connection, feeds.public(connection, "all", config=config)))

    def change() -> None:
        with database.write() as session:
            session.execute(update(Event).where(Event.id == 1).values(component=Event.component))
            revision.bump(session, now=NOW)

    times = []
    for _ in range(ROUNDS):
        change()
        times.append(get())
    value = sorted(times)[len(times) // 2]
    return cost(
        "first feed after a change", stage.backend, value, 25.0, at_most=1.0, unit="ms CPU", note="reference: 25 ms"
    )
