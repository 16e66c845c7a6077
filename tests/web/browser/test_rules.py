"""The public page of the rules and the pages that decide about findings, in a real browser."""

import pytest

from khedmat.cards.governing.counting import count_rules
from tests.factories.governing import LATER, checked, dismissed
from tests.factories.people import centre, person
from tests.web.browser.test_pages import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize(("size", "dark"), [("phone", False), ("desk", True)])
def test_pages_of_the_rules_are_sound_and_fit_their_screen(open_page, signed_in, size, dark):
    version = checked()
    row, other = dismissed(version), version.findings.unsettled().filter(severity="A").first()
    count_rules(at=LATER)
    here = f"/desk/versions/{version.pk}/"
    page = open_page("/", size=size, dark=dark)
    signed_in(page, person("reviewer", centre()))
    wrong = {}

    deciding = [f"{here}findings/{other.pk}/dismiss/", f"{here}dismissals/{row.pk}/end/", "/desk/rules/C02/"]
    for address in ["/rules/", "/rules/?sort=dismissed", here, f"{here}review/", *deciding]:
        page.goto(address)
        wrong[address] = [*violations(page), *[f"{page.evaluate(SIDEWAYS)} px"] * (page.evaluate(SIDEWAYS) > 0)]

    assert {address: found for address, found in wrong.items() if found} == {}
