"""The confined child: what it gives, what it may not, and that its parent outlives whatever becomes of it."""

import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from khedmat.importing.readers import confined
from khedmat.importing.readers.confined import child, limits, pool
from khedmat.importing.readers.unreadable import Unreadable
from tests.importing.readers.reading_forms import cases

ROOT = Path(__file__).resolve().parents[3]
ORPHAN = """
import sys, threading, time
from tests.importing.readers.test_confined import run
threading.Thread(target=run, args=("loop",), daemon=True).start()
print(run("pid").decode(), flush=True)
time.sleep(60)
"""


def run(name, data=b"", **options):
    return confined.run(f"tests.importing.readers.confined_work:{name}", data, **options)


@pytest.fixture(autouse=True)
def own_children(monkeypatch):
    """Each test starts with none and leaves none."""
    mine = pool.Pool()
    monkeypatch.setattr(pool, "_pool", mine)
    yield mine
    mine.end()


def test_bytes_and_options_go_in_and_bytes_come_out():
    assert run("echo", b"\x00\xff" * 1_000_000, times=3) == b"\x00\xff" * 3_000_000


def test_a_child_is_kept_between_files():
    assert run("pid") == run("pid") != str(os.getpid()).encode()


def test_a_refusal_keeps_its_words_and_the_child():
    before = run("pid")

    with pytest.raises(Unreadable, match="^رمز دارد$"):
        run("refuse", "رمز دارد".encode())

    assert run("pid") == before


@cases(
    "name, words",
    {
        "a fault of the reader": ("fail", "خراب"),
        "a crash": ("crash", "خراب"),
        "a loop without end": ("loop", "طول کشید"),
        "more memory than it may have": ("eat", "حافظه"),
        "an answer that is none": ("lie", "خراب"),
    },
)
def test_a_file_that_breaks_the_child_is_refused_and_the_next_one_is_read(name, words):
    with pytest.raises(Unreadable, match=words):
        run(name)

    assert run("echo", b"next") == b"next"


def test_a_fault_of_the_reader_is_told_to_the_log(caplog):
    with pytest.raises(Unreadable):
        run("fail")

    assert "RuntimeError: a bug" in caplog.text


def test_a_child_that_has_grown_is_replaced():
    assert run("grow") != run("grow")


def test_a_child_that_was_killed_between_two_files_is_replaced():
    os.kill(int(run("pid")), signal.SIGKILL)
    time.sleep(0.1)

    assert run("echo", b"next") == b"next"


def test_what_prints_is_no_answer():
    assert run("chatter") == b"answer"


def test_a_child_has_neither_the_secrets_nor_the_files_of_its_parent(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://secret")
    with (tmp_path / "open").open("w") as file:
        os.set_inheritable(file.fileno(), True)
        has = json.loads(run("means", str(tmp_path / "written").encode()))

    assert set(has["environment"]) <= {"PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "LC_ALL"}
    assert {name.split(":")[0] for name in has["files"]} == {"pipe", "/dev/null"}
    assert not has["writes"]


def test_threads_get_each_their_own_answer(own_children):
    with ThreadPoolExecutor(8) as threads:
        given = [str(number).encode() * 1000 for number in range(40)]

        assert list(threads.map(lambda data: run("echo", data), given)) == given

    assert len(own_children.children) <= (os.cpu_count() or 1)


def test_a_forked_copy_asks_a_child_of_its_own():
    before = run("pid")
    reading, writing = os.pipe()

    if not (copy := os.fork()):
        try:
            os.write(writing, run("pid"))
            pool._pool.end()
        finally:
            os._exit(0)  # whatever happens: a second copy of the test run would answer in its place
    os.waitpid(copy, 0)

    assert os.read(reading, 20) not in (b"", before)
    assert run("pid") == before
    os.close(reading), os.close(writing)


def test_children_end_with_their_parent_even_when_it_is_killed_at_work():
    with subprocess.Popen([sys.executable, "-c", ORPHAN], stdout=subprocess.PIPE, cwd=ROOT) as parent:
        parent.stdout.readline()
        group = {int(name) for name in os.listdir("/proc") if name.isdecimal() and _stat(name)[1] == parent.pid}
        parent.kill()

    assert group
    assert _all_end(group)


def _stat(number):
    """State and parent; Z of what is there no more: who it was left to may be slow to notice that it ended."""
    try:
        state, parent = Path("/proc", str(number), "stat").read_text().rpartition(")")[2].split()[:2]
    except OSError:
        return "Z", 0
    return state, int(parent)


def _all_end(numbers):
    for _ in range(300):
        if all(_stat(number)[0] == "Z" for number in numbers):
            return True
        time.sleep(0.1)
    return False


def test_a_child_that_stands_still_is_ended_by_the_clock(monkeypatch):
    monkeypatch.setattr(child, "LONGEST", 0.5)

    with pytest.raises(Unreadable, match="طول کشید"):
        run("sleep", b"30")


def test_an_interrupted_task_leaves_no_answer_for_the_next(monkeypatch):
    def ctrl_c(_pipe):
        raise KeyboardInterrupt

    with monkeypatch.context() as interrupted:
        interrupted.setattr(child, "receive_answer", ctrl_c)
        with pytest.raises(KeyboardInterrupt):
            run("echo", b"first")

    assert run("echo", b"second") == b"second"


def test_readers_asked_outside_of_a_child_start_no_clock_that_would_end_the_caller():
    limits.allow(60)
    limits.allow_pages(3)

    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)
