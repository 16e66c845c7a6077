"""Search for programs: by the index where this host has one, by the database else; only what is published."""

import time

import pytest

from khedmat.cards.enums import Stage
from khedmat.search import living
from khedmat.search.keeping import rebuild
from tests.factories.cards import VersionFactory, advance, identified

pytestmark = pytest.mark.django_db
V1 = "/api/v1"


@pytest.fixture(autouse=True)
def _a_data_folder_of_its_own(settings, tmp_path):
    settings.KHEDMAT_DATA = tmp_path
    living._kept.clear()
    yield
    living._kept.clear()


@pytest.fixture(params=["index", "database"])
def indexed(request):
    """Brings the index up to date, where there is one."""

    def bring():
        if request.param == "index":
            rebuild(living.folder(), at=time.time())
            living._kept.clear()

    return bring


def found(client, words, tail="search"):
    return [one["id"] for one in client.get(f"{V1}/{tail}", {"q": words}).json()]


@pytest.fixture
def fishing():
    return VersionFactory(published=True, card={"title": "پروانهٔ ماهیگیری"})


@pytest.mark.parametrize("words", ["ماهیگیری", "ماهيگيري", "پروانه ماهیگیری"])
def test_a_service_is_found_by_words_of_its_title_in_any_spelling(client, indexed, fishing, words):
    VersionFactory(published=True)
    indexed()

    assert found(client, words)[0] == fishing.service.pk
    assert found(client, words, "suggest")[0] == fishing.service.pk


@pytest.mark.parametrize("words", ["", " ", "قققققققق", "()[]*"])
def test_words_that_nobody_wrote_find_nothing_and_break_nothing(client, indexed, fishing, words):
    indexed()

    assert found(client, words) == []


@pytest.mark.parametrize("stage", ["draft", "submitted", "approved", "retired"])
def test_what_is_not_published_is_never_found(client, indexed, stage):
    VersionFactory(stage=stage, card={"title": "پروانهٔ ماهیگیری"})
    indexed()

    assert found(client, "ماهیگیری") == []


def test_what_ended_since_the_index_was_built_is_not_given(client, indexed, fishing):
    indexed()
    advance(fishing, Stage.REPLACED)

    assert found(client, "ماهیگیری") == []


def test_no_more_is_given_than_was_asked_for(client, indexed):
    VersionFactory.create_batch(4, published=True)
    indexed()

    assert len(client.get(f"{V1}/search?q=گواهی&limit=3").json()) == 3


def test_a_search_costs_the_same_however_much_it_finds(client, indexed, assert_same_cost):
    VersionFactory(published=True)
    indexed()

    def grow():
        VersionFactory.create_batch(4, published=True)
        indexed()

    assert_same_cost(lambda: client.get(f"{V1}/search?q=گواهی"), grow)


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ("13011234001", "یک رقم آن دیگر است"),
        ("1301123400", "یک رقم آن افتاده است"),
        ("130112394000", "یک رقم زیادی دارد"),
        ("13012134000", "دو رقم کنار هم جابه‌جا نوشته شده است"),
    ],
)
def test_each_slip_in_an_id_is_named(client, fishing, asked, why):
    identified(fishing.service, "13011234000")

    (likely,) = client.get(f"{V1}/resolve/{asked}").json()["likely"]

    assert (likely["id"], likely["code"], likely["why"]) == (fishing.service.pk, "13011234000", why)


def test_an_id_that_is_known_is_never_corrected(client, fishing):
    identified(fishing.service, "13011234000")
    identified(VersionFactory(published=True).service, "13011234001")

    said = client.get(f"{V1}/resolve/13011234001").json()

    assert said["exact"] != fishing.service.pk
    assert said["likely"] == []


def test_the_id_of_a_service_that_was_never_public_leads_nowhere(client):
    identified(VersionFactory().service, "13011234000")

    said = client.get(f"{V1}/resolve/13011234000").json()

    assert (said["exact"], said["likely"]) == (None, [])


def test_what_is_no_id_is_called_what_it_looks_like(client):
    assert client.get(f"{V1}/resolve/09121234567").json()["looks_like"] == "شمارهٔ تلفن همراه"
