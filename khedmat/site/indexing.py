"""`khedmat index`: what the index of this host holds, building it anew, and following the database."""

import argparse
import os
import sys
import time
from pathlib import Path

import django
from django.db import InterfaceError, OperationalError

from khedmat.core.failed import Failed

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "khedmat.site.settings")
django.setup()

from khedmat.search import folders, keeping, living  # noqa: E402
from khedmat.site.readiness import prepared_database  # noqa: E402

PAUSE = 0.25  # seconds between two looks: what was published is found within a second


def run(given: argparse.Namespace) -> int:
    try:
        if given.follow:
            return follow(living.folder())
        with prepared_database():
            return rebuild() if given.rebuild else tell()
    except OSError as error:
        raise Failed(f"نمایهٔ جست‌وجو نوشته نشد ({error.strerror or error}): {living.folder()}") from None


def follow(folder: Path) -> int:
    """Until it is told to stop: then it dies at once, as by kill -9, for an exception raised in a finalizer is ignored.

    Ends when the database goes: the supervisor starts it again until it is back.
    """
    try:
        with folders.locked(folder, "follow"):
            follower = keeping.Follower(folder)
            while True:
                follower.step(at=time.time())
                time.sleep(PAUSE)
    except KeyboardInterrupt:
        return 0
    except (OperationalError, InterfaceError):
        print("پایگاه داده در دسترس نیست؛ نمایه ایستاد تا دوباره آغاز شود.", file=sys.stderr)
        return 1


def rebuild() -> int:
    number = keeping.rebuild(living.folder(), at=time.time())
    print(f"نمایهٔ جست‌وجو از نو ساخته شد: {number} خدمت")
    return 0


def tell() -> int:
    number = living.asked(len)
    if number is None:
        print("این میزبان نمایهٔ جست‌وجو ندارد؛ بسازید: khedmat index --rebuild")
        return 1
    print(f"نمایهٔ جست‌وجو: {number} خدمت، در {folders.current(living.folder())}")
    return 0
