"""The demonstration: a made-up agency with sixty members and a full year, moved to the current year.

Everything goes through the same verbs that organizers use, so what the newcomer sees is the product at work.
"""

from __future__ import annotations

import hashlib
from datetime import date, datetime, time, timedelta
from importlib import resources
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from campaign.access import accounts, one_time_links
from campaign.audit import NOBODY, PROGRAM, Act, Author
from campaign.calendar import changes
from campaign.calendar.agency import UnitOfWork, agency_of
from campaign.calendar.holidays import fill
from campaign.config import Config, DatabaseSettings, Engine, Mail, Organisation, Server
from campaign.dates import lunar
from campaign.dates.working import WorkingCalendar
from campaign.desk.rolling import title_year
from campaign.directory.member_file import Row
from campaign.directory.member_import import find_or_refuse_groups, import_members, make_groups, slug_of
from campaign.models import (
    Duty,
    Event,
    Group,
    Occurrence,
    PlanReading,
    Proposal,
    Purpose,
    ReminderRule,
    Role,
    Room,
    new_uid,
)
from campaign.plans.adoption import adopt
from campaign.plans.matching import match
from campaign.plans.reviewing import accept
from campaign.plans.taking import take
from campaign.reading import read
from campaign.reading.answer import Answer
from campaign.reading.values import Document
from campaign.samples.year import ALL, COMMITTEE, HALL, ITEMS, ROOM, UNION, UNITS, WOMEN, Item

DOMAIN = "example.org"
ADMINISTRATOR = "Nguyễn Thị Thu Trang"
ORGANISATION = Organisation(
    name="Sở Công Thương tỉnh Hà Sơn",
    body=COMMITTEE,
    superior="UBND tỉnh Hà Sơn",
    symbol="SCT",
    place="Hà Sơn",
    contact="đ/c Nguyễn Thị Thu Trang, Văn phòng Sở, số máy lẻ 105",
)
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương", "Đinh")
WOMEN_NAMES = (
    "Thị Thu Trang",
    "Ngọc Ánh",
    "Thị Hồng Nhung",
    "Khánh Huyền",
    "Thị Mỹ Lệ",
    "Bích Thủy",
    "Thùy Dương",
    "Kim Oanh",
)
MEN_NAMES = ("Văn Hùng", "Đức Thắng", "Quang Huy", "Minh Tuấn", "Hữu Phước", "Việt Cường", "Trọng Nghĩa")
PER_UNIT = 10
FIRST_REMINDER = timedelta(hours=2)


def configuration(folder: Path, base_url: str, secret: str) -> Config:
    """A configuration for a throw-away folder: SQLite, mail into a folder, a quick clock."""
    return Config(
        organisation=ORGANISATION,
        server=Server(base_url=base_url, secret_key=secret),
        database=DatabaseSettings(url=f"sqlite:///{folder / 'campaign.db'}"),
        mail=Mail(sender=f"vstbpn@{DOMAIN}", folder="mail"),
        engine=Engine(tick=1.0),
        folder=folder,
    )


def fill_year(session: Session, config: Config, *, now: datetime) -> None:
    """Members, plan and events of the sample year around ``now``."""
    today = now.astimezone(config.zone).date()
    fill(session, config, range(today.year - 1, today.year + 3), today=today)
    groups = _people(session, now)
    work = UnitOfWork(session, now, Author("demo"), agency_of(session, config))
    reading = _plan(work, today.year)
    duties = session.scalars(select(Duty).where(Duty.plan_id == reading.plan_id)).all()
    rooms = _rooms(session, now)
    events: dict[str, Event] = {}
    for item in ITEMS:
        event = _event(item, today.year, work.agency.calendar, now)
        event.room_id = rooms.get(item.place)
        duty = next((duty for duty in duties if item.quote and item.quote in duty.text), None)
        event.duty_id, event.quote_line = (duty.id, duty.line) if duty else (None, None)
        event.groups = [groups[name] for name in item.audience if name != ALL]
        if item.campaign:
            event.part_of_id = events[item.campaign].id
        session.add(event)
        session.flush()
        events[item.title] = event
        _confirm(work, item, event, today)
    _soon(work, groups[COMMITTEE])
    _link(work, reading)


def administrator(session: Session, config: Config, *, now: datetime) -> str:
    """Somebody at the desk of the sample agency; returns the token of a link with which to sign in at once."""
    user = accounts.make(
        Act(session, now, Author("demo")), name=ADMINISTRATOR, address=f"trang@{DOMAIN}", role=Role.ADMINISTRATOR
    )
    secret = config.server.secret_key
    link = one_time_links.new(
        Act(session, now, NOBODY), Purpose.SIGN_IN, secret=secret, user=user, life=one_time_links.BY_CONSOLE
    )
    return one_time_links.token_of(link, secret)


def _rooms(session: Session, now: datetime) -> dict[str, int]:
    rooms = [Room(name=HALL, capacity=120, created_at=now), Room(name=ROOM, capacity=20, created_at=now)]
    session.add_all(rooms)
    session.flush()
    return {room.name: room.id for room in rooms}


def _people(session: Session, now: datetime) -> dict[str, Group]:
    make_groups(Act(session, now, PROGRAM), (COMMITTEE, WOMEN, UNION), kind="body")
    import_members(Act(session, now, PROGRAM), [_row(number) for number in range(PER_UNIT * len(UNITS))])
    names = (*UNITS, COMMITTEE, WOMEN, UNION)
    return dict(zip(names, find_or_refuse_groups(session, names), strict=True))


