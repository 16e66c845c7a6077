"""A file is read by its bytes; where its name says something else, a person is told."""

from khedmat.importing.readers.reading import read_bytes
from tests.importing.readers.docx_files import p, word
from tests.importing.readers.reading_forms import cases, warned

TEXT = "عنوان خدمت: صدور کارت\nنام دستگاه اجرایی: اتاق بازرگانی\n".encode()
PAGE = b"<html><body><p>" + TEXT.replace(b"\n", b"</p><p>") + b"</p></body></html>"
WORD = word(*map(p, TEXT.decode().splitlines()))
MISNAMED = ("misnamed", None)


def read(data, name):
    (document,) = read_bytes(data, name)
    assert document.card.title == "صدور کارت"
    return document


@cases(
    ("data", "name", "held"),
    {
        "text as Word": (TEXT, "form.docx", "متن ساده"),
        "a page as old Word": (PAGE, "form.DOC", "صفحهٔ وب"),
        "Word as text": (WORD, "form.txt", "Word"),
        "Word as old Word": (WORD, "form.doc", "Word"),
    },
)
def test_the_remark_says_what_it_is(data, name, held):
    document = read(data, name)

    assert MISNAMED in warned(document)
    assert f"«{held}»" in next(one.message for one in document.warnings if one.code == "misnamed")


@cases(
    ("data", "name"),
    {
        "text": (TEXT, "form.txt"),
        "a page": (PAGE, "form.htm"),
        "Word": (WORD, "form.docx"),
        "Word with macros": (WORD, "form.docm"),
        "no ending": (WORD, "form"),
        "another ending": (TEXT, "form.v2"),
    },
)
def test_a_name_that_fits_or_says_nothing_is_passed_over(data, name):
    assert MISNAMED not in warned(read(data, name))
