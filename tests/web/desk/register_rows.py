"""An agency's registers: people, groups, rooms, days off, mail of every state, acts in the book."""

from __future__ import annotations

from datetime import date, time, timedelta

from sqlalchemy.orm import Session
from web.rows import NOW, event

from campaign.audit import PROGRAM, Act, Author
from campaign.calendar import changes
from campaign.calendar.agency import UnitOfWork, agency_of
from campaign.calendar.holidays import fill as fill_holidays
from campaign.config import Config
from campaign.directory import groups, members, rooms
from campaign.directory.members import Person
from campaign.models import Duty, Group, Member, Message, Plan, Reminder

BY = Author("Lê Thị Bích Hằng", 900)
NAMES = ("Nguyễn Thị Ánh", "Trần Văn An", "Lê Thị Thu Hà", "Phạm Đức Dũng", "Đỗ Ước", "Vũ Thị Hoà", "Bùi Bách")
REASONS = {
    "sent": ("", ""),
    "expired": ("too_late", ""),
    "suppressed": ("unsubscribed", ""),
    "failed": ("server", "550 5.1.1 Không có hộp thư này"),
    "quarantined": ("interrupted", ""),
    "uncertain": ("no_answer", "mail.binhminh.example.org:25"),
    "pending": ("", ""),
}


def fill(session: Session, config: Config) -> None:
    unit = groups.create(Act(session, NOW, BY), "Phòng Xây dựng nếp sống văn hóa và gia đình", "unit")
    board = groups.create(Act(session, NOW, BY), "Ban Nữ công", "body")
    people = [
        members.create(
            Act(session, NOW, BY),
            Person(name, f"can-bo-{number}@binhminh.example.org", unit.id, frozenset({board.id} if number % 2 else ())),
        )
        for number, name in enumerate(NAMES)
    ]
    twin = Person("Nguyễn Thị Ánh", "canbo0@binhminh.example.org", unit.id)
    people.append(members.create(Act(session, NOW, BY), twin))
    people[3].flagged_at, people[3].flag_reason = NOW, "server"
    people[3].flag_detail = "550 5.1.1 Không có hộp thư này"
    members.leave(Act(session, NOW, BY), people[4])
    rooms.create(Act(session, NOW, BY), rooms.Facts("Hội trường", 200, "tầng 2, nhà A", "có máy chiếu"))
    fill_holidays(session, config, [2027], today=NOW.date())
    _plan(session)
    _mails(session, config, people, board)


def _plan(session: Session) -> None:
    plan = Plan(year=2027, title="Kế hoạch bình đẳng giới năm 2027", created_at=NOW)
    session.add(plan)
    session.flush()
    session.add(Duty(plan_id=plan.id, position=1, outline="II.3", text="Tổ chức toạ đàm về phòng ngừa bạo lực giới."))


def _mails(session: Session, config: Config, people: list[Member], board: Group) -> None:
    talk = event(
        session, "Tọa đàm phòng ngừa bạo lực trên cơ sở giới", date(2027, 3, 20), None, time(14), time(16, 30),
        uid="toa-dam@example.org", place="Hội trường tầng 2", groups=[board],
    )  # fmt: skip
    event(session, "Giao lưu văn nghệ", date(2027, 5, 2), draft=True)
    session.flush()
    changes.rebuild(UnitOfWork(session, NOW, PROGRAM, agency_of(session, config)), talk)
    occurrence = session.get_one(type(talk), talk.id).id
    reminder = Reminder(
        occurrence_id=occurrence, lead="5 days before", due_at=NOW - timedelta(days=1), created_at=NOW,
        useful_until=NOW + timedelta(days=9), planned_at=NOW - timedelta(days=1),
    )  # fmt: skip
    session.add(reminder)
    session.flush()
    for member, (state, (reason, detail)) in zip(people, REASONS.items(), strict=False):
        ended = {"quarantined": "failed", "uncertain": None, "pending": None}.get(state, state)
        session.add(
            Message(
                reminder_id=reminder.id, member_id=member.id, message_id=f"<r{member.id}@example.org>",
                created_at=NOW - timedelta(days=1), next_at=NOW, useful_until=NOW + timedelta(days=9),
                attempts=0 if state == "pending" else 2, result=ended, settled_at=NOW if ended else None, reason=reason,
                detail=detail,
                uncertain_at=NOW if state == "uncertain" else None,
            )
        )  # fmt: skip
    session.flush()
