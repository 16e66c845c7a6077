"""Feedback at the desk: author, colleague, examiner, the same role elsewhere."""

import pytest

from khedmat.cards.enums import FeedbackStage
from khedmat.cards.models import Feedback
from tests.factories.feedback import TEXT, a_card, answered, said
from tests.factories.people import OrganizationFactory, centre, person

pytestmark = pytest.mark.django_db
LIST = "/desk/feedback/"


def told(response):
    return " ".join(response.content.decode().split())


def one(feedback):
    return f"{LIST}{feedback.pk}/"


def test_an_author_answers_and_the_answer_stands_there(client_for):
    feedback = said()
    author = client_for(person("author", feedback.service.owner))

    page = told(author.post(one(feedback), {"to": "answered", "text": "در دفتر کارمزد هم هست."}, follow=True))

    assert "در دفتر کارمزد هم هست." in page
    assert Feedback.objects.get().stage == FeedbackStage.ANSWERED


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        ({"to": "answered", "text": ""}, "متن پاسخ"),
        ({"to": "nothing", "text": "پاسخ"}, "پاسخ شما"),
        ({"to": "mended", "text": "پاسخ مانده"}, "هنگامی گفته"),
    ],
)
def test_what_is_amiss_is_said_and_the_text_stays(client_for, sent, why):
    feedback = said()

    page = told(client_for(person("author", feedback.service.owner)).post(one(feedback), sent))

    assert why in page
    assert sent["text"] in page
    assert Feedback.objects.get().stage == FeedbackStage.WAITING


def test_a_colleague_reads_and_is_told_who_answers(client_for):
    feedback = said()
    colleague = client_for(person("manager", feedback.service.owner))

    assert "ثبت پاسخ" not in told(colleague.get(one(feedback)))
    assert "کار نویسندگان" in told(colleague.post(one(feedback), {"to": "answered", "text": "پاسخ"}))


def test_an_examiner_of_the_centre_sees_all(client_for):
    feedback = said()

    assert TEXT in told(client_for(person("reviewer", centre())).get(one(feedback)))


@pytest.mark.parametrize("role", ["author", "approver", "reviewer"])
def test_the_same_role_elsewhere_finds_nothing(client_for, role):
    feedback, client = said(), client_for(person(role, OrganizationFactory()))

    assert client.get(one(feedback)).status_code == 404
    assert TEXT not in told(client.get(LIST))


def test_nobody_signs_in_first(client):
    assert client.get(one(said())).status_code == 302
    assert client.get(LIST).status_code == 302


def test_the_list_shows_what_waits_and_narrows(client_for):
    version = a_card()
    author = client_for(person("author", version.service.owner))
    said(version)
    answered(FeedbackStage.ANSWERED, said(version, text="ساعت کار نوشته نشده است."))

    assert "ساعت کار" not in told(author.get(LIST))
    assert TEXT in told(author.get(LIST))
    assert "ساعت کار" in told(author.get(f"{LIST}?stage=all"))
    assert TEXT not in told(author.get(f"{LIST}?stage=answered&service={version.service_id}"))
    assert TEXT not in told(author.get(f"{LIST}?service=999999"))


def test_it_is_a_queue_of_the_office(client_for):
    author = client_for(person("author", said().service.owner))

    assert LIST in told(author.get("/desk/queues/"))


def test_many_cost_what_few_do(client_for, assert_same_cost):
    version = said().version
    author = client_for(person("author", version.service.owner))

    def grow():
        for word in "الف", "ب", "پ", "ت":
            said(version, text=f"سخن دراز {word} دربارهٔ هزینه")

    assert_same_cost(lambda: author.get(LIST), grow)
