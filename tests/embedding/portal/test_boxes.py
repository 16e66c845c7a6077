"""Which link belongs to a service: its own, or that of the nearest box in which no other service stands."""

import pytest

from khedmat.cards.enums import OnPortal
from khedmat.embedding.portal.boxes import Box, linked
from khedmat.embedding.portal.expected import Sighting


def sighted(key, link=""):
    return Sighting(key, OnPortal.NUMBERED, link=link)


def test_a_link_around_the_words_is_theirs():
    box = Box()
    box.link, box.anchor = "/first", "/own"
    box.add(sighted("1"))

    assert [one.link for one in linked([box])] == ["/own"]


def test_the_link_beside_the_words_in_their_box_is_theirs():
    box = Box()
    box.add(sighted("1"))
    box.link = "/beside"

    assert [one.link for one in linked([box])] == ["/beside"]


def test_a_link_in_the_next_box_belongs_to_the_service_of_the_box_around_both():
    around = Box()
    words, beside = Box(around), Box(around)
    words.add(sighted("1"))
    beside.link = "/beside"
    for box in (words, beside):
        box.close()

    assert [one.link for one in linked([around, words, beside])] == ["/beside"]


def test_a_box_with_two_services_gives_its_link_to_neither():
    around = Box()
    for key in ("1", "2"):
        words = Box(around)
        words.add(sighted(key))
        words.close()
        around.link = "/menu"
        assert len(around.names) == int(key)

    assert words.link_of(sighted("2")) == ""


def test_a_box_keeps_no_more_than_two_names():
    box = Box()

    for key in range(100):
        box.add(sighted(str(key)))

    assert box.names == {"0", "1"}
    assert len(box.seen) == 100


@pytest.mark.parametrize("link", ["", "/beside"])
def test_the_first_link_of_a_box_goes_up_unless_the_box_above_has_one(link):
    around = Box()
    around.link = link
    inner = Box(around)
    inner.link = "/inner"

    inner.close()

    assert around.link == (link or "/inner")
