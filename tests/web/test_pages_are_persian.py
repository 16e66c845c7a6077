"""What people read: Jalali dates and Persian digits on every page; machines find their own beside them."""

import re
from types import SimpleNamespace

import pytest
from selectolax.lexbor import LexborHTMLParser

from khedmat.cards.checking import store_findings
from khedmat.cards.lines.unknown import recount_all
from tests.factories import forms
from tests.factories.cards import NOW, FindingFactory, VersionFactory
from tests.factories.changes import carried, planned
from tests.factories.copies import copy_of, province
from tests.factories.counts import counted, told
from tests.factories.people import OrganizationFactory, person, publisher
from tests.factories.popular import accepted
from tests.factories.registers import a_document, a_law, a_system, an_audience, an_element, steward

pytestmark = pytest.mark.django_db
LATIN_DIGIT = re.compile(r"[0-9]")
PAGES = [
    "/",
    "/services/",
    "/search/?q=گواهی",
    "/agencies/",
    "/agencies/?q=نمونه&all=1",
    "/agencies/sample/",
    "/insight/electronic/",
    "/insight/documents/",
    "/finder/",
    "/finder/?who=legal&want=any",
    "/finder/?who=any&want=any&what=any&where=any",
    "/statistics/",
    "/accessibility/",
    "/privacy/",
    "/offline/",
    "/events/",
    "/events/certificates/",
    "/audiences/",
    "/audiences/people/",
    "/permits/",
    "/guide/",
    "/quality/",
    "/open-data/",
    "/codes/",
    "/id/families/",
    "/documents/",
    "/documents/birth/",
    "/laws/",
    "/laws/air/",
    "/systems/",
    "/systems/trade/",
    "/embed/",
    "/embed/agency/sample/",
    "/agencies/sample/portal/",

]  # fmt: skip
PROVINCES = [
    "/services/{key}/feedback/",
    "/services/{key}/conformance/",
    "/provinces/",
    "/services/{key}/provinces/",
    "/services/{key}/in/08/",
    "/services/{key}/in/08/versions/1/",
]
CARD = ["/services/{key}/", "/services/{key}/card/", "/services/{key}/versions/1/", "/embed/service/{key}/"]
DESK = [
    "/desk/",
    "/desk/tokens/",
    "/desk/registers/",
    "/desk/registers/documents/",
    "/desk/versions/{pk}/",
    "/desk/versions/{pk}/preview/",
    "/desk/versions/{pk}/beside/",
    "/desk/counts/",
    "/desk/services/{key}/counts/",
]
NAMES = ["/desk/registers/popular-names/", "/desk/registers/popular-names/searched/", "/desk/services/{key}/names/"]
WORK = ["/desk/queues/", "/desk/duty/owed/", "/desk/search/?q=سازمان"]


@pytest.fixture(scope="module")
def version(kept_for_the_module):
    owner = OrganizationFactory(code="sample", name="سازمان نمونهٔ 7")
    document = forms.document(
        forms.card(documents=["فرم 12", "2 قطعه عکس"]), permits=forms.PERMITS, inquiries=forms.INQUIRIES
    )
    made = VersionFactory(published=True, service__owner=owner, document=document)
    a_document(code="birth", aliases=("سجل 7",), validity="7 سال")
    copied(made)
    accepted("پروندهٔ 7", made.service)
    an_element("شمارهٔ 7", system=a_system(code="trade", aliases=("سامانهٔ 7",)))
    an_audience("گروه 7", broader=an_audience(code="people", service_type="G2C"))
    a_law(code="air", number="12/7", articles="ماده 3")
    counted(made, told(made, "1404-01", received=7), told(made, "1403", done=12))
    FindingFactory(version=made, message="در سطر 3 عدد 12 آمده است.", field="card.cost")
    return made


def copied(version):
    """Kerman keeps a copy with a figure of its own, published."""
    home = province(version.service.owner)
    world = SimpleNamespace(service=version.service, kerman=home, publisher=publisher())
    copy_of(world, "published", visits={"card.visits.count": 12})


def words_of(html):
    """The words of a page that are Persian: what carries Latin letters is a code, an address or a name."""
    tree = LexborHTMLParser(html)
    for hidden in tree.css("bdi, script, style, title"):
        hidden.decompose()
    return [word for word in tree.body.text(separator=" ").split() if not re.search("[A-Za-z_]", word)]


