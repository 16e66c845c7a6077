"""A published version as a row and as a record."""

import json

import pytest

from khedmat.cards.canonical import content_of
from khedmat.linked_data.codes import concept
from khedmat.linked_data.datasets import SERVICES
from khedmat.linked_data.graph import Graph
from khedmat.linked_data.published import facts_of, for_facts, number_of
from khedmat.linked_data.stamps import services_in, standing
from khedmat.linked_data.tables import record, row
from tests.factories.cards import VersionFactory, identified
from tests.factories.people import OrganizationFactory
from tests.factories.popular import accepted, proposed

pytestmark = pytest.mark.django_db


@pytest.fixture
def version():
    above = OrganizationFactory(code="above", name="وزارت بالا")
    owner = OrganizationFactory(code="owner", name="سازمان مالک", parent=above)
    return VersionFactory(published=True, service__owner=owner)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("title", "صدور گواهی سوء پیشینه"),
        ("agency_code", "owner"),
        ("agency", "سازمان مالک"),
        ("service_type", ["G2C", "G2B"]),
        ("level", ["national"]),
        ("life_events", ["certificates"]),
        ("documents", ["کارت ملی", "درخواست"]),
        ("electronic", True),
        ("free", None),
        ("average_duration", "سه روز"),
        ("visits", 1),
        ("version", 1),
        ("published_on", "2026-11-22"),
    ],
)
def test_a_column_of_the_row(version, column, value):
    assert row(version)[column] == value


def test_a_row_has_every_column_and_no_other(version):
    assert row(version).keys() == SERVICES.columns.keys()


def test_a_record_is_the_whole_card_without_people(version):
    found = record(version)

    assert found["card"]["title"] == "صدور گواهی سوء پیشینه"
    assert found["sha256"] == version.sha256
    assert found["agency"] == {"code": "owner", "name": "سازمان مالک"}
    assert "مسئول نمونه" not in str(found)
    assert "IR-4000" not in str(found)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"cost": {"free": True}},
        {"cost": {"items": [{"account": "IR-4000"}]}},
        {"average_duration": {"value": 2.5}, "stages": {}, "filled_by": {"name": "مسئول نمونه"}},
    ],
)
def test_a_record_is_written_as_the_contract_writes_a_card(changes):
    version = VersionFactory(published=True, card=changes)
    kept = type(version).objects.get(pk=version.pk)

    assert json.dumps(record(kept)["card"]) == json.dumps(content_of(kept.public_card))


def test_a_service_without_an_id_has_its_key(version):
    assert number_of(version) == f"n{version.service_id}"
    identified(version.service, "13011234000")
    assert number_of(version) == "13011234000"


def test_facts_hold_names_in_force_and_the_agency_above(version):
    accepted("سوپیشینه", version.service)
    proposed("نام در انتظار", version.service)

    facts = facts_of(for_facts(type(version).objects.filter(pk=version.pk)).get())

    assert facts.names == ("سوپیشینه",)
    assert facts.owner.parent.code == "above"
    assert facts.modified.isoformat() == "2026-11-22"


def test_only_the_published_come_and_by_key(version):
    VersionFactory(stage="suspended")
    VersionFactory()
    later = VersionFactory(published=True)

    found = [key for block in standing() for key in services_in(block.stamps)]
    assert found == [version.service_id, later.service_id]


def test_whoever_names_a_thing_twice_means_one_node():
    graph = Graph("https://khedmat.example")

    one, two = concept(graph, "level", "national"), concept(graph, "level", "national")

    assert one == two == "https://khedmat.example/id/code/level/national"
    assert len(graph.nodes) == 1


def test_a_node_that_documents_share_is_never_changed():
    graphs = [Graph("https://khedmat.example") for _ in range(2)]

    address = [concept(graph, "level", "national") for graph in graphs][0]
    graphs[0].add(address, "skos:Concept", topConceptOf="https://khedmat.example/id/code/level")

    assert "topConceptOf" in graphs[0].nodes[address]
    assert "topConceptOf" not in graphs[1].nodes[address]


def test_what_is_shared_adds_to_what_was_said_already():
    graph = Graph("https://khedmat.example")
    graph.add("https://khedmat.example/id/code/level/national", "cv:Event", title="پیش")

    node = graph.nodes[concept(graph, "level", "national")]

    assert (node["type"], node["title"], node["notation"]) == ("cv:Event", "پیش", "national")


def test_what_is_empty_is_left_out_and_zero_is_not():
    graph = Graph("https://khedmat.example")

    graph.add("https://khedmat.example/x", "cv:Cost", value="0", title="", keyword=[], description=None)

    assert graph.nodes["https://khedmat.example/x"].keys() == {"id", "type", "value"}
