"""The night at the queue, a look from an address to its row, and asking for one."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from procrastinate.contrib.django.models import ProcrastinateJob

from khedmat.cards.enums import LinkWhy
from khedmat.cards.links.fetching import Fetched
from khedmat.cards.links.trying import Seen
from khedmat.cards.models import PortalCheck
from khedmat.embedding import tasks
from khedmat.embedding.portal import checking, following
from tests.factories.cards import NOW, VersionFactory, identified
from tests.factories.people import OrganizationFactory, person
from tests.factories.portal import PAGE, an_owner, looked, named

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(minutes=11)


@pytest.fixture(autouse=True)
def pages(settings, monkeypatch):
    """address → body of the pages of the world; any other is not there."""
    settings.LINKS_CHECKED = True
    known = {}

    def fetch(address, manners):
        body = known.get(address)
        why = LinkWhy.NOT_FOUND if body is None else LinkWhy.ANSWERED
        return Fetched(why, 404 if body is None else 200, address, body or b"")

    monkeypatch.setattr(checking, "fetch", fetch)
    monkeypatch.setattr(checking, "look", lambda address, manners: Seen(LinkWhy.ANSWERED, 200, 5))
    monkeypatch.setattr(following, "sleep", lambda seconds: None)
    monkeypatch.setattr(tasks, "now", lambda: NOW)
    return known


@pytest.fixture
def agency():
    return an_owner()


def served(agency, code="13041861000", **card):
    version = VersionFactory(service__owner=agency, published=True, card=card)
    identified(version.service, code)
    return version


def jobs():
    waiting = ProcrastinateJob.objects.filter(task_name=tasks.check_portal.name, status="todo").order_by("pk")
    return [(job.args["agency"], job.args["by"]) for job in waiting]


def night():
    return tasks.check_portals(timestamp=int(NOW.timestamp()))


def test_a_look_becomes_a_row_with_every_service(agency, pages):
    one, two = served(agency, title="صدور پروانه"), served(agency, "13041861100", title="تمدید پروانه")
    named(agency)
    pages[PAGE] = "<li>صدور پروانه ۱۳۰۴۱۸۶۱۰۰۰ <a href='one'>جزئیات</a></li>".encode()

    tasks.check_portal(agency=agency.pk)

    check = PortalCheck.objects.get()
    assert (check.is_read, check.total, check.present, check.current) == (True, 2, 1, 0)
    found = {row["service"]: row for row in check.found}
    assert found[one.service.pk]["link"] == "https://www.sample.ir/one"
    assert found[one.service.pk]["why"] == "answered"
    assert (found[two.service.pk]["state"], found[two.service.pk]["is_sub"]) == ("missing", True)
    assert check.pages == [{"address": PAGE, "why": "answered", "status": 200, "is_cut": False}]


def test_a_page_of_another_encoding_is_read_and_a_picture_is_none(agency, pages):
    served(agency)
    named(agency, PAGE, "https://sample.ir/picture")
    pages |= {PAGE: "<p>شناسه ۱۳۰۴: 13041861000</p>".encode("cp1256", "xmlcharrefreplace")}
    pages["https://sample.ir/picture"] = b"\x89PNG\x00\x00\x01\x02\x00" * 50

    check = checking.check(agency, at=NOW)

    assert check.present == 1
    assert [page["why"] for page in check.pages] == ["answered", "no_text"]


def test_a_page_that_is_not_there_is_told_and_nothing_is_counted_as_read(agency):
    served(agency)
    named(agency)

    check = checking.check(agency, at=NOW)

    assert (check.is_read, check.present, check.pages[0]["why"]) == (False, 0, "not_found")


def test_an_agency_without_a_page_is_not_looked_at(agency):
    assert checking.check(agency, at=NOW) is None
    assert not PortalCheck.objects.exists()


def test_the_night_wakes_each_agency_that_names_a_page_once(agency):
    named(agency)
    gone = an_owner(domains=["other.ir"])
    named(gone, "https://other.ir/", at=NOW - timedelta(days=1))
    named_and_taken_back(gone)
    OrganizationFactory()

    assert (night(), night()) == (1, 1)

    assert jobs() == [(agency.pk, None)]


def named_and_taken_back(agency):
    tasks.ServicesPage.objects.create(agency=agency, addresses=[], by=person("author", agency), at=NOW)


def test_a_switched_off_installation_looks_at_nobody(agency, settings):
    settings.LINKS_CHECKED = False
    named(agency)

    assert night() == 0
    assert jobs() == []


def test_a_member_asks_for_a_look_and_the_row_bears_the_name(agency):
    named(agency)
    author = person("author", agency)

    tasks.ask_now(agency, by=author, at=NOW)

    assert jobs() == [(agency.pk, author.pk)]
    tasks.check_portal(agency=agency.pk, by=author.pk)
    assert PortalCheck.objects.get().by == author


def test_the_second_who_asks_hears_that_it_waits(agency):
    named(agency)
    tasks.ask_now(agency, by=person("author", agency), at=NOW)

    with pytest.raises(ValidationError, match="در صف است"):
        tasks.ask_now(agency, by=person("approver", agency), at=NOW)


def test_one_agency_is_not_looked_at_again_at_once_unless_its_addresses_changed(agency):
    named(agency, at=NOW - timedelta(days=1))
    looked(agency, at=NOW)
    author = person("author", agency)

    with pytest.raises(ValidationError, match="کمتر از ده دقیقه"):
        tasks.ask_now(agency, by=author, at=NOW + timedelta(minutes=9))

    named(agency, "https://sample.ir/other", at=NOW + timedelta(minutes=1))
    tasks.ask_now(agency, by=author, at=NOW + timedelta(minutes=2))
    assert len(jobs()) == 1


def test_ten_minutes_later_it_is_looked_at_again(agency):
    named(agency, at=NOW - timedelta(days=1))
    looked(agency, at=NOW)

    tasks.ask_now(agency, by=person("author", agency), at=LATER)

    assert len(jobs()) == 1


def test_all_that_is_in_the_way_is_said(agency, settings):
    settings.LINKS_CHECKED = False

    with pytest.raises(ValidationError) as refused:
        tasks.ask_now(agency, by=person("author", agency), at=NOW)

    assert ["KHEDMAT_LINKS" in word for word in refused.value.messages] == [True, False]
    with pytest.raises(ValidationError, match="همان دستگاه"):
        tasks.ask_now(agency, by=person("author", OrganizationFactory()), at=NOW)
