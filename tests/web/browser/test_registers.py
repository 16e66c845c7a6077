"""Registers, laws, agencies and the folded menu in a real browser: axe, narrow phones, both lights."""

import pytest

from khedmat.cards.laws.actions import end, preview
from tests.cards.laws.test_binding import citing
from tests.factories.cards import NOW, VersionFactory
from tests.factories.changes import merged, planned
from tests.factories.people import MembershipFactory, OrganizationFactory, centre, person
from tests.factories.registers import a_document, a_law, legal_steward
from tests.web.browser.test_pages import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LONG = "سازمان کوشا و پرکار کشور با نامی بلند و زیرمجموعه‌های فراوان"
WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
def agencies():
    """One that ended with a service, its successor below another, and a change that waits for its choices."""
    old, new = OrganizationFactory(code="old"), OrganizationFactory(code="new", name=LONG)
    VersionFactory(service__owner=old, published=True)
    merged(old, new)
    lost, heir = OrganizationFactory(code="lost", parent=new), OrganizationFactory(code="heir", parent=new)
    VersionFactory(service__owner=lost, stage="accepted")
    MembershipFactory(organization=lost, user__full_name="سارا کریمی")
    plan = planned("split", [lost], [heir, new])
    desk = [f"/desk/organizations/{tail}" for tail in ("", "old/", "new/", "new/edit/", "new/names/")]
    more = ["", "?group=memberships"]
    change = f"/desk/organization-changes/{plan.pk}/"
    return ["/agencies/", "/agencies/old/", *desk, "/desk/organization-changes/new/", *(change + one for one in more)]


@pytest.fixture
def registers():
    law, after, steward = a_law(), a_law("قانون هوای پاک‌تر"), legal_steward()
    citing("قانون هوای پاک مصوب 1396", published=True)
    end(law, after, seen=preview(law, after).seen, by=steward, at=NOW)
    kept, other = a_document(aliases=("سجل",)), a_document("کارت ملی")
    one, laws = f"/desk/registers/documents/{kept.pk}/", f"/desk/registers/laws/{after.pk}/"
    desk = ["/desk/registers/", "/desk/registers/documents/", "/desk/registers/documents/new/", one, laws]
    asked = [f"{one}merge/?into={other.pk}", f"{one}issuing/", f"{laws}end/?how=repealed", "/desk/ended-laws/"]
    public = ["/documents/", f"/documents/{kept.code}/", "/laws/", f"/laws/{law.code}/"]
    return [*public, *desk, *asked]


@pytest.fixture
def everything(transactional_db):
    """Somebody of the centre with every work there, so that the menu is the longest."""
    user = person("publisher", centre())
    for role in ("steward", "legal_steward", "manager"):
        MembershipFactory(user=user, organization=centre(), role=role)
    MembershipFactory(user=user, role="author")
    return user


def wrong_on(page, widths):
    found = violations(page)
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        found += [f"wide at {width}"] * page.evaluate(WIDE)
    return found


@pytest.mark.parametrize(("size", "dark", "widths"), [("phone", False, (320, 360)), ("desk", True, (768, 1440))])
def test_pages_of_registers_and_agencies_are_sound_and_fit_their_screen(
    open_page, signed_in, agencies, registers, everything, size, dark, widths
):
    page = open_page("/", size=size, dark=dark, troubled=True)
    signed_in(page, everything)
    accepted = VersionFactory(stage="accepted", service__code="10031093000")
    wrong = {}

    for address in [*agencies, *registers, "/rules/", f"/desk/versions/{accepted.pk}/decide/appoint/"]:
        status = page.goto(address).status
        wrong[address] = [*wrong_on(page, widths), *[f"answers {status}"] * (status not in (200, 410))]

    assert {address: found for address, found in wrong.items() if found} == {}


@pytest.mark.parametrize(("size", "dark", "widths"), [("phone", True, (320, 360)), ("desk", False, (768, 1440))])
def test_the_menu_of_the_desk_unfolds_without_javascript_and_fits(open_page, signed_in, everything, size, dark, widths):
    page = open_page("/", size=size, dark=dark)
    signed_in(page, everything)
    page.goto("/desk/inbox/")

    page.get_by_text("بیشتر", exact=True).press("Enter")
    page.get_by_role("link", name="دفتر دستگاه‌ها").wait_for()

    assert wrong_on(page, widths) == []
