"""D01 and D03: what the register knows of the documents of a card."""

import pytest

from khedmat.cards.checking import store_findings
from tests.factories import forms
from tests.factories.cards import NOW, ServiceFactory, VersionFactory
from tests.factories.people import OrganizationFactory
from tests.factories.registers import a_document

pytestmark = pytest.mark.django_db


def found(rule, *lines, owner=None):
    service = ServiceFactory(owner=owner or OrganizationFactory())
    version = VersionFactory(service=service, document=forms.document(forms.card(documents=list(lines))))
    return [one for one in store_findings(version, on=NOW.date()) if one.rule == rule]


def test_unknown_documents_are_one_finding_with_the_nearest_name():
    a_document("کارت ملی")

    (only,) = found("D01", "کارت مالی", "نامهٔ آبی", "کارت ملی")

    assert (only.severity, only.field) == ("A", "card.documents")
    assert "۲ مدرک" in only.message
    assert "«کارت مالی» همان «کارت ملی»" in only.fix


def test_many_unknown_documents_are_counted_and_four_are_named():
    a_document()

    (only,) = found("D01", *(f"برگهٔ شمارهٔ {number}" for number in range(1, 10)))

    assert "۹ مدرک" in only.message
    assert "برگهٔ شمارهٔ ۵" not in only.message


@pytest.mark.parametrize("lines", [["شناسنامه"], ["اصل شناسنامه (برای متقاضی)"], [], ["در شناسنامه موجود است"]])
def test_known_documents_and_what_other_rules_ask_about_are_let_be(lines):
    a_document()

    assert found("D01", *lines) == []


def test_an_empty_register_asks_nothing():
    assert found("D01", "نامهٔ آبی") == []


def test_a_document_of_the_agency_itself_is_not_asked_of_people():
    issuer = OrganizationFactory()
    a_document(issuer=issuer)

    (only,) = found("D03", "کارت", "تصویر شناسنامه", owner=issuer)

    assert (only.severity, only.field) == ("A", "card.documents.1")


@pytest.mark.parametrize(("scope", "count"), [("provincial", 1), ("county", 1), ("national", 0)])
def test_a_provincial_office_is_its_national_agency_and_a_company_of_a_ministry_is_not(scope, count):
    issuer = OrganizationFactory()
    a_document(issuer=issuer)

    assert len(found("D03", "شناسنامه", owner=OrganizationFactory(parent=issuer, scope=scope))) == count


def test_a_document_of_another_agency_or_of_nobody_known_is_let_be():
    a_document(issuer=OrganizationFactory()), a_document("فرم درخواست")

    assert found("D03", "شناسنامه", "فرم درخواست") == []
