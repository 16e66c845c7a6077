"""A box while it is printed: its value, that nothing is said of it, or that its marks are lost."""

from itertools import chain

import pytest
from hypothesis import given, settings

from khedmat.cards.printing.filled import IN_FIGURES, LOST, SILENT, Filled
from khedmat.cards.printing.paper import for_public
from khedmat.cards.printing.pieces import NOT_APPLICABLE, UNDECIDED, UNSAID, Lines, Note, Text, Tick, Words
from tests.cards.printing.generated import documents
from tests.cards.printing.papers import sample
from tests.importing.readers.reading_forms import cases

HOSTILE = {
    "a template": "{{ title }} {% now %}",
    "a tag": "</w:t><script>x</script>",
    "a formula": '=cmd|"/C calc"!A0',
    "code of a page": "#let x = y; $a$",
    "a sign that turns the line": "\u202eچپ\u202c",
    "a control character": "الف\x07ب",
    "ten thousand letters": "واژه" * 2_500,
}


def filled(*, is_whole=True, **changes):
    return Filled(sample(**changes), is_whole=is_whole)


def ticked(line):
    return [piece.path.rpartition(".")[2] for piece in line if isinstance(piece, Tick) and piece.ticked]


@cases(
    "changes, notes",
    {
        "a value": ({"nature": "sovereign"}, ()),
        "nothing said": ({"nature": None}, ()),
        "undecided": ({"nature": None, "undecided": ["nature"]}, (Note(UNDECIDED, "card.nature", LOST),)),
        "undecided by its whole path": (
            {"nature": None, "undecided": ["card.nature"]},
            (Note(UNDECIDED, "card.nature", LOST),),
        ),
        "does not apply": (
            {"nature": None, "not_applicable": {"card.nature": "درونی"}},
            (Note(NOT_APPLICABLE, "card.nature", "درونی"),),
        ),
        "a reason goes before a doubt": (
            {"nature": None, "undecided": ["nature"], "not_applicable": {"card.nature": "درونی"}},
            (Note(NOT_APPLICABLE, "card.nature", "درونی"),),
        ),
    },
)
def test_a_note_tells_why_a_box_is_empty(changes, notes):
    assert filled(**changes).notes("card.nature") == notes


@cases(
    "changes, says",
    {
        "a value": ({"audience": "همه"}, True),
        "nothing": ({"audience": None}, False),
        "a doubt": ({"audience": None, "undecided": ["audience"]}, True),
        "a reason": ({"audience": None, "not_applicable": {"card.audience": "درونی"}}, True),
        "a doubt of another box": ({"audience": None, "undecided": ["nature"]}, False),
    },
)
def test_a_box_says_something_by_value_doubt_or_reason(changes, says):
    assert filled(**changes).says("card.audience") is says


@cases(
    "once, ticked, note",
    {
        "yes": ({"once": True}, True, ()),
        "no": ({"once": False}, False, ()),
        "not said": (None, False, (Note(UNSAID, "card.frequency.once", SILENT),)),
    },
)
def test_an_empty_square_is_a_no_and_what_is_not_said_is_told(once, ticked, note):
    square, *notes = filled(frequency=once).square("card.frequency.once", "یک‌بار")

    assert square == Tick("card.frequency.once", "یک‌بار", ticked)
    assert tuple(notes) == note


def test_a_doubtful_square_is_told_as_a_doubt_and_not_as_silence():
    _, note = filled(frequency=None, undecided=["frequency.once"]).square("card.frequency.once", "")

    assert note == Note(UNDECIDED, "card.frequency.once", LOST)


@cases("value, yes, no", {"yes": (True, True, False), "no": (False, False, True), "not said": (None, False, False)})
def test_a_question_has_a_square_for_each_answer(value, yes, no):
    squares = filled(leads_to_permit=value).yes_no("card.leads_to_permit")

    assert [square.ticked for square in squares] == [yes, no]
    assert [square.label for square in squares] == ["بله", "خیر"]


