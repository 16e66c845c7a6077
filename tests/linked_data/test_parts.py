"""What a service said in the edition before and still says is copied out of it; the files are those made anew."""

import re
import tracemalloc
from copy import deepcopy
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis.strategies import integers, sets

from khedmat.cards.checking import store_findings
from khedmat.cards.documents.issuing import name_issuers
from khedmat.cards.enums import NameStage
from khedmat.cards.models import AskedDocument, PopularName, ServiceVersion
from khedmat.linked_data import copying, stamps, walking
from khedmat.linked_data.parts import INDEX, beside
from khedmat.linked_data.published import MADE_OF, READ, for_facts, told
from khedmat.linked_data.publishing import publish
from khedmat.linked_data.stamps import standing
from khedmat.linked_data.texts import FILES, Texts
from khedmat.organizations.models import Organization
from khedmat.registers.models import Audience, DataElement, DocumentType, System
from tests.factories import forms
from tests.factories.beside import fetched, priced
from tests.factories.cards import NOW, VersionFactory, advance, identified
from tests.factories.changes import merged
from tests.factories.people import OrganizationFactory
from tests.factories.popular import accepted
from tests.factories.registers import a_document, a_system, an_audience, an_element, steward


@pytest.fixture(scope="module")
def standing_few(kept_for_the_module):
    """Three services in two blocks, of one agency under another; the registers know what their cards name; the second
    has an ID and a name."""
    a_document("کارت ملی")
    a_system("سامانهٔ گواهی")
    an_element("هویت")
    an_audience("عموم مردم")
    owner = OrganizationFactory(code="owner", name="سازمان مالک", parent=OrganizationFactory(code="above", name="بالا"))
    document = forms.document(permits=forms.PERMITS)
    found = [VersionFactory(published=True, service__owner=owner, document=document) for _ in range(3)]
    for version in found:
        store_findings(version, on=NOW.date())
    identified(found[1].service, "13011234000")
    accepted("سوپیشینه", found[1].service)
    return found


@pytest.fixture
def few(db, standing_few, monkeypatch):
    monkeypatch.setattr(stamps, "A_BLOCK", 2)
    return deepcopy(standing_few)


@pytest.fixture
def made(monkeypatch):
    """Keys of the versions whose parts were made anew."""
    keys, of = [], Texts.of
    monkeypatch.setattr(Texts, "of", lambda self, version: keys.append(version.pk) or of(self, version))
    return keys


