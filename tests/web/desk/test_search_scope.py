"""Staff search asks the database for what a person may see, and nothing else: every finder, every person."""

from copy import deepcopy
from types import SimpleNamespace

import pytest
from django.utils import timezone

from khedmat.cards.enums import Stage
from khedmat.web.desk.search.asked import asked
from khedmat.web.desk.search.table import FINDERS
from tests.factories.cards import NOW, VersionFactory
from tests.factories.copies import copy_of, national, province
from tests.factories.duty import a_round
from tests.factories.people import OrganizationFactory, UserFactory, centre, person
from tests.factories.titles import drafted, titles_of
from tests.factories.titles import office as titled_office
from tests.importing.batches.batch import brought
from tests.importing.paper import card_text

pytestmark = pytest.mark.django_db
BY_CODE = {finder.code: finder for finder in FINDERS}
WORD = "نشانه"
INSIDE, OUTSIDE = ("reader", "author", "approver", "manager"), ("other reader", "other author", "nobody")


@pytest.fixture(scope="module")
def made(kept_for_the_module):
    owner, elsewhere = OrganizationFactory(name=f"سازمان {WORD}"), OrganizationFactory(name="جای دیگر")
    people = {role: person(role, owner) for role in INSIDE}
    people |= {f"other {role}": person(role, elsewhere) for role in INSIDE} | {"nobody": UserFactory()}
    people |= {role: person(role, centre()) for role in ("reviewer", "publisher")}
    people |= {"other reviewer": person("reviewer", elsewhere)}
    return SimpleNamespace(owner=owner, elsewhere=elsewhere, people=people)


@pytest.fixture
def world(db, made):
    return deepcopy(made)


def rows(code, user, words=WORD):
    return list(BY_CODE[code].rows(asked(words), user, timezone.localdate(NOW)))


def finders_of(world, code, words=WORD):
    return {role for role, user in world.people.items() if rows(code, user, words)}


def test_drafts_are_of_their_office_alone(world):
    VersionFactory(service__owner=world.owner, card={"title": "خدمت"})

    assert finders_of(world, "cards") == {*INSIDE}


@pytest.mark.parametrize("stage", [Stage.SUBMITTED, Stage.APPROVED, Stage.ACCEPTED, Stage.PUBLISHED, Stage.RETURNED])
def test_what_was_sent_is_found_by_the_centre_too(world, stage):
    VersionFactory(service__owner=world.owner, stage=stage)

    assert finders_of(world, "cards") == {*INSIDE, "reviewer", "publisher"}


@pytest.mark.parametrize("stage", [Stage.REPLACED, Stage.DISCARDED])
def test_what_another_version_stands_for_is_not_in_the_way(world, stage):
    VersionFactory(service__owner=world.owner, stage=stage)

    assert finders_of(world, "cards") == set()


def test_people_are_found_by_their_colleagues_and_by_the_centre(world):
    UserFactory(full_name=WORD)
    colleague = person("reader", world.owner)
    colleague.full_name = f"سارا {WORD}"
    colleague.save(update_fields=["full_name"])

    assert finders_of(world, "people") == {*INSIDE, "reviewer", "publisher"}


def test_who_has_no_work_anywhere_is_found_by_nobody(world):
    UserFactory(full_name=WORD)

    assert finders_of(world, "people") == set()


def test_titles_that_are_still_written_are_of_their_office_alone(world):
    here = titled_office()
    titles = drafted(here)
    title = titles.titles.first().title

    assert rows("titles", here.author, title)
    assert finders_of(world, "titles", title) == set()


def test_confirmed_titles_are_found_by_the_centre_too(world):
    titles_of(world.owner, WORD)

    assert finders_of(world, "titles") == {*INSIDE, "reviewer", "publisher"}


@pytest.mark.parametrize("stage", ["draft", "submitted", "published"])
def test_copies_are_found_by_their_office_by_the_agency_and_once_sent_by_the_centre(stage):
    world = national()
    copy = copy_of(world, stage)
    elsewhere = province(world.owner, "فارس", "07")
    people = (world.kerman.author, world.author, world.reviewer, elsewhere.author, UserFactory())

    found = [copy in rows("copies", user, "کرمان") for user in people]

    assert found == [True, True, stage != "draft", False, False]
    assert rows("copies", world.kerman.author, copy.compared_with.title) == [copy]


def test_archives_are_of_their_office_alone(world):
    brought({"a.txt": card_text()}, organization=world.owner, by=world.people["author"])

    assert finders_of(world, "batches", "forms") == {*INSIDE}


def test_agencies_and_rounds_are_public(world):
    a_round(text=WORD)

    assert finders_of(world, "agencies") == finders_of(world, "rounds") == {*world.people}


@pytest.mark.parametrize("finder", FINDERS, ids=lambda finder: finder.code)
def test_every_finder_answers_any_words_in_an_order(world, finder):
    for words in ("نشانه", "1301", "13011466000", "الف ب", "'%_"):
        rows = finder.rows(asked(words), world.people["author"], timezone.localdate(NOW))
        assert isinstance(rows, list) or rows.ordered


@pytest.mark.parametrize("finder", FINDERS, ids=lambda finder: finder.code)
def test_every_finder_has_its_words(finder):
    assert str(finder.title)
    assert finder.code.isascii()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("  گواهی   ولادت ", ("گواهی", "ولادت")),
        ("گواهي گواهی", ("گواهی",)),
        ("ثبت‌احوال", ("ثبتاحوال",)),
        ("۲۰۶/۹۳", ("206", "93")),
        ("؟!", ()),
        ("", ()),
    ],
)
def test_words_are_compared_as_everywhere_else(typed, words):
    assert asked(typed).words == words


def test_a_long_text_is_cut_to_what_a_question_can_bear():
    assert len(asked(" ".join(map(str, range(100)))).words) == 12
    assert len(asked("الف" * 400).text) <= 200
