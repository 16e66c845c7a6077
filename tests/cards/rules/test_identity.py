"""I01, I02, I04."""

import pytest

from tests.cards.rules.example import example, example_card, fields, found, warning

LATIN = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")


def test_words_in_the_id_box_are_a_note_that_quotes_them():
    seen = warning("id_text", "card.service_id", "در حال اخذ شناسه")

    (finding,) = found("I01", example({"service_id": None}, warnings=[seen]))

    assert finding.severity == "N"
    assert "در حال اخذ شناسه" in finding.message


def test_an_empty_id_box_is_the_normal_state_of_a_new_card():
    assert not found("I01", example({"service_id": None}))
    assert not found("I02", example({"service_id": None}))


@pytest.mark.parametrize("code", ["1012656000", "130316670102", "02634187105", "2176459001009", "42"])
def test_a_code_of_another_shape_is_refused_and_never_padded(code):
    (finding,) = found("I02", example({"service_id": code}))

    assert finding.severity == "B"
    assert finding.field == "card.service_id"


@pytest.mark.parametrize("code", ["10031076000", "12011076106", "13052648105", "12031326101"])
def test_ids_met_in_real_cards_pass(code):
    assert not found("I02", example({"service_id": code}))


def test_a_code_that_the_reader_refused_is_still_spoken_of():
    seen = warning("id_shape", "card.service_id", "130316670102")

    (finding,) = found("I02", example({"service_id": None}, warnings=[seen]))

    assert "۱۳۰۳۱۶۶۷۰۱۰۲" in finding.message
    assert "۱۲" in finding.message


def test_the_parent_code_is_checked_but_a_local_parent_name_is_not():
    assert fields("I02", example({"parent_service_id": "1005"})) == ["card.parent_service_id"]
    assert not found("I02", example({"parent_service_id": "KHJ/030/205"}))


def test_rows_of_a_service_list_are_checked_one_by_one():
    rows = [{"title": "صدور کارت", "service_id": "17041325000"}, {"title": "تمدید کارت", "service_id": "1704132"}]

    document = example(kind="service_list", services=rows)

    assert fields("I02", document) == ["services.1.service_id"]


def test_a_good_id_gives_nothing():
    assert not found("I01", example_card())
    assert not found("I02", example_card())


@pytest.mark.parametrize(
    ("code", "address", "right"),
    [
        ("130316670110", "https://www.x.ir/services/13031670110", "13031670110"),
        ("1303167011", "https://www.x.ir/services/13031670110", "13031670110"),
        ("16701303110", "https://www.x.ir/?id=13031670110", "13031670110"),
    ],
)
def test_the_address_of_the_page_may_prove_which_id_was_meant(code, address, right):
    document = example({"service_id": code, "url": address})

    assert right in "".join(one.message for rule in ("I02", "I04") for one in found(rule, document)).translate(LATIN)


def test_an_id_that_nothing_proves_is_never_suggested():
    (finding,) = found("I02", example({"service_id": "1012656000", "url": "https://x.ir/services/18051234000"}))

    assert "18051234000" not in finding.message.translate(LATIN)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("02634187105", "تلفن ثابت"),
        ("09121234567", "تلفن همراه"),
        ("2176459001009", "حساب"),
        ("1012656000", "یک رقم آن افتاده"),
        ("130316670102", "یک رقم زیادی"),
        ("42", "محلی"),
    ],
)
def test_a_number_that_is_no_id_is_called_what_it_looks_like(code, name):
    (finding,) = found("I02", example({"service_id": code}))

    assert name in finding.message


def test_parts_that_changed_places_are_noticed_by_a_function_that_no_state_has():
    (finding,) = found("I04", example({"service_id": "14661303000"}))

    assert (finding.severity, finding.field) == ("N", "card.service_id")
    assert not found("I04", example({"service_id": "13031466000"}))
