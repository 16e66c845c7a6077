"""The pages of a card's life: axe, a narrow phone, light and dark, and saying no by the keyboard alone."""

import pytest

from khedmat.cards.models import ServiceVersion
from tests.factories.cards import FindingFactory, VersionFactory
from tests.factories.people import person, publisher
from tests.web.browser.test_pages import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
STAGES = ("approved", "accepted", "returned", "suspended", "retired")


@pytest.fixture
def addresses(world):
    """The page of a version at every turn, the questions, and what the public sees of a service that stands still."""
    owner = world.full.service.owner
    found = {
        stage: VersionFactory(service__owner=owner, stage=stage, card={"title": "واگذاری انشعاب"}) for stage in STAGES
    }
    FindingFactory(version=found["approved"], severity="A")
    desk = [f"/desk/versions/{version.pk}/" for version in found.values()]
    asked = [f"/desk/versions/{found['approved'].pk}/decide/return/", f"/desk/versions/{world.full.pk}/decide/retire/"]
    return [*desk, *asked, *(f"/services/{found[stage].service.pk}/" for stage in ("suspended", "retired")), "/desk/"]


@pytest.mark.parametrize(("size", "dark"), [("phone", False), ("desk", True)])
def test_axe_finds_nothing_and_nothing_sticks_out_on_any_page_of_a_card_s_life(
    open_page, signed_in, addresses, size, dark
):
    page = open_page("about:blank", size=size, dark=dark, troubled=True)
    signed_in(page, publisher())
    found = {}
    for address in addresses:
        page.goto(address)
        is_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        found[address] = [*violations(page), *(["wide"] if is_wide else [])]

    assert {address: wrong for address, wrong in found.items() if wrong} == {}


def test_no_is_said_by_the_keyboard_alone(open_page, signed_in, world):
    version = VersionFactory(service__owner=world.full.service.owner, stage="submitted")
    FindingFactory(version=version, severity="A")
    page = open_page("about:blank", java_script_enabled=False)
    signed_in(page, person("approver", version.service.owner))
    page.goto(f"/desk/versions/{version.pk}/")

    page.get_by_role("link", name="بازگرداندن").press("Enter")
    page.get_by_label("دلیل").press_sequentially("شرح خدمت کوتاه است.")
    page.get_by_role("checkbox").press("Space")
    page.get_by_role("button", name="بازگرداندن").press("Enter")

    page.get_by_text("چرا بازگشت").wait_for()
    line = ServiceVersion.objects.get(pk=version.pk).stage_changes.get(target="returned")
    assert (line.reason, len(line.pointed)) == ("شرح خدمت کوتاه است.", 1)
