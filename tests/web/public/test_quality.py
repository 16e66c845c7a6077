"""The page of quality: its numbers are those of the rows behind it, and anybody may take them away."""

import csv
import io
from datetime import timedelta

import pytest
from django.utils import timezone

from khedmat.cards.enums import LinkWhy
from khedmat.cards.links.checking import record
from khedmat.cards.links.gathering import note
from khedmat.cards.links.trying import Seen
from khedmat.cards.models import CardScore
from khedmat.cards.quality.board import quality, totals
from khedmat.web.public import quality as quality_page
from khedmat.web.public.quality_bars import stacked
from tests.factories.cards import NOW, FindingFactory, VersionFactory
from tests.factories.people import OrganizationFactory

pytestmark = pytest.mark.django_db
PAGE = "/quality/"
TODAY = timezone.localdate(NOW)
NO_GRADES = dict.fromkeys(("good", "fair", "weak", "poor", "none"), 0)


@pytest.fixture
def agency():
    return OrganizationFactory(name="سازمان خانه", code="home")


def scored(agency, *totals, **more):
    found = [VersionFactory(published=True, service__owner=agency, **more) for _ in totals]
    for version, total in zip(found, totals, strict=True):
        said = {"rules_version": "1", "score_version": "1", "worked_out_on": TODAY}
        CardScore.objects.create(version=version, total=total, parts={}, **said)
    return found


def told(response):
    return " ".join(response.content.decode().split())


def test_an_agency_has_the_share_of_its_cards_at_each_grade(agency):
    scored(agency, 100, 85, 84, 70, 69, 49, 0, None)
    VersionFactory(published=True, service__owner=agency)
    VersionFactory(service__owner=agency)

    (row,) = quality(TODAY)

    assert (row.agency, row.cards) == (agency, 9)
    assert row.grades == {"good": 2, "fair": 2, "weak": 1, "poor": 2, "none": 1}
    assert row.good == row.share("good") == 25


def test_what_is_stale_broken_and_found_is_counted_beside_it(agency):
    (version, other) = scored(agency, 90, 90, card={"url": "https://service.example.ir/a"})
    scored(OrganizationFactory(), 90)
    for severity in "AAN":
        FindingFactory(version=version, rule="K01", severity=severity)
    for one in (version, other):
        (link,) = note(one, TODAY)
    for day in range(3):
        record(link.address, Seen(LinkWhy.GONE, 410, 1), at=NOW + timedelta(days=day))

    row = next(row for row in quality(TODAY + timedelta(days=180)) if row.agency == agency)

    assert (row.answers, row.notes, row.broken) == (2, 1, 1)
    assert (row.stale, row.confirmed) == (2, 0)
    assert quality(TODAY)[0].stale == 0


def test_what_is_not_worked_out_yet_is_unknown_and_not_zero(client):
    VersionFactory(published=True)

    assert quality(TODAY)[0].good is None
    assert "سنجیده نشده" in told(client.get(f"{PAGE}?sort=good"))
    assert "۰٪" not in told(client.get(PAGE))
    assert client.get(f"{PAGE}table.csv").content.decode().splitlines()[1].split(",")[3] == ""


def test_an_agency_that_published_nothing_is_not_there():
    VersionFactory()

    assert quality(TODAY) == []
    assert totals([]) == NO_GRADES


@pytest.mark.parametrize(
    ("counts", "pieces"),
    [
        ({}, []),
        ({"good": 3}, [("good", 0, 100)]),
        ({"good": 1, "none": 1}, [("good", 50, 50), ("none", 0, 50)]),
        ({"good": 1, "weak": 1, "poor": 1}, [("good", 66.67, 33.33), ("weak", 33.33, 33.34), ("poor", 0, 33.33)]),
    ],
)
def test_a_bar_is_filled_from_the_right_and_whole(counts, pieces):
    found = stacked(NO_GRADES | counts)

    assert [(one.code, one.start, one.width) for one in found] == pieces
    assert not found or round(sum(one.width for one in found), 2) == 100


def test_the_page_says_as_of_when_and_of_which_weights(client, agency):
    scored(agency, 90, None)

    page = told(client.get(PAGE))

    for said in ("سازمان خانه", "۲ شناسنامهٔ منتشرشده", "نسخهٔ ۱ وزن‌ها", "خوب: ۱، بی‌نمره: ۱", "۵۰٪", "نه میانگین"):
        assert said in page


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["الف", "ب"]),
        ("?sort=good", ["ب", "الف"]),
        ("?sort=cards", ["الف", "ب"]),
        ("?sort=nowhere&state=nowhere", ["الف", "ب"]),
        ("?state=blocked", ["الف"]),
        ("?state=broken", []),
        ("?q=ب", ["ب"]),
    ],
)
def test_what_narrows_and_orders_the_table_lives_in_the_address(client, query, names):
    for name, totals_of in (("الف", [10, None]), ("ب", [90])):
        scored(OrganizationFactory(name=name, sort_key=name), *totals_of)

    page = client.get(f"{PAGE}table.csv{query}").content.decode().lstrip("\ufeff")

    rows = list(csv.DictReader(io.StringIO(page)))
    assert [row["دستگاه"] for row in rows] == names
    assert client.get(PAGE + query).status_code == 200
    if not query:
        assert (rows[0]["نارسا"], rows[0]["بی‌نمره"], rows[1]["درصد خوب"]) == ("1", "1", "100")


def test_an_empty_registry_says_so(client):
    assert "دستگاهی با این صافی‌ها نیست" in told(client.get(PAGE))


def test_the_page_asks_as_many_questions_for_many_agencies(client, agency, assert_same_cost):
    scored(agency, 90)

    assert_same_cost(lambda: client.get(PAGE), lambda: [scored(OrganizationFactory(), 80) for _ in range(4)])


def test_many_agencies_come_in_pages_and_the_file_has_all(client, monkeypatch):
    monkeypatch.setattr(quality_page, "A_BOARD", 2)
    names = [f"سازمان شمارهٔ {n}" for n in ("یک", "دو", "سه")]
    for name in names:
        scored(OrganizationFactory(name=name), 90)

    pages = [told(client.get(f"{PAGE}?page={n}")) for n in (1, 2)]
    file = client.get(f"{PAGE}table.csv").content.decode()

    assert [sum(f"{name}</a>" in page for name in names) for page in pages] == [2, 1]
    assert all("۳ دستگاه" in page for page in pages)
    assert all(name in file for name in names)
