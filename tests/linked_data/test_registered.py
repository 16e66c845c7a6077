"""Agencies and documents as linked data of their own."""

import pytest

from khedmat.linked_data.conformance import violations
from khedmat.linked_data.facts import Office
from khedmat.linked_data.graph import Graph
from khedmat.linked_data.needs import paper
from khedmat.linked_data.registered import Agency, Entry, agency_document, document_document
from khedmat.linked_data.service import document
from tests.linked_data.conftest import BASE, OWNER, facts

SAMPLE = Agency(OWNER, f"{BASE}/agencies/sample/", ("نام دیگر",))
ENTRY = Entry("birth", "شناسنامه", f"{BASE}/documents/birth/", ("سجل", "شناسنامهٔ عکس‌دار"), OWNER, "ده سال")


def nodes(found):
    return {node["id"].removeprefix(f"{BASE}/id/"): node for node in found["@graph"]}


def test_an_agency_comes_with_the_one_above_its_names_and_its_page():
    told = nodes(agency_document(BASE, SAMPLE))

    assert told["agency/sample"]["prefLabel"] == "سازمان نمونه"
    assert told["agency/sample"]["subOrganizationOf"] == f"{BASE}/id/agency/ministry"
    assert told["agency/sample"]["otherName"] == ["نام دیگر"]
    assert told["agency/sample"]["page"] == f"{BASE}/agencies/sample/"
    assert told["agency/ministry"]["prefLabel"] == "وزارت نمونه"


def test_an_agency_is_the_same_node_as_in_the_cards_of_its_services():
    of_card = nodes(document(facts()))["agency/sample"]

    assert of_card.items() <= nodes(agency_document(BASE, SAMPLE))["agency/sample"].items()


def test_several_agencies_share_the_one_above():
    other = Agency(Office("other", "سازمان دیگر", OWNER.parent), f"{BASE}/agencies/other/")

    told = nodes(agency_document(BASE, SAMPLE, other))

    assert {"agency/sample", "agency/other", "agency/ministry"} <= told.keys()
    assert len([one for one in told if one == "agency/ministry"]) == 1


@pytest.mark.parametrize("name", ["شناسنامه", "سجل", "شناسنامهٔ عکس‌دار"])
def test_a_document_says_which_wordings_of_cards_mean_it(name):
    said = nodes(document_document(BASE, ENTRY))["document/birth"]

    assert paper(Graph(BASE), name) in said["exactMatch"]


def test_a_document_comes_with_its_issuer_and_what_is_known_of_it():
    told = nodes(document_document(BASE, ENTRY))

    said = told["document/birth"]
    assert said["issuedBy"] == f"{BASE}/id/agency/sample"
    assert (said["identifier"], said["validity"]) == ("birth", "ده سال")
    assert told["agency/sample"]["prefLabel"] == "سازمان نمونه"


def test_what_is_not_known_of_a_document_is_not_said():
    said = nodes(document_document(BASE, Entry("x", "مدرک", f"{BASE}/documents/x/")))["document/x"]

    assert said.keys() & {"issuedBy", "validity", "otherName"} == set()


def test_both_keep_to_the_official_shapes():
    assert violations([agency_document(BASE, SAMPLE), document_document(BASE, ENTRY)], base=BASE) == []
