"""The ends of long lists."""

from copy import deepcopy

import pytest

from tests.factories.cards import VersionFactory
from tests.factories.people import OrganizationFactory, person

pytestmark = pytest.mark.django_db
ROWS = 45
PUBLIC = ["/services/", "/search/?q=گواهی", "/agencies/many/"]
ENDS = [("1", 20), ("2", 20), ("3", 5), ("4", 5), ("999999999", 5), ("0", 5), ("-1", 5), ("x", 20), ("", 20), ("۳", 5)]


@pytest.fixture(scope="module")
def made(kept_for_the_module):
    owner = OrganizationFactory(code="many")
    for number in range(ROWS):
        VersionFactory(published=True, service__owner=owner, card={"title": f"گواهی {number:02}"})
    return owner


@pytest.fixture
def many(db, made):
    return deepcopy(made)


def page_of(client, address, number):
    return client.get(f"{address}{'&' if '?' in address else '?'}page={number}")


@pytest.mark.parametrize("address", PUBLIC)
def test_any_number_gives_the_nearest_page(client, many, address):
    shown = {number: len(page_of(client, address, number).context["page"].object_list) for number, _ in ENDS}

    assert shown == dict(ENDS)


@pytest.mark.parametrize("address", PUBLIC)
def test_every_row_is_on_one_page_and_on_one_only(client, many, address):
    pages = [page_of(client, address, number).context["page"].object_list for number in (1, 2, 3)]

    seen = [version.pk for page in pages for version in page]
    assert len(seen) == len(set(seen)) == ROWS


@pytest.mark.parametrize("address", PUBLIC)
def test_the_first_page_has_no_earlier_and_the_last_no_later(client, many, address):
    first, last = (page_of(client, address, number).content.decode() for number in (1, 3))

    assert 'rel="next"' in first
    assert 'rel="prev"' not in first
    assert 'rel="prev"' in last
    assert 'rel="next"' not in last
    assert "صفحهٔ ۳ از ۳" in last


def test_the_ways_to_other_pages_keep_what_was_asked(client, many):
    page = client.get("/services/?q=گواهی&sort=new&page=2").content.decode()

    for number in (1, 3):
        assert f"sort=new&amp;page={number}" in page
    assert "page=2&" not in page


def test_a_list_of_one_page_has_no_pager(client):
    alone = VersionFactory(published=True, service__owner=OrganizationFactory(code="alone"))
    page = client.get("/agencies/alone/").content.decode()

    assert alone.title in page
    assert 'class="pages"' not in page


def test_the_last_page_asks_no_more_questions_than_the_first(client, many, django_assert_max_num_queries):
    page_of(client, "/services/", 2)
    for number in (1, 3):
        with django_assert_max_num_queries(4):
            page_of(client, "/services/", number)


def test_the_desk_has_its_own_pages(client_for, many):
    client = client_for(person("reader", many))
    VersionFactory.create_batch(16, service__owner=many)

    sizes = [len(client.get(f"/desk/?page={number}").context["page"].object_list) for number in (1, 2, 3, 9)]

    assert sizes == [20, 20, 20, 1]


def test_pages_of_the_desk_keep_the_stage(client_for, many):
    VersionFactory.create_batch(8, published=True, service__owner=many)
    page = client_for(person("reader", many)).get("/desk/?stage=published").content.decode()

    assert "?stage=published&amp;page=2" in page
