"""Several real ``campaign worker`` processes on PostgreSQL with procrastinate, killed, frozen and cut off meanwhile.

``python -m tests.chaos.several --mails 50000 --workers 4 --rate 200 --kills 100 --freezes 50 --restarts 10`` prints one
line of figures and exits with 1 when a mail is lost, altered, or repeated outside the known window.
"""

from __future__ import annotations

import argparse
import os
import random
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from recorder import Recorder
from sqlalchemy import func, select
from support.postgresql import Cluster

from campaign import job_queue
from campaign.config import Config
from campaign.db import Database
from campaign.errors import Unavailable
from campaign.job_worker import STALLED
from campaign.migrate import alone, migrate
from campaign.models import Message, Result
from tests.chaos.battlefield import expect_mail

PER_EVENT = 1000


class Workers:
    def __init__(self, url: str, port: int, folder: Path, rate: float) -> None:
        self.folder = folder
        self.env = {
            **os.environ,
            "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
            "CAMPAIGN_DATABASE__URL": url,
            "CAMPAIGN_ENGINE__KIND": "procrastinate",
            "CAMPAIGN_ENGINE__TICK": "5",
            "CAMPAIGN_SERVER__SECRET_KEY": secrets.token_urlsafe(32),
            "CAMPAIGN_MAIL__SERVER": "127.0.0.1",
            "CAMPAIGN_MAIL__PORT": str(port),
            "CAMPAIGN_MAIL__SECURITY": "none",
            "CAMPAIGN_MAIL__SENDER": "lich@so.example.org",
            "CAMPAIGN_MAIL__RATE_PER_SECOND": str(rate),
        }
        self.running: list[subprocess.Popen[bytes]] = []

    def start(self) -> None:
        with (self.folder / "worker.log").open("ab") as log:
            command = [sys.executable, "-m", "campaign", "worker"]
            self.running.append(subprocess.Popen(command, cwd=self.folder, env=self.env, stderr=log))

    def kill(self, chance: random.Random) -> None:
        """One dies; another takes its place, as systemd would start it."""
        victim = self.running.pop(chance.randrange(len(self.running)))
        victim.kill()
        victim.wait()
        self.start()

    def freeze(self, chance: random.Random) -> None:
        """One sleeps until the others count it as dead, and goes on."""
        victim = chance.choice(self.running)
        victim.send_signal(signal.SIGSTOP)
        time.sleep(STALLED + 10)
        victim.send_signal(signal.SIGCONT)

    def stop(self) -> float:
        """How many seconds the graceful end took."""
        began = time.monotonic()
        for each in self.running:
            each.terminate()
        for each in self.running:
            each.wait()
        return time.monotonic() - began


def waiting(database: Database) -> int:
    try:
        with database.read() as session:
            planned = session.scalar(select(func.count()).select_from(Message))
            return session.scalar(select(func.count()).where(Message.result.is_(None))) if planned else -1
    except Unavailable:
        return -1


def main() -> int:
    parser = argparse.ArgumentParser()
    for name, default in (("mails", 2000), ("workers", 2), ("kills", 1), ("freezes", 0), ("restarts", 0), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--rate", type=float, default=1000.0)
    wanted = parser.parse_args()
    chance, cluster = random.Random(wanted.seed), Cluster()
    with tempfile.TemporaryDirectory() as name, Recorder(Path(name), bodies=False) as recorder:
        url, folder = cluster.create("several"), Path(name)
        database = Database(url)
        migrate(database)
        with alone(database) as connection:
            job_queue.migrate(connection)
        config = replace(Config(), folder=folder)
        expect_mail(database, config, events=max(1, wanted.mails // PER_EVENT), members=min(PER_EVENT, wanted.mails))
        workers = Workers(url, recorder.port, folder, wanted.rate)
        for _ in range(wanted.workers):
            workers.start()
        acts = [workers.kill] * wanted.kills + [workers.freeze] * wanted.freezes
        acts += [lambda _chance: cluster.crash()] * wanted.restarts
        chance.shuffle(acts)
        while waiting(database) < 0:
            if any(each.poll() is not None for each in workers.running):
                sys.exit((folder / "worker.log").read_text(encoding="utf-8"))
            time.sleep(0.1)
        began = time.monotonic()
        for act in acts:
            time.sleep(chance.uniform(0.2, 2.0))
            act(chance)
        last = time.monotonic()
        while waiting(database):
            time.sleep(0.2)
        ended = time.monotonic()
        stopped = workers.stop()
        with database.read() as session:
            results = Counter(session.scalars(select(Message.result)))
        received = list(recorder.messages())
        database.dispose()
    copies, bytes_of = Counter(mail.message_id for mail in received), {}
    for mail in received:
        bytes_of.setdefault(mail.message_id, set()).add(mail.sha256)
    lost, repeated = results.total() - len(copies), sum(copies.values()) - len(copies)
    altered = sum(len(each) > 1 for each in bytes_of.values())
    # At most the mail at hand is repeated: one for each worker that died, froze or lost its database.
    window = wanted.kills + wanted.freezes + wanted.restarts * wanted.workers
    span = max(mail.monotonic for mail in received) - min(mail.monotonic for mail in received)
    print(
        f"{results.total()} mails, {wanted.workers} workers, {wanted.kills} kills, {wanted.freezes} freezes, "
        f"{wanted.restarts} restarts: lost {lost}, repeated {repeated} (at most {window}), altered {altered}, "
        f"{len(received) / span:.0f} mails/s, {ended - began:.0f} s in all, done {ended - last:.0f} s after the last "
        f"act, graceful stop {stopped:.1f} s, results {dict(results)}"
    )
    cluster.stop()
    return int(bool(lost or altered or repeated > window or set(results) != {Result.SENT}))


if __name__ == "__main__":
    sys.exit(main())
