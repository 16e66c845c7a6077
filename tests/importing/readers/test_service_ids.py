"""Service IDs among the other long numbers of a form."""

from hypothesis import given
from hypothesis import strategies as st

from khedmat.core.persian import persian_digits
from khedmat.importing.readers.values import service_ids
from tests.importing.readers.reading_forms import cases


@cases(
    "text",
    {
        "plain": "13031466101",
        "persian digits": "۱۳۰۳۱۴۶۶۱۰۱",
        "arabic digits": "١٣٠٣١٤٦٦١٠١",
        "parted by spaces": "1303 1466 101",
        "parted by hyphens": "1303-1466-101",
        "parted by dashes": "1303–1466–101",
        "parted once": "1303 1466101",
        "in parentheses": "صدور پروانه (13031466101)",
        "glued to its label": "کد13031466101",
        "behind a colon": "شناسه:13031466101.",
        "beside a phone": "021 4187105 و 13031466101",
        "beside a short number": "11) 13031466101",
    },
)
def test_an_id_is_found_however_it_is_printed(text):
    assert service_ids.find(text) == ["13031466101"]


@cases(
    "text",
    {
        "a phone": "02634187105",
        "a mobile phone": "09121234567",
        "an account": "2176459001009",
        "an iban": "IR120170000000100324200001",
        "ten digits": "1012656000",
        "twelve digits": "130316670102",
        "twelve digits in groups": "1303 1466 0001",
        "seventeen digits": "13031466101123456",
        "not beginning with one": "23031466101",
        "swapped by the direction": "46613031000",
        "a local number": "KHJ/030/205/1-1",
        "dots": "………………….",
        "pending": "در حال اخذ",
        "in an address": "https://example.ir/s/13031466101",
        "in an address, parted": "https://example.ir/s/1303 1466 101",
        "asked for by an address": "www.example.ir/?id=13031466101&p=2",
        "behind a hyphen of an address": "http://example.ir/service-13031466101",
        "nothing": "",
    },
)
def test_what_only_looks_like_an_id_is_none(text):
    assert service_ids.find(text) == []


def test_ids_come_in_their_order_and_once():
    text = "13031466000 و 13031466101، سپس ۱۳۰۳۱۴۶۶۰۰۰"

    assert service_ids.find(text) == ["13031466000", "13031466101"]


@cases(
    ("code", "main"), {"main": ("13031466000", True), "first": ("13031466100", False), "later": ("13031466107", False)}
)
def test_a_main_service_ends_in_three_zeros(code, main):
    assert service_ids.is_main(code) is main


@cases(
    ("text", "found"),
    {
        "ten digits": ("1012656000", ["1012656000"]),
        "an account with hyphens": ("2176-459-001009", ["2176459001009"]),
        "a phone in persian digits": ("۰۲۶۳۴۱۸۷۱۰۵", ["02634187105"]),
        "a short number": ("42", []),
        "words": ("در حال اخذ", []),
    },
)
def test_long_numbers_in_the_box_of_the_id_are_seen(text, found):
    assert service_ids.long_numbers(text) == found


@given(st.integers(0, 10**10 - 1))
def test_every_number_of_eleven_digits_that_begins_with_one_is_found(rest):
    code = f"1{rest:010d}"

    assert service_ids.find(f"شناسه خدمت {persian_digits(code)} است") == [code]


@given(st.integers(1, 30).filter(lambda length: length != 11), st.data())
def test_a_number_of_another_length_is_never_cut_or_padded(length, data):
    digits = "1" + "".join(data.draw(st.lists(st.sampled_from("0123456789"), min_size=length - 1, max_size=length - 1)))

    assert service_ids.find(digits) == []
