"""Every card conforms to the official shapes; the three writings say one thing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import characters, sampled_from, text
from pyoxigraph import NamedNode, RdfFormat, parse

from khedmat.linked_data.channels import web_address
from khedmat.linked_data.codes import LISTS, code_list
from khedmat.linked_data.conformance import violations
from khedmat.linked_data.formats import FORMATS, JSONLD, NTRIPLES, TURTLE, written
from khedmat.linked_data.service import document
from tests.factories import forms
from tests.factories.generated import cards
from tests.linked_data.conftest import BASE, MEANT, SAID, facts

KINDS = {JSONLD: RdfFormat.JSON_LD, TURTLE: RdfFormat.TURTLE, NTRIPLES: RdfFormat.N_TRIPLES}
EMPTY = {"title": None, "description": None, "documents": [], "laws": [], "stages": {}, "cost": {}, "level": []}


def some():
    return [
        document(facts(permits=forms.PERMITS, inquiries=forms.INQUIRIES, names=("سوپیشینه",))),
        document(facts(number="n1", meant=MEANT, beside=SAID)),
        document(facts(number="n2", **EMPTY)),
        document(facts(number="n3", cost={"free": True}, life_events=["birth", "business"], level=["provincial"])),
        document(facts(number="n4", stages={"request": {"channels": ["counter_office"], "counter_contract": "7"}})),
    ]


def test_cards_of_every_shape_conform():
    assert violations(some(), base=BASE) == []


@pytest.mark.parametrize("key", ["title", "identifier", "description", "hasCompetentAuthority"])
def test_what_the_shapes_demand_is_found_missing(key):
    spoilt = document(facts())
    service = next(node for node in spoilt["@graph"] if node["type"] == "cpsv:PublicService")
    del service[key]

    assert service["id"] in {one.node for one in violations([spoilt], base=BASE)}


def test_a_code_without_its_type_is_found():
    spoilt = document(facts())
    spoilt["@graph"] = [node for node in spoilt["@graph"] if node["type"] != "skos:Concept"]

    assert violations([spoilt], base=BASE)


def triples(found, form):
    return {str(quad) for quad in parse(written(found, form, base=BASE), KINDS[form])}


@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
def test_all_writings_say_the_same(form):
    assert all(triples(one, form) == triples(one, JSONLD) for one in some())


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(cards())
def test_whatever_a_card_holds_it_is_written(card):
    found = document(facts()._replace(card=card))

    assert triples(found, TURTLE) == triples(found, NTRIPLES) == triples(found, JSONLD)


@given(text())
def test_whatever_words_are_said_triples_say_them_as_json_ld_does(words):
    found = document(facts(title=f"خدمت {words}"))

    assert triples(found, NTRIPLES) == triples(found, JSONLD)


ADDRESSES = (
    "https://خدمت.ایران/صفحه?یک=۱#بخش",
    "http://user:word@host.ir:8080/a/b;c,d?x=%D8&y=?/:@",
    "https://host.ir?x",
    "https://host.ir",
)
NO_IRIS = ("http://[::1]/", "http://a.ir/%zz", "http://a.ir/a b", "http://a.ir/#a#b", "http://a.ir:8a/", "http://a|b/")


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_of_the_web_is_a_node(address):
    assert NamedNode(web_address(address)).value == address


@pytest.mark.parametrize("address", NO_IRIS)
def test_an_address_that_is_no_iri_is_not_said(address):
    assert web_address(address) is None


@given(text(alphabet=characters(codec="utf-8")), sampled_from(ADDRESSES))
def test_whatever_stands_in_an_address_what_is_said_of_it_is_an_iri(words, address):
    for said in filter(None, map(web_address, (address + words, f"https://{words}", f"https://a.ir/?{words}"))):
        assert NamedNode(said)


@pytest.mark.parametrize("name", LISTS)
def test_a_code_list_is_a_scheme_with_labels_in_two_languages(name):
    nodes = code_list(BASE, name)["@graph"]
    concepts = [node for node in nodes if node["type"] == "skos:Concept"]

    assert len(concepts) == len(LISTS[name])
    assert all(one["prefLabel"] and one["labelInEnglish"] and one["topConceptOf"] for one in concepts)