def files(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def owner(version):
    return Organization.objects.filter(pk=version.service.owner_id)


def replaced(version):
    advance(version, "replaced")
    VersionFactory(service=version.service, published=True, card={"title": "عنوان دیگر"})


def obtained(version):
    fetched(ServiceVersion.objects.for_page().get(pk=version.pk), OrganizationFactory())


def issued(version):
    entry = DocumentType.objects.get()
    name_issuers(entry, [version.service], seen=entry.revision, by=steward(), at=NOW)


KINDS = {
    "nothing": (lambda few, settings: None, 0),
    "an ID is given": (lambda few, settings: identified(few[0].service, "13011234001"), 1),
    "the agency has another name": (lambda few, settings: owner(few[0]).update(name="سازمان نو"), 3),
    "the one above has another name": (
        lambda few, settings: Organization.objects.filter(code="above").update(name="وزارت نو"),
        3,
    ),
    "the one above is another": (lambda few, settings: owner(few[0]).update(parent=OrganizationFactory()), 3),
    "there is none above": (lambda few, settings: owner(few[0]).update(parent=None), 3),
    "services go to another agency": (
        lambda few, settings: merged(owner(few[0]).get(), OrganizationFactory(code="heir")),
        3,
    ),
    "a name is accepted": (lambda few, settings: accepted("عدم سوپیشینه", few[2].service), 1),
    "a name is taken away": (lambda few, settings: PopularName.objects.update(stage=NameStage.REMOVED), 1),
    "an entry has another title": (lambda few, settings: DocumentType.objects.update(title="کارت هوشمند"), 3),
    "a system has another title": (lambda few, settings: System.objects.update(title="سامانهٔ نو"), 3),
    "an element has another title": (lambda few, settings: DataElement.objects.update(title="هویت نو"), 3),
    "an audience has another title": (lambda few, settings: Audience.objects.update(title="همه"), 3),
    "a price holds until a day": (lambda few, settings: priced(few[0], NOW.date()), 1),
    "a line means no entry": (
        lambda few, settings: AskedDocument.objects.filter(version=few[2]).update(document_type=None),
        1,
    ),
    "a document is fetched from an agency": (lambda few, settings: obtained(few[0]), 1),
    "a service gives a document": (lambda few, settings: issued(few[1]), 2),
    "another version": (lambda few, settings: replaced(few[1]), 1),
    "one is suspended": (lambda few, settings: advance(few[1], "suspended"), 0),
    "the first is retired": (lambda few, settings: advance(few[0], "retired"), 0),
    "a new service": (lambda few, settings: VersionFactory(published=True), 1),
    "another address": (lambda few, settings: setattr(settings, "SITE_URL", "https://other.example"), 3),
    "another time zone": (lambda few, settings: setattr(settings, "TIME_ZONE", "Pacific/Auckland"), 3),
}


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_changed_outside_the_version_the_files_are_those_made_anew(few, made, tmp_path, settings, kind):
    change, anew = KINDS[kind]
    before = tmp_path / "before"
    publish(before, at=NOW)
    made.clear()

    change(few, settings)
    publish(tmp_path / "copied", at=NOW, since=before)
    copied = len(made)
    publish(tmp_path / "anew", at=NOW, since=before, source=tmp_path / "none")

    assert files(tmp_path / "copied") == files(tmp_path / "anew")
    assert copied == anew


def test_another_program_makes_everything_anew(few, made, tmp_path, monkeypatch):
    publish(tmp_path, at=NOW)
    made.clear()

    monkeypatch.setattr(stamps, "program", lambda: "another")
    publish(tmp_path, at=NOW)

    assert len(made) == 3


def test_what_was_copied_is_copied_on(few, made, tmp_path):
    for day in range(3):
        publish(tmp_path / f"{day + 1}", at=NOW + timedelta(days=day), since=tmp_path / f"{day}")

    assert len(made) == 3
    same = [*FILES, INDEX]
    assert [(tmp_path / "3" / name).read_bytes() for name in same] == [
        (tmp_path / "1" / name).read_bytes() for name in same
    ]


@pytest.mark.parametrize("name", [*FILES, INDEX])
def test_out_of_a_damaged_edition_nothing_is_copied(few, made, tmp_path, name):
    publish(tmp_path / "before", at=NOW)
    damaged = tmp_path / "before" / name
    damaged.write_bytes(damaged.read_bytes().replace(b"1", b"2"))
    made.clear()

    publish(tmp_path / "after", at=NOW, since=tmp_path / "before")

    assert len(made) == 3
    assert b"2301" not in (tmp_path / "after" / "services.jsonl").read_bytes()


def test_the_index_is_no_open_data(few, tmp_path):
    manifest = publish(tmp_path, at=NOW)

    assert INDEX not in manifest["files"]
    assert (tmp_path / INDEX).exists()


def test_parts_are_made_of_nothing_but_what_the_stamp_is_made_of(few, django_assert_num_queries):
    versions = list(for_facts(ServiceVersion.objects.published()))

    with django_assert_num_queries(0):
        found = [Texts().of(version) for version in versions]

    assert len(found) == 3
    assert set(READ) - set(MADE_OF) == {"content", "paper"}


def test_stamps_are_made_of_every_table_that_is_asked_for_what_is_told(few, django_assert_max_num_queries):
    def tables(asked):
        return {table for query in asked for table in re.findall(r'(?:FROM|JOIN) "(\w+)"', query["sql"])}

    with django_assert_max_num_queries(1) as asked:
        list(told(ServiceVersion.objects.published()))
    with django_assert_max_num_queries(1) as stamped:
        list(standing())

    assert len(tables(asked)) > 10
    assert tables(asked) <= tables(stamped)


@given(sets(integers(0, 30)), sets(integers(0, 30)))
def test_services_of_two_editions_are_walked_side_by_side(here, there):
    sides = [[(key,) for key in sorted(keys)] for keys in (here, there)]

    pairs = [tuple(one and one[0] for one in pair) for pair in beside(*sides)]

    keys = sorted(here | there)
    assert pairs == [(key if key in here else None, key if key in there else None) for key in keys]


@pytest.mark.parametrize("source", ["none", "."])
def test_memory_does_not_grow_with_the_services(few, tmp_path, monkeypatch, source):
    monkeypatch.setattr(stamps, "A_BLOCK", 3)
    monkeypatch.setattr(walking, "A_BATCH", 3)
    monkeypatch.setattr(walking, "MOST_BLOCKS", 3)
    monkeypatch.setattr(copying, "A_PIECE", 1000)
    monkeypatch.setattr(copying, "A_LOAD", 1000)

    def peak(more):
        for _ in range(more):
            VersionFactory(published=True, service__owner=few[0].service.owner)
        publish(tmp_path, at=NOW)
        tracemalloc.start()
        publish(tmp_path, at=NOW, source=tmp_path / source)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak(9) + (tmp_path / "services.nt").stat().st_size > peak(36)
