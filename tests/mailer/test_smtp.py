from __future__ import annotations

import random

import pytest

from campaign.outcome import Accepted, Deferred, Refused, Uncertain, Unreachable
from campaign.reason import Reason

SENDER = "lich@syt.example.vn"
LETTER = b"Message-ID: <reminder.7@syt.example.vn>\r\n\r\nbody\r\n"


def letter(number):
    return b"Message-ID: <reminder.%d@syt.example.vn>\r\n\r\nbody\r\n" % number


def send_all(wire, count, *, start=0):
    return [wire.transmit(SENDER, f"m{n}@example.vn", letter(n)) for n in range(start, start + count)]


def summary(outcome):
    return type(outcome).__name__, getattr(outcome, "code", None), getattr(outcome, "blame", None)


@pytest.fixture(params=[True, False], ids=["pipelining", "plain"])
def pipelining(request):
    return request.param


def test_send_hands_over_the_very_bytes(recorder, wire, pipelining):
    recorder.script(pipelining=pipelining)
    data = b".first\r\n\r\n.\r\n..\r\n" + "ễ".encode("ascii", "xmlcharrefreplace") + b" .\r\n.end\r\n"
    assert wire().transmit(SENDER, "an@example.vn", data) == Accepted(250, "2.0.0 stored")
    (message,) = recorder.messages()
    assert (message.sender, message.recipients, message.data) == (SENDER, ["an@example.vn"], data)


def test_send_keeps_one_connection(recorder, wire, pipelining):
    recorder.script(pipelining=pipelining, transcript=True)
    assert {type(outcome) for outcome in send_all(wire(), 20)} == {Accepted}
    heard = recorder.lines()
    assert [line.split()[0].upper() for line in heard] == ["EHLO", *["MAIL", "RCPT", "DATA"] * 20]


def test_send_takes_a_new_connection_after_the_set_number_of_letters(recorder, wire):
    recorder.script(transcript=True)
    send_all(wire(mails_per_connection=4), 9)
    heard = [line.split()[0].upper() for line in recorder.lines()]
    assert (heard.count("EHLO"), heard.count("QUIT"), len(recorder.messages())) == (3, 2, 9)


def test_send_takes_a_new_connection_after_a_pause(recorder, wire):
    recorder.script(transcript=True)
    send_all(wire(idle=0), 3)
    assert [line.split()[0].upper() for line in recorder.lines()].count("EHLO") == 3


@pytest.mark.parametrize("farewell", [{}, {"farewell": "421 4.4.2 timeout, closing"}], ids=["silent", "421"])
def test_send_survives_a_server_that_hangs_up_between_letters(recorder, wire, pipelining, farewell):
    recorder.script(pipelining=pipelining, letters_per_connection=3, **farewell)
    assert [type(outcome) for outcome in send_all(wire(), 10)] == [Accepted] * 10
    assert len(recorder.messages()) == 10


@pytest.mark.parametrize("stage", ["mail", "rcpt", "data"])
def test_send_is_unreachable_where_the_server_hangs_up_in_the_envelope(recorder, wire, pipelining, stage):
    recorder.script(pipelining=pipelining, hang_up_at=stage)
    assert type(wire().transmit(SENDER, "an@example.vn", LETTER)) is Unreachable
    assert recorder.messages() == []


def test_send_tries_a_kept_connection_that_dies_in_the_envelope_once_again(recorder, wire, pipelining):
    recorder.script(pipelining=pipelining)
    stages = []
    line = wire(on_stage=stages.append)
    send_all(line, 1)
    recorder.script(pipelining=pipelining, hang_up_at="mail")
    assert type(line.transmit(SENDER, "an@example.vn", LETTER)) is Unreachable
    assert stages == ["connect", "mail", "data", "reply", "mail", "connect", "mail"]


