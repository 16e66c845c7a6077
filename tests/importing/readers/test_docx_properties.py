"""What holds of any Word file: no box is lost or turned, no word is lost, and pieces in any order do no harm."""

from hypothesis import given
from hypothesis import strategies as st

from khedmat.importing.readers import marks
from khedmat.importing.readers.blocks import EMPTY, TICKED
from khedmat.importing.readers.opening import opened
from khedmat.importing.readers.unreadable import Unreadable
from tests.importing.readers.docx_files import BOXES, TICK_STYLE, p, r, relation, row, rows_of, styles, table, word

STYLES = [relation("styles", "styles", "styles.xml")]
WORDS = st.text(alphabet="ابپتسخدم ‌۱۲", min_size=1, max_size=12).filter(str.strip)
ENCODED = st.tuples(st.sampled_from(sorted(BOXES)), st.sampled_from([TICKED, EMPTY]))
# One is empty: where none is, a cross beside a check mark is a no.
STATES = st.lists(ENCODED, min_size=1, max_size=8).map(lambda states: [*states, ("Unicode", EMPTY)])
PIECES = [
    *("<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>"),
    *("<w:sdt>", "</w:sdt>", "<w:sdtPr>", "</w:sdtPr>", "<w14:checkbox/>", "<w:showingPlcHdr/>", "<w:t>متن</w:t>"),
    *('<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>', "<w:instrText>PAGE</w:instrText>"),
    *("<w:txbxContent>", "</w:txbxContent>", "<mc:AlternateContent>", "</mc:AlternateContent>", "<mc:Choice>"),
    *(
        "</mc:Choice>",
        "<mc:Fallback>",
        "</mc:Fallback>",
        "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
        "<w:tab/>",
        "<w:br/>",
    ),
    *('<w:tcPr><w:gridSpan w:val="3"/><w:vMerge/></w:tcPr>', "<w:hyperlink>", "</w:hyperlink>", "<w:del>", "</w:del>"),
]


def balanced(pieces):
    """The same pieces with every tag closed, in the order in which they were opened."""
    made, opened_tags = [], []
    for piece in pieces:
        name = piece.strip("</>").split()[0]
        if piece.startswith("</"):
            if opened_tags and opened_tags[-1] == name:
                made.append(f"</{opened_tags.pop()}>")
        else:
            made.append(piece)
            opened_tags += [] if piece.endswith("/>") or f"</{name}>" in piece else [name]
    return "".join([*made, *(f"</{name}>" for name in reversed(opened_tags))])


def signs(text):
    return [letter for letter in marks.normalise(text) if letter in (TICKED, EMPTY)]


@given(STATES)
def test_every_box_of_a_line_keeps_its_state_and_its_place(states):
    runs = [piece for encoding, state in states for piece in (BOXES[encoding](state), r(" گزینه "))]

    ((text,),) = rows_of(word(p(*runs), parts=styles(TICK_STYLE), relations=STYLES))

    assert signs(text) == [state for _, state in states]


@given(STATES)
def test_every_box_of_a_table_stands_in_its_cell(states):
    cells = [p(BOXES[encoding](state), r(" گزینه")) for encoding, state in states]

    found = rows_of(word(table(row(*cells), row("پایان")), parts=styles(TICK_STYLE), relations=STYLES))

    assert [signs(cell) for cell in found[0]] == [[state] for _, state in states]


@given(st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=6))
def test_no_word_of_any_paragraph_is_lost(paragraphs):
    made = word(*(p(*map(r, runs)) for runs in paragraphs))

    found = "".join("".join(cells) for cells in rows_of(made))

    assert "".join(found.split()) == "".join("".join(map("".join, paragraphs)).split())


@given(st.lists(st.lists(WORDS, min_size=2, max_size=5), min_size=2, max_size=5))
def test_every_cell_of_any_table_stays_in_its_column(rows):
    found = rows_of(word(table(*(row(*cells) for cells in rows))))

    assert found == [tuple(" ".join(cell.split()) for cell in cells) for cells in rows]


def sentence_of(data):
    """Why a file is refused; nothing where it is read."""
    try:
        opened(data, "form.docx")
    except Unreadable as refused:
        return refused.message
    return "."


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_pieces_in_any_order_are_read_or_refused_in_words(pieces):
    assert sentence_of(word(balanced(pieces))).endswith(".")


@given(st.binary(max_size=200), st.integers(0, 1200), st.integers(0, 60))
def test_damage_anywhere_is_read_over_or_refused_in_words(noise, place, cut):
    data = word(p("عنوان خدمت: صدور پروانه"))

    assert sentence_of(data[:place] + noise + data[place + cut :]).endswith(".")
