"""The page of the yardsticks: the centre states and reads them, the same role elsewhere and offices get 404."""

import csv
import io

import pytest

from khedmat.cards.models import StatutoryLimit, TreasuryList
from tests.factories.cards import ServiceFactory, VersionFactory, identified
from tests.factories.people import OrganizationFactory, UserFactory, centre, person

pytestmark = pytest.mark.django_db
PAGE, CODE = "/desk/yardsticks/", "13031466000"
LIMIT = {"form": "limit", "limit-value": "۱۵", "limit-unit": "day", "limit-source": "مادهٔ ۵ قانون نمونه"}


def told(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def gas():
    return VersionFactory(service=identified(ServiceFactory(), CODE), published=True, card={"title": "انشعاب گاز"})


@pytest.mark.parametrize("role", ["reviewer", "publisher"])
@pytest.mark.parametrize("typed", [CODE, "۱۳۰۳-۱۴۶۶-۰۰۰", "number"])
def test_the_centre_states_a_limit_by_any_writing_of_the_service(client_for, gas, role, typed):
    typed = str(gas.service_id) if typed == "number" else typed

    page = client_for(person(role, centre())).post(PAGE, LIMIT | {"limit-service": typed}, follow=True)

    limit = StatutoryLimit.objects.get()
    assert (limit.service, limit.value, limit.is_working) == (gas.service, 15, False)
    assert "انشعاب گاز" in told(page)
    assert "<strong>۱۵ روز</strong>" in told(page)
    assert "مادهٔ ۵ قانون نمونه" in told(page)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"limit-service": "13031466999"}, "خدمتی با این شناسه"),
        ({"limit-service": "²"}, "خدمتی با این شناسه"),
        ({"limit-value": "0"}, "field-error"),
        ({"limit-value": "ده"}, "field-error"),
        ({"limit-unit": "century"}, "field-error"),
        ({"limit-source": " "}, "سند را بنویسید"),
    ],
)
def test_a_refusal_stands_in_the_form_and_what_was_typed_is_kept(client_for, gas, changes, sentence):
    page = told(client_for(person("reviewer", centre())).post(PAGE, LIMIT | {"limit-service": CODE} | changes))

    assert sentence in page
    assert not StatutoryLimit.objects.exists()
    if "limit-source" not in changes:
        assert "مادهٔ ۵ قانون نمونه" in page


def test_the_accounts_of_the_treasury_are_pasted_counted_and_not_shown(client_for):
    client = client_for(person("publisher", centre()))

    page = client.post(
        PAGE,
        {"form": "accounts", "accounts-accounts": "۲۱۷۶۴۵۹۰۰۱۰۰۹\n40012345678", "accounts-source": "نامهٔ خزانه"},
        follow=True,
    )
    empty = client.post(PAGE, {"form": "accounts", "accounts-accounts": "هیچ", "accounts-source": "نامه"})

    assert TreasuryList.objects.get().accounts == ["2176459001009", "40012345678"]
    assert "۲ شماره‌حساب" in told(page)
    assert "40012345678" not in told(page)
    assert "هیچ شماره‌حسابی نیست" in told(empty)


@pytest.mark.parametrize("where", ["author here", "reviewer elsewhere", "nowhere"])
def test_others_have_no_such_page(client_for, gas, where):
    role, _, place = where.partition(" ")
    agency = gas.service.owner if place == "here" else OrganizationFactory()
    user = person(role, agency) if place else UserFactory()

    answers = [
        client_for(user).get(PAGE),
        client_for(user).post(PAGE, LIMIT),
        client_for(user).get(f"{PAGE}limits.csv"),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert not StatutoryLimit.objects.exists()


def test_nobody_is_asked_to_sign_in(client):
    assert client.get(PAGE)["Location"].startswith("/account/login/")


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["نصب کنتور", "انشعاب گاز"]),
        ("?sort=code", ["انشعاب گاز", "نصب کنتور"]),
        ("?q=گاز", ["انشعاب گاز"]),
        ("?q=۱۳۰۳۱۴۶۶۱۰۰", ["نصب کنتور"]),
        ("?q=هیچ", []),
        ("?q=%00&sort=x", ["نصب کنتور", "انشعاب گاز"]),
    ],
)
def test_limits_are_narrowed_ordered_and_taken_away_alike(client_for, gas, query, titles):
    client = client_for(person("reviewer", centre()))
    part = identified(ServiceFactory(), "13031466100")
    VersionFactory(service=part, published=True, card={"title": "نصب کنتور"})
    for code in (CODE, "13031466100"):
        client.post(PAGE, LIMIT | {"limit-service": code})

    page = client.get(PAGE + query)
    rows = list(csv.reader(io.StringIO(client.get(f"{PAGE}limits.csv{query}").content.decode("utf-8-sig"))))

    assert [one.title for one in page.context["page"].object_list] == titles
    assert [row[1] for row in rows[1:]] == titles
    assert ("مهلتی با این شناسه یا عنوان نیست" in told(page)) == (not titles)


@pytest.mark.parametrize(("query", "is_offered"), [("", False), ("?sort=code", False), ("?q=گاز", True)])
def test_all_limits_are_offered_where_a_word_narrowed_the_list(client_for, query, is_offered):
    page = told(client_for(person("reviewer", centre())).get(PAGE + query))

    assert ("همهٔ مهلت‌ها" in page) == is_offered
    assert ("مهلتی نوشته نشده است" in page) != is_offered


def test_the_page_asks_twelve_questions_at_most(client_for, django_assert_max_num_queries):
    client = client_for(person("reviewer", centre()))
    for _number in range(30):
        version = VersionFactory(published=True)
        client.post(PAGE, LIMIT | {"limit-service": str(version.service_id)})

    with django_assert_max_num_queries(12):
        page = client.get(PAGE)

    assert len(page.context["page"].object_list) == 30
