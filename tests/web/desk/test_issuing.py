"""Which services give a document, at the desk: its steward, others of the centre, the same role elsewhere, nobody."""

import pytest

from khedmat.cards.models import IssuingService
from tests.cards.documents.test_issuing import named, service
from tests.factories.cards import identified
from tests.factories.people import OrganizationFactory, centre, person
from tests.factories.registers import a_document, steward

pytestmark = pytest.mark.django_db


def told(response):
    return " ".join(response.content.decode().split())


def page_of(entry):
    return f"/desk/registers/documents/{entry.pk}/issuing/"


def written():
    return [row.service_id for row in IssuingService.objects.order_by("service")]


def posted(client, entry, services, seen="1"):
    return client.post(page_of(entry), {"services": services, "seen": seen}, follow=True)


def test_a_steward_writes_services_by_id_by_address_and_by_title(client_for):
    entry, client = a_document(), client_for(steward())
    one, two, three = service("صدور شناسنامه"), service("تعویض شناسنامه"), service("المثنای شناسنامه")
    identified(one, "13011234000")

    page = posted(client, entry, f"۱۳۰۱۱۲۳۴۰۰۰\nhttps://site.ir/services/{two.pk}/\nالمثنای  شناسنامه\n\n13011234000")

    assert written() == [one.pk, two.pk, three.pk]
    assert "خدمت صادرکننده: «المثنای شناسنامه، تعویض شناسنامه، صدور شناسنامه»" in told(page)


def test_the_page_shows_what_stands_and_an_empty_box_takes_it_away(client_for):
    entry, one, client = a_document(), service("صدور شناسنامه"), client_for(steward())
    named(entry, one)

    shown = told(client.get(page_of(entry)))
    posted(client, entry, "", seen="2")

    assert f"/services/{one.pk}/" in shown
    assert written() == []


@pytest.mark.parametrize("line", ["خدمتی که نیست", "13019999000", "/services/999999/", "12", "؟", "/services/0/"])
def test_a_line_that_means_no_published_service_is_refused_in_words_and_kept(client_for, line):
    entry = a_document()
    service("صدور شناسنامه", stage="draft")

    page = posted(client_for(steward()), entry, line)

    assert "نشانی صفحهٔ خدمت یا عنوان کامل" in told(page)
    assert f">\n{line}</textarea>" in page.content.decode()
    assert written() == []


def test_a_title_of_two_services_is_not_guessed(client_for):
    entry = a_document()
    service("صدور شناسنامه"), service("صدور شناسنامه")

    page = posted(client_for(steward()), entry, "صدور شناسنامه")

    assert "چند خدمت منتشرشده" in told(page)
    assert written() == []


def test_more_lines_than_services_of_one_document_are_refused(client_for):
    entry = a_document()

    page = posted(client_for(steward()), entry, "\n".join(f"خدمت {n}" for n in range(31)))

    assert "بیش از ۳۰ خدمت" in told(page)


def test_two_stewards_at_once_do_not_overwrite_each_other(client_for):
    entry, one, two = a_document(), service("صدور شناسنامه"), service("تعویض شناسنامه")
    named(entry, one)

    page = posted(client_for(steward()), entry, f"/services/{two.pk}/", seen="1")

    assert "چیزی ثبت نشد" in told(page)
    assert written() == [one.pk]


@pytest.mark.parametrize(("role", "at_home"), [("publisher", True), ("legal_steward", True), ("steward", False)])
def test_to_others_the_page_is_not_there_and_no_button_leads_to_it(client_for, role, at_home):
    entry, one = a_document(), service("صدور شناسنامه")
    client = client_for(person(role, centre() if at_home else OrganizationFactory()))

    assert client.get(page_of(entry)).status_code == 404
    assert posted(client, entry, f"/services/{one.pk}/").status_code == 404
    assert "issuing" not in told(client.get(f"/desk/registers/documents/{entry.pk}/"))
    assert written() == []


def test_nobody_is_asked_to_sign_in(client):
    assert client.get(page_of(a_document()))["Location"].startswith("/account/login/")


def test_readers_find_the_way_beside_the_asked_document_and_on_its_own_page(client):
    entry, giver = a_document(code="birth"), service("صدور شناسنامه")
    asker = service("صدور گذرنامه", "شناسنامه", "کارت ملی")
    named(entry, giver)
    way = f'<a href="/services/{giver.pk}/">صدور شناسنامه</a>'

    page, document = told(client.get(f"/services/{asker.pk}/")), told(client.get("/documents/birth/"))

    assert page.count("از این خدمت می‌گیرید:") == 1
    assert way in page
    assert f'از کجا می‌گیرید؟</h2> <ul class="text-list"><li>{way}' in document


def test_a_document_that_nobody_named_a_service_for_says_nothing_of_it(client):
    a_document(code="birth")
    asker = service("صدور گذرنامه", "شناسنامه")

    assert "از این خدمت می‌گیرید" not in told(client.get(f"/services/{asker.pk}/"))
    assert "از کجا می‌گیرید؟" not in told(client.get("/documents/birth/"))


def test_the_page_of_readers_still_asks_four_questions(client, django_assert_max_num_queries):
    entry, giver = a_document(), service("صدور شناسنامه")
    asker = service("صدور گذرنامه", "شناسنامه")
    named(entry, giver)

    with django_assert_max_num_queries(4):
        client.get(f"/services/{asker.pk}/")
