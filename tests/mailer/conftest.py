from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
import trustme
from recorder import Recorder
from support.connections import connect

from campaign.mailer.settings import MailSettings


@pytest.fixture(scope="session")
def recording(tmp_path_factory):
    with Recorder(tmp_path_factory.mktemp("recorder"), transcript=True) as recorder:
        yield recorder


@pytest.fixture
def recorder(recording):
    """The server with the faults that the test scripts; without any it is a good one."""
    recording.script()
    return recording


@pytest.fixture
def wire(recorder):
    """A function that gives the wire to the recorder for these settings, closed after the test."""
    opened = []

    def to_recorder(*, on_stage=lambda _stage: None, **settings):
        usual = {
            "server": "127.0.0.1",
            "port": recorder.port,
            "security": "none",
            "timeout": 5,
            "patience": 5,
        }
        opened.append(connect(MailSettings(**{**usual, **settings}), on_stage=on_stage))
        return opened[-1]

    yield to_recorder
    for each in opened:
        each.close()


@dataclass(frozen=True)
class Authority:
    ca_file: Path
    good: dict[str, str]
    other_name: dict[str, str]
    self_made: dict[str, str]


@pytest.fixture(scope="session")
def authority(tmp_path_factory):
    """Certificates for the recorder: a good one, one for another name, one from a stranger."""
    folder = tmp_path_factory.mktemp("certificates")
    ours, stranger = trustme.CA(), trustme.CA()
    ours.cert_pem.write_to_path(folder / "ca.pem")

    def files(name, certificate):
        chain, key = folder / f"{name}.pem", folder / f"{name}.key"
        for number, blob in enumerate(certificate.cert_chain_pems):
            blob.write_to_path(chain, append=number > 0)
        certificate.private_key_pem.write_to_path(key)
        return {"cert": str(chain), "key": str(key)}

    return Authority(
        folder / "ca.pem",
        files("good", ours.issue_cert("127.0.0.1", "localhost")),
        files("other", ours.issue_cert("mail.example.vn")),
        files("stranger", stranger.issue_cert("127.0.0.1")),
    )
