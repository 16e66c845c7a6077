"""I03, C07, U07: what a card in force of another service has already."""

import pytest
from django.utils.timezone import localdate

from khedmat.cards.looking import Looked
from khedmat.cards.standing_check import Together
from khedmat.cards.standing_checks import standing_findings
from khedmat.cards.twins.findings import RULES
from tests.factories.cards import NOW, VersionFactory, identified
from tests.factories.people import OrganizationFactory

pytestmark = pytest.mark.django_db
TODAY = localdate(NOW)
WELL = "صدور پروانهٔ چاه کشاورزی"
PAGE = "https://sample.ir/services/12"


def said(version, rule):
    version.refresh_from_db()
    found = standing_findings([Looked(version, version.document)], on=TODAY)[0]
    return [(one.severity, one.field, one.message) for one in found if one.rule == rule]


def carded(owner=None, stage="published", **card):
    return VersionFactory(stage=stage, card=card, **({"service__owner": owner} if owner else {}))


def test_the_id_of_another_service_blocks_and_is_told_whose_it_is():
    other = carded(OrganizationFactory(name="سازمان ثبت"), title="صدور کارت")
    identified(other.service, "13041234000")

    ((severity, field, message),) = said(carded(stage="draft", service_id="13041234000"), "I03")

    assert (severity, field) == ("B", "card.service_id")
    assert "«صدور کارت»" in message
    assert "(سازمان ثبت)" in message


def test_the_id_of_a_retired_service_never_comes_back():
    identified(carded(stage="retired", title="خدمت پیشین").service, "13041234000")

    ((_severity, _field, message),) = said(carded(stage="draft", service_id="13041234000"), "I03")

    assert "پایان‌یافتهٔ «خدمت پیشین»" in message
    assert "هرگز به خدمت دیگری داده نمی‌شود" in message


def test_an_id_of_its_own_and_one_that_nobody_has_are_no_finding():
    own = carded(service_id="13041234000")
    identified(own.service, "13041234000")

    assert said(own, "I03") == said(carded(service_id="13049999000"), "I03") == said(carded(), "I03") == []


def test_two_titles_that_differ_by_a_word_are_shown_both():
    agency = OrganizationFactory()
    carded(agency, title="صدور پروانه چاه‌های کشاورزی")

    ((severity, field, message),) = said(carded(agency, "draft", title=WELL), "C07")

    assert (severity, field) == ("A", "card.title")
    assert f"«{WELL}»" in message
    assert "چاه‌های کشاورزی" in message


@pytest.mark.parametrize("stage", ["draft", "submitted", "replaced", "retired"])
def test_a_like_title_that_does_not_speak_for_a_service_is_no_twin(stage):
    agency = OrganizationFactory()
    carded(agency, stage, title=WELL)

    assert said(carded(agency, title=WELL), "C07") == []


def test_another_agency_and_another_title_are_no_twins():
    agency = OrganizationFactory()
    carded(title=WELL), carded(agency, title="فروش آب تانکری به روستاها")

    assert said(carded(agency, title=WELL), "C07") == []
    assert said(carded(agency, title=""), "C07") == []


def test_the_services_of_one_family_may_be_alike():
    agency = OrganizationFactory()
    main, sub = carded(agency, title=WELL), carded(agency, title=f"{WELL}‌ها")
    identified(main.service, "13041234000"), identified(sub.service, "13041234100")

    assert said(sub, "C07") == []
    assert said(carded(agency, title=WELL), "C07") != []


def test_two_cards_at_one_address_are_shown_both_whoever_they_are_of():
    carded(title="تمدید گواهی", url=f"{PAGE}/")

    ((severity, field, message),) = said(carded(stage="draft", url=PAGE), "U07")

    assert (severity, field) == ("A", "card.url")
    assert PAGE in message
    assert "«تمدید گواهی»" in message


@pytest.mark.parametrize("url", ["https://sample.ir/", "sample.ir", "", "http://[", f"{PAGE}?x=1"])
def test_the_first_page_of_a_portal_and_another_page_are_nobodys_own(url):
    carded(url="https://sample.ir/"), carded(url="sample.ir"), carded(url=PAGE)

    assert said(carded(url=url), "U07") == []


def test_what_it_costs_does_not_grow_with_the_cards(django_assert_max_num_queries):
    agency = OrganizationFactory()
    version = carded(agency, title=WELL, url=PAGE)
    for _ in range(3):
        carded(agency, title=WELL, url=PAGE)

    (asked,) = Together([Looked(version, version.document)], on=TODAY).asked
    with django_assert_max_num_queries(3):
        told = [list(rule.condition(asked)) for rule in RULES]

    assert [len(found) for found in told] == [0, 1, 1]
