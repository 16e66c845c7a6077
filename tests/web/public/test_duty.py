"""The public board of article 2."""

import csv
import io

import pytest

from khedmat.web.public import duty
from tests.factories.cards import VersionFactory
from tests.factories.duty import a_round
from tests.factories.people import OrganizationFactory
from tests.factories.titles import titles_of

pytestmark = pytest.mark.django_db
BOARD = "/duty/"


def told(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def agencies():
    late, busy = OrganizationFactory(name="سازمان دیرکرده"), OrganizationFactory(name="سازمان کوشا")
    titles_of(busy, "یک عنوان")
    VersionFactory(service__owner=busy, stage="published")
    return late, busy


def test_without_a_round_the_board_says_what_to_do(client):
    assert "هنوز دوره‌ای باز نشده است" in told(client.get(BOARD))
    assert client.get(f"{BOARD}board.csv").status_code == 404


def test_a_late_agency_is_named_with_its_days_and_what_is_unknown_is_said(client, agencies):
    a_round()

    page = told(client.get(f"{BOARD}?state=late&q=دیرکرده"))

    assert "سازمان دیرکرده" in page
    assert "سازمان کوشا</a>" not in page
    assert "تأیید نشده" in page
    assert "سنجیده نشده" in page
    assert "۱ دستگاه" in page


def test_filters_and_order_live_in_the_address(client, agencies):
    a_round()

    done = told(client.get(f"{BOARD}?state=done"))
    ordered = told(client.get(f"{BOARD}?sort=titles"))
    unknown = told(client.get(f"{BOARD}?sort=x&state=y&round=999"))

    assert "سازمان دیرکرده" not in done
    assert ordered.index("سازمان کوشا") < ordered.index("سازمان دیرکرده")
    assert "سازمان دیرکرده" in unknown


def test_nothing_found_says_what_to_do(client, agencies):
    a_round()

    assert "دستگاهی با این صافی‌ها نیست" in told(client.get(f"{BOARD}?q=ناموجود"))


def test_the_table_is_taken_away_as_it_is_seen(client, agencies):
    a_round()

    answer = client.get(f"{BOARD}board.csv?q=سازمان&sort=titles")

    head, first, *_rest = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert head[:4] == ["شناسه", "دستگاه", "روز دیرکرد", "عنوان تأییدشده"]
    assert first[1:9] == ["سازمان کوشا", "10", "1", "1", "1", "0", "1", ""]


def test_an_older_round_is_picked(client, agencies):
    old = a_round(regulation="200/145", owing="chosen", agencies=(agencies[0].code,))
    a_round()

    page = told(client.get(f"{BOARD}?round={old.pk}"))

    assert "۲۰۰/۱۴۵" in page
    assert "سازمان کوشا</a>" not in page


def test_the_page_asks_few_questions_and_sets_no_cookie(client, agencies, django_assert_max_num_queries):
    a_round()

    with django_assert_max_num_queries(7):
        answer = client.get(BOARD)

    assert not answer.cookies
    assert "s-maxage=10" in answer["Cache-Control"]


def test_a_long_board_comes_in_pages_that_keep_its_filters_and_the_file_has_all(client, monkeypatch):
    monkeypatch.setattr(duty, "A_BOARD", 2)
    names = [f"سازمان شمارهٔ {n}" for n in ("یک", "دو", "سه")]
    for name in names:
        OrganizationFactory(name=name)
    a_round()

    pages = [told(client.get(f"{BOARD}?q=شمارهٔ&sort=late&page={n}")) for n in (1, 2)]
    file = client.get(f"{BOARD}board.csv?q=شمارهٔ&page=2").content.decode()

    assert [sum(f"{name}</a>" in page for name in names) for page in pages] == [2, 1]
    assert all("۳ دستگاه" in page for page in pages)
    assert "sort=late&amp;page=2" in pages[0]
    assert all(name in file for name in names)
