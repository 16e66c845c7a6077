"""PDFs made or damaged to hurt: a sentence each, and the next file is read."""

import random
import zlib

import pytest

from bench.fuzz.damage import DAMAGES
from khedmat.importing.readers.containers import pdf as container
from khedmat.importing.readers.reading import read_bytes
from khedmat.importing.readers.unreadable import Unreadable
from tests.importing.readers.pdfs import field, file_of, form, lines, pdf, rule, square, table, tick
from tests.importing.readers.reading_forms import cases

SOUND = pdf(
    lines("عنوان خدمت: صدور پروانه", "شرح خدمت: شرح") + table([100, 300, 500], [200, 230, 260]) + square(400, 300),
    **form(tick("a", 400, 300, "Yes"), field("b", 260, 60, "متن")),
)
SHARES = 4


def outcome(data):
    try:
        return bool(read_bytes(data, "form.pdf"))
    except Unreadable as refusal:
        return bool(refusal.message)


def damaged(seed):
    chance = random.Random(seed)  # noqa: S311
    for _ in range(60):
        data = SOUND
        for _ in range(chance.choice((1, 1, 2, 4))):
            data = chance.choice(DAMAGES)(data, chance)
        yield b"%PDF-1.7\n" + data


@pytest.mark.parametrize("seed", range(SHARES))
def test_a_damaged_pdf_is_read_or_refused_in_words_and_by_no_fault_of_ours(seed, caplog):
    assert all(map(outcome, damaged(seed)))
    assert "Traceback" not in caplog.text


def stream(content, more=""):
    packed = zlib.compress(content, 9).decode("latin-1")
    return f"<</Length {len(packed)}/Filter/FlateDecode{more}>>stream\n{packed}\nendstream"


def page_with(content, drawn=None):
    """A page that may draw a form of its own."""
    return file_of(
        {
            1: "<</Type/Catalog/Pages 2 0 R>>",
            2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
            4: content,
            5: drawn or "<<>>",
        }
    )


ITSELF = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>"
LOOP = {1: "<</Type/Catalog/Pages 2 0 R>>", 2: "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99999>>"}


@cases(
    "data",
    {
        "a form that draws itself": page_with(stream(b"/X Do " * 20), stream(b"/X Do /X Do ", ITSELF)),
        "a stream that unpacks to four hundred megabytes": page_with(stream(b"0 0 m " * 66_000_000)),
        "pages in themselves": file_of(LOOP),
        "brackets without end": b"%PDF-1.7\n1 0 obj\n" + b"[" * 200_000,
    },
)
def test_a_pdf_made_to_hurt_is_refused_in_words_and_the_next_one_is_read(data):
    with pytest.raises(Unreadable):
        read_bytes(data, "form.pdf")

    assert read_bytes(SOUND, "form.pdf")


@cases(
    "parts",
    {
        "a page as large as a country": {"box": "0 0 99999999 99999999"},
        "a page without a size": {"box": "0 0 nan -1"},
        "a program that never ends": {"catalog": "/OpenAction<</S/JavaScript/JS(while\\(1\\){})>>"},
        "another program to start": {"catalog": "/OpenAction<</S/Launch/F(/bin/sh)>>"},
    },
)
def test_what_a_pdf_wants_beside_its_text_does_not_matter(parts):
    assert container.read(pdf(lines("عنوان خدمت: صدور"), **parts)).printed.sheet.blocks[0].cells == (
        "عنوان خدمت: صدور",
    )


def test_a_drawing_of_thousands_of_rules_and_squares_is_no_table():
    rules = "".join(rule(place % 500, place % 800, place % 500 + 40, place % 800) for place in range(4000))
    squares = "".join(square((place * 12) % 560, place // 46 * 14) for place in range(1000))

    blocks = container.read(pdf(rules + squares + lines("عنوان خدمت: صدور پروانه"))).printed.sheet.blocks

    assert [block.cells for block in blocks] == [("عنوان خدمت: صدور پروانه",)]
