"""Our short context against the official one of CPSV-AP 3.2.0: the same terms with the same kinds of values."""

import json

import pytest

from khedmat.linked_data.conformance import EDITION, FOLDER
from khedmat.linked_data.context import LINKS, PREFIXES, TEXTS, VALUES, context
from khedmat.linked_data.service import document
from tests.factories import forms
from tests.linked_data.conftest import BASE, MEANT, SAID, facts
from tests.linked_data.test_registered import ALL

OFFICIAL = json.loads((FOLDER / f"cpsv-ap-{EDITION}-context.jsonld").read_text("utf-8"))["@context"]
TYPED = {term["@id"]: term.get("@type") for term in OFFICIAL.values() if isinstance(term, dict)}
KNOWN = {*TYPED, *(term for term in OFFICIAL.values() if isinstance(term, str))}
TEXT = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
OURS = {**TEXTS, **{key: term for key, (term, _kind) in VALUES.items()}, **LINKS}
OF_THE_STANDARD = ("cpsv:", "cv:", "eli:")
BESIDE = {  # of vocabularies on which the profile rests, for what it does not speak of
    "dct:modified",
    "dct:isVersionOf",
    "dcat:version",
    "skos:notation",
    "skos:inScheme",
    "skos:topConceptOf",
    "skos:exactMatch",
    "skos:hiddenLabel",
    "skos:broader",
    "dct:isReplacedBy",
    "org:subOrganizationOf",
    "schema:serviceUrl",
    "schema:validFrom",
    "schema:validThrough",
}
BESIDE_CLASSES = {"dcat:DataService", "skos:ConceptScheme"}


def whole(term):
    prefix, _, name = term.partition(":")
    return PREFIXES[prefix] + name


def official(terms):
    return {key: term for key, term in terms.items() if not term.startswith("x:") and whole(term) in TYPED}


def test_what_is_neither_official_nor_our_own_is_named_here():
    beside = {term for term in OURS.values() if not term.startswith("x:") and whole(term) not in KNOWN}

    assert beside == BESIDE


@pytest.mark.parametrize("term", sorted(term for term in OURS.values() if term.startswith(OF_THE_STANDARD)))
def test_a_term_of_the_standard_is_one_that_the_standard_has(term):
    assert whole(term) in TYPED


@pytest.mark.parametrize(("key", "term"), official(TEXTS).items())
def test_texts_bear_a_language_as_the_standard_wants(key, term):
    assert TYPED[whole(term)] == TEXT
    assert context(BASE)[key]["@language"] == "fa"


@pytest.mark.parametrize(("key", "term"), official(LINKS).items())
def test_links_are_addresses_as_the_standard_wants(key, term):
    assert TYPED[whole(term)] == "@id"


@pytest.mark.parametrize("key", official({key: term for key, (term, _kind) in VALUES.items()}))
def test_values_are_of_the_type_that_the_standard_wants(key):
    term, kind = VALUES[key]

    assert TYPED[whole(term)] == (kind and whole(kind))


@pytest.mark.parametrize("prefix", PREFIXES)
def test_a_prefix_is_bound_as_everywhere(prefix):
    used = [term for term in KNOWN if term.startswith(PREFIXES[prefix])]

    assert used or prefix in ("dcat", "schema", "xsd", "foaf")


def test_whatever_is_said_has_its_key_in_the_context_and_its_class_in_the_standard():
    card = facts(permits=forms.PERMITS, inquiries=forms.INQUIRIES, names=("سوپیشینه",), meant=MEANT, beside=SAID)
    told = [document(card), *ALL]
    nodes = [node for one in told for node in one["@graph"]]
    kinds = {kind for node in nodes for kind in ([node["type"]] if isinstance(node["type"], str) else node["type"])}

    assert {key for node in nodes for key in node} <= context(BASE).keys()
    assert {kind for kind in kinds if not kind.startswith("x:") and whole(kind) not in KNOWN} == BESIDE_CLASSES
