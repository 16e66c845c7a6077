"""What an entry is called, how it is found, and what the database refuses."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, transaction

from khedmat.core.refusals import sentence_of
from khedmat.registers.models import DocumentType, RegisterChange
from khedmat.registers.models.entry import said_of
from khedmat.registers.naming import known
from tests.factories.cards import NOW
from tests.factories.registers import a_document

pytestmark = pytest.mark.django_db


def test_names_are_folded_and_said_once():
    said = said_of("كارت  ملي", ["کارت‌ملی", "کارت هوشمند", "کارت هوشمند", "", " "])

    assert (said["title"], said["aliases"]) == ("کارت ملی", ["کارت هوشمند"])


@pytest.mark.parametrize("words", ["شناس نامه", "شناسنامه", "ناسنا", "سجل", "سِجل"])
def test_an_entry_is_found_by_part_of_any_name_in_any_spelling(words):
    entry, _other = a_document(aliases=("سجل احوال",)), a_document("کارت ملی")

    assert list(DocumentType.objects.standing().named(words)) == [entry]


def test_no_words_find_everything_and_two_aliases_are_not_one_word():
    a_document("گذرنامه", aliases=("آب", "باد")), a_document("کارت ملی")

    assert DocumentType.objects.standing().named("").count() == 2
    assert not DocumentType.objects.standing().named("آبباد").exists()


def test_lists_follow_the_persian_alphabet():
    for title in ("گذرنامه", "پروانه", "کارت"):
        a_document(title)

    assert list(DocumentType.objects.for_list().values_list("title", flat=True)) == ["پروانه", "کارت", "گذرنامه"]


def test_a_merged_entry_stands_no_more_and_frees_its_title():
    gone, kept = a_document(), a_document("کارت ملی")
    DocumentType.objects.filter(pk=gone.pk).update(merged_into=kept)

    again = a_document()

    assert list(DocumentType.objects.standing().for_list()) == [again, kept]
    assert str(again) == "شناسنامه"


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ({"code": "known"}, "نام دیگری"),
        ({"letters": "شناسنامه"}, "همان را ویرایش کنید"),
        ({"held_by": "nobody"}, "گزینه‌ای جز"),
        ({"personal_data": "much"}, "گزینه‌ای جز"),
    ],
)
def test_the_database_itself_refuses_in_words(columns, sentence):
    a_document(code="known")

    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        DocumentType.objects.create(**{"code": "new", "title": "کارت", "letters": "کارت"} | columns)

    assert sentence in sentence_of(caught.value)


def test_nothing_is_merged_into_itself():
    entry = a_document()

    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        DocumentType.objects.filter(pk=entry.pk).update(merged_into=entry)

    assert "در خودش" in sentence_of(caught.value)


def test_the_log_is_never_changed():
    a_document()

    with pytest.raises(DatabaseError), transaction.atomic():
        RegisterChange.objects.update(revision=9)
    with pytest.raises(IntegrityError), transaction.atomic():
        RegisterChange.objects.create(register="nowhere", entry=1, revision=1, step="added", at=NOW)
    assert str(RegisterChange.objects.get()) == "گونه‌های مدرک: افزوده شد"


def test_names_are_read_anew_when_the_log_grew(django_assert_num_queries):
    a_document()
    known("documents")

    with django_assert_num_queries(1):
        assert known("documents").names.find("کارت ملی") is None
    a_document("کارت ملی")

    assert known("documents").names.find("کارت ملی")


def test_a_constraint_is_said_before_the_database_says_it():
    a_document()

    with pytest.raises(ValidationError, match="همان را ویرایش کنید"):
        DocumentType(code="new", title="شناسنامه", letters="شناسنامه").validate_constraints()
