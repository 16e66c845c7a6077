"""The environment variables: read in one place, wrong ones refused in Persian before anything starts."""

import os
import secrets
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from khedmat.core import postgres

FLAGS = ("KHEDMAT_DEBUG", "KHEDMAT_HTTPS")
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


def demand() -> None:
    """Every variable, tried before anything starts: a wrong one must not be found out half-way."""
    port()
    database()
    for name in FLAGS:
        flag(name)


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
    return {**names, "HOST": host, "PORT": _port_of(parts), "OPTIONS": options}


def _plain(part: str | None) -> str:
    return unquote(part or "")


def _port_of(parts: SplitResult) -> str:
    try:
        return str(parts.port or "")
    except ValueError:
        raise Misused("شمارهٔ درگاه در DATABASE_URL درست نیست.") from None


def samples_allowed() -> bool:
    """Printed passwords exist only where nobody else can reach them: the embedded database, on this machine."""
    return not text("DATABASE_URL") and address() == "127.0.0.1"


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