REPLIES = [
    ({"rcpt": {"an@example.vn": "550 5.1.1 no such user"}}, ("Refused", 550, "address")),
    ({"rcpt": {"an@example.vn": "550 unknown user"}}, ("Refused", 550, "address")),
    ({"rcpt": {"an@example.vn": "554 5.7.1 relay access denied"}}, ("Refused", 554, "policy")),
    ({"rcpt": {"an@example.vn": "552 5.2.2 mailbox full"}}, ("Refused", 552, "message")),
    ({"rcpt": {"an@example.vn": "450 4.2.0 later"}}, ("Deferred", 450, None)),
    ({"rcpt": {"an@example.vn": "452 4.2.2 mailbox full"}}, ("Deferred", 452, None)),
    (
        {"rcpt": {"an@example.vn": ["550-5.1.1 no", "550-5.1.1 such", "550 5.1.1 user"]}},
        ("Refused", 550, "address"),
    ),
    ({"mail": "550 5.7.1 sender not allowed"}, ("Unreachable", None, None)),
    ({"mail": "553 5.1.8 bad sender"}, ("Unreachable", None, None)),
    ({"mail": "552 5.3.4 too big"}, ("Refused", 552, "message")),
    ({"mail": "451 4.3.2 not now"}, ("Unreachable", None, None)),
    ({"mail": "530 5.7.0 authentication required"}, ("Unreachable", None, None)),
    ({"data": "451 4.3.0 queue full"}, ("Deferred", 451, None)),
    ({"data": "554 5.5.1 no valid recipients"}, ("Refused", 554, "message")),
    ({"data": "421 4.7.28 too fast"}, ("Unreachable", None, None)),
    ({"final": "554 5.7.1 looks like spam"}, ("Refused", 554, "policy")),
    ({"final": "550 5.6.0 malformed"}, ("Refused", 550, "message")),
    ({"final": "550 no such user here"}, ("Refused", 550, "address")),
    ({"final": "451 4.7.1 greylisted"}, ("Deferred", 451, None)),
    ({"final": "452 4.3.1 disk full"}, ("Deferred", 452, None)),
    ({"final": "421 4.7.0 closing"}, ("Unreachable", None, None)),
    ({"final": "nonsense"}, ("Uncertain", None, None)),
    ({"mail": "nonsense"}, ("Unreachable", None, None)),
    ({"busy_every": 1}, ("Unreachable", None, None)),
    ({"greeting": "554 5.7.1 your address is blocked"}, ("Unreachable", None, None)),
    ({"greeting": "421 4.7.0 busy"}, ("Unreachable", None, None)),
    ({"ehlo": "550 no"}, ("Unreachable", None, None)),
    ({"lose_every": 1}, ("Uncertain", None, None)),
    ({"swallow_every": 1}, ("Uncertain", None, None)),
]


@pytest.mark.parametrize(("faults", "expected"), REPLIES)
def test_send_turns_every_reply_into_its_outcome(recorder, wire, pipelining, faults, expected):
    recorder.script(pipelining=pipelining, **faults)
    line = wire()
    assert summary(line.transmit(SENDER, "an@example.vn", LETTER)) == expected
    recorder.script(pipelining=pipelining)
    assert type(line.transmit(SENDER, "binh@example.vn", LETTER)) is Accepted
    assert [message.recipients for message in recorder.messages()] == [["binh@example.vn"]]


def test_send_after_a_refused_recipient_keeps_the_connection(recorder, wire, pipelining):
    recorder.script(pipelining=pipelining, transcript=True, rcpt={"m1@example.vn": "550 5.1.1 unknown"})
    outcomes = send_all(wire(), 3)
    assert [type(outcome) for outcome in outcomes] == [Accepted, Refused, Accepted]
    assert [line.split()[0].upper() for line in recorder.lines()].count("EHLO") == 1
    assert [message.recipients for message in recorder.messages()] == [["m0@example.vn"], ["m2@example.vn"]]


def test_send_delivers_nothing_where_data_is_accepted_without_a_recipient(recorder, wire):
    recorder.script(data_without_rcpt=True, rcpt={"m0@example.vn": "550 5.1.1 unknown"})
    assert [type(outcome) for outcome in send_all(wire(), 2)] == [Refused, Accepted]
    assert [message.recipients for message in recorder.messages()] == [["m1@example.vn"]]


def test_send_again_passes_greylisting(recorder, wire, pipelining):
    recorder.script(pipelining=pipelining, greylist=True)
    line = wire()
    assert [type(outcome) for outcome in send_all(line, 2)] == [Deferred] * 2
    assert [type(outcome) for outcome in send_all(line, 2)] == [Accepted] * 2


def test_send_goes_on_after_a_421_in_the_middle(recorder, wire, pipelining):
    recorder.script(pipelining=pipelining, busy_every=4)
    assert [type(outcome) for outcome in send_all(wire(), 8)] == ([Accepted] * 3 + [Unreachable]) * 2
    assert len(recorder.messages()) == 6


def test_send_is_uncertain_though_the_server_stored(recorder, wire, pipelining):
    recorder.script(pipelining=pipelining, swallow_every=2)
    assert [type(outcome) for outcome in send_all(wire(), 4)] == [Accepted, Uncertain] * 2
    assert len(recorder.messages()) == 4


@pytest.mark.requirement("S40")
def test_send_cleans_the_words_of_the_server(recorder, wire):
    evil = ["550-5.1.1 \x1b[31mred\x1b[0m \x07\x00<b>", "550 5.1.1 \u202eliec " + "x" * 2000]
    recorder.script(rcpt={"an@example.vn": evil})
    outcome = wire().transmit(SENDER, "an@example.vn", LETTER)
    assert outcome.text.startswith("5.1.1 red <b> 5.1.1 liec xxx")
    assert len(outcome.text) == 300
    assert outcome.text.isprintable()


@pytest.mark.parametrize("stage", ["greeting", "ehlo", "mail", "rcpt", "data"])
def test_send_gives_a_silent_server_up(recorder, wire, pipelining, stage):
    recorder.script(pipelining=pipelining, silent_at=stage)
    assert type(wire(timeout=0.1).transmit(SENDER, "an@example.vn", LETTER)) is Unreachable
    assert recorder.messages() == []


def test_send_is_uncertain_about_silence_after_the_letter(recorder, wire):
    recorder.script(silent_at="final")
    assert type(wire(patience=0.1).transmit(SENDER, "an@example.vn", LETTER)) is Uncertain
    assert len(recorder.messages()) == 1


