"""The tree of agencies: lines, branches, counts, and rings that must not hang a page."""

import pytest

from khedmat.organizations.models import Organization
from khedmat.organizations.tree import Tree, with_something
from tests.factories.people import OrganizationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def family():
    top = OrganizationFactory(name="الف")
    middle = OrganizationFactory(name="ب", parent=top)
    return top, middle, OrganizationFactory(name="پ", parent=middle), OrganizationFactory(name="ت", parent=top)


def grown():
    return Tree(Organization.objects.order_by("sort_key", "pk"))


def test_a_line_ends_with_the_nearest(family):
    top, middle, low, _other = family

    assert grown().line(low) == [top, middle]
    assert grown().line(top) == []


def test_totals_add_up_along_the_branches(family):
    top, middle, low, other = family

    (branch,) = grown().branches({low.pk: 3, other.pk: 1, top.pk: 1})

    assert (branch.own, branch.total) == (1, 5)
    assert [(one.agency, one.own, one.total) for one in branch.branches] == [(middle, 0, 3), (other, 0 + 1, 1)]


def test_bare_branches_are_left_out(family):
    _top, middle, low, other = family

    (branch,) = with_something(grown().branches({low.pk: 1}))

    assert [one.agency for one in branch.branches] == [middle]
    assert with_something(grown().branches({})) == []


def test_one_whose_parent_is_not_in_the_list_stands_at_the_top(family):
    _top, middle, low, _other = family

    tree = Tree(Organization.objects.filter(pk__in=[middle.pk, low.pk]).order_by("pk"))

    assert [branch.agency for branch in tree.branches({})] == [middle]


def test_all_below_are_told_once(family):
    top, middle, low, other = family

    assert set(grown().all_below(top.pk)) == {middle, low, other}


def test_a_ring_ends_the_line(family):
    top, middle, low, _other = family
    Organization.objects.filter(pk=top.pk).update(parent=low)

    assert grown().line(Organization.objects.get(pk=low.pk)) == [top, middle]


def test_the_tree_is_one_question(family, django_assert_num_queries):
    with django_assert_num_queries(1):
        grown().branches({})
