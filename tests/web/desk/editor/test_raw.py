"""A value as a page shows it, as a person types it, and back."""

import pytest
from django.http import QueryDict

from khedmat.cards.editing.shapes import shape_of
from khedmat.web.desk.editor.raw import Refused, row_place, shown, taken, typed, untouched
from khedmat.web.desk.editor.sections import place_of

SYSTEMS, LINKS, ITEMS = "card.internal_systems", "card.diagram.links", "card.cost.items"
A_SYSTEM = {"system": "بایگانی", "fields": "شمارهٔ ملی", "modes": ["online", "batch"]}
SHOWN = [
    ("card.title", "گواهی ۷", "گواهی ۷"),
    ("card.title", None, ""),
    ("card.recipients.count", 10_000, "۱۰٬۰۰۰"),
    ("card.recipients.count", 0, "۰"),
    ("card.average_duration.value", 2.5, "۲٫۵"),
    ("card.average_duration.value", 3, "۳"),
    ("card.average_duration.value", 1500.0, "۱۵۰۰"),
    ("card.average_duration.value", None, ""),
    ("card.cost.free", True, "yes"),
    ("card.cost.free", False, "no"),
    ("card.cost.free", None, ""),
    ("card.nature", "sovereign", "sovereign"),
    ("card.level", ["national", "urban"], ["national", "urban"]),
    ("card.level", None, []),
    ("card.documents", ["کارت ملی"], ["کارت ملی"]),
    (LINKS, [["شروع", "پایان"]], [("شروع", "پایان")]),
    (SYSTEMS, [A_SYSTEM], [A_SYSTEM]),
    (ITEMS, [{"amount_rial": 1200}], [{"amount_rial": "۱٬۲۰۰", "text": "", "account": "", "electronic": ""}]),
]


@pytest.mark.parametrize(("path", "value", "raw"), SHOWN)
def test_a_value_is_shown_as_people_write_it(path, value, raw):
    assert shown(shape_of(path), value) == raw


@pytest.mark.parametrize(("path", "value", "raw"), SHOWN)
def test_what_is_shown_counts_as_untouched(path, value, raw):
    assert untouched(shape_of(path), raw, value)


@pytest.mark.parametrize(("path", "value", "raw"), [one for one in SHOWN if one[0] != ITEMS])
def test_what_is_shown_is_taken_for_the_same_value(path, value, raw):
    kept = taken(place_of(path), raw)

    assert untouched(shape_of(path), shown(shape_of(path), kept), value)


@pytest.mark.parametrize(
    ("path", "raw", "value"),
    [
        ("card.title", "  گواهي  \r\n تازه ", "گواهی تازه"),
        ("card.title", "گواهی\x00\u202e تازه", "گواهی تازه"),
        ("card.title", " \u200c ", None),
        ("card.description", "سطر یک\r\nسطر دو\r\n", "سطر یک\nسطر دو"),
        ("card.recipients.count", "۱۰٬۰۰۰", 10_000),
        ("card.recipients.count", "10,000", 10_000),
        ("card.recipients.count", "١٠ ٠٠٠", 10_000),
        ("card.recipients.count", "1.000.000", 1_000_000),
        ("card.recipients.count", " ", None),
        ("card.average_duration.value", "۲/۵", 2.5),
        ("card.average_duration.value", "2.5", 2.5),
        ("card.average_duration.value", "۲٫۵", 2.5),
        ("card.leads_to_permit", "no", False),
        ("card.leads_to_permit", "maybe", None),
        ("card.nature", "", None),
        ("card.level", ["urban", "national", "urban"], ["national", "urban"]),
        ("card.documents", ["", " کارت ملی ", "\u200b", "شناسنامه"], ["کارت ملی", "شناسنامه"]),
        (LINKS, [(" شروع ", "پایان"), ("شروع", ""), ("", "")], [["شروع", "پایان"]]),
        (SYSTEMS, [{"system": "", "fields": " ", "modes": []}], []),
    ],
)
def test_what_is_typed_is_kept_folded(path, raw, value):
    assert taken(place_of(path), raw) == value


