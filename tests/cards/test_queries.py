"""Which versions: filters of the list, and searching."""

import pytest

from khedmat.cards.models import Service, ServiceVersion
from tests.factories.cards import FindingFactory, VersionFactory
from tests.factories.people import OrganizationFactory

pytestmark = pytest.mark.django_db
ALL = ServiceVersion.objects


def titles(versions):
    return [version.title for version in versions]


def titled(title, **card):
    return VersionFactory(published=True, card={"title": title, "description": "شرح", "audience": None, **card})


def test_public_pages_show_what_is_in_force_and_keep_what_was():
    stages = ("draft", "submitted", "approved", "published", "suspended", "replaced", "retired", "returned")
    versions = {stage: VersionFactory(stage=stage) for stage in stages}

    assert set(ALL.published()) == {versions["published"]}
    assert set(ALL.public()) == {versions[stage] for stage in ("published", "suspended", "replaced", "retired")}
    assert set(ALL.in_force()) == {versions["published"], versions["suspended"]}
    assert set(ALL.drafts()) == {versions["draft"]}
    assert set(Service.objects.public()) == {versions["published"].service}
    assert versions["published"].service.published == versions["published"]
    assert versions["draft"].service.published is None


@pytest.mark.parametrize("query", ["گواهینامه", "گواهی نامه", "گواهی‌نامه", "  گواهي نامة ", "رانندگی گواهینامه"])
def test_spelling_of_the_keyboard_does_not_matter(query):
    titled("صدور گواهی‌نامهٔ رانندگی")

    assert titles(ALL.matching(query)) == ["صدور گواهی‌نامهٔ رانندگی"]


def test_a_title_written_apart_is_found_joined():
    titled("صدور گواهی نامه")

    assert titles(ALL.matching("گواهینامه")) == ["صدور گواهی نامه"]


def test_all_words_must_be_there():
    titled("صدور پروانهٔ کسب")

    assert titles(ALL.matching("پروانه کسب")) == ["صدور پروانهٔ کسب"]
    assert not ALL.matching("پروانه ساختمان").exists()


def test_titles_come_before_descriptions():
    titled("ثبت شکایت", description="برای پروانه‌ها")
    titled("تمدید پروانه")

    assert titles(ALL.matching("پروانه")) == ["تمدید پروانه", "ثبت شکایت"]


@pytest.mark.parametrize("query", ["", "  ", "؟!", "%", "_", "\\", "' OR 1=1 --"])
def test_a_query_without_words_finds_nothing(query):
    titled("صدور گواهی")

    assert not ALL.matching(query).exists()


@pytest.mark.parametrize("secret", ["تلفن محرمانه", "42424242"])
def test_neither_the_filler_nor_an_account_is_searched(secret):
    titled("خدمت", filled_by={"name": secret, "phone": secret}, cost={"items": [{"account": secret}]})

    assert not ALL.matching(secret).exists()


def test_the_boxes_of_the_form_filter():
    one = titled("یک", service_type=["G2C", "G2B"], level=["national"], life_events=["birth"])
    titled("دو", service_type=["G2G"], level=["rural"], life_events=["tax"])

    assert list(ALL.of_type("G2B")) == list(ALL.at_level("national")) == list(ALL.for_event("birth")) == [one]
    assert list(ALL.of_agency(one.service.owner)) == list(ALL.of_agency(one.service.owner.code)) == [one]
    assert not ALL.of_agency(OrganizationFactory()).exists()


def test_a_card_that_says_nothing_of_its_stages_is_in_neither_list():
    online = titled("الف", stages={"request": {"electronic": True}})
    paper = titled("ب", stages={"request": {"non_electronic": True}})
    titled("پ", stages=None)

    assert list(ALL.electronic(True)) == [online]
    assert list(ALL.electronic(False)) == [paper]


def test_counts_of_a_box():
    titled("یک", service_type=["G2C", "G2B"], nature="sovereign")
    titled("دو", service_type=["G2C"], nature=None)

    assert ALL.published().counts_of("service_type") == {"G2C": 2, "G2B": 1}
    assert ALL.published().for_list().counts_of("nature") == {"sovereign": 1}


def test_lists_stand_in_the_order_of_the_alphabet():
    for title in ("یک", "پنج", "چهار", "آب", "گاو"):
        titled(title)

    assert titles(ALL.for_list()) == ["آب", "پنج", "چهار", "گاو", "یک"]


def test_findings_are_counted_by_severity():
    version = VersionFactory()
    for severity in "BBAN":
        FindingFactory(version=version, severity=severity)

    counted = ALL.with_finding_counts().get()

    assert (counted.blockers, counted.answers, counted.notes) == (2, 1, 1)


def test_a_list_costs_the_same_for_few_and_many(assert_same_cost):
    def page():
        return [(row.title, row.service.owner.name, row.is_electronic) for row in ALL.published().for_list()]

    titled("یک")
    assert_same_cost(page, lambda: [titled(f"خدمت {place}") for place in range(5)])
