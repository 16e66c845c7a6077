"""Agencies and entries of the registers as linked data of their own."""

import pytest

from khedmat.linked_data.codes import LISTS
from khedmat.linked_data.conformance import violations
from khedmat.linked_data.facts import Meant, Named, Office
from khedmat.linked_data.graph import Graph
from khedmat.linked_data.needs import paper
from khedmat.linked_data.registered import (
    Agency,
    Audience,
    Element,
    Entry,
    System,
    agency_document,
    audience_document,
    document_document,
    element_document,
    system_document,
)
from khedmat.linked_data.service import document
from khedmat.registers.enums import SystemState
from tests.linked_data.conftest import BASE, OWNER, facts

SAMPLE = Agency(OWNER, f"{BASE}/agencies/sample/", ("نام دیگر",))
ENTRY = Entry("birth", "شناسنامه", f"{BASE}/documents/birth/", ("سجل", "شناسنامهٔ عکس‌دار"), OWNER, "ده سال")
TRADE, PEOPLE = Named("trade", "سامانهٔ جامع تجارت"), Named("people", "مردم")
SYSTEM = System(
    "old-trade",
    "سامانهٔ تجارت",
    f"{BASE}/systems/old-trade/",
    ("تجارت‌خانه",),
    OWNER,
    "https://trade.example/",
    "replaced",
    TRADE,
)
ELEMENT = Element("national-id", "شمارهٔ ملی", ("کد ملی",), TRADE, OWNER)
AUDIENCE = Audience("farmers", "کشاورزان", f"{BASE}/audiences/farmers/", ("دهقانان",), PEOPLE, "G2B", "کارندگان")
ALL = [
    agency_document(BASE, SAMPLE),
    document_document(BASE, ENTRY),
    system_document(BASE, SYSTEM),
    element_document(BASE, ELEMENT),
    audience_document(BASE, AUDIENCE, Audience("x", "گروه", f"{BASE}/audiences/x/")),
]


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


def test_a_system_says_whose_it_is_where_it_stands_whether_it_works_and_what_came_after_it():
    told = nodes(system_document(BASE, SYSTEM))

    said = told["system/old-trade"]
    assert (said["type"], said["identifier"], said["otherName"]) == ("dcat:DataService", "old-trade", ["تجارت‌خانه"])
    assert said["publisher"] == f"{BASE}/id/agency/sample"
    assert said["landingPage"] == "https://trade.example/"
    assert said["state"] == f"{BASE}/id/code/system_state/replaced"
    assert said["isReplacedBy"] == f"{BASE}/id/system/trade"
    assert (told["system/trade"]["title"], told["agency/sample"]["prefLabel"]) == (TRADE.title, OWNER.name)


@pytest.mark.parametrize("url", ["", "not an address", "https://bad example/"])
def test_what_is_no_address_of_the_web_is_not_said(url):
    assert "landingPage" not in nodes(system_document(BASE, SYSTEM._replace(url=url)))["system/old-trade"]


def test_a_piece_of_data_says_which_system_gives_it_and_who_holds_it():
    told = nodes(element_document(BASE, ELEMENT))

    said = told["element/national-id"]
    assert (said["givenBy"], said["heldBy"]) == (f"{BASE}/id/system/trade", f"{BASE}/id/agency/sample")
    assert (said["inScheme"], told["element"]["type"]) == (f"{BASE}/id/element", "skos:ConceptScheme")


def test_a_group_stands_under_the_broader_one_and_names_the_box_that_means_all_of_it():
    told = nodes(audience_document(BASE, AUDIENCE))

    said = told["audience/farmers"]
    assert (said["broader"], said["exactMatch"]) == (f"{BASE}/id/audience/people", f"{BASE}/id/code/service_type/G2B")
    assert "topConceptOf" not in said
    assert told["audience/people"]["prefLabel"] == "مردم"


def test_a_group_under_no_other_is_at_the_top():
    told = nodes(audience_document(BASE, AUDIENCE._replace(broader=None)))

    assert told["audience/farmers"]["topConceptOf"] == f"{BASE}/id/audience"


def test_an_entry_is_the_same_node_as_in_the_cards_that_name_it():
    meant = Meant(systems=(Named("old-trade", SYSTEM.title),), audiences=(Named("farmers", AUDIENCE.title),))
    of_card = nodes(document(facts(meant=meant)))

    assert of_card["system/old-trade"].items() <= nodes(system_document(BASE, SYSTEM))["system/old-trade"].items()
    assert of_card["audience/farmers"].items() <= nodes(audience_document(BASE, AUDIENCE))["audience/farmers"].items()


def test_what_a_system_can_be_is_told_in_the_words_of_the_register():
    assert {value: label.fa for value, label in LISTS["system_state"].items()} == dict(SystemState.choices)


def test_all_keep_to_the_official_shapes():
    assert violations(ALL, base=BASE) == []
