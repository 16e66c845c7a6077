"""C04: the highest official stands behind a card."""

import pytest
from django.utils.timezone import localdate

from khedmat.cards.actions import approve, store_findings
from khedmat.cards.enums import Stage
from khedmat.cards.models import ServiceVersion
from khedmat.cards.titles.assent import APPROVED
from khedmat.core.persian import persian_digits
from tests.factories.cards import NOW, VersionFactory
from tests.factories.forms import A_CARD
from tests.factories.people import MembershipFactory, delegated
from tests.factories.titles import office, titles_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def approver():
    return MembershipFactory(role="approver")


def approved(approver):
    version = VersionFactory(service__owner=approver.organization, stage="submitted")
    return approve(version, by=approver.user, at=NOW)


def asked(version):
    return version.findings.filter(rule="C04").values_list("severity", "field").first()


def test_an_approval_without_letter_and_without_confirmed_titles_wants_an_answer(approver):
    assert asked(approved(approver)) == ("A", "card.title")


def test_a_letter_of_delegation_settles_it(approver):
    delegated(approver, at=NOW)

    assert asked(approved(approver)) is None


def test_a_confirmed_list_settles_it(approver):
    titles_of(approver.organization, A_CARD["title"])

    assert asked(approved(approver)) is None


def test_before_the_approval_nothing_is_missing():
    here = office()

    assert asked(VersionFactory(service__owner=here.agency, stage="submitted")) is None


@pytest.mark.parametrize("stage", Stage.values)
def test_it_is_asked_from_the_approval_until_the_version_ends(stage):
    version = VersionFactory(stage=stage)

    store_findings(version, on=localdate(NOW))

    assert (asked(version) is not None) == (stage in APPROVED)


def test_a_list_confirmed_later_settles_it_when_the_card_is_looked_at_again(approver):
    version = approved(approver)
    titles_of(approver.organization)

    store_findings(ServiceVersion.objects.get(pk=version.pk), on=localdate(NOW))

    assert asked(version) is None


def test_it_names_the_agency_and_those_who_can_mend_it(approver):
    found = approved(approver).findings.get(rule="C04")

    assert f"«{persian_digits(approver.organization.name)}»" in found.message
    for words in ("«عنوان خدمت‌ها»", "«همکاران دفتر»", "تأییدکننده"):
        assert words in found.fix


def test_the_list_or_the_letter_of_another_agency_settles_nothing(approver):
    other = MembershipFactory(role="approver")
    titles_of(other.organization)
    delegated(other, at=NOW)

    assert asked(approved(approver)) is not None
