"""The command line as an administrator meets it: each command does its work, and bad input gets one sentence."""

from __future__ import annotations

import email
import email.policy
import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from time import monotonic, sleep

import pytest
from recorder import Recorder
from sqlalchemy import func, select

from campaign.calendar.planning import plan_due
from campaign.cli import main
from campaign.db import Database
from campaign.demo import configuration, fill_year
from campaign.errors import ConfigurationError
from campaign.migrate import migrate
from campaign.models import Event, Holiday, Member, Message, OneTimeLink, Reminder

ROOT = Path(__file__).parent.parent
SECRET = "tests-only-" + "0123456789abcdef" * 2


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(list(arguments))
    return int(left.value.code or 0)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder in which an administrator stands."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def one_sentence(text: str) -> bool:
    return text.startswith("campaign: ") and text.count("\n") == 1 and "Traceback" not in text


def test_init_makes_a_configuration_that_runs(folder, capsys):
    assert run("init", "--name", 'Sở "Công" Thương', "--sender", "lich@so.example.org") == 0
    assert "campaign run" in capsys.readouterr().out
    assert (folder / "campaign.toml").stat().st_mode & 0o077 == 0
    assert (folder / "campaign.db").exists()
    assert run("migrate") == 0
    assert run("feed", "-o", "lich.ics") == 0
    assert (folder / "lich.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


@pytest.mark.parametrize("way", [("init",), ("migrate",), ("import", "members", "danh-sach.csv")], ids=" ".join)
def test_every_way_to_a_database_fills_its_days_off(folder, empty_url, backend, monkeypatch, way):
    """On PostgreSQL the table stayed empty: reminders fell on Tết."""
    (folder / "danh-sach.csv").write_text("name,email\nHà,ha@example.org\n", encoding="utf-8")
    monkeypatch.setenv("CAMPAIGN_SERVER__SECRET_KEY", SECRET)
    if way == ("init",):
        assert run("init", "--database-url", empty_url) == 0
    else:
        monkeypatch.setenv("CAMPAIGN_DATABASE__URL", empty_url)
        if backend == "postgresql":
            assert run("migrate") == 0
        assert run(*way) == 0
    database = Database(empty_url)
    with database.read() as session:
        years = {day.year for day in session.scalars(select(Holiday.day))}
        links = session.scalar(select(func.count()).select_from(OneTimeLink))
    database.dispose()
    assert len(years) == 4
    assert links == (way == ("init",))  # the first administrator's link belongs to the database that is used


def test_init_never_overwrites_a_configuration(folder, capsys):
    (folder / "campaign.toml").write_text("# của tôi\n", encoding="utf-8")
    assert run("init") == 2
    assert one_sentence(capsys.readouterr().err)
    assert (folder / "campaign.toml").read_text(encoding="utf-8") == "# của tôi\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("--config", "khong-co.toml", "check"),
        ("khong-co-lenh-nay",),
        ("feed", "--calendar", "khong-co"),
        ("reconcile", "--from", "hôm nào đó"),
        ("import", "members", "khong-co.csv"),
        ("import", "calendar", "khong-co.ics"),
        ("import", "calendar"),
        ("run", "--port", "một"),
        ("run", "--host", "khong-co.invalid"),
        ("feed", "--calender", "all"),
        ("feed", "--calendar"),
        ("feed", "a", "b"),
        ("feed", "-o", "khong-co/lich.ics"),
        ("feed", "-o", "."),
        ("--config", ".", "feed"),
        ("reconcile", "--from", "2/1/2027", "--to", "1/1/2027"),
        ("roll", "năm sau"),
        ("init", "--sender", "ai đó"),
        ("init", "--base-url", "lich.so.example.org"),
        ("init", "--config", "khong-co/campaign.toml"),
    ],
    ids=" ".join,
)
def test_bad_input_gets_one_sentence(folder, capsys, arguments):
    assert run(*arguments) == 2
    assert one_sentence(capsys.readouterr().err)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("chekc",), "Không có lệnh “chekc”, gần nhất là check"),
        (("import", "plan"), "Còn thiếu FILE"),
        (("feed", "--calender"), "Không có tùy chọn --calender"),
        (("run", "--port", "70000"), "--port phải là một số nguyên từ 0 đến 65535"),
        (("roll", "abc"), "YEAR phải là một số nguyên từ"),
    ],
    ids=str,
)
def test_mistyped_command_is_answered_in_vietnamese(folder, capsys, arguments, said):
    assert run(*arguments) == 2
    assert said in capsys.readouterr().err


