"""Queues of stewards: each as long as the list to which it leads, each its keeper's alone."""

import pytest
from django.utils import timezone

from khedmat.cards.checking import store_findings
from khedmat.cards.laws.actions import end, preview
from khedmat.cards.lines.unknown import recount_all
from khedmat.cards.models import UnknownName
from khedmat.cards.popular.actions import propose
from khedmat.cards.popular.perms import can_decide
from khedmat.web.desk.queues.of_registers import REGISTERS
from khedmat.web.desk.queues.views import parts_of
from tests.cards.laws.test_binding import citing
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import MembershipFactory, OrganizationFactory, centre, person
from tests.factories.popular import accepted, proposed
from tests.factories.registers import a_law, legal_steward, steward

pytestmark = pytest.mark.django_db
UNKNOWN, NAMES, LAWS = REGISTERS
CITED = "قانون هوای پاک مصوب 1396"


def waiting(user):
    return {one.queue.code: one.count.number for part in parts_of(user, timezone.now()) for one in part.queues}


def test_unknown_names_wait_for_the_keeper_of_their_register_and_the_first_page_counts_them(client_for):
    version = VersionFactory(published=True, document=forms.document(forms.card(documents=["برگ هویت", "برگ سفر"])))
    store_findings(version, on=NOW.date())
    recount_all()
    keeper, other = steward(), legal_steward()

    documents = UNKNOWN.rows(keeper, NOW).filter(register="documents")

    assert {one.text for one in documents} == {"برگ هویت", "برگ سفر"}
    assert "۲ نام ناشناخته" in client_for(keeper).get(UNKNOWN.goal).content.decode()
    assert "۲ نام ناشناخته" not in client_for(other).get(UNKNOWN.goal).content.decode()
    assert waiting(keeper)["unknown"] == UnknownName.objects.exclude(register="laws").count()


def test_a_proposed_name_waits_for_the_steward_and_the_approvers_of_its_agency(client_for):
    name = proposed()
    accepted("گذرنامه‌ی سفر", name.service)
    approver, keeper = person("approver", name.service.owner), steward()
    strangers = [person("approver", OrganizationFactory()), person("steward", name.service.owner), legal_steward()]
    strangers += [person("author", name.service.owner), person("publisher", centre())]

    for user in (approver, keeper):
        assert list(NAMES.rows(user, NOW).order_by("pk")) == [name]
        assert [row.name for row in client_for(user).get(NAMES.goal).context["rows"]] == [name]
    assert [NAMES.rows(user, NOW).exists() for user in strangers] == [False] * 5
    assert [can_decide(user, name.service, NOW.date()) for user in strangers] == [False] * 5


def test_nobody_is_asked_to_decide_on_the_own_proposal():
    name = proposed()
    both = person("author", name.service.owner)
    MembershipFactory(user=both, organization=name.service.owner, role="approver")
    own = propose(name.service, "گذر سفر", by=both, at=NOW)

    assert list(NAMES.rows(both, NOW).order_by("pk")) == [name]
    assert set(NAMES.rows(steward(), NOW).order_by("pk")) == {name, own}


def test_cards_on_an_ended_law_wait_for_the_legal_steward_and_their_own_authors(client_for):
    law, version, keeper = a_law(), citing(CITED, published=True), legal_steward()
    author = person("author", version.service.owner)
    assert not LAWS.rows(keeper, NOW).exists()
    end(law, None, seen=preview(law, None).seen, by=keeper, at=NOW)

    for user in (keeper, author):
        assert list(LAWS.rows(user, NOW)) == [version]
        assert list(client_for(user).get(LAWS.goal).context["page"]) == [version]
    for stranger in (
        person("author", OrganizationFactory()),
        person("legal_steward", OrganizationFactory()),
        steward(),
    ):
        assert not LAWS.rows(stranger, NOW).exists()


def test_stewards_have_queues_of_their_own(client_for):
    proposed()

    assert waiting(person("steward", centre())) == {"unknown": 0, "names": 1}
    assert waiting(person("legal_steward", centre())) == {"unknown": 0, "laws": 0}
    assert "نام‌های رایج پیشنهادشده" in client_for(steward()).get("/desk/queues/").content.decode()
