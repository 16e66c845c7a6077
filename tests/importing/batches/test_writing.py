"""What was chosen of a batch is written step by step: each document once, and its row says what became of it."""

import pytest
from django.core.exceptions import ValidationError

from khedmat.cards.models import ServiceVersion, ValueTrace
from khedmat.importing.batches import writing
from khedmat.importing.batches.moves import move
from khedmat.importing.batches.writing import choose
from khedmat.importing.models import Batch, Intake
from khedmat.importing.uploads import content_of, document_of, papers_in
from khedmat.organizations.models import Membership
from tests.factories.people import person
from tests.importing.batches.batch import LATER, advanced, all_chosen, cards, said
from tests.importing.paper import card_text
from tests.web.importing.conftest import FORM

pytestmark = pytest.mark.django_db


@pytest.fixture
def read_then_slow(read, monkeypatch):
    """From here on one document is written at once, and a step ends after it."""

    def slowed(files):
        batch = read(files)
        monkeypatch.setattr(writing, "AT_ONCE", 1)
        monkeypatch.setattr("khedmat.importing.tasks.A_STEP", -1.0)
        return batch

    return slowed


def test_all_that_is_new_becomes_drafts_and_the_batch_is_done(read, office):
    batch = read(cards(3))

    assert all_chosen(batch, office.author) == 3
    done = advanced(batch)

    assert (done.state, done.chosen) == ("done", 3)
    assert ServiceVersion.objects.count() == Intake.objects.count() == 3
    assert said(batch, "version__source_file__sha256") == said(batch, "upload__file__sha256")
    assert {(version.created_by, version.created_at) for version in ServiceVersion.objects.all()} == {
        (office.author, LATER)
    }


def test_only_what_was_chosen_is_written(read, office):
    batch = read(cards(3))

    choose(batch, batch.rows.filter(place=1), by=office.author, at=LATER)

    assert advanced(batch).state == "read"
    assert [bool(version) for version in said(batch, "version")] == [False, True, False]


def test_a_document_is_kept_whole_with_its_trace_until_it_is_written(read, office):
    batch = read({"form.html": FORM.read_text("utf-8")})
    row = batch.rows.get()
    (again,) = papers_in(content_of(row.upload.file), "form.html")

    assert document_of(row.upload, 0) == again.document
    all_chosen(batch, office.author)
    advanced(batch)
    assert ValueTrace.objects.count() == len(again.document.trace) > 10


def test_nothing_is_chosen_before_all_is_read_nor_while_others_are_written(bring, office):
    batch = bring(cards(2))
    with pytest.raises(ValidationError, match="در حال خواندن"):
        all_chosen(batch, office.author)
    advanced(batch)
    all_chosen(batch, office.author)

    with pytest.raises(ValidationError, match="در حال نوشتن"):
        all_chosen(batch, person("author", office.agency))

    assert Batch.objects.get().writer == office.author


def test_choosing_nothing_that_can_be_written_begins_nothing(read, office):
    batch = read({"letter.txt": "نامه"})

    assert (all_chosen(batch, office.author), Batch.objects.get().state) == (0, "done")


def test_a_step_goes_on_where_the_last_one_ended(read_then_slow, office):
    batch = read_then_slow(cards(3))
    all_chosen(batch, office.author)

    seen = [(advanced(batch).state, batch.rows.waiting().count()) for _step in range(4)]

    assert seen == [("writing", 2), ("writing", 1), ("writing", 0), ("done", 0)]


def test_a_kill_between_the_draft_and_its_row_writes_neither(read, office, monkeypatch):
    batch = read(cards(2))
    all_chosen(batch, office.author)
    monkeypatch.setattr(writing, "record", lambda *given: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        advanced(batch)
    monkeypatch.undo()

    assert not ServiceVersion.objects.exists()
    assert advanced(batch).state == "done"
    assert ServiceVersion.objects.count() == Intake.objects.count() == 2


def test_pausing_holds_the_rest_and_cancelling_lets_it_go(read_then_slow, office):
    batch = read_then_slow(cards(4))
    all_chosen(batch, office.author)
    advanced(batch)
    move(batch, "pause")
    held = [advanced(batch).state, batch.rows.waiting().count()]
    move(batch, "resume")
    advanced(batch)

    move(batch, "cancel")

    assert held == ["writing_paused", 3]
    assert (advanced(batch).state, ServiceVersion.objects.count()) == ("read", 2)
    assert batch.rows.writable().count() == 2


@pytest.mark.parametrize("act", ["pause", "resume", "cancel"])
def test_what_is_done_is_neither_held_nor_resumed_nor_cancelled(read, act):
    with pytest.raises(ValidationError, match="شدنی نیست"):
        move(read(cards(1)), act)


def test_what_changed_in_the_register_since_the_reading_is_asked_again(read, office):
    first, second = read(cards(2)), read({**cards(2), "other.txt": card_text()})
    all_chosen(first, office.author)
    advanced(first)

    all_chosen(second, office.author)
    advanced(second)

    assert said(second, "what") == ["leave", "leave", "add"]
    assert "همین را می‌گوید" in said(second, "reason")[0]
    assert ServiceVersion.objects.count() == 3


def test_who_is_no_author_any_more_writes_nothing(read, office):
    batch = read(cards(1))
    all_chosen(batch, office.author)
    Membership.objects.filter(user=office.author).update(role="reader")

    advanced(batch)

    assert not ServiceVersion.objects.exists()
    assert "نویسندهٔ" in said(batch, "reason")[0]
