"""The register of agencies at the desk of the centre: found, made, corrected, named."""

import pytest
from django.utils import timezone

from khedmat.organizations.models import Organization
from tests.factories.cards import VersionFactory
from tests.factories.changes import carried, merged, planned
from tests.factories.people import OrganizationFactory, PlaceFactory, centre, person

pytestmark = pytest.mark.django_db
LIST = "/desk/organizations/"
ENTRY = {"kind": "company", "scope": "national", "domains": "www.Example.ir\nexample.org", "aliases": "", "seen": "0"}


@pytest.fixture
def keeper(client_for):
    return client_for(person("reviewer", centre()))


def told(response):
    return " ".join(response.content.decode().split())


def test_an_agency_is_found_by_a_name_of_today_and_by_a_former_one(keeper):
    carried(planned("rename", [OrganizationFactory(name="دفتر نخست")], new_name="دفتر دوم"))
    OrganizationFactory(name="شرکت دیگر")

    for words in ("دفتر دوم", "دفترنخست"):
        page = told(keeper.get(LIST, {"q": words}))
        assert "دفتر دوم" in page
        assert "شرکت دیگر" not in page


@pytest.mark.parametrize(("narrowing", "found"), [({"kind": "bank"}, "موسسه"), ({"state": "ended"}, "رفته")])
def test_the_list_is_narrowed(keeper, narrowing, found):
    OrganizationFactory(name="موسسه", kind="bank")
    merged(OrganizationFactory(name="رفته"), OrganizationFactory(name="مانده"))

    page = told(keeper.get(LIST, narrowing))

    assert [name for name in ("موسسه<", "رفته<", "مانده<") if name in page] == [f"{found}<"]


def test_nothing_found_says_what_to_do(keeper):
    assert "صافی‌ها را کم کنید" in told(keeper.get(LIST, {"q": "زرافه"}))


def test_an_agency_is_made_and_the_log_says_by_whom(keeper):
    parent, place = OrganizationFactory(name="وزارت"), PlaceFactory()
    typed = ENTRY | {
        "name": "شرکت نو",
        "code": "newco",
        "parent": parent.pk,
        "place": place.pk,
        "valid_from": "1400/1/1",
    }

    page = told(keeper.post("/desk/new-organization/", typed, follow=True))

    made = Organization.objects.get(code="newco")
    assert (made.parent, made.place, made.domains) == (parent, place, ["example.ir", "example.org"])
    assert "شرکت نو" in page
    assert "وزارت" in page
    assert "چه کسی چه نوشت" in page


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"domains": "no domain"}, "دامنه نیست"),
        ({"domains": "taken.example"}, "از آن «صاحب دامنه» است"),
        ({"parent": "below"}, "زیر «خانه» است"),
        ({"seen": "-1"}, "چیزی ثبت نشد"),
    ],
)
def test_what_cannot_be_is_refused_and_what_was_typed_stays(keeper, changes, sentence):
    agency = OrganizationFactory(code="home", name="خانه")
    below = OrganizationFactory(parent=agency)
    OrganizationFactory(name="صاحب دامنه", domains=["taken.example"])
    agency.edits.create(after={"kind": "bank"}, by=person("reader", agency), at=timezone.now())
    typed = ENTRY | {"seen": "1"} | {name: below.pk if name == "parent" else value for name, value in changes.items()}

    page = told(keeper.post("/desk/organizations/home/edit/", typed))

    assert sentence in page
    assert Organization.objects.get(pk=agency.pk).kind == "organization"


def test_a_former_name_is_noted_from_an_old_paper_and_two_do_not_overlap(keeper):
    OrganizationFactory(code="home")
    typed = {"name": "نام کهن", "starts_on": "1380/1/1", "ends_on": "1390/1/1", "basis": "مصوبهٔ ۱"}
    page = "/desk/organizations/home/names/"

    shown = told(keeper.post(page, typed, follow=True))
    again = told(keeper.post(page, typed | {"name": "نام دیگر", "starts_on": ""}))
    today = told(keeper.post(page, typed | {"starts_on": "1391/1/1", "ends_on": "1500/1/1"}))

    assert "نام کهن" in shown
    assert "روی هم نمی‌افتد" in again
    assert "نام امروز با" in today


def test_the_list_asks_as_many_questions_for_many_rows(keeper, assert_same_cost):
    parent = OrganizationFactory()
    VersionFactory(published=True, service__owner=OrganizationFactory(parent=parent))

    assert_same_cost(lambda: keeper.get(LIST), lambda: OrganizationFactory.create_batch(9, parent=parent))


def test_the_page_of_an_agency_asks_as_many_questions_for_many_below(keeper, assert_same_cost):
    OrganizationFactory(code="home")
    home = Organization.objects.get(code="home")

    def grow():
        OrganizationFactory.create_batch(5, parent=home)
        for old in OrganizationFactory.create_batch(2):
            merged(old, home)

    merged(OrganizationFactory(), home)
    assert_same_cost(lambda: keeper.get("/desk/organizations/home/"), grow)


def test_an_office_of_a_county_stands_below_the_one_of_its_province_and_is_found_by_its_reach(keeper, client):
    province = OrganizationFactory(name="اداره کل استان", scope="provincial", kind="provincial", place=PlaceFactory())
    entry = ENTRY | {"kind": "county", "scope": "county", "parent": province.pk, "place": province.place.pk}

    keeper.post("/desk/new-organization/", entry | {"name": "ادارهٔ شهرستان نمونه", "code": "county-sample"})

    office = Organization.objects.get(code="county-sample")
    assert (office.parent, office.place) == (province, province.place)
    narrowed = told(keeper.get(LIST, {"scope": "county"}))
    assert "ادارهٔ شهرستان نمونه<" in narrowed
    assert "اداره کل استان<" not in narrowed
    assert "دستگاه شهرستانی · شهرستانی" in told(client.get("/agencies/county-sample/"))
