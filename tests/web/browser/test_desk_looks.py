"""Pages of the desk for programs, registers and what stands beside a version: sound in both lights and on a phone."""

import pytest

from khedmat.cards.popular.searched import note
from tests.factories.cards import NOW
from tests.factories.people import person
from tests.factories.registers import a_system, an_audience, steward
from tests.factories.tokens import a_token
from tests.web.browser.test_duty import SIDEWAYS
from tests.web.browser.test_pages import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LONG = "سامانهٔ یکپارچهٔ دریافت درخواست‌های الکترونیکی شهروندان از دستگاه‌های اجرایی و نهادهای عمومی غیردولتی"


@pytest.fixture(params=[("phone", False), ("desk", True)], ids=["phone", "desk in the dark"])
def page(request, open_page):
    size, dark = request.param
    return open_page("/", size=size, dark=dark)


def wrong(page, addresses):
    """By address: what axe finds, and what sticks out sideways."""
    found = {}
    for address in addresses:
        assert page.goto(address).status == 200, address
        aside = page.evaluate(SIDEWAYS)
        found[address] = [*violations(page), *([f"{aside} px"] if aside > 0 else [])]
    return {address: said for address, said in found.items() if said}


def test_an_author_with_programs_names_and_facts_beside_a_card(page, signed_in, world):
    agency = world.full.service.owner
    author = person("author", agency)
    a_token(agency, by=author)
    for _time in range(5):
        note("سند آمایش استان", on=NOW.date(), first=world.full.service_id)
    signed_in(page, author)
    tokens = ["/desk/tokens/", "/desk/tokens/new/"]
    counts = ["/desk/counts/", f"/desk/services/{world.full.service_id}/counts/"]
    names = ["/desk/registers/popular-names/searched/", f"/desk/services/{world.full.service_id}/names/"]

    versions = [f"/desk/versions/{world.full.pk}/beside/", f"/desk/versions/{world.draft.pk}/preview/"]

    assert wrong(page, [*tokens, *names, *versions, *counts]) == {}


def test_a_steward_with_systems_and_audiences(page, signed_in, world):
    system, other = a_system(LONG), a_system("سامانهٔ دیگر")
    audience = an_audience(LONG)
    signed_in(page, steward())
    of_system = f"/desk/registers/systems/{system.pk}/"
    systems = ["/desk/registers/systems/", of_system, f"{of_system}merge/?into={other.pk}", f"{of_system}end/"]
    audiences = ["/desk/registers/audiences/", f"/desk/registers/audiences/{audience.pk}/"]
    audiences += [
        "/desk/registers/audiences/unknown/",
        "/desk/registers/documents/unknown/",
        "/desk/registers/documents/unknown/passed/",
    ]

    assert wrong(page, [*systems, *audiences, "/desk/registers/elements/"]) == {}
