"""The editor without JavaScript: a page of the form is filled in, saved, refused in words, and nothing is lost."""

import pytest

from khedmat.cards.models import ServiceVersion
from khedmat.web.desk.editor.sections import SECTIONS
from tests.factories.cards import VersionFactory
from tests.factories.people import OrganizationFactory, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner():
    return OrganizationFactory(name="سازمان نمونه")


@pytest.fixture
def author(owner):
    return person("author", owner)


@pytest.fixture
def draft(owner, author):
    return VersionFactory(service__owner=owner, created_by=author)


def address(draft, section="identity"):
    return f"/desk/versions/{draft.pk}/edit/{section}/"


def again(draft):
    return ServiceVersion.objects.get(pk=draft.pk)


@pytest.mark.parametrize("section", [section.slug for section in SECTIONS])
def test_every_section_opens_for_its_author(client_for, author, draft, section):
    response = client_for(author).get(address(draft, section))

    assert response.status_code == 200


def test_what_is_typed_is_saved_and_leads_on(client_for, author, draft):
    typed = {"card.title": "عنوان تازه", "card.executive_agency": "سازمان", "end": "1", "revision": "0", "go": "next"}

    response = client_for(author).post(address(draft), typed)

    assert response.url == address(draft, "specification")
    assert again(draft).title == "عنوان تازه"
