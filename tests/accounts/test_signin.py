"""Ways in: each works once, for one person, and tells a stranger nothing."""

from __future__ import annotations

import re
import threading
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

import pyotp
import pytest
from sqlalchemy import func, select
from support.desk import TOKEN, browser_of, person, post, signed_in, token

from accounts.house import application, text_of
from campaign.access import accounts, authenticator, passwords, signin, throttle
from campaign.access.sessions import Browser
from campaign.audit import NOBODY, Act, Author
from campaign.errors import InvalidInput
from campaign.models import AccountMail, OneTimeLink, Role, SignIn, Throttle, User
from tests.conftest import BASE_URL

ADDRESS = "trang@example.org"
PASSWORD = "bảy con vịt trời bay về"
CODE = re.compile(r"<output[^>]*>(\d{3}) (\d{3})<")


def send(client, url, data=None, page="/signin", **options):
    return client.post(url, data={"csrf_token": token(client, page), **(data or {})}, **options)


def ask(client, address=ADDRESS, **options):
    return send(client, "/signin/link", {"address": address}, **options)


@pytest.fixture
def trang(app) -> int:
    return person(app, Role.ORGANIZER, address=ADDRESS)


# The link by mail


def test_link_signs_in_the_browser_that_asked(app, trang, mailbox) -> None:
    client = app.test_client()
    assert ask(client).location == "/signin/sent"
    link = mailbox.link()
    assert send(client, link, page=link).location == "/desk/today"
    page = client.get("/account").get_data(as_text=True)
    assert ADDRESS in page


@pytest.mark.requirement("S6")
def test_looking_at_a_link_uses_nothing_up(app, trang, mailbox) -> None:
    client = app.test_client()
    ask(client)
    link = mailbox.link()
    scanner = app.test_client()
    for method in ("GET", "HEAD", "OPTIONS") * 10:
        scanner.open(link, method=method)
    assert send(client, link, page=link).status_code == 303


@pytest.mark.requirement("S6")
def test_link_opens_once(app, trang, mailbox) -> None:
    client = app.test_client()
    ask(client)
    link = mailbox.link()
    form = {"csrf_token": token(client, link)}
    assert client.post(link, data=form).status_code == 303
    other = app.test_client()
    assert other.get(link).status_code == 404
    assert send(other, link).status_code == 404


@pytest.mark.requirement("S6")
def test_link_lasts_ten_minutes(app, trang, mailbox, hour) -> None:
    client = app.test_client()
    ask(client)
    link = mailbox.link()
    hour.later(minutes=10)
    assert client.get(link).status_code == 404


@pytest.mark.requirement("S6")
def test_link_in_another_browser_wants_the_code(app, trang, mailbox) -> None:
    asking, reading = app.test_client(), app.test_client()
    ask(asking)
    shown = "".join(CODE.search(asking.get("/signin/sent").get_data(as_text=True)).groups())
    link = mailbox.link()
    assert 'name="code"' in reading.get(link).get_data(as_text=True)
    assert 'name="code"' not in asking.get(link).get_data(as_text=True)
    wrong = send(reading, link, {"code": f"{(int(shown) + 1) % 10**6:06}"}, page=link)
    assert wrong.status_code == 200
    assert send(reading, link, page=link).status_code == 200
    assert send(reading, link, {"code": f"{shown[:3]} {shown[3:]}"}, page=link).status_code == 303
    assert reading.get("/account").status_code == 200
    assert asking.get("/account").status_code == 302


def test_link_closes_after_five_wrong_codes(app, trang, mailbox) -> None:
    asking, guessing = app.test_client(), app.test_client()
    ask(asking)
    link = mailbox.link()
    answers = [send(guessing, link, {"code": "x"}).status_code for _ in range(6)]
    assert answers == [200, 200, 200, 200, 404, 404]
    assert asking.get(link).status_code == 404


