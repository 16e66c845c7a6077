"""The pages that other sites show: complete without a script, open to any frame, known by their marks."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.factories.cards import VersionFactory, advance, identified
from tests.factories.people import OrganizationFactory

pytestmark = pytest.mark.django_db
LIST, PART = "/embed/agency/sample/", "/embed/agency/sample/list.html"


@pytest.fixture
def agency():
    return OrganizationFactory(code="sample", name="سازمان نمونهٔ 7")


@pytest.fixture
def family(agency):
    """A main service with two sub-services."""
    return [served(agency, code, title) for code, title in [
        ("13041861000", "صدور پروانهٔ 3 ساله"), ("12031861100", "تمدید پروانه"), ("10011861101", "ابطال <پروانه>")
    ]]  # fmt: skip


def served(agency, code, title):
    version = VersionFactory(service__owner=agency, published=True, card={"title": title})
    identified(version.service, code)
    return version


def page(response):
    return LexborHTMLParser(response.content.decode())


def test_the_list_shows_each_service_with_its_id_and_its_link(client, family, settings):
    rows = page(client.get(LIST)).css("li[data-khedmat]")

    assert [row.attributes["data-khedmat"] for row in rows] == [
        f"{version.service.code};{version.number};{version.sha256}" for version in family
    ]
    first = rows[0]
    assert first.css_first("a").text() == "صدور پروانهٔ ۳ ساله"
    assert first.css_first("a").attributes["href"] == f"{settings.SITE_URL}/embed/service/13041861000/"
    assert first.css_first("bdi").text() == "۱۳۰۴۱۸۶۱۰۰۰"


def test_sub_services_open_without_a_script(client, family):
    found = page(client.get(LIST))

    below = found.css("li > details > ol > li")
    assert [row.css_first("a").text() for row in below] == ["تمدید پروانه", "ابطال <پروانه>"]
    assert found.css_first("summary").text() == "۲ زیرخدمت"
    assert not found.css("script, [style], style")


@pytest.mark.parametrize("address", [LIST, PART, "/embed/service/13041861000/", "/embed/khedmat.js"])
def test_any_site_may_frame_and_read_an_embedded_page(client, family, address):
    answer = client.get(address)

    assert "X-Frame-Options" not in answer
    assert "frame-ancestors *" in answer["Content-Security-Policy"]
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "public" in answer["Cache-Control"]
    assert not answer.cookies


def test_no_other_page_may_be_framed(client, family):
    for address in ("/", "/agencies/sample/", "/embed/agency/nowhere/"):
        answer = client.get(address)
        assert answer["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]


def test_who_holds_the_list_gets_nothing_until_a_card_changes(client, family):
    held = client.get(LIST)["ETag"]

    assert client.get(LIST, headers={"If-None-Match": held}).status_code == 304
    advance(family[1], "replaced")
    again = client.get(LIST, headers={"If-None-Match": held})
    assert again.status_code == 200
    assert "تمدید پروانه" not in again.content.decode()


def test_the_part_for_other_pages_brings_its_style_and_no_frame_of_a_page(client, family, settings):
    text = client.get(PART).content.decode()

    assert "<html" not in text
    assert f'<link rel="stylesheet" href="{settings.SITE_URL}/embed/khedmat.css">' in text
    assert page(client.get(PART)).css_first("h2").text() == "خدمت‌های سازمان نمونهٔ ۷"


def test_the_list_says_which_list_it_is(client, family):
    whole = page(client.get(LIST)).css_first("[data-khedmat-list]").attributes["data-khedmat-list"]

    code, count, sha256 = whole.split(";")
    assert (code, count, len(sha256)) == ("sample", "3", 64)


def test_an_agency_without_a_published_card_says_so(client, agency):
    assert "هنوز شناسنامهٔ منتشرشده‌ای ندارد" in client.get(LIST).content.decode()


def test_the_list_costs_the_same_for_few_and_many(client, agency, assert_same_cost):
    served(agency, "13041861000", "یک")

    assert_same_cost(lambda: client.get(LIST), lambda: [served(agency, f"1304186110{n}", "زیر") for n in range(5)])


def test_the_short_page_of_a_card_bears_its_mark_and_leads_out_of_the_frame(client, family):
    main = family[0]

    found = page(client.get("/embed/service/13041861000/"))

    mark = found.css_first("meta[name=khedmat]").attributes["content"]
    assert mark == f"13041861000;{main.number};{main.sha256}"
    boxes = dict(
        zip((node.text() for node in found.css("th")), (node.text() for node in found.css("td")), strict=False)
    )
    assert boxes["شناسهٔ خدمت"] == "۱۳۰۴۱۸۶۱۰۰۰"
    assert found.css_first("base").attributes == {"target": "_top"}
    links = [link.attributes["href"] for link in found.css("a")]
    assert links[0].endswith(LIST)
    assert any(link.endswith(f"/services/{main.service.pk}/card/") for link in links)
    assert not found.css("script, style")


def test_a_service_without_an_id_is_addressed_by_its_number(client, agency):
    version = VersionFactory(service__owner=agency, published=True)

    assert client.get(f"/embed/service/{version.service.pk}/").status_code == 200
    identified(version.service, "13041861000")
    assert client.get(f"/embed/service/{version.service.pk}/").status_code == 404


def test_what_ended_is_gone_and_what_never_was_is_not_found(client, agency):
    retired = VersionFactory(service__owner=agency, stage="retired")
    draft = VersionFactory(service__owner=agency)

    statuses = [client.get(f"/embed/service/{one.service.pk}/").status_code for one in (retired, draft)]

    assert statuses == [410, 404]
    for address in ("/embed/service/99999999999999999999/", "/embed/agency/nowhere/", "/embed/other.js"):
        assert client.get(address).status_code == 404


def test_the_script_stays_small(client):
    assert len(client.get("/embed/khedmat.js").content) <= 4096
