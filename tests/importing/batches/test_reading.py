"""Files of a batch are read step by step: each once, whatever stops the reading and however often it begins."""

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from khedmat.files.models import StoredFile
from khedmat.importing.batches import files as batch_files
from khedmat.importing.batches import reading
from khedmat.importing.batches.keeping import keep
from khedmat.importing.batches.moves import move
from khedmat.importing.models import Upload
from khedmat.importing.tasks import advance_batch, take_up_batches
from tests.importing.batches.batch import advanced, cards, said, zipped
from tests.importing.paper import card_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def one_by_one(monkeypatch):
    """Every file is kept alone, and every step ends after one."""
    monkeypatch.setattr(reading, "A_WHILE", -1.0)
    monkeypatch.setattr("khedmat.importing.tasks.A_STEP", -1.0)


def test_every_document_becomes_a_row_with_its_plan_and_what_is_found(read, office):
    batch = read({"one.txt": card_text(), "more/two.txt": card_text(title="خدمتی دیگر", audience=None)})

    rows = list(batch.rows.all())
    assert (batch.state, batch.done, batch.total) == ("read", 2, 2)
    assert [(row.name, row.what, row.title) for row in rows] == [
        ("one.txt", "add", "صدور گواهی نمونه"),
        ("more/two.txt", "add", "خدمتی دیگر"),
    ]
    assert all(row.blockers == sum(found["severity"] == "B" for found in row.findings) > 0 for row in rows)
    assert {(row.upload.batch, row.upload.by, row.upload.organization) for row in rows} == {
        (batch, office.author, office.agency)
    }


def test_what_cannot_be_read_is_a_row_with_its_sentence_and_is_not_kept(read):
    batch = read({"empty.txt": "", "letter.txt": "نامه‌ای که فرم نیست", "card.txt": card_text()})

    assert said(batch, "what") == ["refuse", "refuse", "add"]
    assert "خالی است" in said(batch, "reason")[0]
    assert said(batch, "upload__name") == [None, None, "card.txt"]
    assert StoredFile.objects.count() == 2  # the archive and the card


def test_several_cards_in_one_file_are_several_rows_of_one_upload(read):
    batch = read({"two.txt": card_text(title="یکم", code="10031093000") + "\n" + card_text(title="دوم")})

    assert said(batch, "part", "title") == [(0, "یکم"), (1, "دوم")]
    assert (batch.done, Upload.objects.count()) == (1, 1)


def test_files_of_an_archive_in_the_archive_stand_among_the_others(read):
    batch = read({"a.txt": card_text(), "more.zip": zipped({"b.txt": card_text(title="دیگری")})})

    assert said(batch, "name") == ["a.txt", "more.zip/b.txt"]


def test_each_step_goes_on_where_the_last_one_ended_and_asks_for_the_next(bring, one_by_one):
    batch = bring(cards(3))

    seen = [advanced(batch) for _step in range(4)]

    assert [one.done for one in seen] == [1, 2, 3, 3]
    assert [one.state for one in seen] == ["reading"] * 3 + ["read"]
    assert ProcrastinateJob.objects.filter(task_name=advance_batch.name).count() == 1
    assert seen[2].rate > 0


def test_files_that_two_workers_read_at_once_are_kept_once(bring, monkeypatch):
    monkeypatch.setattr(reading, "keep", lambda *given, **more: keep(*given, **more) and keep(*given, **more))

    batch = advanced(bring(cards(3)))

    assert batch.done == batch.rows.count() == Upload.objects.count() == 3


def test_what_was_read_while_somebody_paused_is_let_go_and_read_later(bring, monkeypatch):
    batch = bring(cards(3))
    monkeypatch.setattr(reading, "read", lambda *given: [move(batch, "pause"), batch_files.read(*given)][1])
    monkeypatch.setattr(reading, "A_WHILE", -1.0)
    paused = advanced(batch)
    monkeypatch.undo()

    assert (paused.state, paused.done) == ("reading_paused", 0)
    assert advanced(batch).done == 0
    move(batch, "resume")
    assert (advanced(batch).state, len(said(batch, "pk"))) == ("read", 3)


def test_cancelling_keeps_what_was_read_and_ends_the_work(bring, one_by_one):
    batch = bring(cards(3))
    advanced(batch)

    move(batch, "cancel")

    assert (advanced(batch).state, batch.rows.count(), Upload.objects.count()) == ("cancelled", 1, 1)


def test_a_file_on_which_the_reader_fails_is_refused_and_the_others_are_read(read, monkeypatch, caplog):
    def failing(data, path):
        if path.name == "bad.txt":
            raise RuntimeError("a fault of ours")
        return papers_of(data, path)

    papers_of = batch_files.papers_of
    monkeypatch.setattr(batch_files, "papers_of", failing)
    batch = read({"bad.txt": "x", "card.txt": card_text()})

    assert said(batch, "what") == ["refuse", "add"]
    assert "پیش‌بینی‌نشده" in said(batch, "reason")[0]
    assert "a fault of ours" in caplog.text


def test_a_file_that_kills_every_reader_is_found_and_set_aside(bring, monkeypatch):
    batch = bring(cards(4))

    def dying(place, listing):
        if place == 2:
            raise KeyboardInterrupt
        return batch_files.read(place, listing)

    monkeypatch.setattr(reading, "read", dying)
    for _death in range(5):
        with pytest.raises(KeyboardInterrupt):
            advance_batch(batch=batch.pk)

    assert advanced(batch).done == 4
    assert said(batch, "what") == ["add", "add", "refuse", "add"]
    assert "از کار انداخت" in said(batch, "reason")[2]


def test_an_archive_that_the_store_has_lost_ends_the_batch_in_words(bring):
    batch = bring(cards(1))
    batch.file.content.storage.delete(batch.file.content.name)

    ended = advanced(batch)

    assert (ended.state, ended.done) == ("cancelled", 0)
    assert "دوباره بیاورید" in ended.problem


def test_a_batch_whose_step_was_lost_is_taken_up_by_the_clock(bring):
    batch = bring(cards(1))
    ProcrastinateJob.objects.all().delete()

    take_up_batches(timestamp=0)

    assert ProcrastinateJob.objects.get().args == {"batch": batch.pk}
