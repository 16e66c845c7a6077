"""What is said while a long import runs."""

import io

import pytest

from khedmat.importing import progress
from khedmat.importing.progress import Progress, sentence


@pytest.fixture
def clock(monkeypatch):
    """A clock that stands until it is moved."""
    now = [0.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    return now


def test_rate_and_time_left_are_said():
    assert sentence("نوشتن", (50, 1000), 5) == "نوشتن: ۵۰ از ۱٬۰۰۰، ۱۰ در ثانیه، نزدیک ۲ دقیقه مانده"
    assert sentence("نوشتن", (900, 1000), 90) == "نوشتن: ۹۰۰ از ۱٬۰۰۰، ۱۰ در ثانیه، نزدیک ۱۰ ثانیه مانده"
    assert sentence("نوشتن", (10, 10), 5) == "نوشتن: ۱۰ از ۱۰، ۲ در ثانیه"


def test_nothing_done_yet_foretells_nothing():
    assert "مانده" not in sentence("خواندن", (0, 10), 0)


def test_a_short_import_is_silent(clock):
    out = io.StringIO()

    for done in range(1, 4):
        clock[0] += 0.5
        Progress("خواندن", out).step(done, 3)

    assert out.getvalue() == ""


@pytest.mark.parametrize(("is_terminal", "fewest", "most"), [(True, 8, 11), (False, 2, 3)])
def test_a_long_one_speaks_now_and_then_and_at_its_end(clock, is_terminal, fewest, most):
    out = io.StringIO()
    out.isatty = lambda: is_terminal
    speaker = Progress("خواندن", out)

    for done in range(1, 101):
        clock[0] += 0.1
        speaker.step(done, 100)

    lines = out.getvalue().replace("\r", "\n").splitlines()
    assert fewest <= len(lines) <= most
    assert lines[-1] == "خواندن: ۱۰۰ از ۱۰۰، ۱۰ در ثانیه"
