"""Names that no entry bears are counted ahead: at once where a steward wrote, soon after a card came or went."""

import pytest

from khedmat.cards.checking import store_findings
from khedmat.cards.lines.actions import change
from khedmat.cards.lines.unknown import recount_all, unknown, unknown_to
from khedmat.cards.models import AskedDocument, StageChange, UnknownName
from khedmat.cards.tasks import count_unknown, recheck_night
from khedmat.core.persian import squeeze
from khedmat.registers.books import BOOKS
from khedmat.registers.enums import Register
from khedmat.registers.passing import pass_over, take_back
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import OrganizationFactory, person
from tests.factories.registers import a_document, legal_steward, steward

pytestmark = pytest.mark.django_db
SECOND = int(NOW.timestamp())


def asking(*names, stage="published"):
    more = {"published": True} if stage == "published" else {"stage": stage}
    version = VersionFactory(document=forms.document(forms.card(documents=list(names))), **more)
    store_findings(version, on=NOW.date())
    return version


def counted():
    return {row.text: row.cards for row in unknown(Register.DOCUMENTS)}


def moved(version, at=NOW):
    StageChange.objects.create(version=version, source="accepted", target="published", by=version.created_by, at=at)


def test_a_card_that_came_is_counted_within_minutes_and_only_then():
    moved(asking("برگ هویت"))
    before = counted()

    count_unknown(SECOND + 3600)
    long_after = counted()
    count_unknown(SECOND + 60)

    assert (before, long_after, counted()) == ({}, {}, {"برگ هویت": 1})


def test_the_night_counts_whatever_happened():
    asking("برگ هویت")

    recheck_night(SECOND)

    assert counted() == {"برگ هویت": 1}


def test_what_nobody_writes_any_more_goes_and_numbers_follow():
    first = asking("برگ هویت", "برگ سفر")
    asking("برگ هویت")
    recount_all()

    AskedDocument.objects.filter(version=first).delete()
    recount_all()

    assert counted() == {"برگ هویت": 1}


def test_counting_twice_writes_nothing(django_assert_num_queries):
    asking("برگ هویت")
    recount_all()
    rows = list(UnknownName.objects.order_by("pk").values())

    recount_all()

    assert list(UnknownName.objects.order_by("pk").values()) == rows


def test_what_a_steward_writes_is_counted_at_once_in_both_directions():
    entry, keeper = a_document("شناسنامه"), steward()
    asking("سجل احوال", "برگ هویت")
    recount_all()
    entry.aliases = ["سجل احوال"]
    change(entry, seen=entry.revision, by=keeper, at=NOW)
    taken = counted()

    entry.refresh_from_db()
    entry.aliases = []
    change(entry, seen=entry.revision, by=keeper, at=NOW)

    assert taken == {"برگ هویت": 1}
    assert counted() == {"سجل احوال": 1, "برگ هویت": 1}


def test_what_was_passed_over_stays_counted_and_is_not_asked_about():
    asking("برگ هویت")
    recount_all()
    who, book, letters = steward(), BOOKS[Register.DOCUMENTS], squeeze("برگ هویت")

    pass_over(book, letters, "برگ هویت", reason="نام مدرک نیست", by=who, at=NOW)
    passed = counted()
    take_back(book, letters, by=who, at=NOW)

    assert passed == {}
    assert counted() == {"برگ هویت": 1}


def test_names_wait_for_the_keeper_of_their_register_alone():
    laws = VersionFactory(
        published=True, document=forms.document(forms.card(documents=[], laws=["قانون ناشناس مصوب 1380"]))
    )
    store_findings(laws, on=NOW.date())
    asking("برگ هویت")
    recount_all()
    everything = set(UnknownName.objects.values_list("register", flat=True))
    kept = {user: {one.register for one in unknown_to(user, NOW.date())} for user in (steward(), legal_steward())}

    assert list(kept.values()) == [everything - {"laws"}, {"laws"}]
    assert not unknown_to(person("steward", OrganizationFactory()), NOW.date()).exists()
