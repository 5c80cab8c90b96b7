from __future__ import annotations

import pytest
from support.connections import connect

from campaign.errors import ConfigurationError
from campaign.mailer.extension import probe
from campaign.mailer.settings import MailSettings
from campaign.outcome import Accepted, Unreachable

SENDER, RECIPIENT, LETTER = "lich@example.vn", "an@example.vn", b"Message-ID: <a@b>\r\n\r\nbody\r\n"


@pytest.fixture(params=["starttls", "tls"])
def security(request):
    return request.param


def test_send_over_tls(recorder, wire, authority, security):
    recorder.script(**{security: authority.good}, transcript=True)
    line = wire(security=security, ca_file=authority.ca_file)
    assert [type(line.transmit(SENDER, RECIPIENT, LETTER)) for _ in range(3)] == [Accepted] * 3
    assert [message.encrypted for message in recorder.messages()] == [True] * 3
    heard = [heard.split()[0].upper() for heard in recorder.lines(encrypted=True)]
    assert heard == ["EHLO", *["MAIL", "RCPT", "DATA"] * 3]
    assert [line.upper() for line in recorder.lines(encrypted=False)][1:] == ["STARTTLS"] * (security == "starttls")


@pytest.mark.requirement("S33")
@pytest.mark.parametrize("certificate", ["self_made", "other_name"])
def test_send_stops_at_a_certificate_that_does_not_verify(recorder, wire, authority, security, certificate):
    recorder.script(**{security: getattr(authority, certificate)}, login={"u": "p"}, transcript=True)
    line = wire(security=security, ca_file=authority.ca_file, username="u", password="p")
    outcome = line.transmit(SENDER, RECIPIENT, LETTER)
    assert type(outcome) is Unreachable
    assert "Chứng chỉ" in str(outcome)
    assert {heard.split()[0].upper() for heard in recorder.lines()} <= {"EHLO", "STARTTLS"}


def test_send_stops_where_the_system_does_not_know_the_authority(recorder, wire, authority, security):
    recorder.script(**{security: authority.good})
    assert "Chứng chỉ" in str(wire(security=security).transmit(SENDER, RECIPIENT, LETTER))
    assert recorder.messages() == []


@pytest.mark.requirement("S33")
def test_send_stops_where_starttls_was_stripped(recorder, wire, authority):
    recorder.script(login={"u": "p"}, transcript=True)
    line = wire(security="starttls", ca_file=authority.ca_file, username="u", password="p")
    outcome = line.transmit(SENDER, RECIPIENT, LETTER)
    assert type(outcome) is Unreachable
    assert "STARTTLS" in str(outcome)
    assert [heard.split()[0].upper() for heard in recorder.lines()] == ["EHLO"]


def test_send_stops_where_words_were_put_behind_starttls(recorder, wire, authority):
    recorder.script(starttls=authority.good, inject=True)
    assert type(wire(security="starttls", ca_file=authority.ca_file).transmit(SENDER, RECIPIENT, LETTER)) is Unreachable
    assert recorder.messages() == []


def test_send_stops_where_the_server_does_not_speak_tls(recorder, wire, authority):
    assert (
        type(wire(security="tls", ca_file=authority.ca_file, timeout=1).transmit(SENDER, RECIPIENT, LETTER))
        is Unreachable
    )


def test_login_over_tls(recorder, wire, authority, security):
    recorder.script(**{security: authority.good}, login={"lich": "secret"}, transcript=True)
    line = wire(security=security, ca_file=authority.ca_file, username="lich", password="secret")
    assert type(line.transmit(SENDER, RECIPIENT, LETTER)) is Accepted
    assert not any("AUTH" in heard.upper() for heard in recorder.lines(encrypted=False))


def test_login_refused_is_unreachable(recorder, wire, authority):
    recorder.script(tls=authority.good, login={"lich": "secret"})
    line = wire(security="tls", ca_file=authority.ca_file, username="lich", password="wrong")
    outcome = line.transmit(SENDER, RECIPIENT, LETTER)
    assert type(outcome) is Unreachable
    assert "tên đăng nhập hoặc mật khẩu: 127.0.0.1" in str(outcome)


