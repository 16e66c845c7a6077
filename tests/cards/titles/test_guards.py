"""What was confirmed never changes: asked of the database."""

import pytest
from django.db import DatabaseError, connection, transaction

from khedmat.cards.models import DeclaredTitle, TitleChange, TitleList
from tests.factories.cards import NOW
from tests.factories.titles import a_letter, confirmed, drafted, office

pytestmark = pytest.mark.django_db


def refused(act):
    with pytest.raises(DatabaseError), transaction.atomic():
        act()


@pytest.mark.parametrize(
    "change", [{"letter_number": "x"}, {"said_count": 9}, {"letter_date": "2020-01-01"}, {"signed_by": "x"}]
)
def test_the_letter_of_a_confirmed_list_stays(change):
    confirmed(office())

    refused(lambda: TitleList.objects.update(**change))


@pytest.mark.parametrize(
    "change", [{"title": "x"}, {"is_electronic": True}, {"order": 9}, {"stated_id": "13041861000"}]
)
def test_the_rows_of_a_confirmed_list_stay(change):
    confirmed(office())

    refused(lambda: DeclaredTitle.objects.update(**change))


def test_no_row_is_added_to_a_confirmed_list_or_taken_from_it():
    titles = confirmed(office())
    row = DeclaredTitle(title_list=titles, order=9, title="x", letters="x")

    refused(row.save)
    refused(lambda: DeclaredTitle.objects.filter(title_list=titles).delete())
    refused(titles.delete)


def test_a_letter_that_says_another_number_confirms_nothing_in_the_database_either():
    here = office()
    titles, letter = drafted(here), a_letter()
    signature = {
        "signed_by": letter.signed_by,
        "letter_number": letter.number,
        "letter_date": letter.day,
        "letter_file": letter.file,
        "confirmed_by": here.approver,
        "confirmed_at": NOW,
    }
    alone = TitleList.objects.filter(pk=titles.pk)

    refused(lambda: alone.update(stage="confirmed", said_count=2, **signature))
    refused(lambda: alone.update(stage="confirmed", said_count=None, **signature))
    refused(lambda: alone.update(stage="confirmed", said_count=3, **signature | {"confirmed_by": here.author}))
    assert alone.update(stage="confirmed", said_count=3, **signature) == 1


def test_a_list_begins_as_a_draft_and_goes_one_way():
    here = office()
    titles = confirmed(here)

    refused(
        lambda: TitleList.objects.create(
            agency=here.other, number=1, stage="replaced", created_by=here.author, created_at=NOW
        )
    )
    refused(lambda: TitleList.objects.filter(pk=titles.pk).update(stage="draft"))


def test_a_sub_service_stands_below_a_service_of_its_own_list():
    here = office()
    titles = drafted(here)
    part = titles.titles.exclude(parent=None).get()
    elsewhere = drafted(office(code="elsewhere")).titles.filter(parent=None).first()
    whole = titles.titles.get(letters="پاسخبهاستعلام")

    refused(lambda: DeclaredTitle.objects.create(title_list=titles, order=9, title="x", letters="x", parent=part))
    refused(lambda: DeclaredTitle.objects.filter(pk=part.pk).update(parent=elsewhere))
    refused(lambda: DeclaredTitle.objects.filter(pk=part.parent_id).update(parent=whole))


@pytest.mark.parametrize("model", [TitleList, DeclaredTitle, TitleChange])
def test_no_table_is_emptied(model):
    def emptied():
        with connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE {model._meta.db_table} CASCADE")

    refused(emptied)


def test_the_log_is_written_once():
    drafted(office())

    refused(lambda: TitleChange.objects.update(step="removed"))
    refused(lambda: TitleChange.objects.all().delete())
