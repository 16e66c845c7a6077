"""Databases of test runs: those that killed runs left, and one with all tables that later runs are copied from."""

import hashlib
import re
from contextlib import suppress
from functools import cache
from pathlib import Path

import psycopg
from django.conf import settings

ROOT = Path(__file__).parents[1]
PREFIX = "template_khedmat_"
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
