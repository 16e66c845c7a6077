"""What a newcomer finds of freshness, links and the duty without calling anybody outside."""

import pytest

from khedmat.accounts.models import User
from khedmat.cards.models import DutyReminder, Finding, LinkCheck, ServiceVersion, WebAddress
from khedmat.organizations.actions import load_reference
from khedmat.site import samples

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def _loaded(kept_for_the_module):
    load_reference()
    samples.load()


@pytest.mark.usefixtures("_loaded")
def test_there_is_a_stale_card_a_broken_address_and_a_round_that_was_sent(client_for):
    author = User.objects.get(username="sample-author")
    consortia = ServiceVersion.objects.published().get(service__owner__code="isipo")

    assert consortia.findings.filter(rule="R01").exists()
    assert Finding.objects.filter(rule="R01").count() == 1
    assert WebAddress.objects.filter(state="broken").count() == 1
    assert (LinkCheck.objects.count(), LinkCheck.objects.filter(by=None).count()) == (3, 3)
    assert DutyReminder.objects.filter(step=None).exists()
    assert consortia.title.split()[0] in client_for(author).get("/desk/fresh/").content.decode()


@pytest.mark.usefixtures("_loaded")
def test_loading_again_after_a_stop_writes_nothing_twice():
    before = [table.objects.count() for table in (LinkCheck, DutyReminder)]

    samples.load()

    assert [table.objects.count() for table in (LinkCheck, DutyReminder)] == before
