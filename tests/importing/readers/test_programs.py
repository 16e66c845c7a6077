"""Programs of others: given bytes, limited, ended with all they started, told nothing of ours."""

import os
import sys
import time

import pytest

from khedmat.importing.readers.confined.programs import Failed, Means, output_of
from tests.importing.readers.reading_forms import cases
from tests.importing.readers.test_office import is_gone

FEW = Means(memory=256 * 1024 * 1024, files=0, seconds=5)


def printed(*command, means=FEW, given=b"", **more):
    return output_of(command, means, given=given, more=more)


def test_what_it_prints_is_given_back():
    assert printed("cat", given=b"form" * 100_000) == b"form" * 100_000


@cases(
    "command",
    {
        "an error": ("sh", "-c", "exit 3"),
        "no such program": ("no-such-program",),
        "too much memory": (sys.executable, "-c", "bytearray(1 << 30)"),
        "a file": ("sh", "-c", "echo form > /tmp/khedmat-test-of-programs"),
    },
)
def test_a_program_that_does_not_end_well_has_failed(command):
    with pytest.raises(Failed):
        printed(*command)


def test_it_is_told_nothing_of_ours_but_what_it_is_given(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "secret")

    told = printed("env", OMP_THREAD_LIMIT="1").decode()

    assert ("secret" not in told, "OMP_THREAD_LIMIT=1" in told) == (True, True)
    assert os.environ["DATABASE_URL"] == "secret"


def test_a_busy_machine_ends_no_program_that_works_little():
    patient = FEW._replace(seconds=1, clock=60)

    assert printed("sh", "-c", "sleep 2; echo form", means=patient) == b"form\n"
    with pytest.raises(Failed):
        printed("sh", "-c", "while :; do :; done", means=patient)


def test_one_that_takes_too_long_is_ended_with_all_that_it_started(tmp_path):
    started, patience = tmp_path / "child", FEW._replace(seconds=1, files=1024)
    begun = time.monotonic()

    with pytest.raises(Failed):
        printed("sh", "-c", f"sleep 300 & echo $! > {started}; wait", means=patience)

    assert is_gone(started.read_text())
    assert time.monotonic() - begun < 60
