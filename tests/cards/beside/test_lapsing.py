"""Prices that run out: their office hears of it once before and once after, and has a list of them."""

from datetime import timedelta

import pytest

from khedmat.cards import tasks
from khedmat.cards.beside.lapsing import lapsing, remind
from khedmat.cards.beside.lines import prices_in
from khedmat.cards.checking import store_findings
from khedmat.cards.models import PriceReminder, PriceTerm, ServiceVersion
from khedmat.notices.actions import mark_read
from khedmat.notices.letters import letter, subject
from khedmat.notices.models import Notice
from tests.cards.test_races import at_once
from tests.factories.beside import FEE, a_card, priced
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import OrganizationFactory, person

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
DAY = timedelta(days=1)


def listed(on=TODAY):
    return list(lapsing(ServiceVersion.objects.published(), on).order_by("pk"))


def nights(*days):
    """Each night's messages are read before the next comes."""
    for day in days:
        remind(at=NOW + day * DAY)
        for notice in Notice.objects.unread():
            mark_read(notice, by=notice.user, at=NOW + day * DAY)


def test_an_office_hears_a_fortnight_before_and_the_day_after_the_last_once_each():
    owner = OrganizationFactory(name="سازمان خانه")
    for _ in "ab":
        priced(a_card(published=True, service__owner=owner), TODAY + 30 * DAY)
    author, _others = person("author", owner), (person("reader", owner), person("author", OrganizationFactory()))

    nights(0, 15, 16, 16, 17, 30, 31, 31, 32, 40)

    told = [notice for notice in Notice.objects.order_by("pk") if notice.user == author]
    assert [subject(notice) for notice in told] == [
        "اعتبار هزینه‌های ۲ شناسنامهٔ «سازمان خانه» تا دو هفتهٔ دیگر به پایان می‌رسد",
        "اعتبار هزینه‌های ۲ شناسنامهٔ «سازمان خانه» به پایان رسید",
    ]
    assert [(notice.created_at - NOW).days for notice in told] == [16, 31]
    roles = Notice.objects.order_by().values_list("user__memberships__role", flat=True)
    assert set(roles) == {"author"}  # whoever said the prices is one of them


def test_the_letter_names_card_price_and_last_day():
    version = a_card(published=True)
    priced(version, TODAY)

    remind(at=NOW)

    body = letter(Notice.objects.get(), "email").body
    assert f"{version.title}: ۲۵۰٬۰۰۰ ریال – کارمزد صدور (۱ آذر ۱۴۰۵)" in body
    assert "/desk/?queue=prices" in body


def test_of_many_prices_ten_are_named_and_the_rest_are_counted():
    owner = OrganizationFactory()
    for _ in range(12):
        priced(a_card(published=True, service__owner=owner), TODAY)

    remind(at=NOW)

    body = letter(Notice.objects.first(), "email").body
    assert body.count("کارمزد صدور") == 10
    assert "و ۲ هزینهٔ دیگر" in body


def test_a_price_that_was_prolonged_waits_no_more_and_is_told_of_anew():
    version = a_card(published=True)
    author = person("author", version.service.owner)
    priced(version, TODAY + 5 * DAY, by=author)
    remind(at=NOW)
    assert (listed(), Notice.objects.unread().count()) == ([version], 1)

    priced(version, TODAY + 300 * DAY, by=author)

    assert (listed(), Notice.objects.unread().count()) == ([], 0)
    remind(at=NOW + 290 * DAY)
    assert Notice.objects.unread().count() == 1


def test_while_another_price_of_the_office_lapses_the_message_waits():
    owner = OrganizationFactory()
    author, versions = person("author", owner), [a_card(published=True, service__owner=owner) for _ in "ab"]
    for version in versions:
        priced(version, TODAY, by=author)
    remind(at=NOW)

    priced(versions[0], TODAY + 300 * DAY, by=author)
    assert Notice.objects.unread().count() == 1
    priced(versions[1], None, by=author)

    assert not Notice.objects.unread().exists()


def test_a_price_that_has_run_out_stays_in_the_list_until_it_holds():
    version = a_card(published=True)
    priced(version, TODAY)
    remind(at=NOW)
    store_findings(version, on=TODAY + DAY)

    assert listed(TODAY + DAY) == [version]


@pytest.mark.parametrize("stage", ["draft", "submitted", "suspended"])
def test_of_what_is_not_before_the_public_nobody_hears(stage):
    priced(a_card(stage=stage), TODAY)

    assert remind(at=NOW) == 0


@pytest.mark.parametrize(("price", "told"), [(FEE, 1), ({"amount_rial": 10, "text": "هزینهٔ دیگر"}, 0)])
def test_a_line_is_told_of_while_the_published_version_has_it(price, told):
    earlier = a_card(stage="replaced")
    line, by = prices_in(earlier.document.card)[0], person("author", earlier.service.owner)
    PriceTerm.objects.create(version=earlier, letters=line.letters, valid_until=TODAY, by=by, at=NOW)
    a_card(prices=(price,), published=True, service=earlier.service, number=2)

    assert remind(at=NOW) == told


def test_two_prices_of_a_card_are_one_card():
    version = a_card(prices=(FEE, {"amount_rial": 10, "text": "تمبر"}), published=True)
    author = person("author", version.service.owner)
    priced(version, TODAY, by=author)

    remind(at=NOW)

    assert Notice.objects.get().context["count"] == "۱"
    assert PriceReminder.objects.count() == 1


def test_the_night_is_that_of_its_timestamp():
    priced(a_card(published=True), TODAY + 20 * DAY)

    assert tasks.remind_prices(timestamp=int(NOW.timestamp())) == 0
    assert tasks.remind_prices(timestamp=int((NOW + 10 * DAY).timestamp())) == 1


def test_the_list_costs_one_question_whatever_the_rows(django_assert_num_queries):
    for _ in "abc":
        priced(a_card(published=True), TODAY)
    VersionFactory(published=True)
    remind(at=NOW)

    with django_assert_num_queries(1):
        assert len(listed()) == 3


@pytest.mark.django_db(transaction=True)
def test_two_nights_at_once_tell_once():
    version = a_card(published=True)
    priced(version, TODAY)

    at_once(*[lambda: remind(at=NOW)] * 2)

    assert (PriceReminder.objects.count(), Notice.objects.count()) == (1, 1)
