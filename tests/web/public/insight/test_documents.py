"""The page of documents that are asked for though an agency holds them."""

import csv
import io

import pytest

from khedmat.cards.checking import store_findings
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import OrganizationFactory
from tests.factories.registers import a_document

pytestmark = pytest.mark.django_db
PAGE, TABLE = "/insight/documents/", "/insight/documents.csv"


@pytest.fixture
def holder():
    return OrganizationFactory(name="سازمان ثبت احوال کشور", code="sabteahval")


def asking(line, owner=None, count=None, inquiries=()):
    recipients = {"count": count, "per": "year"} if count else {}
    card = forms.card(documents=[line], recipients=recipients, external_inquiries=list(inquiries))
    owner = owner or OrganizationFactory()
    store_findings(VersionFactory(published=True, document=forms.document(card), service__owner=owner), on=NOW.date())


def told(response):
    return " ".join(response.content.decode().split())


def rows(client, query=""):
    text = client.get(TABLE + query).content.decode().lstrip("\ufeff")
    return list(csv.DictReader(io.StringIO(text)))


def test_the_page_says_who_holds_a_document_and_who_asks_for_it(client, holder):
    a_document("کارت ملی", issuer=holder, code="card")
    asking("کارت ملی", OrganizationFactory(name="بانک نمونه"), count=1200)

    page = told(client.get(PAGE))

    for said in ('href="/documents/card/"', "سازمان ثبت احوال کشور", "بانک نمونه", "۱٬۲۰۰", "۱ مدرک"):
        assert said in page


def test_many_agencies_are_named_by_the_first_three_and_a_number(client, holder):
    a_document("کارت ملی", issuer=holder)
    for number in range(5):
        asking("کارت ملی", OrganizationFactory(name=f"دستگاه {number}", sort_key=f"{number}"))

    page = told(client.get(PAGE))

    assert "دستگاه ۲" in page
    assert "دستگاه ۳" not in page
    assert "و ۲ دستگاه دیگر" in page


def test_a_document_without_figures_says_so(client, holder):
    a_document("کارت ملی", issuer=holder)
    asking("کارت ملی")

    assert "آمار گفته نشده" in told(client.get(PAGE))
    assert rows(client)[0]["درخواست در سال"] == ""


@pytest.mark.parametrize(
    ("query", "titles"),
    [("", ["کارت ملی", "سند"]), ("?sort=yearly", ["سند", "کارت ملی"]), ("?sort=nowhere", ["کارت ملی", "سند"])],
)
def test_the_order_lives_in_the_address(client, holder, query, titles):
    a_document("کارت ملی", issuer=holder), a_document("سند", issuer=holder)
    asking("کارت ملی"), asking("کارت ملی"), asking("سند", count=9)

    assert [row["مدرک"] for row in rows(client, query)] == titles
    assert [row.document.title for row in client.get(PAGE + query).context["page"]] == titles


def test_an_empty_registry_says_so(client):
    assert "چنین مدرکی نیست" in told(client.get(PAGE))


def test_the_page_of_a_document_says_who_already_holds_it(client, holder):
    a_document("کارت ملی", issuer=holder, held_by="both", code="card")
    row = {"agency": "سازمان ثبت احوال کشور", "modes": ["online"], "fields": "کارت ملی"}
    asking("نقشه", inquiries=[row])

    page = told(client.get("/documents/card/"))

    assert "سازمان ثبت احوال کشور آن را صادر می‌کند و نزد خود دارد" in page
    assert "۱ خدمت آن را از سازمان ثبت احوال کشور استعلام می‌کند" in page


def test_a_document_that_nobody_is_asked_for_says_so(client):
    a_document("کارت ملی", code="card")

    assert "هیچ شناسنامه‌ای نیامده" in told(client.get("/documents/card/"))


def test_the_page_asks_as_many_questions_for_many_documents(client, holder, assert_same_cost):
    def grow():
        a_document(f"گواهی {OrganizationFactory().pk}", issuer=holder)
        asking(f"گواهی {OrganizationFactory().pk - 1}")

    grow()

    assert_same_cost(lambda: client.get(PAGE), grow)