def test_send_does_not_wait_for_a_server_that_drips(recorder, wire):
    recorder.script(drip=0.08)  # each octet comes in time, the whole greeting does not
    assert type(wire(timeout=0.2).transmit(SENDER, "an@example.vn", LETTER)) is Unreachable


def test_send_waits_for_a_slow_server(recorder, wire, pipelining):
    recorder.script(pipelining=pipelining, delay=0.02)
    assert [type(outcome) for outcome in send_all(wire(), 2)] == [Accepted] * 2


def test_send_without_a_server_is_unreachable(wire):
    outcome = wire(port=1).transmit(SENDER, "an@example.vn", LETTER)
    assert outcome == Unreachable("127.0.0.1:1", Reason.CONNECTION_REFUSED)


def test_send_refuses_what_the_size_limit_rules_out(recorder, wire):
    recorder.script(size=1000, transcript=True)
    line = wire()
    assert summary(line.transmit(SENDER, "an@example.vn", b"x" * 998 + b"\r\ny\r\n")) == (
        "Refused",
        552,
        "message",
    )
    assert type(line.transmit(SENDER, "an@example.vn", LETTER)) is Accepted


def test_send_to_a_local_part_outside_ascii_needs_smtputf8(recorder, wire):
    assert summary(wire().transmit(SENDER, "nguyễn@example.vn", LETTER)) == ("Refused", 553, "message")
    recorder.script(smtputf8=True, transcript=True)
    assert type(wire().transmit(SENDER, "nguyễn@example.vn", LETTER)) is Accepted
    assert recorder.messages()[0].recipients == ["nguyễn@example.vn"]
    assert f"MAIL FROM:<{SENDER}> BODY=8BITMIME SMTPUTF8" in recorder.lines()


def test_send_with_the_null_path(recorder, wire):
    assert type(wire().transmit("", "an@example.vn", LETTER)) is Accepted
    assert recorder.messages()[0].sender == ""


@pytest.mark.parametrize("data", [b"a\nb\r\n", b"a\rb\r\n", b"a\n.\r\nMAIL FROM:<x@y.vn>\r\n", b"a", b"a\r"])
def test_send_refuses_bare_line_ends(recorder, wire, data):
    with pytest.raises(ValueError, match="CRLF"):
        wire().transmit(SENDER, "an@example.vn", data)
    assert recorder.messages() == []


@pytest.mark.requirement("S31")
def test_send_of_fuzzed_addresses_never_makes_another_command(recorder, wire):
    recorder.script(transcript=True)
    line, chance, sent = wire(mails_per_connection=2000), random.Random(31014), 0
    signs = [
        "",
        "a",
        "\r\n",
        "\n",
        "\r",
        ">",
        "<",
        " ",
        "\r\nRCPT TO:<x@evil.vn>",
        "@",
        ",",
        ";",
        '"',
        "\0",
        "\t",
    ]
    for _ in range(2000):
        address = list("an@example.vn")
        for _ in range(chance.randint(0, 2)):
            address.insert(chance.randint(0, len(address)), chance.choice(signs))
        sent += type(line.transmit(SENDER, "".join(address), LETTER)) is Accepted
    messages = recorder.messages()
    assert 700 < sent == len(messages) < 1500
    assert [line.split(":")[0] for line in recorder.lines()[1:]] == ["MAIL FROM", "RCPT TO", "DATA"] * sent
    assert {message.recipients[0].replace("a", "") for message in messages} == {"n@exmple.vn"}


def test_send_names_its_stages(recorder, wire):
    stages = []
    line = wire(on_stage=stages.append)
    send_all(line, 2)
    assert stages == ["connect", "mail", "data", "reply", "mail", "data", "reply"]


@pytest.mark.parametrize("stage", ["connect", "mail", "data", "reply"])
def test_send_broken_off_spoils_no_later_letter(recorder, wire, pipelining, stage):
    recorder.script(pipelining=pipelining)
    broken = []

    def break_off(reached):
        if reached == stage and not broken:
            broken.append(reached)
            raise KeyboardInterrupt

    line = wire(on_stage=break_off)
    with pytest.raises(KeyboardInterrupt):
        line.transmit(SENDER, "an@example.vn", letter(1))
    assert type(line.transmit(SENDER, "binh@example.vn", letter(2))) is Accepted
    assert [message.data for message in recorder.messages()][-1] == letter(2)
    assert len(recorder.messages()) == (1 if stage in ("connect", "mail") else 2)


def test_both_ways_of_sending_end_alike(recorder, wire):
    faults = {
        "rcpt": {"m2@example.vn": "550 5.1.1 unknown", "m3@example.vn": "450 4.2.0 later"},
        "final_for": {"m5@example.vn": "554 5.7.1 spam", "m6@example.vn": "451 4.3.0 later"},
        "busy_every": 9,
        "swallow_every": 6,
    }
    results = []
    for way in (True, False):
        recorder.script(pipelining=way, **faults)
        results.append((send_all(wire(), 12), [message.data for message in recorder.messages()]))
    assert results[0] == results[1]
