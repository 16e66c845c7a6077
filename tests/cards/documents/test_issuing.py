"""Which services give a document: written by its steward, followed through merges, read where it is asked."""

import pytest
from django.core.exceptions import ValidationError

from khedmat.cards.checking import store_findings
from khedmat.cards.documents.issuing import (
    Giver,
    givers,
    issuers,
    name_issuers,
    titles_of,
    with_issuers,
    with_issuers_of_asked,
)
from khedmat.cards.lines.actions import merge, preview
from khedmat.cards.models import IssuingService, ServiceVersion
from khedmat.permits.needed import links_to
from khedmat.registers.models import DocumentType, RegisterChange
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import OrganizationFactory, centre, person
from tests.factories.registers import a_document, steward

pytestmark = pytest.mark.django_db


def service(title, *asks, **more):
    document = forms.document(forms.card(title=title, documents=list(asks)))
    version = VersionFactory(document=document, **({"published": True} | more))
    store_findings(version, on=NOW.date())
    return version.service


def named(entry, *services, by=None):
    seen = DocumentType.objects.get(pk=entry.pk).revision
    name_issuers(entry, list(services), seen=seen, by=by or steward(), at=NOW)


def of_asked(asker):
    return givers(with_issuers_of_asked(ServiceVersion.objects.filter(service=asker)).get())


def test_the_log_of_the_register_keeps_what_was_said_before_and_after():
    entry, one, other = a_document(), service("صدور شناسنامه"), service("تعویض شناسنامه")

    named(entry, one)
    named(entry, other)

    last = RegisterChange.objects.filter(entry=entry.pk).order_by("pk").last()
    assert (last.before, last.after) == ({"services": ["صدور شناسنامه"]}, {"services": ["تعویض شناسنامه"]})
    assert DocumentType.objects.get(pk=entry.pk).revision == 3


def test_the_same_once_more_is_no_change():
    entry, one = a_document(), service("صدور شناسنامه")
    named(entry, one)

    named(entry, one)

    assert RegisterChange.objects.filter(entry=entry.pk).count() == 2
    assert IssuingService.objects.count() == 1


@pytest.mark.parametrize(("role", "at_home"), [("steward", False), ("legal_steward", True), ("publisher", True)])
def test_whoever_does_not_keep_the_register_is_refused_and_nothing_is_written(role, at_home):
    entry, one = a_document(), service("صدور شناسنامه")

    with pytest.raises(ValidationError, match="متولی"):
        named(entry, one, by=person(role, centre() if at_home else OrganizationFactory()))

    assert not IssuingService.objects.exists()


def test_a_page_of_an_earlier_revision_writes_nothing():
    entry, one = a_document(), service("صدور شناسنامه")

    with pytest.raises(ValidationError, match="چیزی ثبت نشد"):
        name_issuers(entry, [one], seen=0, by=steward(), at=NOW)

    assert not IssuingService.objects.exists()


def test_what_gave_a_merged_document_gives_the_one_that_stays_and_once():
    gone, kept, both, one = a_document("سجل"), a_document(), service("صدور شناسنامه"), service("تعویض شناسنامه")
    named(gone, both, one)
    named(kept, both)
    gone, kept = (DocumentType.objects.get(pk=entry.pk) for entry in (gone, kept))

    merge(gone, kept, seen=preview(gone, kept).seen, by=steward(), at=NOW)

    assert [row.service for row in issuers(document_type=kept)] == [one, both]
    assert not IssuingService.objects.filter(document_type=gone).exists()


def test_a_card_that_asks_for_a_document_knows_who_gives_it():
    entry, giver, asker = a_document(), service("صدور شناسنامه"), service("گذرنامه", "اصل شناسنامه", "کارت ملی")
    named(entry, giver)

    assert of_asked(asker) == [Giver(giver.pk, "صدور شناسنامه", None, "اصلشناسنامه")]
    assert givers(with_issuers(DocumentType.objects.all()).get()) == [Giver(giver.pk, "صدور شناسنامه")]


def test_what_is_not_published_gives_nothing_to_anybody():
    entry, draft, asker = a_document(), service("صدور شناسنامه", stage="suspended"), service("گذرنامه", "شناسنامه")
    named(entry, draft)

    assert of_asked(asker) == []
    assert titles_of([draft]) == [f"#{draft.pk}"]


def test_a_service_is_no_way_to_its_own_document():
    entry, own = a_document(), service("تعویض شناسنامه", "شناسنامه")
    named(entry, own)

    assert of_asked(own) == []


def test_the_journey_goes_through_the_service_that_the_steward_named():
    entry, giver, asker = a_document("کارت سبز"), service("عضویت در انجمن"), service("صدور پروانه", "کارت سبز")
    named(entry, giver)

    found = links_to(ServiceVersion.objects.published())

    assert [(link.source, link.target, link.name) for link in found] == [(giver.pk, asker.pk, "کارت سبز")]
