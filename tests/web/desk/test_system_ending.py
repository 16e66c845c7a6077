"""A system ends: seen with its cards, then done; its page leads to what came after it."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from khedmat.cards.lines.actions import merge
from khedmat.cards.lines.actions import preview as merging
from khedmat.cards.lines.ending import end, preview
from khedmat.registers.models import RegisterChange, System
from tests.cards.lines.test_kinds import version_with
from tests.factories.cards import NOW
from tests.factories.people import OrganizationFactory, centre, person
from tests.factories.registers import a_document, a_system, steward

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair():
    """A system that goes, with a published card that names it, and one that stays."""
    gone, after = a_system(code="trade"), a_system("پنجرهٔ تجارت", code="window")
    version_with()
    return gone, after


def told(response):
    return " ".join(response.content.decode().split())


def said(act):
    with pytest.raises(ValidationError) as caught:
        act()
    return " ".join(caught.value.messages)


def ended(system, by=None):
    return end(system, by, seen=preview(system, by).seen, by=steward(), at=NOW)


def address(system):
    return f"/desk/registers/systems/{system.pk}/end/"


def test_the_desk_marks_what_has_ended_in_its_page_and_in_the_list(client_for, pair):
    gone, after = pair
    inside, mark = client_for(steward()), 'badge-seal">جایگزین‌شده'
    before = told(inside.get("/desk/registers/systems/"))

    ended(gone, after)

    assert mark not in before
    assert told(inside.get("/desk/registers/systems/")).count(mark) == 1
    assert mark in told(inside.get(f"/desk/registers/systems/{gone.pk}/"))
    assert mark not in told(inside.get(f"/desk/registers/systems/{after.pk}/"))


def test_a_system_ends_after_its_cards_were_seen(client_for, client, pair):
    gone, after = pair
    page = f"{address(gone)}?how=replaced&by={after.pk}"
    inside = client_for(steward())

    shown = inside.get(page)
    done = inside.post(page, {"seen": shown.context["shown"].seen}, follow=True)

    assert "۱ شناسنامهٔ منتشرشده" in told(shown)
    assert shown.context["shown"].versions[0].title in told(shown)
    assert "«در کار» ← «جایگزین‌شده»" in told(done)
    assert System.objects.get(pk=gone.pk).replaced_by == after
    assert 'href="/systems/window/"' in told(client.get("/systems/trade/"))
    assert "پس‌گرفتن پایان" in told(inside.post(page, {"seen": shown.context["shown"].seen}))
    assert not System.objects.get(pk=gone.pk).holds


def test_a_system_is_closed_without_a_successor(pair):
    ended(pair[0])

    found = System.objects.get(pk=pair[0].pk)
    assert (found.state, found.replaced_by, found.revision) == ("closed", None, 2)
    assert RegisterChange.objects.latest("pk").after == {"state": "closed"}


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("how=replaced", "سامانهٔ جایگزین را برگزینید"),
        ("how=lost", "field-error"),
        ("how=replaced&by=999999", "field-error"),
        ("how=replaced&by=x", "field-error"),
    ],
)
def test_half_an_ending_is_asked_about(client_for, pair, query, sentence):
    page = told(client_for(steward()).get(f"{address(pair[0])}?{query}"))

    assert sentence in page
    assert "ثبت کن" not in page


def test_an_ending_that_was_not_seen_is_refused_on_the_page(client_for, pair):
    page = client_for(steward()).post(f"{address(pair[0])}?how=closed", {"seen": "x"})

    assert "پیش‌نمایش تازه" in told(page)
    assert System.objects.get(pk=pair[0].pk).holds


def test_a_card_that_came_after_the_preview_stops_the_ending(pair):
    seen = preview(*pair).seen
    version_with()

    assert "چیزی ثبت نشد" in said(lambda: end(*pair, seen=seen, by=steward(), at=NOW))


def test_what_ended_or_was_merged_comes_after_nothing(pair):
    gone, after = pair
    other = a_system("سامانهٔ سوم")
    merge(other, after, seen=merging(other, after).seen, by=steward(), at=NOW)
    other.refresh_from_db(), after.refresh_from_db()
    ended(after)
    after.refresh_from_db()

    assert "خود در کار نیست" in said(lambda: preview(gone, after))
    assert "خود در کار نیست" in said(lambda: preview(gone, other))
    assert "جایگزین خودش نیست" in said(lambda: preview(gone, gone))
    assert "پیش از این" in said(lambda: preview(after, gone))


@pytest.mark.parametrize(("role", "at_home"), [("publisher", True), ("legal_steward", True), ("steward", False)])
def test_the_page_of_an_ending_is_not_there_for_others(client_for, pair, role, at_home):
    by = person(role, centre() if at_home else OrganizationFactory())
    seen = preview(*pair).seen

    assert client_for(by).get(address(pair[0])).status_code == 404
    assert "متولی فهرست‌های پایه" in said(lambda: end(*pair, seen=seen, by=by, at=NOW))


def test_nobody_is_asked_to_sign_in_and_documents_do_not_end(client, client_for, pair):
    document = a_document()

    assert client.get(address(pair[0]))["Location"].startswith("/account/login/")
    assert client_for(steward()).get(f"/desk/registers/documents/{document.pk}/end/").status_code == 404


@pytest.mark.parametrize(
    "columns", [{"state": "replaced"}, {"state": "lost"}, {"state": "closed", "replaced_by": "after"}]
)
def test_the_database_keeps_state_and_successor_together(pair, columns):
    gone, after = pair
    values = {name: after if value == "after" else value for name, value in columns.items()}

    with pytest.raises(IntegrityError, match="system_replaced_by_one"), transaction.atomic():
        System.objects.filter(pk=gone.pk).update(**values)


def test_the_preview_costs_the_same_whatever_the_cards(client_for, pair, assert_same_cost):
    inside = client_for(steward())

    assert_same_cost(lambda: inside.get(f"{address(pair[0])}?how=closed"), version_with)
