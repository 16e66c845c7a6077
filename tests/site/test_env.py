"""Environment variables: what is wrong is refused in Persian, what is right is taken as it stands."""

import stat

import pytest

from khedmat.site import env
from tests.site.installation import khedmat


@pytest.mark.parametrize("given", ["0", "65536", "-1", "http", "8000x", "۸۰۰۰"])
def test_a_port_that_is_none_is_refused(monkeypatch, given):
    monkeypatch.setenv("KHEDMAT_PORT", given)

    with pytest.raises(env.Misused, match="KHEDMAT_PORT"):
        env.port()


def test_the_port_is_8000_unless_said(monkeypatch):
    monkeypatch.delenv("KHEDMAT_PORT", raising=False)
    assert env.port() == 8000

    monkeypatch.setenv("KHEDMAT_PORT", " 8123 ")
    assert env.port() == 8123


def test_a_flag_is_yes_or_no_and_nothing_else(monkeypatch):
    monkeypatch.setenv("KHEDMAT_HTTPS", "Yes")
    assert env.flag("KHEDMAT_HTTPS")

    monkeypatch.setenv("KHEDMAT_HTTPS", "perhaps")
    with pytest.raises(env.Misused, match="perhaps"):
        env.flag("KHEDMAT_HTTPS")


def test_a_database_address_is_taken_apart():
    parts = env.parse_url("postgresql://me:p%40ss@db.example:6543/cards?sslmode=require")

    assert parts["NAME"] == "cards"
    assert (parts["USER"], parts["PASSWORD"]) == ("me", "p@ss")
    assert (parts["HOST"], parts["PORT"]) == ("db.example", "6543")
    assert parts["OPTIONS"] == {"sslmode": "require"}


def test_a_database_address_may_name_a_socket():
    assert env.parse_url("postgres:///cards?host=/run/postgresql")["HOST"] == "/run/postgresql"


@pytest.mark.parametrize("given", ["mysql://h/d", "postgres://host", "cards", "postgres://h:port/d", "sqlite:///x"])
def test_a_database_address_that_is_none_is_refused(given):
    with pytest.raises(env.Misused, match="DATABASE_URL"):
        env.parse_url(given)


