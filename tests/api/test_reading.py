"""Each resource that anybody may read."""

import pytest

from khedmat.cards.checking import store_findings
from khedmat.cards.enums import Stage
from khedmat.cards.form import from_contract
from khedmat.permits.actions import create_list
from tests.factories import forms
from tests.factories.cards import NOW, FindingFactory, VersionFactory, advance, identified
from tests.factories.copies import copy_of, national
from tests.factories.people import OrganizationFactory, PlaceFactory, UserFactory
from tests.factories.registers import a_document, a_law, a_system, an_audience, an_element

pytestmark = pytest.mark.django_db
V1 = "/api/v1"
SECRETS = ("مسئول نمونه", "00000000", "دفتر نمونه", "IR-4000")


@pytest.fixture
def version():
    return VersionFactory(published=True)


@pytest.fixture
def get(client):
    def answer(tail, status=200):
        response = client.get(f"{V1}{tail}")
        assert response.status_code == status, response.content.decode()[:500]
        return response.json()

    return answer


def test_a_card_is_found_by_its_id_too(get, version):
    identified(version.service, "13011234000")

    assert get("/services/13011234000")["id"] == version.service.pk
    assert get("/services/13011234100", 404)["status"] == 404


@pytest.mark.parametrize(
    ("query", "change"),
    [
        ("cost=free", {"cost": {"free": True}}),
        ("permit=true", {"leads_to_permit": True}),
        ("audience=عشایر", {"audience": "عشایر"}),
    ],
)
def test_boxes_narrow_the_list(get, query, change):
    VersionFactory(published=True, card={"cost": {}})
    wanted = VersionFactory(published=True, card={"cost": {}} | change)

    assert [one["id"] for one in get(f"/services?{query}")["items"]] == [wanted.service.pk]


def test_a_service_with_two_fees_is_listed_once(get):
    items = [{"amount_rial": 10}, {"amount_rial": 20}]
    VersionFactory(published=True, card={"cost": {"items": items}})

    assert len(get("/services?cost=paid")["items"]) == 1


def test_a_province_narrows_to_its_agencies(get, version):
    place = PlaceFactory(code="08")
    local = VersionFactory(published=True, service__owner=OrganizationFactory(place=place))

    assert [one["id"] for one in get("/services?place=08")["items"]] == [local.service.pk]


def test_a_province_narrows_to_national_services_with_its_copy(get, version):
    world = national()
    copy_of(world, "published")

    assert [one["id"] for one in get("/services?place=08")["items"]] == [world.service.pk]


@pytest.mark.parametrize(("day", "count"), [("2026-11-22", 1), ("2026-11-23", 0), ("0001-01-01", 1), ("9999-12-31", 0)])
def test_only_what_was_published_since_a_day(get, version, day, count):
    assert len(get(f"/services?updated_after={day}")["items"]) == count


def test_a_suspended_service_is_in_its_own_list(get):
    stopped = VersionFactory(stage="suspended")

    assert get("/services")["items"] == []
    assert [one["id"] for one in get("/services?status=suspended")["items"]] == [stopped.service.pk]


@pytest.mark.parametrize("sort", ["key", "title", "published", "-published"])
def test_in_every_order_pages_hold_each_service_once(get, client, sort):
    wanted = {version.service.pk for version in VersionFactory.create_batch(5, published=True)}

    seen, address = [], f"{V1}/services?limit=2&sort={sort}"
    while address:
        answer = client.get(address).json()
        seen, address = seen + [item["id"] for item in answer["items"]], answer["next"]

    assert sorted(seen) == sorted(wanted)


def test_a_cursor_of_another_list_or_of_nobody_is_not_found(get, client):
    VersionFactory.create_batch(2, published=True)
    cursor = get("/services?limit=1")["next"].partition("cursor=")[2].partition("&")[0]

    get(f"/services?cursor={cursor}&sort=title", 404)
    get("/services?cursor=x", 404)


