"""Links beside services are asked once each, within a bound, and never ourselves."""

from khedmat.cards.enums import LinkWhy, OnPortal
from khedmat.cards.portal.recording import ServiceSeen
from khedmat.embedding.portal.following import Manner, followed

SITE = "https://khedmat.example.ir"


def service(link):
    return ServiceSeen(1, "", "خدمت", OnPortal.NUMBERED, link=link)


def whys(links, **bounds):
    asked = []

    def ask(address):
        asked.append(address)
        return LinkWhy.NOT_FOUND

    found = followed([service(link) for link in links], Manner(ask, SITE, rest=0, **bounds))
    return [one.why for one in found], asked


def test_each_address_is_asked_once_and_ours_never():
    said, asked = whys(["https://a.ir/1", f"{SITE}/embed/service/1/", "https://a.ir/1", ""])

    assert said == ["not_found", "answered", "not_found", ""]
    assert asked == ["https://a.ir/1"]


def test_a_host_whose_name_begins_like_ours_is_not_ours():
    assert whys([f"{SITE}.evil.ir/"])[1] == [f"{SITE}.evil.ir/"]


def test_links_beyond_the_bound_are_left_alone_and_say_so():
    said, asked = whys([f"https://a.ir/{n}" for n in range(4)], most=2)

    assert (len(asked), said[2:]) == (2, ["", ""])
    assert whys(["https://a.ir/1"], altogether=0) == ([""], [])
