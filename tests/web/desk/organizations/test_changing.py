"""A change of agencies on its pages: terms, preview, choices, one press."""

import pytest

from khedmat.cards.models import Service
from khedmat.organizations.models import Organization, OrganizationChange, PlannedChange
from khedmat.permits.actions import create_list
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory
from tests.factories.changes import planned
from tests.factories.people import MembershipFactory, OrganizationFactory, UserFactory, centre, person

pytestmark = pytest.mark.django_db
NEW = "/desk/organization-changes/new/"
TYPED = {
    "kind": "merge",
    "before": ["old"],
    "after": ["new"],
    "effective_on": "۱۴۰۳/۱/۱",
    "basis": "قانون نمونه",
    "basis_number": "۱۲",
    "basis_on": "1403/1/1",
    "opens_roles": "on",
}


@pytest.fixture
def boss(client_for):
    return client_for(person("publisher", centre()))


@pytest.fixture
def old():
    OrganizationFactory(code="new", name="سازمان جانشین")
    return OrganizationFactory(code="old", name="سازمان پیشین")


def told(response):
    return " ".join(response.content.decode().split())


def pressed(client, plan, seen):
    return told(client.post(f"/desk/organization-changes/{plan.pk}/carry-out/", {"seen": seen}, follow=True))


def test_from_terms_over_the_preview_to_the_press(boss, old):
    service = VersionFactory(service__owner=old, title="صدور پروانهٔ نمونه").service
    MembershipFactory(organization=old, user__full_name="سارا کریمی")

    page = boss.post(NEW, TYPED, follow=True)
    plan = PlannedChange.objects.get()
    people = told(boss.get(f"/desk/organization-changes/{plan.pk}/?group=memberships"))

    assert "صدور پروانهٔ نمونه" in told(page)
    assert "سارا کریمی" in people
    assert "سازمان جانشین" in people
    done = pressed(boss, plan, page.context["seen"])
    assert "انجام شد" in done
    assert "خدمات <b>۱</b>" in done
    assert Service.objects.get(pk=service.pk).owner.code == "new"


def test_what_came_between_is_shown_with_a_new_preview(boss, old):
    plan = planned("merge", [old], list(_new()))
    seen = boss.get(f"/desk/organization-changes/{plan.pk}/").context["seen"]
    VersionFactory(service__owner=old, title="خدمت نورسیده")

    assert "چیزی انجام نشد" in pressed(boss, plan, seen)
    assert "پیش‌نمایش خوانده نشد" in pressed(boss, plan, "x")
    assert not OrganizationChange.objects.exists()


def test_of_a_split_each_page_of_services_is_chosen_and_kept(boss, old):
    OrganizationFactory(code="other")
    service = VersionFactory(service__owner=old).service
    boss.post(NEW, TYPED | {"kind": "split", "after": ["new", "other"], "main": "other"})
    plan = PlannedChange.objects.get()
    page = f"/desk/organization-changes/{plan.pk}/"

    assert plan.after[0] == "other"
    boss.post(f"{page}choose/", {f"to-services-{service.pk}": "new", "page": "1"})
    assert boss.get(page).context["shown"].items[0].taker.code == "new"
    assert "جانشین‌های همین تغییر" in told(boss.post(f"{page}choose/", {"to-services-1": "old"}, follow=True))


def test_lists_of_permits_are_chosen_on_a_page_of_their_own(boss, old):
    other, made = OrganizationFactory(code="other"), listed(old)
    plan = planned("split", [old], [*_new(), other])
    page = f"/desk/organization-changes/{plan.pk}/?group=permit_lists"

    assert f'name="to-permit_lists-{made.pk}"' in told(boss.get(page))
    said = {f"to-permit_lists-{made.pk}": "other", "group": "permit_lists", "page": "1"}
    chosen = boss.post(f"/desk/organization-changes/{plan.pk}/choose/", said, follow=True)
    done = pressed(boss, plan, chosen.context["seen"])

    assert chosen.context["shown"].items[0].taker == other
    assert "فهرست‌های مجوز <b>۱</b>" in done
    assert made.organization != other
    made.refresh_from_db()
    assert made.organization == other


def test_a_reviewer_prepares_and_is_told_who_presses(client_for, old):
    reviewer = client_for(person("reviewer", centre()))
    page = reviewer.post(NEW, TYPED, follow=True)

    assert "انجام تغییر کار منتشرکنندگان" in told(page)
    assert "منتشرکنندگان مرکز" in pressed(reviewer, PlannedChange.objects.get(), page.context["seen"])
    assert not OrganizationChange.objects.exists()


def test_a_plan_is_thrown_away(boss, old):
    boss.post(NEW, TYPED)

    boss.post(f"/desk/organization-changes/{PlannedChange.objects.get().pk}/discard/")

    assert not PlannedChange.objects.exists()


def test_terms_that_do_not_fit_are_told_and_what_was_typed_stays(boss, old):
    page = told(boss.post(NEW, TYPED | {"after": []}))

    assert "ادغام یک دستگاه جانشین دارد" in page
    assert "قانون نمونه" in page


def test_a_preview_asks_as_many_questions_for_many_services(boss, old, assert_same_cost):
    plan = planned("merge", [old], list(_new()))
    VersionFactory(service__owner=old)
    MembershipFactory(organization=old)

    def grow():
        for _time in range(3):
            VersionFactory(service__owner=old)
            MembershipFactory(organization=old)
            OrganizationFactory(parent=old)

    assert_same_cost(lambda: boss.get(f"/desk/organization-changes/{plan.pk}/"), grow)


def listed(agency):
    return create_list(forms.permit_list(), organization=agency, by=UserFactory(), at=NOW)


def _new():

    return Organization.objects.filter(code="new").order_by("pk")
