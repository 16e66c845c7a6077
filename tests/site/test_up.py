"""`khedmat up` in the hands of a newcomer, of a hasty one, and of the kernel's killer."""

import shutil
import socket
import tempfile
import time
from pathlib import Path

import pytest

from khedmat.core import postgres
from khedmat.site import programs
from tests.site.installation import Installation, command_lines, free_port, khedmat, slain, until

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def installed():
    """Not under pytest's own folder: root's is closed to the account that PostgreSQL runs as."""
    nest = Path(tempfile.mkdtemp(prefix="khedmat-up-"))
    nest.chmod(0o755)
    place = Installation(nest / "data", free_port())
    yield place
    if not place.has_ended():
        place.stop()
    postgres.stop(postgres.Cluster(place.folder / "postgres"))
    shutil.rmtree(nest)


@pytest.fixture
def up(installed):
    if installed.has_ended():
        installed.start()
    return installed


@pytest.mark.parametrize("part", ["postmaster", "server", "web_worker", "job_worker"])
def test_a_killed_part_comes_back_while_the_rest_runs(up, part):
    until(lambda: up.answers() and up.web_worker() and up.children(up.process.pid, "khedmat worker"))
    victim = getattr(up, part)()

    slain(victim)

    until(lambda: victim not in postgres.living(up.folder / "postgres/data") and not Path(f"/proc/{victim}").exists())
    until(lambda: up.answers() and up.web_worker() and up.children(up.process.pid, "khedmat worker"))
    assert getattr(up, part)() != victim
    assert up.process.poll() is None


@pytest.mark.parametrize("seconds", [0.3, 0.8, 1.3])
def test_a_server_killed_while_its_workers_start_leaves_none_of_them(up, seconds):
    until(up.web_workers)
    known = up.server()
    slain(known)
    until(lambda: up.server() not in (0, known) and len(up.web_workers()) == programs.WORKERS)
    time.sleep(seconds)
    starting = up.web_workers()

    slain(up.server())

    until(lambda: not any(command_lines().get(pid, (0, ""))[1] for pid in starting), 10)
    until(lambda: up.answers() and up.web_worker())


def test_a_killed_supervisor_leaves_no_process_on_the_port_and_starts_again(up):
    up.kill()

    until(lambda: not up.holders_of_the_port())
    up.start()

    assert up.answers()


def test_a_start_right_after_a_kill_does_not_call_the_port_taken(up):
    up.kill()

    up.start()

    assert up.answers()


def test_the_address_is_said_in_persian_once_it_answers(up):
    until(lambda: "خدمت در این نشانی است" in up.said())

    assert f"http://127.0.0.1:{up.port}/" in up.said()


def test_a_second_one_in_the_same_folder_is_sent_to_the_first(up):
    second = khedmat("up", KHEDMAT_DATA=up.folder, KHEDMAT_PORT=free_port())

    assert second.returncode == 1
    assert f"http://127.0.0.1:{up.port}/" in second.stderr
    assert up.answers()


def test_ctrl_c_stops_all_of_it_database_included(up):
    before = up.said()  # a part that another test killed is told there

    status = up.stop()

    assert status == 0
    assert not up.holders_of_the_port()
    assert not postgres.living(up.folder / "postgres/data")
    assert "Traceback" not in up.said().removeprefix(before)


def test_a_taken_port_is_a_persian_sentence(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        refused = khedmat("up", KHEDMAT_DATA=tmp_path, KHEDMAT_PORT=port)

    assert refused.returncode == 1
    assert f"درگاه {port} را برنامهٔ دیگری گرفته است" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_stop_during_the_start_leaves_nothing(installed):
    if not installed.has_ended():
        installed.stop()
    installed.start()
    slain(installed.web_worker())  # the next one is deaf while it starts

    installed.stop()

    assert not installed.holders_of_the_port()
    assert not postgres.living(installed.folder / "postgres/data")
