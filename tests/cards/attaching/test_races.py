"""Two people at once: one wins, the other is told."""

import threading
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from khedmat.cards.attaching.actions import attach, take_away
from khedmat.cards.attaching.place import Place
from khedmat.cards.models import Attachment, AttachmentEnd
from tests.factories.attachments import attached, given
from tests.factories.cards import NOW, ServiceFactory, VersionFactory
from tests.factories.people import OrganizationFactory, person

pytestmark = pytest.mark.django_db(transaction=True)
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def draft():
    return VersionFactory(service=ServiceFactory(owner=OrganizationFactory()))


def both(*acts):
    """What each of some acts at the same time was answered: None, or the refusal."""
    start, told = threading.Barrier(len(acts)), []

    def run(act):
        start.wait()
        try:
            act()
            told.append(None)
        except ValidationError as refusal:
            told.append(refusal.messages[0])
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(told, key=str)


def test_one_file_is_attached_once_by_two(draft):
    authors = [person("author", draft.service.owner) for _ in range(2)]
    same = given(data=b"%PDF-1.4 same")

    told = both(*(lambda by=by: attach(Place(draft), same, by=by, at=LATER) for by in authors))

    assert Attachment.objects.count() == 1
    assert told.count(None) == 1
    assert any("پیوست شده است" in (words or "") for words in told)


def test_one_file_is_taken_away_once_by_two(draft):
    authors = [person("author", draft.service.owner) for _ in range(2)]
    made = attached(draft, by=authors[0])

    told = both(*(lambda by=by: take_away(made, reason="", by=by, at=LATER) for by in authors))

    assert AttachmentEnd.objects.count() == 1
    assert told.count(None) == 1
    assert any("برداشته شده است" in (words or "") for words in told)
