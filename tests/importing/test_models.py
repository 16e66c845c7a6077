"""What was taken in stays written."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction

from khedmat.core.refusals import refusing_in_words
from khedmat.importing.models import Intake
from tests.factories.cards import NOW, VersionFactory
from tests.factories.papers import StoredFileFactory
from tests.factories.people import UserFactory
from tests.importing.paper import taken, write

pytestmark = pytest.mark.django_db


def test_a_row_is_never_changed_nor_deleted(agency, folder):
    taken(write(folder))
    intake = Intake.objects.get()

    for act in (
        lambda: Intake.objects.update(part=3),
        intake.delete,
        lambda: connection.cursor().execute("TRUNCATE importing_intake"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()
    assert str(intake) == "card.txt → صدور گواهی نمونه"


@pytest.mark.parametrize(("changes", "words"), [({"version": None}, "یا فهرست مجوز"), ({"sha256": "x"}, "۶۴ رقم")])
def test_what_it_became_is_always_said(changes, words):
    values = {"file": StoredFileFactory(), "by": UserFactory(), "at": NOW, "sha256": "0" * 64}
    version = VersionFactory()

    with pytest.raises(ValidationError, match=words), refusing_in_words(), transaction.atomic():
        Intake.objects.create(**{"version": version, **values, **changes})