@pytest.mark.parametrize(("user", "password"), [("lich", "mật khẩu Đẹp"), ("lịch", "secret"), ("lịch", "ổn định ✓")])
def test_login_with_letters_beyond_ascii(recorder, wire, authority, security, user, password):
    """RFC 4616: in UTF-8; smtplib knows ASCII only."""
    recorder.script(**{security: authority.good}, login={user: password})
    line = wire(security=security, ca_file=authority.ca_file, username=user, password=password)
    assert type(line.transmit(SENDER, RECIPIENT, LETTER)) is Accepted


def test_login_with_signs_that_smtp_cannot_carry_is_unreachable(recorder, wire, authority):
    recorder.script(tls=authority.good, login={"lich": "secret"})
    line = wire(security="tls", ca_file=authority.ca_file, username="lịch", password="secret")
    assert type(line.transmit(SENDER, RECIPIENT, LETTER)) is Unreachable


@pytest.mark.requirement("S33")
def test_connect_refuses_a_password_in_clear():
    with pytest.raises(ConfigurationError, match=r"mail\.example\.vn"):
        connect(MailSettings(server="mail.example.vn", security="none", username="u", password="p"))


def test_settings_do_not_show_the_password():
    assert "hush" not in repr(MailSettings(server="mail.example.vn", password="hush"))


def settings(recorder, **changes):
    usual = {"server": "127.0.0.1", "port": recorder.port, "security": "none", "timeout": 0.5}
    return MailSettings(**{**usual, **changes})


def test_probe_of_a_good_server_says_nothing(recorder, authority):
    recorder.script(starttls=authority.good, login={"u": "p"}, transcript=True)
    asked = settings(recorder, security="starttls", ca_file=authority.ca_file, username="u", password="p")
    assert probe(asked) is None
    assert [line.split()[0].upper() for line in recorder.lines()] == [
        "EHLO",
        "STARTTLS",
        "EHLO",
        "AUTH",
        "QUIT",
    ]


@pytest.mark.parametrize(
    ("faults", "changes", "words"),
    [
        ({}, {"port": 1}, "từ chối kết nối"),
        ({}, {"server": "no-such-host.invalid"}, "Không tìm thấy máy chủ thư no-such-host.invalid"),
        ({"silent_at": "greeting"}, {}, "không trả lời"),
        ({"greeting": "554 5.7.1 \x1b[1mblocked"}, {}, "từ chối phục vụ: 127.0.0.1"),
        ({"hang_up_at": "ehlo"}, {}, "ngắt kết nối"),
        ({}, {"security": "starttls"}, "không hỗ trợ STARTTLS"),
        ({}, {"username": "u", "password": "p"}, "không hỗ trợ đăng nhập"),
        ({"login": {"u": "q"}}, {"username": "u", "password": "p"}, "tên đăng nhập hoặc mật khẩu"),
        ({}, {"server": "x.example.vn", "username": "u"}, "không mã hóa"),
        ({}, {"server": ""}, "cần có server hoặc folder"),
    ],
)
def test_probe_says_what_is_wrong(recorder, faults, changes, words):
    recorder.script(**faults)
    sentence = probe(settings(recorder, **changes))
    assert words in sentence
    assert sentence.isprintable()


def test_probe_names_a_missing_file_of_certificates(recorder, tmp_path):
    recorder.script(starttls={"cert": "", "key": ""})
    assert probe(settings(recorder, security="starttls", ca_file=tmp_path / "none.pem")) == (
        f"Không đọc được tệp chứng chỉ {tmp_path / 'none.pem'}."
    )


def test_probe_of_a_folder(tmp_path):
    assert probe(MailSettings(folder=tmp_path / "mail")) is None
    (tmp_path / "file").write_text("")
    assert "Không ghi được" in probe(MailSettings(folder=tmp_path / "file"))
