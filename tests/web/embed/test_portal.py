"""What was found on an agency's own pages: for everybody, and at the desk of its people."""

import pytest
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from khedmat.cards.enums import LinkWhy
from khedmat.cards.models import ServicesPage
from khedmat.cards.portal.recording import PageSeen
from khedmat.embedding.tasks import check_portal
from tests.factories.cards import VersionFactory, identified
from tests.factories.duty import a_round
from tests.factories.people import OrganizationFactory, centre, person
from tests.factories.portal import PAGE, an_owner, looked, named, seen

pytestmark = pytest.mark.django_db
PUBLIC, DESK = "/agencies/sample/portal/", "/desk/portals/sample/"


@pytest.fixture
def agency():
    return an_owner(code="sample", name="سازمان نمونه")


def served(agency, title):
    version = VersionFactory(service__owner=agency, published=True, card={"title": title})
    identified(version.service)
    return version


def told(response):
    return " ".join(response.content.decode().split())


def test_the_public_page_says_what_is_there_what_is_missing_and_how_to_mend(client, agency):
    there, missing = served(agency, "صدور پروانه"), served(agency, "تمدید پروانه")
    link = {"link": "https://sample.ir/x", "why": LinkWhy.NOT_FOUND, "is_titled": True}
    looked(agency, seen(there, "numbered", **link), seen(missing, "missing"), strangers=["13011999000"])

    page = told(client.get(PUBLIC))

    assert "۱ از ۲ خدمت در درگاه دستگاه نیست" in page
    assert page.index("تمدید پروانه") < page.index("صدور پروانه")
    for words in ("در صفحه نیست؛", "صفحه نیست (۴۰۴)", PAGE, "خوانده شد", "13011999000", "/embed/?agency=sample"):
        assert words in page


def test_a_page_with_everything_is_praised(client, agency):
    looked(agency, seen(served(agency, "صدور پروانه")))

    assert "همهٔ خدمت‌ها در درگاه دستگاه هست" in told(client.get(PUBLIC))


def test_a_page_that_could_not_be_read_says_why_and_counts_nothing(client, agency):
    version = served(agency, "صدور پروانه")
    looked(agency, seen(version, "missing"), is_read=False, pages=[PageSeen(PAGE, "timeout", None)])

    page = told(client.get(PUBLIC))

    assert "صفحه خوانده نشد" in page
    assert "در مهلت پاسخ نداد" in page
    assert "صدور پروانه" not in page


def test_before_the_first_look_the_page_says_what_to_do(client, agency):
    assert "هنوز نشانی صفحهٔ خدمت‌هایش را ثبت نکرده است" in told(client.get(PUBLIC))
    named(agency)
    assert "هنوز خوانده نشده است" in told(client.get(PUBLIC))


def test_the_page_of_an_ended_agency_is_gone(client):
    an_owner(code="ended", domains=[], valid_to="2020-01-01")

    assert client.get("/agencies/ended/portal/").status_code == 410


def test_the_page_costs_the_same_for_few_and_many(client, agency, assert_same_cost):
    versions = [served(agency, f"خدمت {n}") for n in "ab"]
    looked(agency, seen(versions[0]))

    assert_same_cost(lambda: client.get(PUBLIC), lambda: looked(agency, *map(seen, versions * 10)))


def test_the_board_leads_to_what_was_found(client, agency):
    a_round()
    looked(agency, seen(served(agency, "صدور پروانه")))

    assert f'<a href="{PUBLIC}">۱</a>' in told(client.get("/duty/"))


def test_a_member_writes_the_address_and_sees_it(client_for, agency):
    client = client_for(person("author", agency))

    answer = client.post(DESK, {"addresses": "sample.ir/services\r\n\r\nhttps://www.sample.ir/more"}, follow=True)

    assert ServicesPage.objects.get().addresses == ["https://sample.ir/services", "https://www.sample.ir/more"]
    assert "نشانی‌ها ثبت شد" in told(answer)
    assert "https://www.sample.ir/more" in told(answer)


def test_a_wrong_address_is_refused_beside_its_box_and_kept(client_for, agency):
    answer = client_for(person("author", agency)).post(DESK, {"addresses": "https://other.ir/a"})

    assert "«other.ir» از دامنه‌های" in told(answer)
    assert "https://other.ir/a</textarea>" in told(answer)
    assert not ServicesPage.objects.exists()


def test_a_reader_a_stranger_and_a_stranger_with_the_same_right_find_no_page(client_for, agency):
    users = [person("reader", agency), *(person(role, OrganizationFactory()) for role in ("author", "reviewer"))]
    for user in users:
        client = client_for(user)
        answers = [client.get(DESK), client.post(DESK, {"addresses": ""}), client.post(f"{DESK}check/")]
        assert [answer.status_code for answer in answers] == [404] * 3


def test_a_look_is_asked_for_once(client_for, agency, settings):
    settings.LINKS_CHECKED = True
    named(agency, at=timezone.now())
    client = client_for(person("reviewer", centre()))

    first, second = (told(client.post(f"{DESK}check/", follow=True)) for _ in "ab")

    assert "وارسی در صف است" in first
    assert "وارسی این دستگاه در صف است" in second
    assert ProcrastinateJob.objects.filter(task_name=check_portal.name).count() == 1


def test_the_list_at_the_desk_shows_mine_and_to_the_centre_all(client_for, agency):
    other = an_owner(name="سازمان دیگر", domains=[])
    looked(agency, seen(served(agency, "صدور پروانه")))
    served(other, "تمدید پروانه")

    mine = told(client_for(person("author", agency)).get("/desk/portals/"))
    everything = told(client_for(person("reviewer", centre())).get("/desk/portals/"))

    assert "۱ از ۱ خدمت، ۱ روزآمد" in mine
    assert "سازمان دیگر" not in mine
    assert "سازمان دیگر" in everything
    assert "سنجیده نشده" in everything


def test_the_list_costs_the_same_for_few_and_many(client_for, agency, assert_same_cost):
    client = client_for(person("reviewer", centre()))
    served(agency, "صدور پروانه")

    def grow():
        for _ in range(5):
            served(an_owner(domains=[]), "خدمت")

    assert_same_cost(lambda: client.get("/desk/portals/"), grow)
