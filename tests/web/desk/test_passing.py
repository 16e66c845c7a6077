"""What was passed over on the pages: folded where it speaks, and counted nowhere."""

from types import SimpleNamespace

import pytest

from khedmat.cards.actions import send_back
from khedmat.cards.models import ServiceVersion
from khedmat.web.desk.deciding import Return
from khedmat.web.desk.fields import boxes
from khedmat.web.desk.passing import passed_over, still_open
from tests.factories.governing import LATER, checked, dismissed, found
from tests.factories.people import centre, person

pytestmark = pytest.mark.django_db
REASON = "مخاطب همان است که در عنوان آمده."


@pytest.fixture
def version():
    made = checked()
    dismissed(made, reason=REASON)
    return ServiceVersion.objects.for_page().get(pk=made.pk)


def told(response):
    return " ".join(response.content.decode().split())


def test_a_finding_that_is_not_kept_is_open():
    fresh = SimpleNamespace(rule="C02")

    assert still_open([fresh]) == [fresh]
    assert passed_over([fresh]) == []


def test_a_box_has_what_is_open_and_what_was_passed_over_apart(version):
    every = boxes(version.card, version.undecided, findings=list(version.findings.for_page()), traces=())
    (audience,) = [box for box in every if box.field.path == "audience"]

    assert [one.rule for one in audience.passed] == ["C02"]
    assert "C02" not in [one.rule for one in audience.findings]


def test_it_is_not_offered_when_a_version_is_sent_back(version):
    offered = Return(None, version).fields["pointed"].queryset

    assert found(version) not in offered
    assert set(offered) == set(version.findings.unsettled())


def test_the_history_says_with_what_the_step_was_taken(version, client_for):
    send_back(version, reason="بخش ۶ خالی است", by=person("reviewer", centre()), at=LATER)
    colleague = client_for(person("reader", version.service.owner))

    page = told(colleague.get(f"/desk/versions/{version.pk}/history/"))

    assert "با چشم‌پوشی از ۱ یافته" in page
    assert REASON in page


def test_colleagues_read_the_reason_and_are_offered_nothing(version, client_for):
    for role in ("author", "approver", "reader"):
        page = told(client_for(person(role, version.service.owner)).get(f"/desk/versions/{version.pk}/"))
        assert REASON in page
        assert "/dismiss/" not in page
        assert "پس‌گرفتن چشم‌پوشی" not in page


def test_the_page_costs_the_same_however_many_were_passed_over(client_for, django_assert_max_num_queries):
    one, reviewer = (
        checked(card={"audience": None, "laws": [], "processes": []}),
        client_for(person("reviewer", centre())),
    )
    for finding in one.findings.filter(severity="A"):
        dismissed(one, finding.rule, finding.field)

    with django_assert_max_num_queries(24):
        page = told(reviewer.get(f"/desk/versions/{one.pk}/"))
    assert page.count("پس‌گرفتن چشم‌پوشی") >= 4


def test_rules_beside_findings_lead_to_the_public_page(version, client_for):
    page = told(client_for(person("reader", version.service.owner)).get(f"/desk/versions/{version.pk}/"))

    assert '/rules/#rule-C02"' in page
