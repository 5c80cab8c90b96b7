"""A person's rights to their data: a copy, and that of an erased person nothing is left, a restore included."""

from __future__ import annotations

import json
import os
import subprocess
import tarfile
from collections.abc import Iterator
from datetime import date, time, timedelta
from functools import partial
from itertools import count

import pytest
from click.testing import CliRunner
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError
from support import rows
from support.desk import person, post, signed_in
from support.postgresql import programs
from test_scheduler import at

from campaign import backup, create_app
from campaign.audit import Author
from campaign.calendar import personal
from campaign.calendar.agency import UnitOfWork
from campaign.cli import campaign
from campaign.dates.written import plain
from campaign.dates.zones import zone
from campaign.directory import duplicates, erasure, members
from campaign.directory.members import Person
from campaign.documents import lists, sheets
from campaign.documents.lists import LISTS, Scope
from campaign.errors import Conflict
from campaign.models import (
    Attendance,
    AuditEntry,
    Award,
    Erasure,
    Event,
    Guest,
    Import,
    Member,
    Message,
    Notice,
    OneTimeLink,
    Plan,
    Purpose,
    Response,
    Role,
    SignIn,
    User,
)
from campaign.scheduler import Clockwork
from tests.conftest import Visitor

ZONE = zone("Asia/Ho_Chi_Minh")
BY = Author("Lê Thu Trang")
CANARIES = 40
DAY = timedelta(days=1)


class Canaries:
    """Values that stand nowhere else."""

    def __init__(self) -> None:
        self.numbers = count(1)
        self.words: list[str] = []

    def __call__(self, text: str = "{}") -> str:
        self.words.append(f"canary{next(self.numbers):02}xq")
        return text.format(self.words[-1].capitalize())

    def left_in(self, data: bytes) -> list[str]:
        """Those that stand in these bytes, in any case."""
        folded = data.lower()
        return [word for word in self.words if word.encode() in folded]


@pytest.fixture
def canaries() -> Canaries:
    return Canaries()


@pytest.fixture
def work(database, config, now):
    """A change with its transaction."""

    def run(change, moment=now):
        with database.write() as session:
            return change(UnitOfWork(session, moment, BY, rows.agency(session, config, "3 working days before")))

    return run


