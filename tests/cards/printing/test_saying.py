"""A value in words and back."""

import pytest
from hypothesis import given

from khedmat.cards.editing.shapes import shape_at
from khedmat.cards.printing.saying import meant_by, said_as
from khedmat.core.persian import fold, prose
from tests.cards.printing.generated import texts
from tests.importing.readers.reading_forms import cases


@cases(
    "path, value, words",
    {
        "a text": ("card.title", "صدور 2 پروانه G2B", "صدور ۲ پروانه G2B"),
        "a count": ("card.recipients.count", 1_754_900, "۱٬۷۵۴٬۹۰۰"),
        "a fraction": ("card.average_duration.value", 2.5, "۲٫۵"),
        "one option": ("card.nature", "operational", "تصدی‌گری"),
        "a no": ("card.average_duration.working", False, "خیر"),
        "a fee in a row": ("permits.3.fee.amount_rial", 0, "۰"),
        "the unit of a permit": ("inquiries.0.duration.unit", "hour", "ساعت"),
    },
)
def test_what_is_said_is_meant(path, value, words):
    shape = shape_at(path)

    assert said_as(shape, value) == words
    assert meant_by(shape, words) == value


@cases(
    "path, written, value",
    {
        "an option however it is spelt": ("card.nature", "تصدی گری", "operational"),
        "an option by its code": ("card.level", "national؛ استانی", ["national", "provincial"]),
        "a number as a program prints it": ("card.recipients.count", "1,200", 1200),
        "lines": ("card.laws", "قانون نخست\nقانون دوم", ["قانون نخست", "قانون دوم"]),
        "nothing": ("card.nature", "  ", None),
    },
)
def test_a_person_may_write_it_otherwise(path, written, value):
    assert meant_by(shape_at(path), written) == value


@cases(
    "path, written, fault",
    {
        "an option": ("card.nature", "نیمه‌حاکمیتی", "نیمه‌حاکمیتی"),
        "a count": ("card.visits.count", "چند", "invalid literal"),
        "a yes": ("card.cost.free", "شاید", "not in list"),
    },
)
def test_what_the_box_does_not_know_is_refused(path, written, fault):
    with pytest.raises(ValueError, match=fault):
        meant_by(shape_at(path), written)


def test_nothing_is_said_of_what_is_not_said():
    assert said_as(shape_at("card.title"), None) is None


@given(texts)
def test_persian_digits_fold_back_to_the_text_that_is_kept(text):
    assert fold(prose(text)) == text
