"""The history of an entry as people read it, and the list at the desk."""

from datetime import date

import pytest

from khedmat.cards.documents.loading import load_registers
from khedmat.cards.laws.actions import change as change_law
from khedmat.cards.lines.actions import change
from khedmat.registers.models import DocumentType, RegisterChange
from khedmat.web.desk.registers.log import lines_of
from tests.factories.cards import NOW
from tests.factories.people import OrganizationFactory, UserFactory
from tests.factories.registers import a_document, a_law, an_audience, legal_steward, steward

pytestmark = pytest.mark.django_db
DOCUMENTS = "/desk/registers/documents/"


def told(response):
    return " ".join(response.content.decode().split())


def differences(entry):
    lines = lines_of(entry, RegisterChange.objects.filter(entry=entry.pk).order_by("-pk"))
    return [(str(one.label), one.before, one.after) for one in lines[0].differences]


def test_choices_lists_and_agencies_are_said_in_words():
    entry = a_document(held_by="person")
    entry.held_by, entry.aliases, entry.issuer = "both", ["سجل", "برگ"], OrganizationFactory(name="ثبت احوال")

    change(entry, seen=1, by=steward(), at=NOW)

    assert sorted(differences(entry)) == [
        ("دستگاه صادرکننده", "", "ثبت احوال"),
        ("نام‌های دیگر", "", "سجل، برگ"),
        ("نزد چه کسی است", "خود شخص", "شخص و دستگاه صادرکننده"),
    ]


def test_days_are_days_of_the_persian_calendar():
    assert ("تاریخ تصویب", "", "۱۳۹۶/۰۴/۲۵") in differences(changed_law())


def changed_law():
    law = a_law(day=None)
    law.approved_on = date(2017, 7, 16)
    return change_law(law, seen=law.revision, by=legal_steward(), at=NOW)


def test_the_kind_of_service_of_a_group_is_said_as_the_form_says_it():
    assert ("نوع خدمت در فرم", "", "خدمت به شهروندان (G2C)") in differences(an_audience(service_type="G2C"))


def test_what_ships_is_said_to_be_of_the_program(client_for):
    load_registers(at=NOW)
    entry, client = DocumentType.objects.get(code="passport"), client_for(UserFactory())

    page = told(client.get(f"{DOCUMENTS}{entry.pk}/"))

    assert "از فهرست همراه برنامه · برنامه" in page
    assert "همراه برنامه" in told(client.get(DOCUMENTS))


def test_the_index_names_each_register_with_its_keeper_and_count(client_for):
    a_document()

    page = told(client_for(UserFactory()).get("/desk/registers/"))

    assert all(words in page for words in ("گونه‌های مدرک", "متولی فهرست‌های پایه", "۱ مدخل"))


@pytest.mark.parametrize(("words", "count"), [("سجل", 1), ("هیچ", 0), ("", 2)])
def test_the_list_is_searched_by_any_name(client_for, words, count):
    a_document(aliases=("سجل",)), a_document("کارت ملی")

    page = client_for(UserFactory()).get(DOCUMENTS, {"q": words})

    assert len(page.context["page"].object_list) == count
    assert ("مدخلی با این نام نیست" in told(page)) == (count == 0)


def test_a_merged_entry_shows_its_successor_and_takes_no_change(client_for):
    gone, kept, client = a_document("سجل"), a_document(), client_for(steward())
    DocumentType.objects.filter(pk=gone.pk).update(merged_into=kept)

    page = told(client.get(f"{DOCUMENTS}{gone.pk}/"))
    refused = told(client.post(f"{DOCUMENTS}{gone.pk}/", {"title": "نو", "seen": "1"}))

    assert f"{DOCUMENTS}{kept.pk}/" in page
    assert client.get(f"{DOCUMENTS}{gone.pk}/merge/")["Location"] == f"{DOCUMENTS}{gone.pk}/"
    assert DocumentType.objects.get(pk=gone.pk).title == "سجل"
    assert "ادغام شده است" in refused
