"""What a page asks of the index: the newest state, or nothing where it cannot answer."""

import pytest

from khedmat.search import folders, living
from khedmat.search.entry import Entry
from khedmat.search.index import Index, build


@pytest.fixture
def folder(tmp_path, settings):
    """Where the index of this host stands; empty."""
    settings.KHEDMAT_DATA = tmp_path
    return living.folder()


def speaks(folder, *titles):
    index = folders.fresh(folder)
    build(index, [Entry(number, title) for number, title in enumerate(titles)])
    folders.switch(folder, index)
    return index


def test_where_there_is_none_nobody_answers(folder):
    assert living.asked(len) is None


def test_an_index_answers(folder):
    speaks(folder, "صدور گذرنامه")

    assert living.asked(len) == 1


def test_what_was_written_since_is_seen(folder):
    index = speaks(folder, "صدور گذرنامه")
    living.asked(len)

    Index.open(index).put([Entry(7, "صدور کارت")])

    assert living.asked(len) == 2


def test_another_index_in_its_place_is_taken_up(folder):
    speaks(folder, "صدور گذرنامه")
    living.asked(len)

    speaks(folder, "صدور گذرنامه", "صدور کارت", "ثبت نام")

    assert living.asked(len) == 3


@pytest.mark.parametrize("harm", [b"", b"{", b"\x00" * 100])
def test_a_broken_index_gives_no_error(folder, harm, caplog):
    (speaks(folder, "صدور گذرنامه") / "meta.json").write_bytes(harm)

    assert living.asked(len) is None
    assert "does not answer" in caplog.text


def test_files_that_are_gone_give_no_error(folder, caplog):
    index = speaks(folder, "صدور گذرنامه")
    for path in index.glob("*"):
        if path.name != "meta.json":
            path.unlink()

    assert living.asked(lambda index: index.find("گذرنامه")) is None
