"""The report of a period as a document: tables of figures, sentences, and marks where a person must write."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from campaign.config import Config
from campaign.dates import wording
from campaign.documents.frame import frame
from campaign.documents.rendering import render
from campaign.figures import costs, deadlines, duties, happened
from campaign.figures.attendance import Count
from campaign.figures.costs import Cost
from campaign.figures.deadlines import Deadline
from campaign.figures.duties import DutyState
from campaign.figures.happened import Happened
from campaign.figures.period_report import PeriodReport
from campaign.figures.targets import REACHED, Measured
from campaign.models import Award, Course, Difficulty, Finding

PARTS = (
    "activities",
    "duties",
    "targets",
    "deadlines",
    "findings",
    "awards",
    "costs",
    "difficulties",
    "coming",
    "units",
)
"""What may be left out of a report; the first seven are numbered sections of its results."""


def document(
    report: PeriodReport, config: Config, *, today: date, subject: str = "", parts: Container[str] = PARTS
) -> bytes:
    """The Word file of the report; a draft, with number and day left blank. ``parts``: which of ``PARTS`` it has."""
    return render("report", values(report, config, today=today, subject=subject, parts=parts), config)


def values(
    report: PeriodReport, config: Config, *, today: date, subject: str = "", parts: Container[str] = PARTS
) -> dict[str, Any]:
    """What the template is filled with."""
    plan, name = report.plan, report.period.name
    recipient = next((one.event.recipient for one in reversed(report.due) if one.event.recipient), "")
    via = next((one.event.via for one in reversed(report.due) if one.event.via), "")
    head = frame(config, plan, today=today, kind="BC")
    chosen = [part for part in PARTS if part in parts]
    return head | {
        "number": {part: place for place, part in enumerate(chosen, 1)},
        # An upward report names its addressee first (Nghị định 30/2020/NĐ-CP, Phụ lục I).
        "recipients": (["Như trên"] if recipient else []) + head["recipients"],
        "subject": subject or f"{_subject(plan.title) if plan else 'Kết quả công tác'} {name}",
        "addressee": f"{recipient} (qua {via})" if recipient and via else recipient,
        "opening": _opening(report, config.organisation.sender),
        "direction": _direction(report),
        "activities_text": _activities_text(report),
        "activities": [_activity(one) for one in report.occurrences],
        "duties_text": _duties_text(report),
        "duties": [_duty(one) for one in report.duty_states],
        "targets": [_target(one) for one in report.measured],
        "deadlines_text": _deadlines_text(report.due),
        "deadlines": [row for one in report.due for row in _deadline(one)],
        "findings": [_finding(one) for one in report.findings],
        "awards": [_award(one) for one in report.awards],
        "costs_text": _costs_text(report.costs),
        "costs": [_cost(one) for one in report.costs],
        "shortcomings": _shortcomings(report),
        "coming": [
            f"{one.title} ({_time(one)})."
            for one in report.coming
            if one.state is not happened.State.CANCELLED and "coming" in chosen
        ],
        "difficulties": [_difficulty(one) for one in report.difficulties if "difficulties" in chosen],
        "closing": f"Trên đây là báo cáo {name} của {config.organisation.sender}",
        "units": _units(report.attendance),
    }


def _subject(title: str) -> str:
    """The plan's title as the subject of its report: without the verb, and without its year."""
    words = title.strip().removeprefix("Triển khai ").removeprefix("Thực hiện ").rpartition(" năm ")
    return f"Kết quả thực hiện {words[0] or title}"


def _opening(report: PeriodReport, issuer: str) -> str:
    plan = report.plan
    if plan is None:
        return f"{issuer} báo cáo kết quả công tác {report.period.name} như sau:"
    number = f" số {plan.number}/{plan.symbol}" if plan.number and plan.symbol else ""
    issued = f" ngày {wording.short_date(plan.issued_on)}" if plan.issued_on else ""
    named = f"Kế hoạch{number}{issued} về {_lower(plan.title)}"
    return f"Thực hiện {named}, {issuer} báo cáo kết quả {report.period.name} như sau:"


