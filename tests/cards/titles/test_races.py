"""Two people at one list of titles at the same moment: one wins, the other is told of it."""

import pytest

from khedmat.cards.models import DeclaredTitle, TitleChange, TitleList
from khedmat.cards.titles.actions import add, begin, confirm, remove
from khedmat.cards.titles.pasting import lines_of
from tests.cards.test_races import at_once, refusals
from tests.factories.cards import NOW
from tests.factories.people import person
from tests.factories.titles import LATER, a_letter, confirmed, drafted, office

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def here():
    return office()


def steps(step):
    return TitleChange.objects.filter(step=step).count()


def test_a_list_is_confirmed_once_by_two(here):
    titles, letter, seen = drafted(here), a_letter(), 2
    two = [here.approver, person("approver", here.agency)]

    results = at_once(*[lambda by=by: confirm(titles, letter, seen=seen, by=by, at=LATER) for by in two])

    (refusal,) = refusals(results)
    assert "این فهرست تأیید شده است" in " ".join(refusal.messages)
    assert (steps("confirmed"), TitleList.objects.confirmed().count()) == (1, 1)


def test_a_list_is_begun_once_by_two(here):
    confirmed(here)
    two = [here.author, person("author", here.agency)]

    results = at_once(*[lambda by=by: begin(here.agency, by=by, at=LATER) for by in two])

    assert refusals(results) == []
    assert len({titles.pk for titles in results}) == 1
    assert TitleList.objects.drafts().get().titles.count() == 3


def test_what_is_written_beside_a_confirmation_is_confirmed_or_refused_never_lost_unseen(here):
    titles, letter = drafted(here), a_letter()

    results = at_once(
        lambda: confirm(titles, letter, seen=2, by=here.approver, at=LATER),
        lambda: add(titles, lines_of("خدمت تازه"), by=here.author, at=LATER),
    )

    assert len(refusals(results)) == 1
    titles.refresh_from_db()
    is_added = DeclaredTitle.objects.filter(title="خدمت تازه").exists()
    assert (titles.stage == "draft") is is_added


def test_one_title_pasted_by_two_stands_once(here):
    titles, two = drafted(here, ""), [here.author, person("author", here.agency)]

    results = at_once(*[lambda by=by: add(titles, lines_of("خدمت تازه"), by=by, at=NOW) for by in two])

    assert refusals(results) == []
    assert sorted(len(result.rows) for result in results) == [0, 1]
    assert DeclaredTitle.objects.count() == 1


def test_a_row_is_removed_once_by_two(here):
    titles = drafted(here)
    row = titles.titles.get(title="پاسخ به استعلام")
    two = [here.author, person("author", here.agency)]

    results = at_once(*[lambda by=by: remove(row, seen=titles.revision, by=by, at=LATER) for by in two])

    (refusal,) = refusals(results)
    assert "همکار دیگری آن را برداشته است" in " ".join(refusal.messages)
    assert steps("removed") == 1
