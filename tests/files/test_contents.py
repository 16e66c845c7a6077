"""What people give us, byte for byte, under names that say nothing about places."""

import hashlib
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khedmat.files.actions import NAME_LENGTH, store
from khedmat.files.models import StoredFile
from tests.factories.cards import NOW

CONTENTS = [
    b"",
    b"\x00",
    b"\xff" * 100,
    "فرم".encode(),
    "فرم".encode("cp1256", "replace"),
    b"\r\n" * 3,
    b"%PDF-1.7",
    b"a" * 1_000_000,
]
NAMES = [
    ("فرم.html", "فرم.html"),
    ("  فرم  یک.html ", "فرم یک.html"),
    ("فرم‌ها.html", "فرم‌ها.html"),
    ("كارت ملي.txt", "کارت ملی.txt"),
    ("form\n.txt", "form .txt"),
    ("x" * 300 + ".html", "x" * (NAME_LENGTH - 5) + ".html"),
]


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.KHEDMAT_DATA = tmp_path
    return tmp_path / "files"


def take(data, name="form.bin"):
    return store(data, name=name, media_type="application/octet-stream", at=NOW)


@pytest.mark.django_db
@pytest.mark.parametrize("data", CONTENTS, ids=lambda data: f"{len(data)} bytes {data[:4]!r}")
def test_a_content_comes_back_as_it_was_given(data):
    file = StoredFile.objects.get(pk=take(data).pk)

    with file.content.open() as content:
        assert content.read() == data
    assert (file.size, file.sha256) == (len(data), hashlib.sha256(data).hexdigest())


@pytest.mark.django_db
@pytest.mark.parametrize(("given", "kept"), NAMES)
def test_a_name_is_kept_folded_and_with_its_ending(given, kept):
    assert take(b"form", given).name == kept


@pytest.mark.django_db
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.binary(max_size=200), st.text(max_size=40))
def test_whatever_it_is_called_it_lies_under_its_hash(data, name):
    file = take(data, name)

    assert file.content.name == f"{file.sha256[:2]}/{file.sha256[2:]}"
    assert take(data, "other") == file


@pytest.mark.django_db
def test_different_contents_under_one_name_are_different_files():
    one, other = take(b"one", "form.txt"), take(b"other", "form.txt")

    assert one != other
    assert one.name == other.name
    assert StoredFile.objects.count() == 2


@pytest.mark.django_db
def test_nothing_but_contents_is_left_in_the_folder(folder):
    for data in CONTENTS:
        take(data)

    lying = [path for path in folder.rglob("*") if path.is_file()]
    assert len(lying) == len(CONTENTS)
    assert all(len(path.parent.name + path.name) == 64 for path in lying)


@pytest.mark.django_db(transaction=True)
def test_one_content_from_four_at_once_is_one_file():
    def one_of_them(number):
        try:
            return take(b"form", f"{number}.txt").pk
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(one_of_them, range(4)))) == 1
    assert StoredFile.objects.count() == 1