@pytest.fixture
def member(work, canaries, now, database) -> int:
    """A person of whom forty values are kept, in every table that has any."""

    def plant(work: UnitOfWork) -> int:
        session, new = work.session, canaries
        twin = members.create(work, Person(new("Nguyễn {}"), new("{}@example.org"), language="en"))
        one = members.create(work, Person(new("Trần {} ") + new(), new("{}@example.org"), sex="female"))
        for _ in range(4):
            members.change(work, one, Person(new("Trần {} ") + new(), new("{}@example.org"), sex="female"))
        duplicates.merge(work, one, twin)
        group = rows.group(session, now, [one])
        one.flagged_at, one.flag_reason, one.flag_detail = now, "server", new("550 {} unknown")
        name, address = one.name, one.address
        event = rows.event(
            session, work.agency, now, date(2027, 3, 8), start=time(14), end=time(16),
            contact=f"đ/c {name}, {address}", contact_id=one.id, description=f"Gặp {name}", plus=[one],
            speakers=[f"Bà {name}"],
        )  # fmt: skip
        happened = rows.occurrences(session, event.id)[0]
        happened.description = f"Cùng {name}"
        for day in (9, 10, 11):
            other = rows.event(session, work.agency, now, date(2027, 3, day), groups=[group])
            place = rows.occurrences(session, other.id)[0].id
            note = Response(
                occurrence_id=place, member_id=one.id, answer="declined", note=new("ốm {}"), answered_at=now
            )
            seen = Attendance(occurrence_id=place, member_id=one.id, state="excused", noted_at=now, noted_by="Trang")
            session.add_all([note, seen])
        plan = Plan(title="Kế hoạch", year=2027, created_at=now)
        session.add(plan)
        for number in range(3):
            notice = Notice(
                kind="change", event_id=event.id, facts={"contact": ["", f"đ/c {name}"]}, text=f"Hỏi {address}",
                created_at=now, due_at=now, useful_until=now + timedelta(days=2),
            )  # fmt: skip
            session.add(notice)
            session.flush()
            mail = Message(
                notice_id=notice.id, member_id=one.id, message_id=f"<n{number}@example.org>", created_at=now,
                next_at=now, useful_until=now, settled_at=now, detail=new("<{}>"), result="failed",
            )  # fmt: skip
            session.add(mail)
        session.add(
            Award(plan_id=plan.id, recipient=name, member_id=one.id, reason=f"{name} tích cực", nominated_on=now)
        )
        user = User(name=name, address=address, address_key=one.address_key, role=Role.READER, created_at=now)
        user.disabled_at, user.oidc_subject, user.last_signed_in_at = now, new(), now
        session.add(user)
        session.flush()
        for _ in range(4):
            entry = SignIn(
                user_id=user.id, digest=new(), way="link", agent=new(), network=new(), created_at=now, seen_at=now
            )
            session.add(entry)
        session.add(
            OneTimeLink(
                purpose=Purpose.SIGN_IN,
                seed="s",
                digest=new(),
                user_id=user.id,
                address=address,
                created_at=now,
                expires_at=now,
            )
        )
        old = {"name": new(), "address": new(), "unit_id": None}
        session.add(
            Import(
                user_id=user.id, by_name="Trang", file_name="a.csv", digest="d", created_at=now, confirmed_at=now,
                changes={"changed": {str(one.id): {"old": old, "new": {"name": new()}}}},
            )
        )  # fmt: skip
        work.record("edit", event, {"contact": ""}, {"contact": f"đ/c {name}"})
        personal.make_token(work, one)
        return one.id

    number = work(plant)
    assert len(canaries.words) >= CANARIES, len(canaries.words)
    return number


def everything(database, config, tmp_path) -> Iterator[tuple[str, bytes]]:
    """Every place that keeps data: the database's files or rows, mails, exports, the next backup."""
    for file in sorted(tmp_path.rglob("*")):
        if file.is_file() and "backup" not in file.name:
            yield file.name, file.read_bytes()
    if not database.is_sqlite:
        url = database.url.set(drivername="postgresql", password=None).render_as_string()
        dump = subprocess.run(["pg_dump", "--dbname", url], capture_output=True, check=True).stdout
        yield "rows", dump
    with database.read() as session:
        for name in LISTS:
            table = lists.table(session, name, Scope(2027, date(2027, 3, 5), ZONE), "vi")
            yield f"{name}.csv", sheets.as_csv(table)
            yield f"{name}.xlsx", sheets.as_xlsx(table)


def in_backup(config, database, file, now) -> bytes:
    backup.save(config, database, file, now=now)
    with tarfile.open(file) as tar:
        return b"".join(tar.extractfile(each).read() for each in tar.getmembers())


@pytest.fixture
def path(monkeypatch) -> None:
    monkeypatch.setenv("PATH", f"{programs()}{os.pathsep}{os.environ['PATH']}")


def erased(work, config, number, moment) -> None:
    folder = config.path(config.mail.folder)
    work(lambda work: erasure.erase(work, work.session.get_one(Member, number), mail_folder=folder), moment)


def counts(database) -> list[int]:
    nouns = Member, Response, Attendance, Message, Event
    with database.read() as session:
        return [session.scalar(select(func.count()).select_from(noun)) for noun in nouns]


