"""A real Dovecot on loopback: one mailbox, read by IMAP. Run by root, it takes the users of its package."""

from __future__ import annotations

import grp
import os
import pwd
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

PASSWORD = "mailbox-secret"
BINARY = "/usr/sbin/dovecot"
SETTINGS = """
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = {user}
default_login_user = {login}
default_internal_group = {group}
first_valid_uid = 0
mail_location = maildir:{folder}/mail
mail_home = {folder}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}
}}
service imap-login {{
{chroot}
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
{chroot}
}}
service stats {{
{chroot}
}}
"""


class Mailbox:
    """``deliver`` puts a mail into the INBOX as a delivery agent does; ``flags`` of all mails, oldest first."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port, self._number = folder, port, 0
        for each in ("cur", "new", "tmp"):
            (folder / "mail" / each).mkdir(parents=True)

    def deliver(self, data: bytes) -> None:
        self._number += 1
        written = self.folder / "mail" / "tmp" / f"{1800000000 + self._number}.M1P1.test"
        written.write_bytes(data)
        written.rename(self.folder / "mail" / "new" / written.name)

    @property
    def flags(self) -> list[str]:
        return [path.name.partition(":2,")[2] for path in sorted((self.folder / "mail" / "cur").iterdir())]


@contextmanager
def serving():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield from _serving(folder)


def _serving(folder: Path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    mailbox = Mailbox(folder, port)
    is_root = os.getuid() == 0
    user = pwd.getpwnam("dovecot") if is_root else pwd.getpwuid(os.getuid())
    for path in (folder / "mail", *(folder / "mail").iterdir()):
        os.chown(path, user.pw_uid, user.pw_gid)
    values = {"folder": folder, "port": port, "password": PASSWORD, "uid": user.pw_uid, "gid": user.pw_gid}
    values |= {"user": user.pw_name, "group": grp.getgrgid(user.pw_gid).gr_name}
    values |= {"login": "dovenull" if is_root else user.pw_name, "chroot": "" if is_root else "  chroot ="}
    (folder / "dovecot.conf").write_text(SETTINGS.format(**values), encoding="utf-8")
    server = subprocess.Popen([BINARY, "-F", "-c", str(folder / "dovecot.conf")])
    try:
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                assert server.poll() is None, (folder / "log").read_text(encoding="utf-8")
                time.sleep(0.05)
        yield mailbox
    finally:
        server.terminate()
        server.wait(10)
