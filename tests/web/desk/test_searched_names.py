"""What people searched for, at the desk: its author, a colleague, an author elsewhere, nobody."""

import pytest

from khedmat.cards.models import PopularName, SearchDay, SearchDismissal
from khedmat.cards.popular.searched import note
from khedmat.search import living
from khedmat.search.keeping import rebuild
from tests.factories.cards import NOW
from tests.factories.people import OrganizationFactory, person
from tests.factories.popular import a_service
from tests.web.signing_in import asks_to_sign_in

pytestmark = pytest.mark.django_db
PAGE = "/desk/registers/popular-names/searched/"
SETTLE = f"{PAGE}settle/"
WORDS = "پاس سفر"


@pytest.fixture
def service():
    found = a_service()
    for _time in range(5):
        note(WORDS, on=NOW.date(), first=found.pk)
    return found


@pytest.fixture
def author(service, client_for):
    return client_for(person("author", service.owner))


def settle(client, service, said, *, follow=True):
    return client.post(SETTLE, {"words": WORDS, "service": service.pk} | said, follow=follow)


def told(response):
    return " ".join(response.content.decode().split())


def test_its_author_reads_what_people_searched_and_takes_it_as_a_name(author, service):
    page = told(author.get(PAGE))
    after = told(
        author.post(
            SETTLE, {"words": WORDS, "service": service.pk, "to": "accept", "term": "پاس سفر خارج"}, follow=True
        )
    )

    assert "مردم این را ۵ بار جستند و چیزی نیافتند." in page
    assert "صدور گذرنامه" in page
    assert PopularName.objects.values_list("term", "stage").get() == ("پاس سفر خارج", "proposed")
    assert "ثبت شد." in after


def test_without_another_term_the_words_themselves_are_proposed_and_leave_the_list(author, service):
    after = told(settle(author, service, {"to": "accept"}))

    assert PopularName.objects.get().term == WORDS
    assert "پاسخی بخواهد" in after


def test_its_author_passes_over_it_with_a_reason(author, service):
    without = told(settle(author, service, {"to": "dismiss"}))
    after = told(
        author.post(
            SETTLE, {"words": WORDS, "service": service.pk, "to": "dismiss", "reason": "نام شرکتی است."}, follow=True
        )
    )

    assert "علت را بنویسید" in without
    assert SearchDismissal.objects.get().reason == "نام شرکتی است."
    assert WORDS not in after


@pytest.mark.parametrize("to", ["burn", "dismiss"])
def test_what_is_refused_stays_as_it_was_typed(author, service, to):
    note_of_it = {"to": to, "term": "پاس سفر «نو»", "reason": " " if to == "dismiss" else "نمی‌دانم"}

    page = settle(author, service, note_of_it)

    assert page.status_code == 422
    assert 'value="پاس سفر «نو»"' in told(page)
    assert ('value="نمی‌دانم"' in told(page)) == (to == "burn")


def test_who_passes_over_without_a_reason_is_asked_about_the_words_and_not_about_a_proposer(author, service):
    page = told(settle(author, service, {"to": "dismiss"}))

    assert "چرا این واژه‌ها نام این خدمت نیست" in page
    assert "پیشنهاددهنده" not in page


def test_another_button_is_refused_in_words(author, service):
    assert "یکی از دو دکمه" in told(settle(author, service, {"to": "burn"}))


@pytest.mark.parametrize("where", ["colleague", "stranger"])
def test_a_colleague_and_an_author_elsewhere_find_nothing(client_for, service, where):
    users = {"colleague": ("manager", service.owner), "stranger": ("author", OrganizationFactory())}
    client = client_for(person(*users[where]))

    assert WORDS not in told(client.get(PAGE))
    assert settle(client, service, {"to": "accept"}, follow=False).status_code == 404
    assert not PopularName.objects.exists()


def test_nobody_is_asked_to_sign_in(client, service):
    assert asks_to_sign_in(client.get(PAGE))
    assert asks_to_sign_in(settle(client, service, {"to": "accept"}, follow=False))


def test_words_asked_seldom_are_shown_to_nobody(client_for):
    service = a_service()
    note("راز من", on=NOW.date(), first=service.pk)

    assert "راز من" not in told(client_for(person("author", service.owner)).get(PAGE))


def test_the_page_costs_the_same_whatever_was_searched(author, service, assert_same_cost):
    def more():
        for number in "ابپت":
            for _time in range(5):
                note(f"{WORDS} {number * 3}", on=NOW.date(), first=service.pk)

    assert_same_cost(lambda: author.get(PAGE), more)


def test_opening_a_result_is_counted_without_cookie_and_the_address_that_counts_has_no_words(
    client, tmp_path, settings
):
    settings.KHEDMAT_DATA, service = tmp_path, a_service()
    rebuild(living.folder(), at=1.0)
    page = client.get("/search/", {"q": "گذرنامه"})
    address = page.content.decode().split('<h3><a href="')[1].split('"')[0]

    opened = client.get(address)

    assert SearchDay.objects.values_list("words", "with_results", "clicks").get() == ("گذرنامه", 1, 1)
    assert f'rel="canonical" href="http://testserver/services/{service.pk}/"' in opened.content.decode()
    assert "public" in opened["Cache-Control"]
    assert not opened.cookies
    assert not page.cookies
