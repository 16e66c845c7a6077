"""Which lines change hands when names of the register change."""

import pytest

from khedmat.cards.checking import store_findings
from khedmat.cards.lines.actions import add
from khedmat.cards.lines.kinds import KINDS
from khedmat.cards.lines.rebinding import Move, carry_out, moves, print_of, touched
from khedmat.cards.models import AskedDocument, Finding
from khedmat.cards.tasks import follow_merged, recheck_stale
from khedmat.registers.enums import Register
from khedmat.registers.models import DocumentType
from khedmat.registers.naming import names_of
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory
from tests.factories.registers import a_document, steward

pytestmark = pytest.mark.django_db
DOCUMENTS = KINDS[Register.DOCUMENTS]


def asking(*lines, **more):
    version = VersionFactory(document=forms.document(forms.card(documents=list(lines))), **more)
    store_findings(version, on=NOW.date())
    return version


def test_lines_written_alike_move_together_and_others_stay():
    other, mine = a_document("کارت ملی"), a_document()
    asking("نامهٔ آبی", "کارت ملی"), asking("نامه آبی")
    mine.aliases = ["نامهٔ آبی"]

    moved = moves(DOCUMENTS, [mine], names_of([mine, other]))

    assert moved == [Move("نامهابی", None, mine.pk)]
    assert [line.name for line in touched(DOCUMENTS, moved)] == ["نامهٔ آبی", "نامه آبی"]


def test_carrying_out_says_how_many_versions_were_touched():
    mine = a_document()
    first, second, third = asking("نامهٔ آبی", "نامه آبی"), asking("نامه آبی"), asking("شناسنامه")

    assert carry_out(DOCUMENTS, [Move("نامهابی", None, mine.pk)]) == 2
    assert AskedDocument.objects.filter(document_type=mine).count() == 4
    for version, was_touched in ((first, True), (second, True), (third, False)):
        version.refresh_from_db()
        assert (version.checked_with == "") == was_touched


def test_nothing_moves_where_nothing_changed():
    mine = a_document()
    asking("شناسنامه", "نامهٔ آبی")

    assert moves(DOCUMENTS, [mine], names_of([mine])) == []
    assert carry_out(DOCUMENTS, []) == 0


def test_the_print_tells_previews_apart():
    a_document()
    asking("نامهٔ آبی")
    rows = list(AskedDocument.objects.order_by("pk"))

    assert print_of(rows, "1") != print_of(rows, "2")
    assert print_of(rows, "1") != print_of([], "1")
    assert print_of(rows, "1") == print_of(list(AskedDocument.objects.order_by("pk")), "1")


def test_a_finding_goes_when_the_steward_knows_the_document():
    a_document()
    version = asking("نامهٔ آبی", published=True)
    assert Finding.objects.filter(version=version, rule="D01").exists()

    add(DocumentType(code="blue", title="نامهٔ آبی"), by=steward(), at=NOW)
    recheck_stale(timestamp=int(NOW.timestamp()))

    assert not Finding.objects.filter(version=version, rule="D01").exists()


def test_the_nightly_look_for_merged_types_may_run_on_nothing():
    assert follow_merged(timestamp=0) == 0


def test_a_second_look_writes_no_row():
    a_document()
    version = asking("شناسنامه")
    before = AskedDocument.objects.get().pk

    store_findings(version, on=NOW.date())

    assert AskedDocument.objects.get().pk == before
