"""Every rule of one row is refused by the database, and says so in Persian."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.transaction import atomic

from khedmat.cards.models import CostItem, Service, ServiceVersion, StageAccess, StageChange
from khedmat.core.refusals import refusing_in_words
from tests.factories.cards import NOW, FindingFactory, ServiceFactory, VersionFactory

pytestmark = pytest.mark.django_db
WRONG = {
    "nature": "royal",
    "service_type": ["G2X"],
    "level": ["galaxy"],
    "life_events": ["party"],
    "start_trigger": ["whim"],
    "recipients_per": "decade",
    "edition": "1500",
    "frequency_times": -1,
    "duration_value": -0.5,
    "visits_count": -1,
    "recipients_count": -1,
    "number": 0,
    "sha256": "short",
    "duration_unit": "aeon",
}


@pytest.mark.parametrize("column", WRONG)
def test_a_version_holds_only_what_the_form_offers(column):
    version = VersionFactory()

    with pytest.raises(ValidationError, match="[آ-ی]"), refusing_in_words():
        ServiceVersion.objects.filter(pk=version.pk).update(**{column: WRONG[column]})


@pytest.mark.parametrize("code", ["", "1234", "20031093000", "1003109300x", "۱۰۰۳۱۰۹۳۰۰۰"])
def test_an_id_of_another_shape_is_refused(code):
    with pytest.raises(ValidationError, match="یازده رقم"), refusing_in_words():
        ServiceFactory(code=code)


def test_an_id_belongs_to_one_service_and_no_id_to_many():
    ServiceFactory(code="10031093000")
    ServiceFactory.create_batch(2, code=None)

    with pytest.raises(ValidationError, match="خدمت دیگری"), refusing_in_words():
        ServiceFactory(code="10031093000")


def test_a_service_has_one_draft():
    draft = VersionFactory()

    with pytest.raises(ValidationError, match="همان را کامل"), refusing_in_words():
        VersionFactory(service=draft.service)


def test_only_the_retired_have_a_successor():
    version = VersionFactory(published=True)
    line = {"version": version, "source": "published", "by": version.created_by, "at": NOW, "sha256": "0" * 64}

    with pytest.raises(ValidationError, match="جانشین"), refusing_in_words():
        StageChange.objects.create(target="suspended", reason="تعمیر", successor=ServiceFactory(), **line)


def test_a_suspended_version_is_the_one_of_its_service_too():
    first = VersionFactory(stage="suspended")

    with pytest.raises(ValidationError, match="نسخهٔ منتشرشده دارد"), refusing_in_words():
        VersionFactory(service=first.service, published=True)


def test_a_service_has_one_published_version():
    first = VersionFactory(published=True)

    with pytest.raises(ValidationError, match="نسخهٔ منتشرشده دارد"), refusing_in_words():
        VersionFactory(service=first.service, published=True)


def test_a_number_is_used_once():
    first = VersionFactory(published=True)

    with pytest.raises(ValidationError, match="همین شماره"), refusing_in_words():
        VersionFactory(service=first.service, number=first.number)


def test_a_stage_needs_its_signature():
    version = VersionFactory()

    with pytest.raises(ValidationError, match="امضای لازم"), refusing_in_words():
        ServiceVersion.objects.filter(pk=version.pk).update(stage="submitted")


@pytest.mark.parametrize("role", ["created_by", "submitted_by", "approved_by"])
def test_whoever_wrote_or_approved_does_not_accept(role):
    version = VersionFactory(stage="approved")

    with pytest.raises(ValidationError, match="پذیرنده"), refusing_in_words():
        ServiceVersion.objects.filter(pk=version.pk).update(
            stage="accepted", accepted_at=NOW, accepted_by=getattr(version, role)
        )


def test_nothing_is_accepted_without_the_signature_of_the_centre():
    version = VersionFactory(stage="approved")

    with pytest.raises(ValidationError, match="امضای لازم"), refusing_in_words():
        ServiceVersion.objects.filter(pk=version.pk).update(stage="accepted")


@pytest.mark.parametrize("target", ["returned", "suspended", "retired"])
def test_no_is_never_said_without_a_reason(target):
    version = VersionFactory(stage="approved")
    line = StageChange(
        version=version, source="approved", target=target, by=version.created_by, at=NOW, sha256="0" * 64
    )

    with pytest.raises(ValidationError, match="دلیل را بنویسید"), refusing_in_words():
        line.save()


@pytest.mark.parametrize("role", ["created_by", "submitted_by", "approved_by"])
def test_nobody_signs_twice(role):
    version = VersionFactory(stage="accepted")

    with pytest.raises(ValidationError, match="سه نفر"), refusing_in_words():
        ServiceVersion.objects.filter(pk=version.pk).update(
            stage="published", published_at=NOW, published_by=getattr(version, role)
        )


def test_a_stage_of_access_comes_once_with_known_words():
    version = VersionFactory()

    with pytest.raises(ValidationError, match="یک بار"), refusing_in_words(), atomic():
        StageAccess.objects.create(version=version, stage="request")
    StageAccess.objects.filter(version=version).delete()
    with pytest.raises(ValidationError, match="گزینه"), refusing_in_words():
        StageAccess.objects.create(version=version, stage="request", channels=["pigeon"])


def test_a_negative_amount_is_refused():
    with pytest.raises(ValidationError, match="منفی"), refusing_in_words():
        CostItem.objects.create(version=VersionFactory(), order=9, amount_rial=-1)


def test_a_finding_has_a_known_severity():
    with pytest.raises(ValidationError, match="شدت"), refusing_in_words():
        FindingFactory(severity="Z")


def test_what_is_no_constraint_of_ours_is_raised_as_it_is():
    with pytest.raises(IntegrityError), refusing_in_words():
        Service.objects.create(owner=None, created_at=NOW)