@pytest.mark.requirement("S6")
def test_twenty_uses_at_the_same_time_open_one_session(app, trang, mailbox, database) -> None:
    client = app.test_client()
    ask(client)
    link = mailbox.link()
    form = {"csrf_token": token(client, link)}
    together, answers = threading.Barrier(20), []
    cookies = [
        (name, client.get_cookie(name, domain="lich.example.org").value) for name in ("__Host-asked", "__Host-session")
    ]

    def use() -> None:
        mine = app.test_client()
        for name, value in cookies:
            mine.set_cookie(name, value, domain="lich.example.org")
        together.wait()
        answers.append(mine.post(link, data=form).status_code)

    threads = [threading.Thread(target=use) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [303] + [404] * 19
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(SignIn)) == 1


@pytest.mark.requirement("S1")
def test_session_key_is_new_at_each_sign_in(app, trang, mailbox) -> None:
    client, keys = app.test_client(), []
    for _ in range(2):
        ask(client)
        link = mailbox.link()
        send(client, link, page=link)
        keys.append(client.get_cookie("__Host-signin", domain="lich.example.org").value)
        post(client, "/signout")
    assert keys[0] != keys[1]


@pytest.mark.requirement("S2")
def test_cookies_are_out_of_reach(app, trang, mailbox) -> None:
    client = app.test_client()
    answers = [ask(client)]
    link = mailbox.link()
    answers += [client.get(link), send(client, link, page=link)]
    given = [cookie for answer in answers for cookie in answer.headers.getlist("Set-Cookie")]
    assert len(given) >= 5
    for cookie in given:
        assert cookie.startswith("__Host-")
        assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(cookie.split("; "))


def test_link_of_a_disabled_person_opens_nothing(app, trang, mailbox, database, hour) -> None:
    client = app.test_client()
    ask(client)
    link = mailbox.link()
    post(signed_in(app), f"/desk/users/{trang}/disablement")
    assert send(client, link).status_code == 404
    ask(app.test_client())
    assert mailbox.new() == []


def test_mail_is_sent_by_the_clock_and_says_what_it_must(app, trang, mailbox, database) -> None:
    ask(app.test_client())
    with database.read() as session:
        assert session.scalars(select(AccountMail.result)).one() is None
    (message,) = mailbox.new()
    assert message["To"].endswith(f"<{ADDRESS}>")
    assert message["List-Unsubscribe"] is None
    assert "một lần" in text_of(message)
    assert mailbox.new() == []


def test_database_alone_opens_no_link(app, trang, mailbox, database) -> None:
    ask(app.test_client())
    key = mailbox.link().rpartition("/")[2]
    with database.read() as session:
        link, mail = session.scalars(select(OneTimeLink)).one(), session.scalars(select(AccountMail)).one()
        assert key not in {str(value) for row in (link, mail) for value in vars(row).values()}


# What a stranger learns


KEY = re.compile(r'name="form_key" value="[^"]+"')


def faceless(answer) -> tuple:
    headers = [(name, value) for name, value in answer.headers if name not in ("Set-Cookie", "Date")]
    # The value, and the second at which it ends, differ by nature.
    cookies = [re.sub(r"(^[^=]+|Expires)=[^;]+", r"\1=", cookie) for cookie in answer.headers.getlist("Set-Cookie")]
    return answer.status_code, headers, cookies, KEY.sub("", TOKEN.sub("", CODE.sub("", answer.get_data(as_text=True))))


@pytest.mark.requirement("S7")
def test_asking_tells_nobody_who_has_an_account(app, trang, database) -> None:
    person(app, address="cu@example.org", disabled_at=app.extensions["campaign"].now())
    seen = []
    for address in (ADDRESS, "ai-do@example.org", "cu@example.org"):
        client = app.test_client()
        answers = [faceless(ask(client, address)), faceless(client.get("/signin/sent"))]
        seen.append(answers)
    assert seen[0] == seen[1] == seen[2]


@pytest.mark.requirement("S7")
def test_wrong_password_tells_nobody_who_has_an_account(app, trang, database) -> None:
    person(app, address="khac@example.org", password_hash=passwords.hashed(PASSWORD))
    seen = []
    for address in (ADDRESS, "khac@example.org", "ai-do@example.org"):
        answer = send(app.test_client(), "/signin/password", {"address": address, "password": "sai mật khẩu"})
        seen.append((answer.status_code, faceless(answer)[3].replace(address, "")))
    assert seen[0] == seen[1] == seen[2]
    assert seen[0][0] == 200


