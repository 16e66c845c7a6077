"""T05 and M06: silent until the centre states a yardstick with its paper; then measured by the newest."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils.timezone import localdate

from khedmat.cards.checking import store_findings
from khedmat.cards.looking import Looked
from khedmat.cards.models import ServiceVersion, StatutoryLimit, TreasuryList
from khedmat.cards.standing_checks import standing_findings
from khedmat.cards.yardsticks.accounts import numbers_in, numbers_of
from khedmat.cards.yardsticks.actions import state_accounts, state_limit
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import OrganizationFactory, centre, person, publisher

pytestmark = pytest.mark.django_db
TODAY = localdate(NOW)
DAYS = {"value": 10.0, "unit": "day"}
PAID = {
    "items": [
        {"amount_rial": 250_000, "account": "حساب ۲۱۷۶۴۵۹۰۰۱۰۰۹ بانک ملی"},
        {"account": "IR06 0960 0000 0010 0324 2000 01"},
    ]
}


def found(version, rule):
    return [one for one in standing_findings([Looked(version, version.document)], on=TODAY)[0] if one.rule == rule]


def limit(version, value, unit="day", *, working=False, by=None):
    said = StatutoryLimit(service=version.service, value=value, unit=unit, is_working=working, source="قانون نمونه")
    return state_limit(said, by=by or publisher(), at=NOW)


def lasting(**duration):
    return VersionFactory(card={"average_duration": duration})


def test_without_a_yardstick_nothing_is_said():
    version = VersionFactory(card={"average_duration": DAYS, "cost": PAID})

    assert found(version, "T05") == found(version, "M06") == []


@pytest.mark.parametrize(
    ("duration", "stated", "is_longer"),
    [
        (DAYS, (10, "day", False), False),
        (DAYS, (9, "day", False), True),
        (DAYS, (1, "month", False), False),
        (DAYS, (1, "week", False), True),
        (DAYS, (8, "day", True), False),  # eight working days last eleven days of the calendar
        (DAYS | {"working": True}, (8, "day", True), True),
        ({"max": 20.0, "min": 1.0, "unit": "day"}, (15, "day", False), True),
        ({"value": 10.0}, (1, "day", False), False),
        ({"text": "بستگی دارد"}, (1, "day", False), False),
    ],
)
def test_a_duration_is_measured_by_the_limit_of_its_service(duration, stated, is_longer):
    version = lasting(**duration)
    value, unit, working = stated
    limit(version, value, unit, working=working)

    assert bool(found(version, "T05")) == is_longer


def test_the_finding_says_the_limit_and_its_paper():
    version = lasting(**DAYS)
    limit(version, 5, working=True)

    (one,) = found(version, "T05")

    assert (one.severity, one.field) == ("A", "card.average_duration")
    assert "۵ روز کاری" in one.message
    assert "قانون نمونه" in one.message


def test_the_newest_limit_speaks_and_one_without_a_value_takes_it_away():
    version = lasting(**DAYS)
    limit(version, 5), limit(version, 20)
    longer = found(version, "T05")
    limit(version, 5)
    shorter = found(version, "T05")
    limit(version, None)

    assert (longer, len(shorter), found(version, "T05")) == ([], 1, [])
    assert not StatutoryLimit.objects.in_force().exists()


def test_the_limit_of_another_service_says_nothing():
    limit(lasting(**DAYS), 5)

    assert found(lasting(**DAYS), "T05") == []


def test_an_account_that_is_not_on_the_whole_list_blocks_and_is_not_said():
    version = VersionFactory(card={"cost": PAID})
    state_accounts(["2176459001009"], source="نامهٔ خزانه", by=publisher(), at=NOW)

    (one,) = found(version, "M06")

    assert (one.severity, one.field) == ("B", "card.cost.items.1.account")
    assert "ردیف ۲" in one.message
    assert "نامهٔ خزانه" in one.message
    assert "0960" not in one.message + one.fix


def test_an_empty_list_takes_the_list_before_it_away():
    version = VersionFactory(card={"cost": PAID})
    for accounts in (["11111111"], []):
        state_accounts(accounts, source="نامهٔ خزانه", by=publisher(), at=NOW)

    assert found(version, "M06") == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("حساب ۲۱۷۶۴۵۹۰۰۱۰۰۹ بانک ملی", ["2176459001009"]),
        ("ir06-0960-0000-0010-0324-2000-01", ["IR060960000000100324200001"]),
        ("IR 060960000000100324200001", ["IR060960000000100324200001"]),
        ("2176.459.001.009 و 40012345678", ["2176459001009", "40012345678"]),
        ("شعبه ۱۲۳۴ سال ۱۴۰۴", []),
        ("۹" * 50, []),
        ("", []),
    ],
)
def test_numbers_of_accounts_are_read_however_they_are_grouped(text, numbers):
    assert numbers_in(text) == numbers


def test_a_pasted_list_is_a_line_an_account_each_once():
    assert numbers_of("2176459001009\n  ۲۱۷۶۴۵۹۰۰۱۰۰۹ \n\n40012345678") == ["2176459001009", "40012345678"]


@pytest.mark.parametrize("role", ["author", "approver", "reviewer", "publisher"])
def test_nobody_but_the_centre_states_a_yardstick(role):
    version = lasting(**DAYS)
    stranger = person(role, OrganizationFactory())

    with pytest.raises(ValidationError, match="بررسی‌کنندگان مرکز|مرکز بررسی"):
        limit(version, 5, by=stranger)
    with pytest.raises(ValidationError, match="مرکز"):
        state_accounts(["11111111"], source="نامه", by=stranger, at=NOW)

    assert not StatutoryLimit.objects.exists()
    assert not TreasuryList.objects.exists()


@pytest.mark.parametrize(("value", "source"), [(0, "قانون"), (10_001, "قانون"), (5, "")])
def test_a_limit_without_a_figure_or_a_paper_is_refused_in_words(value, source):
    said = StatutoryLimit(service=lasting(**DAYS).service, value=value, source=source)

    with pytest.raises(ValidationError, match="سندی دارد"):
        state_limit(said, by=person("reviewer", centre()), at=NOW)


def test_what_was_stated_is_never_changed_nor_deleted():
    stated = limit(lasting(**DAYS), 5)

    for change in (lambda: StatutoryLimit.objects.update(value=9), lambda: StatutoryLimit.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()

    assert StatutoryLimit.objects.get().value == stated.value


def test_cards_concerned_are_checked_anew_and_no_others():
    limited, other = (VersionFactory(published=True, checked_with="3", card={"average_duration": DAYS}) for _ in "ab")
    limit(limited, 5)
    after_limit = {one.pk: one.checked_with for one in ServiceVersion.objects.all()}

    paid = VersionFactory(published=True, checked_with="3", card={"cost": PAID})
    state_accounts(["11111111"], source="نامهٔ خزانه", by=publisher(), at=NOW)

    assert after_limit == {limited.pk: "", other.pk: "3"}
    assert ServiceVersion.objects.get(pk=paid.pk).checked_with == ""
    store_findings(ServiceVersion.objects.get(pk=paid.pk), on=TODAY)
    assert paid.findings.filter(rule="M06").count() == 2
