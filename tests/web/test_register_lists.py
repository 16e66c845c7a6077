"""Lists of the registers, of everybody and of the desk: narrowed, ordered, counted and taken away alike."""

import csv
import io
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from khedmat.cards.vocabulary import VOCABULARY
from khedmat.web.tables import WORKBOOK
from tests.cards.lines.test_kinds import version_with
from tests.factories.people import OrganizationFactory, UserFactory, centre, person
from tests.factories.popular import a_service, accepted, proposed
from tests.factories.registers import a_document, a_law, a_system, an_audience, an_element, steward

pytestmark = pytest.mark.django_db
DESK = "/desk/registers/"


def rows_of(answer):
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def titles_on(page):
    return [one.title for one in page.context["page"].object_list]


def desk_people():
    """A steward, somebody else of the centre, the same role elsewhere, somebody without any."""
    elsewhere = person("steward", OrganizationFactory())
    return [steward(), person("reviewer", centre()), elsewhere, UserFactory()]


def test_a_table_says_what_the_list_says_in_words_and_days(client):
    owner = OrganizationFactory(name="وزارت نمونه")
    a_system(code="trade", owner=owner, aliases=("تجارت‌خانه",)), a_system("آمار", code="stat")
    version_with()

    heads, first, second = rows_of(client.get("/systems/table.csv"))

    assert heads[:3] == ["نام در نشانی", "عنوان", "نام‌های دیگر"]
    assert (first[0], first[2], first[3], first[-1]) == ("trade", "تجارت‌خانه", "وزارت نمونه", "1")
    assert (second[0], second[2], second[3], second[-1]) == ("stat", "", "", "0")


def test_a_day_of_a_law_is_one_that_programs_read(client):
    a_law("قانون نمونه", day=date(2017, 7, 16))

    (_heads, row) = rows_of(client.get("/laws/table.csv"))

    assert "2017-07-16" in row
    assert "معتبر" in row


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/systems/", ["سامانهٔ جامع تجارت", "آمار"]),
        ("/systems/?sort=title", ["آمار", "سامانهٔ جامع تجارت"]),
        ("/systems/?sort=edited", ["آمار", "سامانهٔ جامع تجارت"]),
        ("/systems/?sort=%00", ["سامانهٔ جامع تجارت", "آمار"]),
        ("/systems/?q=آمار", ["آمار"]),
        ("/systems/?state=running", ["سامانهٔ جامع تجارت", "آمار"]),
        ("/systems/?state=closed", []),
        ("/systems/?state=x", ["سامانهٔ جامع تجارت", "آمار"]),
    ],
)
def test_what_narrows_and_orders_a_list_does_so_in_its_table(client, address, expected):
    a_system(), a_system("آمار", revision=7)
    version_with()
    path, _, query = address.partition("?")

    table = rows_of(client.get(f"{path}table.csv?{query}"))

    assert titles_on(client.get(address)) == expected
    assert [row[1] for row in table[1:]] == expected


def test_laws_are_narrowed_by_kind_and_documents_by_what_they_tell_of_people(client):
    a_law("قانون نمونه", kind="law"), a_law("آیین‌نامهٔ نمونه", kind="regulation")
    a_document("کارت ملی", personal_data="personal"), a_document("پروانه", personal_data="none")

    assert titles_on(client.get("/laws/?kind=regulation")) == ["آیین‌نامهٔ نمونه"]
    assert titles_on(client.get("/documents/?personal_data=personal")) == ["کارت ملی"]


def test_a_workbook_holds_the_same_rows_and_reckons_nothing(client):
    a_system("=1+1", code="sum")
    version_with()

    answer = client.get("/systems/table.xlsx")

    (sheet,) = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).sheet_names
    _heads, row = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_name(sheet).to_python()
    assert answer["Content-Type"] == WORKBOOK
    assert (row[1], row[2], row[-1]) == ("=1+1", "", 0)


@pytest.mark.parametrize("path", ["documents", "systems", "laws", "audiences", "codes"])
def test_a_public_table_is_taken_from_its_page_in_both_kinds(client, path):
    page = client.get(f"/{path}/").content.decode()

    for kind in ("csv", "xlsx"):
        assert f'href="/{path}/table.{kind}"' in page
        assert client.get(f"/{path}/table.{kind}").status_code == 200


def test_all_code_lists_stand_in_one_table(client):
    heads, *rows = rows_of(client.get("/codes/table.csv"))

    said = {(row[1], row[2]) for row in rows}
    assert len(heads) == 5
    assert {("service_type", value) for value in VOCABULARY["service_type"]} <= said


@pytest.mark.parametrize("register", ["documents", "laws", "systems", "elements", "audiences"])
def test_everybody_signed_in_reads_and_takes_a_list_and_nobody_else_does(client, client_for, register):
    a_document(), a_law(), a_system(), an_element(), an_audience()

    for user in desk_people():
        page = client_for(user).get(f"{DESK}{register}/")
        table = client_for(user).get(f"{DESK}{register}/table.csv")
        assert [row[1] for row in rows_of(table)[1:]] == titles_on(page)
        assert f"{DESK}{register}/table.xlsx" in page.content.decode()

    assert client.get(f"{DESK}{register}/table.csv").status_code == 302


@pytest.mark.parametrize("register", ["documents", "laws", "systems", "elements", "audiences"])
def test_a_list_of_the_desk_asks_twelve_questions_at_most(client_for, register, django_assert_max_num_queries):
    make = {"laws": a_law, "systems": a_system, "elements": an_element, "audiences": an_audience}.get(
        register, a_document
    )
    for number in range(60):
        make(f"نام {number}")
    browser = client_for(steward())

    with django_assert_max_num_queries(12):
        page = browser.get(f"{DESK}{register}/")
    with django_assert_max_num_queries(12):
        browser.get(f"{DESK}{register}/table.xlsx")

    assert len(titles_on(page)) == 50


def test_a_list_of_the_desk_stands_by_title_until_asked_otherwise(client_for):
    a_system(), a_system("آمار")
    version_with()
    browser = client_for(steward())

    assert titles_on(browser.get(f"{DESK}systems/")) == ["آمار", "سامانهٔ جامع تجارت"]
    assert titles_on(browser.get(f"{DESK}systems/?sort=asked")) == ["سامانهٔ جامع تجارت", "آمار"]


def test_popular_names_are_taken_by_each_as_far_as_each_sees_them(client, client_for):
    service = a_service()
    accepted("پاسپورت", service), proposed("تذکره", service)
    own, stranger = person("author", service.owner), person("author", OrganizationFactory())
    address = f"{DESK}popular-names/table.csv"

    seen = {user.pk: {row[0] for row in rows_of(client_for(user).get(address))[1:]} for user in (own, stranger)}

    assert seen == {own.pk: {"پاسپورت", "تذکره"}, stranger.pk: {"پاسپورت"}}
    assert rows_of(client_for(steward()).get(f"{address}?sort=new"))[1][0] == "تذکره"
    assert client.get(address).status_code == 302
