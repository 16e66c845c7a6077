"""Two people at the same moment."""

import pytest

from khedmat.cards.actions import publish as publish_card
from khedmat.cards.copies import moves, writing
from khedmat.cards.models import LocalCopy, ServiceVersion
from tests.cards.test_races import at_once, refusals
from tests.factories.cards import NOW, VersionFactory
from tests.factories.copies import LATER, copy_of, national, write
from tests.factories.people import person

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("rules")]


@pytest.fixture
def world():
    return national()


def test_begun_four_times_at_once_it_is_one_copy(world):
    results = at_once(*[lambda: writing.begin(world.service, world.kerman.office, by=world.kerman.author, at=NOW)] * 4)

    assert refusals(results) == []
    assert len({copy.pk for copy in results}) == LocalCopy.objects.count() == 1


def test_two_editors_of_one_box_at_once_leave_one_text_and_the_other_is_told(world):
    copy = writing.begin(world.service, world.kerman.office, by=world.kerman.author, at=NOW)
    seen = writing.seen_print(copy, "visits")
    people = [world.kerman.author, person("author", world.kerman.office)]

    results = at_once(
        *[
            lambda user=user, n=n: write(copy, "visits", {"card.visits.count": n}, by=user, seen=seen)
            for n, user in enumerate(people, start=2)
        ]
    )

    (refusal,) = refusals(results)
    assert "در این میان تغییر داده است" in refusal.message
    assert LocalCopy.objects.get().revision == 1


def test_the_template_is_published_while_the_copy_is_sent_and_no_stale_copy_becomes_public(world):
    copy = copy_of(world, "approved")
    version = VersionFactory(service=world.service, stage="accepted", card={"visits": {"count": 5}})

    results = at_once(
        lambda: publish_card(version, by=world.publisher, at=LATER),
        lambda: moves.publish(copy, by=world.approver, at=LATER),
    )

    copy, template = LocalCopy.objects.with_news().get(), ServiceVersion.objects.published().get()
    assert template == version
    if refusals(results):
        assert "الگوی ملی این خدمت تغییر کرده است" in refusals(results)[0].messages[0]
        assert copy.stage == "approved"
    else:
        assert (copy.stage, copy.is_behind) == ("published", True)


def test_published_by_two_at_once_it_is_published_once(world):
    copy = copy_of(world, "approved")

    results = at_once(*[lambda by=by: moves.publish(copy, by=by, at=LATER) for by in (world.publisher, world.approver)])

    assert len(refusals(results)) == 1
    assert copy.changes.filter(target="published").count() == 1
