"""A whole page is fetched as guardedly as a link is tried, and no more of it than is read."""

import pytest

from khedmat.cards.enums import LinkWhy
from khedmat.cards.links import fetching
from khedmat.cards.links.exchange import Manners
from khedmat.cards.links.fetching import fetch

HERE = "http://here.example.ir"


def test_a_page_is_asked_once_and_brought_whole(server, at_home):
    page = fetch(f"{HERE}/body/90000", at_home)

    assert (page.why, page.status, page.address) == (LinkWhy.ANSWERED, 200, f"{HERE}/body/90000")
    assert page.body == b"x" * 90_000
    assert not page.is_cut
    assert [method for method, *_rest in server.asked] == ["GET"]


def test_a_page_without_end_is_cut(server, at_home, monkeypatch):
    monkeypatch.setattr(fetching, "MOST_OF_A_PAGE", 100_000)

    page = fetch(f"{HERE}/body/5000000", at_home)

    assert (len(page.body), page.is_cut) == (100_000, True)


def test_where_a_redirect_ends_is_told(server, at_home):
    page = fetch(f"{HERE}/to?/body/3", at_home)

    assert (page.address, page.body) == (f"{HERE}/body/3", b"xxx")


@pytest.mark.parametrize(("path", "why"), [("/404", LinkWhy.NOT_FOUND), ("/500", LinkWhy.SERVER)])
def test_the_page_of_an_error_is_no_page(server, at_home, path, why):
    page = fetch(HERE + path, at_home)

    assert (page.why, page.body) == (why, b"")


@pytest.mark.parametrize("inside", ["10.0.0.1", "169.254.169.254", "::1"])
def test_a_page_inside_the_house_is_never_brought(server, names, at_home, inside):
    names.known["inside.example.ir"] = [inside]

    for address in ("http://inside.example.ir/", f"{HERE}/to?http://inside.example.ir/secret"):
        assert fetch(address, at_home).why == LinkWhy.PRIVATE
    assert fetch(HERE, Manners("tests", port=server.port)).why == LinkWhy.PRIVATE


def test_a_server_that_sends_a_letter_at_a_time_is_left(server, at_home):
    page = fetch(f"{HERE}/slow", at_home)

    assert page.why != LinkWhy.ANSWERED
    assert page.body == b""


@pytest.mark.parametrize("address", ["", "file:///etc/passwd", "http://", "http://here.example.ir:22/", "http://a b/"])
def test_what_is_no_address_of_the_web_is_not_asked(server, at_home, address):
    page = fetch(address, at_home)

    assert (page.why, page.status, page.body) == (LinkWhy.MALFORMED, None, b"")
    assert server.asked == []
