"""The families of IDs: main services with their sub-services, browsed by number, searched by any of their titles."""

import csv
import io

import pytest

from khedmat.web.public import family_list
from tests.factories.cards import ServiceFactory, VersionFactory, identified
from tests.factories.people import OrganizationFactory

pytestmark = pytest.mark.django_db
LIST = "/id/families/"


def told(response):
    return " ".join(response.content.decode().split())


def shown(code, title, stage="published", **more):
    service = identified(ServiceFactory(**more), code)
    return VersionFactory(service=service, stage=stage, card={"title": title})


@pytest.fixture
def gas():
    owner = OrganizationFactory(name="شرکت ملی گاز")
    main = shown("13031466000", "انشعاب گاز", owner=owner)
    for code, title in (("13031466100", "نصب کنتور"), ("13031466101", "قطع گاز")):
        shown(code, title, owner=owner)
    shown("13031466102", "پیش‌نویس پنهان", stage="draft", owner=owner)
    return main


def numbers(client, **query):
    return [family.number for family in client.get(LIST, query).context["families"]]


def test_a_family_is_its_main_service_with_its_published_sub_services_in_order(client, gas):
    page = told(client.get(LIST))

    assert "۱ خانواده" in page
    assert "شرکت ملی گاز" in page
    assert page.index("انشعاب گاز") < page.index("نصب کنتور") < page.index("قطع گاز")
    assert "۲ زیرخدمت" in page
    assert "پیش‌نویس پنهان" not in page
    assert f'href="/services/{gas.service_id}/"' in page


def test_a_family_without_a_published_main_service_says_so(client):
    shown("13031466100", "نصب کنتور")

    page = told(client.get(LIST))

    assert "شناسنامهٔ خدمت اصلی منتشر نشده است" in page
    assert "نصب کنتور" in page


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ["1187", "1466"]),
        ({"sort": "size"}, ["1466", "1187"]),
        ({"only": "subs"}, ["1466"]),
        ({"q": "۱۴"}, ["1466"]),
        ({"q": "1303-1466-101"}, ["1466"]),
        ({"q": "كنتور"}, ["1466"]),
        ({"q": "چاه آب"}, ["1187"]),
        ({"q": "پنهان"}, []),
        ({"q": "9999"}, []),
        ({"q": "\x00", "sort": "x", "only": "x"}, ["1187", "1466"]),
        ({"q": "<script>"}, []),
    ],
)
def test_families_are_found_by_number_id_and_words(client, gas, query, expected):
    shown("13021187000", "پروانهٔ چاه آب")

    assert numbers(client, **query) == expected


def test_nothing_found_says_what_to_write(client, gas):
    page = told(client.get(LIST, {"q": "هیچ"}))

    assert "خانواده‌ای با این نشان نیست" in page
    assert "همهٔ خانواده‌ها" in page


def test_a_long_family_is_cut_and_leads_to_all_of_it(client, gas, monkeypatch):
    monkeypatch.setattr(family_list, "MOST_SUBS", 1)

    page = told(client.get(LIST))

    assert "و ۱ زیرخدمت دیگر" in page
    assert "قطع گاز" not in page
    assert f'href="/services/{gas.service_id}/id/"' in page


def test_the_table_holds_all_pages_of_the_list(client, gas):
    shown("13021187000", "پروانهٔ چاه آب")

    rows = list(csv.reader(io.StringIO(client.get("/id/families.csv?sort=size").content.decode("utf-8-sig"))))

    assert [row[1] for row in rows[1:]] == ["13031466000", "13031466100", "13031466101", "13021187000"]
    assert rows[1][2:] == ["انشعاب گاز", "شرکت ملی گاز"]


def test_thirty_families_cost_four_questions_at_most(client, django_assert_max_num_queries):
    for number in range(30):
        shown(f"1303{1500 + number}000", f"خدمت {number}")
        shown(f"1303{1500 + number}100", f"زیرخدمت {number}")
    client.get(LIST, {"q": "خدمت"})

    with django_assert_max_num_queries(4):
        page = client.get(LIST, {"q": "خدمت", "page": "2"})

    assert [family.number for family in page.context["families"]] == [str(1520 + number) for number in range(10)]
