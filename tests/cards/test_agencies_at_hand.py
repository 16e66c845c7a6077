"""The rules know the agencies of the database where findings are stored, and the shipped ones where there is none."""

import pytest
from django.utils import timezone

from khedmat.cards.checking import store_findings
from khedmat.cards.form import ExternalInquiry
from khedmat.cards.rules.engine import check
from khedmat.web.desk.editor.fixing import buttons
from tests.factories.cards import VersionFactory
from tests.factories.people import OrganizationFactory

pytestmark = pytest.mark.django_db
NAME = "سازمان پایش آسمان کشور"


@pytest.fixture
def version():
    return VersionFactory(card={"external_inquiries": [ExternalInquiry(agency=NAME)]})


def unknown(found):
    return [one for one in found if one.rule == "O03"]


def test_an_agency_that_the_centre_added_is_no_longer_unknown(version):
    on = timezone.localdate()
    assert len(unknown(store_findings(version, on=on))) == 1

    OrganizationFactory(code="sky", name=NAME)

    assert unknown(store_findings(version, on=on)) == []
    assert len(unknown(check(version.document))) == 1


def test_the_editor_offers_the_names_of_the_database(version):
    OrganizationFactory(code="sky", name="سازمان پایش آسمان آبی کشور")
    found = unknown(store_findings(version, on=timezone.localdate()))

    (pressed,) = buttons(found, version.document)

    assert "«سازمان پایش آسمان آبی کشور» بنویس" in [words for _value, words in pressed]
