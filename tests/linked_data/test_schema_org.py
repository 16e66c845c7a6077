"""Search engines are told a service in words that schema.org 30.0 knows, and values that it takes there.

Properties and ranges: release 30.0 of schemaorg/schemaorg (Apache-2.0), taken out of it for these types.
"""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from khedmat.linked_data.schema_org import Page, government_service
from tests.factories import forms
from tests.factories.generated import cards

KNOWN = json.loads((Path(__file__).parent / "schemaorg-30.json").read_text("utf-8"))
PAGE = Page("13011234000", "https://x.example/services/1/", "سازمان", "https://x.example/agencies/a/", "https://a.ir/")
PLAIN = {"Text", "URL", "Number", "Duration", "Date"}
WIDER = {"GovernmentOrganization": "Organization", "Country": "AdministrativeArea", "GovernmentPermit": "Thing"}


def told(permits=(), **changes):
    document = forms.document(forms.card(**changes), permits=list(permits))
    return government_service(document.card, PAGE, document.permits)


def strange(thing):
    """Properties that the type does not have, or that take another kind of value."""
    known = KNOWN.get(thing["@type"])
    said = {name: value for name, value in thing.items() if not name.startswith("@")}
    found = []
    for name, value in said.items():
        for one in value if isinstance(value, list) else [value]:
            is_right = not known or fits(one, known["properties"].get(name, {}).get("range", []))
            found += [] if is_right else [(thing["@type"], name, one)]
            found += strange(one) if isinstance(one, dict) else []
    return found


def fits(value, ranges):
    if isinstance(value, dict):
        return bool({value["@type"], WIDER.get(value["@type"])} & set(ranges))
    return bool({"Number"} & set(ranges)) if isinstance(value, int) else bool(PLAIN - {"Number"} & set(ranges))


@pytest.mark.parametrize("spoilt", [{"name": {"@type": "Audience"}}, {"price": "5"}, {"audience": "همه"}])
def test_the_check_finds_what_schema_org_does_not_know(spoilt):
    assert strange(told() | spoilt)


def test_a_whole_card_fits_the_words_of_schema_org():
    assert strange(told(permits=forms.PERMITS)) == []


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(cards())
def test_any_card_fits_the_words_of_schema_org(card):
    assert strange(government_service(card, PAGE, [])) == []


def test_what_is_free_costs_nothing_and_what_is_unknown_has_no_offer():
    assert told(cost={"free": True})["offers"] == [{"@type": "Offer", "price": 0, "priceCurrency": "IRR"}]
    assert "offers" not in told(cost={})


def test_a_medium_stands_once_and_the_site_with_its_address():
    stages = {"request": {"channels": ["website", "post"]}, "delivery": {"channels": ["website"]}}

    site, post = told(stages=stages)["availableChannel"]

    assert (site["serviceUrl"], "serviceUrl" in post) == ("https://a.ir/", False)


def test_a_permit_is_an_output_once_whatever_its_actions():
    permits = told(permits=forms.PERMITS)["serviceOutput"]

    assert len({one["name"] for one in permits}) == len(permits) < len(forms.PERMITS)
    assert {one["issuedBy"]["name"] for one in permits} == {"سازمان"}
