"""Which published service asks for what another gives."""

import pytest

from khedmat.cards.checking import store_findings
from khedmat.cards.models import ServiceVersion
from khedmat.permits.actions import follow_drafts
from khedmat.permits.chain import Link
from khedmat.permits.needed import Stop, links_to, stops_of
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory, advance
from tests.factories.people import OrganizationFactory
from tests.factories.registers import a_document

pytestmark = pytest.mark.django_db


def service(title, *asks, permits=(), stage="published", **more):
    document = forms.document(forms.card(title=title, documents=list(asks)), permits=list(permits))
    version = VersionFactory(document=document, **more)
    follow_drafts(None, written=[(version, document)])
    store_findings(version, on=NOW.date())
    return advance(version, stage).service


def links(*services):
    versions = ServiceVersion.objects.published()
    return links_to(versions.filter(service__in=services) if services else versions)


def pairs():
    return [(link.source, link.target, link.name) for link in links()]


def test_an_empty_registry_needs_nothing():
    assert links() == []
    assert stops_of([1, 2]) == {}


def test_a_title_that_issues_gives_what_a_line_of_another_card_names():
    giver, asker = service("صدور پروانهٔ ساخت"), service("انشعاب آب", "پروانهٔ ساخت", "نقشه")

    assert pairs() == [(giver.pk, asker.pk, "پروانهٔ ساخت")]


@pytest.mark.parametrize("line", ["پروانه ساخت", "پروانۀ ساخت", "پروانه‌ساخت", "پروانهٔ ساخت (در صورت نیاز به تغییر)"])
def test_spelling_and_conditions_do_not_part_a_document_from_who_gives_it(line):
    giver, asker = service("صدور پروانهٔ ساخت"), service("انشعاب آب", line)

    assert [(source, target) for source, target, _ in pairs()] == [(giver.pk, asker.pk)]


def test_a_service_that_asks_for_its_own_document_waits_for_nobody():
    service("صدور پروانهٔ ساخت", "پروانهٔ ساخت")

    assert pairs() == []


def test_two_agencies_that_give_one_document_are_both_ways_to_it():
    one, other = service("صدور پروانهٔ ساخت"), service("اعطای پروانهٔ ساخت")
    asker = service("انشعاب آب", "پروانهٔ ساخت")

    assert [source for source, target, _ in pairs() if target == asker.pk] == [one.pk, other.pk]


@pytest.mark.parametrize(
    ("permit", "gives"),
    [
        ({"title": "پروانهٔ ساخت", "action": "issue"}, True),
        ({"title": "پروانهٔ ساخت"}, True),
        ({"title": "پروانهٔ ساخت", "action": "renew"}, False),
        ({"title": "پروانهٔ ساخت", "action": "cancel"}, False),
        ({"action": "issue"}, False),
    ],
)
def test_of_the_actions_of_a_permit_only_its_issue_gives_it(permit, gives):
    service("رسیدگی به درخواست", permits=[permit])
    service("انشعاب آب", "پروانهٔ ساخت")

    assert bool(pairs()) == gives


@pytest.mark.parametrize("stage", ["draft", "approved", "suspended", "retired"])
def test_only_published_services_stand_on_the_way(stage):
    service("صدور پروانهٔ ساخت", stage=stage)
    service("انشعاب آب", "پروانهٔ ساخت")

    assert pairs() == []


def test_every_name_of_a_type_of_the_register_is_the_same_document():
    a_document("شناسنامه", aliases=("سجل", "سجل احوال"))
    giver = service("صدور سجل")
    askers = [service(f"خدمت {line}", line) for line in ("شناسنامه", "اصل سجل احوال")]

    assert {(source, target) for source, target, _ in pairs()} == {(giver.pk, asker.pk) for asker in askers}


def test_a_stop_says_its_title_and_its_agency():
    owner = OrganizationFactory(name="شهرداری نمونه")
    one = service("صدور پروانهٔ ساخت", service__owner=owner)

    assert stops_of([one.pk])[one.pk] == Stop(one.pk, "صدور پروانهٔ ساخت", "شهرداری نمونه")


def test_of_some_services_only_the_links_that_lead_to_them_are_told():
    first, second = service("صدور پروانهٔ ساخت"), service("صدور پایان‌کار", "پروانهٔ ساخت")
    third = service("صدور سند", "پایان‌کار")

    assert links(third) == [Link(second.pk, third.pk, "پایان‌کار")]
    assert links(first) == []
