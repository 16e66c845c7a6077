"""Each box of the card at its term of CPSV-AP; what is not said is not there."""

import pytest

from khedmat.linked_data.costs import duration
from khedmat.linked_data.facts import mark
from tests.factories import forms
from tests.linked_data.conftest import MEANT, SAID

SERVICE = "service/13011234000"


def ends(links):
    return [link.rsplit("/id/", 1)[-1] for link in links]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", "صدور گواهی سوء پیشینه"),
        ("identifier", "13011234000"),
        ("processingTime", "P3D"),
        ("inPersonVisits", "1"),
        ("usageCount", "1000"),
        ("recurrenceCount", "1"),
        ("version", "1"),
    ],
)
def test_a_value_of_the_card_stands_at_its_term(told, key, value):
    assert told()[SERVICE][key] == value


@pytest.mark.parametrize(
    ("key", "links"),
    [
        ("audience", ["code/service_type/G2C", "code/service_type/G2B"]),
        ("isClassifiedBy", ["code/nature/sovereign", "code/level/national", "code/start_trigger/request"]),
        ("isGroupedBy", ["event/certificates"]),
        ("process", [f"{SERVICE}/process/{place}" for place in (1, 2, 3)]),
        ("hasCost", [f"{SERVICE}/cost/1"]),
    ],
)
def test_a_choice_is_a_link_to_its_concept(told, key, links):
    assert ends(told()[SERVICE][key]) == links


@pytest.mark.parametrize(
    ("key", "link"),
    [
        ("system", "system/own"),
        ("internalSystem", "system/inside"),
        ("askedSystem", "system/asked"),
        ("exchanges", "element/number"),
        ("audience", "audience/people"),
    ],
)
def test_a_line_that_a_register_knows_is_a_link_to_its_entry(told, key, link):
    nodes = told(meant=MEANT)

    assert link in ends(nodes[SERVICE][key])
    assert nodes[link]["identifier"] == link.split("/")[1]


def test_a_document_that_the_register_knows_is_the_class_of_its_wording(told):
    nodes = told(meant=MEANT, documents=["کارت ملی", "درخواست"])

    known, unknown = (nodes[f"evidence/{mark(name)}"] for name in ("کارت ملی", "درخواست"))
    assert ends([known["classification"]]) == ["document/national-card"]
    assert nodes["document/national-card"]["title"] == "کارت ملی هوشمند"
    assert "classification" not in unknown


def test_a_document_that_the_service_fetches_is_the_part_of_its_holder_and_one_that_people_bring_is_told(told):
    nodes = told(beside=SAID, documents=["کارت ملی", "درخواست"])

    fetched = nodes[f"{SERVICE}/fetched/{mark('کارت ملی')}"]
    assert fetched["id"] in nodes[SERVICE]["hasParticipation"]
    assert ends([fetched["hasParticipant"], fetched["role"], fetched["provides"]]) == [
        "agency/registry",
        "code/role/data_provider",
        f"evidence/{mark('کارت ملی')}",
    ]
    assert ends(nodes[SERVICE]["broughtByApplicant"]) == [f"evidence/{mark('درخواست')}"]


def test_a_document_of_the_register_leads_to_the_service_that_gives_it(told):
    nodes = told(beside=SAID, meant=MEANT)

    assert ends(nodes["document/national-card"]["givenBy"]) == ["service/13019999000"]


def test_a_price_says_how_long_it_holds_and_by_what(told):
    prices = [{"amount_rial": 250_000, "text": "کارمزد"}, {"text": "هزینهٔ پست"}]
    nodes = told(beside=SAID, cost={"items": prices})

    first, second = (nodes[f"{SERVICE}/cost/{place}"] for place in (1, 2))
    assert (first["validFrom"], first["validThrough"]) == ("2026-03-21", "2027-03-20")
    assert first["basis"] == "مصوبهٔ هیئت وزیران"
    assert second.keys() & {"validFrom", "validThrough", "basis"} == set()


def test_where_nobody_said_anything_beside_the_card_nothing_is_there(told):
    nodes = told()

    assert "broughtByApplicant" not in nodes[SERVICE]
    assert not [name for name in nodes if "/fetched/" in name]