# How often


@pytest.mark.requirement("S12")
def test_mails_to_one_address_are_three_an_hour_over_all_instances(app, config, database, hour, trang, mailbox) -> None:
    instances = [app, application(config, database, hour)]
    for number in range(12):
        assert ask(instances[number % 2].test_client()).status_code == 303
    assert len(mailbox.new()) == 3
    hour.later(minutes=61)
    ask(app.test_client())
    assert len(mailbox.new()) == 1


@pytest.mark.requirement("S10")
def test_known_browser_is_not_locked_out_by_strangers(app, trang, mailbox) -> None:
    client = app.test_client()
    ask(client)
    link = mailbox.link()
    send(client, link, page=link)
    post(client, "/signout")
    for _ in range(5):
        ask(app.test_client())
    mailbox.new()
    ask(client)
    assert len(mailbox.new()) == 1


@pytest.mark.requirement("S10")
def test_strangers_of_one_network_are_slowed_together(app, database, hour) -> None:
    browser = Browser(network="192.0.2.1")
    with database.write() as session:
        for number in range(70):
            post = signin.Post("secret", ".x@example.org>")
            signin.ask(Act(session, hour(), NOBODY), f"{number}@example.org", browser=browser, asked="a", post=post)
        tries = session.scalars(select(Throttle.tries).where(Throttle.key.startswith("asking:"))).one()
    assert len(tries) == 60


@pytest.mark.requirement("S12")
def test_mails_in_all_are_sixty_an_hour(app, mailbox, database, hour) -> None:
    with database.write() as session:
        users = [
            accounts.make(
                Act(session, hour(), Author("")), name="Lê Bình", address=f"{number}@example.org", role=Role.READER
            )
            for number in range(65)
        ]
        for number, user in enumerate(users):
            browser = Browser(network=f"192.0.2.{number}")
            mail = signin.Post("secret", ".x@example.org>")
            signin.ask(Act(session, hour(), NOBODY), user.address, browser=browser, asked="a", post=mail)
        assert session.scalar(select(func.count()).select_from(AccountMail)) == 60


@pytest.mark.requirement("S10")
def test_passwords_are_tried_ten_times_an_hour_over_all_instances(config, database, hour, app) -> None:
    person(app, address=ADDRESS, password_hash=passwords.hashed(PASSWORD))
    instances = [app, application(config, database, hour)]
    right = {"address": ADDRESS, "password": PASSWORD}
    for number in range(25):
        hour.later(seconds=55)
        client = instances[number % 2].test_client()
        send(client, "/signin/password", {"address": ADDRESS, "password": "sai mật khẩu"})
    with database.read() as session:
        tries = session.scalars(select(Throttle.tries).where(Throttle.key.startswith("password:"))).one()
    assert len(tries) == 9  # of 25, each wait twice the last
    assert send(app.test_client(), "/signin/password", right).status_code == 200
    hour.later(hours=2)
    assert send(app.test_client(), "/signin/password", right).status_code == 303


def test_each_guess_after_the_free_ones_waits_twice_as_long(database, hour) -> None:
    limit = throttle.Limit("thử", most=100, free=2)
    waits = []
    for _ in range(6):
        waited = 0
        while True:
            with database.write() as session:
                if throttle.take(Act(session, hour(), NOBODY), limit, "a"):
                    break
            hour.later(seconds=30)
            waited += 30
        waits.append(waited)
    assert waits == [0, 0, 30, 60, 120, 240]


