"""What agencies report of a service, on its page, in the statistics and to take away."""

import csv
import io

import pytest

from tests.factories.cards import VersionFactory
from tests.factories.counts import LETTER, counted, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def version():
    return VersionFactory(published=True, card={"recipients": {"count": 900, "per": "year"}})


def words(client, address):
    return " ".join(client.get(address).content.decode().split())


def page(client, version):
    return words(client, f"/services/{version.service_id}/")


def test_reported_years_stand_beside_what_the_card_declares(client, version):
    rows = [told(version, "1403", received=1200, done=0), told(version, "1404-01", received=50)]
    counted(version, *rows)

    said = page(client, version)

    for one in ("آمار این خدمت", "۹۰۰ گیرنده", "۱٬۲۰۰", "گزارش سالانه", "گزارش ۱ ماه", "نامهٔ ۱۲۳/د", "نامعلوم"):
        assert one in said
    assert "<td>۰</td>" in said
    assert '<rect class="duty-part" x="96" width="4"' in said


def test_what_was_not_offered_is_neither_zero_nor_unknown(client, version):
    counted(version, told(version, "1404", not_offered=True))

    said = page(client, version)

    assert '<td colspan="3">ارائه نشده است</td>' in said
    assert "نامعلوم" not in said


def test_without_a_report_the_page_has_no_such_part(client, version):
    assert "آمار این خدمت" not in page(client, version)


def test_the_card_of_a_province_does_not_bear_the_numbers_of_the_country(client, version):
    counted(version)

    assert "آمار این خدمت" not in words(client, f"/services/{version.service_id}/card/")


def test_the_page_asks_at_most_four_questions(client, version, django_assert_max_num_queries):
    counted(version, *(told(version, f"1404-{month:02}", received=month) for month in range(1, 13)))

    with django_assert_max_num_queries(4):
        assert "۷۸" in page(client, version)


def test_reports_can_be_taken_away_with_where_they_are_from(client, version):
    (first,) = counted(version)
    counted(version, told(version, received=7, channel="in_person"), told(version, corrects=first.row.pk, done=0))

    answer = client.get(f"/services/{version.service_id}/statistics.csv")

    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [(row["راه"], row["درخواست رسیده"], row["انجام‌شده"]) for row in rows] == [
        ("همهٔ راه‌ها با هم", "", "0"),
        ("مراجعهٔ حضوری", "7", ""),
    ]
    assert (rows[0]["اصلاح گزارش"], rows[0]["مأخذ"]) == (str(first.row.pk), LETTER)


def test_the_statistics_add_up_the_years_of_all_services(client, version):
    other = VersionFactory(published=True)
    for one, number in ((version, 1000), (other, 234)):
        counted(one, told(one, "1404", received=number))

    said = words(client, "/statistics/")

    assert '<th scope="row">۱۴۰۴</th><td>۲</td><td>۱٬۲۳۴</td><td>نامعلوم</td>' in said
    (year,) = client.get("/api/v1/statistics").json()["reported"]
    assert (year["year"], year["services"], year["received"], year["done"]) == (1404, 2, 1234, None)


def test_a_new_report_is_in_the_figures_at_once(client, version):
    client.get("/api/v1/statistics")
    counted(version)

    assert client.get("/api/v1/statistics").json()["reported"][0]["received"] == 120
