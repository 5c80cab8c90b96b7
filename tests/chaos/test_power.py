"""A power cut takes every write that was not synced: how many mails it repeats, and that it loses nothing else.

``CAMPAIGN_CUTS=200 pytest tests/chaos/test_power.py -s`` cuts so often on each database and prints the table; CI runs a
sample at full speed. ``synced.c`` keeps each file as it was at its last sync, which is what the next start finds.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import time
from collections import Counter
from pathlib import Path

import pytest
from support import rows
from support.postgresql import Cluster

from campaign.db import Database
from campaign.migrate import migrate
from campaign.models import Result
from campaign.reason import Reason
from campaign.sending.delivery_log import MOST_UNSYNCED

from .battlefield import Run, battle, expect_mail

CUTS = int(os.environ.get("CAMPAIGN_CUTS", "2"))
SEED = int(os.environ.get("CAMPAIGN_SEED", "2027"))
EVENTS = 20
SECONDS_A_MAIL = 0.0008
PACES = {"full speed": (0.0, MOST_UNSYNCED), "ten a second": (0.025, 1)}
"""Seconds before each of the relay's four replies to a mail, and the bound that the README states."""


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> Path:
    made = tmp_path_factory.mktemp("synced") / "synced.so"
    source = Path(__file__).with_name("synced.c")
    subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-pthread", "-o", made, source, "-ldl"], check=True)
    return made


class SqliteDisk:
    """An SQLite file and what of it survives a power cut."""

    def __init__(self, database: Database, folder: Path, library: Path) -> None:
        self.database, self.synced = database, folder / "synced"
        self.synced.mkdir()
        self.surroundings = {"LD_PRELOAD": str(library), "SYNCED_TO": str(self.synced)}
        self.files = [database.file.with_name(database.file.name + end) for end in ("", "-wal")]

    def remember(self) -> None:
        """Take what is on the disk now as synced."""
        self.database.dispose()
        for file in self.files:
            self.synced.joinpath(file.name).unlink(missing_ok=True)
            if file.exists():
                shutil.copyfile(file, self.synced / file.name)

    def freeze(self) -> None:
        """Whoever writes is killed with the power."""

    def lose_power(self) -> None:
        self.database.file.with_name(self.database.file.name + "-shm").unlink(missing_ok=True)
        for file in self.files:
            file.unlink(missing_ok=True)
            if self.synced.joinpath(file.name).exists():
                shutil.copyfile(self.synced / file.name, file)
        self.database.check_file()


class PostgresDisk:
    def __init__(self, cluster: Cluster, database: Database) -> None:
        self.cluster, self.database, self.surroundings = cluster, database, {}
        self.freeze, self.remember = cluster.freeze, cluster.remember

    def lose_power(self) -> None:
        self.database.dispose()
        self.cluster.lose_power()


@pytest.fixture
def disk(backend, request, tmp_path, library):
    """A migrated database whose unsynced writes can be taken away."""
    if backend == "sqlite":
        database = request.getfixturevalue("database")
        yield SqliteDisk(database, tmp_path, library)
        return
    cluster = Cluster(durable=True, preloaded=library)
    database = Database(cluster.create("power"))
    migrate(database)
    yield PostgresDisk(cluster, database)
    database.dispose()
    cluster.stop()


def cut(run: Run, disk, chance: random.Random, *, within: float) -> None:
    disk.remember()
    run.kill_somewhen(chance, within=within, first=disk.freeze)
    disk.lose_power()


@pytest.mark.slow
@pytest.mark.requirement("F3")
@pytest.mark.parametrize("pace", [pace for pace, (delay, _) in PACES.items() if CUTS >= 20 or not delay])
def test_power_cut_loses_nothing_and_repeats_within_the_stated_bound(disk, config, tmp_path, pace) -> None:
    """Defect 4: marks were not synced, and 40 of 40 mails came twice with different bytes."""
    delay, bound = PACES[pace]
    cuts = CUTS // 4 if delay else CUTS
    mails = EVENTS * (cuts // 3 if delay else max(10, cuts * 3))
    subjects = expect_mail(disk.database, config, events=EVENTS, members=mails // EVENTS)
    chance, began = random.Random(SEED), time.monotonic()
    within = 0.3 if delay else mails * SECONDS_A_MAIL / cuts
    with battle(disk.database, tmp_path, delay=delay, **disk.surroundings) as run:
        for _ in range(cuts):
            cut(run, disk, chance, within=within)
        run.start()
        assert run.wait() == 0
        verdict = run.verdict(subjects, mails, bound=bound)
        received = len(run.receipts())
        assert CUTS < 20 or run.reconcile() == 0
    worst = most_of_one_death(run)
    print(
        f"\n{disk.database.url.get_backend_name()}, {pace}: {cuts} power cuts, {received} mails of {mails}, "
        f"lost {len(verdict.lost)}, repeated {len(verdict.excused)}, most by one cut {worst} (bound {bound}), "
        f"beyond {len(verdict.unexcused)}, altered {len(verdict.altered)}, wrong Message-ID {len(verdict.wrong_id)}, "
        f"early {len(verdict.early)}, {time.monotonic() - began:.0f} s"
    )
    assert verdict.is_clean, verdict
    # A mail on which three senders died one after the other is put aside, with the reason, and no copy of it is lost.
    unsent = {(row.result, row.reason) for row in rows.messages(disk.database) if row.result != Result.SENT}
    assert unsent <= {(Result.FAILED, Reason.INTERRUPTED)}
    assert received == mails + len(verdict.excused)


def most_of_one_death(run: Run) -> int:
    """The largest number of mails that one cut repeated."""
    copies: dict[tuple[str, str], list[float]] = {}
    for receipt in sorted(run.receipts(), key=lambda receipt: receipt.at):
        copies.setdefault((receipt.recipient, receipt.subject), []).append(receipt.at)
    causes = Counter(
        next(death for death in sorted(run.deaths) if first <= death)
        for times in copies.values()
        for first in times[:-1]
        if any(first <= death for death in run.deaths)
    )
    return max(causes.values(), default=0)
