"""The page on which a card is examined box by box, and the editor that inherits what was left open."""

import pytest

from khedmat.cards.models import Remark
from khedmat.cards.threads import threads_of
from tests.factories.cards import FindingFactory, ServiceFactory, VersionFactory
from tests.factories.people import OrganizationFactory, centre, person

pytestmark = pytest.mark.django_db
TITLE = "card.title"


@pytest.fixture
def version():
    owner = OrganizationFactory(name="سازمان نمونه")
    return VersionFactory(service__owner=owner, stage="approved", card={"title": "صدور پروانهٔ چاه"})


@pytest.fixture
def reviewer(client_for):
    return client_for(person("reviewer", centre()))


def address(version):
    return f"/desk/versions/{version.pk}/review/"


def text_of(response):
    return response.content.decode()


def say(client, version, kind, path=TITLE, **more):
    return client.post(address(version), {"path": path, "kind": kind, "text": "", "proposed": ""} | more)


def test_every_box_is_shown_with_its_value_its_findings_and_three_things_to_do(reviewer, version):
    FindingFactory(version=version, field=TITLE, message="عنوان نام مدرک است.")

    page = text_of(reviewer.get(address(version)))

    assert "صدور پروانهٔ چاه" in page
    assert "عنوان نام مدرک است." in page
    assert page.count('value="accept"') == page.count('value="ask"') == page.count('<article class="review-box')
    assert 0 < page.count('value="suggest"') < page.count('value="ask"')


def test_what_was_looked_at_is_counted_and_the_way_leads_to_the_next_box(reviewer, version):
    before = text_of(reviewer.get(address(version)))

    answer = say(reviewer, version, "accept")

    assert "۰ از" in before
    assert answer["Location"] == f"{address(version)}#box-card.service_id"
    assert "۱ از" in text_of(reviewer.get(address(version)))


def test_a_question_leads_back_to_its_box_and_is_shown_open(reviewer, version):
    answer = say(reviewer, version, "ask", text="این عنوان خدمت است؟")

    page = text_of(reviewer.get(address(version)))
    assert answer["Location"].endswith(f"#box-{TITLE}")
    assert "این عنوان خدمت است؟" in page
    assert "۱ خانه پرسش باز دارد" in page
    assert "حل شد" in page


def test_a_suggestion_keeps_its_text_folded_and_lines_as_lines(reviewer, version):
    say(reviewer, version, "suggest", proposed="صدور پروانه‌ي چاه ")
    say(reviewer, version, "suggest", path="card.documents", proposed="كارت ملي\r\n\r\nسند")

    threads = threads_of(version)
    assert threads[TITLE].suggestion.proposed == "صدور پروانه‌ی چاه"
    assert threads["card.documents"].suggestion.proposed == ["کارت ملی", "سند"]


@pytest.mark.parametrize(
    ("kind", "more", "words"),
    [
        ("ask", {"text": " "}, "پرسش و پاسخ بی متن نمی‌شود"),
        ("suggest", {"proposed": "", "text": "دلیلی بلند"}, "پیشنهاد متنی می‌خواهد"),
        ("burn", {"text": "x"}, "note-seal"),
        ("ask", {"path": "card.cost.items", "text": "x"}, "هیچ خانه‌ای از این صفحه نیست"),
    ],
)
def test_a_refusal_is_said_and_nothing_typed_is_lost(reviewer, version, kind, more, words):
    answer = say(reviewer, version, kind, **more)

    page = text_of(answer)
    assert words in page
    assert more.get("text", "").strip() in page
    assert not Remark.objects.exists()


def test_the_agency_answers_and_the_asker_settles(client_for, reviewer, version):
    say(reviewer, version, "ask", text="چرا؟")
    author = client_for(person("author", version.service.owner))

    page = text_of(author.get(address(version)))
    say(author, version, "answer", text="چون چنین است.")
    say(reviewer, version, "accept")

    assert 'value="answer"' in page
    assert 'value="ask"' not in page
    assert [one.kind for one in threads_of(version)[TITLE].remarks] == ["ask", "answer", "accept"]


def test_what_differs_from_the_published_card_is_shown_beside_it(reviewer):
    service = ServiceFactory()
    VersionFactory(service=service, published=True, card={"title": "عنوان منتشرشده"})
    newer = VersionFactory(service=service, stage="approved", card={"title": "عنوان تازه"})

    page = text_of(reviewer.get(address(newer)))

    assert page.count("در نسخهٔ منتشرشده:") == 1
    assert "عنوان منتشرشده" in page


def test_a_colleague_of_the_office_reads_and_does_nothing(client_for, version):
    page = text_of(client_for(person("reader", version.service.owner)).get(address(version)))

    assert "<article" in page
    assert 'name="kind"' not in page


@pytest.mark.parametrize("role", ["author", "approver", "reviewer", "publisher"])
def test_a_stranger_with_the_same_right_elsewhere_finds_nothing(client_for, version, role):
    stranger = client_for(person(role, OrganizationFactory()))

    assert stranger.get(address(version)).status_code == 404
    assert say(stranger, version, "ask", text="چرا؟").status_code == 404
    assert not Remark.objects.exists()


def test_anonymous_is_asked_who_they_are(client, version):
    assert "/account/login/" in client.get(address(version))["Location"]


def test_what_people_write_is_never_markup(reviewer, version):
    say(reviewer, version, "ask", text="<script>alert(1)</script>")

    assert "<script>alert" not in text_of(reviewer.get(address(version)))


def test_the_page_costs_at_most_twelve_questions_whatever_was_said(reviewer, version, django_assert_max_num_queries):
    for number in range(5):
        say(reviewer, version, "ask", path="card.cost", text=f"پرسش {number}")
        FindingFactory(version=version, field="card.cost")

    with django_assert_max_num_queries(12):
        reviewer.get(address(version))


def test_the_editor_of_the_next_draft_shows_what_was_left_open_and_takes_the_text(client_for, reviewer, version):
    say(reviewer, version, "suggest", text="کوتاه‌تر", proposed="صدور پروانه")
    draft = VersionFactory(service=version.service, card={"title": "صدور پروانهٔ چاه"})
    author = client_for(person("author", version.service.owner))
    editor = f"/desk/versions/{draft.pk}/edit/identity/"

    page = text_of(author.get(editor))
    answer = author.post(editor, {"card.title": "صدور پروانهٔ چاه", "revision": "0", "end": "1", "take": TITLE})

    draft.refresh_from_db()
    assert "کوتاه‌تر" in page
    assert "متن پیشنهادی را بگذار" in page
    assert draft.title == "صدور پروانه"
    assert answer["Location"].endswith("#box-title")


def test_the_next_version_shows_the_centre_what_was_open_before(reviewer, version):
    say(reviewer, version, "ask", text="چرا چنین است؟")
    newer = VersionFactory(service=version.service, stage="submitted")

    page = text_of(reviewer.get(address(newer)))

    assert "در نسخهٔ پیش از این باز مانده بود" in page
    assert "چرا چنین است؟" in page