def test_parallel_tries_are_counted_one_by_one(database, hour) -> None:
    limit, allowed = throttle.Limit("cùng lúc", most=3), []

    def take() -> None:
        with database.write() as session:
            allowed.append(throttle.take(Act(session, hour(), NOBODY), limit, "a"))

    threads = [threading.Thread(target=take) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(allowed) == [False] * 9 + [True] * 3


# Passwords


@pytest.mark.requirement("S4")
def test_password_is_the_same_in_every_spelling_of_its_letters(app) -> None:
    import unicodedata  # noqa: PLC0415

    person(app, address=ADDRESS, password_hash=passwords.hashed(unicodedata.normalize("NFC", PASSWORD)))
    decomposed = unicodedata.normalize("NFD", PASSWORD)
    assert decomposed != PASSWORD
    assert send(app.test_client(), "/signin/password", {"address": ADDRESS, "password": decomposed}).status_code == 303


@pytest.mark.requirement("S4")
def test_password_is_not_cut_off() -> None:
    long = "a9" * 60
    known = passwords.hashed(long)
    assert passwords.fits(known, long)
    assert not passwords.fits(known, long[:72])


@pytest.mark.requirement("S4")
@pytest.mark.parametrize(
    "password",
    ["ngắn", "password1234", "matkhau123456", "aaaaaaaaaaaaaaaa", "12345678901234", "Sở Y tế Hà Sơn", "x" * 300],
)
def test_password_easy_to_guess_is_refused(password) -> None:
    with pytest.raises(InvalidInput):
        passwords.check(password, words=["Sở Y tế Hà Sơn"])


@pytest.mark.parametrize("password", [PASSWORD, "correct horse battery staple", "gió mùa đông bắc 1987"])
def test_password_of_a_few_words_is_good(password) -> None:
    passwords.check(password, words=["Sở Y tế Hà Sơn"])


@pytest.mark.requirement("S3")
def test_outdated_hash_is_renewed_at_sign_in(app, database) -> None:
    from argon2 import PasswordHasher  # noqa: PLC0415

    weak = PasswordHasher(time_cost=1, memory_cost=8 * 1024, parallelism=1).hash(PASSWORD)
    user_id = person(app, address=ADDRESS, password_hash=weak)
    assert send(app.test_client(), "/signin/password", {"address": ADDRESS, "password": PASSWORD}).status_code == 303
    with database.read() as session:
        known = session.get_one(User, user_id).password_hash
    assert known != weak
    assert not passwords.is_outdated(known)
    assert passwords.fits(known, PASSWORD)


@pytest.mark.requirement("S3")
def test_parameters_are_at_least_those_demanded() -> None:
    assert passwords.HASHER.memory_cost >= 19 * 1024
    assert passwords.HASHER.time_cost >= 2


@pytest.mark.requirement("S9")
def test_password_change_wants_the_present_one(app, database) -> None:
    known = passwords.hashed(PASSWORD)
    user_id = person(app, password_hash=known, password_at=app.extensions["campaign"].now())
    client = browser_of(app, user_id)
    assert post(client, "/account/password", {"old": "sai", "new": "mười con cò trắng đứng"}).status_code == 200
    with database.read() as session:
        assert session.get_one(User, user_id).password_hash == known
    assert post(client, "/account/password", {"old": PASSWORD, "new": "mười con cò trắng đứng"}).status_code == 303


# The second factor


def connected(app, client, user_id) -> tuple[pyotp.TOTP, list[str]]:
    post(client, "/account/authenticator")
    page = client.get("/account/authenticator").get_data(as_text=True)
    assert "<svg" in page
    totp = pyotp.TOTP(re.search(r"<code>([A-Z2-7]{32})</code>", page)[1])
    answer = post(client, "/account/authenticator/confirmation", {"code": totp.at(app.extensions["campaign"].now())})
    return totp, re.findall(r"<code>([a-z2-7-]{19})</code>", answer.get_data(as_text=True))


def half_way(app, mailbox):
    """A browser after the first factor."""
    client = app.test_client()
    ask(client)
    link = mailbox.link()
    assert send(client, link, page=link).location == "/signin/code"
    assert client.get("/account").status_code == 302
    return client


@pytest.mark.requirement("S5")
def test_second_factor_is_asked_for_and_each_code_works_once(app, trang, mailbox, hour) -> None:
    totp, codes = connected(app, browser_of(app, trang), trang)
    mailbox.new()
    assert len(set(codes)) == 10
    client = half_way(app, mailbox)
    used = totp.at(hour())
    assert send(client, "/signin/code", {"code": used}, page="/signin/code").status_code == 200
    hour.later(seconds=60)
    fresh = totp.at(hour())
    assert send(client, "/signin/code", {"code": fresh}, page="/signin/code").status_code == 303
    assert client.get("/account").status_code == 200
    other = half_way(app, mailbox)
    assert send(other, "/signin/code", {"code": fresh}, page="/signin/code").status_code == 200


@pytest.mark.requirement("S5")
def test_recovery_code_works_once(app, trang, mailbox, hour) -> None:
    _totp, codes = connected(app, browser_of(app, trang), trang)
    mailbox.new()
    first = half_way(app, mailbox)
    assert send(first, "/signin/code", {"code": codes[0].upper()}, page="/signin/code").status_code == 303
    second = half_way(app, mailbox)
    assert send(second, "/signin/code", {"code": codes[0]}, page="/signin/code").status_code == 200
    assert send(second, "/signin/code", {"code": codes[1]}, page="/signin/code").status_code == 303


def test_second_factor_ends_after_five_wrong_codes(app, trang, mailbox, hour) -> None:
    totp, _codes = connected(app, browser_of(app, trang), trang)
    mailbox.new()
    client = half_way(app, mailbox)
    for _ in range(5):
        send(client, "/signin/code", {"code": "000000"}, page="/signin/code")
    hour.later(seconds=90)
    assert send(client, "/signin/code", {"code": totp.at(hour())}, page="/signin/code").status_code == 200


def test_second_factor_goes_only_with_a_code(app, trang, database, hour) -> None:
    client = browser_of(app, trang)
    totp, _codes = connected(app, client, trang)
    assert post(client, "/account/authenticator/removal", {"code": "123456"}).status_code == 200
    hour.later(seconds=60)
    assert post(client, "/account/authenticator/removal", {"code": totp.at(hour())}).status_code == 303
    with database.read() as session:
        assert not session.get_one(User, trang).has_second_factor


def test_secret_of_the_app_is_not_in_the_database(app, trang, database, config) -> None:
    connected(app, browser_of(app, trang), trang)
    with database.read() as session:
        user = session.get_one(User, trang)
        secret = authenticator.shared_secret(config.server.secret_key, user)
        assert secret not in {str(value) for value in vars(user).values()}


# Where it leads


HOSTILE = [
    "//evil.example",
    "///evil.example",
    "////evil.example",
    "https://evil.example",
    "http://evil.example/",
    "https:evil.example",
    "https:/evil.example",
    "HTTPS://EVIL.EXAMPLE",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "\\\\evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "/\\/evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/\r/evil.example",
    "\t//evil.example",
    " //evil.example",
    "\n//evil.example",
    "/\x00/evil.example",
    "\x00//evil.example",
    "/\x0b/evil.example",
    "/\x85/evil.example",
    "/\u2028/evil.example",
    "evil.example",
    "@evil.example",
    ".evil.example",
    "?//evil.example",
    "#//evil.example",
    "mailto:a@evil.example",
    "ftp://evil.example",
    "file:///etc/passwd",
    "blob:https://evil.example/x",
    "//evil.example\\@lich.example.org",
    "https://lich.example.org@evil.example",
    "https://lich.example.org.evil.example/",
    "//lich.example.org:x@evil.example",
]


@pytest.mark.requirement("S27")
@pytest.mark.only("sqlite")
@pytest.mark.parametrize("target", HOSTILE)
def test_signing_in_leads_to_no_other_site(app, target) -> None:
    client = signed_in(app)
    location = client.get("/signin", query_string={"to": target}).location
    # As a browser reads it: backslashes are slashes, tabs and line ends are nothing.
    read = re.sub(r"[\t\r\n]", "", location.strip()).replace("\\", "/")
    there = urlsplit(urljoin(f"{BASE_URL}/signin", read))
    assert (there.scheme, there.netloc) == ("https", "lich.example.org")
    assert there.path == "/desk/today"


def test_signing_in_leads_to_the_page_that_was_wanted(app, trang, mailbox) -> None:
    assert len(HOSTILE) >= 40
    client = app.test_client()
    wanted = client.get("/account?x=1").location
    assert wanted == "/signin?to=/account?x%3D1"
    form = {"csrf_token": token(client, wanted), "address": ADDRESS, "to": "/account?x=1"}
    client.post("/signin/link", data=form)
    link = mailbox.link()
    assert send(client, link, page=link).location == "/account?x=1"


@pytest.mark.requirement("S34")
@pytest.mark.only("sqlite")
@pytest.mark.parametrize(
    "headers",
    [
        {"X-Forwarded-Host": "evil.example"},
        {"Forwarded": "host=evil.example;proto=http"},
        {"X-Forwarded-Proto": "http", "X-Original-Host": "evil.example"},
        {"X-Host": "evil.example", "X-Forwarded-Server": "evil.example"},
    ],
)
def test_forged_host_changes_no_link(app, trang, mailbox, headers) -> None:
    ask(app.test_client(), headers=headers)
    (message,) = mailbox.new()
    addresses = re.findall(r"https?://[^\s\"<>]+", message.as_string().replace("=\n", ""))
    assert addresses
    assert {urlsplit(address).netloc for address in addresses} == {"lich.example.org"}


@pytest.mark.only("sqlite")
def test_foreign_host_is_refused(app, trang, mailbox) -> None:
    answer = app.test_client().post("/signin/link", data={"address": ADDRESS}, base_url="https://evil.example")
    assert answer.status_code == 400
    assert mailbox.new() == []


# Administrators by the console


def console_link(app, database, address: str) -> str:
    part = app.extensions["campaign"]
    with database.write() as session:
        secret = part.config.server.secret_key
        token = accounts.administrator_link(Act(session, part.now(), NOBODY), address=address, secret=secret)
        return f"/signin/link/{token}"


def test_link_from_the_console_makes_an_administrator(app, database) -> None:
    link = console_link(app, database, ADDRESS)
    client = app.test_client()
    form = {"name": "Nguyễn Thị Thu Trang", "address": "khac@example.org"}
    assert send(client, link, form, page=link).location == "/desk/today"
    assert client.get("/desk/users").status_code == 200
    with database.read() as session:
        assert [(user.address, user.role) for user in session.scalars(select(User))] == [(ADDRESS, Role.ADMINISTRATOR)]


def test_link_from_the_console_without_address_asks_for_one(app, database) -> None:
    link = console_link(app, database, "")
    client = app.test_client()
    assert send(client, link, {"name": "Nguyễn Thị Thu Trang"}, page=link).status_code == 200
    form = {"name": "Nguyễn Thị Thu Trang", "address": ADDRESS}
    assert send(client, link, form, page=link).location == "/desk/today"


def test_link_from_the_console_raises_and_reopens_a_known_person(app, database, trang) -> None:
    with database.write() as session:
        session.get_one(User, trang).disabled_at = app.extensions["campaign"].now()
    link = console_link(app, database, ADDRESS)
    client = app.test_client()
    send(client, link, {"name": "Nguyễn Thị Thu Trang", "address": ADDRESS}, page=link)
    with database.read() as session:
        user = session.get_one(User, trang)
        assert (user.role, user.disabled_at) == (Role.ADMINISTRATOR, None)


def test_link_from_the_console_lasts_a_day(app, database, hour) -> None:
    link = console_link(app, database, ADDRESS)
    hour.later(hours=23)
    assert app.test_client().get(link).status_code == 200
    hour.later(hours=1)
    assert app.test_client().get(link).status_code == 404


# People of the desk


def test_invitation_makes_a_person_and_a_mail_without_key(app, database, mailbox) -> None:
    client = signed_in(app)
    form = {"name": "Trần Văn Hùng", "address": "hung@example.org", "role": int(Role.ORGANIZER), "language": "en"}
    assert post(client, "/desk/users", form).status_code == 303
    (message,) = mailbox.new()
    assert f"{BASE_URL}/signin" in text_of(message).split()
    assert "has opened an account" in text_of(message)
    again = post(client, "/desk/users", form)
    assert again.status_code == 200
    assert "hung@example.org" in again.get_data(as_text=True)
    assert mailbox.new() == []


def test_methods_that_are_switched_off_are_gone(config, database, hour, app) -> None:
    person(app, address=ADDRESS, password_hash=passwords.hashed(PASSWORD))
    only = application(replace(config, signin=replace(config.signin, methods=("link",))), database, hour)
    client = only.test_client()
    assert "signin/password" not in client.get("/signin").get_data(as_text=True)
    assert send(client, "/signin/password", {"address": ADDRESS, "password": PASSWORD}).status_code == 404
