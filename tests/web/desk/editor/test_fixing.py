"""«Fix it»: the button beside a finding mends this finding and no other."""

from types import SimpleNamespace

import pytest

from khedmat.cards.models import ServiceVersion
from khedmat.cards.rules.engine import check
from khedmat.web.desk.editor.fixing import buttons, pressed
from tests.factories import forms
from tests.factories.cards import VersionFactory
from tests.factories.people import OrganizationFactory, person

pytestmark = pytest.mark.django_db  # names of agencies are looked up in the database

FREE = {"cost": {"items": [{"amount_rial": 0}]}}


def of_rule(rule, document):
    return [found for found in check(document) if found.rule == rule]


def test_a_finding_has_a_button_for_each_of_its_fixes():
    document = forms.document(forms.card(**FREE))

    (words,) = buttons(of_rule("M02", document), document)

    assert words
    assert all(value.startswith("M02|card.cost") for value, _ in words)


def test_the_button_writes_what_its_fix_says():
    document = forms.document(forms.card(**FREE))
    findings = check(document)
    (value, _words), *_ = buttons(of_rule("M02", document), document)[0]

    assert pressed(value, findings, document).said["card.cost.free"] is True


def test_two_findings_of_one_rule_in_one_box_have_buttons_of_their_own():
    same = {"rule": "K01", "severity": "N", "field": "card.title", "fix": ""}
    document = forms.document(forms.card(title="صدور گواهینامه و استعمال و تودین سند"))
    findings = [SimpleNamespace(**same, message=found.message) for found in of_rule("K01", document)]

    values = [value for row in buttons(findings, document) for value, _ in row]

    assert len(values) == len(set(values))


@pytest.mark.parametrize("button", ["", "M02", "M02|card.cost|0|0", "X|Y|Z|9", "M02|card.cost|" + "9" * 5000])
def test_a_button_whose_finding_is_gone_asks_nothing(button):
    document = forms.document()

    assert pressed(button, check(document), document) is None


@pytest.mark.django_db
def test_one_press_mends_the_card_and_keeps_what_was_typed_beside_it(client_for):
    owner = OrganizationFactory()
    author = person("author", owner)
    draft = VersionFactory(service__owner=owner, created_by=author, card=FREE)
    document = draft.document
    (value, _words), *_ = buttons(of_rule("M02", document), document)[0]
    page = {"end": "1", "revision": "0", "card.cost.items-0-amount_rial": "0", "card.visits.count": "۲"}

    response = client_for(author).post(f"/desk/versions/{draft.pk}/edit/details/", page | {"fix": value})

    card = ServiceVersion.objects.get(pk=draft.pk).card
    assert (card.cost.free, card.visits.count) == (True, 2)
    assert response["Location"].endswith("#box-cost")
