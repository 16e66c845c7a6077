"""What the shapes found, as a SHACL report and in words."""

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import RDF, SH, Graph, Literal, URIRef

from khedmat.linked_data.conformance import FOLDER, Violation
from khedmat.linked_data.context import PREFIXES
from khedmat.linked_data.formats import FORMATS, JSONLD, NTRIPLES, TURTLE, written
from khedmat.linked_data.report import OTHERWISE, SAYS, report, short, words
from tests.linked_data.conftest import BASE

AT = f"{BASE}/services/1/conformance/"
SERVICE = f"{BASE}/id/service/13011234000"
FOUND = [
    Violation(SERVICE, "http://purl.org/dc/terms/title", "MinCountConstraintComponent"),
    Violation(SERVICE, "http://data.europa.eu/m8g/hasChannel", "ClassConstraintComponent"),
]
KINDS = {JSONLD: RdfFormat.JSON_LD, TURTLE: RdfFormat.TURTLE, NTRIPLES: RdfFormat.N_TRIPLES}


def made(*found):
    return report(AT, about=SERVICE, created="2026-11-22T09:00:00+00:00", found=found)


def graph(*found):
    return Graph().parse(data=written(made(*found), TURTLE, base=BASE).decode(), format="turtle")


def test_a_report_says_of_each_breach_where_which_and_why():
    told = graph(*FOUND)

    (top,) = told.subjects(RDF.type, SH.ValidationReport)
    results = list(told.objects(top, SH.result))
    assert told.value(top, SH.conforms) == Literal(False)
    assert {str(told.value(one, SH.resultPath)) for one in results} == {one.path for one in FOUND}
    assert {told.value(one, SH.focusNode) for one in results} == {URIRef(SERVICE)}
    assert {told.value(one, SH.resultSeverity) for one in results} == {SH.Violation}
    assert {told.value(one, SH.sourceConstraintComponent) for one in results} == {
        SH.MinCountConstraintComponent,
        SH.ClassConstraintComponent,
    }


def test_a_report_without_a_breach_conforms():
    told = graph()

    (top,) = told.subjects(RDF.type, SH.ValidationReport)
    assert told.value(top, SH.conforms) == Literal(True)
    assert not list(told.objects(top, SH.result))


def test_a_breach_of_the_node_itself_has_no_path():
    told = graph(Violation(SERVICE, "", "ClassConstraintComponent"))

    assert not list(told.objects(None, SH.resultPath))


@pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
def test_all_writings_of_a_report_say_the_same(form):
    one, other = (
        {str(quad) for quad in parse(written(made(*FOUND), kind, base=BASE), KINDS[kind])} for kind in (form, NTRIPLES)
    )

    assert one == other
    assert len(one) > 10


def test_there_are_words_for_every_kind_of_constraint_in_the_official_shapes():
    shapes = Graph().parse(FOLDER / "cpsv-ap-3.2.0-shapes.ttl")
    kinds = {
        SH.minCount: "MinCount",
        SH.maxCount: "MaxCount",
        SH["class"]: "Class",
        SH.datatype: "Datatype",
        SH.nodeKind: "NodeKind",
        SH.uniqueLang: "UniqueLang",
    }
    used = {name for term, name in kinds.items() if next(shapes.subject_objects(term), None)}

    assert {"MinCount", "MaxCount", "Class"} <= used
    assert {f"{name}ConstraintComponent" for name in used} <= set(SAYS)


def test_a_kind_that_nobody_foresaw_is_still_a_sentence():
    assert words(Violation(SERVICE, "", "PatternConstraintComponent")) == OTHERWISE


@pytest.mark.parametrize("prefix", PREFIXES)
def test_an_address_of_a_vocabulary_is_said_short(prefix):
    assert short(f"{PREFIXES[prefix]}thing") == f"{prefix}:thing"


def test_an_address_of_no_known_vocabulary_is_said_whole():
    assert short("https://elsewhere.example/x") == "https://elsewhere.example/x"
