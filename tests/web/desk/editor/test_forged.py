"""What no browser sends by itself: forged remains of a page, floods of rows, agreement with what nobody read."""

import json

import pytest

from tests.web.desk.editor.conftest import again, told

pytestmark = pytest.mark.django_db
ROWS = {"card.internal_systems-0-system": "بایگانی"}
DEEP = "[" * 50_000


@pytest.mark.parametrize("button", ["drop", "up", "down"])
def test_a_place_of_thousands_of_digits_is_no_place(send, office, button):
    response = send("systems", ROWS | {button: f"card.internal_systems:{'9' * 5000}"})

    assert response.status_code == 302
    assert len(again(office.draft).card.internal_systems) == 1


@pytest.mark.parametrize("name", ["mine", "unkept"])
@pytest.mark.parametrize("text", [DEEP, '{"card.title": ' + DEEP, '{"card.title": "\\ud800' + "x" * 1_100 + '"}'])
def test_remains_that_no_browser_sends_back_are_refused_in_words(send, office, name, text):
    response = send("identity", {"settle": "1", "mine": "{}", "keep": "card.title"} | {name: text})

    assert response.status_code == 409
    assert "صفحهٔ انتخاب کامل نرسید" in told(response)
    assert again(office.draft).revision == 0


@pytest.mark.parametrize(
    ("section", "path", "value"),
    [
        ("identity", "card.title", '"گواهی\\u0000تازه"'),
        ("identity", "card.title", '"' + "ب" * 5_000 + '"'),
        ("identity", "card.audience", '"از بخشی دیگر"'),
        ("identity", "not_applicable.nowhere", '"چنین خانه‌ای نیست"'),
        ("specification", "not_applicable.card.audience", '"' + "ب" * 5_000 + '"'),
        ("details", "card.average_duration.value", "NaN"),
        ("details", "card.average_duration.value", "1e999"),
        ("systems", "card.internal_systems", json.dumps([{"system": "الف"}] * 500)),
    ],
)
def test_a_choice_writes_only_what_could_have_been_typed_on_its_page(send, office, section, path, value):
    response = send(section, {"settle": "1", "mine": f'{{"{path}": {value}}}', "keep": path})

    assert response.status_code == 409
    assert again(office.draft).revision == 0


@pytest.mark.parametrize("remains", [["a"] * 200, [{"x": "y"}] * 200, [{"system": "الف"}] * 200])
def test_remains_that_are_no_rows_are_not_shown(send, remains):
    unkept = json.dumps({"card.internal_systems": remains})

    assert send("systems", {"settle": "1", "mine": "{}", "unkept": unkept}).status_code == 409


@pytest.mark.parametrize("autosave", [False, True])
def test_a_flood_of_rows_is_refused_before_a_page_is_made_of_them(send, office, autosave):
    typed = {f"permits-{row}-title": "پروانه" for row in range(4_000)}

    response = send("permits", typed, autosave=autosave)

    assert response.status_code == 409
    assert "۴۰۰۰ ردیف" in told(response)
    assert again(office.draft).revision == 0


def test_a_null_byte_in_a_reason_is_not_kept(send, office):
    response = send("specification", {"not_applicable.card.audience": "این خدمت\x00 مخاطبی\u202e ندارد"})

    assert response.status_code == 302
    assert again(office.draft).document.not_applicable == {"card.audience": "این خدمت مخاطبی ندارد"}


@pytest.mark.parametrize("path", ["\x00", "card.local_id", "card.nowhere", "x" * 50_000])
def test_agreeing_with_what_nobody_read_writes_nothing(send, office, path):
    response = send("identity", {"accept": path})

    assert response.status_code == 302
    assert again(office.draft).revision == 0


def test_agreeing_twice_is_one_saving(send, office):
    send("identity", {"accept": "card.title"})

    send("identity", {"accept": ["card.title", "card.title"]})

    assert [edit.accepted for edit in again(office.draft).edits.all()] == [["card.title"]]
