"""Filters in combination, against the same question asked of the cards in plain Python."""

from itertools import pairwise, product

import pytest

from khedmat.cards.models import ServiceVersion
from khedmat.core.persian import key
from khedmat.web.public.forms import SORTS
from tests.factories.cards import VersionFactory
from tests.factories.people import OrganizationFactory, PlaceFactory

pytestmark = pytest.mark.django_db
ONLINE = {"request": {"electronic": True}}
PAPER = {"request": {"electronic": False, "non_electronic": True}}
SILENT = {}
CARDS = [
    {"title": "پروانهٔ چاپ", "service_type": ["G2B"], "level": ["national"], "stages": ONLINE},
    {"title": "پروانهٔ ماهیگیری", "service_type": ["G2C"], "level": ["provincial", "urban"], "stages": PAPER},
    {"title": "گواهی ژنتیک", "service_type": ["G2C", "G2B"], "life_events": ["birth", "health"], "stages": SILENT},
    {"title": "آموزش کشاورزان", "service_type": [], "nature": "operational", "life_events": [], "stages": ONLINE},
    {"title": "گواهی فوت", "service_type": ["G2C"], "life_events": ["death"], "start_trigger": ["event", "request"]},
]
ASKED = {
    "q": ["", "پروانه", "گواهی"],
    "type": ["", "G2C", "G2B"],
    "level": ["", "urban"],
    "electronic": ["", "yes", "no"],
}
MORE = [
    {"nature": "operational"},
    {"event": "birth"},
    {"event": "death", "type": "G2C"},
    {"start": "event"},
    {"start": "request", "nature": "sovereign"},
    {"agency": "one"},
    {"agency": "two", "q": "گواهی"},
    {"place": "03"},
    {"place": "03", "agency": "one", "type": "G2C"},
]


@pytest.fixture
def shelf():
    place = PlaceFactory(code="03")
    agencies = [OrganizationFactory(code="one", place=place), OrganizationFactory(code="two")]
    for turn, card in enumerate(CARDS * 2):
        VersionFactory(published=True, card=card, service__owner=agencies[turn % 2])
    VersionFactory(card=CARDS[0], service__owner=agencies[0])
    return ServiceVersion.objects.published().select_related("service__owner__place")


def electronic(card):
    """What the two boxes of all stages say together: yes, no, or nothing."""
    said = [card.stages.information, card.stages.request, card.stages.production, card.stages.delivery]
    if any(stage.electronic for stage in said):
        return "yes"
    return "no" if any(stage.electronic is False for stage in said) else None


FITS = {
    "q": lambda version, words: all(word in version.search_text for word in key(words).split()),
    "type": lambda version, value: value in version.card.service_type,
    "level": lambda version, value: value in version.card.level,
    "event": lambda version, value: value in version.card.life_events,
    "start": lambda version, value: value in version.card.start_trigger,
    "nature": lambda version, value: value == version.card.nature,
    "electronic": lambda version, value: value == electronic(version.card),
    "agency": lambda version, value: value == version.service.owner.code,
    "place": lambda version, value: getattr(version.service.owner.place, "code", None) == value,
}


def wanted(shelf, query):
    return {v.pk for v in shelf if all(FITS[name](v, value) for name, value in query.items() if value)}


def found(client, query):
    return [version.pk for version in client.get("/services/", query).context["page"].object_list]


def test_every_combination_finds_what_plain_python_finds(client, shelf):
    queries = [dict(zip(ASKED, values, strict=True)) for values in product(*ASKED.values())]

    wrong = [query for query in queries if set(found(client, query)) != wanted(shelf, query)]

    assert len(queries) == 54
    assert wrong == []


@pytest.mark.parametrize("query", MORE, ids=str)
def test_other_filters_find_what_plain_python_finds(client, shelf, query):
    assert set(found(client, query)) == wanted(shelf, query)
    assert wanted(shelf, query)


@pytest.mark.parametrize("sort", SORTS)
def test_an_order_changes_no_row_and_keeps_what_was_asked(client, shelf, sort):
    assert set(found(client, {"sort": sort, "type": "G2C"})) == wanted(shelf, {"type": "G2C"})


def test_titles_come_in_the_order_of_the_persian_alphabet(client, shelf):
    titles = [v.title for v in client.get("/services/").context["page"].object_list]

    assert titles[::2] == ["آموزش کشاورزان", "پروانهٔ چاپ", "پروانهٔ ماهیگیری", "گواهی ژنتیک", "گواهی فوت"]


def test_by_agency_the_names_of_agencies_come_first(client, shelf):
    keys = [v.service.owner.sort_key for v in client.get("/services/?sort=agency").context["page"].object_list]

    assert all(one <= other for one, other in pairwise(keys))


def test_the_newest_come_first_when_asked_for(client, shelf):
    at = [v.published_at for v in client.get("/services/?sort=new").context["page"].object_list]

    assert all(one >= other for one, other in pairwise(at))


@pytest.mark.parametrize("query", [{"type": "G2C", "level": "urban"}, {"agency": "one", "q": "پروانه", "sort": "new"}])
def test_a_chip_for_each_filter_in_force_leads_to_the_list_without_it(client, shelf, query):
    chips = client.get("/services/", query).context["chips"]

    assert len(chips) == len(query) - ("sort" in query)
    for chip in chips:
        kept = client.get(f"/services/?{chip.rest}").context["chips"]
        assert [one.label for one in kept] == [one.label for one in chips if one.label != chip.label]


def test_a_chip_is_said_in_the_words_of_the_form(client, shelf):
    chips = client.get("/services/?level=urban&agency=one&q=چاپ").context["chips"]

    values = [chip.value for chip in chips]
    assert "شهری" in values
    assert "چاپ" in values
    assert str(shelf[0].service.owner.name) in values or len(values) == 3


def test_an_unknown_filter_has_no_chip(client, shelf):
    assert client.get("/services/?level=galactic").context["chips"] == []


@pytest.mark.parametrize("query", [{}, {"type": "G2C"}, {"q": "گواهی", "page": "9"}, {"level": "galactic"}])
def test_the_part_that_htmx_takes_is_the_part_of_the_whole_page(client, shelf, query):
    whole = client.get("/services/", query).content.decode()
    part = client.get("/services/", query, headers={"HX-Request": "true"}).content.decode()

    assert part.strip() in whole
    assert part.strip().startswith('<section id="rows"')


def test_no_part_is_kept_for_a_whole_page_by_a_cache(client, shelf):
    assert "HX-Request" in client.get("/services/")["Vary"]
