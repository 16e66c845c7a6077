"""Boxes of Word in all their encodings, and what was chosen or typed in fields."""

import pytest

from khedmat.importing.readers.blocks import EMPTY, TICKED
from tests.importing.readers.docx_files import (
    BOXES,
    TICK_STYLE,
    control,
    field,
    fonts,
    old_box,
    p,
    part,
    picture,
    r,
    relation,
    rows_of,
    state_box,
    style,
    styles,
    sym,
    word,
)
from tests.importing.readers.reading_forms import cases

STYLES = [relation("styles", "styles", "styles.xml")]


def text_of(*inner, **more):
    """The only line of a paragraph."""
    ((text,),) = rows_of(word(p(*inner), **more))
    return text


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_a_tick_and_an_empty_box_are_told_apart(box):
    text = text_of(box(TICKED), "ملی", box(EMPTY), "استانی", parts=styles(TICK_STYLE), relations=STYLES)

    ticked, empty = text.index("ملی"), text.index("استانی")
    assert set(text[:ticked].strip()) <= set("☑☒✓")
    assert set(text[ticked + 3 : empty].strip()) <= set("☐□")


@cases(
    ("state", "shown", "mark"),
    {
        "one": ('<w14:checked w14:val="1"/>', "☒", TICKED),
        "true": ('<w14:checked w14:val="true"/>', "☒", TICKED),
        "no value": ("<w14:checked/>", "☒", TICKED),
        "zero": ('<w14:checked w14:val="0"/>', "☐", EMPTY),
        "false": ('<w14:checked w14:val="false"/>', "☐", EMPTY),
        "no state": ("", "☐", EMPTY),
        "a tick beside an empty state": ('<w14:checked w14:val="0"/>', "☒", EMPTY),
        "an empty box beside a tick": ('<w14:checked w14:val="1"/>', "☐", TICKED),
        "nothing shown": ('<w14:checked w14:val="1"/>', "", TICKED),
        "a letter of a lost font": ('<w14:checked w14:val="1"/>', "R", TICKED),
    },
)
def test_the_state_of_a_box_is_trusted_and_its_sign_is_not_printed_beside(state, shown, mark):
    assert text_of(state_box(state, shown), " ملی") == f"{mark} ملی"


def test_a_box_around_a_paragraph_or_a_cell_says_its_state_once():
    box = "<w14:checkbox><w14:checked w14:val='1'/></w14:checkbox>"
    cells = control(box, f"<w:tc>{p('☐')}</w:tc>") + f"<w:tc>{p('ملی')}</w:tc>"
    body = control(box, p(r("☐"), r("☐"))) + f"<w:tbl><w:tr>{cells}</w:tr><w:tr><w:tc/></w:tr></w:tbl>"

    assert rows_of(word(body))[:2] == [(TICKED,), (TICKED, "ملی")]


@cases(
    ("font", "code", "sign"),
    {
        "Wingdings": ("Wingdings", "F0FE", "☑"),
        "Wingdings in Latin": ("Wingdings", "00FE", "☑"),
        "Wingdings cross": ("Wingdings", "F0FD", "☒"),
        "Wingdings check": ("Wingdings", "F0FC", "✓"),
        "Wingdings empty": ("Wingdings", "F06F", "□"),
        "Wingdings 2": ("Wingdings 2", "F052", "☑"),
        "Wingdings 2 empty": ("wingdings 2 ", "F0A3", "☐"),
        "triangle of Wingdings 3": ("Wingdings 3", "F071", ""),
        "Segoe": ("Segoe UI Symbol", "2612", "☒"),
        "MS Gothic": ("MS Gothic", "2610", "☐"),
        "a font that is lost": ("نازنین", "F0FE", "☑"),
        "Symbol": ("Symbol", "F0B7", "•"),
        "Greek of Symbol": ("Symbol", "F052", "Ρ"),
        "no code": ("Wingdings", "zzzz", ""),
        "half a letter": ("Wingdings", "D800", ""),
        "beyond all letters": ("Wingdings", "FFFFFFFF", ""),
    },
)
def test_an_inserted_symbol_is_the_sign_that_it_shows(font, code, sign):
    assert text_of(sym(font, code), "ملی") == f"{sign}ملی"


