"""What it takes to add a kind of event, or a field: each test edits a copy of the program and looks at every edge."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.source import ROOT

KIND = """
    CONTEST = (
        "contest",
        Traits(
            label="Hội thi",
            short="hội thi",
            band=Band.GATHERINGS,
            color="olive",
            aliases=("thi đua",),
            reminders=("7 working days before",),
            form=frozenset({"place"}),
            is_period=False,
            is_deadline=False,
            is_attended=True,
            asks_answer=True,
            is_fixed=False,
            is_whole_day=False,
            takes_day=True,
            wants_day=False,
            is_gathering=True,
        ),
    )
"""
PRELUDE = """
import json, sys, tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
sys.path[:0] = [{copy!r}, {tests!r}]
import campaign
from campaign import create_app, migrate
from campaign.config import Config, DatabaseSettings, Server
from campaign.db import Database
from conftest import Visitor
from support import rows
from support.desk import signed_in

folder = Path(tempfile.mkdtemp(dir={copy!r}))
now = datetime(2027, 3, 1, 1, tzinfo=UTC)
database = Database(f"sqlite:///{{folder}}/campaign.db")
migrate.migrate(database)
server = Server(base_url="https://lich.example.org", secret_key="tests-only-" + "0123456789abcdef" * 2)
config = replace(Config(), server=server, folder=folder)
app = create_app(config, database, now=lambda: now)
app.test_client_class = Visitor
desk = signed_in(app)
found = {{"package": campaign.__file__}}
"""
KINDS_SEEN = """
from campaign.calendar import changes
from campaign.cli.plans import KINDS
from campaign.config.reader import options
from campaign.desk.busy import takes_time
from campaign.directory.calendar_entries import _KINDS
with database.write() as session:
    agency = rows.agency(session, config)
    event = rows.event(session, agency, now, date(2027, 4, 6), kind="contest", title="Nữ công gia chánh")
    uid, component = event.uid, event.component.decode()
    rows_of = rows.reminders(session, event.id)
    found["reminders"] = [reminder.lead for reminder in rows_of]
form = desk.get("/desk/events/new?lang=en&kind=contest").text
found |= {
    "command line": KINDS["contest"],
    "option": ("reminders", "contest", ("7 working days before",)) in options(),
    "category": _KINDS["thi dua"],
    "busy": takes_time("contest", date(2027, 4, 6), date(2027, 4, 6), None),
    "feed": "COLOR:olive" in component and "Hội thi" in component,
    "form": ">Contest</option>" in form,
    "place": 'data-for="' in form and "contest" in form.split('data-for="')[1].split('"')[0],
    "page": "Contest" in desk.get(f"/events/{uid}?lang=en").text,
    "vietnamese": "Hội thi" in desk.get(f"/events/{uid}?lang=vi").text,
    "year": "Nữ công gia chánh" in desk.get("/years/2027").text,
    "rules": "Contest" in desk.get("/desk/rules?lang=en").text,
    "subscribe": 'value="contest"' in desk.get("/subscribe").text,
    "board": "contest" in desk.get("/desk/").text,
}
print(json.dumps(found))
"""


FIELD_COLUMN = '    dress: Mapped[str] = mapped_column(default="", server_default=EMPTY)\n'
FIELD_STEP = """
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{head}"


def upgrade() -> None:
    op.add_column("event", sa.Column("dress", sa.String(), server_default=sa.text("''"), nullable=False))
"""
FIELD_ENTRY = """    dress: str = event_field("trang phục", default="", shown=(*PAGES, "feed", "mail"), announced=True)
"""
FIELDS_SEEN = """
from sqlalchemy import select
from campaign.audit import Author
from campaign.calendar.agency import UnitOfWork
from campaign.desk import decisions, scheduling
from campaign.mailing.facts import changes_of, facts_of
from campaign.mailing.matters import matter_of, today_of
from campaign.calendar.announced import differences, digest, state_of
from campaign.models import AnnouncedState, Event, MailContent, Notice
from campaign.sending.outbox import ContentKey
from support.desk import post
with database.write() as session:
    people = rows.members(session, 1, now)
    group = rows.group(session, now, people)
