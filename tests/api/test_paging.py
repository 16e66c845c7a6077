"""Pages by key: no row twice, none left out, whatever the order and however alike the rows are."""

import pytest
from django.core.signing import BadSignature
from django.test import RequestFactory

from khedmat.api.paging import Order, Paged, page_of
from khedmat.organizations.models import Organization
from tests.factories.people import OrganizationFactory

pytestmark = pytest.mark.django_db
BY_NAME, DOWN = Order("sort_key"), Order("sort_key", is_down=True)


def asked(address="/list"):
    return RequestFactory().get(address)


def walked(by, limit):
    """All rows by following the pages."""
    seen, address = [], "/list"
    while address:
        request = asked(address)
        wanted = Paged(cursor=request.GET.get("cursor", ""), limit=limit)
        rows, address = page_of(request, Organization.objects.all(), by=by, wanted=wanted)
        seen += rows
    return seen


@pytest.fixture
def alike():
    """Three names, each of two agencies."""
    return [OrganizationFactory(name=name, sort_key=name) for name in "بابپپاا"[:6]]


@pytest.mark.parametrize("limit", [1, 2, 3, 5, 6, 7, 100])
@pytest.mark.parametrize("by", [BY_NAME, DOWN, Order("pk"), Order("pk", is_down=True)])
def test_rows_that_are_alike_come_once_each(alike, by, limit):
    assert sorted(row.pk for row in walked(by, limit)) == sorted(row.pk for row in alike)


@pytest.mark.parametrize("limit", [1, 4])
def test_both_orders_are_each_other_turned_round(alike, limit):
    assert walked(DOWN, limit) == list(reversed(walked(BY_NAME, limit)))


def test_the_last_page_names_no_next_one_even_when_it_is_full(alike):
    _rows, following = page_of(asked(), Organization.objects.all(), by=BY_NAME, wanted=Paged(limit=6))

    assert following is None


def test_an_empty_list_is_one_empty_page():
    assert page_of(asked(), Organization.objects.all(), by=BY_NAME, wanted=Paged()) == ([], None)


def test_a_row_that_comes_in_before_the_cursor_disturbs_nothing(alike):
    request = asked()
    rows, following = page_of(request, Organization.objects.all(), by=BY_NAME, wanted=Paged(limit=3))
    OrganizationFactory(name="ا", sort_key="\u0001")
    behind = asked(following)

    rest, _ = page_of(
        behind, Organization.objects.all(), by=BY_NAME, wanted=Paged(cursor=behind.GET["cursor"], limit=100)
    )

    assert len(rows) + len(rest) == len(alike)


def cursor_of(request, by):
    _rows, following = page_of(request, Organization.objects.all(), by=by, wanted=Paged(limit=1))
    return asked(following).GET["cursor"]


@pytest.mark.parametrize(("address", "by"), [("/another", BY_NAME), ("/list", DOWN), ("/list", Order("pk"))])
def test_a_cursor_is_good_for_its_own_list_in_its_own_order(alike, address, by):
    cursor = cursor_of(asked(), BY_NAME)

    with pytest.raises(BadSignature):
        page_of(asked(address), Organization.objects.all(), by=by, wanted=Paged(cursor=cursor))


@pytest.mark.parametrize("place", [0, 3, -1])
def test_a_cursor_that_somebody_wrote_on_is_none(alike, place):
    letters = list(cursor_of(asked(), BY_NAME))
    letters[place] = "A" if letters[place] != "A" else "B"

    with pytest.raises(BadSignature):
        page_of(asked(), Organization.objects.all(), by=BY_NAME, wanted=Paged(cursor="".join(letters)))


def test_the_address_of_the_next_page_keeps_what_was_asked(alike):
    request = asked("/list?q=ا&limit=1&cursor=")

    _rows, following = page_of(request, Organization.objects.all(), by=BY_NAME, wanted=Paged(limit=1))

    said = asked(following).GET
    assert (said["q"], said["limit"]) == ("ا", "1")
    assert len(said.getlist("cursor")) == 1


def test_one_page_is_one_question(alike, django_assert_num_queries):
    with django_assert_num_queries(1):
        page_of(asked(), Organization.objects.all(), by=BY_NAME, wanted=Paged(limit=2))