def _direction(report: PeriodReport) -> str:
    if not report.plan:
        return "Trong kỳ, các hoạt động được tổ chức theo lịch công tác của cơ quan."
    asked = len(report.duty_states)
    return (
        f"Kế hoạch năm {report.plan.year} gồm {wording.number(asked)} nhiệm vụ, được phân công và theo dõi trên lịch "
        "công tác của cơ quan; các đơn vị được nhắc lịch, nhắc hạn báo cáo qua thư điện tử."
    )


def _activities_text(report: PeriodReport) -> str:
    if not report.occurrences:
        return "Trong kỳ chưa có hoạt động nào được tổ chức."
    counts = (
        ("đã tổ chức {number} hoạt động", report.occurrences_in(happened.State.DONE)),
        ("{number} hoạt động chưa đến ngày", report.occurrences_in(happened.State.PLANNED)),
        ("hủy {number} hoạt động", report.occurrences_in(happened.State.CANCELLED)),
    )
    parts = [words.format(number=wording.number(number)) for words, number in counts if number]
    return f"Trong kỳ {', '.join(parts)}. {_people_text(report.attendance)}{_courses_text(report.courses)}"


def _courses_text(courses: Sequence[Course]) -> str:
    """Who was sent to courses of others."""
    if not courses:
        return ""
    titles = dict.fromkeys(f"{one.title} ({one.held_by})" if one.held_by else one.title for one in courses)
    held = f"{wording.number(len(titles))} khóa học do đơn vị khác tổ chức"
    return f" Cử {wording.number(len(courses))} lượt người tham gia {held}: {'; '.join(titles)}."


def _people_text(whole: Count) -> str:
    if not whole.present:
        return "Chưa có số liệu điểm danh."
    sexes = [f"nữ {wording.number(whole.women)}", f"nam {wording.number(whole.men)}"]
    sexes += [f"chưa rõ {wording.number(whole.unknown)}"] if whole.unknown else []
    guests = f" và {wording.number(whole.guests)} lượt khách mời" if whole.guests else ""
    return (
        f"Số lượt người tham gia: {wording.number(whole.present)} ({', '.join(sexes)}), "
        f"của {wording.number(whole.people)} người trong cơ quan{guests}."
    )


def _activity(one: Happened) -> dict[str, str]:
    counted = one.attendance.present > 0
    suffix = " (đã hủy)" if one.state is happened.State.CANCELLED else " (dời lịch)" if one.moved else ""
    return {
        "title": f"{one.title}{f': {one.theme}' if one.theme else ''}{suffix}",
        "time": _time(one),
        "place": one.place,
        "present": wording.number(one.attendance.present) if counted else "",
        "women": wording.number(one.attendance.women) if counted else "",
        "men": wording.number(one.attendance.men) if counted else "",
    }


def _time(one: Happened) -> str:
    """Without the weekday, which a narrow column has no room for."""
    if one.first_day == one.last_day:
        return wording.short_date(one.first_day)
    return wording.span(one.first_day, one.last_day)


def _duties_text(report: PeriodReport) -> str:
    if not report.duty_states:
        return "Chưa có kế hoạch của năm này trong hệ thống."
    counts = [
        f"{duties.WORDS[state]} {wording.number(report.duties_in(state))}"
        for state in (duties.State.DONE, duties.State.UNDER_WAY, duties.State.NOT_STARTED, duties.State.WAIVED)
        if report.duties_in(state)
    ]
    return f"Trong {wording.number(len(report.duty_states))} nhiệm vụ của kế hoạch: {', '.join(counts)}."


def _duty(one: DutyState) -> dict[str, str]:
    shown = [
        f"{event.title} ({wording.short_date(event.day)})" if event.day else event.title
        for event in one.events
        if not event.is_draft
    ]
    shown += [note.text for note in one.notes]
    if one.duty.waived_reason and one.state is duties.State.WAIVED:
        shown.append(f"Lý do: {one.duty.waived_reason}")
    outline = f"{one.duty.outline}. " if one.duty.outline else ""
    return {"text": f"{outline}{one.duty.text}", "state": str(duties.WORDS[one.state]), "result": "; ".join(shown)}


