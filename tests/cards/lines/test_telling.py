"""Agencies hear what became of an entry that their cards name."""

import pytest
from django.db import transaction

from khedmat.cards.checking import store_findings
from khedmat.cards.lines.actions import merge
from khedmat.cards.lines.actions import preview as merging
from khedmat.cards.lines.ending import end, preview
from khedmat.notices.letters import letter
from khedmat.notices.models import Notice
from tests.cards.lines.test_kinds import document
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import OrganizationFactory, person
from tests.factories.registers import a_document, a_system, an_audience, an_element, steward

pytestmark = pytest.mark.django_db
MERGED = [(a_document, {"documents": ["سجل"]}), (an_audience, {"audience": "سجل"}), (a_system, {"system_name": "سجل"})]


def naming(owner, *, stage="published", **boxes):
    more = {"published": True} if stage == "published" else {"stage": stage}
    version = VersionFactory(service__owner=owner, document=document(**boxes), **more)
    store_findings(version, on=NOW.date())
    return version


def ended(system, by=None):
    return end(system, by, seen=preview(system, by).seen, by=steward(), at=NOW)


def merged(gone, kept):
    merge(gone, kept, seen=merging(gone, kept).seen, by=steward(), at=NOW)


@pytest.mark.parametrize("stage", ["published", "suspended", "draft", "submitted"])
def test_an_office_whose_card_names_a_system_hears_that_it_ended(stage):
    gone, after, owner = a_system("سامانهٔ کهنه"), a_system("سامانهٔ نو"), OrganizationFactory()
    naming(owner, stage=stage, system_name="سامانهٔ کهنه")
    author, approver = person("author", owner), person("approver", owner)
    _others = person("reader", owner), person("author", OrganizationFactory())

    ended(gone, after)

    assert {notice.user for notice in Notice.objects.filter(kind="system_ended")} == {author, approver}
    notice = Notice.objects.of(author).get()
    assert notice.link == f"/desk/registers/systems/{gone.pk}/"
    assert "جایگزین آن: سامانهٔ نو" in letter(notice, "email").body


def test_a_system_without_a_successor_says_so():
    gone, owner = a_system("سامانهٔ کهنه"), OrganizationFactory()
    naming(owner, system_name="سامانهٔ کهنه")
    person("author", owner)

    ended(gone)

    said = letter(Notice.objects.get(), "email")
    assert said.subject == "«سامانهٔ کهنه» دیگر کار نمی‌کند"
    assert "جایگزینی ندارد" in said.body


def test_however_many_cards_it_is_said_once_and_what_was_replaced_says_nothing():
    gone, owner, earlier = a_system("سامانهٔ کهنه"), OrganizationFactory(), OrganizationFactory()
    naming(owner, system_name="سامانهٔ کهنه"), naming(owner, stage="draft", system_name="سامانهٔ کهنه")
    naming(earlier, stage="replaced", system_name="سامانهٔ کهنه")
    author, _gone = person("author", owner), person("author", earlier)

    ended(gone)

    assert Notice.objects.get().user == author


@pytest.mark.parametrize(("make", "boxes"), MERGED)
def test_an_office_hears_into_what_a_name_of_its_cards_was_merged(make, boxes):
    gone, kept, owner = make("سجل"), make("شناسنامه"), OrganizationFactory()
    naming(owner, **boxes)
    author, _stranger = person("author", owner), person("author", OrganizationFactory())

    merged(gone, kept)

    notice = Notice.objects.get()
    assert (notice.user, notice.kind) == (author, "entry_merged")
    assert notice.link.endswith(f"/{kept.pk}/")
    assert "«سجل»" in letter(notice, "email").subject
    assert "«شناسنامه»" in letter(notice, "email").subject


def test_whose_cards_name_only_what_stays_hears_nothing():
    gone, kept, owner = an_element("سجل"), an_element("شناسنامه"), OrganizationFactory()
    naming(owner, documents=["شناسنامه"])
    person("author", owner)

    merged(gone, kept)

    assert not Notice.objects.exists()


def test_an_ending_that_is_undone_tells_nobody():
    gone, owner = a_system("سامانهٔ کهنه"), OrganizationFactory()
    naming(owner, system_name="سامانهٔ کهنه")
    person("author", owner)

    with transaction.atomic():
        ended(gone)
        transaction.set_rollback(True)

    assert not Notice.objects.exists()


def test_the_page_of_the_entry_lists_the_cards_of_my_office_and_no_other(client_for):
    system, owner = a_system("سامانهٔ کهنه"), OrganizationFactory()
    draft = naming(owner, stage="draft", system_name="سامانهٔ کهنه")
    naming(OrganizationFactory(), stage="draft", system_name="سامانهٔ کهنه")
    page = f"/desk/registers/systems/{system.pk}/"

    mine = client_for(person("reader", owner)).get(page)
    theirs = client_for(person("author", OrganizationFactory())).get(page)

    assert list(mine.context["cards"]) == [draft]
    assert f"/desk/versions/{draft.pk}/" in mine.content.decode()
    assert not list(theirs.context["cards"])


def test_the_page_costs_the_same_however_many_cards_name_the_entry(client_for, assert_same_cost):
    system, owner = a_system("سامانهٔ کهنه"), OrganizationFactory()
    inside = client_for(person("author", owner))
    naming(owner, system_name="سامانهٔ کهنه")

    assert_same_cost(
        lambda: inside.get(f"/desk/registers/systems/{system.pk}/"), lambda: naming(owner, system_name="سامانهٔ کهنه")
    )
