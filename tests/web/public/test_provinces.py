"""A service as it holds in one province: what differs is marked, all else is the template's."""

import pytest

from khedmat.cards import checking
from tests.factories.copies import copy_of, national, new_template, province
from tests.factories.people import PlaceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(monkeypatch):
    monkeypatch.setattr(checking, "check", lambda document: [])
    return national()


def page_of(client, world, tail=""):
    return client.get(f"/services/{world.service.pk}/{tail}").content.decode()


def test_the_page_of_the_service_leads_to_provinces_that_write_something(client, world):
    assert "تفاوت در استان‌ها" not in page_of(client, world)
    copy_of(world, "published")
    copy_of(world, "approved", at_office=province(world.owner, "یزد", "21"))

    page = page_of(client, world)

    assert f'href="/services/{world.service.pk}/in/08/"' in page
    assert "یزد" not in page


def test_what_differs_stands_beside_the_national_value(client, world):
    copy_of(world, "published")

    page = page_of(client, world, "in/08/")

    assert "ویژهٔ استان؛ در الگوی ملی: ۳ روز" in page
    assert "۲ روز" in page
    assert "دفتر کرمان" in page
    assert f"{world.service.code}@08".translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")) in page


@pytest.mark.parametrize("stage", ["draft", "submitted", "approved"])
def test_what_is_not_published_is_nowhere_on_the_page(client, world, stage):
    copy_of(world, stage)

    page = page_of(client, world, "in/08/")

    assert "همان الگوی ملی در آن برقرار است" in page
    assert "۲ روز" not in page


def test_a_new_template_holds_at_once_but_for_what_the_province_wrote(client, world):
    copy_of(world, "published")
    new_template(world, average_duration={"value": 9, "unit": "day"}, visits={"count": 6})

    page = page_of(client, world, "in/08/")

    assert "۶ بار" in page
    assert "در الگوی ملی: ۹ روز" in page
    assert "الگو پس از این نوشته تغییر کرده است" in page


def test_an_account_that_a_province_writes_is_on_no_public_page(client, world):
    items = [{"amount_rial": 900_000, "account": "IR-9999", "electronic": True}]
    copy_of(world, "published", cost={"card.cost.items": items})

    page = page_of(client, world, "in/08/")

    assert "۹۰۰٬۰۰۰" in page
    assert "IR-9999" not in page


def test_a_place_that_is_none_and_one_without_a_copy(client, world):
    PlaceFactory(code="21", fa="یزد")

    assert client.get(f"/services/{world.service.pk}/in/99/").status_code == 404
    assert "همان الگوی ملی" in page_of(client, world, "in/21/")


def test_the_page_asks_as_much_whatever_the_copies(client, world, assert_same_cost):
    copy_of(world, "published")

    def grow():
        for code in ("21", "22"):
            copy_of(world, "published", at_office=province(world.owner, code, code))

    assert_same_cost(lambda: page_of(client, world, "in/08/"), grow)