def _target(one: Measured) -> dict[str, str]:
    target, unit = one.target, one.target.unit
    aim = "tăng" if target.comparison == "↑" else "giảm" if target.comparison == "↓" else target.comparison
    return {
        "title": target.title,
        "aim": f"{aim} {_amount(target.value, unit)}".strip() if target.value is not None else aim,
        "value": _amount(one.value, unit) if one.value is not None else "……",
        "verdict": str(REACHED[one.reached]),
    }


def _deadlines_text(found: Sequence[Deadline]) -> str:
    if not found:
        return "Trong kỳ không có hạn báo cáo."
    states = [one.own.state for one in found]
    on_time, late = states.count(deadlines.State.ON_TIME), states.count(deadlines.State.LATE)
    missing = states.count(deadlines.State.MISSING)
    return (
        f"Trong kỳ có {wording.number(len(found))} báo cáo phải gửi: đúng hạn {wording.number(on_time)}, "
        f"quá hạn {wording.number(late)}, chưa gửi {wording.number(missing)}."
    )


def _deadline(one: Deadline) -> Iterable[dict[str, str]]:
    parts = (one.own, *one.units)
    for part in parts:
        yield {
            "title": f"– {part.unit}" if part.unit else one.event.title,
            "due": wording.short_date(part.due),
            "filed": wording.short_date(part.filing.filed_on) if part.filing else "",
            "verdict": str(deadlines.WORDS[part.state]),
        }


def _finding(one: Finding) -> str:
    state = "đã khắc phục" if one.remedied_on else "chưa khắc phục"
    remedy = f"; khắc phục trước {wording.short_date(one.remedy_by)}" if one.remedy_by else ""
    return f"{one.text} ({wording.short_date(one.found_on)}{remedy}; {state})."


def _award(one: Award) -> str:
    decided = f", Quyết định số {one.decision}" if one.decision else " (đang đề nghị)"
    day = f" ngày {wording.short_date(one.decided_on)}" if one.decided_on else ""
    form = f" {one.form}" if one.form else ""
    return f"{one.recipient}:{form}{decided}{day}."


def _difficulty(one: Difficulty) -> str:
    answer = f" Đã trả lời: {one.answer}" if one.answer else " Chưa được giải quyết."
    return f"{one.text.rstrip('.')}.{answer}"


def _costs_text(found: Sequence[Cost]) -> str:
    if not found:
        return "Trong kỳ chưa ghi nhận kinh phí."
    whole = costs.total(found)
    return f"Dự toán {_money(whole.estimate)} đồng; thực chi {_money(whole.actual)} đồng."


def _cost(one: Cost) -> dict[str, str]:
    return {"title": one.title, "estimate": _money(one.estimate), "actual": _money(one.actual)}


def _money(amount: Decimal | None) -> str:
    return wording.number(amount.to_integral_value()) if amount is not None else ""


def _shortcomings(report: PeriodReport) -> str:
    """What the figures alone show to be missing."""
    undone = report.duties_in(duties.State.NOT_STARTED)
    late = sum(1 for one in report.due if one.own.state in {deadlines.State.LATE, deadlines.State.MISSING})
    unreached = sum(1 for one in report.measured if one.reached is False)
    parts = [
        f"{wording.number(number)} {words}"
        for number, words in (
            (undone, "nhiệm vụ chưa thực hiện"),
            (unreached, "chỉ tiêu chưa đạt"),
            (late, "báo cáo quá hạn hoặc chưa gửi"),
        )
        if number
    ]
    return (
        f"Theo số liệu: {'; '.join(parts)}." if parts else "Theo số liệu, không có nhiệm vụ hay báo cáo nào chậm trễ."
    )


def _units(whole: Count) -> list[dict[str, str]]:
    rows = sorted(whole.units.items(), key=lambda pair: (pair[0] == "", -pair[1], pair[0]))
    return [
        {
            "name": name or "Không thuộc đơn vị nào",
            "present": wording.number(number),
            "women": wording.number(whole.sexes[name, "female"]),
            "men": wording.number(whole.sexes[name, "male"]),
        }
        for name, number in rows
    ]


def _amount(value: Decimal | None, unit: str) -> str:
    if value is None:
        return ""
    plain = value.normalize()
    return wording.percent(plain) if unit == "%" else f"{wording.number(plain)} {unit}".strip()


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]
