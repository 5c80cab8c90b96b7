"""The configuration: what is read, and one sentence with file, section and option for each mistake."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from campaign.config import EXAMPLE_KEY, Config, load, options
from campaign.errors import ConfigurationError

SECRET = "0123456789abcdef0123456789abcdef"
SERVER = f'[server]\nsecret_key = "{SECRET}"\n'


def written(folder: Path, text: str, name: str = "campaign.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def refusal(path: Path | None, environ: dict[str, str] | None = None) -> str:
    with pytest.raises(ConfigurationError) as caught:
        load(path, environ or {})
    message = caught.value.message
    assert "\n" not in message
    assert message.endswith(".")
    return message


# What is read


def test_without_file_defaults_hold(tmp_path: Path) -> None:
    config = load(None, {}, folder=tmp_path)
    assert config == dataclasses.replace(Config(), folder=tmp_path)
    assert config.source == ""


def test_file_of_the_folder_is_found(tmp_path: Path) -> None:
    path = written(tmp_path, SERVER + '[organisation]\nname = "Sở Tài chính"\n')
    config = load(None, {}, folder=tmp_path)
    assert (config.organisation.name, config.source, config.folder) == ("Sở Tài chính", str(path), tmp_path)


def test_named_file_goes_before_that_of_the_folder(tmp_path: Path) -> None:
    written(tmp_path, SERVER)
    other = written(tmp_path, SERVER + "[mail]\nport = 25\n", "other.toml")
    assert load(other, {}, folder=tmp_path).mail.port == 25


def test_every_type_is_read(tmp_path: Path) -> None:
    text = SERVER + 'gzip = false\ntrusted_hosts = ["a.example.org"]\n[mail]\nport = 25\nrate_per_second = 5\n'
    config = load(written(tmp_path, text), {})
    assert config.server.gzip is False
    assert config.server.trusted_hosts == ("a.example.org",)
    assert config.mail.port == 25
    assert config.mail.rate_per_second == 5.0
    assert type(config.mail.rate_per_second) is float


def test_base_url_ends_without_slash(tmp_path: Path) -> None:
    config = load(written(tmp_path, SERVER + 'base_url = "https://lich.example.org/"\n'), {})
    assert config.server.base_url == "https://lich.example.org"


def test_values_are_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Config().mail.port = 1  # type: ignore[misc]


def test_secrets_are_not_shown() -> None:
    environ = {
        "CAMPAIGN_SERVER__SECRET_KEY": SECRET,
        "CAMPAIGN_MAIL__PASSWORD": "mat-khau",
        "CAMPAIGN_DATABASE__URL": "postgresql://a:mat-khau@b/c",
    }
    shown = repr(load(None, environ))
    assert SECRET not in shown
    assert "mat-khau" not in shown


# The environment


def test_environment_goes_before_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, SERVER + '[mail]\nport = 25\nserver = "smtp.example.org"\n')
    config = load(path, {"CAMPAIGN_MAIL__PORT": "465", "CAMPAIGN_CONFIG": str(path), "HOME": "/"})
    assert (config.mail.port, config.mail.server) == (465, "smtp.example.org")


@pytest.mark.parametrize(
    ("variable", "text", "section", "option", "value"),
    [
        ("CAMPAIGN_SERVER__GZIP", "False", "server", "gzip", False),
        ("CAMPAIGN_SERVER__GZIP", "1", "server", "gzip", True),
        ("CAMPAIGN_MAIL__TIMEOUT", "12.5", "mail", "timeout", 12.5),
        ("CAMPAIGN_HOLIDAYS__EXTRA", "2027-02-05, 2027-02-06,", "holidays", "extra", ("2027-02-05", "2027-02-06")),
        ("CAMPAIGN_HOLIDAYS__EXTRA", '["2027-02-05 Tết, bù"]', "holidays", "extra", ("2027-02-05 Tết, bù",)),
        ("CAMPAIGN_HOLIDAYS__EXTRA", "", "holidays", "extra", ()),
        ("CAMPAIGN_REMINDERS__QUIET", "", "reminders", "quiet", ()),
        ("CAMPAIGN_ORGANISATION__NAME", "Sở Y tế", "organisation", "name", "Sở Y tế"),
    ],
)
def test_environment_has_every_type(variable: str, text: str, section: str, option: str, value: object) -> None:
    assert getattr(getattr(load(None, {variable: text}), section), option) == value


@pytest.mark.parametrize(
    ("variable", "text", "sentence"),
    [
        ("CAMPAIGN_MAIL__PORT", "smtp", "mục [mail], tùy chọn port: phải là một số nguyên, không phải 'smtp'."),
        ("CAMPAIGN_MAIL__PORT", "", "mục [mail], tùy chọn port: phải là một số nguyên, không phải ''."),
        ("CAMPAIGN_SERVER__GZIP", "có", "mục [server], tùy chọn gzip: phải là true hoặc false, không phải 'có'."),
        ("CAMPAIGN_ENGINE__TICK", "nan", "mục [engine], tùy chọn tick: phải từ 0.1 đến 3600, không phải nan."),
        ("CAMPAIGN_MAIL__SERVR", "x", "mục [mail], tùy chọn servr: không có tùy chọn này; tên gần nhất là “server”."),
        ("CAMPAIGN_MAILS__SERVER", "x", "mục [mails], tùy chọn server: không có mục này."),
        (
            "CAMPAIGN_HOLIDAYS__EXTRA",
            "[1]",
            "mục [holidays], tùy chọn extra: phải là một danh sách chuỗi ký tự, không phải [1].",
        ),
        (
            "CAMPAIGN_HOLIDAYS__EXTRA",
            "[1",
            "mục [holidays], tùy chọn extra: phải là một danh sách chuỗi ký tự, không phải '[1'.",
        ),
    ],
)
def test_mistake_of_the_environment_names_the_variable(variable: str, text: str, sentence: str) -> None:
    assert refusal(None, {variable: text}) == f"Biến môi trường {variable}: {sentence}"


# Mistakes of the file


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[mial]\n", "không có mục [mial]; các mục hợp lệ: organisation, server, "),
        ('port = "x"\n', "không có mục [port]; "),
        ("mail = 1\n", "“mail” phải là một mục, viết [mail]."),
        ("[[mail]]\n", "“mail” phải là một mục, viết [mail]."),
        (SERVER + "[mail]\nprot = 1\n", "mục [mail], tùy chọn prot: không có tùy chọn này; tên gần nhất là “port”."),
        (SERVER + "[mail]\nqqq = 1\n", "mục [mail], tùy chọn qqq: không có tùy chọn này."),
        (SERVER + '[mail]\nport = "25"\n', "mục [mail], tùy chọn port: phải là một số nguyên, không phải '25'."),
        (SERVER + "[mail]\nport = true\n", "mục [mail], tùy chọn port: phải là một số nguyên, không phải True."),
        (SERVER + "[mail]\nport = 2.5\n", "mục [mail], tùy chọn port: phải là một số nguyên, không phải 2.5."),
        (SERVER + "[mail]\nport = 0\n", "mục [mail], tùy chọn port: phải từ 1 đến 65535, không phải 0."),
        (SERVER + "[mail]\nport = 70000\n", "mục [mail], tùy chọn port: phải từ 1 đến 65535, không phải 70000."),
        (SERVER + "[mail]\ntimeout = true\n", "mục [mail], tùy chọn timeout: phải là một số, không phải True."),
        (SERVER + "[mail]\nserver = 1\n", "mục [mail], tùy chọn server: phải là một chuỗi ký tự, không phải 1."),
        (SERVER + "gzip = 1\n", "mục [server], tùy chọn gzip: phải là true hoặc false, không phải 1."),
        (
            SERVER + '[holidays]\nextra = "2027-02-05"\n',
            "mục [holidays], tùy chọn extra: phải là một danh sách chuỗi ký tự, không phải '2027-02-05'.",
        ),
        (
            SERVER + '[mail]\nsecurity = "ssl"\n',
            "mục [mail], tùy chọn security: phải là một trong: none, starttls, tls, không phải 'ssl'.",
        ),
        (
            SERVER + '[reminders]\nquiet = ["20:00"]\n',
            "mục [reminders], tùy chọn quiet: cần giờ bắt đầu và giờ kết thúc, hoặc để trống [].",
        ),
        (
            SERVER + '[organisation]\ntimezone = "Asia/Hanoi"\n',
            "mục [organisation], tùy chọn timezone: không có múi giờ 'Asia/Hanoi'.",
        ),
        (
            SERVER + '[organisation]\ntimezone = "../etc"\n',
            "mục [organisation], tùy chọn timezone: không có múi giờ '../etc'.",
        ),
        ("[mail]\nport = 25\n", "mục [server], tùy chọn secret_key: còn thiếu khóa bí mật; lệnh “campaign init” "),
        ("[server\n", "sai cú pháp TOML: "),
        ("[mail]\nport = 1\nport = 2\n", "sai cú pháp TOML: "),
    ],
)
def test_mistake_of_the_file_names_section_and_option(tmp_path: Path, text: str, sentence: str) -> None:
    path = written(tmp_path, text)
    assert refusal(path).startswith(f"{path}: {sentence}")


@pytest.mark.parametrize(
    "line", ["[server]\nsecret_key = 12345", "[mail]\npassword = 12345", "[database]\nurl = 12345"]
)
def test_mistake_does_not_show_a_secret(tmp_path: Path, line: str) -> None:
    message = refusal(written(tmp_path, line))
    assert "phải là một chuỗi ký tự" in message
    assert "12345" not in message


def test_secret_may_come_from_the_environment(tmp_path: Path) -> None:
    path = written(tmp_path, "[mail]\nport = 25\n")
    assert load(path, {"CAMPAIGN_SERVER__SECRET_KEY": SECRET}).server.secret_key == SECRET


def test_missing_file_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.toml") == f"Không thấy tệp cấu hình {tmp_path / 'none.toml'}."


def test_byte_order_mark_of_an_editor_is_skipped(tmp_path: Path) -> None:
    path = written(tmp_path, f'\ufeff[server]\nsecret_key = "{SECRET}"\n')
    assert load(path, {}).server.secret_key == SECRET


def test_folder_is_no_file(tmp_path: Path) -> None:
    assert refusal(tmp_path) == f"{tmp_path} là một thư mục, không phải tệp cấu hình."


def test_reader_of_metrics_is_an_address() -> None:
    sentence = "Cấu hình: mục [server], tùy chọn metrics: chỉ gồm địa chỉ IP hoặc dải địa chỉ, không có 'noi-bo'."
    assert refusal(None, {"CAMPAIGN_SERVER__METRICS": "10.0.0.0/8, noi-bo"}) == sentence


def test_file_of_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "campaign.toml"
    path.write_bytes('[organisation]\nname = "Sở"\n'.encode("utf-16"))
    assert refusal(path) == f"{path}: tệp cấu hình phải lưu bằng bảng mã UTF-8."


# The example's key


@pytest.mark.parametrize("address", ["http://127.0.0.1:8000", "http://localhost:8000", "http://[::1]:8000"])
def test_example_key_serves_this_machine(tmp_path: Path, address: str) -> None:
    path = written(tmp_path, f'[server]\nsecret_key = "{EXAMPLE_KEY}"\nbase_url = "{address}"\n')
    assert load(path, {}).server.base_url == address


@pytest.mark.requirement("S8")
@pytest.mark.parametrize("address", ["https://lich.example.org", "http://localhost.example.org", "http://[", "lich"])
def test_example_key_is_refused_for_the_world(tmp_path: Path, address: str) -> None:
    path = written(tmp_path, f'[server]\nsecret_key = "{EXAMPLE_KEY}"\nbase_url = "{address}"\n')
    assert "secret_key: khóa mẫu ai cũng biết" in refusal(path)


# Paths


@pytest.mark.parametrize(
    ("url", "resolved"),
    [
        ("sqlite:///campaign.db", "sqlite:///{folder}/campaign.db"),
        ("sqlite:///data/campaign.db?timeout=5", "sqlite:///{folder}/data/campaign.db?timeout=5"),
        ("sqlite+pysqlite:///campaign.db", "sqlite+pysqlite:///{folder}/campaign.db"),
        ("sqlite:////var/lib/campaign.db", "sqlite:////var/lib/campaign.db"),
        ("postgresql+psycopg://a@b/c", "postgresql+psycopg://a@b/c"),
    ],
)
def test_database_lies_beside_the_file(tmp_path: Path, url: str, resolved: str) -> None:
    config = load(written(tmp_path, SERVER + f'[database]\nurl = "{url}"\n'), {})
    assert config.database_url == resolved.format(folder=tmp_path)


def test_paths_start_at_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = load(written(tmp_path, SERVER), {})
    assert config.path("mail") == tmp_path / "mail"
    assert config.path("/var/mail") == Path("/var/mail")
    monkeypatch.setenv("HOME", "/home/thu")
    assert config.path("~/mail") == Path("/home/thu/mail")


def test_options_have_defaults_of_their_type() -> None:
    found = options()
    assert len(found) == len({(section, name) for section, name, _default in found}) > 40
    assert ("mail", "port", 587) in found
    assert all(default is None or isinstance(default, str | int | float | bool | tuple) for *_names, default in found)
