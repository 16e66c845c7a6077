"""What is kept of an answer, and how dotted paths become the card."""

from hypothesis import given
from hypothesis import strategies as st

from khedmat.importing.readers.draft import Draft, said
from khedmat.importing.readers.nesting import nested
from tests.importing.readers.reading_forms import cases, outline_of


@cases(
    "text",
    {
        "none": "ندارد",
        "none with a full stop": "ندارد.",
        "none of it": "موردی ندارد",
        "a dash": "-",
        "dashes": "-- ",
        "dots": "........",
        "ellipses": "………… بار در",
        "a line to write on": "______",
        "dots between printed words": "نام ........................ خانوادگی",
        "zero": "0",
        "zeros": "۰۰",
        "unknown": "نامشخص",
        "unknown, parted": "نا مشخص",
        "not stated": "ذکر نشده",
        "null of a program": "null",
        "none of a program": "None",
        "n/a": "N/A",
        "not offered": "این بخش توسط دستگاه ارائه نشده است",
        "nothing recorded": "اطلاعاتی ثبت نشده است",
        "nothing found": "موردی یافت نشد",
        "printed unit": "ریال",
        "printed instruction": "این فیلد توسط سازمان مدیریت و برنامه ریزی کشور تکمیل می شود",
        "a bullet": "•",
        "blank": "   ",
        "nothing": "",
    },
)
def test_fillers_and_instructions_say_nothing(text):
    assert said(text) is None


@cases(
    ("text", "kept"),
    {
        "words": ("صدور پروانه", "صدور پروانه"),
        "arabic letters": ("كارت ملي", "کارت ملی"),
        "persian digits": ("بند ۱۲", "بند 12"),
        "a colon before": (": سند", "سند"),
        "a dash behind": ("سند -", "سند"),
        "no": ("خیر", "خیر"),
        "none of something": ("هزینه ندارد", "هزینه ندارد"),
        "zero of something": ("0 ریال", "0 ریال"),
        "half-space": ("می\u200cشود", "می\u200cشود"),
        "ten": ("10", "10"),
    },
)
def test_an_answer_is_kept_folded(text, kept):
    assert said(text) == kept


def test_paths_become_a_tree():
    assert nested({"title": "صدور", "cost.free": True, "cost.text": "رایگان"}) == {
        "title": "صدور",
        "cost": {"free": True, "text": "رایگان"},
    }


def test_numbers_in_paths_become_a_list_and_gaps_are_closed():
    assert nested({"cost.items.2.text": "ب", "cost.items.0.text": "الف"}) == {
        "cost": {"items": [{"text": "الف"}, {"text": "ب"}]}
    }


def test_items_are_in_the_order_of_their_numbers_and_not_of_their_digits():
    values = {f"laws.{number}": str(number) for number in (10, 9, 2)}

    assert nested(values) == {"laws": ["2", "9", "10"]}


def test_the_first_value_of_a_path_stays():
    draft = Draft()
    draft.set("title", "یکم")
    draft.set("title", "دوم")

    assert draft.card().title == "یکم"


@cases("nothing", {"none": None, "empty text": "", "empty list": []})
def test_a_value_that_says_nothing_leaves_the_path_free(nothing):
    draft = Draft()
    draft.set("title", nothing)
    draft.set("title", "صدور")

    assert draft.card().title == "صدور"


def test_false_and_zero_are_values():
    draft = Draft()
    draft.set("leads_to_permit", False)
    draft.set("visits.count", 0)

    assert (draft.card().leads_to_permit, draft.card().visits.count) == (False, 0)


def test_an_undecided_path_is_named_once_and_warned_of():
    draft = Draft()
    draft.undecide("nature", "حاکمیتی تصدی گری")
    draft.undecide("nature", "حاکمیتی تصدی گری")

    assert draft.undecided == ["nature"]
    assert [(warning.code, warning.field, warning.found) for warning in draft.warnings] == [
        ("undecided", "card.nature", "حاکمیتی تصدی گری")
    ]


def test_a_value_keeps_its_trace():
    (answer,) = outline_of("عنوان خدمت: صدور پروانه").of("title")
    draft = Draft()
    draft.text("title", answer)

    trace = draft.card_trace()["card.title"]
    assert (trace.raw, trace.label, trace.block, trace.sure) == ("صدور پروانه", "عنوان خدمت", 0, 1)


@given(st.text(max_size=60))
def test_what_is_kept_is_never_blank_and_stays_when_kept_again(text):
    kept = said(text)

    assert kept is None or kept.strip() and said(kept) == kept


def test_a_doubt_that_another_box_settles_is_none():
    draft = Draft()

    draft.undecide("nature", "حاکمیتی تصدی گری")
    draft.set("nature", "sovereign")

    assert (draft.undecided, draft.warnings) == ([], [])