def _row(number: int) -> Row:
    is_woman = number % 5 != 4  # noqa: PLR2004 - four of five
    names = WOMEN_NAMES if is_woman else MEN_NAMES
    name = f"{FAMILY[number % len(FAMILY)]} {names[(number // 2 + number // PER_UNIT) % len(names)]}"
    place = number % PER_UNIT
    bodies = {
        COMMITTEE: place == 0,
        WOMEN: is_woman and place in (1, 2),
        UNION: place == 3,  # noqa: PLR2004 - one of each unit
    }
    return Row(
        line=number + 1,
        name=name,
        email=f"{slug_of(name.rsplit(maxsplit=1)[-1])}.{number + 1:02}@{DOMAIN}",
        unit=UNITS[number // PER_UNIT],
        groups=tuple(body for body, belongs in bodies.items() if belongs),
        sex="female" if is_woman else "male",
    )


def _plan(work: UnitOfWork, year: int) -> PlanReading:
    """The sample plan, read by the reader as any other and made the agency's."""
    text = resources.files("campaign.samples").joinpath("plan.txt").read_text(encoding="utf-8")
    text = text.replace("năm 2020", f"năm {year}")
    digest = hashlib.sha256(text.encode()).hexdigest()
    answer = Answer("ke-hoach.txt", digest, Document(text, "txt"), read(text, year=year))
    reading = take(work, answer, year=year)
    adopt(Act(work.session, work.now, PROGRAM), reading)
    title_year(work, year, reading.title)
    return reading


def _link(work: UnitOfWork, reading: PlanReading) -> None:
    """Join what the plan proposes to what the year already has; the rest waits for whoever tries the review."""
    query = select(Proposal).where(Proposal.reading_id == reading.id).order_by(Proposal.position)
    proposals = work.session.scalars(query).all()
    match(work.session, proposals, year=reading.year)
    for proposal in proposals:
        if proposal.matches_event_id:
            accept(work, proposal)


def _event(item: Item, year: int, calendar: WorkingCalendar, now: datetime) -> Event:
    event = Event(
        uid=new_uid(DOMAIN),
        kind=item.kind,
        title=item.title,
        description=item.text,
        preparation=item.preparation,
        place=item.place,
        speakers=list(item.speakers),
        organizer=COMMITTEE,
        contact=ORGANISATION.contact,
        recipient=item.recipient,
        via=item.via,
        quote=item.quote,
        rule=item.rule,
        per_year=item.per_year,
        audience_all=ALL in item.audience,
        women_only=item.women_only,
        created_at=now,
        changed_at=now,
        created_by="demo",
    )
    if item.day:
        first = _shifted(_day(item.day, year), item.shift, calendar)
        length = _day(item.last, year) - _day(item.day, year) if item.last else timedelta()
        start, end = _hours(item.hours)
        event.schedule(first, first + length, start, end)
    else:
        event.expected_start = date(year, 3 * item.quarter - 2, 1)
        event.expected_end = _month_end(year, 3 * item.quarter)
        event.precision = "quarter"
    return event


def _day(text: str, year: int) -> date:
    if text.startswith("lunar-"):
        _, month, day = text.split("-")
        return lunar.solar(year, int(month), int(day))
    month, day = text.split("-")
    return date(year, int(month), int(day))


def _shifted(day: date, shift: str, calendar: WorkingCalendar) -> date:
    if shift == "<":
        return calendar.on_or_before(day)
    if shift == ">":
        return calendar.on_or_after(day)
    return day


def _month_end(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def _hours(text: str) -> tuple[time | None, time | None]:
    if not text:
        return None, None
    start, _, end = text.partition("-")
    return time.fromisoformat(start), time.fromisoformat(end)


def _confirm(work: UnitOfWork, item: Item, event: Event, today: date) -> None:
    if item.draft:
        return
    if not item.per_year:
        changes.confirm(work, event)
        return
    changes.rebuild(work, event)
    for occurrence in work.session.scalars(select(Occurrence).where(Occurrence.event_id == event.id)).all():
        if occurrence.original_day.year == today.year:
            _give_theme(item, occurrence)
            changes.confirm_year(work, event, occurrence)


def _give_theme(item: Item, occurrence: Occurrence) -> None:
    occurrence.theme = item.theme
    occurrence.slogans = list(item.slogans)


def _soon(work: UnitOfWork, committee: Group) -> None:
    """A meeting whose reminder falls due within the first minute, so that mails are seen to arrive."""
    starts = (
        (work.now + FIRST_REMINDER + timedelta(minutes=1)).replace(second=0, microsecond=0).astimezone(work.agency.zone)
    )
    ends = starts + timedelta(hours=1)
    event = Event(
        uid=new_uid(DOMAIN),
        kind="meeting",
        title="Họp rà soát công việc trong tháng",
        description="Điểm lại các nhiệm vụ đã làm, phân công việc của tháng tới.",
        place=ROOM,
        organizer=COMMITTEE,
        contact=ORGANISATION.contact,
        groups=[committee],
        own_rules=True,
        rules=[ReminderRule(lead="2 hours before")],
        created_at=work.now,
        changed_at=work.now,
        created_by="demo",
    )
    event.schedule(starts.date(), ends.date(), starts.time(), ends.time())
    work.session.add(event)
    changes.confirm(work, event)
