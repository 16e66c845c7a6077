"""The list of services: every filter, filters together, and words as people type them into the search box."""

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from khedmat.cards.models import Finding, ServiceVersion
from khedmat.cards.models.queries import MOST_WORDS
from tests.factories.cards import FindingFactory, ServiceFactory, VersionFactory
from tests.factories.people import OrganizationFactory

pytestmark = pytest.mark.django_db
ALL = ServiceVersion.objects
ONLINE = {"request": {"electronic": True}}
PAPER = {"request": {"non_electronic": True}}
TITLE = "صدور گواهی‌نامهٔ مهارت ۱۲ ساعته (ویژهٔ روستاییان) 50%_تخفیف"
FILTERS = {
    "type": lambda found: found.of_type("G2C"),
    "level": lambda found: found.at_level("national"),
    "event": lambda found: found.for_event("birth"),
    "electronic": lambda found: found.electronic(True),
    "agency": lambda found: found.of_agency("agency-of-one"),
    "words": lambda found: found.matching("گواهی مهارت"),
}
MATCHING = {
    "service_type": ["G2C", "G2B"],
    "level": ["national"],
    "life_events": ["birth", "health"],
    "stages": ONLINE,
    "title": "صدور گواهی مهارت",
}
OTHER = {
    "type": {"service_type": ["G2G"]},
    "level": {"level": ["rural"]},
    "event": {"life_events": ["tax"]},
    "electronic": {"stages": PAPER},
    "words": {"title": "صدور پروانه"},
}
TYPED = [
    "گواهینامه",
    "گواهی‌نامه",
    "گواهی نامه",
    "گواهينامة",
    "گواهی‌نامهٔ",
    "مَهارت",
    "مهارت گواهینامه",
    "ساعته ۱۲",
    "ساعته 12",
    "ساعته ١٢",
    "«مهارت»",
    "مهارت؟",
    "مهارت، ساعته",
    "(روستاییان)",
    "رُوستاییان",
    "ویژه روستائیان",
    "تخفیف",
    "50",
    "۵۰ تخفیف",
    "  مهارت   ۱۲ ",
    "مهارت مهارت مهارت",
    "مهارت\tساعته\n",
    "ﻣﻬﺎﺭﺕ",
]
NOT_TYPED = ["مهارتگاه", "مهارت شهری", "13", "گواهی تخفیف ندارد", "G2C", "120", "مهرات"]
HOSTILE = [
    "'; DROP TABLE cards_service; --",
    "%%%",
    "___",
    "\\",
    "\\%",
    "'",
    '"',
    "$$",
    "{}",
    "%s",
    "%(x)s",
    "NULL",
    "\x00",
    "a" * 5000,
    "🙂",
    "\u200c",
    "*",
    "(",
    "[a-z]",
    "<script>",
]


def published(**card):
    return VersionFactory(
        published=True,
        card={"description": "شرح", "audience": None, "documents": [], "laws": [], "processes": [], **card},
    )


@pytest.fixture
def one(db):
    """The one that fits every filter, among others of which each misses one of them."""
    owner = OrganizationFactory(code="agency-of-one")
    fits = VersionFactory(service=ServiceFactory(owner=owner), published=True, card=MATCHING)
    for miss in OTHER.values():
        VersionFactory(service=ServiceFactory(owner=owner), published=True, card=MATCHING | miss)
    VersionFactory(published=True, card=MATCHING)
    VersionFactory(service=ServiceFactory(owner=owner), stage="approved", card=MATCHING)
    return fits


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_leaves_out_what_misses_it_and_nothing_else(one, name):
    found = set(FILTERS[name](ALL.published()))

    assert one in found
    assert len(found) == 6


def test_two_filters_leave_what_fits_both_in_any_order(one):
    for first, second in combinations(FILTERS.values(), 2):
        forth, back = second(first(ALL.published())), first(second(ALL.published()))

        assert set(forth) == set(back)
        assert len(forth) == 5


def test_all_filters_together_leave_one(one):
    found = ALL.published()
    for narrow in FILTERS.values():
        found = narrow(found)

    assert list(found) == [one]


@pytest.mark.parametrize("query", TYPED)
def test_a_card_is_found_however_its_words_are_typed(query):
    version = published(title=TITLE)

    assert list(ALL.matching(query)) == [version]


@pytest.mark.parametrize("query", NOT_TYPED)
def test_words_that_the_card_lacks_do_not_find_it(query):
    published(title=TITLE)

    assert not ALL.matching(query).exists()


@pytest.mark.parametrize("query", HOSTILE)
def test_signs_of_a_query_language_are_only_signs(query):
    published(title="صدور گواهی")

    assert list(ALL.matching(query)) == []
    assert ALL.count() == 1


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=80))
def test_any_text_may_be_searched_for(query):
    assert ALL.matching(query).for_list().count() >= 0


def test_more_words_than_anybody_types_are_not_all_looked_for():
    version = published(title=" ".join(f"واژه{number}" for number in range(MOST_WORDS)))
    query = " ".join(f"واژه{number}" for number in range(MOST_WORDS + 5))

    assert list(ALL.matching(query)) == [version]


@pytest.mark.parametrize("box", ["documents", "processes", "laws"])
def test_what_stands_in_the_lists_of_the_form_is_found(box):
    version = published(title="خدمت", **{box: ["چیزی", "زنبورداری"]})

    assert list(ALL.matching("زنبورداری")) == [version]


@pytest.mark.parametrize("query", ["10031093000", "۱۰۰۳۱۰۹۳۰۰۰", "100310930"])
def test_a_service_is_found_by_its_number(query):
    version = published(title="خدمت", service_id="10031093000")

    assert list(ALL.matching(query)) == [version]


def test_more_of_the_words_in_the_title_come_first_then_the_alphabet():
    last = published(title="الف", description="پروانه ساختمان")
    second = published(title="پروانهٔ چاه", description="ساختمان")
    first = published(title="پروانهٔ ساختمان")
    third = published(title="یادداشت ساختمان", description="پروانه")

    assert list(ALL.matching("پروانه ساختمان")) == [first, second, third, last]


def test_counts_are_of_what_was_filtered(one):
    counted = ALL.published().of_agency("agency-of-one")

    assert counted.counts_of("service_type") == {"G2C": 5, "G2B": 5, "G2G": 1}
    assert counted.counts_of("is_electronic") == {True: 5, False: 1}
    assert ALL.none().counts_of("level") == {}


@pytest.mark.parametrize("severities", ["", "B", "A", "N", "BAN", "BBBAAN", "NNNN"])
def test_findings_are_counted_by_loudness(severities):
    version, other = VersionFactory(), VersionFactory()
    for severity in severities:
        FindingFactory(version=version, severity=severity)
    FindingFactory(version=other, severity="B")

    counted = ALL.with_finding_counts().get(pk=version.pk)

    assert (counted.blockers, counted.answers, counted.notes) == tuple(map(severities.count, "BAN"))


def test_findings_are_counted_rightly_beside_filters_that_join():
    version = VersionFactory(published=True)
    for severity in "BBA":
        FindingFactory(version=version, severity=severity)

    counted = ALL.filter(documentrequirement_rows__text__gt="").with_finding_counts().distinct().get()

    assert (counted.blockers, counted.answers) == (2, 1)
    assert Finding.objects.count() == 3
