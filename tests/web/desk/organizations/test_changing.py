"""A change of agencies on its pages: terms, preview, choices, one press."""

import pytest
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from khedmat.cards.models import Service
from khedmat.organizations.changing.kinds import Case
from khedmat.organizations.changing.preview import keys_of, kinds, preview
from khedmat.organizations.models import Organization, OrganizationChange, PlannedChange
from khedmat.permits.actions import create_list
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory
from tests.factories.changes import carried, planned
from tests.factories.people import (
    MembershipFactory,
    OrganizationFactory,
    PlaceFactory,
    UserFactory,
    centre,
    delegated,
    invited,
    person,
)
from tests.factories.titles import titles_of

pytestmark = pytest.mark.django_db
NEW = "/desk/organization-changes/new/"
TYPED = {
    "kind": "merge",
    "before": "old",
    "after": "new",
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
    """Pressed and, where that is asked, once more."""
    address = f"/desk/organization-changes/{plan.pk}/carry-out/"
    page = client.post(address, {"seen": seen}, follow=True)
    if page.request["PATH_INFO"] == address:
        page = client.post(address, {"seen": page.context["seen"], "sure": "yes"}, follow=True)
    return told(page)


def test_a_name_that_was_changed_stands_beside_the_new_one_when_it_is_done(boss, old):
    plan = planned("rename", [old], new_name="سازمان امروز")
    carried(plan)

    page = HTMLParser(boss.get(f"/desk/organization-changes/{plan.pk}/").content)

    facts = {row.css_first("dt").text(): row.css_first("dd").text() for row in page.css(".facts > div")}
    assert (facts["دستگاه پیشین"], facts["نام تازه"]) == ("سازمان پیشین", "سازمان امروز")


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
    boss.post(NEW, TYPED | {"kind": "split", "after": "other\nnew"})
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

    address = f"/desk/organization-changes/{PlannedChange.objects.get().pk}/discard/"
    asked = told(boss.post(address))

    assert "کنار گذاشته شود؟" in asked
    assert PlannedChange.objects.exists()
    boss.post(address, {"sure": "yes"})
    assert not PlannedChange.objects.exists()


def test_the_last_question_tells_what_goes_where_in_numbers_and_does_nothing(boss, old):
    VersionFactory(service__owner=old), VersionFactory(service__owner=old), MembershipFactory(organization=old)
    plan = planned("merge", [old], list(_new()))
    page = f"/desk/organization-changes/{plan.pk}/"

    asked = told(boss.post(f"{page}carry-out/", {"seen": boss.get(page).context["seen"]}))

    assert "ادغام انجام شود؟" in asked
    assert "<b>۲</b> جابه‌جا می‌شود ← سازمان جانشین" in asked
    assert "<b>۱</b> پایان می‌یابد" in asked
    assert f'href="{page}"' in asked
    assert not OrganizationChange.objects.exists()


def test_the_last_question_asks_for_what_is_there(boss, old, django_assert_max_num_queries):
    VersionFactory(service__owner=old)
    plan = planned("merge", [old], list(_new()))
    page = f"/desk/organization-changes/{plan.pk}/"
    seen = boss.get(page).context["seen"]

    with django_assert_max_num_queries(12):
        asked = boss.post(f"{page}carry-out/", {"seen": seen})

    assert "ادغام انجام شود؟" in told(asked)


def test_what_is_gone_before_the_last_question_is_told(boss, old):
    member = MembershipFactory(organization=old)
    plan = planned("merge", [old], list(_new()))
    page = f"/desk/organization-changes/{plan.pk}/"
    seen = boss.get(page).context["seen"]
    member.delete()

    assert "۱ برداشته" in told(boss.post(f"{page}carry-out/", {"seen": seen}, follow=True))


def test_an_answer_to_a_question_that_was_not_asked_does_nothing(boss, old):
    VersionFactory(service__owner=old)
    plan = planned("merge", [old], list(_new()))
    page = f"/desk/organization-changes/{plan.pk}/"

    unasked = {"seen": boss.get(page).context["seen"], "sure": "yes"}
    assert "چیزی انجام نشد" in told(boss.post(f"{page}carry-out/", unasked, follow=True))
    assert not OrganizationChange.objects.exists()


def test_what_comes_between_the_last_question_and_the_answer_is_refused(boss, old):
    plan = planned("merge", [old], list(_new()))
    page = f"/desk/organization-changes/{plan.pk}/"
    asked = boss.post(f"{page}carry-out/", {"seen": boss.get(page).context["seen"]})
    VersionFactory(service__owner=old)

    answer = {"seen": asked.context["seen"], "sure": "yes"}
    assert "چیزی انجام نشد" in told(boss.post(f"{page}carry-out/", answer, follow=True))
    assert not OrganizationChange.objects.exists()


def test_those_below_are_chosen_one_by_one_when_an_agency_is_split(boss, old):
    other, office = OrganizationFactory(code="other"), OrganizationFactory(parent=old)
    plan = planned("split", [old], [*_new(), other])
    page = f"/desk/organization-changes/{plan.pk}/?group=subordinates"

    assert f'name="to-subordinates-{office.pk}"' in told(boss.get(page))
    said = {f"to-subordinates-{office.pk}": "other", "group": "subordinates", "page": "1"}
    chosen = boss.post(f"/desk/organization-changes/{plan.pk}/choose/", said, follow=True)
    pressed(boss, plan, chosen.context["seen"])

    office.refresh_from_db()
    assert office.parent == other


def test_a_preview_of_things_of_every_kind_asks_at_most_twelve_questions(boss, old, django_assert_max_num_queries):
    listed(old), VersionFactory(service__owner=old), MembershipFactory(organization=old)
    plan = planned("merge", [old], list(_new()))
    page = f"/desk/organization-changes/{plan.pk}/?group="
    names = [kind.name for kind in kinds()]

    for name in names:
        with django_assert_max_num_queries(12):
            assert boss.get(page + name).context["shown"].name == name


def test_what_is_counted_is_what_is_shown(boss, old):
    """The keys of all kinds are asked apart from what becomes of each."""
    office = OrganizationFactory(parent=old, place=PlaceFactory())
    listed(old), VersionFactory(service__owner=old), titles_of(old), invited(old, at=timezone.now())
    delegated(MembershipFactory(organization=old, role="approver"), at=NOW)
    OrganizationFactory(parent=old, valid_to="2020-01-01")
    case = Case.of(planned("split", [old], [*_new(), OrganizationFactory()]), at=timezone.now())

    assert keys_of(case) == {group.name: sorted(item.key for item in group.items) for group in preview(case)}
    assert keys_of(case)["subordinates"] == [office.pk]


@pytest.mark.parametrize("before", ["%00", "nowhere", "x" * 500, "%D9%86%D8%A7%D9%85"])
def test_a_change_begun_from_an_address_that_nobody_wrote_begins_empty_or_with_its_words(boss, before):
    assert boss.get(f"{NEW}?before={before}").status_code == 200


def test_terms_that_do_not_fit_are_told_and_what_was_typed_stays(boss, old):
    page = told(boss.post(NEW, TYPED | {"after": ""}))

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
