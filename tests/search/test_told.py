"""What the database tells those who keep public pages, and what it keeps to itself."""

import psycopg
import pytest
from django.db import connection

from khedmat.cards.enums import FeedbackStage, Stage
from khedmat.cards.freshness.confirming import confirm
from khedmat.site.publications import CHANNEL
from tests.cards.conftest import rules  # noqa: F401
from tests.factories.cards import NOW, VersionFactory, advance
from tests.factories.copies import advanced, copy_of, national
from tests.factories.feedback import a_card, answered, said
from tests.factories.people import person
from tests.factories.popular import accepted, proposed

SHORT = 0.3


@pytest.fixture
def told(transactional_db):
    """How often anything was told since it was last asked; once a transaction at most."""
    with psycopg.connect(**connection.get_connection_params(), autocommit=True) as listening:
        listening.execute(f"LISTEN {CHANNEL}")
        yield lambda: len(list(listening.notifies(timeout=SHORT)))


def test_a_publication_and_an_end_are_told(told):
    version = VersionFactory()
    assert told() == 0
    advance(version, Stage.PUBLISHED)
    assert told() >= 1
    advance(version, Stage.RETIRED)
    assert told() >= 1


def test_a_draft_that_is_written_is_nobodys_business(told):
    version = VersionFactory()
    version.title = "صدور گواهی"
    version.save()

    assert told() == 0


def test_a_confirmation_is_told(told):
    version = VersionFactory(published=True)
    author = person("author", version.service.owner)
    told()
    confirm(version, by=author, at=NOW)

    assert told() == 1


def test_an_answer_to_a_reader_is_told_and_what_he_said_is_not(told):
    card = a_card()
    told()
    feedback = said(card)
    assert told() == 0
    answered(FeedbackStage.ANSWERED, feedback)
    assert told() >= 1


def test_a_name_of_the_people_is_told(told):
    name = proposed()
    told()
    accepted("سجل", name.service)

    assert told() >= 1


def test_a_published_copy_of_a_province_is_told_and_a_draft_is_not(told, rules):  # noqa: F811
    world = national()
    told()
    copy = copy_of(world)
    assert told() == 0
    advanced(copy, "published", world)
    assert told() >= 1


def test_an_agency_that_is_named_anew_is_told(told):
    owner = VersionFactory(published=True).service.owner
    told()
    owner.name = "سازمان نو"
    owner.save()

    assert told() == 1
