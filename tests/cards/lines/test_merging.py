"""Two types become one: seen before, done as seen, or refused."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from khedmat.cards.checking import store_findings
from khedmat.cards.lines.actions import change, merge, preview
from khedmat.cards.lines.binding import follow_merges
from khedmat.cards.models import AskedDocument
from khedmat.registers.models import DocumentType, RegisterChange
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import OrganizationFactory, person
from tests.factories.registers import a_document, steward


@pytest.fixture
def pair(db):
    """A type that goes, with a published card that asks for it, and one that stays."""
    gone, kept = a_document("سجل", aliases=("شناسنامهٔ قدیمی",)), a_document("شناسنامه")
    card_asking("سجل")
    return gone, kept


def card_asking(*lines, **more):
    version = VersionFactory(**({"published": True} | more), document=forms.document(forms.card(documents=list(lines))))
    store_findings(version, on=NOW.date())
    return version


def said(act):
    with pytest.raises(ValidationError) as caught:
        act()
    return " ".join(caught.value.messages)


def test_the_preview_names_each_card_and_writes_nothing(pair):
    shown = preview(*pair)

    assert [line.name for line in shown.lines] == ["سجل"]
    assert shown.kept.aliases == ["سجل", "شناسنامهٔ قدیمی"]
    assert DocumentType.objects.standing().count() == 2


def test_a_merge_moves_cards_names_and_address(pair):
    gone, kept = pair

    merge(gone, kept, seen=preview(*pair).seen, by=steward(), at=NOW)

    gone.refresh_from_db(), kept.refresh_from_db()
    assert gone.merged_into == kept
    assert kept.aliases == ["سجل", "شناسنامهٔ قدیمی"]
    assert AskedDocument.objects.get().document_type == kept
    steps = RegisterChange.objects.order_by("pk").values_list("step", flat=True)
    assert list(steps)[-2:] == ["merged", "took"]


def test_what_was_merged_before_follows(pair):
    gone, kept = pair
    older = a_document("برگ سجل")
    merge(older, gone, seen=preview(older, gone).seen, by=steward(), at=NOW)
    gone, kept = DocumentType.objects.get(pk=gone.pk), DocumentType.objects.get(pk=kept.pk)

    merge(gone, kept, seen=preview(gone, kept).seen, by=steward(), at=NOW)

    assert DocumentType.objects.get(pk=older.pk).merged_into == kept
    assert "برگ سجل" in DocumentType.objects.get(pk=kept.pk).aliases


def test_a_card_that_came_after_the_preview_stops_the_merge(pair):
    seen = preview(*pair).seen
    card_asking("سجل")

    assert "پیش‌نمایش تازه" in said(lambda: merge(*pair, seen=seen, by=steward(), at=NOW))
    assert DocumentType.objects.standing().count() == 2


def test_a_name_that_changed_after_the_preview_stops_the_merge(pair):
    seen, kept = preview(*pair).seen, DocumentType.objects.get(pk=pair[1].pk)
    kept.aliases = ["سند هویت"]
    change(kept, seen=1, by=steward(), at=NOW)

    assert "چیزی ادغام نشد" in said(lambda: merge(*pair, seen=seen, by=steward(), at=NOW))


def test_a_stranger_merges_nothing(pair):
    seen, by = preview(*pair).seen, person("steward", OrganizationFactory())

    assert "متولی فهرست‌های پایه" in said(lambda: merge(*pair, seen=seen, by=by, at=NOW))


def test_a_type_is_not_merged_into_itself_nor_twice(pair):
    gone, kept = pair
    merge(gone, kept, seen=preview(*pair).seen, by=steward(), at=NOW)

    assert "در خودش" in said(lambda: preview(kept, kept))
    assert "پیش از این" in said(lambda: preview(DocumentType.objects.get(pk=gone.pk), kept))


def test_a_line_saved_beside_a_merge_follows_it(pair):
    gone, kept = pair
    merge(gone, kept, seen=preview(*pair).seen, by=steward(), at=NOW)
    AskedDocument.objects.update(document_type=gone)

    assert (follow_merges(), follow_merges()) == (1, 0)
    assert AskedDocument.objects.get().document_type == kept


@pytest.mark.django_db(transaction=True)
def test_of_two_merges_at_once_one_wins():
    gone, kept, other = a_document("سجل"), a_document("شناسنامه"), a_document("برگ هویت")
    outcomes, at_once, by = [], threading.Barrier(2), steward()
    seen = {into.pk: preview(DocumentType.objects.get(pk=gone.pk), into).seen for into in (kept, other)}

    def act(into):
        at_once.wait()
        try:
            merge(gone, into, seen=seen[into.pk], by=by, at=NOW)
            outcomes.append("merged")
        except ValidationError:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=act, args=(into,)) for into in (kept, other)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]

    assert sorted(outcomes) == ["merged", "refused"]
