"""Questions written once: the same rows as of a query set that is written each time, whatever is given."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import psycopg
import pytest
from django.db import connection
from django.db.models import Exists, F, IntegerField, OuterRef, Value, Window
from django.db.models.functions import Concat, RowNumber
from django.test.utils import CaptureQueriesContext

from khedmat.core.asked import ON, USER, Asked, Given, Prepared, among
from khedmat.organizations.models import Membership, Organization, Place
from tests.factories.people import MembershipFactory, OrganizationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def family():
    parent = OrganizationFactory(name="والد")
    return parent, [OrganizationFactory(parent=parent, name=name) for name in ("الف", "ب")], OrganizationFactory()


def children(parent):
    return Organization.objects.filter(parent=parent).select_related("parent").order_by("pk")


def test_it_finds_what_the_query_set_finds_with_each_value(family):
    parent, ours, other = family
    asked = Asked(lambda: children(Given("parent")))

    assert [list(asked(parent=one.pk)) for one in (parent, other, parent)] == [ours, [], ours]


def test_it_is_written_once_and_asked_each_time(family):
    written = []
    asked = Asked(lambda: written.append(1) or children(Given("parent")))
    with CaptureQueriesContext(connection) as captured:
        for one in (*family[1], family[0]):
            list(asked(parent=one.pk))

    assert (len(written), len(captured)) == (1, 3)


def test_what_is_joined_needs_no_further_question(family):
    parent, _ours, _other = family
    rows = list(Asked(lambda: children(Given("parent")))(parent=parent.pk))
    with CaptureQueriesContext(connection) as captured:
        names = {one.parent.name for one in rows}

    assert names == {"والد"}
    assert not captured.captured_queries


def test_a_value_that_is_given_twice_stands_in_both_places(family):
    parent, ours, _other = family
    held = Exists(Organization.objects.filter(parent=OuterRef("parent"), name=Given("name")))
    asked = Asked(lambda: children(Given("parent")).filter(name=Given("name")).annotate(is_held=held))
    rows = list(asked(parent=parent.pk, name="ب"))

    assert rows == ours[1:]
    assert rows[0].is_held is True


def test_columns_are_read_as_of_a_list_of_values(family):
    parent, _ours, _other = family
    asked = Asked(lambda: children(Given("parent")).values_list("name", "parent__name"))

    assert list(asked(parent=parent.pk)) == [("الف", "والد"), ("ب", "والد")]


def test_two_that_are_read_at_once_do_not_disturb_each_other(family):
    parent, ours, other = family
    OrganizationFactory(parent=other)
    asked = Asked(lambda: children(Given("parent")))
    one, another = asked(parent=parent.pk), asked(parent=other.pk)

    assert (len(another), list(one)) == (1, ours)


def test_what_somebody_typed_is_a_value_and_never_a_part_of_the_question(family):
    asked = Asked(lambda: Place.objects.filter(code=Given("code")))

    assert list(asked(code="'; DROP TABLE x; --%s")) == []


def test_a_value_that_is_missing_is_not_guessed():
    with pytest.raises(KeyError, match="parent"):
        Asked(lambda: children(Given("parent")))()


def test_threads_write_it_once():
    written = []
    asked = Asked(lambda: written.append(1) or children(Given("parent")))
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda key: asked(parent=key).query.get_compiler("default").as_sql(), range(20)))

    assert written == [1]


def test_its_plan_is_kept_by_the_connection(family):
    asked = Asked(lambda: children(Given("parent")).filter(name__in=["الف", "ب"]))
    for one in (*family[1], family[0]):
        list(asked(parent=one.pk))
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements WHERE statement LIKE '%organizations_org%'")
        planned = [sql for (sql,) in cursor.fetchall()]

    assert len(planned) == len(set(planned)) == 1
    assert "$1" in planned[0]
    assert "IN ('الف', 'ب')" in planned[0]


def test_what_is_written_in_may_hold_any_sign(family):
    parent, ours, _other = family
    signed = Concat(F("name"), Value(" 100% of 'it' \\ %s"))
    asked = Asked(lambda: children(Given("parent")).annotate(signed=signed).filter(signed__contains="0% of 'it'"))

    assert [one.signed for one in asked(parent=parent.pk)] == [f"{one.name} 100% of 'it' \\ %s" for one in ours]


def test_a_column_that_another_host_made_of_another_type_is_read_as_it_is_now():
    said = "SELECT name FROM migrated_things WHERE name <> %s"
    given = connection.get_connection_params()
    with psycopg.connect(**given, autocommit=True) as asking, psycopg.connect(**given, autocommit=True) as migrating:
        migrating.execute("CREATE TABLE migrated_things (name varchar(5)); INSERT INTO migrated_things VALUES ('۱۲')")
        try:
            seen = Prepared(asking).execute(said, [""]).fetchone()
            migrating.execute("ALTER TABLE migrated_things ALTER name TYPE varchar(9)")
            again = Prepared(asking).execute(said, [""]).fetchone()
        finally:
            migrating.execute("DROP TABLE migrated_things")

    assert seen == again == ("۱۲",)


@pytest.mark.parametrize("many", [0, 1, 2])
def test_a_list_is_told_with_any_number_of_values(family, many):
    _parent, ours, _other = family
    asked = Asked(lambda: Organization.objects.filter(among("pk", "keys")).order_by("pk"))

    assert list(asked(keys=[one.pk for one in ours[:many]])) == ours[:many]


def test_what_is_somebodys_is_nobody_elses_and_a_visitor_has_nothing(family):
    row, other = MembershipFactory(), MembershipFactory()
    asked = Asked(lambda: Membership.objects.of(USER).in_force(ON))

    assert list(asked(user=row.user.pk, on=row.starts_on)) == [row]
    assert list(asked(user=other.user.pk, on=row.starts_on - timedelta(days=1))) == []
    assert list(asked(user=None, on=row.starts_on)) == []


def test_rows_are_placed_between_two_that_are_told(family):
    number = Window(RowNumber(), order_by="pk")
    first, last = Given("first", IntegerField()), Given("last", IntegerField())
    asked = Asked(lambda: Organization.objects.annotate(n=number).filter(n__gte=first, n__lte=last).order_by("pk"))

    assert list(asked(first=2, last=3)) == list(Organization.objects.order_by("pk")[1:3])
