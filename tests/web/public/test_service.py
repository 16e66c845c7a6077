"""A published card: at a glance, as the annex, and its earlier versions."""

import pytest

from tests.factories import forms
from tests.factories.cards import ServiceFactory, VersionFactory

pytestmark = pytest.mark.django_db
PRIVATE = ["مسئول نمونه", "00000000", "دفتر نمونه", "IR-4000"]


def get(client, version, tail=""):
    return client.get(f"/services/{version.service.pk}/{tail}")


@pytest.fixture
def version():
    return VersionFactory(published=True)


def test_the_page_answers_the_questions_people_have(client, version):
    page = get(client, version).content.decode()

    for answer in ("عموم مردم", "۳ روز", "۲۵۰٬۰۰۰ ریال", "۱ بار", "کارت ملی", "دریافت درخواست", "تقاضای گیرندهٔ خدمت"):
        assert answer in page


@pytest.mark.parametrize("tail", ["", "card/", "versions/1/"])
def test_the_filler_and_the_account_are_on_no_public_page(client, version, tail):
    page = get(client, version, tail).content.decode()

    assert not [private for private in PRIVATE if private in page]


def test_an_unknown_cost_is_not_shown_as_free(client):
    version = VersionFactory(published=True, card={"cost": None})

    page = get(client, version).content.decode()

    assert "رایگان" not in page
    assert "ذکر نشده" in page


def test_a_lost_mark_is_told_apart_from_an_empty_box(client):
    document = forms.document(forms.card(nature=None), undecided=["nature"])
    version = VersionFactory(published=True, document=document)

    assert "در فرم روشن نیست" in get(client, version, "card/").content.decode()


@pytest.mark.parametrize("stage", ["draft", "submitted", "approved", "accepted", "returned", "discarded"])
def test_what_is_not_published_is_not_found(client, stage):
    version = VersionFactory(stage=stage)

    assert [get(client, version, tail).status_code for tail in ("", "card/", "versions/1/")] == [404, 404, 404]


def test_the_annex_prints_ticked_and_unticked_boxes_and_says_both(client, version):
    page = get(client, version, "card/").content.decode()

    assert page.count("تیک نخورده") > 20
    assert page.count("تیک خورده") >= 10
    for section in range(1, 11):
        assert f'id="s{section}"' in page


def test_an_earlier_version_stays_readable_and_points_to_the_present_one(client):
    service = ServiceFactory()
    VersionFactory(service=service, stage="replaced", card={"title": "عنوان پیشین"})
    now = VersionFactory(service=service, published=True)

    page = get(client, now, "versions/1/").content.decode()

    assert "عنوان پیشین" in page
    assert "نسخهٔ کنونی" in page


def test_permit_forms_stand_after_the_card(client):
    document = forms.document(permits=forms.PERMITS, inquiries=forms.INQUIRIES)
    version = VersionFactory(published=True, document=document)

    page = get(client, version, "card/").content.decode()

    assert "فرم شمارهٔ یک" in page
    assert "سازمان امور مالیاتی کشور" in page


def test_what_an_agency_writes_is_never_markup(client):
    version = VersionFactory(published=True, card={"title": "<script>alert(1)</script>", "url": "javascript:alert(1)"})

    for tail in ("", "card/"):
        page = get(client, version, tail).content.decode()
        assert "<script>alert" not in page
        assert 'href="javascript:' not in page


@pytest.mark.parametrize("tail", ["", "card/", "versions/1/"])
def test_a_page_asks_at_most_four_questions_and_sets_no_cookie(client, version, django_assert_max_num_queries, tail):
    with django_assert_max_num_queries(4):
        response = get(client, version, tail)

    assert not response.cookies
    assert "Cookie" not in response["Vary"]
    assert "public" in response["Cache-Control"]


def test_an_almost_empty_card_is_shown_all_the_same(client):
    version = VersionFactory(published=True, document=forms.document(forms.form.Card(title="خدمت بی‌شرح")))

    assert get(client, version).status_code == 200
    assert get(client, version, "card/").status_code == 200


def test_pages_are_only_read(client, version):
    assert client.post(f"/services/{version.service.pk}/").status_code == 405


def test_boxes_of_other_editions_are_shown_where_they_are_filled(client, version):
    more = {"service_hours": "8 تا 14", "leads_to_permit": False, "complaint_url": "javascript:x", "local_id": "الف-12"}
    filled = VersionFactory(published=True, card=more)

    page = get(client, filled, "card/").content.decode()

    assert "۸ تا ۱۴" in page
    assert "خیر" in page
    assert "الف-۱۲" in page
    assert 'id="later"' not in get(client, version, "card/").content.decode()
    assert 'href="javascript' not in get(client, filled).content.decode()
