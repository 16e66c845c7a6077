"""What narrows the results: counted among what a click would give, told in words, taken off by its own address."""

import pytest
from django.http import QueryDict

from khedmat.web.public.seeking import facets
from khedmat.web.public.seeking.facets import Asked, Light

SILENT = {"agency": ("a",), "type": (), "level": (), "event": (), "electronic": (), "free": ()}


def a_service(agency="سازمان", **said):
    return Light(SILENT | said, agency)


def told(found, address=""):
    data = QueryDict(address)
    known = dict(enumerate(found))
    return {str(facet.label): facet for facet in facets.facets(known, Asked(facets.picked(data), data))}


def counts(facet):
    return {option.words: option.count for option in facet.options}


def test_each_value_is_counted_and_the_commonest_comes_first():
    found = [a_service(level=("urban",)), a_service(level=("rural", "urban"))]

    assert list(counts(told(found)["سطح"]).items()) == [("شهری", 2), ("روستایی", 1)]


def test_a_facet_of_which_no_service_speaks_is_left_out():
    assert list(told([a_service()])) == ["دستگاه"]


def test_nothing_found_has_no_facets():
    assert told([]) == {}


def test_an_agency_is_told_by_its_name():
    assert counts(told([a_service("سازمان هواشناسی")])["دستگاه"]) == {"سازمان هواشناسی": 1}


def test_values_of_a_picked_facet_are_counted_as_if_it_were_not_picked():
    found = [a_service(free=("yes",)), a_service(free=("no",)), a_service(free=("no",))]

    assert counts(told(found, "free=yes")["رایگان"]) == {"بله": 1, "خیر": 2}


def test_values_of_the_others_are_counted_among_what_it_leaves():
    found = [a_service(free=("yes",), level=("urban",)), a_service(free=("no",), level=("urban",))]

    assert counts(told(found, "free=yes")["سطح"]) == {"شهری": 1}


def test_what_is_picked_is_told_with_zero_where_nothing_fits_any_more():
    facet = told([a_service(free=("no",))], "free=yes")["رایگان"]

    assert counts(facet) == {"بله": 0, "خیر": 1}
    assert facet.options[0].is_picked


def test_an_option_adds_its_value_and_a_picked_one_takes_it_off():
    found = [a_service(free=("yes",)), a_service(free=("no",))]

    options = {one.words: one.query for one in told(found, "q=x&free=yes&page=2")["رایگان"].options}

    assert options == {"بله": "q=x", "خیر": "q=x&free=no"}


def test_more_values_than_fit_are_cut_but_never_the_picked_one():
    found = [Light(SILENT | {"agency": (f"a{number}",)}, f"د{number}") for number in range(20)]

    facet = told(found, "agency=a19")["دستگاه"]

    assert len(facet.options) == facets.MOST_OPTIONS
    assert facet.options[0].words == "د۱۹"


@pytest.mark.parametrize("address", ["type=x", "level=", "free=maybe", "agency=", f"agency={'a' * 81}", "other=1"])
def test_a_value_that_no_list_has_is_not_picked(address):
    assert facets.picked(QueryDict(address)) == {}


@pytest.mark.parametrize("address", ["type=G2C", "level=urban", "event=birth", "free=no", "electronic=yes", "agency=a"])
def test_a_value_of_a_list_is_picked(address):
    name, _sign, value = address.partition("=")

    assert facets.picked(QueryDict(address)) == {name: value}


def test_the_index_has_its_own_name_for_the_agency():
    assert facets.for_index({"agency": "a", "free": "yes"}) == {"agency_code": "a", "free": "yes"}


def test_filters_in_force_are_told_with_the_way_out_of_each():
    found = told([a_service(free=("yes",))], "free=yes&agency=a")

    dropped = facets.dropped(list(found.values()))

    assert [(str(label), option.query) for label, option in dropped] == [("دستگاه", "free=yes"), ("رایگان", "agency=a")]
