"""What search engines find: every published service with its day, nothing that is not published."""

import pytest
from django.utils.timezone import localdate
from selectolax.lexbor import LexborHTMLParser

from khedmat.cards.models import ServiceVersion
from khedmat.web.public import sitemap
from tests.factories.cards import VersionFactory
from tests.factories.registers import a_document, a_law

pytestmark = pytest.mark.django_db


def listed(client, address):
    """Path → day of its last change."""
    answer = client.get(address)
    assert answer["Content-Type"] == "application/xml"
    found = LexborHTMLParser(answer.content.decode())
    rows = [(row.css_first("loc").text(), row.css_first("lastmod")) for row in found.css("url, sitemap")]
    assert all(url.startswith("http") for url, _day in rows)
    return {"/" + url.split("/", 3)[3]: day.text() if day else "" for url, day in rows}


def test_robots_are_shown_the_map_and_kept_from_desks(client):
    lines = client.get("/robots.txt").content.decode().splitlines()

    assert "Disallow: /desk/" in lines
    assert any(line.startswith("Sitemap: http") and line.endswith("/sitemap.xml") for line in lines)


def test_every_published_service_is_listed_with_its_day_and_no_other(client):
    shown = VersionFactory(published=True)
    VersionFactory(stage="draft")
    VersionFactory(stage="retired")

    (part,) = [path for path in listed(client, "/sitemap.xml") if "services" in path]
    day = localdate(shown.published_at).isoformat()
    assert listed(client, part) == {f"/services/{shown.service_id}/": day}
    assert listed(client, "/sitemap.xml")[part] == day


def test_keys_beyond_a_file_go_to_the_next(client, monkeypatch):
    keys = sorted(VersionFactory(published=True).service_id for _ in range(5))
    monkeypatch.setattr(sitemap, "MOST", 2)

    parts = [path for path in listed(client, "/sitemap.xml") if "services" in path]
    found = [list(listed(client, part)) for part in parts]

    assert all(len(part) <= 2 for part in found)
    assert [path for part in found for path in part] == [f"/services/{key}/" for key in keys]


def test_an_empty_registry_has_the_pages_alone(client):
    assert not ServiceVersion.objects.exists()
    assert list(listed(client, "/sitemap.xml")) == ["/sitemap-pages.xml"]
    assert client.get("/sitemap-services-0.xml").status_code == 404


def test_agencies_documents_and_laws_are_listed_and_each_is_there(client):
    agency = VersionFactory(published=True).service.owner
    a_document(code="birth")
    a_law(code="air")

    found = listed(client, "/sitemap-pages.xml")

    assert {f"/agencies/{agency.code}/", "/documents/birth/", "/laws/air/"} <= set(found)
    assert {path: client.get(path).status_code for path in found} == dict.fromkeys(found, 200)


def test_questions_do_not_grow_with_the_services(client, assert_same_cost):
    VersionFactory(published=True)

    def grow():
        for _one in range(3):
            VersionFactory(published=True)

    assert_same_cost(lambda: client.get("/sitemap-services-0.xml") and client.get("/sitemap.xml"), grow)


def test_every_way_into_the_registry_is_listed(client):
    """What the foot of a page leads to, but for what is not about services, stands on the map."""
    foot = LexborHTMLParser(client.get("/").content.decode()).css("footer a[href^='/']")
    of_the_site = {"/accessibility/", "/privacy/", "/offline/"}

    listed_here = set(listed(client, "/sitemap-pages.xml"))

    assert {link.attributes["href"] for link in foot} - of_the_site - listed_here == set()
    assert {"/finder/", "/events/birth/", "/duty/"} <= listed_here