day = {"kind": "seminar", "title": "Tọa đàm", "first": "6/4/2027", "group_ids": str(group.id)}
answer = post(desk, "/desk/events", {**day, "dress": "áo dài"})
uid = answer.headers["Location"].split("/desk/events/")[1].split("?")[0]
with database.write() as session:
    work = UnitOfWork(session, now, Author("test"), rows.agency(session, config))
    event = session.scalars(select(Event)).one()
    found["stored"] = event.dress
    decisions.confirm(work, event, invite=False)
    draft = scheduling.draft_of(session, event)
    changed = replace(draft, dress="áo dài màu cam")
    scheduling.edit(work, event, changed, version=event.version, notify=True)
    session.flush()
    notice = session.scalars(select(Notice)).one()
    present = state_of(session, event, now=now)
    base = digest(notice.facts)
    content = MailContent(notice_id=notice.id, language="en", subject="", body=b"", created_at=now)
    session.add(content)
    session.flush()
    session.add(AnnouncedState(content_id=content.id, event_id=event.id, digest=base, facts=notice.facts))
    session.flush()
    found["announced"] = differences(notice.facts, present, today=now.date())["dress"]
    found["feed"] = "Trang phục: áo dài màu cam" in event.component.decode().replace("\\r\\n ", "")
    matter = matter_of(session, ContentKey(None, notice.id, "en", 0, base), now=now)
    found["mail"] = [change.label for change in changes_of(matter, "en", today=now.date())]
    found["facts"] = ("dress", "Dress", "áo dài màu cam") in facts_of(matter, "en", now=now, config=config).rows
found["public"] = "<dt>Dress</dt>" in desk.get(f"/events/{uid}?lang=en").text
page = desk.get(f"/desk/events/{uid}?lang=en").text
found["desk"] = "<dt>Dress</dt>" in page
found["audit log"] = "dress: " in page and "<del" in page
found["form"] = 'name="dress"' in desk.get(f"/desk/events/{uid}/edit").text
print(json.dumps(found))
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The program, to be edited."""
    for name in ("campaign", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def words(copy: Path, vietnamese: str, english: str) -> None:
    catalogue = copy / "campaign/translations/en/LC_MESSAGES/messages.po"
    with catalogue.open("a", encoding="utf-8") as file:
        file.write(f'\nmsgid "{vietnamese}"\nmsgstr "{english}"\n')


def seen(copy: Path, look: str) -> dict[str, object]:
    script = PRELUDE.format(copy=str(copy), tests=str(ROOT / "tests")) + look
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=copy, env=surroundings, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr[-3000:]
    found: dict[str, object] = json.loads(run.stdout.splitlines()[-1])
    assert str(found.pop("package")).startswith(str(copy))
    return found


def test_a_new_kind_is_one_entry_and_its_words(copy: Path) -> None:
    """Two edits here; the third place is ``config.example.toml``, which shows every option."""
    edit(copy / "campaign/kinds.py", "\n\nPERIODS = frozenset(", KIND + "\n\nPERIODS = frozenset(")
    words(copy, "Hội thi", "Contest")
    found = seen(copy, KINDS_SEEN)
    assert found.pop("reminders") == ["7 working days before"]
    assert found.pop("command line") == "hội thi"
    assert found.pop("category") == "contest"
    assert [name for name, is_there in found.items() if is_there is not True] == []


def test_a_kind_that_lacks_anything_does_not_start(copy: Path) -> None:
    edit(
        copy / "campaign/kinds.py",
        "\n\nPERIODS = frozenset(",
        KIND.replace('            color="olive",\n', "") + "\n\nPERIODS = frozenset(",
    )
    with pytest.raises(AssertionError, match="color"):
        seen(copy, "print('{}')")


def test_a_new_field_is_a_column_an_entry_and_a_control(copy: Path) -> None:
    """Four places and its words: the column, its migration, its entry, its control in the form."""
    edit(
        copy / "campaign/models/event.py", "    preparation: Mapped[str]", FIELD_COLUMN + "    preparation: Mapped[str]"
    )
    steps = copy / "campaign/migrations/versions"
    head = max(steps.glob("[0-9]*.py")).name[:4]
    (steps / "9999_dress.py").write_text(FIELD_STEP.format(head=head), encoding="utf-8")
    edit(
        copy / "campaign/calendar/draft.py",
        "    preparation: str = event_field(",
        FIELD_ENTRY + "    preparation: str = event_field(",
    )
    form = "    preparation = TextAreaField("
    edit(copy / "campaign/web/desk/eventform.py", form, '    dress = StringField(_("Trang phục"))\n' + form)
    control = "    {{ field(form.preparation,"
    edit(copy / "templates/desk/events/edit.html", control, "    {{ field(form.dress) }}\n" + control)
    words(copy, "trang phục", "dress")
    found = seen(copy, FIELDS_SEEN)
    assert found.pop("stored") == "áo dài"
    assert found.pop("announced") == ["áo dài", "áo dài màu cam"]
    assert found.pop("mail") == ["Dress"]
    assert [name for name, is_there in found.items() if is_there is not True] == []
