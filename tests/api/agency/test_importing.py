"""A file of an agency's program: the plan first, written when that is asked, each document for itself."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from khedmat.cards.models import ServiceVersion
from khedmat.importing.models import Intake, Upload
from tests.factories.forms import A_CARD
from tests.factories.people import person
from tests.importing.paper import card_text

pytestmark = pytest.mark.django_db
IMPORT = "/api/v1/agency/import"


def send(program, data, *, name="cards.json", tail="", **headers):
    content = data if isinstance(data, bytes) else json.dumps(data).encode()
    given = {key.replace("_", "-"): value for key, value in headers.items()}
    return program.client.post(f"{IMPORT}{tail}", {"file": SimpleUploadedFile(name, content)}, headers=given)


def cards(*titles):
    return [{"kind": "service_card", "card": A_CARD | {"title": title}} for title in titles]


def test_the_plan_says_what_would_be_done_and_writes_nothing(home):
    send(home.program, cards("تمدید پروانه"), tail="?apply=true")
    before = [{"card": A_CARD | {"title": "تمدید پروانه", "audience": "دیگران"}}]

    plan = send(home.program, [*before, *cards("صدور پروانه")]).json()

    assert plan["applied"] is False
    assert [row["what"] for row in plan["rows"]] == ["change", "add"]
    assert plan["rows"][0]["changed"] == ["card.audience"]
    assert plan["counts"] == {"add": 1, "change": 1}
    assert set(plan["rows"][1]["findings"]) == {"B", "A", "N"}
    assert ServiceVersion.objects.count() == 1
    assert Upload.objects.count() == 1


def test_carried_out_it_writes_drafts_in_the_name_of_the_maker(home):
    done = send(home.program, cards("صدور پروانه", "لغو پروانه"), tail="?apply=true").json()

    assert [row["written"] for row in done["rows"]] == [True, True]
    made = ServiceVersion.objects.order_by("pk")
    assert [row["version"] for row in done["rows"]] == [version.pk for version in made]
    assert {version.created_by for version in made} == {home.author}
    assert {version.service.owner for version in made} == {home.agency}
    assert Intake.objects.count() == 2
    assert Upload.objects.get().by == home.author


def test_the_same_file_again_leaves_everything_as_it_is(home):
    send(home.program, cards("صدور پروانه"), tail="?apply=true")

    again = send(home.program, cards("صدور پروانه"), tail="?apply=true").json()

    assert again["counts"] == {"leave": 1}
    assert ServiceVersion.objects.count() == 1


def test_one_refused_document_keeps_no_other_away(home):
    done = send(home.program, [*cards("صدور پروانه"), {"card": {}}], tail="?apply=true").json()

    assert [row["what"] for row in done["rows"]] == ["add", "refuse"]
    assert "عنوان" in done["rows"][1]["reason"]
    assert ServiceVersion.objects.count() == 1


def test_a_form_as_the_desk_takes_it_is_taken_here_too(home):
    text = card_text(agency=home.agency.name).encode()

    plan = send(home.program, text, name="form.txt").json()

    assert [row["what"] for row in plan["rows"]] == ["add"]


def test_an_approver_may_look_and_writes_nothing(home, program_of):
    program = program_of(home.agency, by=person("approver", home.agency))

    done = send(program, cards("صدور پروانه"), tail="?apply=true").json()

    assert [row["what"] for row in done["rows"]] == ["refuse"]
    assert not ServiceVersion.objects.exists()


def test_sent_twice_with_one_key_it_is_carried_out_once_and_another_file_is_refused(home):
    first, again = (
        send(home.program, cards("صدور پروانه"), tail="?apply=true", Idempotency_Key="i-1").json() for _ in range(2)
    )
    other = send(home.program, cards("لغو پروانه"), tail="?apply=true", Idempotency_Key="i-1")

    assert first == again
    assert other.status_code == 422
    assert ServiceVersion.objects.count() == 1


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "a.json", "خالی است"),
        (b"\xff\xfe\x00", "a.json", "UTF-8"),
        (b'{"card": {}}\n{', "a.jsonl", "خط ۲"),
        (b"[1]", "a.json", "سند ۱"),
        (b'[{"card": {"titel": "x"}}]', "a.json", "titel"),
        (b'{"card": {}, "undecided": ["level"]}', "a.json", "undecided"),
        (b"[" * 50_000, "a.json", "تو در تو"),
        (json.dumps([{}] * 501).encode(), "a.json", "بیش از ۵۰۰"),
        (b"PK\x05\x06" + b"\x00" * 18, "a.zip", "میز کار"),
        (b"\x89PNG\r\n", "a.png", ""),
    ],
)
@pytest.mark.parametrize("tail", ["", "?apply=true"])
def test_what_cannot_be_read_is_refused_in_words_and_not_kept(home, data, name, sentence, tail):
    answer = send(home.program, data, name=name, tail=tail)

    assert answer.status_code == 422
    assert sentence in answer.json()["detail"]
    assert not Upload.objects.exists()


def test_without_a_file_the_answer_says_so(home):
    answer = home.program.client.post(IMPORT, {})

    assert answer.status_code == 422
    assert "file" in answer.json()["detail"]


def test_a_day_has_its_bound(home, settings):
    settings.IMPORT_BYTES_A_DAY = 10

    answer = send(home.program, cards("صدور پروانه"), tail="?apply=true")

    assert answer.status_code == 422
    assert "مگابایت" in answer.json()["detail"]
    assert not ServiceVersion.objects.exists()


def test_a_form_without_its_boundary_is_a_problem_and_no_page(home):
    answer = home.program.client.post(IMPORT, b"x", content_type="multipart/form-data")

    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert "boundary" in answer.json()["detail"]
    assert ServiceVersion.objects.count() == 0
