"""K01, K02 and their word lists."""

import pytest

from khedmat.cards.rules.words import by_word, table
from khedmat.core.persian import key
from tests.cards.rules.example import example, example_card, fields, found, permit_list


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("تودین برنامه سالانه", "تدوین"),
        ("قاضای متقاضی", "تقاضای"),
        ("تسخیل امور", "تسهیل"),
        ("درخاست کتبی", "درخواست"),
        ("واگزاری زمین", "واگذاری"),
        ("سرمایه گزاری خارجی", "سرمایه‌گذاری"),
    ],
)
def test_a_misspelt_word_is_noted_with_the_right_one(text, right):
    (finding,) = found("K01", example({"audience": text}))

    assert finding.severity == "N"
    assert right in finding.fix


def test_a_word_inside_another_is_not_misspelt():
    assert not found("K01", example({"audience": "قاضایی‌ها و تودینگاه"}))


def test_a_word_that_is_wrong_only_of_inquiries_is_left_alone_elsewhere():
    assert not found("K01", example({"audience": "کارگران در معرض استعمال دخانیات"}))
    assert found("K01", example({"external_inquiries.0.notes": "استعمال هویت"}))
    assert found("K01", example({"audience": "دستگاه استعمال شونده"}))


def test_the_same_text_in_two_boxes_of_the_cost_is_said_once():
    changes = {
        "cost": {
            "text": "به ازاری هر متر",
            "items": [{"text": "به ازاری هر متر", "amount_rial": 5, "electronic": True}],
        }
    }

    assert fields("K01", example(changes)) == ["card.cost.text"]


def test_permit_forms_are_read_for_spelling():
    assert fields("K01", permit_list({"title": "پراونه کسب"})) == ["permits.0.title"]


def test_jargon_is_noted_with_plain_words():
    (finding,) = found("K02", example({"processes.0": "تدوین SWOT"}))

    assert "SWOT" in finding.message
    assert "قوت، ضعف" in finding.fix


def test_a_term_is_noted_where_it_first_stands_and_only_there():
    assert fields("K02", example({"description": "تحلیل MSA", "processes.0": "تحلیل MSA"})) == ["card.description"]


def test_a_term_explained_in_another_box_passes():
    changes = {"description": "SWOT یعنی تحلیل قوت، ضعف، فرصت و تهدید", "processes.0": "تهیه SWOT"}

    assert not found("K02", example(changes))


def test_jargon_explained_beside_it_passes():
    text = "تهیه SWOT یعنی تحلیل قوت، ضعف، فرصت و تهدید"

    assert not found("K02", example({"processes.0": text}))


def test_the_word_lists_are_long_enough_and_have_all_columns():
    assert len(by_word("misspellings")) >= 150
    assert len(by_word("jargon")) >= 80
    assert all(len(row) >= 2 and all(row) for name in ("misspellings", "jargon") for row in table(name))


def test_no_misspelling_is_the_same_word_once_folded():
    assert not [row for row in table("misspellings") if key(row[0]) == key(row[1])]


def test_no_misspelling_is_proposed_as_the_right_word():
    right = {word for row in table("misspellings") for word in key(row[1]).split()}

    always_wrong = {key(row[0]) for row in table("misspellings") if len(row) == 2}

    assert not always_wrong & right


def test_a_well_filled_card_has_no_note_of_language():
    assert not found("K01", example_card())
    assert not found("K02", example_card())