def test_versions_are_listed_newest_first_and_read_one_by_one(get, version):
    advance(version, Stage.REPLACED)
    VersionFactory(service=version.service, published=True, card={"title": "عنوان تازه"})

    assert [one["number"] for one in get(f"/services/{version.service.pk}/versions")] == [2, 1]
    assert get(f"/services/{version.service.pk}/versions/1")["title"] == version.title
    get(f"/services/{version.service.pk}/versions/3", 404)


def test_a_difference_names_the_boxes_and_nothing_private(get, version):
    advance(version, Stage.REPLACED)
    VersionFactory(service=version.service, published=True, card={"title": "تازه", "filled_by": {"name": "دیگری"}})

    said = get(f"/services/{version.service.pk}/diff?a=1&b=2")

    assert said["boxes"] == [{"path": "card.title", "before": version.title, "after": "تازه"}]
    get(f"/services/{version.service.pk}/diff?a=1&b=9", 404)


@pytest.mark.parametrize("stage", ["draft", "submitted", "approved"])
def test_what_was_never_public_has_no_versions(get, stage):
    version = VersionFactory(stage=stage)

    for tail in ("versions", "versions/1", "diff?a=1&b=1", "form", "findings", "score", "provinces"):
        get(f"/services/{version.service.pk}/{tail}", 404)


@pytest.mark.parametrize(
    ("kind", "start"), [("html", b"<!"), ("pdf", b"%PDF"), ("docx", b"PK"), ("xlsx", b"PK"), ("json", b"{")]
)
def test_the_form_is_given_as_each_file_without_what_is_private(client, version, kind, start):
    response = client.get(f"{V1}/services/{version.service.pk}/form?format={kind}")

    assert response.content.lstrip().startswith(start)
    text = response.content.decode("utf-8", "ignore") if kind in ("html", "json") else ""
    assert not any(secret in text for secret in SECRETS)


def test_findings_of_the_filler_stay_inside(get, version):
    FindingFactory(version=version, field="card.title")
    FindingFactory(version=version, field="card.filled_by.name")

    assert [one["field"] for one in get(f"/services/{version.service.pk}/findings")] == ["card.title"]


def test_a_score_that_was_never_worked_out_is_not_found(get, version):
    get(f"/services/{version.service.pk}/score", 404)


def test_a_province_s_copy_says_only_what_it_writes_otherwise(get):
    world = national()
    copy_of(world, "published", cost={"card.cost.items": [{"amount_rial": 9, "account": "IR-4000"}]})

    (said,) = get(f"/services/{world.service.pk}/provinces")

    assert said["place"] == "08"
    assert said["boxes"]["card.cost.items"][0]["amount_rial"] == 9
    assert "IR-4000" not in str(said)


@pytest.fixture
def permit():
    """Told by its list: one day, of two bodies three days and two hours."""
    asked = {"permit": "پروانهٔ نمونه", "action": "issue"}
    form = forms.permit_list().model_dump(mode="json") | {
        "permits": [row | {"duration": {"value": 1, "unit": "day"}} for row in forms.PERMITS[:1]],
        "inquiries": [
            asked | {"agency": "الف", "duration": {"value": 3, "unit": "day"}, "fee": {"amount_rial": 5}},
            asked | {"agency": "ب", "duration": {"value": 2, "unit": "hour"}},
        ],
    }
    agency, by = OrganizationFactory(), UserFactory()
    return create_list(from_contract(form), organization=agency, by=by, at=NOW).permitform_rows.get()


def test_a_permit_comes_with_its_inquiries_and_its_path(get, permit):
    path = get(f"/permits/{permit.pk}/path")

    assert [one["id"] for one in get("/permits?q=نمونه")["items"]] == [permit.pk]
    assert len(get(f"/permits/{permit.pk}")["inquiries"]) == 2
    assert (path["serial"], path["parallel"], path["shortfall"]) == (26, 24, 16)
    assert path["bottleneck"]["agency"] == "الف"


@pytest.mark.parametrize("tail", ["/permits/9", "/permits/9/path", "/agencies/nobody", "/agencies/nobody/services"])
def test_what_is_nobody_s_is_not_found(get, tail):
    get(tail, 404)


