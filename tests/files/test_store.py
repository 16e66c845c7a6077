"""Files are kept once, as they came, under their hash."""

import hashlib
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction

from khedmat.core.refusals import refusing_in_words
from khedmat.files.actions import store
from khedmat.files.models import StoredFile
from tests.factories.cards import NOW
from tests.factories.papers import StoredFileFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.KHEDMAT_DATA = tmp_path
    return tmp_path / "files"


def take(data=b"form", name="فرم.html"):
    return store(data, name=name, media_type="text/html", at=NOW)


def test_a_file_lies_under_its_hash(folder):
    file = take(b"form")

    digest = hashlib.sha256(b"form").hexdigest()
    assert (file.sha256, file.size, file.name) == (digest, 4, "فرم.html")
    assert (folder / digest[:2] / digest[2:]).read_bytes() == b"form"
    with file.content.open() as content:
        assert content.read() == b"form"


def test_the_same_content_is_the_same_file(folder):
    first, second = take(name="یک.html"), take(name="دو.html")

    assert (first, second.name) == (second, "یک.html")
    assert len([path for path in folder.rglob("*") if path.is_file()]) == 1


def test_content_that_a_killed_import_left_is_taken_up(folder):
    digest = hashlib.sha256(b"form").hexdigest()
    left = folder / digest[:2] / digest[2:]
    left.parent.mkdir(parents=True)
    left.write_bytes(b"fo")

    take()

    assert left.read_bytes() == b"form"
    assert not list(folder.rglob(".new-*"))


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/b\\c", "x" * 1000, "\u202eتست\n.html", "بی\0نام"])
def test_a_name_never_says_where_a_file_goes(folder, name):
    file = take(name=name)

    assert Path(file.content.path).is_relative_to(folder)
    assert len(file.name) <= 255


def test_an_empty_file_is_a_file_too():
    assert take(b"").size == 0


def test_rows_of_files_are_only_written():
    file = StoredFileFactory()

    for act in (
        lambda: StoredFile.objects.update(name="x"),
        file.delete,
        lambda: connection.cursor().execute("TRUNCATE files_storedfile CASCADE"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()

    assert str(StoredFile.objects.get()) == file.name


def test_a_hash_of_another_shape_is_refused():
    with pytest.raises(ValidationError, match="۶۴"), refusing_in_words():
        StoredFileFactory(sha256="ABC")
