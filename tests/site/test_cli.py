"""The command line as a script sees it: lines, sentences, status."""

import json
import signal
import subprocess
import sys

import pytest

from khedmat.site import cli
from tests.site.installation import PROGRAM, khedmat

FORM = """شناسنامه خدمت
۱- عنوان خدمت: صدور پروانه کسب
۳- ارائه دهنده خدمت
نام دستگاه اجرایی: وزارت صنعت، معدن و تجارت
نوع خدمت: ☒ خدمت به شهروندان (G2C)  ☐ خدمت به کسب و کار (G2B)
"""


@pytest.fixture
def form(tmp_path):
    path = tmp_path / "form.txt"
    path.write_text(FORM)
    return path


def test_read_gives_one_object_a_line_in_the_order_given(form, tmp_path):
    second = tmp_path / "second.txt"
    second.write_text(FORM.replace("کسب", "ساختمانی"))

    done = khedmat("read", form, second, "--json")

    assert [json.loads(line)["source"]["name"] for line in done.stdout.splitlines()] == ["form.txt", "second.txt"]
    assert done.returncode == 0


def test_a_bad_file_is_named_in_persian_and_the_others_are_still_read(form, tmp_path):
    done = khedmat("read", tmp_path / "no.txt", form, "--json")

    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert "no.txt" in done.stderr
    assert "Traceback" not in done.stderr


def test_read_for_people_names_the_boxes_of_the_form(form):
    done = khedmat("read", form)

    assert "عنوان خدمت: صدور پروانه کسب" in done.stdout


def test_the_trace_is_given_when_asked_for(form):
    assert "trace" in json.loads(khedmat("read", form, "--json", "--trace").stdout)
    assert "trace" not in json.loads(khedmat("read", form, "--json").stdout)


def test_check_gives_the_findings_of_a_file_and_status_one(form):
    done = khedmat("check", form, "--json")

    answer = json.loads(done.stdout)
    assert done.returncode == 1
    assert answer["file"] == str(form)
    assert set(answer["findings"][0]) == {"rule", "severity", "field", "message", "fix"}


@pytest.mark.parametrize("words", [[], ["read"], ["fly"], ["up", "--fast"], ["check", "--json"]])
def test_wrong_use_is_status_two(words):
    with pytest.raises(SystemExit) as refusal:
        cli.main(words)

    assert refusal.value.code == 2


COMMANDS = ["", "up", "read", "check", "import", "enrol", "verify-embed", "serve", "worker", "index"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main([*command.split(), "--help"])

    assert ended.value.code == 0
    assert "usage: khedmat" in capsys.readouterr().out


def test_reading_and_checking_start_without_django():
    words = "import sys, khedmat.site.cli, khedmat.site.reading; sys.exit('django' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", words], check=False).returncode == 0


def test_a_pipe_that_closes_early_is_no_traceback(form):
    words = f"{PROGRAM} read {' '.join([str(form)] * 200)} --json | head -1"

    done = subprocess.run(words, shell=True, capture_output=True, text=True, check=False)  # noqa: S602

    assert json.loads(done.stdout)["kind"] == "service_card"
    assert done.stderr == ""


def test_a_pipe_that_nobody_reads_never_ends_the_process_that_calls_the_program():
    """A worker writes into pipes all day: one that nobody reads any more is an error there, no end of the worker."""
    before = signal.getsignal(signal.SIGPIPE)

    with pytest.raises(SystemExit):
        cli.main(["read", "--help"])
    cli.main(["read", "nowhere.txt"])

    assert signal.getsignal(signal.SIGPIPE) is before is signal.SIG_IGN