@pytest.mark.requirement("S59")
def test_of_an_erased_person_nothing_is_left(
    database, config, now, work, member, canaries, tmp_path, path, caplog, capfd
) -> None:
    moment = now + timedelta(days=3)
    with database.write() as session:
        session.get_one(Member, member).flagged_at = None
    clockwork: Clockwork = at(config, database, moment)
    clockwork.plan()
    clockwork.deliver()
    clockwork.post.close()
    clockwork.accounts.close()
    found = {name: canaries.left_in(data) for name, data in everything(database, config, tmp_path)}
    assert len(set().union(*found.values())) >= CANARIES
    assert any(found[name] for name in found if name.endswith(".eml"))
    before = counts(database)
    erased(work, config, member, moment)
    assert canaries.left_in(in_backup(config, database, tmp_path / "backup.tar.gz", moment)) == []
    clockwork.erase()
    database.dispose()
    left = {name: canaries.left_in(data) for name, data in everything(database, config, tmp_path)}
    assert {name: words for name, words in left.items() if words} == {}
    assert canaries.left_in((caplog.text + "".join(capfd.readouterr())).encode()) == []
    assert counts(database) == before


@pytest.mark.requirement("S59")
def test_restore_of_an_older_backup_brings_nobody_back(
    database, config, now, work, member, canaries, tmp_path, path
) -> None:
    file = tmp_path / "backup.tar.gz"
    assert canaries.left_in(in_backup(config, database, file, now))
    erased(work, config, member, now)
    recorded = erasure.recorded(database)
    database.dispose()
    backup.restore(file, database, now=now, prepare=partial(erasure.carry, recorded))
    assert erasure.keep_up(database, config=config, now=now) == 1
    assert erasure.purge(database, now=now)
    database.dispose()
    for old in tmp_path.glob("*.before-restore*"):
        old.unlink()
    left = {name: canaries.left_in(data) for name, data in everything(database, config, tmp_path)}
    assert {name: words for name, words in left.items() if words} == {}
    assert erasure.keep_up(database, config=config, now=now) == 0
    assert not erasure.purge(database, now=now)


def test_erased_twice_is_erased_once_and_the_audit_log_stays_append_only(database, config, now, work, member) -> None:
    for _ in range(2):
        erased(work, config, member, now)
    with database.read() as session:
        assert len(session.scalars(select(AuditEntry).where(AuditEntry.verb == "erase")).all()) == 1
        assert len(session.scalars(select(Erasure)).all()) == 2  # the person, and whom a merger made one with them
        assert session.get_one(Member, member).sex == "female"
    with pytest.raises(DBAPIError, match="append-only"), database.begin() as connection:
        connection.exec_driver_sql("UPDATE history SET title = ''")


def test_erased_address_may_come_back_as_a_new_person(database, config, now, work, member) -> None:
    with database.read() as session:
        address = session.get_one(Member, member).address
    erased(work, config, member, now)
    work(lambda work: members.create(work, Person("Người mới", address)))
    assert erasure.keep_up(database, config=config, now=now) == 0


def test_name_of_two_people_stays_where_it_may_mean_the_other(database, config, now, work) -> None:
    with database.write() as session:
        one, _other = rows.members(session, 2, now, name="Nguyễn Thị Lan")
        event = rows.draft(session, now, date(2027, 3, 8), description="Chị Nguyễn Thị Lan phát biểu")
        number, event_id = one.id, event.id
    erased(work, config, number, now)
    with database.read() as session:
        assert session.get_one(Event, event_id).description == "Chị Nguyễn Thị Lan phát biểu"
        assert session.get_one(Member, number).name == erasure.ERASED


def test_open_account_is_closed_before_its_person_is_erased(database, config, now, work, member) -> None:
    with database.write() as session:
        session.scalars(select(User)).one().disabled_at = None
    with pytest.raises(Conflict, match="khóa tài khoản"):
        erased(work, config, member, now)


@pytest.fixture
def app(config, database, now):
    application = create_app(config, database, now=lambda: now)
    application.test_client_class = Visitor
    return application


