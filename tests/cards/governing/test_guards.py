"""What was decided about rules never changes: asked of the database itself."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction

from khedmat.cards.models import Dismissal, DismissalEnd, RuleCount, SeverityChange
from tests.factories.governing import LATER, checked, dismissed
from tests.factories.people import centre, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed():
    """Who, as whom, when and why."""
    return {
        "by": person("reviewer", centre()),
        "as_role": "reviewer",
        "as_organization": centre(),
        "at": LATER,
        "reason": "چون",
    }


@pytest.fixture
def rows(signed):
    """One row of each table that is a log."""
    dismissal = dismissed(checked())
    end = DismissalEnd.objects.create(dismissal=dismissal, **signed)
    return [dismissal, end, SeverityChange.objects.create(rule="C02", severity="N", **signed)]


def refused(act):
    """The database raises, and the transaction around goes on."""
    with pytest.raises(DatabaseError), transaction.atomic():
        act()


def test_no_row_is_changed_or_deleted_or_emptied(rows):
    for row in rows:
        table = type(row)
        refused(lambda table=table: table.objects.update(reason="دیگر"))
        refused(lambda row=row: row.delete())
        refused(lambda table=table: empty(table._meta.db_table))


def empty(table):
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {table} CASCADE")


@pytest.mark.parametrize("table", [SeverityChange, DismissalEnd])
def test_without_a_reason_nothing_is_written(signed, table):
    values = {"rule": "C02", "severity": "N"} if table is SeverityChange else {"dismissal": dismissed(checked())}

    refused(lambda: table.objects.create(**values, **signed | {"reason": ""}))


def test_a_rule_never_becomes_a_blocker(signed):
    refused(lambda: SeverityChange.objects.create(rule="C02", severity="B", **signed))


def test_a_dismissal_ends_once(signed):
    row = dismissed(checked())
    DismissalEnd.objects.create(dismissal=row, **signed)

    refused(lambda: DismissalEnd.objects.create(dismissal=row, **signed))


def test_a_part_is_never_more_than_the_whole():
    counts = {"rule": "C02", "sent": 1, "services": 1, "counted_at": LATER}

    refused(lambda: RuleCount.objects.create(in_force=0, dismissed=2, **counts))
    refused(lambda: RuleCount.objects.create(in_force=2, dismissed=0, **counts))


def test_what_the_database_refuses_is_said_in_persian(signed):
    row = SeverityChange(rule="C02", severity="N", **signed | {"reason": ""})

    with pytest.raises(ValidationError, match="دلیل را بنویسید"):
        row.validate_constraints()
    with pytest.raises(ValidationError, match="از مانع انتشار چشم پوشیده نمی"):
        Dismissal(severity="B", reason="چون").validate_constraints()
