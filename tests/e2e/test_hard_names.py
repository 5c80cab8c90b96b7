"""From two files to five hundred mailboxes, by an administrator's commands, with names that break encoders."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
import unicodedata
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from names import hard_names
from recorder import Recorder
from strict import read_mailbox, read_message, read_text

ROOT = Path(__file__).resolve().parents[2]
FIELDS = {
    *("From", "Subject", "To", "Date", "Message-ID", "List-Unsubscribe", "List-Unsubscribe-Post", "List-ID"),
    *("Auto-Submitted", "X-Auto-Response-Suppress", "Content-Language", "MIME-Version", "Content-Type"),
}
SOON = timedelta(seconds=10)
PATIENCE = 90.0


@pytest.fixture
def command(database_url, tmp_path):
    """``campaign`` in a folder of its own, as a process of its own."""
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("CAMPAIGN_")}
    surroundings |= {
        "PYTHONPATH": str(ROOT),
        "CAMPAIGN_DATABASE__URL": database_url,
        "CAMPAIGN_SERVER__SECRET_KEY": "kQ7vZ2mX9pL4tR8wN6bC1dF5gH3jS0aY",
        "PYTHONWARNINGS": "error",
    }

    def start(*arguments, **options):
        return subprocess.Popen(
            [sys.executable, "-m", "campaign", *map(str, arguments)],
            cwd=tmp_path,
            env=surroundings,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **options,
        )

    return start


def done(process, code=0):
    out, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == code, err
    return out, err


def configure(folder, port):
    folder.joinpath("campaign.toml").write_text(
        "[mail]\n"
        f'server = "127.0.0.1"\nport = {port}\nsecurity = "none"\nrate_per_second = 1000\n'
        'sender = "lich@example.org"\n'
        "[engine]\ntick = 0.5\n",
        encoding="utf-8",
    )


def list_of(folder, names):
    path = folder / "members.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["name", "email"])
        rows.writerows([name, f"an.{number}@example.org"] for number, name in enumerate(names))
    return path


def calendar_of(folder, due):
    """A meeting in an hour whose alarm rings at ``due``."""
    start = due + timedelta(minutes=45)
    path = folder / "calendar.ics"
    lines = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//test//VI", "BEGIN:VEVENT", "UID:hop-1@example.org"),
        *(f"DTSTAMP:{start:%Y%m%dT%H%M%SZ}", f"DTSTART:{start:%Y%m%dT%H%M%SZ}", "DURATION:PT1H"),
        *("SUMMARY:Họp mặt =?utf-8?q?=0ABcc=3A_x=40evil?=", "BEGIN:VALARM", "ACTION:DISPLAY"),
        *("DESCRIPTION:Nhắc", "TRIGGER:-PT45M", "END:VALARM", "END:VEVENT", "END:VCALENDAR"),
    ]
    path.write_text("\r\n".join(lines) + "\r\n", encoding="utf-8", newline="")
    return path


def expected(name):
    """As it is kept: invisible characters, such as the joiners of an emoji, are removed at the input."""
    seen = "".join(letter for letter in name if unicodedata.category(letter) != "Cf")
    return " ".join(unicodedata.normalize("NFC", seen).split())


@pytest.mark.slow
def test_five_hundred_hard_names_get_their_reminder_once(command, tmp_path):
    names = hard_names()
    with Recorder(tmp_path) as recorder:
        configure(tmp_path, recorder.port)
        done(command("import", "members", list_of(tmp_path, names)))
        due = datetime.now(UTC).replace(microsecond=0) + SOON  # noqa: TID251 - the process under test has the real clock
        done(command("import", "calendar", calendar_of(tmp_path, due), "--confirm"))
        house = command("run", "--port", "0")
        deadline = time.monotonic() + PATIENCE
        while len(recorder.events()) < len(names) and time.monotonic() < deadline:
            time.sleep(0.2)
        time.sleep(1.5)  # two more ticks: nothing may come twice
        house.send_signal(signal.SIGTERM)
        done(house)
        received = recorder.messages()
    assert len(received) == len(names) == 500
    assert [mail.wall for mail in received if mail.wall < due.timestamp()] == []
    found = {}
    for mail in received:
        message = read_message(mail.data)
        name, address = read_mailbox(message.value("To"))
        assert mail.recipients == [address]
        assert sorted(message.names) == sorted(FIELDS)
        assert max(map(len, mail.data.split(b"\r\n"))) <= 998
        assert "Họp mặt =?utf-8?q?=0ABcc=3A_x=40evil?=" in read_text(message.value("Subject"))
        assert expected(names[int(address[3:].partition("@")[0])]) in message.text
        found[address] = name
    assert found == {f"an.{number}@example.org": expected(name) for number, name in enumerate(names)}
    assert len({mail.message_id for mail in received}) == 500
    done(command("reconcile"))


@pytest.mark.parametrize("name", ["An\r\nBcc: x@evil.example", "An\nX: y", "An\u2028B", "An\u202eB"])
def test_name_that_would_break_a_line_is_refused_with_its_row(command, tmp_path, name):
    configure(tmp_path, 9)
    _, complaint = done(command("import", "members", list_of(tmp_path, ["Nguyễn Thị An", name])), code=2)
    assert "Traceback" not in complaint
    assert "3" in complaint
    counted, _ = done(command("reconcile", "--json"))
    assert json.loads(counted)["planned"] == 0
