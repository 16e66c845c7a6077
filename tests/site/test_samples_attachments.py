"""The model of the processes that stands beside one sample card."""

import pytest

from khedmat.cards.models import Attachment
from khedmat.importing.attached import media_of
from khedmat.site.samples.attachments import STEPS, attach_model, model
from tests.factories.cards import NOW, VersionFactory, advance
from tests.factories.people import person

pytestmark = pytest.mark.django_db


def test_it_is_a_model_that_the_desk_takes():
    assert media_of(model(), is_diagram=True)[1] == (".bpmn",)
    assert all(step in model().decode() for step in STEPS)


def test_it_is_attached_once_and_public_with_the_card(client):
    draft = VersionFactory()
    author = person("author", draft.service.owner)

    attach_model(draft, by=author, at=NOW)
    attach_model(draft, by=author, at=NOW)
    advance(type(draft).objects.get(pk=draft.pk), "published")

    assert Attachment.objects.public().count() == 1
    assert "مدل فرایند صدور کارت هوشمند ملی" in client.get(f"/services/{draft.service_id}/").content.decode()
