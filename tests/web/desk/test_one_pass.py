"""A page of the desk's list and the counts of its tabs, by one question."""

import pytest
from django.db import connection
from django.db.models import Case, Q, Value, When
from django.test.utils import CaptureQueriesContext

from khedmat.cards.enums import Stage
from khedmat.cards.models import ServiceVersion
from khedmat.web.desk.one_pass import A_PAGE, look
from tests.factories.cards import VersionFactory

pytestmark = pytest.mark.django_db
NEWEST, BY_TITLE = ("-touched_at", "-pk"), ("sort_key", "pk")


def marked(mine=None):
    """All versions; those of `mine` wait for me."""
    wanted = Q(pk__in=mine or [])
    return ServiceVersion.objects.annotate(is_mine=Case(When(wanted, then=Value(True)), default=Value(False)))


def asked(versions, order=NEWEST, *, stage="", number=None):
    return look(versions, order, stage=stage, number=number)


@pytest.mark.parametrize("order", [NEWEST, BY_TITLE])
@pytest.mark.parametrize("stage", ["", Stage.PUBLISHED, Stage.RETIRED])
def test_counts_and_keys_are_those_of_two_questions(order, stage):
    VersionFactory.create_batch(3)
    VersionFactory.create_batch(2, published=True)
    versions = marked(ServiceVersion.objects.values_list("pk", flat=True)[1:4:2])
    of_stage = versions.filter(stage=stage) if stage else versions

    found = asked(versions, order, stage=stage)

    assert found.counts == {Stage.DRAFT: 3, Stage.PUBLISHED: 2}
    assert found.page.object_list == list(of_stage.order_by("-is_mine", *order).values_list("pk", "is_mine"))
    assert found.page.paginator.count == of_stage.count()


@pytest.mark.parametrize(
    ("number", "page"),
    [
        (None, 1),
        ("1", 1),
        ("2", 2),
        ("۲", 2),
        ("3", 2),
        ("9" * 30, 2),
        ("0", 2),
        ("-1", 2),
        ("", 1),
        ("abc", 1),
        ("2.0", 1),
    ],
)
def test_a_page_that_is_not_there_is_the_nearest(number, page):
    VersionFactory.create_batch(A_PAGE + 2)

    found = asked(marked(), number=number)

    assert found.page.number == page
    assert len(found.page.object_list) == {1: A_PAGE, 2: 2}[page]


@pytest.mark.parametrize("versions", [lambda: marked().none(), lambda: marked().filter(title_key="هیچ")])
def test_of_nothing_there_is_one_empty_page(versions):
    VersionFactory()

    found = asked(versions())

    assert (found.counts, found.page.object_list, found.page.number) == ({}, [], 1)


def test_both_are_one_question():
    VersionFactory()
    with CaptureQueriesContext(connection) as questions:
        asked(marked())

    assert len(questions) == 1
