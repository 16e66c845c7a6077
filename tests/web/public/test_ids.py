"""Finding a service by its ID, and the page of an ID: its digits, its titles, its family."""

import pytest

from tests.factories.cards import ServiceFactory, VersionFactory, identified

pytestmark = pytest.mark.django_db
CODE = "13031466000"


@pytest.fixture
def service():
    service = identified(ServiceFactory(), CODE)
    VersionFactory(service=service, stage="replaced", card={"title": "عنوان کهن"})
    VersionFactory(service=service, published=True, card={"title": "انشعاب گاز خانگی"})
    return service


@pytest.mark.parametrize("typed", [CODE, "۱۳۰۳۱۴۶۶۰۰۰", "1303-1466-000", "١٣٠٣ ١٤٦٦ ٠٠٠"])
def test_an_id_typed_in_any_digits_leads_to_its_service(client, service, typed):
    answers = [client.get("/id/", {"q": typed}), client.get(f"/services/by-id/{typed}/")]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert {answer["Location"] for answer in answers} == {f"/services/{service.pk}/"}


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("1303146600", "یک رقم آن افتاده است"),
        ("130314660002", "یک رقم زیادی دارد"),
        ("13031466001", "یک رقم آن دیگر است"),
        ("13034166000", "دو رقم کنار هم جابه‌جا نوشته شده است"),
        ("14661303000", "سه پارهٔ شناسه جابه‌جا نوشته شده است"),
    ],
)
def test_a_damaged_id_is_not_found_and_says_what_it_may_be_and_why(client, service, typed, why):
    answer = client.get(f"/services/by-id/{typed}/")

    page = answer.content.decode()
    assert answer.status_code == 404
    assert "انشعاب گاز خانگی" in page
    assert why in page


def test_a_number_that_is_near_to_nothing_is_named_for_what_it_looks_like(client, service):
    page = client.get("/id/", {"q": "۰۹۱۲۱۲۳۴۵۶۷"}).content.decode()

    assert "شمارهٔ تلفن همراه" in page
    assert "انشعاب گاز" not in page


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", "1" * 5000, "۱۳۰۳\x00", "%", "..", "٬"])
def test_hostile_numbers_find_nothing(client, service, typed):
    answer = client.get("/id/", {"q": typed})

    assert answer.status_code in (200, 404)
    assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize("stage", ["draft", "submitted", "approved"])
def test_an_id_whose_card_is_not_public_is_told_to_nobody(client, stage):
    VersionFactory(service=identified(ServiceFactory(), CODE), stage=stage, card={"title": "هنوز پنهان"})

    answers = [client.get(f"/services/by-id/{number}/") for number in (CODE, "13031466001")]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert not any("هنوز پنهان" in answer.content.decode() for answer in answers)


def test_the_number_typed_costs_the_same_among_few_and_many(client, service, assert_same_cost):
    def more():
        for place in range(5):
            VersionFactory(service=identified(ServiceFactory(), f"1303146610{place}"), published=True)

    assert_same_cost(lambda: client.get("/id/", {"q": "13031466001"}), more)


def test_the_page_of_an_id_tells_its_digits_and_every_title_it_has_borne(client, service):
    other = identified(ServiceFactory(), "13010007000", is_legacy=True)
    VersionFactory(service=other, published=True)

    page = client.get(f"/services/{service.pk}/id/").content.decode()
    before = client.get(f"/services/{other.pk}/id/").content.decode()

    assert "سوخت و انرژی" in page
    assert "۱۴۶۶" in page
    assert "عنوان کهن" in page
    assert "پیش از دفتر کنونی" in before
    assert "پیش از دفتر کنونی" not in page


def test_a_main_service_shows_its_sub_services_and_they_show_it(client, service):
    sub = VersionFactory(service=identified(ServiceFactory(), "14021466100"), published=True, card={"title": "فرزند"})
    hidden = VersionFactory(service=identified(ServiceFactory(), "14021466101"), card={"title": "هنوز پیش‌نویس"})
    stranger = VersionFactory(service=identified(ServiceFactory(), "13031467000"), published=True)

    of_main = client.get(f"/services/{service.pk}/").content.decode()
    of_sub = client.get(f"/services/{sub.service.pk}/").content.decode()

    assert "زیرخدمت‌ها" in of_main
    assert f'href="/services/{sub.service.pk}/"' in of_main
    assert "انشعاب گاز خانگی" in of_sub
    assert hidden.title not in of_main
    assert f'href="/services/{stranger.service.pk}/"' not in of_main


def test_the_page_of_an_id_asks_at_most_four_questions(client, service, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        client.get(f"/services/{service.pk}/id/")
