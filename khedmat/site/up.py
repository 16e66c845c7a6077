"""`khedmat up`: everything a newcomer needs, started, kept alive and stopped in order."""

import argparse
import contextlib
import fcntl
import hashlib
import signal
import socket
import sys
import sysconfig
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

from khedmat.core import postgres
from khedmat.site import env, programs, supervisor

PORT_PATIENCE = 10.0  # what the server of a supervisor killed a moment ago needs to let its port go
PACKAGE = Path(__file__).resolve().parent.parent


def run(given: argparse.Namespace) -> int:
    # SIGINT too: a shell starts what stands in the background deaf to it.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    env.demand()
    port = env.port()
    with _alone(_open_folder(), port) as killed:
        if not given.no_serve:
            _demand_port(port, PORT_PATIENCE if killed else 0)
        with programs.database():
            _prepare()
            if given.no_serve:
                print("همه‌چیز آماده است؛ برای دیدن صفحه‌ها: khedmat up", flush=True)
            else:
                _serve()
    return 0


def _open_folder() -> Path:
    folder = env.data_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "up.lock").touch()
    except OSError as error:
        raise env.Misused(
            f"در پوشهٔ داده‌ها نمی‌توان نوشت ({error.strerror}): {folder}\nپوشهٔ دیگری را در KHEDMAT_DATA بگذارید."
        ) from None
    return folder


@contextlib.contextmanager
def _alone(folder: Path, port: int) -> Iterator[bool]:
    """Two supervisors in one folder would both mend what the other one stops. Gives whether the last one was killed."""
    with (folder / "up.lock").open("r+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise postgres.Failed(f"خدمت از همین پوشه در حال اجراست: {lock.read().strip()}") from None
        killed = bool(lock.read())
        _rewrite(lock, _url(port))
        try:
            yield killed
        finally:
            _rewrite(lock, "")


def _rewrite(file: TextIO, words: str) -> None:
    file.seek(0)
    file.truncate()
    file.write(words)
    file.flush()


def _demand_port(port: int, patience: float) -> None:
    """Said here: the server itself would end in a panic."""
    until = time.monotonic() + patience
    while not _is_free(port):
        if time.monotonic() > until:
            raise postgres.Failed(f"درگاه {port} را برنامهٔ دیگری گرفته است. درگاه دیگری بدهید: KHEDMAT_PORT={port + 1}")
        time.sleep(0.1)


def _is_free(port: int) -> bool:
    family = socket.AF_INET6 if ":" in env.address() else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((env.address(), port))
            probe.listen(1)
        except PermissionError:
            raise env.Misused(f"این حساب اجازهٔ گرفتن درگاه {port} را ندارد؛ درگاهی بالاتر از 1023 بدهید.") from None
        except OSError:
            return False
    return True


def _answers(port: int) -> bool:
    try:
        socket.create_connection((env.address(), port), timeout=1).close()
    except OSError:
        return False
    return True


def _prepare() -> None:
    """In a process of its own, and only when the code changed: a second start shows a page at once."""
    kept, now = env.data_folder() / "prepared", _fingerprint()
    if env.cluster() and kept.exists() and kept.read_text() == now:
        return
    process = supervisor.spawn([sys.executable, "-m", "khedmat.site.prepare"])
    try:
        status = process.wait()
    except KeyboardInterrupt:
        process.terminate()
        process.wait()
        raise
    if status:
        raise postgres.Failed("آماده‌سازی به پایان نرسید؛ دلیل آن بالاتر نوشته شده است.")
    kept.write_text(now)


def _fingerprint() -> str:
    """Of the code and of the installed packages: what migrations, reference data and static files come from."""
    files = sorted(path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix != ".pyc")
    seen = [f"{path}{path.stat().st_size}{path.stat().st_mtime_ns}" for path in files]
    packages = Path(
        sysconfig.get_path("purelib")
    )  # not all of sys.path: the clone itself changes with every note in it
    return hashlib.sha256("\n".join([*seen, str(packages.stat().st_mtime_ns)]).encode()).hexdigest()


def _serve() -> None:
    server = supervisor.Child("server", programs.server())
    # As if just started, so two seconds later: until then the first page has the processors for itself.
    worker = supervisor.Child("worker", programs.worker(), started=time.monotonic())
    follower = supervisor.Child("follower", programs.follower(), started=time.monotonic())
    supervisor.supervise([server, worker, follower], _tick())


def _tick() -> Callable[[], None]:
    """Mends the database; says the address as soon as somebody answers there, not before."""
    unsaid = [_welcome]

    def tick() -> None:
        _mend_database()
        if unsaid and _answers(env.port()):
            unsaid.pop()()

    return tick


def _mend_database() -> None:
    cluster = env.cluster()
    if cluster and not postgres.listening(cluster):
        try:
            postgres.start(cluster)
        except postgres.Failed as error:
            print(error, file=sys.stderr, flush=True)


def _welcome() -> None:
    kept = env.data_folder() / "welcome"
    words = kept.read_text() if env.samples_allowed() and kept.exists() else ""
    print(f"\nخدمت در این نشانی است: {_url(env.port())}\n{words}\nبرای بستن: Ctrl-C", flush=True)


def _url(port: int) -> str:
    host = f"[{env.address()}]" if ":" in env.address() else env.address()
    return f"http://{host}:{port}/"
