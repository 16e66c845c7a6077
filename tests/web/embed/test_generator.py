"""The page that gives an agency the lines for its own site."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from khedmat.embedding.listing import listing_of
from khedmat.embedding.portal.expected import Expected
from khedmat.embedding.portal.reading import read
from khedmat.web.embed.ways import ways_of
from tests.factories.cards import VersionFactory
from tests.factories.people import OrganizationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def agency():
    return OrganizationFactory(code="sample", name='سازمان "نمونه" <۷>')


def test_an_agency_is_found_by_a_part_of_its_name(client, agency):
    page = client.get("/embed/?q=نمونه").content.decode()

    assert 'href="?agency=sample"' in page
    assert "دستگاهی با این نام نیست" in client.get("/embed/?q=زرافه").content.decode()


def test_the_lines_are_given_as_text_beside_a_preview(client, agency):
    VersionFactory(service__owner=agency, published=True)

    answer = client.get("/embed/?agency=sample")

    page = LexborHTMLParser(answer.content.decode())
    assert [node.text() for node in page.css("pre code")] == [str(way.lines) for way in ways_of(agency)]
    assert [node.attributes["src"] for node in page.css("iframe")] == ["/embed/agency/sample/"]
    assert "frame-src 'self'" in answer["Content-Security-Policy"]
    assert "۱ خدمت منتشرشده" in page.css_first("h2").text()


@pytest.mark.parametrize("name", ["frame", "element"])
def test_a_page_with_these_lines_is_known_as_a_live_one(agency, settings, name):
    lines = next(way.lines for way in ways_of(agency) if way.name == name)

    assert read(lines, Expected(listing_of(agency).entries()), settings.SITE_URL).live == {"sample"}


@pytest.mark.parametrize("code", ["nowhere", "x' OR 1=1", "%00x", "a" * 9000])
def test_an_unknown_agency_is_not_found(client, code):
    assert client.get(f"/embed/?agency={code}").status_code == 404
