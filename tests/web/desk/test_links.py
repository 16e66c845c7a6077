"""Broken links at the desk: the agency's own, the centre's all, a stranger's none."""

from datetime import timedelta

import pytest
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from khedmat.cards.enums import LinkWhy
from khedmat.cards.links.checking import record
from khedmat.cards.links.gathering import gather
from khedmat.cards.links.trying import Seen
from khedmat.cards.models import WebAddress
from khedmat.web.desk.links import Shown
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import OrganizationFactory, centre, person

pytestmark = pytest.mark.django_db
PAGE = "/desk/links/"
URL = "https://service.example.ir/record"


@pytest.fixture(autouse=True)
def _switched_on(settings):
    settings.LINKS_CHECKED = True


@pytest.fixture
def version():
    return VersionFactory(published=True, card={"title": "صدور پروانهٔ گم‌شده", "url": URL})


@pytest.fixture
def address(version):
    return broken(URL)


def broken(url):
    gather(timezone.localdate(NOW))
    found = WebAddress.objects.get(address=url)
    for day in range(3):
        found = record(found, Seen(LinkWhy.NOT_FOUND, 404, 12), at=NOW + timedelta(days=day))
    return found


def told(response):
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("role", ["author", "reader"])
def test_the_agency_sees_what_is_dead_in_which_box_of_which_card(client_for, version, address, role):
    page = told(client_for(person(role, version.service.owner)).get(PAGE))

    for said in (URL, "صدور پروانهٔ گم‌شده", "نشانی", "شکسته", "صفحه نیست (۴۰۴)"):
        assert said in page


@pytest.mark.parametrize(
    ("why", "status", "code"), [(LinkWhy.NOT_FOUND, 404, ""), (LinkWhy.SERVER, 503, "۵۰۳"), (LinkWhy.LINE, None, "")]
)
def test_the_code_of_an_answer_is_said_once(why, status, code):
    assert Shown(WebAddress(why=why, status=status), []).code == code


def test_the_centre_sees_all_and_a_stranger_none(client_for, address):
    assert URL in told(client_for(person("reviewer", centre())).get(PAGE))
    for role in ("author", "reviewer"):
        stranger = client_for(person(role, OrganizationFactory()))
        assert URL not in told(stranger.get(f"{PAGE}?state=all"))
        assert URL not in stranger.get("/desk/links.csv?state=all").content.decode()


def test_a_stranger_asks_for_no_check_and_the_attempt_is_kept(client_for, address, caplog):
    answer = client_for(person("author", OrganizationFactory())).post(f"{PAGE}{address.pk}/again/")

    assert answer.status_code == 404
    assert f"asked for address {address.pk} of another agency" in caplog.text
    assert not WebAddress.objects.get().is_waiting


def test_a_check_is_asked_for_and_waits_in_the_queue(client_for, version, address):
    WebAddress.objects.update(checked_at=NOW - timedelta(days=1))
    client = client_for(person("author", version.service.owner))

    page = told(client.post(f"{PAGE}{address.pk}/again/", follow=True))

    assert "وارسی در صف است" in page
    assert ProcrastinateJob.objects.filter(task_name__endswith="check_host", args__host="service.example.ir").exists()
    assert "در صف است؛ نتیجه" in told(client.post(f"{PAGE}{address.pk}/again/", follow=True))


def test_a_switched_off_installation_says_so(client_for, version, address, settings):
    settings.LINKS_CHECKED = False
    client = client_for(person("author", version.service.owner))

    assert "در این نصب خاموش است" in told(client.get(PAGE))
    assert "KHEDMAT_LINKS=yes" in told(client.post(f"{PAGE}{address.pk}/again/", follow=True))


@pytest.mark.parametrize(
    ("query", "is_there"),
    [
        ("", True),
        ("?state=broken", True),
        ("?state=fine", False),
        ("?state=nowhere", True),
        ("?q=گم‌شده", True),
        ("?q=service.example", True),
        ("?q=nothing", False),
        ("?state=all&page=x", True),
    ],
)
def test_what_narrows_the_list_lives_in_the_address(client_for, version, address, query, is_there):
    page = told(client_for(person("author", version.service.owner)).get(PAGE + query))

    assert (URL in page) == is_there


def test_the_table_is_taken_away_and_no_title_is_a_formula(client_for, version):
    VersionFactory(published=True, service__owner=version.service.owner, card={"title": "=1+1", "url": URL})
    broken(URL)

    table = client_for(person("author", version.service.owner)).get("/desk/links.csv").content.decode()

    assert table.splitlines()[0].startswith("\ufeffنشانی,وضع,")
    assert len(table.splitlines()) == 3
    assert ",'=1+1," in table


def test_what_is_not_published_is_not_listed(client_for):
    draft = VersionFactory(card={"url": "https://draft.example.ir/a"})
    gather(timezone.localdate(NOW))

    assert "draft.example.ir" not in told(client_for(person("author", draft.service.owner)).get(f"{PAGE}?state=all"))


def test_the_list_asks_as_many_questions_for_many_links(client_for, version, address, assert_same_cost):
    client = client_for(person("author", version.service.owner))

    def grow():
        for number in range(4):
            url = f"https://service.example.ir/{number}"
            VersionFactory(published=True, service__owner=version.service.owner, card={"url": url})
            broken(url)

    assert_same_cost(lambda: client.get(PAGE), grow)
