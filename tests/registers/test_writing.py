"""Who writes a register, what is refused, and what the log keeps."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from khedmat.registers.models import DocumentType, RegisterChange
from khedmat.registers.writing import add, change
from tests.factories.cards import NOW
from tests.factories.people import OrganizationFactory, centre, person
from tests.factories.registers import a_document, legal_steward, steward

pytestmark = pytest.mark.django_db


def said(act):
    with pytest.raises(ValidationError) as caught:
        act()
    return " ".join(caught.value.messages)


def fresh(title="کارت ملی", **columns):
    return DocumentType(code="fresh", title=title, **columns)


def test_a_steward_adds_an_entry_and_the_log_says_so():
    by = steward()

    entry = add(fresh("كارت  ملي", aliases=["کارت هوشمند", "کارت ملی"]), by=by, at=NOW)

    assert (entry.title, entry.aliases, entry.revision) == ("کارت ملی", ["کارت هوشمند"], 1)
    assert RegisterChange.objects.get().after["title"] == "کارت ملی"


@pytest.mark.parametrize("role", ["author", "reviewer", "publisher", "legal_steward"])
def test_others_of_the_centre_are_told_whose_work_it_is(role):
    by = person(role, centre())

    assert "متولی فهرست‌های پایه" in said(lambda: add(fresh(), by=by, at=NOW))
    assert not DocumentType.objects.exists()


def test_the_same_role_elsewhere_keeps_nothing():
    by = person("steward", OrganizationFactory())

    assert "مرکز بررسی شناسنامه‌ها" in said(lambda: add(fresh(), by=by, at=NOW))


@pytest.mark.parametrize("title", ["شناسنامه", "شناس نامه", "سجل"])
def test_a_name_belongs_to_one_entry(title):
    a_document(aliases=("سجل",))

    assert "یک نام دو مدخل ندارد" in said(lambda: add(fresh(title), by=steward(), at=NOW))


def test_a_title_without_a_word_is_refused():
    assert "دست‌کم یک واژه" in said(lambda: add(fresh("!؟"), by=steward(), at=NOW))


def test_a_code_is_taken_once():
    a_document(code="fresh")

    assert "نام دیگری بنویسید" in said(lambda: add(fresh(), by=steward(), at=NOW))


def test_a_change_keeps_before_and_after():
    entry = a_document(validity="یک سال")
    entry.validity = "دو سال"

    change(entry, seen=1, by=steward(), at=NOW)

    last = RegisterChange.objects.order_by("pk").last()
    assert (last.before, last.after) == ({"validity": "یک سال"}, {"validity": "دو سال"})


def test_a_page_that_saw_an_older_entry_changes_nothing():
    entry, other = a_document(), a_document("کارت ملی")
    entry.validity = "یک سال"
    change(entry, seen=1, by=steward(), at=NOW)
    entry.validity = "ده سال"

    assert "چیزی ثبت نشد" in said(lambda: change(entry, seen=1, by=steward(), at=NOW))
    assert DocumentType.objects.get(pk=entry.pk).validity == "یک سال"
    assert other.revision == 1


def test_what_is_said_again_is_no_change():
    entry = a_document()

    change(entry, seen=1, by=steward(), at=NOW)

    assert RegisterChange.objects.count() == 1


def test_entries_and_their_log_are_never_deleted():
    entry = a_document()

    for rows in (DocumentType.objects.filter(pk=entry.pk), RegisterChange.objects.all()):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.delete()


def test_a_legal_steward_keeps_no_documents():
    entry = a_document()
    entry.validity = "یک سال"

    assert "متولی فهرست‌های پایه" in said(lambda: change(entry, seen=1, by=legal_steward(), at=NOW))
