"""Forms 1 and 2 as rows: with a card or as a list, frozen with what they came with."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from hypothesis import HealthCheck, given, settings

from khedmat.cards import form
from khedmat.cards.canonical import tidy
from khedmat.cards.form import prune
from khedmat.core.refusals import refusing_in_words
from khedmat.permits import actions
from khedmat.permits.columns import columns_to_part, part_to_columns
from khedmat.permits.models import PermitForm, PermitInquiry, PermitList
from tests.factories import forms, generated
from tests.factories.cards import NOW, VersionFactory, advance
from tests.factories.people import OrganizationFactory, UserFactory

pytestmark = pytest.mark.django_db
WITH_PERMITS = {"permits": forms.PERMITS, "inquiries": forms.INQUIRIES}


def listed(**changes):
    given = {"organization": OrganizationFactory(), "by": UserFactory(), "at": NOW}
    return actions.create_list(forms.permit_list(), **given | changes)


def follow(version, document):
    actions.follow_drafts(None, written=[(version, document)])


def refused(act):
    with pytest.raises(DatabaseError), transaction.atomic():
        act()


@pytest.mark.parametrize("model", [form.Permit, form.Inquiry])
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(data=generated.st.data())
def test_any_row_comes_back_from_its_columns(model, data):
    part = data.draw(generated.parts(model))
    row = {form.Permit: PermitForm, form.Inquiry: PermitInquiry}[model](**part_to_columns(part))

    back = model.model_validate(columns_to_part(row, model))

    assert prune(back.model_dump()) == prune(tidy(part).model_dump())


def test_rows_that_follow_a_card_belong_to_its_version():
    version = VersionFactory()

    follow(version, forms.document(**WITH_PERMITS))

    first = PermitForm.objects.get(version=version, order=1)
    assert first.permit == form.Permit.model_validate(forms.PERMITS[0])
    assert PermitInquiry.objects.get().inquiry == form.Inquiry.model_validate(forms.INQUIRIES[0])
    assert first.organization == version.service.owner


def test_writing_again_replaces_the_rows_of_a_draft():
    version = VersionFactory()
    follow(version, forms.document(**WITH_PERMITS))

    follow(version, forms.document(permits=forms.PERMITS[:1]))

    assert (PermitForm.objects.count(), PermitInquiry.objects.count()) == (1, 0)


def test_rows_are_frozen_with_their_version():
    version = VersionFactory(stage="submitted")

    refused(lambda: follow(version, forms.document(**WITH_PERMITS)))
    assert not PermitForm.objects.exists()


def test_a_list_is_written_once_with_its_rows():
    made = listed()

    rows = PermitForm.objects.filter(permit_list=made)
    assert [row.action for row in rows] == ["issue", "renew"]
    refused(lambda: rows.update(title="دیگر"))
    refused(lambda: rows.first().delete())
    refused(made.delete)
    refused(lambda: PermitList.objects.update(sha256="0" * 64))


def test_the_same_list_of_one_agency_is_refused_in_words():
    agency = OrganizationFactory()
    listed(organization=agency)

    with pytest.raises(ValidationError, match="همین فهرست"):
        listed(organization=agency)

    listed()
    assert PermitList.objects.count() == 2


def test_readers_see_lists_in_force_and_published_cards():
    new = listed(replaces=listed())
    versions = {stage: VersionFactory() for stage in ("draft", "approved", "published", "replaced")}
    for stage, version in versions.items():
        follow(version, forms.document(**WITH_PERMITS))
        advance(version, stage)

    public = PermitForm.objects.public().for_list()

    assert {row.permit_list for row in public} == {new, None}
    assert {row.version for row in public} == {versions["published"], None}


def test_a_row_comes_from_a_card_or_from_a_list():
    version = VersionFactory()

    for parents in ({}, {"version": version, "permit_list": listed()}):
        with pytest.raises(ValidationError, match="یا با"), refusing_in_words(), transaction.atomic():
            PermitForm.objects.create(organization=version.service.owner, order=1, **parents)


@pytest.mark.parametrize("wrong", [{"action": "steal"}, {"process": "x"}, {"applicants": ["ghost"]}, {"fee_rial": -1}])
def test_a_row_holds_only_what_the_form_offers(wrong):
    version = VersionFactory()

    with pytest.raises(ValidationError, match="[آ-ی]"), refusing_in_words():
        PermitForm.objects.create(organization=version.service.owner, version=version, order=1, **wrong)


def test_a_list_with_a_null_character_is_refused_in_words():
    document = forms.permit_list().model_copy(update={"permits": [form.Permit(title="تهی\0")]})

    with pytest.raises(ValidationError, match="نویسه"):
        actions.create_list(document, organization=OrganizationFactory(), by=UserFactory(), at=NOW)
