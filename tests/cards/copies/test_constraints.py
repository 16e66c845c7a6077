"""What the database itself refuses of copies."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from khedmat.cards.models import LocalCopy
from tests.factories.cards import NOW
from tests.factories.copies import LATER, copy_of


def row(world, **changes):
    values = {
        "service": world.service,
        "place": world.kerman.place,
        "keeper": world.kerman.office,
        "number": 9,
        "compared_with": world.version,
        "created_by": world.kerman.author,
        "created_at": NOW,
    }
    return LocalCopy(**(values | changes))


def test_a_copy_begins_as_a_draft(world):
    with pytest.raises(DatabaseError, match="Cannot insert"), transaction.atomic():
        row(world, stage="published").save()


def test_a_province_has_one_copy_at_work(world):
    copy_of(world)

    with pytest.raises(IntegrityError, match="copy_one_at_work"), transaction.atomic():
        row(world).save()


def test_a_number_is_given_once(world):
    copy_of(world, "published")

    with pytest.raises(IntegrityError, match="copy_number_once"), transaction.atomic():
        row(world, number=1).save()


def test_a_stage_without_its_signature_is_refused(world):
    copy = copy_of(world)

    with pytest.raises(IntegrityError, match="copy_signed_for_its_stage"), transaction.atomic():
        LocalCopy.objects.filter(pk=copy.pk).update(stage="submitted")


def test_one_person_signs_once(world):
    copy = copy_of(world, "submitted")
    signature = {"approved_by": world.kerman.author, "approved_at": LATER}

    with pytest.raises(IntegrityError, match="copy_three_people"), transaction.atomic():
        LocalCopy.objects.filter(pk=copy.pk).update(stage="approved", **signature)


def test_a_stage_is_never_jumped_over_or_gone_back(world):
    copy = copy_of(world, "submitted")

    for stage in ("draft", "published", "replaced"):
        with pytest.raises(DatabaseError), transaction.atomic():
            LocalCopy.objects.filter(pk=copy.pk).update(stage=stage)
