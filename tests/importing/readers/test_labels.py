"""Labels of the form in a line: by the table, and by likeness where a scan damaged them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance.Levenshtein import distance

from khedmat.core.persian import squeeze
from khedmat.importing.readers import labels
from khedmat.importing.readers.label_table import INSTRUCTIONS, LABELS
from tests.importing.readers.reading_forms import cases

FIELDS = {label: field for field, printed in LABELS.items() for label in printed}
LONG = [label for label in FIELDS if len(squeeze(label)) >= 12 and label.replace(" ", "").isalpha()]
LABEL = st.sampled_from(list(FIELDS))
ENDING_IN_HAMZA = "عنوان خدمت جزء"
SAME = {"رایگان"}  # an option as often as a label: never without a colon


def fields(text: str) -> list[str]:
    return [hit.field for hit in labels.hits(text)]


def found_as_nearly_as_letters_can_tell(damaged: str) -> bool:
    """One of the labels that are one letter away: «رو ارائه خدمت» is «روند» and «روش» alike."""
    nearest = {field for label, field in FIELDS.items() if distance(squeeze(label), squeeze(damaged)) <= 1}
    return fields(f"{damaged}: مقدار")[0] in nearest


def unfound(shape: str) -> list[str]:
    """The labels of the table that are not found when printed in a shape."""
    texts = {label: shape.replace("L", label) for label in FIELDS if label not in SAME}
    return [label for label, text in texts.items() if fields(text)[:1] != [FIELDS[label]]]


@cases(
    "shape",
    {
        "alone": "L",
        "alone with spaces": "   L  ",
        "colon": "L:",
        "colon and value": "L: مقدار نمونه",
        "spaced colon and value": "L : مقدار نمونه",
        "wide colon": "L： مقدار نمونه",
        "persian number": "۴- L: مقدار نمونه",
        "number with parenthesis": "12) L: مقدار نمونه",
        "number with point": "3. L: مقدار نمونه",
        "number in parentheses": "(۳) L: مقدار نمونه",
        "number with a long letter": "4ـ L: مقدار نمونه",
        "bullet": "• L: مقدار نمونه",
        "star": "* L: مقدار نمونه",
        "hyphen": "- L: مقدار نمونه",
    },
)
def test_every_label_of_the_table_is_found_at_the_beginning_of_a_line(shape):
    assert unfound(shape) == []


@cases(
    ("old", "new"),
    {
        "arabic ye": ("ی", "ي"),
        "arabic kaf": ("ک", "ك"),
        "half-spaces": (" ", "\u200c"),
        "no spaces": (" ", ""),
        "wide spaces": (" ", "     "),
        "broken half-spaces": (" ", "\u00ac"),
        "long letters": ("خد", "خـد"),
        "alef with hamza": ("آ", "ا"),
    },
)
def test_every_label_is_found_in_every_spelling(old, new):
    lost = [label for label in FIELDS if fields(f"{label.replace(old, new)}: مقدار")[:1] != [FIELDS[label]]]

    assert lost == []


@given(LABEL, st.data())
def test_a_label_is_found_with_any_of_its_spaces_lost(label, data):
    kept = [data.draw(st.sampled_from([" ", "", "\u200c", "  "])) if letter == " " else letter for letter in label]

    assert fields(f"{''.join(kept)}: مقدار")[:1] == [FIELDS[label]]


@given(st.sampled_from(LONG), st.integers(1, 200), st.sampled_from("ژظض"))
def test_a_long_label_with_one_wrong_letter_is_found(label, place, letter):
    place = 2 + place % (len(label) - 2)

    assert found_as_nearly_as_letters_can_tell(label[:place] + letter + label[place + 1 :])


@given(st.sampled_from(LONG), st.integers(1, 200))
def test_a_long_label_with_a_letter_lost_is_found(label, place):
    place = 2 + place % (len(label) - 3)

    assert found_as_nearly_as_letters_can_tell(label[:place] + label[place + 1 :])


@pytest.mark.parametrize(
    ("damaged", "field"),
    [
        ("نام دسنگاه اجرایی", "executive_agency"),
        ("شناسه خدفت", "service_id"),
        ("ماهیت خدمث", "nature"),
        ("متوسط مدت زمان ارانه خدمت", "average_duration"),
        ("مدارک لازم برای انجاخ خدمت", "documents"),
        ("آمار تعداد خذمت گیرندگان", "recipients"),
        ("آدرس دقیق و مستقیم خدمت در وبگاة", "url"),
    ],
)
def test_a_damaged_label_alone_on_its_line_is_found(damaged, field):
    assert fields(damaged) == [field]


def test_a_damaged_label_is_less_sure():
    (whole,), (damaged,) = labels.hits("نام دستگاه اجرایی:"), labels.hits("نام دسنگاه اجرایی:")

    assert damaged.sure < whole.sure == 1


@given(LABEL, st.sampled_from(["", "۴- ", "• ", "  "]), st.sampled_from([":", " :", " : ", "：", ":  "]))
@example(ENDING_IN_HAMZA, "", ":")
def test_the_value_begins_behind_label_and_colon(label, number, colon):
    text = f"{number}{label}{colon}مقدار نمونه"

    assert text[labels.hits(text)[0].value :].strip() == "مقدار نمونه"


@cases(
    ("text", "value"),
    {
        "printed parentheses": ("هزینه ارائه خدمت (ریال) به خدمت گیرندگان: ۵۰۰", "۵۰۰"),
        "an instruction before the colon": ("نام سامانه (در صورت وجود): سماک", "سماک"),
        "an instruction without colon": ("هزینه خدمت (ریال) 500", "500"),
        "question mark": ("آیا خدمت منجر به صدور مجوز می شود؟ بله", "بله"),
        "equals sign": ("نوع خدمت = G2C", "G2C"),
    },
)
def test_what_is_printed_with_a_label_belongs_to_it(text, value):
    assert text[labels.hits(text)[0].value :].strip() == value


@cases(
    ("text", "found"),
    {
        "two with colons": ("عنوان خدمت: صدور پروانه شناسه خدمت: 42", ["title", "service_id"]),
        "three with colons": ("نوع خدمت: G2C ماهیت خدمت: حاکمیتی سطح خدمت: ملی", ["service_type", "nature", "level"]),
        "a tab between": (
            "نام دستگاه اجرایی: شهرداری\tنام دستگاه مادر: وزارت کشور",
            ["executive_agency", "parent_agency"],
        ),
        "wide spaces between": ("کد خدمت 42      ماهیت خدمت حاکمیتی", ["service_id", "nature"]),
        "no value between": ("ماهیت خدمت: سطح خدمت:", ["nature", "level"]),
        "a pipe between": ("ماهیت خدمت: حاکمیتی | سطح خدمت: ملی", ["nature", "level"]),
    },
)
def test_several_pairs_on_a_line_are_told_apart(text, found):
    assert fields(text) == found


@cases(
    ("text", "found"),
    {
        "in the middle, with its colon": (
            "نام دستگاه اجرایی: سازمان   نام دستگاه مادز: وزارت",
            ["executive_agency", "parent_agency"],
        ),
        "short, before marks": ("سطح خذمت   ☐ ملی ☑ استانی", ["level"]),
        "short, before words": ("سطح خذمات   ملی", []),
        "one space before it": ("نام دستگاه اجرایی: سازمان نام دستگاه مادز: وزارت", ["executive_agency"]),
    },
)
def test_a_damaged_label_is_known_where_a_gap_or_marks_bound_it(text, found):
    assert fields(text) == found


@given(LABEL)
@example(ENDING_IN_HAMZA)
def test_a_second_pair_is_found_behind_the_first(label):
    text = f"ساعات پاسخگویی: ۸ تا ۱۴   {label}: مقدار"

    assert fields(text)[:2] == ["service_hours", FIELDS[label]]


@given(LABEL, st.text("ابپتسمن :.-()\t", max_size=30))
def test_labels_of_a_line_never_overlap_and_stand_inside_it(label, tail):
    text = f"{label} {tail}"
    hits = labels.hits(text)

    assert all(0 <= hit.start < hit.end <= hit.value <= len(text) for hit in hits)
    assert all(one.end <= other.start for one, other in zip(hits, hits[1:], strict=False))


@pytest.mark.parametrize("printed", INSTRUCTIONS)
def test_every_printed_instruction_is_known_in_any_spelling(printed):
    assert labels.is_instruction(printed)
    assert labels.is_instruction(f"({printed.replace('ی', 'ي')}) ")


@cases(
    "text",
    {"a title": "صدور پروانه", "longer": "این فیلد توسط سازمان برنامه و بودجه کشور تکمیل می شود و بس", "empty": ""},
)
def test_an_answer_is_no_instruction(text):
    assert not labels.is_instruction(text)


@cases("text", {"part": "متوسط مدت زم", "numbered": "۵- نام دستگاه اجر", "whole": "عنوان خدمت", "a word": "مدارک لا"})
def test_the_beginning_of_a_label_looks_cut(text):
    assert labels.looks_cut(text)


@cases(
    "text",
    {"a sentence": "صدور پروانه بهره برداری", "two letters": "عن", "nothing": "", "label and more": "عنوان خدمت: صدور"},
)
def test_an_answer_does_not_look_cut(text):
    assert not labels.looks_cut(text)


@cases(
    "text",
    {
        "free alone": "رایگان",
        "free with its box": "☐ رایگان",
        "nothing": "",
        "a rule": "-----",
        "digits": "13031466101",
    },
)
def test_what_is_no_label_gives_none(text):
    assert fields(text) == []


@given(st.text(max_size=80))
def test_no_line_is_too_odd(text):
    assert all(hit.field in LABELS and 0 <= hit.sure <= 1 for hit in labels.hits(text))
