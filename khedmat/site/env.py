"""The environment variables: read in one place, wrong ones refused in Persian before anything starts."""

import json
import os
import re
import secrets
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from khedmat.core import postgres

FLAGS = ("KHEDMAT_DEBUG", "KHEDMAT_HTTPS", "KHEDMAT_SMS_PRIVATE", "KHEDMAT_LINKS")
MAIL_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
OF_AN_IRI = re.compile(r"[^\s<>\"{}|\\^`]+").fullmatch
TRUE, FALSE = ("1", "yes", "true", "on"), ("0", "no", "false", "off", "")


class Misused(Exception):
    """A setting that cannot be used, as a Persian sentence."""


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def words(name: str, default: str = "") -> list[str]:
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def flag(name: str, *, default: bool = False) -> bool:
    value = text(name, "yes" if default else "no").lower()
    if value not in TRUE + FALSE:
        raise Misused(f"مقدار {name} باید yes یا no باشد، نه «{value}».")
    return value in TRUE


def number(name: str, default: int) -> int:
    value = text(name, str(default))
    if not (value.isascii() and value.isdigit() and len(value) <= 9):
        raise Misused(f"مقدار {name} باید عددی درست باشد، نه «{value}».")
    return int(value)


def demand() -> None:
    """Every variable, tried before anything starts: a wrong one must not be found out half-way."""
    port()
    database()
    for name in FLAGS:
        flag(name)
    number("KHEDMAT_IMPORT_MB", 0)
    confirm_days()
    duty_days()
    site_url()
    licence()
    embed_key()
    mail()
    sms()


def port() -> int:
    value = text("KHEDMAT_PORT", "8000")
    if not (value.isascii() and value.isdigit() and 1 <= int(value) <= 65535):
        raise Misused(f"مقدار KHEDMAT_PORT باید عددی از 1 تا 65535 باشد، نه «{value}».")
    return int(value)


def address() -> str:
    return text("KHEDMAT_ADDRESS", "127.0.0.1")


def data_folder() -> Path:
    """Where everything that must survive lives: database, files, secrets."""
    if given := text("KHEDMAT_DATA"):
        return Path(given).expanduser().absolute()
    if os.getuid() == 0:
        return Path("/var/lib/khedmat")
    return Path(text("XDG_DATA_HOME") or Path.home() / ".local/share") / "khedmat"


def cluster() -> postgres.Cluster | None:
    """The embedded server; None when the operator has a server of his own."""
    return None if text("DATABASE_URL") else postgres.Cluster(data_folder() / "postgres")


def database() -> dict[str, object]:
    """The connection as Django takes it."""
    if embedded := cluster():
        names = {"NAME": postgres.ROLE, "USER": postgres.ROLE, "PASSWORD": ""}
        return {**names, "HOST": str(embedded.sockets), "PORT": str(postgres.PORT), "OPTIONS": {}}
    return parse_url(text("DATABASE_URL"))


def parse_url(url: str) -> dict[str, object]:
    """postgresql://user:password@host:port/name?sslmode=require"""
    parts = urlsplit(url)
    name = unquote(parts.path.lstrip("/"))
    if parts.scheme not in ("postgres", "postgresql") or not name:
        raise Misused("مقدار DATABASE_URL باید به شکل postgresql://user:password@host:port/name باشد.")
    options = dict(parse_qsl(parts.query))
    host = _plain(parts.hostname) or options.pop("host", "")
    names = {"NAME": name, "USER": _plain(parts.username), "PASSWORD": _plain(parts.password)}
    return {**names, "HOST": host, "PORT": _port_of(parts, "DATABASE_URL"), "OPTIONS": options}


def _plain(part: str | None) -> str:
    return unquote(part or "")


def _port_of(parts: SplitResult, name: str) -> str:
    try:
        return str(parts.port or "")
    except ValueError:
        raise Misused(f"شمارهٔ درگاه در {name} درست نیست.") from None


def confirm_days() -> int:
    """How long a confirmation holds; less than the reminder before it would call every card stale at once."""
    days = number("KHEDMAT_CONFIRM_DAYS", 180)
    if not 30 <= days <= 3650:
        raise Misused(f"مقدار KHEDMAT_CONFIRM_DAYS باید از 30 تا 3650 روز باشد، نه «{days}».")
    return days


def webhook_days() -> int:
    """How long messages of webhooks are kept after they ended; the database itself keeps them for a month."""
    days = number("KHEDMAT_WEBHOOK_DAYS", 90)
    if not 30 <= days <= 3650:
        raise Misused(f"مقدار KHEDMAT_WEBHOOK_DAYS باید از 30 تا 3650 روز باشد، نه «{days}».")
    return days