def test_an_own_database_means_no_embedded_one_and_no_printed_passwords(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://db/cards")

    assert env.cluster() is None


def test_the_data_folder_is_the_given_one(monkeypatch, tmp_path):
    monkeypatch.setenv("KHEDMAT_DATA", str(tmp_path / "x"))

    assert env.data_folder() == tmp_path / "x"


def test_an_ordinary_user_keeps_data_at_home_and_root_in_var(monkeypatch, tmp_path):
    monkeypatch.delenv("KHEDMAT_DATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    monkeypatch.setattr("os.getuid", lambda: 1000)
    assert env.data_folder() == tmp_path / "khedmat"
    monkeypatch.setattr("os.getuid", lambda: 0)
    assert str(env.data_folder()) == "/var/lib/khedmat"


def test_the_secret_is_made_once_and_closed_to_others(monkeypatch, tmp_path):
    monkeypatch.setenv("KHEDMAT_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("KHEDMAT_SECRET_KEY", raising=False)

    first = env.secret_key()

    assert len(first) > 60
    assert env.secret_key() == first
    assert stat.S_IMODE((tmp_path / "data/secret-key").stat().st_mode) == 0o600


def test_an_empty_secret_left_by_a_full_disk_is_replaced(monkeypatch, tmp_path):
    monkeypatch.setenv("KHEDMAT_DATA", str(tmp_path))
    monkeypatch.delenv("KHEDMAT_SECRET_KEY", raising=False)
    (tmp_path / "secret-key").touch()

    assert len(env.secret_key()) > 60


def test_letters_are_files_until_there_is_a_server_of_mail(monkeypatch):
    monkeypatch.delenv("KHEDMAT_MAIL_URL", raising=False)

    assert env.mail() == {"EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend"}


@pytest.mark.parametrize(
    ("given", "port", "tls", "ssl"),
    [
        ("smtp://mail.example.ir", 25, False, False),
        ("smtp+tls://me:p%40ss@mail.example.ir", 587, True, False),
        ("smtps://me:p%40ss@mail.example.ir:4650", 4650, False, True),
    ],
)
def test_a_server_of_mail_is_taken_apart(monkeypatch, given, port, tls, ssl):
    monkeypatch.setenv("KHEDMAT_MAIL_URL", given)

    found = env.mail()

    assert (found["EMAIL_HOST"], found["EMAIL_PORT"]) == ("mail.example.ir", port)
    assert (found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (tls, ssl)
    assert found["EMAIL_HOST_PASSWORD"] == ("p@ss" if "%40" in given else "")


@pytest.mark.parametrize("given", ["mail.example.ir", "http://mail.example.ir", "smtp://", "smtp://mail.example.ir:x"])
def test_a_server_of_mail_that_is_none_is_refused(monkeypatch, given):
    monkeypatch.setenv("KHEDMAT_MAIL_URL", given)

    with pytest.raises(env.Misused, match="KHEDMAT_MAIL_URL"):
        env.mail()


def test_text_messages_are_off_until_there_is_a_gateway(monkeypatch):
    monkeypatch.delenv("KHEDMAT_SMS_URL", raising=False)

    assert env.sms() == {}


def test_a_gateway_of_text_messages_is_taken_as_it_stands(monkeypatch):
    monkeypatch.setenv("KHEDMAT_SMS_URL", "https://sms.example.ir/send")
    monkeypatch.setenv("KHEDMAT_SMS_BODY", '{"to": "${number}", "m": "${text}"}')
    monkeypatch.setenv("KHEDMAT_SMS_HEADERS", '{"Content-Type": "application/json"}')

    assert env.sms() == {
        "url": "https://sms.example.ir/send",
        "body": '{"to": "${number}", "m": "${text}"}',
        "headers": {"Content-Type": "application/json"},
        "is_private_allowed": False,
    }


@pytest.mark.parametrize(
    ("url", "headers", "named"),
    [
        ("ftp://sms.example.ir/${number}/${text}", "{}", "KHEDMAT_SMS_URL"),
        ("https://sms.example.ir/${number}", "{}", "KHEDMAT_SMS_BODY"),
        ("https://sms.example.ir/${number}/${text}", "Authorization: x", "KHEDMAT_SMS_HEADERS"),
        ("https://sms.example.ir/${number}/${text}", '{"a": 1}', "KHEDMAT_SMS_HEADERS"),
    ],
)
def test_a_gateway_that_is_none_is_refused(monkeypatch, url, headers, named):
    monkeypatch.setenv("KHEDMAT_SMS_URL", url)
    monkeypatch.setenv("KHEDMAT_SMS_HEADERS", headers)

    with pytest.raises(env.Misused, match=named):
        env.sms()


@pytest.mark.parametrize("given", ["khedmat.example.ir", "ftp://khedmat.example.ir", "https://"])
def test_an_address_of_this_site_that_is_none_is_refused(monkeypatch, given):
    monkeypatch.setenv("KHEDMAT_URL", given)

    with pytest.raises(env.Misused, match="KHEDMAT_URL"):
        env.site_url()


@pytest.mark.parametrize("given", ["29", "3651", "-1", "half a year"])
def test_a_term_of_confirmation_that_is_none_is_refused(monkeypatch, given):
    monkeypatch.setenv("KHEDMAT_CONFIRM_DAYS", given)

    with pytest.raises(env.Misused, match="KHEDMAT_CONFIRM_DAYS"):
        env.confirm_days()


@pytest.mark.parametrize("given", ["29", "3651", "-1", "for ever"])
def test_a_term_of_messages_that_is_none_is_refused(monkeypatch, given):
    monkeypatch.setenv("KHEDMAT_WEBHOOK_DAYS", given)

    with pytest.raises(env.Misused, match="KHEDMAT_WEBHOOK_DAYS"):
        env.webhook_days()


@pytest.mark.parametrize("given", ["0", "251", "1000", "ten", "3,x", "۳"])
@pytest.mark.parametrize("name", ["KHEDMAT_DUTY_BEFORE", "KHEDMAT_DUTY_AFTER"])
def test_days_of_reminders_that_are_none_are_refused(monkeypatch, name, given):
    monkeypatch.setenv(name, given)

    with pytest.raises(env.Misused, match=name):
        env.duty_days()


def test_days_of_reminders_come_in_their_order(monkeypatch):
    monkeypatch.setenv("KHEDMAT_DUTY_AFTER", "20, 1")

    assert env.duty_days() == ([3, 10], [1, 20])


@pytest.mark.parametrize(
    ("settings", "is_checked"),
    [
        ({}, False),
        ({"KHEDMAT_ADDRESS": "0.0.0.0"}, True),
        ({"DATABASE_URL": "postgresql://khedmat@db/khedmat"}, True),
        ({"DATABASE_URL": "postgresql://khedmat@db/khedmat", "KHEDMAT_LINKS": "no"}, False),
        ({"KHEDMAT_LINKS": "yes"}, True),
    ],
)
def test_a_trial_with_samples_calls_nobody_outside_unless_told_to(monkeypatch, settings, is_checked):
    for name in ("DATABASE_URL", "KHEDMAT_ADDRESS", "KHEDMAT_LINKS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)

    assert env.links_checked() == is_checked


@pytest.mark.parametrize(
    "settings",
    [
        {"KHEDMAT_PORT": "high"},
        {"KHEDMAT_CONFIRM_DAYS": "1"},
        {"KHEDMAT_IMPORT_MB": "-1"},
        {"DATABASE_URL": "nonsense"},
        {"KHEDMAT_DATA": "/proc/no"},
        {"KHEDMAT_MAIL_URL": "nonsense"},
    ],
)
def test_a_start_with_a_wrong_setting_ends_with_a_sentence_and_status_two(settings, tmp_path):
    refused = khedmat("up", **({"KHEDMAT_DATA": tmp_path} | settings))

    assert refused.returncode == 2
    assert next(iter(settings)) in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_database_that_nobody_serves_is_a_sentence(tmp_path):
    refused = khedmat("up", "--no-serve", KHEDMAT_DATA=tmp_path, DATABASE_URL="postgres://127.0.0.1:1/x")

    assert refused.returncode == 1
    assert "به پایگاه داده راهی نیست" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_open_data_are_given_under_creative_commons_unless_said_otherwise(monkeypatch):
    monkeypatch.delenv("KHEDMAT_LICENCE", raising=False)
    assert env.licence() == "https://creativecommons.org/licenses/by/4.0/"

    monkeypatch.setenv("KHEDMAT_LICENCE", " https://licence.example/open/ ")
    assert env.licence() == "https://licence.example/open/"


@pytest.mark.parametrize(
    "given", ["CC BY 4.0", "licence.example", "ftp://licence.example/", "https://", "https://a/<b>"]
)
def test_a_licence_that_leads_nowhere_is_refused(monkeypatch, given):
    monkeypatch.setenv("KHEDMAT_LICENCE", given)

    with pytest.raises(env.Misused, match="KHEDMAT_LICENCE"):
        env.demand()
