"""Ticks and empty boxes in all their glyphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khedmat.importing.readers import marks, options
from khedmat.importing.readers.blocks import EMPTY, TICKED
from tests.importing.readers.reading_forms import cases

TICKS = [
    "☑",
    "☒",
    "✓",
    "✔",
    "✅",
    "✗",
    "✘",
    "■",
    "▣",
    "▀",
    "●",
    "◉",
    "⦿",
    "√",
    "R",
    "S",
    "T",
    "P",
    "þ",
    "ý",
    "ü",
    "n",
    "¢",
]
TICKS += ["x", "X", "×", "*", "[x]", "[X]", "[✓]", "[*]", "(x)", "(✓)", "{*}", "[ x ]"]
BOXES = ["☐", "□", "▢", "◻", "○", "◯", "❏", "❑", "o", "q", "£", "¨", "[ ]", "[]", "( )", "()", "[  ]", "[☐]", "\u20dd"]


def kinds(text: str) -> str:
    """The marks of a text, everything else left out."""
    return "".join(letter for letter in marks.normalise(text) if letter in TICKED + EMPTY)


@pytest.mark.parametrize("glyph", TICKS)
def test_every_glyph_of_a_tick_is_a_tick_before_and_behind_its_option(glyph):
    assert kinds(f"{glyph} استانی") == TICKED
    assert kinds(f"استانی {glyph}") == TICKED


@pytest.mark.parametrize("glyph", BOXES)
def test_every_glyph_of_an_empty_box_is_an_empty_box(glyph):
    assert kinds(f"{glyph} استانی") == EMPTY
    assert kinds(f"استانی {glyph}") == EMPTY


@pytest.mark.parametrize("glyph", ["R", "þ", "£", "¨", "q", "■", "□", "*"])
def test_a_mark_may_be_glued_to_a_persian_word(glyph):
    assert len(kinds(f"{glyph}استانی")) == len(kinds(f"استانی{glyph}")) == 1


@cases(
    "text",
    {
        "size of photos": "دو قطعه عکس 4*3",
        "size of photos, spaced": "دو قطعه عکس 4 * 3",
        "size of photos, persian": "عکس ۳×۴",
        "size with an x": "کاغذ 10x15",
        "name of software": "سامانه ERP",
        "latin words": "online Print Portal",
        "a code": "G2C",
        "an address": "https://portal.example.ir/services/print",
        "bold Markdown": "**ملی**",
        "underscores": "__ملی__",
        "words in parentheses": "(ملی)",
        "a number in parentheses": "(۳)",
        "a hyphen in brackets": "[-]",
        "words": "سطح خدمت",
        "nothing": "",
    },
)
def test_what_is_no_mark_stays_as_it_is(text):
    assert kinds(text) == ""


@cases(
    ("text", "found"),
    {
        "wingdings": ("R ملی £ استانی £ شهری", "☑☐☐"),
        "filled and empty circles": ("● ملی ○ استانی", "☑☐"),
        "brackets": ("[x] ملی [ ] استانی", "☑☐"),
        "crosses in brackets": ("[×] ملی [ ] استانی", "☑☐"),
        "enclosing circle behind a word": ("ملی\u20dd استانی ▀", "☐☑"),
        "two kinds of ticks": ("✓ ملی ✔ استانی", "☑☑"),
        "one tick in brackets": ("[☑] ملی", "☑"),
    },
)
def test_marks_of_a_line_keep_their_order(text, found):
    assert kinds(text) == found


def test_the_words_around_marks_stay():
    assert marks.normalise("R ملی £ استانی").replace(TICKED, "").replace(EMPTY, "").split() == ["ملی", "استانی"]


@cases(
    ("text", "any_mark"),
    {"tick": ("☑ ملی", True), "box": ("☐ ملی", True), "words": ("ملی", False), "nothing": ("", False)},
)
def test_any_mark_is_seen(text, any_mark):
    assert marks.any_in(text) is any_mark


@cases(
    ("document", "found"),
    {
        "beside checks": ("حاکمیتی ✘ تصدی گری ✔", "☐☑"),
        "alone": ("حاکمیتی ✘ تصدی گری", "☑"),
        "beside empty boxes": ("حاکمیتی ✘ تصدی گری □ ملی ✔", "☑☐☑"),
    },
)
def test_a_cross_is_a_no_only_beside_checks_and_without_empty_boxes(document, found):
    assert kinds(marks.contrasted(document)) == found


@cases(
    ("text", "decided"),
    {
        "beside checks": ("☑ حاکمیتی ☒ تصدی گری", ([], True)),
        "beside an empty box": ("☒ حاکمیتی ☐ تصدی گری", (["sovereign"], False)),
        "alone": ("☒ حاکمیتی تصدی گری", (["sovereign"], False)),
    },
)
def test_a_crossed_box_beside_checked_ones_may_be_a_tick_or_a_no(text, decided):
    assert options.read([marks.contrasted(text)], ["nature"]).decide("nature") == decided


@cases(("text", "found"), {"true": ("ملی : True", "☑"), "false": ("ملی: false ", "☐"), "a word": ("True ملی", "")})
def test_booleans_of_a_program_behind_a_colon_are_marks(text, found):
    assert kinds(text) == found


@given(st.lists(st.sampled_from([*TICKS, *BOXES, "ملی", "استانی", "4*3", "G2C", ":", "\n"]), max_size=12))
def test_what_is_normal_stays_normal(pieces):
    once = marks.normalise(" ".join(pieces))

    assert kinds(once) == "".join(letter for letter in once if letter in TICKED + EMPTY)


@given(st.lists(st.sampled_from([*TICKS, *BOXES]), max_size=12))
def test_every_mark_of_a_line_is_counted(glyphs):
    text = " ملی ".join(glyphs)

    assert kinds(text) == "".join(TICKED if glyph in TICKS else EMPTY for glyph in glyphs)


@given(st.text("اآبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی \u200c۰۱۲۳۴۵۶۷۸۹،؛.", max_size=60))
def test_persian_words_and_digits_hold_no_mark(text):
    assert marks.normalise(text) == text


def test_an_empty_box_of_which_nothing_is_said_is_no_box():
    assert marks.normalise("☐ رایگان ذکر نشده").strip() == ""
    assert marks.normalise("☑ ملی ☐ استانی ☐ شهری ذکر نشده").split() == ["☑", "ملی", "☐", "استانی"]
