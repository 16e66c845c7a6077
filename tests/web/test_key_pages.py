"""Pages of long lists: the keys of a page and its rows alone in one question, in the order of the list."""

import pytest

from khedmat.cards.models import ServiceVersion
from khedmat.web.paging import KeyPaginator
from tests.factories.cards import VersionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def listed():
    for word in ("پ", "الف", "ب", "ت", "ث"):
        VersionFactory(published=True, card={"title": word})
    return ServiceVersion.objects.published().for_list()


def titles(page):
    return [version.title for version in page.object_list]


def test_pages_together_are_the_list_in_its_order(listed):
    pages = KeyPaginator(listed, 2)

    assert [titles(pages.page(number)) for number in (1, 2, 3)] == [["الف", "ب"], ["پ", "ت"], ["ث"]]


def test_a_page_fetches_its_own_rows_and_no_others(listed, django_assert_num_queries):
    pages = KeyPaginator(listed, 2)
    assert pages.count == 5

    with django_assert_num_queries(1):
        assert len(titles(pages.page(2))) == 2


@pytest.mark.parametrize(("number", "nearest"), [("0", 3), ("-1", 3), ("99", 3), ("x", 1), (None, 1), ("۲", 2)])
def test_a_number_that_is_none_gives_the_nearest_page(listed, number, nearest):
    assert KeyPaginator(listed, 2).get_page(number).number == nearest


def test_an_empty_list_has_one_empty_page(listed):
    assert titles(KeyPaginator(listed.filter(title="ج"), 2).get_page("1")) == []


def test_what_a_list_annotates_comes_along(listed):
    (first, *_rest) = KeyPaginator(listed.with_finding_counts(), 2).page(1).object_list

    assert (first.blockers, first.answers, first.notes) == (0, 0, 0)
