"""Numbers in the box of the service ID: what they look like, which known ID they may be a slip of."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khedmat.cards.identifiers import SHAPE, exists_as_function, ids_in, looks_like, meant, slips
from tests.importing.readers.reading_forms import cases

KNOWN = "13031466000"
OTHERS = ("10031093000", "18021567102", "16041277000")
ids = st.from_regex(r"1[0-9]{10}", fullmatch=True)
HOSTILE = (
    "\ud800",
    "\x00",
    "\u202e" + KNOWN,
    "{{ x }}",
    "#",
    "</w:t>",
    "=cmd()",
    "1" * 10_000,
    "۱۳۰۳۱۴۶۶۰۰۰",
    "١٣٠٣١٤٦٦٠٠٠",
)


@cases(
    "number, named",
    {
        "a mobile phone": ("09121234567", "شمارهٔ تلفن همراه"),
        "a mobile phone from abroad": ("989121234567", "شمارهٔ تلفن همراه"),
        "a phone of Tehran": ("02188776655", "شمارهٔ تلفن ثابت با پیش‌شماره"),
        "a phone of Tabriz": ("04133776655", "شمارهٔ تلفن ثابت با پیش‌شماره"),
        "an account": ("IR" + "1" * 24, "شبای حساب"),
        "an account without its country": ("1" * 24, "شبای حساب"),
        "a bank card": ("6037991234567890", "شمارهٔ کارت بانکی"),
        "an old account": ("4001234567890", "شمارهٔ حساب یا شناسهٔ سامانه‌ای دیگر"),
        "a digit less": ("1303146600", "شناسه‌ای که یک رقم آن افتاده است"),
        "a digit more": ("130314660001", "شناسه‌ای که یک رقم زیادی دارد"),
        "a local number": ("42", "شمارهٔ محلی"),
        "seven digits": ("1234567", "شمارهٔ محلی"),
    },
)
def test_a_number_that_is_no_id_is_named(number, named):
    assert looks_like(number) == named


@pytest.mark.parametrize(
    "number", ["", KNOWN, "12345678", "2303146600", "IR123", "9121234567", "1" * 25, "130-3146600"]
)
def test_nothing_is_said_of_a_number_that_may_be_anything(number):
    assert looks_like(number) == ""


@given(ids)
def test_an_id_never_looks_like_something_else(service_id):
    assert looks_like(service_id) == ""


@cases(
    "service_id, exists",
    {
        "the first group of the first division": ("10010000000", True),
        "the last group of the first division": ("10080000000", True),
        "a group too many of the first": ("10090000000", False),
        "no group nought": ("10000000000", False),
        "the last group of defence": ("11050000000", True),
        "a group too many of defence": ("11060000000", False),
        "the last group of economy": ("13090000000", True),
        "the last division": ("19090000000", True),
        "a group too many of the last": ("19100000000", False),
        "parts swapped": ("14661303000", False),
        "a real one": (KNOWN, True),
    },
)
def test_the_first_four_digits_name_a_function_of_government(service_id, exists):
    assert exists_as_function(service_id) is exists


@given(ids)
def test_whether_it_exists_depends_on_the_first_four_digits_alone(service_id):
    assert exists_as_function(service_id) == exists_as_function(service_id[:4] + "0" * 7)


@cases(
    "text, found",
    {
        "an address": (f"https://example.ir/services/{KNOWN}/", [KNOWN]),
        "two of them": (f"{KNOWN} و {OTHERS[0]}", [KNOWN, OTHERS[0]]),
        "part of a longer number": (f"{KNOWN}1", []),
        "behind other digits": (f"5{KNOWN}", []),
        "a phone": ("09121234567", []),
        "letters beside it": (f"id{KNOWN}x", [KNOWN]),
        "nothing": ("", []),
    },
)
def test_ids_are_found_in_a_text(text, found):
    assert ids_in(text) == found


@cases(
    "number",
    {
        "a digit lost": "1303146600",
        "a digit lost inside": "1301466000",
        "a digit more": "130314660000",
        "a digit other": "13031466001",
        "two neighbours swapped": "13034166000",
        "the first two swapped": "31031466000",
        "the first two parts swapped": "14661303000",
        "the parts from right to left": "00014661303",
        "the last part first": "00013031466",
    },
)
def test_a_slip_means_the_known_id(number):
    assert meant(number, (*OTHERS, KNOWN)) == [KNOWN]


@given(ids, st.integers(0, 9))
def test_what_a_slip_was_is_told_with_every_id_that_it_may_have_been(service_id, place):
    lost = service_id[:place] + service_id[place + 1 :]

    near = slips(lost)

    assert near[service_id] == "یک رقم آن افتاده است"
    assert all(SHAPE.fullmatch(one) for one in near)


@given(ids)
def test_no_id_is_a_slip_of_itself_and_no_more_than_a_few_hundred_are_asked_for(service_id):
    near = slips(service_id)

    assert service_id not in near
    assert len(near) < 300


@cases(
    "number",
    {
        "the ID itself": KNOWN,
        "two digits other": "13031466011",
        "two digits lost": "130314660",
        "far digits swapped": "03031466100",
        "nothing": "",
        "another number": "09121234567",
    },
)
def test_what_is_no_slip_means_nothing(number):
    assert meant(number, (KNOWN,)) == []


def test_only_an_id_is_ever_suggested():
    assert meant("1303146600", ("1303146601", "130314660", "23031466000", "")) == []


def test_two_ids_that_it_may_mean_are_both_told_in_their_order_and_once():
    near = ("13031466010", "13031466000", "13031466010")  # a digit lost from either gives 1303146600

    assert meant("1303146600", near) == ["13031466010", "13031466000"]
    assert meant("13031466002", near) == ["13031466000"]
    assert meant("13031466020", near) == ["13031466010", "13031466000"]


@given(ids, st.integers(0, 10))
def test_any_lost_digit_is_found_again(service_id, place):
    assert meant(service_id[:place] + service_id[place + 1 :], [service_id]) == [service_id]


@given(ids, st.integers(0, 11), st.sampled_from(string.digits))
def test_any_digit_too_many_is_found(service_id, place, digit):
    assert meant(service_id[:place] + digit + service_id[place:], [service_id]) == [service_id]


@given(ids, st.lists(ids, max_size=5))
def test_an_id_is_never_a_slip_of_itself_and_nothing_unknown_is_suggested(service_id, known):
    found = meant(service_id, [service_id, *known])

    assert service_id not in found
    assert set(found) <= set(known)


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_texts_are_no_numbers(text):
    assert looks_like(text) == ""
    assert meant(text, OTHERS) == []


@given(st.text(max_size=40))
def test_no_text_breaks_the_search(text):
    assert all(SHAPE.fullmatch(found) for found in ids_in(text))
    assert isinstance(looks_like(text), str)
    assert set(meant(text, OTHERS)) <= set(OTHERS)
