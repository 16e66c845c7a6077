"""Persian text as it arrives, as it is kept, compared and sorted."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from khedmat.core.persian import ZWNJ, fold, fold_line, key, latin_digits, persian_digits, sort_key, squeeze

ALPHABET = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
ANY = st.text(alphabet=st.characters(codec="utf-8"), max_size=60)
PERSIAN = st.text(ALPHABET + " ۰۱۲۳۴۵۶۷۸۹0123456789٠١٢يكىةؤئأإهٔـًٌٍَُِّ\u200c\u200b\u200f\ufeff،؛.()«»\n\t", max_size=60)
FOLDED = [
    ("كتاب", "کتاب"),
    ("علي", "علی"),
    ("موسى", "موسی"),
    ("ہمہ", "همه"),
    ("شرکتـــها", "شرکتها"),
    ("\ufeffعنوان", "عنوان"),
    ("عنوان\u200e", "عنوان"),
    ("\u202bعنوان\u202c", "عنوان"),
    ("می\u00acشود", "می\u200cشود"),
    ("می\u200c\u200c\u200cشود", "می\u200cشود"),
    ("می \u200c شود", "می شود"),
    ("می\u200c شود", "می شود"),
    ("\u200cعنوان\u200c", "عنوان"),
    ("ناز\u00adک", "نازک"),
    ("یک\u00a0دو", "یک دو"),
    ("یک\u200bدو", "یکدو"),
    ("یک\u200dدو", "یکدو"),
    ("الف\x00ب\x07", "الفب"),
    ("الف\x1fب\x7f", "الفب"),
    ("الف\ud800ب", "الفب"),
    ("۱۲۳", "123"),
    ("١٢٣", "123"),
    ("۱٢3", "123"),
    ("ﺳﻼﻡ", "سلام"),
    ("ﻻﺯﻡ", "لازم"),
    ("ﭘﮋﻭﻫﺶ", "پژوهش"),
    ("ﷲ", "الله"),
    ("ﷺ", "صلی الله علیه وسلم"),
    ("G2C", "G2C"),
    ("ا\u0653", "آ"),
    ("یک\nدو", "یک\nدو"),
    ("یک\tدو", "یک\tدو"),
    ("گواهی\u200cنامه", "گواهی\u200cنامه"),
    ("مؤسسه", "مؤسسه"),
    ("خانهٔ", "خانهٔ"),
    ("مُحَمَّد", "مُحَمَّد"),
    ("", ""),
]
EQUAL = [
    ("گواهی‌نامه", "گواهینامه"),
    ("مؤسسه", "موسسه"),
    ("تأیید", "تایید"),
    ("تائید", "تایید"),
    ("آئین‌نامه", "آیین‌نامه"),
    ("إجرا", "اجرا"),
    ("ٱلف", "الف"),
    ("آب", "اب"),
    ("خانهٔ", "خانه"),
    ("خانۀ", "خانه"),
    ("زکاة", "زکاه"),
    ("جزء", "جز"),
    ("مُهِمّ", "مهم"),
    ("رحمٰن", "رحمن"),
    ("كسب‌وكار", "کسبوکار"),
    ("«خدمت»", "خدمت"),
    ("خدمت،", "خدمت"),
    ("خدمت؛ دولت", "خدمت دولت"),
    ("خدمت-دولت", "خدمت دولت"),
    ("خدمت_دولت", "خدمت دولت"),
    ("خدمت/دولت", "خدمت دولت"),
    ("خدمت (دولت)", "خدمت دولت"),
    ("  خدمت \n دولت ", "خدمت دولت"),
    ("SWOT", "swot"),
    ("Ｇ２Ｃ", "g2c"),
    ("ماده۵", "ماده5"),
    ("ﺧﺪﻣﺖ", "خدمت"),
    ("خدمت…", "خدمت"),
    ("٪ ۲۰", "20"),
    ("m²", "m2"),
]
DIFFERENT = [
    ("گواهی نامه", "گواهی‌نامه"),
    ("خدمت", "خدمات"),
    ("پروانه", "پروانه‌ها"),
    ("12", "13"),
    ("کار", "گار"),
    ("بار", "پار"),
    ("سد", "صد"),
    ("ثبت", "سبت"),
    ("حق", "هق"),
    ("نه", "ن"),
]
SORTED = [
    "آب ایران آذر ارز اسب",
    "برق بیمه پارک پل پست تهران ثبت",
    "جهاد چاپ چاه حج خانه",
    "دارو ذخیره راه زمین ژاله سازمان",
    "شهر صنعت ضمانت طرح ظرفیت عدالت غذا",
    "فرهنگ قوه کار کشور گاز گمرک لوله",
    "مالیات نفت وزارت هوا یارانه",
]


@pytest.mark.parametrize(("typed", "kept"), FOLDED)
def test_text_is_kept_in_persian_letters_latin_digits_and_single_half_spaces(typed, kept):
    assert fold(typed) == kept


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_two_spellings_of_one_phrase_share_a_key(one, other):
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_phrases_do_not_share_a_key(one, other):
    assert key(one) != key(other)


@pytest.mark.parametrize(
    "spelling", ["خدمت گیرندگان", "خدمت‌گیرندگان", "خدمتگیرندگان", "خدمت  گيرندگان", "خدمت- گیرندگان", "(خدمت) گیرندگان"]
)
def test_joined_half_joined_and_apart_are_squeezed_to_one(spelling):
    assert squeeze(spelling) == "خدمتگیرندگان"


@pytest.mark.parametrize("text", ["", "   ", "…", "---", "«»", "\u200c", "\u064b", "،؛", "☐☑", "\x00"])
def test_what_is_no_word_has_no_key(text):
    assert key(text) == squeeze(text) == ""


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("یک\nدو", "یک دو"),
        ("  یک \t\r\n دو  ", "یک دو"),
        ("یک\u2003دو", "یک دو"),
        ("\n\n", ""),
        ("یک\u2028دو", "یک دو"),
    ],
)
def test_a_line_has_single_spaces(typed, line):
    assert fold_line(typed) == line


@pytest.mark.parametrize("line", SORTED)
def test_words_stand_in_the_order_of_the_persian_alphabet(line):
    words = line.split()

    assert sorted(words, key=sort_key) == sorted(words, key=lambda word: [ALPHABET.index(letter) for letter in word])


def test_all_letters_stand_in_the_order_of_the_alphabet():
    assert sorted(set(ALPHABET), key=sort_key) == list(ALPHABET)


@pytest.mark.parametrize(
    ("before", "after"),
    [("پل", "تل"), ("چاه", "حج"), ("ژاله", "سد"), ("گاز", "لاک"), ("کار", "گاز"), ("واحد", "هوا"), ("هوا", "یار")],
)
def test_letters_that_arabic_lacks_and_the_last_ones_stand_where_they_belong(before, after):
    assert sort_key(before) < sort_key(after)


@pytest.mark.parametrize(
    ("before", "after"), [("کار", "کارت"), ("کار ملی", "کارت"), ("1", "ا"), ("آب", "اب"), ("ثبت احوال", "ثبت‌نام")]
)
def test_a_shorter_word_a_space_and_a_digit_come_first(before, after):
    assert sort_key(before) < sort_key(after)


@pytest.mark.parametrize(
    ("one", "other"), [("كار", "کار"), ("می‌شود", "میشود"), ("علي", "علی"), ("۱۲", "12"), (" کار ", "کار")]
)
def test_spelling_of_the_keyboard_does_not_move_a_word(one, other):
    assert sort_key(one) == sort_key(other)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0, "۰"), (1403, "۱۴۰۳"), ("12/5", "۱۲/۵"), ("G2C", "G۲C"), (-7, "-۷"), (1.5, "۱.۵"), ("۱2٣", "۱۲٣")],
)
def test_digits_are_shown_in_persian(value, shown):
    assert persian_digits(value) == shown


@pytest.mark.parametrize(
    ("typed", "kept"), [("۰۱۲۳۴۵۶۷۸۹", "0123456789"), ("٠١٢٣٤٥٦٧٨٩", "0123456789"), ("12", "12"), ("۱۲ك", "12ك")]
)
def test_three_kinds_of_digits_are_one_number(typed, kept):
    assert latin_digits(typed) == kept


@given(ANY | PERSIAN)
@example("\u0300\ufeff\u0316")
@example("0\u200c\n")
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
    assert fold_line(fold_line(text)) == fold_line(text)


@given(ANY | PERSIAN)
def test_a_key_is_its_own_key_and_holds_no_marks(text):
    assert key(key(text)) == key(text)
    assert squeeze(text) == key(text).replace(" ", "")
    assert not set(key(text)) & set(f"{ZWNJ}يكةًءأإآؤئ۰۱٠١،؛.()«»_\n\t")


@given(PERSIAN)
def test_words_joined_once_stay_joined(text):
    assert squeeze(squeeze(text)) == squeeze(text)


@given(ANY | PERSIAN)
def test_what_is_kept_has_the_same_key_as_what_was_typed(text):
    assert key(fold(text)) == key(text)
    assert sort_key(fold_line(text)) == sort_key(text)


@given(st.text(ALPHABET + " ", max_size=40))
def test_no_letter_is_lost_in_folding(text):
    assert fold(text) == text
    assert len(squeeze(text)) == len(text.replace(" ", ""))


@given(st.integers(0, 10**18))
def test_a_number_comes_back_from_what_is_shown(number):
    assert int(latin_digits(persian_digits(number))) == number


@given(st.text(ALPHABET, min_size=1, max_size=12), st.text(ALPHABET, min_size=1, max_size=12))
def test_the_order_is_that_of_the_alphabet_letter_by_letter(one, other):
    by_letters = [ALPHABET.index(letter) for letter in one] < [ALPHABET.index(letter) for letter in other]

    assert (sort_key(one) < sort_key(other)) == by_letters


def test_no_digit_sign_or_latin_letter_stands_among_the_letters():
    others = "0123456789 AZaz()-/،؛"

    assert max(map(sort_key, others)) < min(map(sort_key, ALPHABET))
    assert len({sort_key(letter) for letter in ALPHABET + others}) == len(ALPHABET + others)


@given(ANY | PERSIAN)
def test_nothing_that_cannot_be_stored_is_kept(text):
    kept = fold(text)

    assert "\x00" not in kept
    kept.encode("utf-8")
