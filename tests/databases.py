"""Databases of test runs: those that killed runs left, and one with all tables that later runs are copied from."""

import hashlib
import re
from contextlib import suppress
from functools import cache
from pathlib import Path

import psycopg
from django.conf import settings
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.backends.utils import CursorWrapper

ROOT = Path(__file__).parents[1]
PREFIX = "template_khedmat_"
QUEUE = tuple(f"procrastinate_{name}" for name in ("periodic_defers", "events", "jobs", "workers"))
NAMES = "SELECT datname FROM pg_database WHERE datname LIKE %s"


def administrator() -> psycopg.Connection:
    where = settings.DATABASES["default"]
    names = {"host": where["HOST"], "port": where["PORT"], "user": where["USER"], "dbname": "postgres"}
    return psycopg.connect(**names, autocommit=True)


def drop_what_killed_runs_left(admin: psycopg.Connection) -> None:
    """Their names end in a process that is gone."""
    for name in _named(admin, "test_khedmat%"):
        owner = re.search(r"\d+", name)
        if owner and not Path("/proc", owner.group()).exists():
            _drop(admin, name)


def template(admin: psycopg.Connection) -> str | None:
    return _name() if _named(admin, _name()) else None


def keep_as_template(admin: psycopg.Connection, made: str) -> None:
    """Once for each state of the migrations; of two runs that end together one is first. Nobody may be connected."""
    if template(admin):
        return
    for old in _named(admin, f"{PREFIX}%"):
        _drop(admin, old)
    with suppress(psycopg.Error):
        admin.execute(f'CREATE DATABASE "{_name()}" TEMPLATE "{made}"')


def emptied(cursor: CursorWrapper) -> bool:
    """Whether there was anything: what triggers write of what goes is there to be emptied the next time."""
    names = _tables()
    cursor.execute("SELECT " + ", ".join(f"EXISTS (SELECT FROM {name})" for name in names))
    full = [name for name, has_rows in zip(names, cursor.fetchone(), strict=True) if has_rows]
    for name in full:
        cursor.execute(f"DELETE FROM {name}")
    return bool(full)


@cache
def _tables() -> list[str]:
    """All tables of models but two, where Django itself writes once, and those of the queue."""
    kept = {model._meta.db_table for model in (ContentType, Permission)}
    names = connection.introspection.django_table_names(only_existing=True, include_views=False)
    return [connection.ops.quote_name(name) for name in (*QUEUE, *names) if name not in kept]


@cache
def _name() -> str:
    files = [*sorted(ROOT.glob("khedmat/*/migrations/*.py")), ROOT / "requirements-dev.lock"]
    told = hashlib.sha256(b"".join(file.name.encode() + file.read_bytes() for file in files))
    return f"{PREFIX}{told.hexdigest()[:16]}"


def _named(admin: psycopg.Connection, like: str) -> list[str]:
    return [name for (name,) in admin.execute(NAMES, [like]).fetchall()]


def _drop(admin: psycopg.Connection, name: str) -> None:
    with suppress(psycopg.Error):  # another run may be dropping it too
        admin.execute(f'DROP DATABASE IF EXISTS "{name}"')
