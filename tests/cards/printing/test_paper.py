"""The outline of the printed form: every box of the contract in its printed place, in three states."""

import pytest

from khedmat.cards.form import Document
from khedmat.cards.printing.paper import About, paper_of
from khedmat.cards.printing.pieces import Grid, Lines, Note, Text, Tick
from tests.cards.printing.papers import at, sample, whole
from tests.factories.forms import permit_list
from tests.importing.readers.reading_forms import cases

PRIVATE = ("مسئول نمونه", "00000000", "۰۰۰۰۰۰۰۰", "دفتر نمونه", "4000", "۴۰۰۰")


def words_of(paper):
    said = [
        getattr(piece, "said", None) or getattr(piece, "text", "") or getattr(piece, "items", ())
        for piece in paper.pieces()
    ]
    return " ".join(map(str, said))


def test_the_sections_stand_in_printed_order():
    titles = [section.title[:2] for section in whole(sample()).sections[:8]]

    assert titles == ["۱ ", "۴-", "۵-", "۶-", "۷-", "۸-", "۹-", "۱۰"]


def test_options_are_printed_in_their_order_with_their_squares():
    ticks = [piece for piece in at(whole(sample()), "card.service_type") if isinstance(piece, Tick)]

    assert [tick.ticked for tick in ticks] == [True, True, False, False]
    assert ticks[0].label == "خدمت به شهروندان (G2C)"


@cases(
    "path, changes, expected",
    {
        "a value": ("card.audience", {"audience": "شاغلان 3 استان"}, Text("card.audience", "شاغلان ۳ استان")),
        "not said": ("card.audience", {"audience": None}, Text("card.audience", None)),
        "undecided": (
            "card.nature",
            {"nature": None, "undecided": ["nature"]},
            Note("?", "card.nature", "در فرم روشن نیست"),
        ),
        "does not apply": (
            "card.audience",
            {"audience": None, "not_applicable": {"card.audience": "خدمت درونی است"}},
            Note("!", "card.audience", "خدمت درونی است"),
        ),
        "an empty square of which nothing is said": (
            "card.frequency.once",
            {},
            Note("~", "card.frequency.once", "ذکر نشده"),
        ),
        "a list": ("card.documents", {}, Lines("card.documents", ("کارت ملی", "درخواست"))),
    },
)
def test_a_box_says_in_which_state_it_is(path, changes, expected):
    assert at(whole(sample(**changes)), path)[-1] == expected


def test_a_no_is_an_empty_square_without_a_note():
    paper = whole(sample(stages={"request": {"electronic": False}}))

    assert at(paper, "card.stages.request.electronic") == [Tick("card.stages.request.electronic", "الکترونیکی", False)]


def test_figures_stand_below_the_words_they_were_read_from():
    duration = at(whole(sample()), "card.average_duration")

    assert [piece.said for piece in duration] == ["سه روز", "۳", "روز"]


def test_figures_alone_leave_no_empty_box_above_them():
    visits = at(whole(sample(visits={"count": 2})), "card.visits")

    assert visits == [Text("card.visits.count", "۲")]


@pytest.mark.parametrize("trigger", ["time", "event", "other"])
def test_the_words_of_a_start_stand_behind_its_option(trigger):
    paper = whole(sample(start_trigger=[trigger], start_trigger_text="هر بهار"))
    pieces = [getattr(piece, "path", "") for piece in at(paper, "card.start_trigger")]

    assert pieces.index("card.start_trigger_text") == pieces.index(f"card.start_trigger.{trigger}") + 1


def test_a_channel_that_the_form_does_not_print_there_is_printed_where_it_is_ticked():
    paper = whole(sample(stages={"production": {"channels": ["phone"]}}))

    assert Tick("card.stages.production.channels.phone", "تلفن گویا یا مرکز تماس", True) in list(paper.pieces())


def test_a_form_for_the_public_holds_neither_filler_nor_account():
    document = sample(undecided=["filled_by.name"], not_applicable={"card.filled_by.phone": "00000000"})

    assert not [one for one in PRIVATE if one in words_of(paper_of(document))]
    assert [one for one in PRIVATE if one in words_of(whole(document))]


def test_doubts_and_reasons_of_no_printed_box_are_listed_at_the_end():
    paper = whole(sample(undecided=["cost.nowhere"], not_applicable={"card.cost": "رایگان است"}))

    assert at(paper, "undecided") == [Lines("undecided", ("cost.nowhere",), is_numbered=False)]
    assert at(paper, "not_applicable") == [Lines("not_applicable", ("card.cost: رایگان است",), is_numbered=False)]


def test_permits_are_rows_and_rare_columns_stand_only_where_a_row_fills_them():
    (form_one,) = [
        part for section in whole(permit_list()).sections for part in section.parts if part.caption == "فرم شمارهٔ یک"
    ]

    assert isinstance(form_one, Grid)
    assert len(form_one.rows) == len(permit_list().permits)
    assert "شرایط" not in [head.label for head in form_one.heads]


def test_every_row_has_a_box_a_column():
    documents = [
        sample(),
        permit_list(),
        Document(kind="service_list", services=[{"title": "الف"}], source=sample().source),
    ]
    grids = [
        part for one in documents for section in whole(one).sections for part in section.parts if isinstance(part, Grid)
    ]

    assert [grid.caption for grid in grids if any(len(row) != len(grid.heads) for row in grid.rows)] == []


def test_the_id_of_the_register_goes_before_that_of_the_form():
    assert paper_of(sample(), About(code="10011234000")).code == "10011234000"
    assert paper_of(sample(service_id="10011234100")).code == "10011234100"