def test_agencies_are_read_with_their_published_services(get, version):
    VersionFactory(service__owner=version.service.owner)
    code = version.service.owner.code

    assert get(f"/agencies/{code}")["services"] == 1
    assert [one["id"] for one in get(f"/agencies/{code}/services")["items"]] == [version.service.pk]
    assert code in [one["code"] for one in get("/agencies")["items"]]


def test_coverage_tells_registered_from_published(get, version):
    VersionFactory(service__owner=version.service.owner, stage="submitted")
    VersionFactory(service__owner=version.service.owner)

    (row,) = get(f"/coverage?q={version.service.owner.name}")["items"]

    assert (row["declared"], row["registered"], row["published"]) == (None, 2, 1)


def test_registers_are_read(get):
    a_document("پایان‌نامه")
    a_law("قانون آزمون")

    assert get("/documents?q=پایان نامه")["items"][0]["title"] == "پایان‌نامه"
    assert get("/laws?q=آزمون")["items"][0]["state"] == "in_force"


def test_a_system_says_whose_it_is_and_an_element_which_system_gives_it(get):
    owner = OrganizationFactory(code="customs")
    system = a_system("سامانهٔ آزمون تجارت", owner=owner, url="https://ntsw.example.ir")
    an_element("دادهٔ آزمون", system=system, holder=owner)

    (said,) = get("/systems?q=آزمون تجارت")["items"]
    (element,) = get("/elements?q=داده آزمون")["items"]

    assert (said["owner"], said["state"], said["replaced_by"]) == ("customs", "running", None)
    assert (element["system"], element["holder"], element["services"]) == (system.code, "customs", 0)


def test_a_group_says_of_which_it_is_part_and_how_many_cards_are_for_it(get):
    whole = an_audience("بنگاه‌های آزمون")
    part = an_audience("صادرکنندگان آزمون", broader=whole)
    store_findings(VersionFactory(published=True, card={"audience": "صادرکنندگان آزمون"}), on=NOW.date())

    said = {one["code"]: one for one in get("/audiences?q=آزمون")["items"]}

    assert said[part.code]["broader"] == whole.code
    assert said[part.code]["services"] == 1
    assert said[whole.code]["broader"] is None


def test_code_lists_and_events_come_in_printed_order(get, version):
    assert get("/codes/nature")[0] == {"value": "sovereign", "fa": "حاکمیتی", "en": "Sovereign"}
    assert "nature" in get("/codes")
    assert {one["value"]: one["services"] for one in get("/events")}["certificates"] == 1
    get("/codes/none", 404)


def test_search_and_suggestions_find_titles(get, version):
    other = VersionFactory(published=True, card={"title": "پروانهٔ ماهیگیری"})

    assert [one["id"] for one in get("/search?q=ماهيگيري")] == [other.service.pk]
    assert get("/suggest?q=ماهیگیری")[0]["title"] == "پروانهٔ ماهیگیری"
    assert get("/search?q=") == []


def test_a_damaged_id_leads_to_what_it_may_be_a_slip_of(get, version):
    identified(version.service, "13011234000")

    said = get("/resolve/13011234001")

    assert said["exact"] is None
    assert [(one["code"], one["why"]) for one in said["likely"]] == [("13011234000", "یک رقم آن دیگر است")]
    assert get("/resolve/۱۳۰۱-۱۲۳۴-۰۰۰")["exact"] == version.service.pk


def test_statistics_count_what_is_published(get, version):
    VersionFactory()

    said = get("/statistics")

    assert (said["services"], said["agencies"], said["types"]) == (1, 1, {"G2B": 1, "G2C": 1})


LISTS = [
    "/services?q=گواهی",
    "/agencies",
    "/coverage",
    "/documents",
    "/laws",
    "/systems",
    "/elements",
    "/audiences",
    "/permits",
    "/changes",
    "/search?q=گواهی",
]


@pytest.mark.parametrize("tail", LISTS)
def test_a_list_costs_the_same_whatever_it_holds(client, version, assert_same_cost, tail):
    a_document(), a_law()

    def grow():
        VersionFactory.create_batch(3, published=True)
        [(a_document(f"مدرک {n}"), a_law(f"قانون {n}")) for n in range(3)]

    assert_same_cost(lambda: client.get(f"{V1}{tail}"), grow)