@cases(
    ("text", "font", "shown"),
    {
        "Wingdings": ("þ ý ¨ q n ü o x", "Wingdings", "☑ ☒ ☐ □ ■ ✓ □ ☒"),
        "Wingdings 2": ("R S T P £ ¢", "Wingdings 2", "☑ ☒ ☒ ✓ ☐ ■"),
        "private letters": ("\uf0fe \uf0a8", "Wingdings", "☑ ☐"),
        "Persian in such a run": ("þملی، ۱۲", "Wingdings", "☑ملی، ۱۲"),
        "letters of a usual font": ("R o q", "Arial", "R o q"),
        "Wingdings 3 has no boxes": ("ملی q", "Wingdings 3", "ملی"),
    },
)
def test_letters_of_a_font_of_pictures_are_the_signs_that_they_show(text, font, shown):
    assert text_of(r(text, fonts(font))) == shown


@cases("attribute", {"Latin": "ascii", "other letters": "hAnsi", "complex": "cs"})
def test_any_font_of_a_run_may_be_the_one_of_pictures(attribute):
    assert text_of(r("R", f'<w:rFonts w:{attribute}="Wingdings 2"/>')) == "☑"


def test_a_run_takes_its_font_from_its_style_its_paragraph_and_what_they_are_based_on():
    made = styles(
        style("Base", f"<w:rPr>{fonts('Wingdings 2')}</w:rPr>"),
        style("Box", '<w:basedOn w:val="Base"/>'),
        style("Letters", f"<w:rPr>{fonts('Arial')}</w:rPr>", kind="character"),
        style("Circle", '<w:basedOn w:val="Circle"/>'),
    )
    about = '<w:pStyle w:val="Box"/>'
    body = [
        p(r("R"), about=about),
        p(r("R", fonts("Arial")), about=about),
        p(r("R"), about='<w:pStyle w:val="Circle"/>'),
    ]

    assert rows_of(word(*body, parts=made, relations=STYLES)) == [("☑",), ("R",), ("R",)]


def test_private_letters_without_their_font_are_read_as_the_font_used_most():
    assert text_of("\uf0fe ملی \uf06f شهری \uf052 استانی \uf0a3 روستایی") == "☑ ملی □ شهری ☑ استانی ☐ روستایی"


@cases(
    ("state", "mark"),
    {
        "ticked": ('<w:checked w:val="1"/>', TICKED),
        "ticked without value": ("<w:checked/>", TICKED),
        "emptied": ('<w:default w:val="1"/><w:checked w:val="0"/>', EMPTY),
        "made ticked": ('<w:default w:val="1"/>', TICKED),
        "made empty": ('<w:default w:val="0"/>', EMPTY),
        "nothing said": ("<w:sizeAuto/>", EMPTY),
    },
)
def test_a_box_of_an_old_form_is_as_it_was_left(state, mark):
    assert text_of(old_box(state), "ملی") == f"{mark} ملی"


def test_old_fields_of_text_and_lists_give_what_was_typed_and_chosen():
    choices = '<w:listEntry w:val="ملی"/><w:listEntry w:val="استانی"/>'
    chosen = f'<w:ffData><w:ddList><w:result w:val="1"/>{choices}</w:ddList></w:ffData>'
    untouched = f"<w:ffData><w:ddList>{choices}</w:ddList></w:ffData>"
    typed = field(" FORMTEXT ", "صدور پروانه", "<w:ffData><w:textInput/></w:ffData>")

    assert text_of(typed, field(" FORMDROPDOWN ", "", chosen), field("FORMDROPDOWN", "", untouched)) == (
        "صدور پروانه استانی ملی"
    )


