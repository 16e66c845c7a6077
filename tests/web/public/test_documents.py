"""The public pages of documents: what is asked where."""

import pytest

from khedmat.cards.checking import store_findings
from khedmat.cards.lines.actions import merge, preview
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import OrganizationFactory
from tests.factories.registers import a_document, steward

pytestmark = pytest.mark.django_db
LIST = "/documents/"


def asking(*lines, title="صدور کارت", **more):
    document = forms.document(forms.card(title=title, documents=list(lines)))
    store_findings(VersionFactory(document=document, **more), on=NOW.date())


def told(response):
    return " ".join(response.content.decode().split())


def test_a_document_says_who_issues_it_and_which_published_services_ask_for_it(client):
    a_document(code="birth", issuer=OrganizationFactory(name="ثبت احوال"), aliases=("سجل",), held_by="both")
    asking("اصل سجل", title="صدور گذرنامه", published=True)
    asking("شناسنامه", title="پیش‌نویس پنهان")

    page = told(client.get("/documents/birth/"))

    assert all(words in page for words in ("ثبت احوال", "سجل", "صدور گذرنامه", "۱ خدمت منتشرشده", "شخص و دستگاه"))
    assert "پیش‌نویس پنهان" not in page


def test_the_list_counts_published_services_and_begins_with_the_most_asked(client):
    a_document("آب"), a_document("شناسنامه")
    asking("شناسنامه", published=True), asking("آب")

    page = told(client.get(LIST))

    assert page.index("شناسنامه</a>") < page.index("آب</a>")
    assert "۱ خدمت" in page
    assert "هیچ خدمتی" in page
    by_title = told(client.get(f"{LIST}?sort=title"))
    assert by_title.index("آب</a>") < by_title.index("شناسنامه</a>")


def test_a_document_is_found_by_another_name_in_any_spelling(client):
    a_document(aliases=("سجل احوال",)), a_document("کارت ملی")

    page = told(client.get(f"{LIST}?q=سجل‌احوال"))

    assert "شناسنامه</a>" in page
    assert "کارت ملی</a>" not in page


@pytest.mark.parametrize("query", ["?q=هیچ", "?sort=nowhere", "?page=99", "?q=%00"])
def test_any_address_of_the_list_is_answered(client, query):
    assert client.get(LIST + query).status_code == 200


def test_the_address_of_a_merged_document_answers_with_its_successor(client):
    gone, kept = a_document("سجل", code="old"), a_document(code="birth")
    merge(gone, kept, seen=preview(gone, kept).seen, by=steward(), at=NOW)

    response = client.get("/documents/old/")

    assert response.status_code == 410
    assert 'href="/documents/birth/"' in told(response)


def test_the_pages_cost_the_same_whatever_the_rows(client, assert_same_cost):
    a_document(code="birth", issuer=OrganizationFactory())
    asking("شناسنامه", published=True)

    def grow():
        a_document("کارت ملی", issuer=OrganizationFactory())
        asking("شناسنامه", "کارت ملی", published=True)

    assert_same_cost(lambda: client.get(LIST), grow)
    assert_same_cost(lambda: client.get("/documents/birth/"), lambda: asking("شناسنامه", published=True))


def test_what_nobody_said_of_a_document_is_said_to_be_unsaid(client):
    a_document(code="birth")

    page = told(client.get("/documents/birth/"))

    assert page.count("گفته نشده") == 4
    assert "هیچ خدمت منتشرشده‌ای این مدرک را نمی‌خواهد" in page


def test_an_empty_register_says_so(client):
    assert "مدرکی با این نام نیست" in told(client.get(LIST))


def test_the_list_goes_on_to_a_second_page(client):
    for number in range(51):
        a_document(f"مدرک {number}")

    assert len(client.get(LIST).context["page"].object_list) == 50
    assert len(client.get(f"{LIST}?page=2").context["page"].object_list) == 1
