"""What no page of ours would send: each is answered in a sentence, and what was typed stays."""

import logging

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from khedmat.cards.actions import submit
from khedmat.cards.editing import boxes_of
from tests.factories.cards import NOW
from tests.web.desk.editor.conftest import TITLE, again, told

pytestmark = pytest.mark.django_db
LONG = "عنوان بسیار بلند " * 65_000
ROWS = {"card.internal_systems-0-system": "بایگانی", "card.internal_systems-0-fields": "شمارهٔ ملی"}


def test_a_megabyte_in_a_title_is_refused_beside_the_box_and_the_rest_is_saved(send, office):
    response = send("identity", {"card.title": LONG, "card.local_id": "۱۲"})

    assert response.status_code == 422
    assert "این خانه تا ۱٬۰۰۰ نویسه جا دارد" in told(response)
    assert LONG.strip() in told(response)
    assert again(office.draft).card.title == TITLE["card.title"]
    assert again(office.draft).card.local_id == "12"


@pytest.mark.parametrize("text", ["گواهی\x00تازه", "گواهی\x07تازه", "\u202eگواهی\u2066تازه\u2069", "گواهی\ufeffتازه"])
def test_characters_that_nobody_sees_are_not_kept(send, office, text):
    response = send("identity", {"card.title": text})

    assert response.status_code == 302
    assert again(office.draft).title.replace(" ", "").replace("\u200c", "") == "گواهیتازه"


def test_half_a_character_is_no_error(client_for, office, address):
    body = f"end=1&revision=0&card.title=%ED%A0%80{'a' * 5}&card.executive_agency=x"

    response = client_for(office.author).post(
        address("identity"), body, content_type="application/x-www-form-urlencoded"
    )

    assert response.status_code == 302
    assert again(office.draft).title.endswith("aaaaa")


@pytest.mark.parametrize(
    ("section", "typed", "words"),
    [
        ("specification", {"card.nature": "royal"}, "«royal» از گزینه‌های این خانه نیست"),
        ("specification", {"card.level": ["national", "galactic"]}, "«galactic» از گزینه‌های این خانه نیست"),
        ("access", {"card.stages.request.channels": "pigeon"}, "«pigeon» از گزینه‌های این خانه نیست"),
        ("details", {"card.recipients.count": "-5"}, "عدد نیست"),
        ("details", {"card.recipients.count": "9" * 400}, "پانزده رقم"),
        ("details", {"card.average_duration.value": "1e309"}, "عدد نیست"),
        ("processes", {"card.processes": [f"گام {number}" for number in range(200)]}, "۲۰۰ سطر نوشته‌اید"),
        ("systems", ROWS | {"card.internal_systems-0-modes": "telepathy"}, "از گزینه‌های این خانه نیست"),
    ],
)
def test_a_value_that_the_form_does_not_have_is_a_sentence_beside_its_box(send, office, section, typed, words):
    box = next(iter(typed)).split("-")[0]
    before = boxes_of(office.draft.document)[box]

    response = send(section, typed)

    assert response.status_code == 422
    assert words in told(response)
    assert boxes_of(again(office.draft).document)[box] == before


def test_two_hundred_steps_stay_on_the_page(send):
    response = send("processes", {"card.processes": [f"گام شمارهٔ {number} کار" for number in range(200)]})

    page = told(response)
    assert "گام شمارهٔ ۰ کار" in page
    assert "گام شمارهٔ ۱۹۹ کار" in page


@pytest.mark.parametrize("autosave", [False, True])
def test_more_fields_than_any_form_has_get_a_page_that_says_so(send, office, autosave):
    typed = {"card.documents": [f"مدرک {number}" for number in range(20_000)]}

    response = send("specification", typed, autosave=autosave)

    assert response.status_code == 400
    assert "بیش از اندازه بزرگ" in told(response)
    assert again(office.draft).revision == 0


def test_five_thousand_fields_are_read_and_refused_in_words(send):
    response = send("specification", {"card.documents": [f"مدرک {number}" for number in range(5_000)]})

    assert response.status_code == 422
    assert "۵٬۰۰۰ سطر نوشته‌اید" in told(response)


@pytest.mark.parametrize("button", ["drop", "up", "down"])
@pytest.mark.parametrize("place", ["7", "-1", "x", "", "۹", "9" * 30])
def test_a_row_that_is_gone_already_is_left_alone(send, office, button, place):
    response = send("systems", ROWS | {button: f"card.internal_systems:{place}"})

    assert response.status_code == 302
    assert [row.system for row in again(office.draft).card.internal_systems] == ["بایگانی"]


def test_a_strangers_card_is_no_page_and_the_attempt_is_logged(send, office, caplog):
    with caplog.at_level(logging.WARNING):
        response = send("identity", {"card.title": "دزدیده"}, by=office.stranger)

    assert response.status_code == 404
    assert f"user {office.stranger.pk} asked for version {office.draft.pk}" in caplog.text
    assert again(office.draft).title == TITLE["card.title"]