@pytest.mark.parametrize(
    ("path", "raw", "words"),
    [
        ("card.title", "ب" * 1_001, "۱٬۰۰۱ نویسه نوشته‌اید و این خانه تا ۱٬۰۰۰ نویسه جا دارد"),
        ("card.description", "ب" * 20_001, "تا ۲۰٬۰۰۰ نویسه"),
        ("card.recipients.count", "ده هزار", "«ده هزار» عدد نیست"),
        ("card.recipients.count", "-5", "«-5» عدد نیست"),
        ("card.recipients.count", "2.5", "عدد نیست"),
        ("card.recipients.count", "۱۲ روز", "عدد نیست"),
        ("card.recipients.count", "9" * 16, "پانزده رقم"),
        ("card.recipients.count", "x" * 300, "…» عدد نیست"),
        ("card.average_duration.value", "سه", "مانند ۳ یا ۲٫۵"),
        ("card.average_duration.value", "1e9", "عدد نیست"),
        ("card.nature", "royal", "«royal» از گزینه‌های این خانه نیست"),
        ("card.level", ["national", "galactic"], "«galactic»"),
        ("card.stages.information.channels", ["intranet"], "«intranet»"),
        ("card.stages.production.visit_levels", ["county"], "«county»"),
        ("card.processes", [f"گام {number}" for number in range(200)], "۲۰۰ سطر نوشته‌اید و این‌جا تا ۶۰ سطر"),
        ("card.documents", [f"مدرک {number}" for number in range(101)], "تا ۱۰۰ سطر"),
        (LINKS, [("شروع", "پایان")] * 241, "۲۴۱ سطر"),
        (ITEMS, [{"amount_rial": "زیاد", "text": "", "account": "", "electronic": ""}], "«زیاد» عدد نیست"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_a_sentence(path, raw, words):
    with pytest.raises(Refused, match=words):
        taken(place_of(path), raw)


def test_an_option_that_the_form_does_not_print_here_stays_where_it_was_read():
    path = "card.stages.information.channels"

    assert "intranet" in place_of(path, ["intranet"]).options
    assert taken(place_of(path, ["intranet"]), ["website", "intranet"]) == ["website", "intranet"]


@pytest.mark.parametrize(
    ("path", "raw", "value", "same"),
    [
        ("card.title", "گواهی", "گواهی", True),
        ("card.title", "گواهي", "گواهی", True),
        ("card.description", "سطر یک\r\nسطر دو", "سطر یک\nسطر دو", True),
        ("card.description", "سطر یک سطر دو", "سطر یک\nسطر دو", False),
        ("card.level", ["urban", "national"], ["national", "urban"], True),
        ("card.documents", ["دو", "یک"], ["یک", "دو"], False),
        ("card.documents", ["یک", "", ""], ["یک"], True),
        ("card.cost.free", "", False, False),
        (LINKS, [("شروع", "پایان"), ("", "")], [["شروع", "پایان"]], True),
        (LINKS, [("پایان", "شروع")], [["شروع", "پایان"]], False),
    ],
)
def test_whether_somebody_touched_a_box(path, raw, value, same):
    assert untouched(shape_of(path), raw, value) is same


def test_rows_are_read_in_the_order_of_the_page():
    post = QueryDict(
        "card.internal_systems-7-system=b&card.internal_systems-2-system=a&card.internal_systems-2-modes=online"
        "&card.internal_systems-x-system=c&card.internal_systems-9999999-system=d"
    )

    rows = typed(shape_of(SYSTEMS), SYSTEMS, post)

    assert [row["system"] for row in rows] == ["b", "a"]
    assert rows[1]["modes"] == ["online"]


def test_arrows_are_read_in_pairs():
    post = QueryDict("card.diagram.links.from=a&card.diagram.links.to=b&card.diagram.links.from=c")

    assert typed(shape_of(LINKS), LINKS, post) == [("a", "b")]


def test_a_fee_of_a_row_goes_into_its_group():
    row = {"fee.text": "رایگان", "fee.amount_rial": "۰", "agency": "سازمان"}

    (made,) = taken(place_of("card.external_inquiries"), [row])

    assert made == {"fee": {"text": "رایگان", "amount_rial": 0}, "agency": "سازمان"}


def test_a_leaf_of_a_row_knows_what_it_takes():
    assert row_place(place_of("permits"), "fee.amount_rial").shape.kind == "whole"
    assert row_place(place_of("permits"), "steps").is_long


@pytest.mark.parametrize(
    ("typed_text", "number"), [("۱۲۰۰ نفر", 1200), ("2.500.000 ریال", 2_500_000), ("۵بار", 5), ("١٢ مورد", 12)]
)
def test_a_number_may_bring_the_word_that_it_counts(typed_text, number):
    assert taken(place_of("card.recipients.count"), typed_text) == number


@pytest.mark.parametrize("typed_text", ["۲۵۰ تومان", "ریال", "۳ روز", "۱۲ ریال ریال"])
def test_another_word_beside_a_number_is_asked_about(typed_text):
    with pytest.raises(Refused, match="عدد نیست"):
        taken(place_of("card.recipients.count"), typed_text)


def test_lines_pasted_into_one_row_are_rows():
    assert taken(place_of("card.documents"), ["کارت ملی\r\nشناسنامه\n", " ", "عکس"]) == ["کارت ملی", "شناسنامه", "عکس"]