def test_command_alone_shows_the_help(folder, capsys):
    assert run() == 2
    assert capsys.readouterr().err.startswith("Usage: campaign ")


def test_configuration_may_be_named_after_the_command(folder, capsys):
    (folder / "noi-khac").mkdir()
    assert run("init", "--config", "noi-khac/lich.toml") == 0
    assert {file.name for file in (folder / "noi-khac").iterdir()} == {"lich.toml", "campaign.db"}
    assert run("feed", "--config", "noi-khac/lich.toml", "-o", "lich.ics") == 0
    assert run("import", "--config", "khong-co.toml", "members", "ai.csv") == 2
    assert {file.name for file in folder.iterdir()} == {"noi-khac", "lich.ics"}


def test_failed_init_leaves_the_folder_as_it_was(folder, capsys, monkeypatch):
    monkeypatch.setenv("CAMPAIGN_DATABASE__URL", "sqlite:////khong-co/lich.db")
    assert run("init") == 2
    assert one_sentence(capsys.readouterr().err)
    assert list(folder.iterdir()) == []


def test_file_that_is_no_database_is_named_so(folder, capsys, monkeypatch):
    (folder / "thu.txt").write_text("không phải cơ sở dữ liệu" * 100, encoding="utf-8")
    monkeypatch.setenv("CAMPAIGN_DATABASE__URL", "sqlite:///thu.txt")
    assert run("feed") == 2
    assert "không phải là một cơ sở dữ liệu SQLite" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["run", "demo"])
def test_taken_port_is_said_before_anything_is_done(folder, capsys, command):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert run(command, "--port", port) == 2
    seen = capsys.readouterr()
    assert one_sentence(seen.err)
    assert f"Cổng {port}" in seen.err
    assert seen.out == ""
    assert list(folder.glob("*.db")) == []


def test_unreachable_database_gets_one_sentence(folder, capsys, monkeypatch):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    monkeypatch.setenv("CAMPAIGN_DATABASE__URL", f"postgresql+psycopg://ai@127.0.0.1:{port}/lich")
    assert run("feed") == 2
    assert one_sentence(capsys.readouterr().err)


def test_check_names_section_and_option_of_each_problem(folder, capsys, monkeypatch):
    run("init")
    capsys.readouterr()
    monkeypatch.setenv("CAMPAIGN_SERVER__BASE_URL", "http://lich.example.org")
    monkeypatch.setenv("CAMPAIGN_REMINDERS__SEMINAR", "ba hôm trước")
    assert run("check", "--json") == 1
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert {("server", "base_url"), ("reminders", "seminar")} <= {(p["section"], p["option"]) for p in problems}


def test_check_finds_nothing_in_a_fresh_house(folder, capsys):
    """An old Python is worth a word, and no reason to fail."""
    assert run("init") == 0
    capsys.readouterr()
    assert run("check", "--json") == 0
    assert json.loads(capsys.readouterr().out)["problems"] == []


def test_check_changes_nothing(folder, capsys, monkeypatch):
    monkeypatch.setenv("CAMPAIGN_SERVER__SECRET_KEY", SECRET)
    assert run("check") == 0
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("section", "option", "value"),
    [
        ("holidays", "country", "ZZ"),
        ("server", "templates", "khong-co"),
        ("server", "trusted_hosts", "http://lich.example.org"),
        ("mail", "sender", "Ban VSTBPN <lich>"),
        ("mail", "username", "lich"),
        ("mail", "ca_file", "khong-co.pem"),
        ("server", "secret_key", "ngắn"),
        ("server", "secret_key", "abc" * 20),
        ("mail", "folder", "campaign.toml"),
        ("reminders", "hour", "25:00"),
        ("reminders", "quiet", "20:00,khuya"),
        ("database", "url", "sqlite:////khong-co/lich.db"),
    ],
)
def test_check_names_what_would_fail_later(folder, capsys, monkeypatch, section, option, value):
    run("init")
    capsys.readouterr()
    monkeypatch.setenv(f"CAMPAIGN_{section}__{option}".upper(), value)
    if option == "username":  # is wrong beside a server and without a password
        monkeypatch.setenv("CAMPAIGN_MAIL__SERVER", "127.0.0.1")
        monkeypatch.setenv("CAMPAIGN_MAIL__SECURITY", "none")
        option = "password"
    assert run("check", "--json") == 1
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert [(problem["section"], problem["option"]) for problem in problems] == [(section, option)]
    if (section, option) not in {("database", "url"), ("mail", "folder")}:  # these need a look at the disk
        assert run("run", "--port", "0") == 2
        assert f"[{section}] {option}: " in capsys.readouterr().err