def test_who_only_reads_writes_nothing_and_keeps_the_text(send, office):
    response = send("identity", {"card.title": "به قلم خواننده"}, by=office.reader)

    assert response.status_code == 409
    assert "به قلم خواننده" in told(response)
    assert again(office.draft).title == TITLE["card.title"]


@pytest.mark.parametrize("revision", ["999999", "", "-1", "x", "۱", "9" * 50, "1.5", "\x00"])
def test_a_revision_that_never_was_loses_nothing(send, office, revision):
    response = send("identity", {"card.title": "با شمارهٔ نادرست", "revision": revision})

    assert response.status_code == 302
    assert again(office.draft).title == "با شمارهٔ نادرست"


@pytest.mark.parametrize("autosave", [False, True])
def test_half_a_page_writes_nothing(send, office, autosave):
    response = send("specification", {"card.description": "نیمه", "end": ""}, autosave=autosave)

    assert response.status_code == 409
    assert "صفحه تا پایان به ما نرسید" in told(response)
    assert again(office.draft).revision == 0


def test_a_file_in_place_of_a_text_is_no_text(send, office):
    response = send("identity", {"card.title": SimpleUploadedFile("title.exe", b"MZ")})

    assert response.status_code == 302
    assert again(office.draft).card.title is None


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options"])
def test_other_methods_are_refused(client_for, office, address, method):
    assert getattr(client_for(office.author), method)(address("identity")).status_code == 405


@pytest.mark.parametrize(
    "mine", ["", "{", "7", "[1]", '{"card.title": ["x"]}', '{"card.nature": "royal"}', "[[]]", "null"]
)
def test_a_garbled_choice_between_two_texts_writes_nothing(send, office, mine):
    response = send("identity", {"settle": "1", "mine": mine, "keep": ["card.title", "card.nature"]})

    assert response.status_code == 409
    assert "field-error" in told(response) or 'role="alert"' in told(response)
    assert again(office.draft).title == TITLE["card.title"]


@pytest.mark.parametrize(
    "unkept", ["{", "7", '{"card.title": 5}', '{"card.title": [["x"]]}', '{"card.secret": "x"}', "[1]"]
)
def test_garbled_remains_of_a_page_are_no_error(send, unkept):
    response = send("identity", {"settle": "1", "mine": "{}", "unkept": unkept})

    assert response.status_code in (302, 409)


def test_a_choice_writes_no_box_that_is_none(send, office):
    response = send("identity", {"settle": "1", "mine": '{"card.secret": "x"}', "keep": "card.secret"})

    assert response.status_code == 409
    assert again(office.draft).revision == 0


@pytest.mark.parametrize(
    "fix", ["GONE|card.title|0", "||", "M01", "C01|card.title|-1", "C01|card.title|x", "\x00|\x00|0"]
)
def test_a_fix_whose_finding_is_gone_saves_the_page_and_mends_nothing(send, office, fix):
    response = send("identity", {"card.title": "با دکمهٔ کهنه", "fix": fix})

    assert response.status_code == 302
    assert again(office.draft).title == "با دکمهٔ کهنه"


@pytest.mark.parametrize("name", ["go", "add"])
@pytest.mark.parametrize(
    "where", ["../../admin", "//elsewhere.example", "https://elsewhere.example", "%2e%2e", "\r\nX: y"]
)
def test_a_button_leads_nowhere_else(send, office, name, where):
    response = send("identity", {name: where})

    assert response["Location"].startswith(f"/desk/versions/{office.draft.pk}/edit/identity/")
    assert "elsewhere" not in response["Location"]


@pytest.mark.parametrize("autosave", [False, True])
def test_a_draft_that_was_sent_in_another_tab_is_not_changed_and_the_text_stays(send, office, autosave):
    submit(office.draft, by=office.author, at=NOW)

    response = send("identity", {"card.title": "دیر رسید"}, autosave=autosave)

    assert response.status_code == 409
    assert "دیگر پیش‌نویسی نیست" in told(response)
    assert autosave or "دیر رسید" in told(response)
    assert again(office.draft).title == TITLE["card.title"]


@pytest.mark.parametrize("pk", [0, 999_999_999, 99_999_999_999_999_999_999])
def test_a_card_that_is_not_there_is_no_page(client_for, office, pk):
    response = client_for(office.author).post(f"/desk/versions/{pk}/edit/identity/", {"end": "1"})

    assert response.status_code == 404


@pytest.mark.parametrize("section", ["nowhere", "identity-2", "1"])
def test_a_section_that_the_form_does_not_have_is_no_page(send, section):
    assert send(section, {}).status_code == 404
