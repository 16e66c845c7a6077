"""What must be in place before the first page: tables, reference data, static files and, for a newcomer, samples."""

import hashlib
import importlib
import importlib.util
import os
import sys
from collections.abc import Callable
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.utils import timezone

from khedmat.core.failed import Failed

# A process of its own: the supervisor that starts it stays small and knows no Django.
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "khedmat.site.settings")
django.setup()

from khedmat.cards.actions import load_code_lists  # noqa: E402
from khedmat.cards.documents.loading import load_registers  # noqa: E402
from khedmat.cards.tasks import recheck_soon  # noqa: E402
from khedmat.organizations.actions import load_reference  # noqa: E402

OLDEST = 15_00_00
LOCK = 7_320_616_861  # two hosts of one installation must not migrate at once
SAMPLES = "khedmat.site.samples"


def main() -> int:
    """Told to end, it dies at once, as by kill -9: an exception raised in a finalizer is ignored, and it went on."""
    try:
        _demand_database()
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        for words, step in STEPS.items():
            print(f"  {words} …", flush=True)
            step()
    except Failed as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 1
    return 0


def _demand_database() -> None:
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        raise Failed(f"به پایگاه داده راهی نیست؛ DATABASE_URL را بررسی کنید: {str(error).strip()}") from None
    if connection.connection.info.server_version < OLDEST:
        raise Failed("این سامانه PostgreSQL 15 یا تازه‌تر می‌خواهد.")


def _migrate() -> None:
    call_command("migrate", interactive=False, verbosity=0)


def _load_reference() -> None:
    load_reference()
    load_code_lists()
    load_registers(at=timezone.now())
    recheck_soon(at=timezone.now())


def _collect_static() -> None:
    """Packing takes seconds: only when a file changed since."""
    kept, now = Path(settings.KHEDMAT_DATA) / "static-collected", _static_state()
    if not kept.exists() or kept.read_text() != now:
        call_command("collectstatic", interactive=False, verbosity=0)
        kept.write_text(now)


def _static_state() -> str:
    """Names, sizes and times of all static files, as one short word."""
    files = (Path(storage.path(name)) for finder in get_finders() for name, storage in finder.list([]))
    seen = sorted(f"{path}{path.stat().st_size}{path.stat().st_mtime_ns}" for path in files)
    return hashlib.sha256("\n".join(seen).encode()).hexdigest()


def _load_samples() -> None:
    """Once in a life of the embedded database: what a newcomer deleted must not come back."""
    folder = Path(settings.KHEDMAT_DATA)
    spec = importlib.util.find_spec(SAMPLES)
    if settings.SAMPLE_SIGN_INS and not (folder / "samples-loaded").exists() and spec and spec.origin:
        _write_private(folder / "welcome", importlib.import_module(SAMPLES).load())
        (folder / "samples-loaded").touch()


def _write_private(path: Path, words: str) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(words)


STEPS: dict[str, Callable[[], None]] = {
    "جدول‌ها": _migrate,
    "داده‌های پایه": _load_reference,
    "پرونده‌های ثابت": _collect_static,
    "نمونه‌ها": _load_samples,
}

if __name__ == "__main__":
    sys.exit(main())
