"""Zip files on the disk: what is asked of them before they are opened, and members by their paths."""

import io
import zipfile

import pytest

from khedmat.importing.readers import disk
from khedmat.importing.readers.archives.on_disk import archive_at, member_at, path_above
from khedmat.importing.readers.containers.directory import is_crowded
from khedmat.importing.readers.unreadable import Unreadable
from tests.importing.readers.reading_forms import cases


def zipped(comment=b"", **contents):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.comment = comment
        for name, data in contents.items():
            archive.writestr(name, data)
    return packed.getvalue()


THREE = zipped(a="1", b="2", c="3")


@cases(
    ("data", "most", "crowded"),
    {
        "as many as may be": (THREE, 3, False),
        "one more": (THREE, 2, True),
        "with a remark behind": (zipped(b"x" * 60_000, a="1", b="2"), 1, True),
        "a remark that looks like the end": (zipped(b"PK\x05\x06" * 9, a="1", b="2"), 2, False),
        "files of zip inside": (zipped(a=THREE, b=THREE), 2, False),
        "no directory": (b"PK\x03\x04" + bytes(100), 0, False),
        "nothing": (b"", 0, False),
    },
)
def test_the_directory_is_counted_before_it_is_listed(data, most, crowded):
    assert is_crowded(io.BytesIO(data), most) is crowded


@pytest.fixture
def forms(tmp_path):
    path = tmp_path / "forms.zip"
    path.write_bytes(zipped(**{"1400/card.txt": "first", "inner.zip": zipped(**{"sub/b.txt": "second"})}))
    return path


def test_a_member_is_had_by_its_path(forms):
    assert member_at(forms / "1400/card.txt", forms) == b"first"
    assert member_at(forms / "inner.zip/sub/b.txt", forms) == b"second"
    assert disk.contents(forms / "1400/card.txt") == b"first"


@cases(
    "path",
    {"none": "none.txt", "a folder": "1400", "below a file": "1400/card.txt/x", "in the inner one": "inner.zip/x"},
)
def test_a_member_that_is_not_there_is_a_sentence(forms, path):
    with pytest.raises(Unreadable, match="نیست|خراب"):
        disk.contents(forms / path)


def test_a_path_goes_on_only_into_files(forms):
    assert path_above(forms / "1400/card.txt") == forms
    assert path_above(forms) is None
    assert path_above(forms.parent / "none/none.txt") is None


def test_an_archive_that_was_written_anew_is_opened_anew(forms):
    before = archive_at(forms)
    forms.write_bytes(zipped(**{"other.txt": "third"}))

    assert archive_at(forms) is not before
    assert disk.contents(forms / "other.txt") == b"third"


@cases("data", {"text": b"text", "word": zipped(**{"[Content_Types].xml": "x", "word/document.xml": "x"})})
def test_other_files_are_no_archives(tmp_path, data):
    (tmp_path / "file").write_bytes(data)

    assert archive_at(tmp_path / "file") is None
    assert [file.data for file in disk.files(tmp_path / "file")] == [data]


def test_the_files_of_an_archive_are_its_members(forms):
    assert [(file.name, file.data) for file in disk.files(forms)] == [
        ("1400/card.txt", b"first"),
        ("inner.zip/sub/b.txt", b"second"),
    ]
