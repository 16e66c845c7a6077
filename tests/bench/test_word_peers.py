"""The comparison of readers of Word files: what it counts as a box told right, and that ours tells them all."""

import pytest

from bench.word import tables
from bench.word.boxes import share_right
from bench.word.files import OPTIONS, as_word_saves, size_of_text, with_boxes
from bench.word.peers import readers
from khedmat.importing.readers.blocks import EMPTY, TICKED
from khedmat.importing.readers.reading import read_bytes
from tests.importing.readers.docx_files import BOXES

STATES = [TICKED, EMPTY]
FORM = "عنوان خدمت: صدور پروانه\nنام دستگاه اجرایی: سازمان نمونه\nماهیت خدمت: ☑ حاکمیتی ☐ تصدی گری\n"


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("☑ گزینه00 ☐ گزینه01", 1),
        ("[x] گزینه00\n[ ] گزینه01", 1),
        ('<input checked="checked" type="checkbox" />گزینه00 <input type="checkbox" />گزینه01', 1),
        ("☐ گزینه00 ☐ گزینه01", 0.5),
        ("R گزینه00 £ گزینه01", 0),
        ("☑☐ گزینه00 گزینه01", 0),
        ("", 0),
    ],
)
def test_a_box_is_right_when_its_state_stands_before_its_option(text, share):
    assert share_right(text, STATES) == share


@pytest.mark.parametrize("encoding", BOXES)
def test_ours_tells_every_box_of_every_encoding(encoding):
    data, states = with_boxes(encoding)

    assert share_right(readers()["khedmat"](data), states) == 1
    assert len(states) == OPTIONS
    assert set(states) == {TICKED, EMPTY}


def test_a_long_winded_file_says_the_same_as_the_form():
    (document,) = read_bytes(as_word_saves(FORM.encode(), "form.txt"), "form.docx")

    assert (document.card.title, document.card.nature) == ("صدور پروانه", "sovereign")
    assert size_of_text(as_word_saves(FORM.encode(), "form.txt")) > 10 * len(FORM)


def test_readers_that_are_not_installed_are_named(monkeypatch):
    monkeypatch.setattr(tables, "readers", lambda: {"khedmat": readers()["khedmat"], "another": None})

    found = "\n".join(
        tables.lines({"form.txt": FORM.encode()}, lambda works: {name: 1.0 for name, work in works.items() if work()})
    )

    assert "another" in found
    assert "not installed" in found
    assert found.count("100%") == len(BOXES) + 1
