"""The shipped list of documents: loaded once, again, and beside what stewards wrote."""

import pytest

from khedmat.cards.documents.loading import load_registers
from khedmat.core.persian import squeeze
from khedmat.organizations.models import Organization
from khedmat.registers.models import DocumentType, RegisterChange
from khedmat.registers.writing import change
from tests.factories.cards import NOW
from tests.factories.people import OrganizationFactory
from tests.factories.registers import a_document, steward

pytestmark = pytest.mark.django_db


def test_the_list_is_long_and_each_name_is_one_document_s():
    load_registers(at=NOW)

    names = [squeeze(name) for one in DocumentType.objects.order_by("pk") for name in one.names()]
    assert DocumentType.objects.count() >= 120
    assert len(names) == len(set(names))


def test_loading_again_changes_nothing():
    OrganizationFactory(code="sabteahval")
    load_registers(at=NOW)

    assert load_registers(at=NOW) == 0
    assert DocumentType.objects.get(code="birth-certificate").issuer.code == "sabteahval"
    assert RegisterChange.objects.filter(by=None, register="documents").count() == DocumentType.objects.count()


def test_an_issuer_that_came_later_is_taken():
    load_registers(at=NOW)
    OrganizationFactory(code="sabteahval")

    assert load_registers(at=NOW) > 0
    assert DocumentType.objects.get(code="national-card").issuer == Organization.objects.get()


def test_what_a_steward_wrote_is_never_overwritten():
    load_registers(at=NOW)
    entry = DocumentType.objects.get(code="birth-certificate")
    entry.aliases, entry.validity = ["سجل"], "همیشه"
    change(entry, seen=0, by=steward(), at=NOW)

    load_registers(at=NOW)

    entry.refresh_from_db()
    assert (entry.aliases, entry.validity) == (["سجل"], "همیشه")


def test_a_title_that_a_steward_gave_to_another_entry_is_left_to_it():
    mine = a_document("گواهی هویت", aliases=("کارت ملی",))

    load_registers(at=NOW)

    assert not DocumentType.objects.filter(code="national-card").exists()
    assert DocumentType.objects.get(pk=mine.pk).aliases == ["کارت ملی"]
