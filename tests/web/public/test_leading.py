"""From the page of a service to the registers: what it asks for, rests on and works with."""

import pytest

from khedmat.cards.checking import store_findings
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory
from tests.factories.registers import a_document, a_law, a_system

pytestmark = pytest.mark.django_db
CARD = {
    "documents": ["اصل شناسنامه در صورت تأهل", "برگهٔ ناشناخته"],
    "laws": ["قانون هوای پاک مصوب ۱۳۹۶", "آیین‌نامهٔ ناشناخته"],
    "system_name": "سامانهٔ جامع تجارت",
    "internal_systems": [{"system": "سامانهٔ پایش", "modes": ["online"]}, {"system": "ناشناخته", "modes": ["online"]}],
    "life_events": ["business", "other"],
}


@pytest.fixture
def registers():
    a_document(code="id-booklet")
    a_law(code="clean-air")
    a_system(code="trade")
    a_system("سامانهٔ پایش", code="watch")


def page(client, **card):
    document = forms.document(forms.card(**(CARD | card)), permits=[{"title": "پروانهٔ نمونه"}])
    version = VersionFactory(published=True, document=document)
    store_findings(version, on=NOW.date())
    return client.get(f"/services/{version.service_id}/").content.decode()


@pytest.mark.parametrize(
    "link",
    [
        '<a href="/documents/id-booklet/">',
        '<a href="/laws/clean-air/">قانون هوای پاک',
        '<a href="/systems/trade/">سامانهٔ جامع تجارت</a>',
        '<a href="/systems/watch/">سامانهٔ پایش</a>',
        'href="/events/business/">کسب و کار</a>',
        '<a href="/permits/?q=%D9%BE%D8%B1%D9%88%D8%A7%D9%86%D9%87%D9%94',
    ],
)
def test_what_a_register_knows_leads_there(client, registers, link):
    assert link in page(client)


def test_what_no_register_knows_is_said_without_a_link(client):
    said = page(client)

    assert all(words in said for words in ("برگهٔ ناشناخته", "آیین‌نامهٔ ناشناخته", "سامانهٔ جامع تجارت"))
    assert not [book for book in ("documents", "laws", "systems") if f'<a href="/{book}/' in said.split("<footer")[0]]


def test_the_page_still_asks_four_questions(client, registers, django_assert_max_num_queries):
    version = VersionFactory(published=True, card=CARD)
    client.get(f"/services/{version.service_id}/")

    with django_assert_max_num_queries(4):
        client.get(f"/services/{version.service_id}/")