def test_run_refuses_the_example_key(folder, capsys, monkeypatch):
    (folder / "campaign.toml").write_text((ROOT / "config.example.toml").read_text("utf-8"), encoding="utf-8")
    assert run("run", "--port", "0") == 2
    assert "[server] secret_key: khóa mẫu" in capsys.readouterr().err


def test_sender_with_a_name_is_taken(folder, capsys, monkeypatch):
    """``run`` started with it, and every mail failed with a traceback."""
    assert run("init", "--sender", "Ban Vì sự tiến bộ <lich@so.example.org>") == 0
    assert run("mail", "test", "ha@so.example.org") == 0
    (letter,) = (folder / "mail").glob("*.eml")
    message = email.message_from_bytes(letter.read_bytes(), policy=email.policy.default)
    assert str(message["From"]) == "Ban Vì sự tiến bộ <lich@so.example.org>"
    assert message["Message-ID"].endswith("@so.example.org>")


def test_mail_test_says_what_the_server_said(folder, capsys, monkeypatch):
    with Recorder(folder, mail="550 5.7.1 not you") as recorder:
        for option, value in (("SERVER", "127.0.0.1"), ("PORT", str(recorder.port)), ("SECURITY", "none")):
            monkeypatch.setenv(f"CAMPAIGN_MAIL__{option}", value)
        assert run("mail", "test", "ha@so.example.org") == 1
        assert "550" in capsys.readouterr().out
        assert run("check") == 1
        assert "không nhận thư gửi từ lich-cong-tac@example.org: 550" in capsys.readouterr().out


def test_check_says_that_the_provider_of_accounts_is_unreachable(folder, capsys, monkeypatch):
    run("init")
    monkeypatch.setenv("CAMPAIGN_SIGNIN__ISSUER", "http://127.0.0.1:9")
    monkeypatch.setenv("CAMPAIGN_SIGNIN__CLIENT_ID", "lich")
    capsys.readouterr()
    assert run("check", "--json") == 1
    assert [each["option"] for each in json.loads(capsys.readouterr().out)["problems"]] == ["issuer"]


def test_https_without_a_counted_proxy_is_worth_a_word(folder, capsys):
    run("init", "--base-url", "https://lich.so.example.org")
    capsys.readouterr()
    assert run("check", "--json") == 0
    assert ("server", "proxies") in {
        (each["section"], each["option"]) for each in json.loads(capsys.readouterr().out)["advice"]
    }


def test_engine_that_does_not_exist_is_refused(folder, capsys, monkeypatch):
    monkeypatch.setenv("CAMPAIGN_ENGINE__KIND", "celery")
    assert run("check") == 2
    assert one_sentence(capsys.readouterr().err)


