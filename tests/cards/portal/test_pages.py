"""Where an agency's list stands: said by its own people, on its own domains, each time a row."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils.timezone import localdate

from khedmat.cards.models import ServicesPage
from khedmat.cards.portal.pages import keep_pages, page_of
from khedmat.cards.portal.perms import can_keep_portal, kept_by
from tests.factories.cards import NOW
from tests.factories.people import OrganizationFactory, UserFactory, centre, person
from tests.factories.portal import an_owner, named

pytestmark = pytest.mark.django_db
TODAY = localdate(NOW)


@pytest.fixture
def agency():
    return an_owner(name="سازمان نمونه")


def test_the_newest_row_holds_and_the_others_stay(agency):
    named(agency, "www.sample.ir/services", " ")
    named(agency, "https://sample.ir/a", "https://khadamat.sample.ir/b", "https://sample.ir/a")

    assert page_of(agency).addresses == ["https://sample.ir/a", "https://khadamat.sample.ir/b"]
    assert ServicesPage.objects.count() == 2


def test_what_stays_as_it_was_is_no_new_row(agency):
    assert keep_pages(agency, [""], by=person("author", agency), at=NOW) is None
    first = named(agency)

    assert named(agency) == first
    assert ServicesPage.objects.count() == 1


def test_an_empty_list_takes_the_page_back(agency):
    named(agency)

    keep_pages(agency, [], by=person("manager", agency), at=NOW)

    assert page_of(agency).addresses == []


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://other.ir/services", r"نیست \(sample"),
        ("https://notsample.ir/", r"نیست \(sample"),
        ("https://sample.ir.evil.ir/", r"نیست \(sample"),
        ("ftp://sample.ir/", "نشانی وب نیست"),
        ("https://sample.ir:8443/", "نشانی وب نیست"),
        ("https://a:b@sample.ir/", "نشانی وب نیست"),
        ("http://127.0.0.1/", r"نیست \(sample"),
        ("صفحهٔ خدمت‌ها", "نشانی وب نیست"),
    ],
)
def test_an_address_elsewhere_or_none_is_refused_in_words(agency, address, words):
    with pytest.raises(ValidationError, match=words):
        named(agency, address)

    assert page_of(agency) is None


def test_more_than_five_addresses_are_refused(agency):
    with pytest.raises(ValidationError, match="بیش از ۵"):
        named(agency, *(f"https://sample.ir/{n}" for n in range(6)))


def test_an_agency_without_a_domain_hears_who_writes_it():
    with pytest.raises(ValidationError, match="مرکز دامنهٔ آن"):
        named(OrganizationFactory(domains=[]))


def test_an_ended_agency_names_no_page():
    with pytest.raises(ValidationError, match="دیگر در کار نیست"):
        named(an_owner(valid_to="2020-01-01"))


@pytest.mark.parametrize(
    ("role", "may"), [("author", True), ("approver", True), ("manager", True), ("reader", False), ("reviewer", False)]
)
def test_who_keeps_the_pages_of_an_agency(agency, role, may):
    user, stranger = person(role, agency), person(role, OrganizationFactory())

    assert can_keep_portal(user, agency, TODAY) is may
    assert (agency in kept_by(user, TODAY)) is may
    assert not can_keep_portal(stranger, agency, TODAY)
    with pytest.raises(ValidationError, match="همان دستگاه"):
        keep_pages(agency, [], by=stranger, at=NOW)


def test_examiners_of_the_centre_keep_all_and_people_without_a_role_none(agency):
    assert agency in kept_by(person("reviewer", centre()), TODAY)
    assert not kept_by(person("steward", centre()), TODAY)
    assert not kept_by(UserFactory(), TODAY)


def test_a_row_is_never_changed(agency):
    row = named(agency)

    for change in (row.delete, lambda: ServicesPage.objects.update(addresses=[])):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
