"""Kindred and damaged labels in their lines, and tables whose columns bear names."""

from hypothesis import given
from hypothesis import strategies as st

from khedmat.importing.readers.containers.sheets.grid import grid
from khedmat.importing.readers.labels import Hit, hits, may_lie_over
from khedmat.importing.readers.labels.hit import tail
from khedmat.importing.readers.labels.kin import damaged_kin, kin_alone, kin_before_colon
from khedmat.importing.readers.labels.kindred import DAMAGED, SURE, damaged_kindred, kindred
from khedmat.importing.readers.named import forms_in
from khedmat.importing.readers.rows.parts import is_headed, parts_of
from khedmat.importing.readers.squeezed import Squeezed
from tests.importing.readers.reading_forms import cases

KIN = "مدت زمان مورد انتظار جهت ارائه خدمت"
WORDS = st.lists(st.text("ابپسشکل:؟ \t()12", max_size=8), max_size=6).map(" ".join)


def kin(text, *, known):
    hit = known(Squeezed.of(text), 0)
    return (hit.field, text[hit.value :], hit.sure) if hit else None


@cases(
    ("text", "found"),
    {
        "with its value": (f"{KIN}: ۳ روز", ("average_duration", " ۳ روز", SURE)),
        "with nothing": (f"{KIN}:", ("average_duration", "", SURE)),
        "a question": (f"{KIN}؟", ("average_duration", "", SURE)),
        "without a colon": (KIN, None),
        "before an address": (f"{KIN}://example.ir", None),
        "other words": ("رنگ پوشه: آبی", None),
        "nothing": ("", None),
    },
)
def test_a_kindred_label_ends_at_its_colon(text, found):
    assert kin(text, known=kin_before_colon) == found


@cases(
    ("text", "found"),
    {
        "nothing else": (KIN, ("average_duration", "", SURE)),
        "with a colon": (f"{KIN}:", None),
        "before a value": (f"{KIN} سه روز کاری", None),
        "over two lines": (f"{KIN}\nسه روز", None),
        "nothing": ("", None),
    },
)
def test_a_kindred_label_without_a_colon_has_its_line_to_itself(text, found):
    assert kin(text, known=kin_alone) == found


def test_a_kindred_label_with_a_damaged_word_is_doubted_more():
    damaged = KIN.replace("انتظار", "انتطار")

    assert kindred(damaged) is None
    assert damaged_kindred(damaged) == "average_duration"
    assert kin(f"{damaged}: ۳", known=damaged_kin) == ("average_duration", " ۳", DAMAGED)


@cases(
    "text",
    {"two of them": KIN.replace("انتظار", "انتطار").replace("زمان", "رمان"), "none": KIN, "a long text": "زمان " * 99},
)
def test_more_or_less_than_one_damaged_word_is_no_damaged_label(text):
    assert damaged_kindred(text) is None


@given(WORDS)
def test_labels_of_any_line_stand_in_it_one_behind_the_other(text):
    ends = [0]
    for hit in hits(text):
        assert ends[-1] <= hit.start < hit.end <= hit.value <= len(text)
        ends.append(hit.end)


@cases(
    ("rest", "behind"),
    {
        "a colon": (": صدور", " صدور"),
        "spaces and a colon": ("  : صدور", " صدور"),
        "a question": ("؟ صدور", " صدور"),
        "dots": (".....: صدور", " صدور"),
        "a printed remark": (" (ذکر گردد) صدور", "صدور"),
        "a remark with a colon": (" (در سال): ۳", " ۳"),
        "a value in parentheses": (" (صدور)", "(صدور)"),
        "codes of the recipients": (" (G2C, G2B)", ""),
        "a value": (" صدور", "صدور"),
        "nothing": ("", ""),
    },
)
def test_what_is_printed_behind_a_label_is_no_value(rest, behind):
    assert rest[tail(rest).length :] == behind


@given(WORDS)
def test_the_tail_of_a_label_ends_within_the_line(rest):
    assert 0 <= tail(rest).length <= len(rest)


@cases(
    ("above", "below", "may"),
    {
        "halves": ("متوسط مدت زمان", "ارائه خدمت: ۲ ساعت", True),
        "without a colon": ("متوسط مدت زمان", "ارائه خدمت", False),
        "a label below": ("گلستان", "عنوان خدمت: صدور", False),
    },
)
def test_a_label_may_lie_over_two_lines_where_both_are_its_words(above, below, may):
    assert may_lie_over(f"{above} {below}", len(above) + 1) is may


def test_a_label_knows_where_its_value_begins():
    assert hits("عنوان خدمت: صدور") == (Hit("title", "عنوان خدمت", 0, 10, 11, 1.0, True),)


HEAD, ROW = ("عنوان خدمت", "شرح خدمت", "نوع خدمت"), ("صدور", "رسیدگی", "G2C")


def sheet(*rows):
    cells = {(row, place): text for row, line in enumerate(rows) for place, text in enumerate(line) if text}
    return grid("برگه", cells)


@cases(
    ("rows", "headed"),
    {
        "at once": ([HEAD, ROW], True),
        "below a heading": ([("فهرست",), HEAD, ROW], True),
        "two labels": ([HEAD[:2], ROW[:2]], False),
        "below other words": ([("شرح",)] * 25 + [HEAD], False),
        "nothing": ([], False),
    },
)
def test_a_table_of_cards_is_headed_by_labels_side_by_side(rows, headed):
    assert is_headed(sheet(*rows)) is headed


@given(st.lists(st.tuples(*[st.sampled_from(["", "صدور", "عنوان خدمت", "G2C", "1"])] * 3), max_size=10))
def test_a_sheet_that_heads_no_cards_is_one_part_of_all_its_rows(rows):
    made = sheet(*rows)

    assert list(parts_of(made)) == [range(len(made.rows))]


@given(st.lists(st.text("ابپسشک", min_size=1, max_size=6), min_size=1, max_size=6))
def test_every_row_below_a_header_is_a_card_with_its_own_name(names):
    found = list(parts_of(sheet(HEAD, *((f"صدور {name}", "رسیدگی", "G2C") for name in names))))

    assert [card[0].cells for card in found] == [("عنوان خدمت", f"صدور {name}") for name in names]


@given(st.lists(st.lists(st.text(max_size=8), max_size=4), max_size=6))
def test_tables_of_other_words_hold_no_named_forms(table):
    assert forms_in([[tuple(row) for row in table]]) == []
