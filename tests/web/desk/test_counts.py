"""Counts at the desk: a form and the history of one service, rows pasted for many."""

import pytest

from khedmat.cards.models import ServiceCount
from tests.factories.cards import VersionFactory
from tests.factories.counts import LETTER, counted, told
from tests.factories.people import OrganizationFactory, person

pytestmark = pytest.mark.django_db
ROW = {"period": "مرداد ۱۴۰۴", "channel": "", "received": "۱٬۲۰۰", "source": "نامهٔ ۵"}


@pytest.fixture
def version():
    return VersionFactory(published=True)


@pytest.fixture
def author(version):
    return person("author", version.service.owner)


@pytest.fixture
def desk(client_for, author):
    return client_for(author)


def words(answer):
    return " ".join(answer.content.decode().split())


def of(version):
    return f"/desk/services/{version.service_id}/counts/"


def pasted(desk, version, *lines):
    said = {"organization": version.service.owner_id, "rows": "\n".join(lines)}
    return desk.post("/desk/counts/", said)


def test_an_author_reports_in_the_words_and_digits_of_people(desk, author, version):
    answer = desk.post(of(version), ROW | {"mean_days": "۲٫۵", "done": "0"})

    assert (answer.status_code, answer["Location"]) == (302, of(version))
    row = ServiceCount.objects.get()
    assert (row.period.code, row.received, row.done, row.refused) == ("1404-05", 1200, 0, None)
    assert (row.mean_days, row.source, row.by) == (2.5, "نامهٔ 5", author)


def test_the_history_shows_every_report_and_which_was_corrected(desk, version):
    (first,) = counted(version)
    counted(version, told(version, received=0, corrects=first.row.pk))

    said = words(desk.get(of(version)))

    assert said.count("مرداد ۱۴۰۴") >= 2
    assert "اصلاح شده است" in said
    assert "نامهٔ ۱۲۳/د" in said
    assert f"?correct={first.row.pk}" not in said


def test_a_correction_begins_with_what_stands_and_names_it(desk, version):
    (first,) = counted(version, told(version, received=1234, median_days=1.5))
    page = words(desk.get(f"{of(version)}?correct={first.row.pk}"))

    assert 'value="۱٬۲۳۴"' in page
    assert 'value="۱٫۵"' in page
    desk.post(of(version), ROW | {"received": "7", "corrects": f"{first.row.pk}"})

    assert ServiceCount.objects.get(corrects=first.row).received == 7


