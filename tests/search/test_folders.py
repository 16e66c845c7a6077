"""The folder of indexes: one speaks, a new one takes its place at once, locks go with whoever held them."""

import subprocess
import sys
import threading

import pytest

from khedmat.search import folders
from khedmat.search.folders import UpTo


def test_an_empty_folder_has_no_index(tmp_path):
    assert folders.current(tmp_path) is None


@pytest.mark.parametrize("name", ["", "index-gone", "\x00"])
def test_a_name_of_nothing_is_no_index(tmp_path, name):
    (tmp_path / folders.CURRENT).write_text(name)

    assert folders.current(tmp_path / "") is None


def test_a_fresh_index_does_not_speak_until_it_is_told_to(tmp_path):
    index = folders.fresh(tmp_path)

    assert folders.current(tmp_path) is None

    folders.switch(tmp_path, index)

    assert folders.current(tmp_path) == index


def test_the_index_before_goes_with_its_state(tmp_path):
    old, new = folders.fresh(tmp_path), folders.fresh(tmp_path)
    folders.write_up_to(old, UpTo(1, 1.0))
    folders.write_up_to(new, UpTo(2, 2.0))

    folders.switch(tmp_path, new)

    assert sorted(path.name for path in tmp_path.glob("index-*")) == [new.name, f"{new.name}.upto"]


def test_how_far_an_index_got_is_read_as_written(tmp_path):
    index = folders.fresh(tmp_path)
    folders.write_up_to(index, UpTo(2**40, 1.5))

    assert folders.up_to(index) == UpTo(2**40, 1.5)


@pytest.mark.parametrize("words", ["", "{", "5", "[1]", "[1, 2, 3, 4]"])
def test_a_state_that_cannot_be_read_is_none(tmp_path, words):
    index = folders.fresh(tmp_path)
    (tmp_path / f"{index.name}.upto").write_text(words)

    assert folders.up_to(index) is None


def test_the_second_waits_for_the_first(tmp_path):
    order = []

    def second():
        with folders.locked(tmp_path, "follow"):
            order.append("second")

    with folders.locked(tmp_path, "follow"):
        waiting = threading.Thread(target=second)
        waiting.start()
        waiting.join(0.1)
        order.append("first")
    waiting.join()

    assert order == ["first", "second"]


HOLD = "import sys, time; from pathlib import Path; from khedmat.search.folders import locked\n"
HOLD += "with locked(Path(sys.argv[1]), 'follow'): print('held', flush=True); time.sleep(60)"


def test_the_lock_of_a_killed_process_is_free(tmp_path):
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE)
    assert holder.stdout.readline() == b"held\n"
    holder.kill()
    holder.communicate()

    with folders.locked(tmp_path, "follow"):
        assert holder.returncode == -9
