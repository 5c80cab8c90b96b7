"""Files made to hurt their reader are refused in one sentence or read within limits, and the app goes on."""

from __future__ import annotations

import contextlib
import io
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import hostile_files
import openpyxl
import plan_files
import pytest
from plan_files import W, paragraph, raw_docx, run

from campaign.errors import InvalidInput
from campaign.reading.formats.archive import open_ooxml
from campaign.reading.formats.extract import extract
from campaign.reading.sandbox import extract_safely, run_safely


@dataclass
class Outcome:
    """What became of one file, and how often the parent's clock ticked meanwhile."""

    expected: str | tuple[str | None, ...] | None
    message: str | None
    ticks: int


class Ticker:
    """A thread of the parent that counts, as the reminder tick would."""

    def __init__(self) -> None:
        self.count = 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._tick)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._done.set()
        self._thread.join()

    def _tick(self) -> None:
        while not self._done.wait(0.01):
            self.count += 1


def read(name: str, ticker: Ticker) -> Outcome:
    data, expected = hostile_files.ALL[name]()
    seconds = 2 if expected == hostile_files.SLOW else 20
    before, message = ticker.count, None
    try:
        extract_safely(data, name, seconds=seconds)
    except InvalidInput as refusal:
        message = refusal.message
    return Outcome(expected, message, ticker.count - before)


@pytest.fixture(scope="module")
def outcomes() -> dict[str, Outcome]:
    """All hostile files, two at a time in one process, as two uploads would be."""
    with Ticker() as ticker, ThreadPoolExecutor(2) as pool:
        names = list(hostile_files.ALL)
        return dict(zip(names, pool.map(lambda name: read(name, ticker), names), strict=True))


@pytest.mark.requirement("S51")
@pytest.mark.parametrize("name", list(hostile_files.ALL))
def test_hostile_file_is_refused_or_read(name: str, outcomes: dict[str, Outcome]) -> None:
    outcome = outcomes[name]
    allowed = outcome.expected if isinstance(outcome.expected, tuple) else (outcome.expected,)
    if outcome.message is None:
        assert None in allowed
    else:
        assert any(sentence and sentence in outcome.message for sentence in allowed), outcome.message
        assert "\n" not in outcome.message


@pytest.mark.parametrize("name", list(hostile_files.OTHER_KINDS))
def test_other_kind_is_refused_with_how_to_convert_it(name: str) -> None:
    data, sentence = hostile_files.OTHER_KINDS[name]()
    with pytest.raises(InvalidInput, match=re.escape(str(sentence))):
        extract(data, "kế hoạch.docx")


def test_parent_ticks_during_every_file(outcomes: dict[str, Outcome]) -> None:
    # The one file that is refused for its size starts no child.
    ticks = {name: outcome.ticks for name, outcome in outcomes.items() if name != "too_large"}
    assert {name: count for name, count in ticks.items() if count < 1} == {}


@pytest.fixture
def listener() -> Iterator[tuple[int, list[object]]]:
    """A port of this machine and the connections that came to it."""
    hits: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        done = threading.Event()

        def accept() -> None:
            while not done.is_set():
                with contextlib.suppress(TimeoutError):
                    hits.append(server.accept())

        thread = threading.Thread(target=accept)
        thread.start()
        yield server.getsockname()[1], hits
        done.set()
        thread.join()


@pytest.mark.requirement("S52")
@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/numbering.xml"])
def test_external_entity_reaches_neither_file_nor_network(part, listener, tmp_path) -> None:
    port, hits = listener
    secret = tmp_path / "secret.txt"
    secret.write_text("matkhau-cua-so")
    address = f"http://127.0.0.1:{port}"
    entities = (
        f'<!DOCTYPE x SYSTEM "{address}/x.dtd" [<!ENTITY a SYSTEM "file://{secret}">'
        f'<!ENTITY b SYSTEM "{address}/b"><!ENTITY % p SYSTEM "{address}/p"> %p;]>'
    )
    inner = f"{entities}<w:document {W}><w:body>{paragraph(run('&a;&b;'))}</w:body></w:document>".encode()
    if part == "word/document.xml":
        data = raw_docx(inner, around=False)
    else:
        data = raw_docx(paragraph(run("Họp.")), (part, inner))
    for reader in (extract, extract_safely):
        with pytest.raises(InvalidInput, match="DTD") as refusal:
            reader(data)
        assert "matkhau" not in str(refusal.value)
    assert hits == []


