"""Confirmations that lapse and links that are broken, in a real browser: axe, a narrow phone, both lights."""

import pytest
from django.utils import timezone

from khedmat.cards.actions import store_findings
from khedmat.cards.links.gathering import note
from tests.factories.cards import VersionFactory
from tests.factories.duty import a_round
from tests.factories.people import OrganizationFactory, person
from tests.web.browser.test_duty import SIDEWAYS
from tests.web.browser.test_pages import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize(("size", "dark"), [("phone", False), ("desk", True)])
def test_pages_of_freshness_are_sound_and_fit_their_screen(open_page, signed_in, settings, size, dark):
    settings.CONFIRM_DAYS = 1
    agency = OrganizationFactory(name="سازمان کوشا و پرکار کشور با نامی بلند")
    url = f"https://service.example.ir/{'a-long-way-down/' * 12}"
    version = VersionFactory(published=True, service__owner=agency, card={"url": url})
    note(version, timezone.localdate())
    found = a_round()
    store_findings(version, on=timezone.localdate())
    page = open_page("/", size=size, dark=dark)
    signed_in(page, person("author", agency))
    wrong, own = {}, [f"/desk/duty/{found.pk}/", f"/desk/versions/{version.pk}/"]

    for address in ["/desk/fresh/", "/desk/links/?state=all", "/quality/", *own]:
        page.goto(address)
        wrong[address] = [*violations(page), *[f"{page.evaluate(SIDEWAYS)} px"] * (page.evaluate(SIDEWAYS) > 0)]

    assert {address: found for address, found in wrong.items() if found} == {}
