"""What readers said of the samples: one remark is answered, one waits; loaded twice they are the same."""

import pytest

from khedmat.cards.models import Feedback
from khedmat.site.samples import feedback
from tests.factories.cards import NOW
from tests.factories.feedback import a_card
from tests.factories.people import person

pytestmark = pytest.mark.django_db


def test_the_sample_remarks_are_written_once(monkeypatch):
    service = a_card().service
    approver = person("approver", service.owner)
    monkeypatch.setattr(feedback, "person", lambda role, agency: approver)

    feedback.hear_readers(service, NOW)
    feedback.hear_readers(service, NOW)

    assert sorted(Feedback.objects.values_list("stage", flat=True)) == ["accepted", "waiting"]
