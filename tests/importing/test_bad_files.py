"""Whatever is given to the program: a Persian sentence and an honest status, never a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from khedmat.cards.models import ServiceVersion
from khedmat.site import reading
from khedmat.site.cli import parser
from tests.importing.bad_files import READABLE, UNREADABLE, fill
from tests.importing.paper import planned

PROGRAM = Path(sys.executable).with_name("khedmat")


@pytest.fixture(scope="module")
def bad(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bad")
    fill(folder)
    return folder


@pytest.fixture
def answer(capsys):
    """`answer("read", path)`: status, output, errors of `khedmat read` without a process of its own."""

    def run(*arguments):
        status = reading.run(parser().parse_args([*map(str, arguments), "--json"]))
        return status, *capsys.readouterr()

    return run


def khedmat(*arguments, **environment):
    """The program itself, in a shell without any locale."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, env=kept | environment, timeout=60)
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize("name", READABLE)
def test_what_can_be_read_is_read(bad, answer, name):
    status, out, err = answer("read", bad / name)

    card = json.loads(out)["card"]
    assert (status, err) == (0, "")
    assert (card["title"], card["executive_agency"]) == ("صدور گواهی نمونه", "سازمان ثبت نمونه")
    assert "alert" not in out
    assert card["service_id"] in (None, "10031093000")


@pytest.mark.parametrize("command", ["read", "check"])
@pytest.mark.parametrize(("name", "words"), UNREADABLE.items())
def test_what_cannot_be_read_is_said_in_a_sentence(bad, answer, command, name, words):
    status, out, err = answer(command, bad / name)

    assert (status, out) == (1, "")
    assert name in err
    assert words in err


def test_a_card_that_was_cut_says_no_more_than_it_says(bad, answer):
    card = json.loads(answer("read", bad / "card-cut.txt")[1])["card"]

    assert (card["audience"], card["documents"]) == (None, None)


def test_one_bad_file_does_not_hold_up_the_others(bad):
    names = [*UNREADABLE, *READABLE]

    status, out, err = khedmat("read", *(bad / name for name in names), "--json")

    assert (status, len(out.splitlines()), len(err.splitlines())) == (1, len(READABLE), len(UNREADABLE))


def test_check_answers_for_every_file_that_can_be_read(bad):
    status, out, err = khedmat("check", *(bad / name for name in [*UNREADABLE, *READABLE]), "--json")

    assert (status, len(out.splitlines()), len(err.splitlines())) == (1, len(READABLE), len(UNREADABLE))


def test_a_name_of_other_bytes_than_utf8_is_no_obstacle(bad):
    odd = os.fsdecode(os.fsencode(bad) + b"/\xe3\xe6.txt")
    Path(odd).write_bytes(READABLE["marked.txt"])

    try:
        assert khedmat("read", odd, "--json")[0] == 0
        assert khedmat("read", odd + ".none")[0] == 1
    finally:
        Path(odd).unlink()


def test_a_device_without_an_end_is_refused():
    status, _, err = khedmat("read", "/dev/zero")

    assert (status, "مگابایت" in err) == (1, True)


@pytest.mark.parametrize("command", ["read", "check", "import"])
@pytest.mark.parametrize("arguments", [[], ["--nonsense", "x"], ["x", "--service", "y"]])
def test_wrong_use_is_status_two(command, arguments):
    assert khedmat(command, *arguments)[0] == 2


@pytest.mark.django_db
def test_a_plan_of_bad_files_refuses_each_in_a_sentence(bad, agency):
    rows = {row.path.name: row for row in planned(bad).rows}

    for name, words in UNREADABLE.items():
        if name in rows and name != "folder":
            assert (rows[name].what, words in rows[name].reason) == ("refuse", True)
    assert {rows[name].kind for name in READABLE} == {"service_card"}


def database_url(name):
    where = settings.DATABASES["default"]
    return f"postgresql://{where['USER']}@/{name}?host={where['HOST']}"


@pytest.mark.django_db(transaction=True)
def test_the_program_itself_imports_what_can_be_read(bad, agency, tmp_path):
    here = {"DATABASE_URL": database_url(settings.DATABASES["default"]["NAME"]), "KHEDMAT_DATA": str(tmp_path)}
    given = [bad / name for name in ("cp1256.txt", "archive.txt", "huge.txt", "none.txt")]

    first = khedmat("import", *given, "--write", **here)
    second = khedmat("import", *given, "--write", **here)

    assert (first[0], second[0]) == (1, 1)
    assert "افزودن ۱ · تغییر ۰ · بی‌تغییر ۰ · رد ۳" in first[1]
    assert "افزودن ۰ · تغییر ۰ · بی‌تغییر ۱ · رد ۳" in second[1]
    assert ServiceVersion.objects.get().title == "صدور گواهی نمونه"


def test_an_import_before_the_tables_are_there_says_what_to_do(tmp_path):
    status, out, err = khedmat("import", "x", DATABASE_URL=database_url("postgres"), KHEDMAT_DATA=str(tmp_path))

    assert (status, out) == (1, "")
    assert "khedmat up --no-serve" in err


def test_an_import_without_its_database_is_a_sentence(tmp_path):
    url = f"postgresql://nobody@/nothing?host={tmp_path}"

    status, _, err = khedmat("import", "x", DATABASE_URL=url, KHEDMAT_DATA=str(tmp_path))

    assert (status, "پایگاه داده" in err) == (1, True)
