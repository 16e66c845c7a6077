"""How provinces differ: the map, the table, the file, and the list over all services."""

import csv
import io

import pytest
from selectolax.lexbor import LexborHTMLParser

from khedmat.cards import checking
from khedmat.cards.copies.deviating import Deviation
from khedmat.web.geography import MAP
from khedmat.web.public.differing import in_words
from khedmat.web.public.tiles import NARROW, ROWS, tiles
from tests.factories.cards import VersionFactory
from tests.factories.copies import copy_of, national, new_template, province

pytestmark = pytest.mark.django_db
FIVE = {"card.average_duration.text": None, "card.average_duration.value": 5}
FREE = {"card.cost.free": True, "card.cost.items": []}


@pytest.fixture
def world(monkeypatch):
    """Kerman is two days faster and free, Yazd two days slower, Tehran has a copy that nobody published."""
    monkeypatch.setattr(checking, "check", lambda document: [])
    here = national()
    copy_of(here, "published", average_duration={**FIVE, "card.average_duration.value": 1}, cost=FREE)
    copy_of(here, "published", at_office=province(here.owner, "یزد", "21"), average_duration=FIVE)
    copy_of(here, "approved", at_office=province(here.owner, "تهران", "23"))
    return here


def page_of(client, world, query=""):
    return client.get(f"/services/{world.service.pk}/provinces/{query}").content.decode()


def names(page):
    return [node.text() for node in LexborHTMLParser(page).css("tbody th a")]


def sides(page):
    """Name on the tile → its class."""
    found = LexborHTMLParser(page).css(".tile-map-wide g")
    words = [" ".join(span.text() for span in tile.css("tspan:not(.tile-sign)")) for tile in found]
    return dict(zip(words, (tile.attributes["class"].removeprefix("tile tile-") for tile in found), strict=True))


@pytest.mark.parametrize("rows", [ROWS, NARROW], ids=["desk", "phone"])
def test_the_grid_holds_every_province_once(rows):
    codes = [code for row in rows for code in row if code]

    assert sorted(codes) == [province.code for province in MAP.provinces]


@pytest.mark.parametrize("rows", [ROWS, NARROW], ids=["desk", "phone"])
def test_tiles_do_not_lie_on_each_other_and_stay_inside(rows):
    made = tiles({}, rows)

    assert len({(tile.x, tile.y) for tile in made.tiles}) == 31
    assert all(tile.x + 64 <= made.width and tile.y + 50 <= made.height for tile in made.tiles)


def test_the_table_says_the_difference_in_words(client, world):
    page = page_of(client, world)

    for words in ("۲ روز کمتر", "۲ روز بیشتر", "۲۵۰٬۰۰۰ ریال کمتر", "رایگان", "الگوی ملی"):
        assert words in page
    assert set(names(page)) == {"کرمان", "یزد"}
    assert "تهران" not in names(page)


def test_the_map_shows_each_province_in_its_class_with_a_sign(client, world):
    of_time, of_cost = sides(page_of(client, world)), sides(page_of(client, world, "?map=cost"))

    assert len(of_time) == 31
    assert (of_time["کرمان"], of_time["یزد"], of_time["تهران"]) == ("less", "more", "none")
    assert (of_cost["کرمان"], of_cost["یزد"]) == ("less", "same")
    signs = [node.text() for node in LexborHTMLParser(page_of(client, world)).css(".tile-map-wide .tile-sign")]
    assert sorted(signs) == ["▲", "▼"]


@pytest.mark.parametrize("query", ["?sort=average_duration", "?sort=average_duration&map=visits"])
def test_the_slowest_province_comes_first_where_it_is_sorted_by_time(client, world, query):
    assert names(page_of(client, world, query)) == ["یزد", "کرمان"]


@pytest.mark.parametrize("query", ["", "?sort=nothing&map=nothing", "?sort=&map="])
def test_what_is_no_measure_sorts_by_name_and_shows_the_first_map(client, world, query):
    page = page_of(client, world, query)

    assert names(page) == ["کرمان", "یزد"]
    assert "نقشهٔ زمان" in page


def test_the_file_says_the_same_with_figures(client, world):
    answer = client.get(f"/services/{world.service.pk}/provinces.csv?sort=average_duration")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))

    assert [row["استان"] for row in rows] == ["الگوی ملی", "یزد", "کرمان"]
    assert [row["زمان، تفاوت به عدد"] for row in rows] == ["", "48", "-48"]
    assert rows[2]["هزینه، تفاوت به عدد"] == "-250000"
    assert "attachment" in answer["Content-Disposition"]


def test_a_new_template_moves_all_figures(client, world):
    new_template(world, average_duration={"value": 1, "unit": "day"})

    page = page_of(client, world)

    assert "۴ روز بیشتر" in page
    assert sides(page)["کرمان"] == "same"


def test_a_service_without_copies_says_so(client, world):
    other = VersionFactory(stage="published")

    assert "استانی جداگانه ننوشته است" in page_of(client, other)
    assert client.get("/services/999999/provinces/").status_code == 404


def test_the_list_over_services_counts_provinces_on_each_side(client, world):
    page = client.get("/provinces/").content.decode()

    assert f'href="/services/{world.service.pk}/provinces/"' in page
    assert "کمتر از الگو:" in page
    assert "بیشتر از الگو:" in page


def test_without_copies_the_list_is_empty_in_words(client, monkeypatch):
    assert "هنوز نسخهٔ استانی منتشر نشده است" in client.get("/provinces/").content.decode()


def test_pages_ask_as_much_whatever_the_copies(client, world, assert_same_cost):
    def grow():
        for code in ("22", "24"):
            copy_of(world, "published", at_office=province(world.owner, code, code))

    assert_same_cost(lambda: (page_of(client, world), client.get("/provinces/")), grow)


@pytest.mark.parametrize(
    ("measure", "found", "words"),
    [
        ("average_duration", Deviation("more", 48), "۲ روز بیشتر"),
        ("average_duration", Deviation("less", -6), "۶ ساعت کمتر"),
        ("average_duration", Deviation("more", 36), "۱٫۵ روز بیشتر"),
        ("cost", Deviation("more", 50_000), "۵۰٬۰۰۰ ریال بیشتر"),
        ("visits", Deviation("less", -2), "۲ بار کمتر"),
        ("visits", Deviation("same", 0), "برابر"),
        ("cost", Deviation("other"), "دیگرگونه"),
    ],
)
def test_a_difference_reads_as_people_say_it(measure, found, words):
    assert in_words(measure, found) == words


def test_the_legend_counts_provinces_in_each_class_and_does_not_count_those_without_a_copy(client, world):
    items = [node.text(separator=" ") for node in LexborHTMLParser(page_of(client, world)).css(".tile-legend li")]

    assert len(items) == 5
    assert [item.split()[-1] for item in items[:4]] == ["۱", "۰", "۱", "۰"]
    assert items[4].split() == ["نسخهٔ", "استانی", "ندارد"]


def test_the_first_row_of_the_file_names_every_column_once(client, world):
    answer = client.get(f"/services/{world.service.pk}/provinces.csv").content.decode("utf-8-sig")
    heads = next(csv.reader(io.StringIO(answer)))

    assert len(heads) == len(set(heads)) == 12
    assert heads[:5] == ["کد", "استان", "زمان", "زمان، تفاوت", "زمان، تفاوت به عدد"]
