"""The plain data of the PDF: words, lists and yes or no; how they stand on the page."""

import json

import pytest
from hypothesis import given, settings

from khedmat.cards.printing.filled import IN_FIGURES, LOST, SILENT
from khedmat.cards.printing.pages.outlining import plain_of
from khedmat.cards.printing.pieces import Field, Fields, Grid, Head, Lines, Note, Paper, Section, Text, Tick, Words
from tests.cards.printing.generated import documents
from tests.cards.printing.papers import sample, whole
from tests.factories.forms import permit_list
from tests.importing.readers.reading_forms import cases

SQUARE = Tick("card.nature.other", "سایر", ticked=True)
SAID = Text("card.title", "الف")


def part_of(part):
    """A part of a form that is nothing else, as it is printed."""
    plain = plain_of(Paper("شناسنامه", "عنوان", None, (), "", (Section("۱-", (part,)),)))
    return plain["turns"][0]["sections"][0]["parts"][0]


def lines_of(*lines):
    return part_of(Fields("الف", (Field("ب", lines),)))["rows"][0][1]


def heads_of(*heads):
    return part_of(Grid("الف", heads, ()))["heads"]


@cases(
    "piece, plain",
    {
        "words": (SAID, ["words", "الف", False]),
        "a code": (Text("card.url", "https://example.ir", is_code=True), ["words", "https://example.ir", True]),
        "an empty box": (Text("card.title", None), ["empty", SILENT, False]),
        "a box of no letters": (Text("card.title", ""), ["empty", SILENT, False]),
        "a ticked square": (SQUARE, ["tick", "سایر", True]),
        "an empty square": (SQUARE._replace(ticked=False), ["tick", "سایر", False]),
        "a doubt": (Note("?", "card.title", LOST), ["note", LOST, False]),
        "a reason": (Note("!", "card.title", "درونی"), ["note", "مصداق ندارد: درونی", False]),
        "printed words": (Words("نفر در"), ["words", "نفر در", False]),
    },
)
def test_each_piece_is_plain_data(piece, plain):
    assert lines_of((piece,)) == [["words", [plain]]]


@cases(
    "line, printed",
    {
        "a numbered list": ((Lines("card.laws", ("الف", "ب")),), [["items", ["الف", "ب"]]]),
        "a list without numbers": (
            (Lines("card.laws", ("الف", "ب"), is_numbered=False),),
            [["words", [["words", "الف", False]]], ["words", [["words", "ب", False]]]],
        ),
        "an empty list": ((Lines("card.laws", ()),), [["words", [["empty", SILENT, False]]]]),
        "a list and a note": (
            (Lines("card.laws", ("الف",)), Note("?", "card.laws", LOST)),
            [["items", ["الف"]], ["words", [["note", LOST, False]]]],
        ),
        "figures": ((IN_FIGURES, SAID), [["figures", [["words", IN_FIGURES.text, False], ["words", "الف", False]]]]),
        "nothing": ((), []),
    },
)
def test_a_list_stands_on_lines_of_its_own(line, printed):
    assert lines_of(line) == printed


def test_a_colon_joins_the_square_before_it():
    assert lines_of((SQUARE, Words(":"), SAID)) == [["words", [["tick", "سایر:", True], ["words", "الف", False]]]]


def test_a_colon_behind_words_stays_a_word():
    assert lines_of((SAID, Words(":"))) == [["words", [["words", "الف", False], ["words", ":", False]]]]


@cases(
    "heads, printed",
    {
        "one row": ((Head("الف"), Head("ب")), [["الف", 1, 1], ["ب", 1, 1]]),
        "a group at the end": (
            (Head("الف"), Head("ب", 10, "گروه"), Head("پ", 10, "گروه")),
            [["الف", 1, 2], ["گروه", 2, 1], ["ب", 1, 1], ["پ", 1, 1]],
        ),
        "two groups": (
            (Head("الف", 10, "یک"), Head("ب", 10, "دو")),
            [["یک", 1, 1], ["دو", 1, 1], ["الف", 1, 1], ["ب", 1, 1]],
        ),
    },
)
def test_heads_stand_in_one_row_or_under_their_groups(heads, printed):
    assert heads_of(*heads) == printed


@cases(
    "letters, tall",
    {"none": (0, False), "a page's line": (240, False), "more": (241, True), "a chapter": (10_000, True)},
)
def test_a_long_box_may_go_on_over_the_page(letters, tall):
    for piece in (Text("card.title", "ا" * letters), Lines("card.laws", ("ا" * letters,))):
        assert part_of(Fields("الف", (Field("ب", ((piece,),)),)))["rows"][0][2] is tall


@cases(
    "cell, middle",
    {
        "a square alone": (((SQUARE,),), True),
        "a square with a note": (((SQUARE, Note("~", "card.nature", SILENT)),), False),
        "words": (((SAID,),), False),
        "nothing": ((), False),
    },
)
def test_nothing_but_a_square_stands_in_the_middle(cell, middle):
    assert part_of(Grid("الف", (Head("ب"),), ((cell,),)))["rows"][0][0]["mid"] is middle


def test_pages_turn_where_the_form_of_permits_begins():
    card = sample().model_copy(update={"permits": permit_list().permits})

    assert [turn["wide"] for turn in plain_of(whole(card))["turns"]] == [False, True]
    assert [turn["wide"] for turn in plain_of(whole(permit_list()))["turns"]] == [True]


def test_a_drawing_that_is_higher_than_a_page_is_printed_as_its_list():
    boxes = [f"گام {number}" for number in range(40)]
    links = list(zip(boxes, boxes[1:], strict=False))

    small, large = (
        json.dumps(plain_of(whole(sample(diagram={"boxes": boxes[:size], "links": links[: size - 1]}))))
        for size in (3, 40)
    )

    assert ('"drawing"' in small, '"drawing"' in large) == (True, False)
    assert json.dumps(boxes[-1])[1:-1].encode() not in small.encode()


def test_the_running_title_is_cut_and_the_title_is_not():
    plain = plain_of(whole(sample(title="عنوان " * 100)))

    assert len(plain["running"]) == 110
    assert len(plain["title"]) > 500


def test_what_the_register_knows_is_printed_as_it_is():
    plain = plain_of(whole(sample(), code="10031093000", lines=("سازمان",), link="https://example.ir/"))

    assert (plain["code"], plain["about"], plain["link"]) == ("10031093000", ["سازمان"], "https://example.ir/")


@pytest.mark.parametrize("text", ["{{ x }}", "#let", "</w:t>", "=cmd()", "\u202eالف", "\\u{41}", '"'])
def test_hostile_words_are_data_and_come_back(text):
    plain = json.loads(json.dumps(plain_of(whole(sample(audience=text)))))

    assert ["words", text, False] in next(
        row[1][0][1]
        for turn in plain["turns"]
        for row in turn["sections"][1]["parts"][0]["rows"]
        if row[0] == "نوع مخاطبین"
    )


@settings(max_examples=10)
@given(documents())
def test_every_form_is_plain_data(document):
    plain = plain_of(whole(document))

    assert json.loads(json.dumps(plain)) == plain
    assert sum(len(turn["sections"]) for turn in plain["turns"]) == len(whole(document).sections)
