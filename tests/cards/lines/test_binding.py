"""The lines of a card as types of the register."""

import pytest

from khedmat.cards.beginning import create_draft
from khedmat.cards.checking import store_findings
from khedmat.cards.drafting import replace_draft
from khedmat.cards.lines.actions import change
from khedmat.cards.models import AskedDocument
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import OrganizationFactory, UserFactory
from tests.factories.registers import a_document, steward

pytestmark = pytest.mark.django_db
LINES = ["تصویر شناسنامه", "نامهٔ آبی", "وکالت‌نامه (در صورت مراجعهٔ وکیل)"]


def document(lines):
    return forms.document(forms.card(documents=lines))


def bound():
    return [
        (row.name, row.document_type and row.document_type.title) for row in AskedDocument.objects.order_by("order")
    ]


def test_a_draft_is_bound_line_by_line_without_its_conditions():
    a_document(), a_document("وکالت‌نامه")

    create_draft(document(LINES), owner=OrganizationFactory(), by=UserFactory(), at=NOW)

    assert bound() == [("تصویر شناسنامه", "شناسنامه"), ("نامهٔ آبی", None), ("وکالت‌نامه", "وکالت‌نامه")]


def test_another_text_is_bound_anew():
    a_document()
    draft = create_draft(document(LINES), owner=OrganizationFactory(), by=UserFactory(), at=NOW)

    replace_draft(draft, document(["شناسنامه"]), by=UserFactory(), at=NOW)

    assert bound() == [("شناسنامه", "شناسنامه")]


def test_a_version_from_before_the_register_is_bound_when_it_is_looked_at_anew():
    version = VersionFactory(published=True, document=document(LINES))
    a_document()

    store_findings(version, on=NOW.date())

    assert bound()[0] == ("تصویر شناسنامه", "شناسنامه")


def test_a_new_name_reaches_published_cards_and_has_them_looked_at():
    kind = a_document()
    version = VersionFactory(published=True, document=document(LINES))
    store_findings(version, on=NOW.date())
    kind.aliases = ["نامهٔ آبی"]

    change(kind, seen=1, by=steward(), at=NOW)

    version.refresh_from_db()
    assert bound()[1] == ("نامهٔ آبی", "شناسنامه")
    assert version.checked_with == ""


def test_a_name_that_was_taken_away_leaves_the_line_unknown():
    kind = a_document(aliases=("نامهٔ آبی",))
    store_findings(VersionFactory(document=document(LINES)), on=NOW.date())
    kind.aliases = []

    change(kind, seen=1, by=steward(), at=NOW)

    assert bound()[1] == ("نامهٔ آبی", None)
