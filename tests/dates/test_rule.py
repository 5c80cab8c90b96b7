from __future__ import annotations

from datetime import date

import pytest

from campaign.dates.recurrence import Rule
from campaign.dates.rule_words import describe
from campaign.errors import InvalidInput


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("FREQ=YEARLY", "FREQ=YEARLY"),
        ("rrule:freq=weekly;byday=th,tu;wkst=su;", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("FREQ=DAILY;INTERVAL=1;COUNT=10", "FREQ=DAILY;COUNT=10"),
        ("FREQ=MONTHLY;UNTIL=20271231T170000Z;BYDAY=+2TU,-1FR", "FREQ=MONTHLY;UNTIL=20271231;BYDAY=2TU,-1FR"),
        ("FREQ=YEARLY;UNTIL=2027-12-31;INTERVAL=2", "FREQ=YEARLY;INTERVAL=2;UNTIL=20271231"),
        ("FREQ=MONTHLY;BYMONTHDAY=15,-1,15", "FREQ=MONTHLY;BYMONTHDAY=-1,15"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        ("X-LUNAR=YEARLY;BYMONTH=2;BYMONTHDAY=6", "X-LUNAR=YEARLY;BYMONTH=2;BYMONTHDAY=6"),
    ],
)
def test_rule_text_is_read_and_written_in_one_form(text, canonical):
    rule = Rule.parse(text)

    assert str(rule) == canonical
    assert Rule.parse(canonical) == rule


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yearly",
        "BYDAY=TU",
        "FREQ=HOURLY",
        "FREQ=FORTNIGHTLY",
        "FREQ=YEARLY;FREQ=DAILY",
        "FREQ=YEARLY;BYHOUR=9",
        "FREQ=YEARLY;BYWEEKNO=3",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=1001",
        "FREQ=DAILY;INTERVAL=two",
        "FREQ=DAILY;COUNT=",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=10001",
        "FREQ=DAILY;COUNT=3;UNTIL=20270101",
        "FREQ=DAILY;UNTIL=20270230",
        "FREQ=DAILY;UNTIL=soon",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYDAY=6TU",
        "FREQ=MONTHLY;BYDAY=XX",
        "FREQ=YEARLY;BYDAY=54MO",
        "FREQ=WEEKLY;BYDAY=2TU",
        "FREQ=WEEKLY;BYMONTHDAY=3",
        "FREQ=MONTHLY;BYDAY=2TU;BYMONTHDAY=3",
        "FREQ=MONTHLY;BYSETPOS=1",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0",
        "FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1",
        "FREQ=WEEKLY;WKST=XX",
        "X-LUNAR=MONTHLY;BYMONTHDAY=6",
        "X-LUNAR=YEARLY;BYMONTH=2",
        "X-LUNAR=YEARLY;BYMONTH=2;BYMONTHDAY=31",
        "X-LUNAR=YEARLY;BYMONTH=2;BYMONTHDAY=-1",
        "X-LUNAR=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=6",
        "X-LUNAR=YEARLY;FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=6",
    ],
)
def test_rule_outside_the_subset_is_refused_in_one_sentence(text):
    with pytest.raises(InvalidInput) as refusal:
        Rule.parse(text)

    assert refusal.value.message.endswith(".")
    assert "{" not in refusal.value.message


def test_rule_made_in_code_is_checked_too():
    with pytest.raises(InvalidInput):
        Rule("DAILY", interval=0)


@pytest.mark.parametrize(
    ("text", "vietnamese", "english"),
    [
        ("FREQ=YEARLY", "hằng năm", "every year"),
        ("FREQ=YEARLY;INTERVAL=5", "5 năm một lần", "every 5 years"),
        ("FREQ=DAILY", "hằng ngày", "every day"),
        ("FREQ=WEEKLY;BYDAY=TU", "thứ Ba hằng tuần", "every week on Tuesday"),
        ("FREQ=WEEKLY;BYDAY=MO,WE,SU", "thứ Hai, thứ Tư và Chủ nhật hằng tuần",
         "every week on Monday, Wednesday and Sunday"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "từ thứ Hai đến thứ Sáu hằng tuần",
         "every week on Monday to Friday"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "thứ Ba, 2 tuần một lần", "every 2 weeks on Tuesday"),
        ("FREQ=MONTHLY;BYMONTHDAY=15", "ngày 15 hằng tháng", "every month on day 15"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "ngày cuối tháng, hằng tháng", "every month on the last day"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "thứ Sáu cuối tháng, hằng tháng", "every month on the last Friday"),
        ("FREQ=MONTHLY;BYDAY=2TU", "thứ Ba lần thứ hai trong tháng, hằng tháng",
         "every month on the second Tuesday"),
        ("FREQ=YEARLY;BYMONTH=5;BYDAY=2SU", "Chủ nhật lần thứ hai của tháng 5, hằng năm",
         "every year on the second Sunday in May"),
        ("FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=20", "ngày 20 tháng 10 hằng năm", "every year on 20 October"),
        ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", "ngày cuối cùng trong số: thứ Hai và thứ Ba, hằng tháng",
         "every month on the last of Monday and Tuesday"),
        ("FREQ=YEARLY;UNTIL=20271231", "hằng năm, đến ngày 31/12/2027", "every year, until 31 Dec 2027"),
        ("FREQ=DAILY;COUNT=5", "hằng ngày, 5 lần", "every day, 5 times"),
        (
            "X-LUNAR=YEARLY;BYMONTH=2;BYMONTHDAY=6",
            "ngày 6 tháng 2 âm lịch hằng năm",
            "every year on day 6 of lunar month 2",
        ),
    ],
)  # fmt: skip
def test_rule_is_said_in_both_languages(text, vietnamese, english):
    rule = Rule.parse(text)

    assert describe(rule, "vi") == vietnamese
    assert describe(rule, "en") == english


def test_until_takes_the_date_of_a_moment():
    assert Rule.parse("FREQ=DAILY;UNTIL=20270308T235959").until == date(2027, 3, 8)
