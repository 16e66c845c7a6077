"""Rows of forms 1 and 2: every rule of one row in Persian, every box there and back, lists that replace lists."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from khedmat.cards import form
from khedmat.core.refusals import refusing_in_words
from khedmat.permits import actions
from khedmat.permits.columns import columns_to_part, part_to_columns
from khedmat.permits.models import PermitForm, PermitInquiry, PermitList
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory, advance
from tests.factories.papers import StoredFileFactory
from tests.factories.people import OrganizationFactory, UserFactory

pytestmark = pytest.mark.django_db
MODELS = [PermitForm, PermitInquiry]
WRONG = [
    (PermitForm, {"action": "steal"}, "چاپی فرم"),
    (PermitForm, {"process": "secret"}, "چاپی فرم"),
    (PermitForm, {"applicants": ["natural", "ghost"]}, "چاپی فرم"),
    (PermitForm, {"fee_rial": -1}, "منفی"),
    (PermitForm, {"duration_value": -0.5}, "منفی"),
    (PermitInquiry, {"action": "صدور"}, "چاپی فرم"),
    (PermitInquiry, {"kind": "question"}, "چاپی فرم"),
    (PermitInquiry, {"fee_rial": -1}, "منفی"),
    (PermitInquiry, {"duration_value": -1}, "منفی"),
]
BOXES = [
    {"title": "پروانه"},
    {"organization": "وزارت نیرو"},
    {"kind": "جواز"},
    {"action": "revive"},
    {"legal_basis": "قانون"},
    {"documents": "کارت ملی"},
    {"validity": "یک سال"},
    {"fee": {"text": "رایگان"}},
    {"fee": {"amount_rial": 0}},
    {"applicants": ["natural", "government"]},
    {"process": "shared"},
    {"supervisors": "سازمان بازرسی"},
    {"duration": {"value": 0.5, "unit": "hour"}},
    {"duration": {"text": "همان روز"}},
    {"electronic": False},
    {"non_electronic": True},
    {"steps": "یک"},
    {"conditions": "دو"},
    {"notes": "سه"},
    {},
]


def a_row(model, version, **values):
    return model.objects.create(**{"version": version, "organization": version.service.owner, "order": 1} | values)


def a_list(document=None, **changes):
    given = {"organization": OrganizationFactory(), "by": UserFactory(), "at": NOW}
    return actions.create_list(document or forms.permit_list(), **given | changes)


def other_permits(*titles):
    return forms.permit_list().model_copy(update={"permits": [form.Permit(title=title) for title in titles]})


@pytest.mark.parametrize(("model", "wrong", "words"), WRONG, ids=lambda value: getattr(value, "__name__", None))
def test_a_row_holds_what_the_form_offers(model, wrong, words):
    version = VersionFactory()

    with pytest.raises(ValidationError, match=words), refusing_in_words():
        a_row(model, version, **wrong)


@pytest.mark.parametrize("model", MODELS)
def test_two_rows_of_one_form_never_share_a_place(model):
    version = VersionFactory()
    a_row(model, version)

    with pytest.raises(ValidationError, match="یک ترتیب"), refusing_in_words():
        a_row(model, version)


@pytest.mark.parametrize("model", MODELS)
def test_a_row_of_nothing_is_refused(model):
    with pytest.raises(ValidationError, match="یا با"), refusing_in_words():
        model.objects.create(organization=OrganizationFactory(), order=1)


@pytest.mark.parametrize("plain", BOXES, ids=str)
def test_every_box_of_form_one_comes_back_from_its_columns(plain):
    part = form.Permit.model_validate(plain)
    row = PermitForm(**part_to_columns(part))

    assert form.Permit.model_validate(columns_to_part(row, form.Permit)) == part
    assert row.permit == part


@pytest.mark.parametrize(
    "plain",
    [
        {"permit": "پروانه"},
        {"agency": "گمرک"},
        {"kind": "other"},
        {"name": "مفاصا"},
        {"fee": {"amount_rial": 7}},
        {"duration": {"value": 2, "unit": "day"}},
        {"electronic": True},
        {},
    ],
    ids=str,
)
def test_every_box_of_form_two_comes_back_from_its_columns(plain):
    part = form.Inquiry.model_validate(plain)

    assert PermitInquiry(**part_to_columns(part)).inquiry == part


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("stage", ["submitted", "approved", "published", "replaced"])
def test_rows_of_a_version_that_was_sent_stay_as_they_are(model, stage):
    version = VersionFactory()
    row = a_row(model, version)
    advance(version, stage)

    for act in (row.delete, lambda: model.objects.update(notes="دیگر"), lambda: a_row(model, version, order=2)):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()


def test_rows_of_a_draft_may_still_change():
    row = a_row(PermitForm, VersionFactory(), title="پروانه")

    PermitForm.objects.update(title="جواز")
    row.delete()

    assert not PermitForm.objects.exists()


def test_a_row_is_called_by_its_title():
    version = VersionFactory()

    assert str(a_row(PermitForm, version, title="پروانه")) == "پروانه"
    assert str(a_row(PermitInquiry, version, agency="گمرک")) == "گمرک"
    assert str(a_row(PermitInquiry, version, order=2, agency="گمرک", name="کوتاژ")) == "کوتاژ"


def test_only_the_last_of_three_lists_is_public():
    agency = OrganizationFactory()
    first = a_list(organization=agency)
    second = a_list(other_permits("یک"), organization=agency, replaces=first)
    third = a_list(other_permits("دو"), organization=agency, replaces=second)

    assert {row.permit_list for row in PermitForm.objects.public()} == {third}
    assert {row.permit_list for row in PermitInquiry.objects.public()} == {third}


def test_a_list_is_replaced_by_one_list_only():
    first = a_list()
    a_list(other_permits("یک"), replaces=first)

    with pytest.raises((ValidationError, DatabaseError)):
        a_list(other_permits("دو"), replaces=first)

    assert PermitList.objects.count() == 2


def test_a_list_that_is_refused_leaves_no_row():
    agency = OrganizationFactory()
    a_list(organization=agency)
    before = PermitForm.objects.count()

    with pytest.raises(ValidationError, match="همین فهرست"):
        a_list(organization=agency)

    assert PermitForm.objects.count() == before


def test_a_list_keeps_its_file_its_paper_and_who_took_it_in():
    file, by = StoredFileFactory(), UserFactory()

    made = PermitList.objects.get(pk=a_list(source_file=file, by=by).pk)

    assert (made.source_file, made.created_by, made.created_at) == (file, by, NOW)
    assert [row["title"] for row in made.paper["permits"]] == ["پروانهٔ نمونه"] * 2
    assert len(made.sha256) == 64


def test_rows_that_say_nothing_are_no_rows():
    document = forms.permit_list().model_copy(
        update={"permits": [form.Permit(), form.Permit(title="پروانه"), form.Permit()]}
    )

    made = a_list(document)

    assert list(PermitForm.objects.filter(permit_list=made).values_list("order", "title")) == [(1, "پروانه")]


def test_a_page_of_permits_costs_the_same_for_few_and_many(assert_same_cost):
    a_list()

    def page():
        return [(row.title, str(row.organization)) for row in PermitForm.objects.public().for_list()]

    assert_same_cost(page, lambda: [a_list(other_permits("یک", "دو", "سه")) for _ in range(4)])
