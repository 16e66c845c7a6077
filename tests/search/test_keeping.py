"""The index of a host: built from what is published, brought up to date by each change, whole whatever happens."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from khedmat.cards.enums import NameStage
from khedmat.cards.models import PopularName, Service
from khedmat.organizations.models import Organization
from khedmat.search import folders
from khedmat.search.index import Index
from khedmat.search.keeping import KEPT_FOR, Follower, forget_old, program, rebuild
from khedmat.search.models import IndexChange
from tests.factories.cards import VersionFactory
from tests.factories.people import OrganizationFactory
from tests.factories.popular import accepted

pytestmark = pytest.mark.django_db
AT = 1_700_000_000.0


def found(folder, words):
    return Index.open(folders.current(folder)).keys(words)


@pytest.fixture
def follower(tmp_path):
    """One that has caught up."""
    made = Follower(tmp_path)
    made.step(at=AT)
    return made


def test_a_host_without_an_index_builds_one(tmp_path):
    service = VersionFactory(published=True, card={"title": "صدور گذرنامه"}).service_id

    Follower(tmp_path).step(at=AT)

    assert found(tmp_path, "گذرنامه") == [service]


def test_a_draft_is_not_in_the_index(tmp_path):
    VersionFactory(card={"title": "صدور گذرنامه"})

    assert rebuild(tmp_path, at=AT) == 0


def test_what_is_published_is_found_after_one_step(tmp_path, follower):
    service = VersionFactory(published=True, card={"title": "صدور گذرنامه"}).service_id

    follower.step(at=AT)

    assert found(tmp_path, "گذرنامه") == [service]


def test_what_is_no_longer_published_is_gone_after_one_step(tmp_path, follower):
    service = VersionFactory(published=True, card={"title": "صدور گذرنامه"}).service_id
    follower.step(at=AT)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE cards_serviceversion SET stage = 'suspended' WHERE service_id = %s", [service])

    follower.step(at=AT)

    assert found(tmp_path, "گذرنامه") == []


def test_a_popular_name_is_found_when_accepted_and_not_when_taken_away(tmp_path, follower):
    name = accepted("ترنجبین")
    follower.step(at=AT)

    assert found(tmp_path, "ترنجبین") == [name.service_id]

    PopularName.objects.filter(pk=name.pk).update(stage=NameStage.REMOVED)
    follower.step(at=AT)

    assert found(tmp_path, "ترنجبین") == []


@pytest.mark.parametrize("is_parent", [False, True])
def test_a_renamed_agency_renames_its_services_and_those_of_its_subordinates(tmp_path, follower, is_parent):
    owner = OrganizationFactory(parent=OrganizationFactory())
    service = VersionFactory(published=True, service__owner=owner).service
    renamed = owner.parent if is_parent else owner
    follower.step(at=AT)

    Organization.objects.filter(pk=renamed.pk).update(name="سازمان هواشناسی")
    follower.step(at=AT)

    assert found(tmp_path, "هواشناسی") == [service.pk]


def test_a_given_id_is_found(tmp_path, follower):
    service = VersionFactory(published=True).service_id
    Service.objects.filter(pk=service).update(code="10011234100")

    follower.step(at=AT)

    assert found(tmp_path, "۱۰۰۱-۱۲۳۴-۱۰۰") == [service]


def test_a_change_is_brought_in_once(follower):
    VersionFactory(published=True)

    assert [follower.step(at=AT), follower.step(at=AT)] == [1, 0]


def test_a_follower_that_starts_again_brings_in_what_it_missed(tmp_path, follower):
    service = VersionFactory(published=True, card={"title": "صدور گذرنامه"}).service_id

    Follower(tmp_path).step(at=AT)

    assert found(tmp_path, "گذرنامه") == [service]


def test_an_index_built_aside_is_taken_up_by_the_follower(tmp_path, follower):
    rebuild(tmp_path, at=AT)
    service = VersionFactory(published=True, card={"title": "صدور گذرنامه"}).service_id

    follower.step(at=AT)

    assert found(tmp_path, "گذرنامه") == [service]
    assert len([path for path in tmp_path.glob("index-*") if path.is_dir()]) == 1


def spoil_files(index):
    (index / "meta.json").write_text("{")


def forget_state(index):
    index.with_name(f"{index.name}.upto").unlink()


def come_from_elsewhere(index):
    folders.write_up_to(index, folders.UpTo(2**40, AT, program()))


def sleep_long(index):
    folders.write_up_to(index, folders.UpTo(3, AT - KEPT_FOR, program()))


def be_of_another_program(index):
    folders.write_up_to(index, folders.up_to(index)._replace(by="before the upgrade"))


@pytest.mark.parametrize("harm", [spoil_files, forget_state, come_from_elsewhere, sleep_long, be_of_another_program])
def test_an_index_that_cannot_be_caught_up_is_built_anew(tmp_path, follower, harm):
    before = folders.current(tmp_path)
    harm(before)

    Follower(tmp_path).step(at=AT)

    assert folders.current(tmp_path) != before
    assert json.loads(folders.current(tmp_path).with_suffix(".upto").read_text())


def test_an_index_is_built_with_few_questions_however_many_services_there_are(tmp_path):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            rebuild(tmp_path, at=AT)
        return len(queries)

    VersionFactory(published=True)
    few = cost()
    VersionFactory.create_batch(3, published=True)

    assert cost() == few <= 6


def test_old_changes_are_forgotten():
    VersionFactory(published=True)
    noted = IndexChange.objects.get().at.timestamp()

    assert forget_old(at=noted + KEPT_FOR - 5) == 0
    assert forget_old(at=noted + KEPT_FOR + 5) == 1
