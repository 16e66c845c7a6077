"""What the review asks comes to the agency's program, and its answers stand in the threads."""

import pytest

from khedmat.cards.enums import Say
from khedmat.cards.models import Remark
from khedmat.cards.reviewing import Words, remark
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import OrganizationFactory, centre, person

pytestmark = pytest.mark.django_db
REVIEWS, BOX = "/reviews", "card.cost"


@pytest.fixture
def asked(home):
    """A card that was sent, with a question of the centre."""
    version = VersionFactory(service__owner=home.agency, stage="approved")
    remark(version, Words(BOX, Say.ASK, "هزینه از کجاست؟"), by=person("reviewer", centre()), at=NOW)
    return version


def test_what_was_asked_is_told_box_by_box_without_names(home, asked):
    (item,) = home.program.ask("get", REVIEWS).json()["items"]

    assert (item["version"], item["stage"]) == (asked.pk, "approved")
    (box,) = item["boxes"]
    assert (box["path"], box["is_open"]) == (BOX, True)
    assert [one["text"] for one in box["remarks"]] == ["هزینه از کجاست؟"]
    assert "by" not in box["remarks"][0]


def test_what_is_of_another_agency_or_not_under_review_is_not_told(home):
    for stage in ("draft", "published", "returned"):
        VersionFactory(service__owner=home.agency, stage=stage)
    VersionFactory(stage="approved")

    assert home.program.ask("get", REVIEWS).json()["items"] == []


def test_pages_follow_each_other(home):
    made = {VersionFactory(service__owner=home.agency, stage="submitted").pk for _ in range(3)}

    first = home.program.ask("get", f"{REVIEWS}?limit=2").json()
    second = home.program.client.get(first["next"]).json()

    assert {item["version"] for item in first["items"] + second["items"]} == made
    assert second["next"] is None


def test_an_answer_stands_in_the_thread_in_the_name_of_the_maker(home, asked):
    answer = home.program.ask("post", f"{REVIEWS}/{asked.pk}/replies", {"path": BOX, "text": "  تعرفهٔ ۱۴۰۴ "})

    assert answer.status_code == 200
    assert [one["kind"] for one in answer.json()["remarks"]] == ["ask", "answer"]
    said = Remark.objects.get(kind=Say.ANSWER)
    assert (said.by, said.text, said.of_centre) == (home.author, "تعرفهٔ 1404", False)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"path": "card.title", "text": "پاسخ"}, "پرسش بازی نیست"),
        ({"path": "card.nowhere", "text": "پاسخ"}, "هیچ خانه‌ای از فرم نیست"),
        ({"path": BOX, "text": " "}, "پاسخ بی متن نمی‌شود"),
    ],
)
def test_an_answer_to_nothing_is_refused_with_its_reason(home, asked, words, sentence):
    answer = home.program.ask("post", f"{REVIEWS}/{asked.pk}/replies", words)

    assert answer.status_code == 409
    assert sentence in answer.json()["detail"]
    assert not Remark.objects.filter(kind=Say.ANSWER).exists()


def test_a_version_of_another_agency_is_not_there(asked, program_of):
    stranger = program_of(OrganizationFactory())

    answer = stranger.ask("post", f"{REVIEWS}/{asked.pk}/replies", {"path": BOX, "text": "پاسخ"})

    assert answer.status_code == 404
    assert Remark.objects.count() == 1


def test_an_answer_that_is_sent_twice_is_said_once(home, asked):
    words = {"path": BOX, "text": "پاسخ"}

    for _ in range(2):
        home.program.ask("post", f"{REVIEWS}/{asked.pk}/replies", words, Idempotency_Key="r-1")

    assert Remark.objects.filter(kind=Say.ANSWER).count() == 1


def test_the_list_costs_the_same_whatever_its_length(home, asked, assert_same_cost):
    def grow():
        for _ in range(3):
            version = VersionFactory(service__owner=home.agency, stage="approved")
            remark(version, Words(BOX, Say.ASK, "چرا؟"), by=person("reviewer", centre()), at=NOW)

    assert_same_cost(lambda: home.program.ask("get", REVIEWS), grow)