@pytest.mark.requirement("S59")
def test_copy_holds_everything_that_is_kept_of_a_person(app, member, canaries, database) -> None:
    desk = signed_in(app, Role.ADMINISTRATOR)
    answer = post(desk, f"/desk/people/{member}/copies/json", {})
    assert answer.headers["Content-Disposition"].startswith("attachment")
    found = json.loads(answer.data)
    with database.read() as session:
        address = session.get_one(Member, member).address
    assert found["person"]["address"] == address
    assert [len(found[name]) for name in ("responses", "attendance", "feeds", "awards", "in charge of")] == [
        3,
        3,
        1,
        1,
        1,
    ]
    assert found["account"]["sessions"]
    assert len(canaries.left_in(plain(answer.text).encode())) >= CANARIES / 2
    calendar = post(desk, f"/desk/people/{member}/copies/ics", {})
    assert calendar.data.startswith(b"BEGIN:VCALENDAR")
    assert post(desk, f"/desk/people/{member}/copies/exe", {}).status_code == 404
    assert "xuất bản sao dữ liệu cá nhân" in desk.get(f"/desk/people/{member}").text


def test_administrator_sees_what_goes_and_erases(app, member, canaries) -> None:
    desk = signed_in(app, Role.ADMINISTRATOR)
    page = desk.get(f"/desk/people/{member}/erasure").text
    assert "3 câu trả lời" in page
    answer = post(desk, f"/desk/people/{member}/erasure", {})
    assert answer.status_code == 303
    page = desk.get(f"/desk/people/{member}").text
    assert "Dữ liệu cá nhân đã xóa" in page
    assert canaries.left_in(page.encode()) == []
    for address in (f"/desk/people/{member}/edit", f"/desk/people/{member}/erasure"):
        assert desk.get(address).status_code == 409
    assert canaries.left_in(desk.get("/desk/people?state=left").data) == []


@pytest.mark.parametrize("role", [Role.READER, Role.ORGANIZER])
def test_rights_of_a_person_are_for_administrators(app, member, role) -> None:
    desk = signed_in(app, role)
    assert person(app, role)
    assert desk.get(f"/desk/people/{member}/erasure").status_code == 403
    assert "Xóa dữ liệu cá nhân" not in desk.get(f"/desk/people/{member}").text


@pytest.mark.requirement("S59")
def test_who_left_long_ago_and_old_guests_are_erased_by_the_clock(database, config, now) -> None:
    limit = timedelta(days=config.retention.people)
    with database.write() as session:
        members_of = rows.members(session, 3, now)
        members_of[0].left_at, members_of[1].left_at = now - limit - DAY, now - limit + DAY
        event = rows.event(session, rows.agency(session, config), now, date(2027, 3, 8))
        place = rows.occurrences(session, event.id)[0].id
        for age in (limit + DAY, limit - DAY):
            session.add(Guest(occurrence_id=place, name="Bà Khách", unit="Sở bạn", noted_at=now - age))
    for _ in range(2):
        at(config, database, now).erase()
    with database.read() as session:
        erased_ones = session.scalars(select(Member.id).where(Member.erased_at.is_not(None))).all()
        assert erased_ones == [members_of[0].id]
        assert session.scalars(select(Guest.name).order_by(Guest.id)).all() == [erasure.ERASED, "Bà Khách"]


@pytest.mark.only("sqlite")
@pytest.mark.requirement("S59")
def test_command_lists_whom_a_leak_concerns(database, now, tmp_path, monkeypatch) -> None:
    with database.write() as session:
        early, late, other = (rows.members(session, 1, now + each * DAY)[0] for each in range(3))
        group = rows.group(session, now, [early, late])
        name = group.name
        addresses = [early.address, late.address, other.address]
    monkeypatch.setenv("CAMPAIGN_DATABASE__URL", database.url.render_as_string())
    monkeypatch.setenv("CAMPAIGN_SERVER__SECRET_KEY", "tests-only-" + "0123456789abcdef" * 2)
    file = tmp_path / "affected.csv"

    def found(*arguments: str) -> list[str]:
        answer = CliRunner().invoke(campaign, ["affected", "-o", str(file), *arguments], catch_exceptions=False)
        assert answer.exit_code == 0, answer.output
        text = file.read_text("utf-8-sig")
        return [address for address in addresses if address in text]

    assert found("--until", "2027-03-02") == addresses[:2]
    assert found("--until", "2027-03-09", "--group", name) == addresses[:2]
    assert found("--until", "2027-03-09") == addresses
