"""Decisions on proposals say how well the reader did."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from campaign.audit import Act
from campaign.calendar.agency import UnitOfWork
from campaign.cli import main
from campaign.models import Proposal
from campaign.plans import removal
from campaign.plans.drafting import Correction
from campaign.plans.evaluation import DATED, FOLDED, UNDATED, Evaluation, evaluate
from campaign.plans.reviewing import accept, merge, not_duty, skip
from campaign.plans.taking import take
from desk.conftest import NOW, TRANG
from desk.plans import answer


def test_decisions_are_counted_by_class_and_a_deleted_reading_is_not(session, agency) -> None:
    work = UnitOfWork(session, NOW, TRANG, agency)
    assert evaluate(session) == (0, {DATED: Evaluation(), UNDATED: Evaluation(), FOLDED: Evaluation()})
    reading = take(Act(session, NOW, TRANG), answer(), year=2027)
    found = session.scalars(select(Proposal).order_by(Proposal.position)).all()
    dated = [one for one in found if one.first_day]
    undated = [one for one in found if not one.first_day]
    undated[-1].is_likely = False
    accept(work, dated[0])
    accept(work, dated[1], Correction(title="Tọa đàm kỹ năng sống"))
    merge(work, dated[2], dated[0])
    skip(work, dated[3])
    not_duty(work, undated[-1])
    readings, counts = evaluate(session)
    assert readings == 1
    assert counts[DATED] == Evaluation(accepted=1, corrected=1, skipped=1, merged=1, waiting=len(dated) - 4)
    assert counts[DATED].kept == pytest.approx(2 / 3)
    assert counts[UNDATED] == Evaluation(waiting=len(undated) - 1)
    assert counts[UNDATED].kept is None
    assert counts[FOLDED] == Evaluation(not_duty=1)
    assert counts[FOLDED].kept == 0.0
    removal.remove(replace(work, now=NOW + timedelta(minutes=1)), reading)
    assert evaluate(session)[0] == 0


def test_command_prints_a_line_for_each_class(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "campaign.toml").write_text(f'[server]\nsecret_key = "{"k" * 40}"\n', encoding="utf-8")
    (tmp_path / "kh.txt").write_text(answer().document.text, encoding="utf-8")
    for arguments in (["migrate"], ["import", "plan", "kh.txt", "--accept"]):
        with pytest.raises(SystemExit):
            main(arguments)
    capsys.readouterr()
    with pytest.raises(SystemExit):
        main(["reader", "evaluate"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "1 văn bản đã đọc"
    assert lines[1].startswith("có ngày: giữ lại 100% (nhận nguyên văn ")
    assert len(lines) == 4
    with pytest.raises(SystemExit):
        main(["reader", "evaluate", "--json"])
    told = json.loads(capsys.readouterr().out)
    assert (told["readings"], told["dated"]["kept"]) == (1, 1.0)
