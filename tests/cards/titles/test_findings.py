"""C08: a card's title is one that the agency's highest official confirmed."""

import pytest
from django.utils.timezone import localdate

from khedmat.cards.actions import create_draft, store_findings
from khedmat.cards.looking import Looked
from khedmat.cards.models import ServiceVersion
from khedmat.cards.standing_checks import standing_findings
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory
from tests.factories.titles import confirmed, drafted, office, titles_of

pytestmark = pytest.mark.django_db
TODAY = localdate(NOW)


def of_register(version):
    return [
        found for found in standing_findings([Looked(version, version.document)], on=TODAY)[0] if found.rule == "C08"
    ]


def card_of(here, title):
    return create_draft(forms.document(forms.card(title=title)), owner=here.agency, by=here.author, at=NOW)


@pytest.mark.parametrize("title", ["صدور پروانۀ چاه", "صدور پروانه‌ چاه", "تمدید پروانهٔ چاه"])
def test_a_confirmed_title_however_it_is_spaced_is_no_finding(title):
    here = office()
    confirmed(here)

    assert of_register(card_of(here, title)) == []


def test_a_title_that_is_not_on_the_list_wants_an_answer():
    here = office()
    confirmed(here)

    (found,) = card_of(here, "صدور کارت").findings.filter(rule="C08")

    assert (found.severity, found.field) == ("A", "card.title")
    assert "«صدور کارت» در فهرست تأییدشدهٔ دستگاه نیست" in found.message
    assert "تأیید بالاترین مقام" in found.fix


def test_a_service_whose_title_was_confirmed_anew_is_told_its_title():
    here = office()
    version = card_of(here, "صدور کارت")
    titles = drafted(here, "صدور کارت")
    titles.titles.update(title="صدور کارت هوشمند", letters="صدورکارتهوشمند")
    assert titles.titles.get().service == version.service
    confirmed(here, "")

    (found,) = of_register(version)

    assert "عنوان تأییدشده «صدور کارت هوشمند» است" in found.fix


def test_without_a_confirmed_list_nothing_is_asked():
    here = office()
    drafted(here)

    assert of_register(card_of(here, "صدور کارت")) == []


def test_the_list_of_another_agency_says_nothing():
    here = office()
    titles_of(here.other)

    assert of_register(card_of(here, "صدور کارت")) == []


def test_a_card_without_a_title_is_told_so_once():
    here = office()
    confirmed(here)

    assert not card_of(here, None).findings.filter(rule="C08").exists()


def test_cards_of_the_agency_are_checked_anew_after_a_confirmation():
    here = office()
    own, other = card_of(here, "صدور کارت"), VersionFactory(checked_with="3")

    confirmed(here)

    assert ServiceVersion.objects.get(pk=own.pk).checked_with == ""
    assert ServiceVersion.objects.get(pk=other.pk).checked_with == "3"
    store_findings(ServiceVersion.objects.get(pk=own.pk), on=TODAY)
    assert own.findings.filter(rule="C08").exists()


def test_findings_stand_in_one_order():
    here = office()
    confirmed(here)
    version = card_of(here, "صدور کارت")

    weights = ["BAN".index(one) for one in version.findings.order_by("order").values_list("severity", flat=True)]

    assert weights == sorted(weights)
