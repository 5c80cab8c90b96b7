"""The server of ``recorder``; that module's docstring describes its faults."""

from __future__ import annotations

import argparse
import asyncio
import base64
import contextlib
import hashlib
import json
import os
import ssl
import sys
import time
from pathlib import Path
from typing import Any

Reply = str | list[str]


class Ledger:
    def __init__(self, path: Path, *, fsync: bool) -> None:
        self.file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self.fsync = fsync

    def write(self, **event: object) -> None:
        os.write(self.file, json.dumps(event).encode() + b"\n")
        if self.fsync:
            os.fsync(self.file)


class Stand:
    """What all connections share: the faults and the counts they go by."""

    def __init__(self, ledger: Ledger, faults: dict[str, Any]) -> None:
        self.ledger = ledger
        self.script(faults)

    def script(self, faults: dict[str, Any]) -> None:
        self.faults = faults
        self.mails = self.stored = 0
        self.seen: set[str] = set()

    def tls(self, name: str) -> ssl.SSLContext | None:
        files = self.faults.get(name)
        if not files:
            return None
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(files["cert"], files["key"])
        return context

    def turn(self, name: str, count: int) -> bool:
        every = self.faults.get(name, 0)
        return bool(every) and count % every == 0


class Conversation(asyncio.Protocol):
    def __init__(self, stand: Stand) -> None:
        self.stand = stand
        self.buffer, self.waiting = bytearray(), bytearray()
        self.mute = self.in_data = self.encrypted = self.started = False
        self.letters = 0
        self.challenge = ""
        self.sending: asyncio.Task[None] | None = None
        self.reset()

    @property
    def faults(self) -> dict[str, Any]:
        return self.stand.faults

    def reset(self) -> None:
        self.sender: str | None = None
        self.recipients: list[str] = []

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport: Any = transport
        if not self.started:
            self.started = True
            if self.faults.get("tls"):
                self.upgrade("tls", greet=True)
            else:
                self.say("greeting", "220 recorder ESMTP")
                self.flush()

    def upgrade(self, name: str, *, greet: bool) -> None:
        self.flush()
        self.transport.pause_reading()
        self.buffer.clear()

        async def handshake() -> None:
            loop = asyncio.get_running_loop()
            with contextlib.suppress(OSError):
                self.transport = await loop.start_tls(self.transport, self, self.stand.tls(name), server_side=True)
                self.encrypted = True
                if greet:
                    self.say("greeting", "220 recorder ESMTP")
                    self.flush()

        self.handshake = asyncio.create_task(handshake())

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        self.work()
        self.flush()

    def work(self) -> None:
        while self.buffer and not self.mute:
            if self.in_data:
                end = 0 if self.buffer.startswith(b".\r\n") else self.buffer.find(b"\r\n.\r\n") + 2
                if end == 1:
                    if self.faults.get("hang_up_at") == "body":
                        self.transport.abort()
                    return
                body, self.buffer = bytes(self.buffer[:end]), self.buffer[end + 3 :]
                self.in_data = False
                self.end_of_data(body)
            else:
                line, found, rest = self.buffer.partition(b"\n")
                if not found:
                    return
                self.buffer = rest
                self.command(line.rstrip(b"\r").decode("utf-8", "replace"))

    def say(self, stage: str, usual: Reply) -> bool:
        """Reply, unless the script has another reply or none; whether the reply was a good one."""
        if self.faults.get("silent_at") == stage:
            self.mute = True
            return False
        if self.faults.get("hang_up_at") == stage:
            self.transport.abort()
            self.mute = True
            return False
        reply = self.faults.get(stage, usual) if stage != "rcpt" else usual
        self.put(reply)
        first = reply if isinstance(reply, str) else reply[0]
        if first.startswith("421"):
            self.hang_up()
        return first[:1] in "23"

    def put(self, reply: Reply) -> None:
        lines = [reply] if isinstance(reply, str) else reply
        octets = ("\r\n".join(lines) + "\r\n").encode()
        if self.faults.get("delay") or self.faults.get("drip"):
            self.sending = asyncio.create_task(self.put_slowly(octets, self.sending))
        else:
            self.waiting += octets

    def flush(self) -> None:
        """All replies to what came together leave together, as real servers do (RFC 2920, section 3.2)."""
        if self.waiting and not self.transport.is_closing():
            self.transport.write(bytes(self.waiting))
        self.waiting.clear()

    async def put_slowly(self, octets: bytes, before: asyncio.Task[None] | None) -> None:
        if before:
            await before
        await asyncio.sleep(self.faults.get("delay", 0))
        step = self.faults.get("drip", 0)
        for start in range(0, len(octets), 1 if step else len(octets)):
            self.transport.write(octets[start : start + 1] if step else octets)
            await asyncio.sleep(step)

    def hang_up(self) -> None:
        self.mute = True
        self.flush()
        self.transport.close()

    def command(self, line: str) -> None:
        if self.faults.get("transcript"):
            self.stand.ledger.write(event="line", encrypted=self.encrypted, line=line)
        if self.challenge:
            return self.auth_answer(line)
        verb, _, rest = line.partition(" ")
        handler = getattr(self, "do_" + verb.lower(), None)
        if handler is None:
            return self.put("500 5.5.1 unknown command")
        return handler(rest)

    def do_ehlo(self, _name: str) -> None:
        offers = ["recorder"]
        offers += ["PIPELINING"] if self.faults.get("pipelining", True) else []
        offers += ["SMTPUTF8", "8BITMIME"] if self.faults.get("smtputf8") else []
        offers += [f"SIZE {self.faults['size']}"] if "size" in self.faults else []
        offers += ["STARTTLS"] if self.faults.get("starttls") and not self.encrypted else []
        offers += ["AUTH PLAIN"] if self.faults.get("login") else []
        lines = [f"250-{offer}" for offer in offers]
        lines[-1] = lines[-1].replace("-", " ", 1)
        self.say("ehlo", lines)

    def do_helo(self, _name: str) -> None:
        self.say("ehlo", "250 recorder")

    def do_starttls(self, _rest: str) -> None:
        if not self.faults.get("starttls"):
            return self.put("502 5.5.1 not here")
        self.put(["220 go ahead", "250 injected"] if self.faults.get("inject") else "220 go ahead")
        return self.upgrade("starttls", greet=False)

    def do_auth(self, rest: str) -> None:
        method, _, answer = rest.partition(" ")
        self.challenge = method.upper()
        if answer:
            self.auth_answer(answer)
        else:
            self.put("334 ")

    def auth_answer(self, answer: str) -> None:
        self.challenge = ""
        _, user, password = base64.b64decode(answer).decode().split("\0")
        good = self.faults["login"].get(user) == password
        self.put("235 2.7.0 welcome" if good else "535 5.7.8 bad user or password")

    def do_mail(self, rest: str) -> None:
        self.stand.mails += 1
        self.reset()
        if self.stand.turn("busy_every", self.stand.mails):
            self.put("421 4.7.28 too fast, try later")
            return self.hang_up()
        if self.say("mail", "250 2.1.0 ok"):
            self.sender = _path(rest)
        return None

    def do_rcpt(self, rest: str) -> None:
        recipient = _path(rest)
        grey = self.faults.get("greylist") and recipient not in self.stand.seen
        self.stand.seen.add(recipient)
        usual: Reply = "450 4.2.0 greylisted" if grey else "250 2.1.5 ok"
        if self.sender is None:
            usual = "503 5.5.1 MAIL first"
        if self.say("rcpt", self.faults.get("rcpt", {}).get(recipient, usual)):
            self.recipients.append(recipient)

    def do_data(self, _rest: str) -> None:
        if not self.recipients and not self.faults.get("data_without_rcpt"):
            self.put("503 5.5.1 RCPT first")
        elif self.say("data", "354 go on"):
            self.in_data = True

    def end_of_data(self, body: bytes) -> None:
        self.stand.stored += 1
        if self.stand.turn("lose_every", self.stand.stored):
            return self.transport.abort()
        reply = self.faults.get("final", "250 2.0.0 stored")
        for recipient in self.recipients:
            reply = self.faults.get("final_for", {}).get(recipient, reply)
        if reply[0] == "2" or reply[0][0] == "2":
            self.store(body.replace(b"\r\n..", b"\r\n.").removeprefix(b"."))
        if self.stand.turn("swallow_every", self.stand.stored):
            return self.transport.abort()
        self.say("final", reply)
        self.reset()
        self.letters += 1
        if self.letters == self.faults.get("letters_per_connection"):
            if "farewell" in self.faults:
                self.put(self.faults["farewell"])
            self.hang_up()
        return None

    def store(self, data: bytes) -> None:
        head = data.partition(b"\r\n\r\n")[0]
        found = [line[12:] for line in head.split(b"\r\n") if line.lower().startswith(b"message-id: ")]
        self.stand.ledger.write(
            event="message",
            monotonic=time.monotonic(),
            wall=time.time(),  # noqa: TID251 - a witness with a clock of its own
            sender=self.sender,
            recipients=self.recipients,
            message_id=found[0].decode("ascii", "replace") if found else None,
            encrypted=self.encrypted,
            sha256=hashlib.sha256(data).hexdigest(),
            data=base64.b64encode(data).decode() if self.faults.get("bodies", True) else "",
        )

    def do_rset(self, _rest: str) -> None:
        self.reset()
        self.say("rset", "250 2.0.0 ok")

    def do_noop(self, _rest: str) -> None:
        self.put("250 2.0.0 ok")

    def do_quit(self, _rest: str) -> None:
        self.put("221 2.0.0 bye")
        self.hang_up()


def _path(rest: str) -> str:
    return rest.partition("<")[2].partition(">")[0]


async def serve(options: argparse.Namespace) -> None:
    stand = Stand(Ledger(options.ledger, fsync=options.fsync), json.loads(options.faults))
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Conversation(stand), "127.0.0.1", options.port)
    print(server.sockets[0].getsockname()[1], flush=True)
    if options.control:
        reader = asyncio.StreamReader()
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
        while line := await reader.readline():
            stand.script(json.loads(line))
            print("ok", flush=True)
    else:
        await server.serve_forever()


def main(description: str) -> None:
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--ledger", type=Path, required=True)
    parser.add_argument("--faults", default="{}")
    parser.add_argument("--fsync", action="store_true")
    parser.add_argument("--control", action="store_true")
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve(parser.parse_args()))
