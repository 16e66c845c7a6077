"""A page that is kept is made anew only when something that it says is another: nothing of it may be left out."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from khedmat.cards.actions import suspend
from khedmat.cards.freshness.confirming import confirm
from khedmat.core.keeping import HAD, MADE_OF
from khedmat.organizations.models import Organization, Place
from khedmat.web.public import views
from tests.factories.beside import fetched, priced
from tests.factories.cards import NOW, ServiceFactory, VersionFactory, advance, identified
from tests.factories.conformance import BREACH, judged
from tests.factories.copies import LATER, copy_of, national
from tests.factories.counts import counted
from tests.factories.people import OrganizationFactory, publisher

pytestmark = pytest.mark.django_db
CARD = {"documents": ["شناسنامه"], "cost": {"items": [{"amount_rial": 250_000, "text": "کارمزد"}]}}


@pytest.fixture
def world():
    world = national(**CARD)
    copy_of(world, "published")
    return world


def page_of(world, had=""):
    return Client().get(f"/services/{world.service.pk}/", **{HAD: had} if had else {})


def a_relative(world):
    sub = world.service.code[:8] + "001"
    VersionFactory(published=True, service=identified(ServiceFactory(), sub), card={"title": "زیرخدمت تازه"})


def a_new_version(world):
    advance(world.version, "replaced")
    VersionFactory(service=world.service, published=True, card={"visits": {"count": 7}})


CHANGES = {
    "a new version": a_new_version,
    "its agency is called otherwise": lambda world: Organization.objects.filter(pk=world.owner.pk).update(
        name="نام نو"
    ),
    "a price has a last day": lambda world: priced(world.version, (NOW + timedelta(days=900)).date(), at=LATER),
    "a paper is fetched": lambda world: fetched(world.version, OrganizationFactory(name="ثبت احوال")),
    "it was judged": lambda world: judged(world.version),
    "it was judged otherwise": lambda world: judged(world.version, BREACH),
    "a year was counted": lambda world: counted(world.version, at=LATER),
    "a province that wrote is called otherwise": lambda world: Place.objects.filter(code="08").update(fa="کرمان نو"),
    "a sub-service": a_relative,
    "it was confirmed": lambda world: confirm(world.version, by=world.author, at=LATER + timedelta(days=3)),
    "it stands still": lambda world: suspend(world.version, reason="بازنگری", by=publisher(), at=LATER),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changes_on_the_page_it_is_made_anew(world, change):
    before = page_of(world)
    change(world)
    now = page_of(world)
    asked_again = page_of(world, had=before.wsgi_request.META[MADE_OF])

    assert now.content != before.content
    assert (asked_again.status_code, asked_again.content) == (200, now.content)


def test_tomorrow_it_is_another_page(world, monkeypatch):
    had = page_of(world).wsgi_request.META[MADE_OF]
    monkeypatch.setattr(views, "localdate", lambda: localdate() + timedelta(days=1))

    assert page_of(world, had=had).status_code == 200


def test_the_same_is_only_said_and_the_page_is_made_of_nothing_that_was_not_asked(world):
    had = page_of(world).wsgi_request.META[MADE_OF]
    with CaptureQueriesContext(connection) as making:
        page_of(world)
    with CaptureQueriesContext(connection) as saying:
        same = page_of(world, had=had)

    assert (same.status_code, same.content) == (304, b"")
    assert len(making) == len(saying) <= 4


def test_nobody_outside_can_say_what_is_kept(world):
    had = page_of(world).wsgi_request.META[MADE_OF]

    assert Client(headers={HAD: had}).get(f"/services/{world.service.pk}/").status_code == 200
