"""Amounts of money, in whole rials."""

from hypothesis import given
from hypothesis import strategies as st

from khedmat.importing.readers.values.amounts import amounts, is_free
from tests.importing.readers.reading_forms import cases


def rials(text: str) -> list[int]:
    return [amount.rials for amount in amounts(text)]


@cases(
    ("text", "value"),
    {
        "plain": ("50000 ریال", 50_000),
        "persian digits and marks": ("۵۰۰٬۰۰۰ ریال", 500_000),
        "points": ("1.754.900 ریال", 1_754_900),
        "persian commas": ("10،000 ریال", 10_000),
        "glued": ("50.000ریال", 50_000),
        "digits and a scale": ("۳۳۴ هزار ریال", 334_000),
        "a fraction of a million": ("1.5 میلیون ریال", 1_500_000),
        "words": ("یک میلیون ریال", 1_000_000),
        "long words": ("دو میلیون و پانصد هزار ریال", 2_500_000),
        "unit before": ("ریال 50000", 50_000),
        "unit before with a colon": ("ریال: ۵۰۰۰", 5_000),
        "inside a sentence": ("هر برگ ۵۰۰ ریال دریافت می شود", 500),
        "zero is said": ("0 ریال", 0),
        "alone in its box": ("500000", 500_000),
        "alone and grouped": ("۵۰۰,۰۰۰", 500_000),
        "alone with a full stop": ("50000.", 50_000),
        "zero in words": ("صفر", 0),
        "thousands parted by spaces": ("500 000 ریال", 500_000),
        "said again in words": ("150,000 تومان (یک میلیون و پانصد هزار ریال)", 1_500_000),
        "said again as the same": ("50000 ریال (معادل 5000 تومان)", 50_000),
    },
)
def test_an_amount_is_read_in_rials(text, value):
    assert rials(text) == [value]


@cases(
    ("text", "value"),
    {
        "plain": ("۵۰۰۰ تومان", 50_000),
        "a scale": ("50 هزار تومان", 500_000),
        "a fraction": ("1/5 میلیون تومان", 15_000_000),
        "glued": ("۵۰۰۰تومان", 50_000),
        "glued to its scale": ("100 هزارتومان", 1_000_000),
    },
)
def test_tomans_are_ten_rials_and_marked_as_turned(text, value):
    (found,) = amounts(text)

    assert (found.rials, found.toman) == (value, True)


def test_rials_are_not_marked_as_turned():
    assert [amount.toman for amount in amounts("10000 ریال و 2000 تومان")] == [False, True]


@cases(
    ("text", "values"),
    {
        "two": ("10000 ریال و 20000 ریال", [10_000, 20_000]),
        "by action": ("صدور 10000 ریال، تمدید 20000 ریال", [10_000, 20_000]),
        "both units": ("10000 ریال یا 3000 تومان", [10_000, 30_000]),
        "each with its scale": ("10 هزار ریال و 20 هزار ریال", [10_000, 20_000]),
    },
)
def test_every_amount_of_a_text_is_found_in_order(text, values):
    assert rials(text) == values


@cases(
    "text",
    {
        "a zero that was torn off": "2000 0 ریال",
        "tariff": "طبق تعرفه مصوب",
        "phone": "تلفن 02634187105",
        "account among words": "واریز به حساب 2176459001009 نزد بانک ملی",
        "account alone": "2176459001009",
        "iban": "IR120170000000100324200001",
        "a number too long": "12345678901234567 ریال",
        "copies": "3 نسخه",
        "size of photos": "دو قطعه عکس 4*3",
        "percent": "۱۰ درصد ارزش معامله",
        "foreign money": "۵۰ دلار",
        "words of free": "رایگان",
        "nothing": "",
    },
)
def test_what_is_no_amount_of_rials_is_refused(text):
    assert rials(text) == []


@cases(
    "text",
    {
        "free": "رایگان",
        "free it is": "رایگان است",
        "freely": "به صورت رایگان",
        "free for everybody": "رایگان برای همه متقاضیان",
        "free for whoever asks": "این خدمت برای متقاضیان رایگان است",
        "has no cost": "هزینه ندارد",
        "has not any cost": "هزینه ای ندارد",
        "has not any cost, half-space": "هزینه\u200cای ندارد",
        "no cost is taken": "هزینه دریافت نمی\u200cشود",
        "no cost is taken, half-space": "هزینه\u200cای دریافت نمی\u200cشود",
        "without cost": "بدون هزینه",
        "without taking cost": "بدون دریافت هزینه",
        "gratis": "بلاعوض",
        "none": "ندارد",
        "none with a full stop": "ندارد.",
    },
)
def test_what_says_that_nothing_is_paid_is_free(text):
    assert is_free(text)


@cases(
    "text",
    {
        "not free": "غیر رایگان",
        "free for some": "رایگان برای ایثارگران",
        "free for some of them": "برای خانواده شهدا رایگان",
        "free but for a part": "رایگان (به جز هزینه تمبر)",
        "free in a case": "رایگان در صورت ثبت الکترونیکی",
        "free in a case, said first": "در صورت مراجعه نخست رایگان است",
        "not free, glued": "غیررایگان",
        "is not free": "رایگان نیست",
        "is not free either": "رایگان نمی\u200cباشد",
        "tariff": "طبق تعرفه",
        "an amount": "50000 ریال",
        "nothing": "",
        "none of something else": "شماره حساب ندارد",
    },
)
def test_what_does_not_say_free_is_not_free(text):
    assert not is_free(text)


@given(st.integers(0, 10**10), st.sampled_from(["", " ", "  "]))
def test_every_amount_with_its_unit_is_read(value, gap):
    assert rials(f"{value}{gap}ریال") == [value]
    assert rials(f"{value:,}{gap}تومان") == [value * 10]


@given(st.text(max_size=60))
def test_no_text_gives_a_negative_or_broken_amount(text):
    assert all(isinstance(amount.rials, int) and amount.rials >= 0 for amount in amounts(text))


def test_another_amount_in_parentheses_or_the_same_elsewhere_is_an_amount_of_its_own():
    assert rials("50000 ریال (تمدید 20000 ریال)") == [50_000, 20_000]
    assert rials("صدور 50000 ریال و تمدید 50000 ریال") == [50_000, 50_000]
