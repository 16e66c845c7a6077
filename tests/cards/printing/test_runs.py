"""Words as runs of OOXML: whatever a form says, they stay words and the file stays XML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from khedmat.cards.printing.pieces import Lines, Note, Text, Tick
from khedmat.cards.printing.word.controls import Controls, tag_of
from khedmat.cards.printing.word.runs import paragraph, plain, quoted, runs
from khedmat.cards.printing.word.styles import NAMESPACES, numbering
from tests.cards.printing.papers import W
from tests.importing.readers.reading_forms import cases

HOSTILE = {
    "a tag": "</w:t></w:r>",
    "the end of data": "]]>",
    "an entity": "&lt;&amp;&#x41;",
    "quotes": "\"'«»",
    "a lone surrogate": "الف\ud800ب",
    "control characters": "الف\x00\x08\x1fب",
    "what is no letter": "الف\ufffe\uffffب",
    "a formula": "=cmd()",
    "a template": "{{ x }}",
    "a sign that turns the line": "\u202eالف\u202c",
    "ten thousand letters": "الف" * 3_400,
    "an escape of sheets": "_x0041_",
}
LEFT_TO_RIGHT = "\u200e"


def parsed(xml):
    return etree.fromstring(f"<w:p {NAMESPACES}>{xml}</w:p>".encode())


def sides(xml):
    """(text, whether it runs from right to left) of each run."""
    return [(run.findtext(f"{W}t"), run.find(f"{W}rPr/{W}rtl") is not None) for run in parsed(xml).iter(f"{W}r")]


def said(xml):
    return "".join(parsed(xml).itertext()).replace(LEFT_TO_RIGHT, "")


@cases(
    "text, expected",
    {
        "Persian": ("عموم مردم", [("عموم مردم", True)]),
        "an address": ("https://example.ir/a", [("https://example.ir/a", False)]),
        "both": ("سامانهٔ G2B ملی", [("سامانهٔ ", True), ("G2B ", False), ("ملی", True)]),
        "digits go with Persian": ("۲۵۰ ریال", [("۲۵۰ ریال", True)]),
        "an address with a stroke at its end": (
            "https://example.ir/",
            [("https://example.ir/" + LEFT_TO_RIGHT, False)],
        ),
        "nothing": ("", []),
    },
)
def test_each_word_runs_to_its_own_side(text, expected):
    assert sides(runs(text)) == expected


def test_a_code_runs_from_left_to_right_as_a_whole():
    assert sides(runs("10031093000 و ۲", is_code=True)) == [("10031093000 و ۲", False)]


@cases("text, breaks", {"one line": ("الف", 0), "two": ("الف\nب", 1), "an empty line": ("الف\n\nب", 2)})
def test_lines_of_a_text_are_breaks(text, breaks):
    assert len(list(parsed(runs(text)).iter(f"{W}br"))) == breaks


def test_properties_stand_in_every_run():
    made = parsed(runs("الف G2B ب", "<w:b/>"))

    assert all(run.find(f"{W}rPr/{W}b") is not None for run in made.iter(f"{W}r"))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_stay_words(text):
    assert said(runs(text)) == plain(text)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_stay_the_value_of_an_attribute(text):
    assert etree.fromstring(f"<a b={quoted(text)}/>").get("b") == plain(text)


@given(st.text())
def test_no_word_is_lost_and_none_becomes_markup(text):
    shown = plain(text).replace("\r", "").replace(LEFT_TO_RIGHT, "")

    assert said(runs(text.replace("\r", ""))) == shown.replace("\n", "")


@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_whatever_is_written_the_file_may_hold_it(text):
    etree.fromstring(f"<a b={quoted(text)}>{runs(text).replace('w:', '').replace('xml:', '')}</a>")


@cases("style, content", {"named": ("Head", "الف"), "without": ("", "الف"), "empty": ("End", "")})
def test_every_paragraph_runs_from_right_to_left(style, content):
    made = parsed(paragraph(runs(content), style)).find(f"{W}p")

    assert made.find(f"{W}pPr/{W}bidi") is not None
    assert (made.find(f"{W}pPr/{W}pStyle") is not None) == bool(style)


@cases(
    "path, sign, tag",
    {
        "a box": ("card.title", ":", "khedmat:card.title"),
        "a doubt": ("card.nature", "?", "khedmat?card.nature"),
        "a row": ("card.cost.items.3.text", ":", "khedmat:card.cost.items.*.text"),
        "the first number alone": ("card.diagram.links.2.1", ":", "khedmat:card.diagram.links.*.1"),
        "a permit": ("permits.12.fee.text", ":", "khedmat:permits.*.fee.text"),
        "digits in a name": ("card.service_type.G2C", ":", "khedmat:card.service_type.G2C"),
    },
)
def test_a_tag_tells_the_box_but_not_the_number_of_its_row(path, sign, tag):
    assert tag_of(path, sign) == tag


@cases(
    "make, waits",
    {
        "a text": (lambda made: made.text(Text("card.title", "الف")), False),
        "an empty text": (lambda made: made.text(Text("card.title", None)), True),
        "a list": (lambda made: made.lines(Lines("card.laws", ("الف",)), "Item"), False),
        "an empty list": (lambda made: made.lines(Lines("card.laws", ()), "Item"), True),
        "a square": (lambda made: made.tick(Tick("card.nature.x", "الف", ticked=False)), False),
    },
)
def test_a_box_that_says_nothing_waits_to_be_filled_in(make, waits):
    made = parsed(make(Controls()))

    assert (made.find(f".//{W}showingPlcHdr") is not None) is waits


@cases("note, locked", {"a doubt": ("?", False), "a reason": ("!", False), "silence": ("~", False)})
def test_a_note_may_be_deleted_by_whoever_fills_the_box_in(note, locked):
    made = parsed(Controls().note(Note(note, "card.nature", "چرا")))

    assert (made.find(f".//{W}lock") is not None) is locked
    assert ("مصداق ندارد:" in "".join(made.itertext())) == (note == "!")


def test_only_numbered_lists_take_a_number():
    controls = Controls()
    controls.lines(Lines("card.laws", ("الف",)), "Item")
    controls.lines(Lines("card.diagram.boxes", ("ب",), is_numbered=False), "Item")
    controls.lines(Lines("card.processes", ()), "Item")

    assert controls.lists == 1


@pytest.mark.parametrize("label", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_label_is_cut_and_stays_a_label(label):
    controls = Controls()
    controls.label = label

    made = parsed(controls.text(Text("card.title", "الف"))).find(f".//{W}alias").get(f"{W}val")

    assert made == plain(label[:64])


@pytest.mark.parametrize("lists", [0, 1, 40])
def test_each_list_has_a_numbering_of_its_own(lists):
    assert len(etree.fromstring(numbering(lists)).findall(f"{W}num")) == lists