@pytest.mark.parametrize("key", ["999999", "x", "۱", "9" * 18, ""])
def test_a_correction_of_nothing_is_no_error(desk, version, key):
    assert desk.get(f"{of(version)}?correct={key}").status_code in (200, 404)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"period": "ژانویه"}, "این دوره خوانده نشد"),
        ({"period": ""}, "این دوره خوانده نشد"),
        ({"period": "۱۴۹۹"}, "هنوز به پایان نرسیده است"),
        ({"received": "-1"}, "این عدد خوانده نشد"),
        ({"received": "۱۲ تا"}, "این عدد خوانده نشد"),
        ({"received": "1.5"}, "این عدد خوانده نشد"),
        ({"received": "9" * 20}, "این عدد خوانده نشد"),
        ({"mean_days": "nan"}, "این عدد خوانده نشد"),
        ({"received": ""}, "هیچ عددی نیامده است"),
        ({"not_offered": "on"}, "هم عدد آمده است"),
        ({"source": ""}, "از کدام نامه"),
        ({"corrects": "99"}, "گزارش کنونی"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(desk, version, wrong, sentence):
    answer = desk.post(of(version), ROW | wrong)

    assert answer.status_code == 422
    assert sentence in words(answer)
    assert (wrong.get("source", "نامهٔ ۵") or "نامه") in words(answer)
    assert not ServiceCount.objects.exists()


def test_a_reader_of_the_office_sees_and_does_not_report(client_for, version):
    counted(version)
    client = client_for(person("reader", version.service.owner))

    page = words(client.get(of(version)))
    answer = client.post(of(version), ROW | {"period": "تیر ۱۴۰۴"})

    assert '<button type="submit" class="button">ثبت گزارش' not in page
    assert "نویسندگان و تأییدکنندگان" in words(answer)
    assert ServiceCount.objects.count() == 1


@pytest.mark.parametrize("role", ["author", "manager"])
def test_a_stranger_with_the_same_right_elsewhere_finds_nothing(client_for, version, role, caplog):
    counted(version)
    stranger = client_for(person(role, OrganizationFactory()))

    assert stranger.get(of(version)).status_code == 404
    assert stranger.post(of(version), ROW).status_code == 404
    assert "مرداد" not in words(stranger.get("/desk/counts/"))
    assert "another agency" in caplog.text


def test_rows_of_a_spreadsheet_are_pasted_as_they_are_copied(desk, version):
    other = VersionFactory(published=True, service__owner=version.service.owner)
    lines = [
        f"{version.service_id}\tمرداد ۱۴۰۴\tمراجعهٔ حضوری\t۱٬۲۰۰\t۰\t\t۲٫۵\t\t\t{LETTER}",
        f"{other.service_id},1404-S2,,,,,,,بله,نامهٔ ۷",
        f"{other.service_id},1404-S1,sms,5,,,,,خیر,نامهٔ ۷",
    ]

    assert pasted(desk, version, *lines, "", " ").status_code == 302

    rows = ServiceCount.objects.order_by("pk").values_list("channel", "received", "done", "mean_days", "not_offered")
    assert list(rows) == [
        ("in_person", 1200, 0, 2.5, False),
        ("", None, None, None, True),
        ("sms", 5, None, None, False),
    ]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("{pk},1404-13,,5,,,,,,n", "سطر ۲، دوره: این دوره خوانده نشد"),
        ("{pk},1404,کبوتر,5,,,,,,n", "سطر ۲، از کدام راه"),
        ("{pk},1404,,پنج,,,,,,n", "سطر ۲، درخواست رسیده: این عدد خوانده نشد"),
        ("{pk},1404,,5,,,,,,", "سطر ۲، مأخذ"),
        ("{pk},1404,,5,,,,,,n,1,2", "سطر ۲، اصلاح گزارش"),
        ("{pk}", "سطر ۲، دوره"),
        ("999999,1404,,5,,,,,,n", "ردیف ۲: «999999»"),
        ("x,1404,,5,,,,,,n", "ردیف ۲: «x»"),
    ],
)
def test_one_wrong_line_keeps_all_away_and_the_lines_stay(desk, version, line, sentence):
    good = f"{version.service_id},1403,,5,,,,,,نامه"

    answer = pasted(desk, version, good, line.format(pk=version.service_id))

    assert answer.status_code == 422
    assert sentence.replace("999999", "۹۹۹۹۹۹") in words(answer)
    assert good in words(answer)
    assert not ServiceCount.objects.exists()


@pytest.mark.parametrize("rows", ["", "\n" * 5, "x\n" * 1001, "ا" * 130_000, '"', "\t" * 50])
def test_no_paste_breaks_the_page(desk, version, rows):
    assert desk.post("/desk/counts/", {"organization": version.service.owner_id, "rows": rows}).status_code == 422


def test_rows_for_an_office_that_is_not_mine_are_refused(desk, version):
    foreign = VersionFactory(published=True)

    assert pasted(desk, foreign, f"{foreign.service_id},1404,,5,,,,,,n").status_code == 422
    assert not ServiceCount.objects.exists()


@pytest.mark.parametrize("address", ["/desk/counts/", None])
def test_the_pages_ask_the_same_whatever_the_rows(
    desk, version, address, assert_same_cost, django_assert_max_num_queries
):
    address = address or of(version)
    counted(version)

    with django_assert_max_num_queries(12):
        desk.get(address)
    assert_same_cost(
        lambda: desk.get(address),
        lambda: counted(version, *(told(version, f"1403-{month:02}", received=month) for month in range(1, 13))),
    )


def test_the_card_of_the_office_leads_here(desk, version):
    assert f'href="{of(version)}"' in words(desk.get(f"/desk/versions/{version.pk}/"))
