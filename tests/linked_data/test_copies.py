"""A province's copy as linked data: what it says, where it holds, and of what it is a copy."""

import pytest

from khedmat.linked_data.conformance import violations
from khedmat.linked_data.facts import Copy
from khedmat.linked_data.published import facts_of, facts_of_copy, with_told
from khedmat.linked_data.service import document
from tests.factories.copies import copy_of, national
from tests.linked_data.conftest import BASE, facts

KERMAN = Copy("08", "کرمان", "13011234000")


def service_of(found, number):
    return next(node for node in found["@graph"] if node["id"].endswith(f"/id/service/{number}"))


def test_a_copy_says_where_it_holds_and_of_what_it_is_one():
    told = document(facts(number="13011234000@08")._replace(copy=KERMAN))

    said = service_of(told, "13011234000@08")
    assert said["isVersionOf"] == f"{BASE}/id/service/13011234000"
    assert said["spatial"] == f"{BASE}/id/place/08"
    assert next(node["prefLabel"] for node in told["@graph"] if node["id"].endswith("/place/08")) == "کرمان"


def test_a_national_card_is_a_copy_of_nothing():
    assert "isVersionOf" not in service_of(document(facts()), "13011234000")


@pytest.mark.parametrize(("level", "is_said"), [(["national"], True), (["provincial"], False), ([], False)])
def test_a_level_alone_is_no_place(level, is_said):
    assert ("spatial" in service_of(document(facts(level=level)), "13011234000")) == is_said


def test_a_copy_keeps_to_the_official_shapes_beside_its_service():
    copy = facts(number="13011234000@08")._replace(copy=KERMAN)

    assert violations([document(facts()), document(copy)], base=BASE) == []


@pytest.mark.django_db
def test_the_facts_of_a_copy_are_those_of_the_service_with_what_the_province_says():
    world = national()
    copy = copy_of(world, "published")
    version = with_told(type(world.version).objects.for_page().get(pk=world.version.pk))

    said, whole = facts_of_copy(version, copy), facts_of(version)

    assert (whole.card.average_duration.value, said.card.average_duration.value) == (3, 2)
    assert said.card.title == whole.card.title
    assert said.number == f"{whole.number}@08"
    assert said.page == f"{whole.page}in/08/"
    assert said.copy == Copy("08", "کرمان", whole.number)
    assert said.card.filled_by == whole.card.filled_by
