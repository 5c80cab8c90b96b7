"""The judge is only worth its verdicts if it finds what is planted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from .checker import Expected, Receipt, judge

EXPECTED = [
    Expected(f"an{number}@example.org", "Họp", f"<r1.{number}@example.org>", 100.0, "sent") for number in range(9)
]
RECEIPTS = [
    Receipt(mail.recipient, mail.subject, mail.message_id, f"hash {number}", 10.0 + number, 101.0 + number)
    for number, mail in enumerate(EXPECTED)
]
DEATHS = [14.5]
"""Between the fifth mail and the sixth."""


def again(number, at, **changes):
    return replace(RECEIPTS[number], at=at, wall=at + 91, **changes)


def faults(receipts, expected=EXPECTED, **options):
    verdict = judge(expected, receipts, deaths=DEATHS, **options)
    found = {name: value for name, value in vars(verdict).items() if value and name != "excused"}
    assert verdict.is_clean == (not found)
    return set(found)


def test_good_run_is_clean():
    assert faults(RECEIPTS) == set()


def test_lost_mail_is_found():
    assert faults(RECEIPTS[:3] + RECEIPTS[4:]) == {"lost"}


def test_pending_promise_is_found():
    assert faults(RECEIPTS[1:], [replace(EXPECTED[0], result="pending"), *EXPECTED[1:]]) == {"lost"}


def test_repeat_around_a_death_is_excused():
    verdict = judge(EXPECTED, [*RECEIPTS, again(4, 15.2)], deaths=DEATHS)
    assert verdict.is_clean
    assert verdict.excused == ["an4@example.org Họp"]


@pytest.mark.parametrize("at", [14.2, 14.49])
def test_repeat_without_a_death_between_is_found(at):
    assert faults([*RECEIPTS, again(4, at)]) == {"unexcused"}


def test_second_repeat_around_one_death_is_found():
    assert faults([*RECEIPTS, again(4, 15.2), again(3, 15.3)]) == {"unexcused"}
    assert faults([*RECEIPTS, again(4, 15.2), again(3, 15.3)], connections=2) == set()


def test_wrong_identifier_is_found():
    assert faults([*RECEIPTS, again(4, 15.2, message_id="<other@example.org>")]) == {"wrong_id"}
    assert faults([*RECEIPTS[1:], replace(RECEIPTS[0], message_id=None)]) == {"wrong_id"}


def test_altered_repeat_is_found():
    assert faults([*RECEIPTS, again(4, 15.2, sha256="other")]) == {"altered"}


def test_early_mail_is_found():
    assert faults([replace(RECEIPTS[0], wall=98.0), *RECEIPTS[1:]]) == {"early"}


def test_mail_that_nobody_was_promised_is_found():
    assert faults([*RECEIPTS, replace(RECEIPTS[0], recipient="evil@example.org")]) == {"foreign"}


def test_mail_of_an_expired_promise_is_found():
    expired = replace(EXPECTED[0], result="expired", reason="too late")
    assert faults(RECEIPTS, [expired, *EXPECTED[1:]]) == {"foreign"}
    assert faults(RECEIPTS[1:], [expired, *EXPECTED[1:]]) == set()


def test_end_without_a_reason_is_found():
    assert faults(RECEIPTS[1:], [replace(EXPECTED[0], result="expired"), *EXPECTED[1:]]) == {"silent"}
