"""An empty choice says in Persian what it means; the dashes of Django are nowhere."""

import pytest
from django import forms

from khedmat.web.empty_choice import CHOOSE, DASHES, UNSAID, say_empty_choices
from tests.factories.people import OrganizationFactory, centre, person
from tests.factories.registers import a_document, a_law, legal_steward, steward

pytestmark = pytest.mark.django_db


class Sample(forms.Form):
    must = forms.ChoiceField(choices=[("", DASHES), ("a", "الف")])
    may = forms.ChoiceField(choices=[("", DASHES), ("a", "الف")], required=False)
    own = forms.ChoiceField(choices=[("", "همه"), ("a", "الف")], required=False)
    text = forms.CharField()


def test_what_must_be_answered_asks_and_what_may_stay_open_says_so():
    form = Sample()

    say_empty_choices(form.fields.values())

    firsts = [form.fields[name].choices[0] for name in ("must", "may", "own")]
    assert firsts == [("", CHOOSE), ("", UNSAID), ("", "همه")]
    assert form.fields["must"].choices[1] == ("a", "الف")


def page(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_the_forms_of_agencies_have_no_dashes(client_for):
    OrganizationFactory(code="sample")
    client = client_for(person("reviewer", centre()))

    for address in ("/desk/new-organization/", "/desk/organizations/sample/edit/", "/desk/organization-changes/new/"):
        text = page(client, address)
        assert DASHES not in text
    assert f">{CHOOSE}</option>" in page(client, "/desk/new-organization/")
    assert f">{UNSAID}</option>" in page(client, "/desk/new-organization/")


def test_the_forms_of_registers_have_no_dashes(client_for):
    for by, register, entry in [(steward(), "documents", a_document()), (legal_steward(), "laws", a_law())]:
        for tail in ("new/", f"{entry.pk}/"):
            assert DASHES not in page(client_for(by), f"/desk/registers/{register}/{tail}")


def test_a_manager_who_invites_is_asked_in_words(client_for):
    text = page(client_for(person("manager", OrganizationFactory())), "/desk/people/invite/")

    assert DASHES not in text
    assert "یک نقش برگزینید" in text
