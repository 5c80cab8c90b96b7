from __future__ import annotations

import pytest
from support.connections import connect, folder

from campaign.errors import ConfigurationError
from campaign.mailer.folder import FolderConnection
from campaign.mailer.settings import MailSettings
from campaign.mailer.smtp import SmtpConnection
from campaign.outcome import Accepted, Unreachable

LETTER = b"To: an@example.vn\r\nMessage-ID: <reminder.7@example.vn>\r\n\r\nbody\r\n"


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_send_writes_a_file_named_by_its_message_id(tmp_path):
    outcome = folder(tmp_path / "new" / "mail").transmit("a@example.vn", "an@example.vn", LETTER)
    assert outcome == Accepted(250, "reminder.7@example.vn.eml")
    assert (tmp_path / "new" / "mail" / "reminder.7@example.vn.eml").read_bytes() == LETTER


def test_send_again_leaves_one_file(tmp_path):
    wire = folder(tmp_path)
    wire.transmit("a@example.vn", "an@example.vn", LETTER)
    wire.transmit("a@example.vn", "an@example.vn", LETTER)
    assert names(tmp_path) == ["reminder.7@example.vn.eml"]


@pytest.mark.parametrize("identifier", [b"../../evil@x", b".hidden@x", b"a/b@x", b"x" * 300 + b"@y", b"\xff@x"])
def test_send_never_leaves_the_folder(tmp_path, identifier):
    target = tmp_path / "mail"
    folder(target).transmit("a@x.vn", "b@x.vn", b"Message-ID: <" + identifier + b">\r\n\r\n\r\n")
    (name,) = names(target)
    assert len(name) == 68
    assert names(tmp_path) == ["mail"]


def test_send_reads_the_message_id_of_the_head_only(tmp_path):
    folder(tmp_path).transmit("a@x.vn", "b@x.vn", b"Subject: x\r\n\r\nMessage-ID: <body@x>\r\n")
    assert names(tmp_path) != ["body@x.eml"]


@pytest.mark.parametrize(("stage", "left"), [("connect", 0), ("mail", 0), ("data", 0), ("reply", 1)])
def test_send_broken_off_leaves_a_whole_file_or_none(tmp_path, stage, left):
    def break_off(reached):
        if reached == stage:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        folder(tmp_path, on_stage=break_off).transmit("a@x.vn", "b@x.vn", LETTER)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [LETTER] * left


def test_send_to_a_folder_that_cannot_be_is_unreachable(tmp_path):
    (tmp_path / "file").write_text("")
    assert type(folder(tmp_path / "file").transmit("a@x.vn", "b@x.vn", LETTER)) is Unreachable


def test_connect_chooses_by_the_settings(tmp_path):
    assert type(connect(MailSettings(folder=tmp_path))) is FolderConnection
    assert type(connect(MailSettings(folder=tmp_path, server="mail.example.vn"))) is SmtpConnection
    with pytest.raises(ConfigurationError):
        connect(MailSettings())