@cases(
    "value, picked",
    {
        "two options": (["G2C", "G2G"], ["G2C", "G2G"]),
        "all in another order": (["G2G", "G2C"], ["G2C", "G2G"]),
        "none ticked": ([], []),
        "not said": (None, []),
    },
)
def test_the_options_of_a_box_are_ticked_in_the_order_of_the_form(value, picked):
    assert ticked(filled(service_type=value).ticks("card.service_type")) == picked


def test_one_of_several_is_ticked_alone():
    assert ticked(filled(nature="sovereign").ticks("card.nature")) == ["sovereign"]


def test_an_option_that_the_form_does_not_print_is_printed_where_it_is_ticked():
    line = filled(service_type=["G2G"]).ticks("card.service_type", only=("G2C",))

    assert [piece.path for piece in line] == ["card.service_type.G2C", "card.service_type.G2G"]


def test_words_stand_behind_the_option_they_belong_to():
    line = filled().ticks("card.nature", behind={"sovereign": (Words(":"), Text("card.title", "الف"))})
    place = [getattr(piece, "path", "") for piece in line].index("card.nature.sovereign")

    assert line[place + 1 : place + 3] == (Words(":"), Text("card.title", "الف"))


@cases(
    "documents, pieces",
    {
        "two": (["کارت 1", "کارت 2"], (Lines("card.documents", ("کارت ۱", "کارت ۲")),)),
        "empty ones are left out": (["", "کارت"], (Lines("card.documents", ("کارت",)),)),
        "none": (None, (Lines("card.documents", ()),)),
    },
)
def test_a_list_is_printed_item_by_item(documents, pieces):
    assert filled(documents=documents).lines("card.documents") == pieces


def test_a_list_whose_marks_are_lost_is_a_note_instead_of_an_empty_list():
    line = filled(documents=None, undecided=["documents"]).lines("card.documents")

    assert line == (Note(UNDECIDED, "card.documents", LOST),)


@cases(
    "duration, lines",
    {
        "words and figures": ({"text": "سه روز", "value": 3}, 2),
        "figures alone": ({"value": 3, "unit": "day"}, 1),
        "words alone": ({"text": "سه روز"}, 1),
        "nothing": (None, 1),
    },
)
def test_figures_stand_below_the_words_they_were_read_from(duration, lines):
    parts = ("", "card.average_duration.value", ""), ("", "card.average_duration.unit", "")
    cell = filled(average_duration=duration).worded("card.average_duration.text", *parts)

    assert len(cell) == lines
    assert (IN_FIGURES in chain.from_iterable(cell)) == bool(duration and "value" in duration)


def test_figures_that_nobody_said_leave_no_words_behind():
    assert filled(visits=None).figures(("تا", "card.visits.max", "بار")) == ()


def test_codes_are_marked_so_that_their_digits_stay_latin_in_order():
    form = filled(service_id="10031093000")

    assert form.text("card.service_id")[0].is_code
    assert not form.text("card.title")[0].is_code


@cases("path, count", {"two": ("card.documents", 2), "none": ("card.laws", 0), "no rows": ("permits", 0)})
def test_rows_are_counted(path, count):
    assert filled(laws=None).count(path) == count


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_are_printed_as_they_stand_in_the_form(text):
    (piece,) = filled(audience=text).text("card.audience")

    assert piece == Text("card.audience", text)


@settings(max_examples=10)
@given(documents())
def test_a_box_never_has_both_a_value_and_a_note(document):
    form = Filled(document, is_whole=True)

    for path in form.undecided | set(form.reasons) - {"card.audience.unknown"}:
        assert form.at(path) is None
        assert len(form.notes(path)) == 1


@settings(max_examples=10)
@given(documents())
def test_the_form_for_the_public_says_nothing_of_filler_and_accounts(document):
    form = Filled(for_public(document), is_whole=False)

    assert not any(form.says(f"card.filled_by.{name}") for name in ("name", "phone", "email", "unit"))
    assert not any(form.says(f"card.cost.items.{row}.account") for row in range(form.count("card.cost.items")))