@pytest.mark.parametrize("command", ["routes", "shell"])
def test_flask_finds_the_application(folder, command):
    """``create_app()`` without arguments reads the environment: Flask's own commands and WSGI servers need that."""
    done = subprocess.run(
        [sys.executable, "-m", "flask", "--app", "campaign", command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        input="",
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert command == "shell" or "/calendars/" in done.stdout


def test_application_of_the_environment_is_checked_as_run_does(folder, monkeypatch):
    from campaign import create_app  # noqa: PLC0415 - the web takes a while to import

    monkeypatch.setenv("CAMPAIGN_SERVER__SECRET_KEY", "ngắn")
    with pytest.raises(ConfigurationError, match=r"\[server\] secret_key: quá ngắn"):
        create_app()


def test_check_says_that_the_mail_server_does_not_answer(folder, capsys, monkeypatch):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    run("init")
    capsys.readouterr()
    for option, value in (("SERVER", "127.0.0.1"), ("PORT", str(port)), ("SECURITY", "none")):
        monkeypatch.setenv(f"CAMPAIGN_MAIL__{option}", value)
    assert run("check", "--json") == 1
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert ("mail", "server") in {(p["section"], p["option"]) for p in problems}


@pytest.fixture
def demo(tmp_path, now):
    """The demonstration's database as it is when the newcomer's page opens."""
    config = configuration(tmp_path, "http://127.0.0.1:8000", SECRET)
    database = Database(config.database_url)
    migrate(database)
    with database.write() as session:
        fill_year(session, config, now=now)
    yield config, database
    database.dispose()


def test_demo_reminds_somebody_within_the_first_minute(demo, now):
    config, database = demo
    with database.begin() as connection:
        first = connection.scalar(select(func.min(Reminder.due_at)).where(Reminder.due_at > now))
        assert 0 < (first - now).total_seconds() <= 60
        assert plan_due(connection, now=first, id_suffix=f".demo@{config.mail.domain}>") > 0


def test_demo_is_a_full_year(demo):
    _config, database = demo
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Member)) == 60
        kinds = set(session.scalars(select(Event.kind)))
        assert len(kinds) == 10
        assert session.scalar(select(func.count()).select_from(Event).where(Event.first_day.is_(None))) >= 3


def test_reconcile_is_exact_after_planning_and_says_when_it_is_not(demo, now, folder, capsys, monkeypatch):
    config, database = demo
    monkeypatch.setenv("CAMPAIGN_DATABASE__URL", config.database.url)
    with database.begin() as connection:
        plan_due(connection, now=connection.scalar(select(func.min(Reminder.due_at))), id_suffix=".demo@example.org>")
        connection.execute(Reminder.__table__.delete().where(Reminder.planned_at.is_(None)))
    assert run("reconcile", "--json") == 0
    assert json.loads(capsys.readouterr().out)["exact"] is True
    with database.begin() as connection:
        connection.execute(Message.__table__.update().values(result="sent"))
    assert run("reconcile") == 1
    assert "KHÔNG KHỚP" in capsys.readouterr().out


def test_feed_is_what_the_web_serves(demo, folder, monkeypatch, capsysbinary):
    from campaign import create_app  # noqa: PLC0415 - the web takes a while to import

    config, database = demo
    served = create_app(config, database).test_client().get("/calendars/all.ics").data
    monkeypatch.setenv("CAMPAIGN_DATABASE__URL", config.database.url)
    monkeypatch.setenv("CAMPAIGN_SERVER__BASE_URL", config.server.base_url)
    monkeypatch.setenv("CAMPAIGN_ORGANISATION__NAME", config.organisation.name)
    monkeypatch.setenv("CAMPAIGN_ORGANISATION__BODY", config.organisation.body)
    assert run("feed") == 0
    assert capsysbinary.readouterr().out == served


