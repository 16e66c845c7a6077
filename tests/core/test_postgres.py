"""The embedded server: killed at any moment, started by many at once, put into awkward folders."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg
import pytest

from khedmat.core import postgres
from khedmat.core.postgres import Cluster

FAST = ("fsync=off", "synchronous_commit=off")
START = """
import sys
from pathlib import Path
from khedmat.core import postgres
postgres.start(postgres.Cluster(Path(sys.argv[1])))
"""


def begin(folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", START, folder])


def ask(cluster: Cluster, question: str) -> object:
    where = {"host": str(cluster.sockets), "port": postgres.PORT, "user": postgres.ROLE, "dbname": postgres.ROLE}
    with psycopg.connect(**where) as connection:
        return connection.execute(question).fetchone()[0]


def postmaster(cluster: Cluster) -> int:
    return int((cluster.data / "postmaster.pid").read_text().split()[0])


@contextlib.contextmanager
def open_folder():
    """Not below pytest's folder, which root's tests close to the account that PostgreSQL runs as."""
    folder = Path(tempfile.mkdtemp(prefix="khedmat-pg-"))
    folder.chmod(0o755)
    yield folder
    for data in folder.rglob("data"):
        postgres.stop(Cluster(data.parent))
    shutil.rmtree(folder)


@pytest.fixture
def nest():
    with open_folder() as folder:
        yield folder


@pytest.fixture(scope="module")
def shared():
    with open_folder() as folder:
        yield Cluster(folder / "pg", FAST)


@pytest.fixture
def cluster(shared):
    """Running, whatever the test before did to it."""
    postgres.start(shared)
    return shared


def test_nobody_connects_as_the_superuser(cluster):
    assert ask(cluster, "SELECT current_setting('is_superuser')") == "off"
    assert ask(cluster, "SELECT rolcreatedb FROM pg_roles WHERE rolname = current_user") is True


def test_it_listens_on_no_address(cluster):
    assert ask(cluster, "SHOW listen_addresses") == ""
    assert cluster.sockets.stat().st_mode & 0o777 == 0o700


def test_a_second_start_finds_the_first(cluster):
    before = postmaster(cluster)

    postgres.start(cluster)

    assert postmaster(cluster) == before


def test_a_killed_server_leaves_nothing_that_stops_the_next_one(cluster):
    for _ in range(3):
        os.kill(postmaster(cluster), signal.SIGKILL)
        postgres.start(cluster)

    assert ask(cluster, "SELECT 1") == 1


def test_what_was_committed_survives_the_kill(cluster):
    postgres.stop(cluster)
    postgres.start(Cluster(cluster.folder))  # with the waits that FAST leaves out
    assert ask(cluster, "SELECT lo_from_bytea(4711, 'kept')") == 4711

    os.kill(postmaster(cluster), signal.SIGKILL)
    postgres.start(cluster)

    assert ask(cluster, "SELECT lo_get(4711)") == b"kept"


def test_a_server_whose_socket_somebody_swept_away_is_replaced(cluster, monkeypatch):
    monkeypatch.setattr(postgres, "PATIENCE", 0.5)
    before = postmaster(cluster)
    for socket in cluster.sockets.iterdir():
        socket.unlink()

    postgres.start(cluster)

    assert postmaster(cluster) != before
    assert ask(cluster, "SELECT 1") == 1


@pytest.mark.slow
def test_ten_starts_at_once_end_with_one_server(nest):
    starts = [begin(nest / "pg") for _ in range(10)]

    assert [start.wait(60) for start in starts] == [0] * 10
    assert ask(Cluster(nest / "pg"), "SELECT 1") == 1


@pytest.mark.slow
@pytest.mark.parametrize("moment", [0.2, 0.5, 0.9])
def test_a_first_start_that_was_killed_is_mended_by_the_next(nest, moment):
    start = begin(nest / "pg")
    time.sleep(moment)
    start.kill()
    start.wait()

    postgres.start(Cluster(nest / "pg", FAST))

    assert ask(Cluster(nest / "pg"), "SELECT 1") == 1


def test_a_folder_too_deep_for_a_socket_is_served_all_the_same(nest):
    cluster = Cluster(nest / ("deep" * 30), FAST)

    postgres.start(cluster)

    assert len(os.fsencode(cluster.sockets)) < postgres.SOCKET_PATH_LIMIT
    assert ask(cluster, "SELECT 1") == 1
    postgres.stop(cluster)
    shutil.rmtree(cluster.sockets)


def test_a_path_with_spaces_and_persian_letters_is_served(nest):
    cluster = Cluster(nest / "داده‌های من", FAST)

    postgres.start(cluster)

    assert ask(cluster, "SELECT 1") == 1


def test_the_last_holder_stops_the_server_and_the_first_does_not(nest):
    cluster = Cluster(nest / "pg", FAST)

    with postgres.held(cluster):
        with postgres.held(cluster):
            pass
        assert postgres.ready(cluster)

    assert not postgres.living(cluster.data)


def test_settings_that_the_server_refuses_are_a_sentence_with_its_log(nest):
    cluster = Cluster(nest / "pg", ("shared_buffers=nonsense",))

    with pytest.raises(postgres.Failed, match="nonsense"):
        postgres.start(cluster)


def test_a_strangers_folder_under_tmp_is_not_trusted(nest, monkeypatch):
    cluster = Cluster(nest / "pg", FAST)
    (nest / "elsewhere").mkdir()
    cluster.folder.mkdir()
    (cluster.folder / "sockets").symlink_to(nest / "elsewhere")

    with pytest.raises(postgres.Failed, match="حساب دیگری"):
        postgres.start(cluster)
