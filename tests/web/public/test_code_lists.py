"""All code lists on one page."""

import pytest

from khedmat.linked_data.codes import LISTS, TITLES, code_list


@pytest.fixture
def said(client):
    return client.get("/codes/").content.decode()


def test_every_list_has_a_persian_title():
    assert TITLES.keys() == LISTS.keys()
    assert all(not title.isascii() for title in TITLES.values())


@pytest.mark.parametrize("name", LISTS)
def test_a_list_stands_there_with_its_codes_and_leads_to_its_writings(said, name):
    assert TITLES[name] in said
    assert [value for value in LISTS[name] if f">{value}</bdi>" not in said] == []
    assert [kind for kind in ("ttl", "jsonld", "nt") if f'href="/codes/{name}.{kind}"' not in said] == []


def test_the_scheme_bears_the_title_in_persian():
    scheme = code_list("https://khedmat.example", "level")["@graph"][0]

    assert scheme["title"] == "سطح خدمت"


def test_the_page_asks_nothing_of_the_database(client, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        assert client.get("/codes/").status_code == 200