def test_a_list_that_names_no_entry_says_nothing():
    lost = '<w:ffData><w:ddList><w:result w:val="99999999999"/><w:listEntry w:val="ملی"/></w:ddList></w:ffData>'
    beyond = '<w:ffData><w:ddList><w:result w:val="7"/><w:listEntry w:val="ملی"/></w:ddList></w:ffData>'

    assert text_of("سطح:", field("FORMDROPDOWN", "", beyond), field("FORMDROPDOWN", "", lost)) == "سطح: ملی"


@cases("kind", {"list": "dropDownList", "list with typing": "comboBox", "text": "text", "date": "date"})
def test_the_chosen_words_of_a_control_are_read_and_its_entries_are_not(kind):
    entries = f'<w:{kind}><w:listItem w:displayText="ملی" w:value="1"/></w:{kind}>'

    assert text_of("سطح: ", control(entries, "استانی")) == "سطح: استانی"


def test_the_grey_words_of_an_unfilled_control_are_no_value():
    grey = "<w:showingPlcHdr/><w:text/>"
    row = control(grey, f"<w:tc>{p('برای نوشتن اینجا بزنید')}</w:tc>") + f"<w:tc>{p('ب')}</w:tc>"
    body = [p("عنوان خدمت: ", control(grey, "برای نوشتن اینجا بزنید"), r("پایان"))]
    body += [f"<w:tbl><w:tr><w:tc>{p('الف')}</w:tc>{row}</w:tr><w:tr><w:tc/></w:tr></w:tbl>"]

    assert rows_of(word(*body))[:2] == [("عنوان خدمت: پایان",), ("الف", "", "ب")]


@cases(
    ("names", "shown"),
    {
        "description": ({"descr": "checked", "name": "Picture 1"}, TICKED),
        "title": ({"title": "unchecked box", "name": "Picture 1"}, EMPTY),
        "file": ({"name": "tick.png"}, TICKED),
        "a name that Word gives": ({"name": "Check Box 12"}, ""),
        "a seal": ({"descr": "مهر دستگاه", "name": "Picture 2"}, ""),
    },
)
def test_a_picture_of_a_box_is_known_by_its_names(names, shown):
    assert text_of(picture(**names), "ملی") == f"{shown} ملی".strip()


def test_a_picture_of_an_older_file_is_known_by_its_title_too():
    shape = '<w:r><w:pict><v:shape alt=""><v:imagedata o:title="checkbox_on"/></v:shape></w:pict></w:r>'

    assert text_of(shape, "ملی") == f"{TICKED} ملی"


def test_a_symbol_that_newer_files_write_twice_is_read_once():
    newer = '<mc:Choice Requires="w16se"><w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="2714"/></mc:Choice>'
    both = f"<mc:AlternateContent>{newer}<mc:Fallback><w:t>✔</w:t></mc:Fallback></mc:AlternateContent>"

    assert text_of(f"<w:r>{both}</w:r>", "ملی") == "✔ملی"


def test_boxes_as_points_of_a_list_are_read():
    box = f'<w:lvlText w:val="\uf0a8"/><w:rPr>{fonts("Wingdings")}</w:rPr>'
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>{box}</w:lvl>'
    numbering = part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    relations = [relation("numbering", "numbering", "numbering.xml")]

    made = word(p("ملی", about=listed), parts={"word/numbering.xml": numbering}, relations=relations)

    assert rows_of(made) == [("☐ ملی",)]


def test_a_picture_that_is_called_twice_is_one_box():
    def drawn(descr, file):
        inner = f'<wp:docPr id="1" name="Picture 1" descr="{descr}"/><pic:cNvPr id="0" name="{file}"/>'
        return f"<w:r><w:drawing><wp:inline>{inner}</wp:inline></w:drawing></w:r>"

    text = text_of(drawn("checked", "tick.png"), drawn("", "tick.png"), "ملی", drawn("unchecked", "3"))

    assert text == f"{TICKED} {TICKED} ملی {EMPTY}"