def test_of_lines_that_no_register_knows_nothing_is_said(told):
    assert told()[SERVICE].keys() & {"system", "internalSystem", "askedSystem", "exchanges"} == set()


def test_the_owner_is_the_competent_authority_below_its_parent(told):
    nodes = told()

    assert ends([nodes[SERVICE]["hasCompetentAuthority"]]) == ["agency/sample"]
    assert ends([nodes["agency/sample"]["subOrganizationOf"]]) == ["agency/ministry"]
    assert nodes["agency/sample"]["spatial"]


def test_a_channel_is_a_stage_and_a_medium_and_production_is_inside(told):
    nodes = told(stages={"request": {"channels": ["website", "post"]}, "production": {"channels": ["intranet"]}})

    assert ends(nodes[SERVICE]["hasChannel"]) == [f"{SERVICE}/channel/request-{one}" for one in ("website", "post")]
    assert ends(nodes[SERVICE]["internalChannel"]) == [f"{SERVICE}/channel/production-intranet"]
    assert nodes[f"{SERVICE}/channel/request-website"]["serviceUrl"] == "https://service.example.ir/record"
    assert "serviceUrl" not in nodes[f"{SERVICE}/channel/request-post"]


@pytest.mark.parametrize(
    "url", ["www.example.ir", "javascript:alert(1)", "http://a b", "http://[", "http://", 'http://x/"']
)
def test_what_is_no_address_of_the_web_is_no_link(told, url):
    assert all("serviceUrl" not in node for node in told(url=url).values())


def test_a_visit_is_a_channel_with_its_level_and_reason(told):
    visit = told()[f"{SERVICE}/channel/request-visit"]

    assert ends(visit["visitLevel"]) == ["code/visit_level/county"]
    assert ends(visit["visitReason"]) == ["code/visit_reason/identity"]


def test_free_is_a_cost_of_zero_and_unknown_is_none(told):
    free, unknown = told(cost={"free": True}), told(cost={})

    assert free[f"{SERVICE}/cost/0"] | {"amountRial": "0", "description": "رایگان"} == free[f"{SERVICE}/cost/0"]
    assert "hasCost" not in unknown[SERVICE]


def test_an_account_number_and_the_filler_are_nowhere(told):
    whole = str(told())

    assert "مسئول نمونه" not in whole
    assert "00000000" not in whole


def test_a_paper_that_two_cards_ask_is_one_node(told):
    one, two = told(), told(number="13021234000", documents=["کارت  ملی"])

    assert {key for key in one if key.startswith("evidence/")} & {key for key in two if key.startswith("evidence/")}


def test_an_inquired_agency_takes_part(told):
    part = told()[f"{SERVICE}/participation/1"]

    assert part["fields"] == "هویت"
    assert part["hasParticipant"].startswith("https://khedmat.example/id/body/")


def test_a_permit_is_one_output_of_several_services_and_others_require_its_issue(told):
    nodes = told(permits=forms.PERMITS, inquiries=forms.INQUIRIES)
    (output,) = nodes[SERVICE]["produces"]
    name = output.rsplit("/id/", 1)[-1]

    assert nodes[f"{name}/issue"]["produces"] == nodes[f"{name}/renew"]["produces"] == output
    assert nodes[f"{name}/renew"]["requires"].endswith("/issue")
    assert "requires" not in nodes[f"{name}/issue"]
    assert nodes[f"{SERVICE}/inquiry/1"]["description"].startswith("استعلام برای مجوز")


def test_a_counter_office_with_a_contract_has_it_as_a_node(told):
    stages = {"request": {"channels": ["counter_office"], "counter_contract": "12/3"}}

    assert told(stages=stages)[f"{SERVICE}/contract/counter"]["identifier"] == "12/3"


def test_names_of_people_are_keywords(told):
    assert told(names=("سوپیشینه",))[SERVICE]["keyword"] == ["سوپیشینه"]


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (3, "day", "P3D"),
        (2, "week", "P14D"),
        (1, "month", "P1M"),
        (1, "year", "P1Y"),
        (30, "minute", "PT30M"),
        (4, "hour", "PT4H"),
        (1.5, "day", None),
        (None, "day", None),
        (3, None, None),
    ],
)
def test_a_duration_is_written_only_where_it_is_whole(value, unit, written):
    assert duration(value, unit) == written
