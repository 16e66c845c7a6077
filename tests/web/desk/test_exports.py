"""A version as files for its own office."""

import pytest

from khedmat.cards.canonical import digest_of
from khedmat.importing.readers.reading import read_bytes
from tests.factories import forms
from tests.factories.cards import VersionFactory
from tests.factories.people import OrganizationFactory, centre, person

pytestmark = pytest.mark.django_db
KINDS = ["docx", "pdf", "xlsx", "html"]


@pytest.fixture
def draft():
    return VersionFactory(document=forms.document(forms.card(laws=["قانون ثبت احوال"])))


def address(version, kind):
    return f"/desk/versions/{version.pk}/card.{kind}"


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_the_office_takes_the_whole_form_and_it_comes_back_whole(client_for, draft, kind):
    answer = client_for(person("reader", draft.service.owner)).get(address(draft, kind))

    (found,) = read_bytes(answer.content, f"card.{kind}")

    assert found.card.filled_by.name == "مسئول نمونه"
    assert digest_of(found) == draft.sha256


@pytest.mark.parametrize("kind", KINDS)
def test_who_may_take_it(client, client_for, draft, kind):
    people = {
        "colleague": person("author", draft.service.owner),
        "stranger": person("author", OrganizationFactory()),
        "reviewer": person("reviewer", centre()),
    }
    answers = {who: client_for(user).get(address(draft, kind)).status_code for who, user in people.items()}

    assert answers == {"colleague": 200, "stranger": 404, "reviewer": 404}
    assert client.get(address(draft, kind)).status_code == 302


def test_a_sent_version_is_also_for_the_reviewer(client_for, draft):
    sent = VersionFactory(stage="submitted")

    assert client_for(person("reviewer", centre())).get(address(sent, "pdf")).status_code == 200


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_on_the_way_keeps_it(client_for, draft, kind):
    answer = client_for(person("reader", draft.service.owner)).get(address(draft, kind))

    assert "no-store" in answer["Cache-Control"]


def test_the_short_page_has_no_filler_even_for_the_office(client_for, draft):
    answer = client_for(person("reader", draft.service.owner)).get(address(draft, "html"))

    assert "مسئول نمونه" not in answer.content.decode()


def test_a_draft_names_no_page_of_the_public(client_for, draft):
    answer = client_for(person("reader", draft.service.owner)).get(address(draft, "html"))

    assert f"/services/{draft.service.pk}/" not in answer.content.decode()


def test_a_form_without_a_title_has_a_name(client_for):
    version = VersionFactory(card={"title": None})

    answer = client_for(person("reader", version.service.owner)).get(address(version, "docx"))

    assert answer["Content-Disposition"].endswith("UTF-8''card.docx")


def test_the_card_leads_to_its_files(client_for, draft):
    page = client_for(person("reader", draft.service.owner)).get(f"/desk/versions/{draft.pk}/card/").content.decode()

    assert [kind for kind in ("docx", "pdf", "xlsx") if address(draft, kind) not in page] == []