@contextmanager
def started(*arguments: str, folder: Path):
    """The real program in a process of its own, and its address once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "campaign", *arguments, "--port", str(port)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        yield process, f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.communicate()


def answer(process: subprocess.Popen[str], address: str) -> str:
    """What the address says; waits for the program to start."""
    give_up = monotonic() + 60
    while True:
        try:
            with urllib.request.urlopen(address, timeout=10) as page:
                return page.read().decode()
        except OSError:
            assert process.poll() is None, process.communicate()[0]
            assert monotonic() < give_up, "no answer"
            sleep(0.2)


def test_run_serves_ticks_and_leaves_at_sigterm(folder):
    with started("run", folder=folder) as (process, address):
        assert answer(process, f"{address}/healthz") == "ok\n"
        give_up = monotonic() + 30
        while '"ready":true' not in answer_or_error(f"{address}/readyz"):
            assert monotonic() < give_up, "never ready"
            sleep(0.2)
        process.send_signal(signal.SIGTERM)
        output, _ = process.communicate(timeout=30)
        assert process.returncode == 0, output
        assert "Traceback" not in output


def test_stop_while_pages_are_asked_for_ends_without_a_traceback(folder):
    """The server was closed under its workers: whoever had just answered could not say so any more."""
    with started("run", folder=folder) as (process, address), ThreadPoolExecutor(4) as readers:
        assert answer(process, f"{address}/healthz") == "ok\n"
        asked = [readers.submit(ask_on, f"{address}/healthz") for _ in range(4)]
        sleep(0.5)
        process.send_signal(signal.SIGTERM)
        output, _ = process.communicate(timeout=30)
        assert sum(each.result() for each in asked) > 0
    assert process.returncode == 0, output
    assert "Traceback" not in output


def ask_on(address: str) -> int:
    """Ask until nobody answers; how often somebody did."""
    number = 0
    with suppress(OSError, HTTPException):
        while True:
            with urllib.request.urlopen(address, timeout=10) as page:
                page.read()
            number += 1
    return number


@pytest.mark.parametrize(("proxies", "status"), [("0", 200), ("1", 404)])
def test_forwarded_address_arrives_behind_a_proxy_and_only_there(folder, monkeypatch, proxies, status):
    """The server used to drop X-Forwarded-For before ``server.proxies`` could count it."""
    monkeypatch.setenv("CAMPAIGN_SERVER__PROXIES", proxies)
    with started("run", folder=folder) as (process, address):
        assert "campaign_mail_held 0" in answer(process, f"{address}/metrics")
        connection = HTTPConnection(address.removeprefix("http://"), timeout=10)
        connection.request("GET", "/metrics", headers={"X-Forwarded-For": "203.0.113.9"})
        assert connection.getresponse().status == status
        connection.close()


def answer_or_error(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=10) as page:
            return page.read().decode()
    except urllib.error.HTTPError as error:
        return error.read().decode()


def test_second_run_on_one_sqlite_file_is_refused_in_one_sentence(folder):
    with started("run", folder=folder) as (process, address):
        answer(process, f"{address}/healthz")
        second = subprocess.run(
            [sys.executable, "-m", "campaign", "run", "--port", "0"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert second.returncode == 2
        assert "Traceback" not in second.stderr
        assert "campaign: Một tiến trình campaign khác" in second.stderr


def test_log_is_one_line_per_request_without_tokens(folder):
    with started("run", folder=folder) as (process, address):
        answer(process, f"{address}/healthz")
        answer_or_error(f"{address}/feeds/geheim-token-1234.ics?x=secret")
        answer_or_error(f"{address}/feeds/geheim-cut-off")
        process.send_signal(signal.SIGTERM)
        output, _ = process.communicate(timeout=30)
    lines = [line for line in output.splitlines() if " campaign.access: " in line]
    assert any("GET /healthz 200" in line for line in lines)
    assert any("GET /feeds/….ics 404" in line for line in lines)
    assert "geheim" not in output
    assert "secret" not in output
    assert re.search(
        r"^\d{4}-\d\d-\d\dT[\d:]+[+-]\d{4} INFO campaign.cli.run: campaign \S+: run started", output, re.MULTILINE
    )
    assert "INFO campaign.cli.run: stopped" in output


def test_demo_refuses_other_machines_without_a_word(folder, capsys):
    """Its mailbox and its desk stand open to whoever asks."""
    assert run("demo", "--host", "0.0.0.0", "--port", "0") == 2
    assert "--open-to-network" in capsys.readouterr().err


def test_run_waits_for_its_database(folder, request, monkeypatch):
    """A machine that starts everything at once starts us first; it was an exit with code 2."""
    cluster = request.getfixturevalue("cluster")
    name = "late_database"
    monkeypatch.setenv("CAMPAIGN_DATABASE__URL", cluster.url(name))
    with started("run", folder=folder) as (process, address):
        waiting = next(line for line in process.stdout if "waiting for the database" in line)
        assert "Traceback" not in waiting
        cluster.create(name)
        assert answer(process, f"{address}/healthz") == "ok\n"
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)
    cluster.drop(name)


def test_demo_answers_with_its_year_and_mailbox(folder):
    with started("demo", folder=folder) as (process, address):
        assert "Tháng hành động" in answer(process, f"{address}/")
        assert "Hộp thư mẫu" in answer(process, f"{address}/mailbox")
