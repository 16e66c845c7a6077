"""Popular names at the desk: author, approver, steward, the same roles elsewhere, nobody."""

import pytest

from khedmat.cards.models import PopularName
from khedmat.cards.popular.searched import note
from tests.factories.cards import NOW, VersionFactory, identified
from tests.factories.people import OrganizationFactory, centre, person
from tests.factories.popular import a_service, accepted, proposed
from tests.factories.registers import steward

pytestmark = pytest.mark.django_db
REGISTER = "/desk/registers/popular-names/"


def told(response):
    return " ".join(response.content.decode().split())


def page_of(name_or_service):
    return f"/desk/services/{getattr(name_or_service, 'service_id', name_or_service.pk)}/names/"


def test_a_name_goes_from_its_author_to_the_approver_and_away(client_for):
    service = a_service()
    author, approver = (client_for(person(role, service.owner)) for role in ("author", "approver"))

    waiting = told(author.post(page_of(service), {"term": "پاسپورت"}, follow=True))
    name = PopularName.objects.get()
    done = told(approver.post(f"{page_of(service)}{name.pk}/", {"to": "accept"}, follow=True))
    gone = told(author.post(f"{page_of(service)}{name.pk}/", {"to": "remove", "reason": "کهنه است."}, follow=True))

    assert "پیشنهاد شد" in waiting
    assert "بپذیر</button>" not in waiting
    assert "پذیرفته شد" in done
    assert "کهنه است." in gone


def test_a_refusal_stands_on_the_page(client_for):
    name = proposed()
    author = client_for(person("author", name.service.owner))

    assert "عنوان خود خدمت" in told(author.post(page_of(name), {"term": "صدور گذرنامه"}))
    assert "تأییدکنندگان" in told(author.post(f"{page_of(name)}{name.pk}/", {"to": "accept"}, follow=True))
    assert "یکی از دکمه" in told(author.post(f"{page_of(name)}{name.pk}/", {"to": "nothing"}, follow=True))


def test_colleagues_read_and_have_no_buttons(client_for):
    name = proposed()

    page = told(client_for(person("manager", name.service.owner)).get(page_of(name)))

    assert "پاسپورت" in page
    assert '<button type="submit" class="button" name="to"' not in page


@pytest.mark.parametrize("role", ["author", "approver", "steward"])
def test_the_same_role_elsewhere_finds_no_page(client_for, role):
    name, client = proposed(), client_for(person(role, OrganizationFactory()))

    assert client.get(page_of(name)).status_code == 404
    assert client.post(f"{page_of(name)}{name.pk}/", {"to": "remove", "reason": "نه"}).status_code == 404
    assert "پاسپورت" not in told(client.get(REGISTER))
    assert client.get(f"{REGISTER}new/").status_code == client.get(f"{REGISTER}missed/").status_code == 404


def test_what_was_never_published_has_no_page_for_the_steward(client_for):
    assert client_for(steward()).get(page_of(VersionFactory().service)).status_code == 404


def test_nobody_is_asked_to_sign_in(client):
    assert client.get(REGISTER)["Location"].startswith("/account/login/")


def test_everybody_signed_in_reads_names_in_force_and_stewards_the_proposals(client_for):
    accepted(), proposed("گذرنامه‌ی من")

    theirs, all_names = (told(client_for(user).get(REGISTER)) for user in (person("publisher", centre()), steward()))

    assert "پاسپورت" in theirs
    assert "گذرنامه‌ی من" not in theirs
    assert "گذرنامه‌ی من" in all_names


def test_the_register_is_narrowed_by_stage_and_words(client_for):
    accepted(), proposed("پاس")
    client = client_for(steward())

    assert "پاسپورت" not in told(client.get(f"{REGISTER}?stage=proposed"))
    assert "پاسپورت" in told(client.get(f"{REGISTER}?q=پاسپو&stage=odd"))


def test_a_steward_names_a_service_by_its_number_or_id(client_for):
    service, client = a_service(), client_for(steward())
    for _time in range(5):
        note("پاسپورت", on=NOW.date())
    note("یک بار جسته", on=NOW.date())

    assert "یک بار جسته" not in told(client.get(f"{REGISTER}missed/"))
    assert "پاسپورت" in told(client.get(f"{REGISTER}missed/"))
    assert 'value="پاسپورت"' in told(client.get(f"{REGISTER}new/?term=پاسپورت"))
    client.post(f"{REGISTER}new/", {"term": "پاسپورت", "service": str(service.pk)})
    client.post(f"{REGISTER}new/", {"term": "پاس", "service": identified(service).code})

    assert sorted(PopularName.objects.values_list("term", "source")) == [("پاس", "centre"), ("پاسپورت", "search")]


@pytest.mark.parametrize("number", ["999999", "خدمت", "۱۲۳۴۵۶۷۸۹۰۱"])
def test_a_number_of_no_service_is_refused(client_for, number):
    page = client_for(steward()).post(f"{REGISTER}new/", {"term": "پاسپورت", "service": number})

    assert "خدمتی با این شناسه یا شماره نیست" in told(page)


def test_the_pages_cost_the_same_whatever_the_names(client_for, assert_same_cost):
    service, client = a_service(), client_for(steward())
    proposed(service=service)
    terms = iter(["پاس یک", "پاس دو", "پاس سه", "پاس چهار"])

    assert_same_cost(lambda: client.get(page_of(service)), lambda: accepted(next(terms), service))
    assert_same_cost(lambda: client.get(REGISTER), lambda: accepted(next(terms)))


def test_the_page_of_a_published_version_leads_to_its_names(client_for):
    service = a_service()

    page = client_for(person("author", service.owner)).get(f"/desk/versions/{service.versions.get().pk}/")

    assert page_of(service) in told(page)