def duty_days() -> tuple[list[int], list[int]]:
    """On which working days before and after the deadline of a round its debtors are reminded."""
    return _days(words("KHEDMAT_DUTY_BEFORE", "10,3")), _days(words("KHEDMAT_DUTY_AFTER", "1,10,20"))


def _days(written: list[str]) -> list[int]:
    if not all(day.isascii() and day.isdigit() and len(day) < 4 and 1 <= int(day) <= 250 for day in written):
        raise Misused("مقدار KHEDMAT_DUTY_BEFORE و KHEDMAT_DUTY_AFTER باید روزهای کاری از 1 تا 250 با ویرگول باشد.")
    return sorted(map(int, written))


def site_url() -> str:
    """How the world outside calls this installation: what letters lead to."""
    value = text("KHEDMAT_URL", f"http://{address()}:{port()}").rstrip("/")
    if urlsplit(value).scheme not in ("http", "https") or not urlsplit(value).hostname:
        raise Misused("مقدار KHEDMAT_URL باید نشانی کامل سامانه باشد، مانند https://khedmat.example.ir")
    return value


def licence() -> str:
    """Under what licence open data is given: the address at which it is read."""
    value = text("KHEDMAT_LICENCE", "https://creativecommons.org/licenses/by/4.0/")
    if urlsplit(value).scheme not in ("http", "https") or not urlsplit(value).hostname or not OF_AN_IRI(value):
        raise Misused(
            f"مقدار KHEDMAT_LICENCE باید نشانی کامل متن پروانه باشد، مانند "
            f"https://creativecommons.org/licenses/by/4.0/ و نه «{value}»."
        )
    return value


def embed_key() -> str:
    """The file of the key that signs what agencies carry away; none: one is made in the data folder."""
    value = text("KHEDMAT_EMBED_KEY")
    if value and not Path(value).is_file():
        raise Misused(f"مقدار KHEDMAT_EMBED_KEY باید نشانی فایل کلید خصوصی Ed25519 باشد، نه «{value}».")
    return value


def mail() -> dict[str, object]:
    """The settings of Django's mail; without a server, letters are files in the data folder."""
    if not (url := text("KHEDMAT_MAIL_URL")):
        return {"EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend"}
    parts = urlsplit(url)
    if parts.scheme not in ("smtp", "smtp+tls", "smtps") or not parts.hostname:
        raise Misused("مقدار KHEDMAT_MAIL_URL باید به شکل smtp+tls://user:password@host:587 باشد (یا smtp، یا smtps).")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": int(_port_of(parts, "KHEDMAT_MAIL_URL") or MAIL_PORTS[parts.scheme]),
        "EMAIL_HOST_USER": _plain(parts.username),
        "EMAIL_HOST_PASSWORD": _plain(parts.password),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
    }


def sms() -> dict[str, object]:
    """The gateway of text messages as `notices.sms.Gateway` takes it; empty when there is none."""
    if not (url := text("KHEDMAT_SMS_URL")):
        return {}
    body, parts = text("KHEDMAT_SMS_BODY"), urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Misused("مقدار KHEDMAT_SMS_URL باید نشانی کامل با http یا https باشد.")
    if not all(name in url + body for name in ("${number}", "${text}")):
        raise Misused("در KHEDMAT_SMS_URL یا KHEDMAT_SMS_BODY باید هم ${number} بیاید و هم ${text}.")
    private = flag("KHEDMAT_SMS_PRIVATE")
    return {
        "url": url,
        "body": body,
        "headers": _headers(text("KHEDMAT_SMS_HEADERS", "{}")),
        "is_private_allowed": private,
    }


def _headers(written: str) -> dict[str, str]:
    try:
        found = json.loads(written)
    except ValueError:
        found = None
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise Misused('مقدار KHEDMAT_SMS_HEADERS باید JSON باشد، مانند {"Content-Type": "application/json"}')
    return found


def samples_allowed() -> bool:
    """Printed passwords exist only where nobody else can reach them: the embedded database, on this machine."""
    return not text("DATABASE_URL") and address() == "127.0.0.1"


def links_checked() -> bool:
    """Unless told otherwise: a newcomer's trial with sample cards calls nobody outside."""
    return flag("KHEDMAT_LINKS", default=not samples_allowed())


def secret_key() -> str:
    """Given, or made once and kept where nobody else may read it."""
    if given := text("KHEDMAT_SECRET_KEY"):
        return given
    kept = data_folder() / "secret-key"
    try:
        return kept.read_text() or _make_secret(kept)
    except FileNotFoundError:
        return _make_secret(kept)


def _make_secret(kept: Path) -> str:
    """Written aside and linked: two processes that start together end with the same key."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    new = kept.with_name(f".secret-{os.getpid()}")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(64))
    try:
        os.link(new, kept)
    except FileExistsError:
        if not kept.read_text():
            new.replace(kept)
    finally:
        new.unlink(missing_ok=True)
    return kept.read_text()
