"""Lists and calendars made to hurt their reader: one sentence or rows within limits, and the pages go on meanwhile."""

from __future__ import annotations

import http.client
import io
import os
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hostile_files import ALL as DOCUMENTS
from support.desk import person, signed_in, token
from web.rows import NOW

from campaign import clock, create_app
from campaign.access import sessions
from campaign.access.sessions import Browser
from campaign.audit import NOBODY, Act
from campaign.config import Config, Server
from campaign.directory import calendar_import, member_file
from campaign.errors import InvalidInput, Unavailable
from campaign.models import Role, User
from campaign.reading import sandbox
from campaign.web.identity import SIGN_IN
from registers import hostile_tables

KINDS = {kind: make() for kind, make in hostile_tables.ALL.items()}
FILES = [(kind, name) for kind, files in KINDS.items() for name in files]


def read(kind: str, data: bytes) -> tuple[int, str]:
    """How many entries were read, or what was said."""
    try:
        if kind == "ics":
            return len(calendar_import.read_safely(data, Config()).events), ""
        return len(member_file.read_safely(data, f"a.{kind}").rows), ""
    except InvalidInput as refusal:
        return 0, refusal.message


def test_there_are_twenty_of_each_kind() -> None:
    assert {kind: len(files) for kind, files in KINDS.items()} == {"xlsx": 20, "csv": 20, "ics": 20}


@pytest.mark.requirement("S54", "F1")
@pytest.mark.parametrize(("kind", "name"), FILES)
def test_hostile_table_is_refused_in_a_sentence_or_read_within_limits(kind, name) -> None:
    found, sentence = read(kind, KINDS[kind][name])
    assert found <= 20_000
    assert len(sentence.partition("\n")[0]) < 400


@pytest.mark.requirement("S53")
def test_row_999999999_of_a_small_workbook_does_not_stop_the_site() -> None:
    """Issue: a workbook of 4.6 KB was read in the web's own thread, row after row up to the last."""
    data = KINDS["xlsx"]["row_999999999"]
    assert len(data) < 6_000
    began = time.thread_time()
    with pytest.raises(InvalidInput, match="hơn 20000 dòng"):
        member_file.read_safely(data, "a.xlsx")
    assert time.thread_time() - began < 0.5, "the caller itself read the file"


@pytest.mark.requirement("S53")
def test_file_beyond_those_being_read_is_told_to_wait() -> None:
    with ThreadPoolExecutor(sandbox.CHILDREN) as pool:
        busy = [pool.submit(sandbox.run_safely, "document", DOCUMENTS["endless_page_operators"]()[0], seconds=3)]
        busy += [pool.submit(sandbox.run_safely, "document", DOCUMENTS["endless_page_operators"]()[0], seconds=3)]
        time.sleep(0.5)
        began = time.monotonic()
        with pytest.raises(Unavailable, match="chờ"):
            member_file.read_safely(b"name,email\nAn,an@example.org\n")
        assert time.monotonic() - began < 0.5
        for each in busy:
            with pytest.raises(InvalidInput, match="dừng lại"):
                each.result()


@pytest.fixture
def site(database, tmp_path):
    """``campaign web`` in a process of its own: the process, its port, and a signed-in organizer's cookies."""
    key = "kept for the length of one test: " + "k" * 20
    config = Config(server=Server(base_url="http://localhost", secret_key=key))
    client = create_app(config, database).test_client()
    with database.write() as session:
        user = session.get_one(User, person(client.application, Role.ORGANIZER))
        session_key = sessions.begin(Act(session, clock.now(), NOBODY), user, way="link", browser=Browser())
    client.set_cookie(SIGN_IN, session_key)
    csrf = token(client)
    surroundings = {
        **os.environ,
        "CAMPAIGN_SERVER__BASE_URL": config.server.base_url,
        "CAMPAIGN_SERVER__SECRET_KEY": key,
        "CAMPAIGN_DATABASE__URL": str(database.url),
    }
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "campaign", "web", "--port", str(port)]
    with subprocess.Popen(command, cwd=tmp_path, env=surroundings, stdout=subprocess.PIPE, text=True) as process:
        assert "http://" in process.stdout.readline()
        cookies = f"{SIGN_IN}={session_key}; session={client.get_cookie('session').value}"
        yield process.pid, port, cookies, csrf
        process.terminate()
        process.wait(20)


def send(port: int, cookie: str, csrf: str, kind: str, data: bytes) -> int:
    """The status of an upload that waits, like a person, whenever it is told to."""
    path = "/desk/people/import" if kind in {"xlsx", "csv"} else "/desk/plans"
    edge = "x" * 30
    parts = [f'--{edge}\r\nContent-Disposition: form-data; name="csrf_token"\r\n\r\n{csrf}\r\n'.encode()]
    parts += [f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="a.{kind}"\r\n\r\n'.encode(), data]
    body = b"".join([*parts, f"\r\n--{edge}--\r\n".encode()])
    for _ in range(600):
        link = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        link.request(
            "POST",
            path,
            body,
            {"Cookie": cookie, "Content-Type": f"multipart/form-data; boundary={edge}", "Host": "localhost"},
        )
        answer = link.getresponse()
        answer.read()
        link.close()
        if answer.status != 503:
            return answer.status
        assert answer.getheader("Retry-After")
        time.sleep(0.3)
    return 503


@pytest.mark.requirement("S53")
@pytest.mark.slow
@pytest.mark.only("sqlite")
def test_pages_answer_within_a_second_while_twelve_hostile_files_come_at_once(site) -> None:
    process, port, cookie, csrf = site
    files = [(kind, data) for kind in ("xlsx", "csv") for data in KINDS[kind].values()]
    files += [("docx", make()[0]) for make in list(DOCUMENTS.values())[:20]]
    taken: list[tuple[float, str]] = []
    done = threading.Event()

    def watch() -> None:
        while not done.wait(0.1):
            for path in ("/healthz", "/agenda"):
                began = time.monotonic()
                link = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
                link.request("GET", path, headers={"Host": "localhost"})
                assert link.getresponse().status == 200
                link.close()
                taken.append((time.monotonic() - began, path))

    send(port, cookie, csrf, *files[0])  # what the first upload alone imports is no memory that has to return
    watcher = threading.Thread(target=watch)
    watcher.start()
    before = resident(process)
    with ThreadPoolExecutor(12) as pool:
        statuses = list(pool.map(lambda each: send(port, cookie, csrf, *each), files))
    done.set()
    watcher.join()
    assert set(statuses) <= {302, 303, 400, 413, 503}
    assert max(taken)[0] < 1, max(taken)
    assert resident(process) - before < 80, "megabytes"


def resident(process: int) -> int:
    """Megabytes of a process."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1_000_000


@pytest.mark.only("sqlite")
def test_plan_of_somebody_who_may_not_decide_is_not_read(database) -> None:
    """A file that takes its whole time, from an organizer of one group: refused before anybody reads it."""
    app = create_app(Config(server=Server(base_url="http://localhost", secret_key="k" * 40)), database, now=lambda: NOW)
    limited = signed_in(app, Role.ORGANIZER, [])
    data = {"csrf_token": token(limited), "file": (io.BytesIO(DOCUMENTS["endless_page_operators"]()[0]), "a.pdf")}
    began = time.monotonic()
    answer = limited.post("/desk/plans", data=data, content_type="multipart/form-data")
    assert answer.status_code == 403
    assert time.monotonic() - began < 10