def test_external_relationship_is_not_followed(listener) -> None:
    port, hits = listener
    target = f'TargetMode="External" Target="http://127.0.0.1:{port}/t"'
    link = (
        f'<Relationships xmlns="{plan_files.PACKAGE}/relationships">'
        f'<Relationship Id="r9" Type="{plan_files.OFFICE}/relationships/attachedTemplate" {target}/>'
    )
    parts = ("word/_rels/settings.xml.rels", f"{link}</Relationships>".encode())
    assert extract_safely(raw_docx(paragraph(run("Họp.")), parts)).text == "Họp.\n"
    assert hits == []


@pytest.mark.requirement("S53")
def test_memory_limit_is_kept_by_the_child() -> None:
    with pytest.raises(InvalidInput, match="bộ nhớ"):
        extract_safely(b"a b " * 1_000_000, memory_mb=40)


def test_time_limit_names_the_seconds() -> None:
    data, _ = hostile_files.endless_page_operators()
    with pytest.raises(InvalidInput, match="hơn 1 giây"):
        extract_safely(data, seconds=1)


def test_unknown_task_of_the_child_is_one_sentence() -> None:
    with pytest.raises(InvalidInput, match="cấu trúc lạ"):
        run_safely("nothing", b"x")


def test_child_gives_the_same_document() -> None:
    data = plan_files.plan_docx()
    assert extract_safely(data, "kế hoạch.pdf") == extract(data, "kế hoạch.pdf")


def test_parent_loads_no_parser() -> None:
    program = (
        "import sys; from campaign.reading.sandbox import extract_safely\n"
        "assert extract_safely(b'Hop.').text == 'Hop.\\n'\n"
        "print({'pypdf', 'lxml', 'docx', 'pyexpat', 'flask', 'PIL'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads the memory that Linux accounts")
def test_memory_of_the_parent_stays_small(tmp_path) -> None:
    for name in ("huge_attribute", "compressed_page_bomb"):
        (tmp_path / name).write_bytes(hostile_files.ALL[name]()[0])
    program = (
        "import pathlib, re, sys\n"
        "from campaign.errors import InvalidInput\n"
        "from campaign.reading.sandbox import extract_safely\n"
        "def most():\n"
        "    status = pathlib.Path('/proc/self/status').read_text()\n"
        "    return int(re.search(r'VmHWM:\\s+(\\d+)', status)[1]) // 1000\n"
        "before = most()\n"
        "for path in pathlib.Path(sys.argv[1]).iterdir():\n"
        "    try:\n        extract_safely(path.read_bytes())\n"
        "    except InvalidInput:\n        pass\n"
        "print(most() - before)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 50


def as_worker(program: str, *arguments: object) -> str:
    """What a program prints after it has given up the rights that the child gives up."""
    start = "import os, pathlib, socket, sys; from campaign.reading import worker\n"
    done = subprocess.run(
        [sys.executable, "-c", f"{start}worker._lower_rights(5, 256)\n{program}", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.mark.requirement("S53")
def test_child_writes_no_file(tmp_path) -> None:
    target = tmp_path / "out.txt"
    program = (
        "try:\n    pathlib.Path(sys.argv[1]).write_text('x')\n"
        "except OSError as error:\n    print(type(error).__name__)\n"
    )
    assert as_worker(program, target) == "OSError\n"
    assert target.read_bytes() == b""


@pytest.mark.requirement("S53")
def test_child_has_no_network_where_the_kernel_lets_it_leave(listener) -> None:
    port, hits = listener
    program = (
        "left = os.readlink('/proc/self/ns/net') != sys.argv[2]\n"
        "try:\n    socket.create_connection(('127.0.0.1', int(sys.argv[1])))\nexcept OSError:\n    pass\n"
        "print(left)\n"
    )
    left = as_worker(program, port, Path("/proc/self/ns/net").readlink())
    if left == "False\n":
        pytest.skip("this kernel gives ordinary processes no network of their own")
    assert hits == []


def test_workbook_passes_the_guard() -> None:
    book = openpyxl.Workbook()
    book.active.append(["họ tên", "thư"])
    file = io.BytesIO()
    book.save(file)
    parts = open_ooxml(file.getvalue())
    parts.check_xml()
    assert "xl/workbook.xml" in parts
    assert b"sheet" in parts.read("xl/workbook.xml")


@pytest.mark.requirement("S52")
def test_workbook_with_a_dtd_is_refused() -> None:
    data = plan_files.zipped([("xl/workbook.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')])
    with pytest.raises(InvalidInput, match="DTD"):
        open_ooxml(data).check_xml()


def test_embedded_workbook_does_not_refuse_the_plan() -> None:
    book = plan_files.zipped([("xl/workbook.xml", b"<a/>")])
    data = raw_docx(paragraph(run("Họp.")), ("word/embeddings/Bang.xlsx", book))
    assert extract(data).text == "Họp.\n"