def opened(client, address, version):
    return client.get(address.format(key=version.service.pk, pk=version.pk)).content.decode()


@pytest.mark.parametrize("address", PAGES + PROVINCES + CARD)
def test_public_pages_have_persian_digits(client, version, address):
    assert [word for word in words_of(opened(client, address, version)) if LATIN_DIGIT.search(word)] == []


@pytest.mark.parametrize("address", DESK + WORK + NAMES)
def test_the_desk_has_persian_digits(client_for, version, address):
    client = client_for(person("reader", version.service.owner))

    assert [word for word in words_of(opened(client, address, version)) if LATIN_DIGIT.search(word)] == []


def test_unknown_names_have_persian_digits(client_for, version):
    store_findings(version, on=NOW.date())
    recount_all()

    page = opened(client_for(steward()), "/desk/registers/documents/unknown/", version)

    assert "فرم ۱۲" in page
    assert [word for word in words_of(page) if LATIN_DIGIT.search(word)] == []


@pytest.mark.parametrize(
    "address",
    [
        "organizations/",
        "organizations/sample/",
        "organizations/sample/edit/",
        "organizations/sample/names/",
        "new-organization/",
        "organization-changes/new/",
        "organization-changes/{plan}/",
        "organization-changes/{done}/",
    ],
)
def test_the_register_of_agencies_has_persian_digits(client_for, version, address):
    owner, other = version.service.owner, OrganizationFactory(name="سازمان 8")
    carried(done := planned("rename", [other], new_name="سازمان 9"))
    plan = planned("merge", [owner], [other])
    page = opened(client_for(publisher()), f"/desk/{address.format(plan=plan.pk, done=done.pk)}", version)

    assert [word for word in words_of(page) if LATIN_DIGIT.search(word)] == []


@pytest.mark.parametrize("address", CARD)
def test_the_day_of_publication_is_jalali_with_the_machine_s_beside_it(client, version, address):
    page = opened(client, address, version)

    assert "۱ آذر ۱۴۰۵" in page
    assert 'datetime="2026-11-2' in page
    assert "2026" not in " ".join(words_of(page))


@pytest.mark.parametrize("address", PAGES + PROVINCES + CARD)
def test_every_page_says_its_language_direction_and_title(client, version, address):
    tree = LexborHTMLParser(opened(client, address, version))

    assert tree.root.attributes["lang"] == "fa"
    assert tree.root.attributes["dir"] == "rtl"
    assert re.search("[آ-ی]", tree.css_first("title").text())
    assert len(tree.css("h1")) == 1


@pytest.mark.parametrize("address", PAGES + PROVINCES + CARD)
def test_no_name_of_an_element_stands_twice(client, version, address):
    names = [node.attributes["id"] for node in LexborHTMLParser(opened(client, address, version)).css("[id]")]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("address", PAGES + PROVINCES + CARD)
def test_every_label_has_its_box_and_every_box_its_label(client, version, address):
    tree = LexborHTMLParser(opened(client, address, version))
    boxes = {node.attributes["id"] for node in tree.css("input:not([type=hidden]), select, textarea")}

    assert boxes == {node.attributes["for"] for node in tree.css("label")}


@pytest.mark.parametrize("address", PAGES + PROVINCES + CARD)
def test_no_page_carries_style_or_script_of_its_own(client, version, address):
    tree = LexborHTMLParser(opened(client, address, version))

    assert tree.css("[style], style") == []
    own = [node for node in tree.css("script") if "src" not in node.attributes]
    assert [node for node in own if node.attributes.get("type") != "application/ld+json"] == []  # data, never run
    assert tree.css("[onclick], [onload], [onerror]") == []


@pytest.mark.parametrize("address", PAGES + PROVINCES + CARD)
def test_links_to_places_on_the_same_page_arrive(client, version, address):
    page = opened(client, address, version)

    assert [goal for goal in re.findall(r'href="#([^"]+)"', page) if f'id="{goal}"' not in page] == []


@pytest.mark.parametrize("address", PAGES + PROVINCES + CARD)
def test_pages_are_packed_and_light(client, version, address):
    response = client.get(address.format(key=version.service.pk), headers={"Accept-Encoding": "gzip"})

    assert response["Content-Encoding"] == "gzip"
    assert len(response.content) <= 16_000
