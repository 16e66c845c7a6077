"""Files that are brought to the desk: kept as they came, planned and carried out from the stored bytes."""

import hashlib

import pytest
from django.db import DatabaseError, transaction

from khedmat.cards.models import ServiceVersion
from khedmat.core.persian import fold_line
from khedmat.files.models import StoredFile
from khedmat.importing.models import Intake, Upload
from khedmat.importing.readers.unreadable import Unreadable
from khedmat.importing.tasks import carry_out_upload
from khedmat.importing.uploads import Given, carry_out, content_of, plain_name, plan_upload, take
from tests.factories.cards import NOW
from tests.factories.people import OrganizationFactory, person
from tests.importing.paper import TODAY, card_text, whats

pytestmark = pytest.mark.django_db


@pytest.fixture
def author(agency, folder):
    return person("author", agency)


def brought(agency, author, text=None, name="card.txt"):
    return take(Given(name, (text or card_text()).encode()), organization=agency, by=author, at=NOW)


def several(number):
    numbered = [(f"خدمت {place}", f"100310930{place:02}") for place in range(number)]
    return "\n".join(card_text(title=title, code=code) for title, code in numbered)


def test_a_file_is_kept_as_it_came(agency, author):
    upload = brought(agency, author)

    assert upload.file.sha256 == hashlib.sha256(card_text().encode()).hexdigest()
    assert content_of(upload.file) == card_text().encode()
    assert (upload.name, upload.organization, upload.by) == ("card.txt", agency, author)


def test_the_same_content_twice_is_two_arrivals_of_one_file(agency, author):
    for name in ("card.txt", "again.txt"):
        brought(agency, author, name=name)

    assert (StoredFile.objects.count(), Upload.objects.count()) == (1, 2)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\فرم‌ها\\card.html", "card.html"),
        ("a\x00b\n.txt", "ab .txt"),
        ("", "form"),
        ("...", "form"),
        ("/", "form"),
        ("ن" * 400 + ".txt", "ن" * 251 + ".txt"),
    ],
)
def test_a_name_loses_its_folders_and_never_leads_anywhere(given, kept):
    assert plain_name(given) == fold_line(kept)


def test_what_arrived_is_never_changed_nor_deleted(agency, author):
    upload = brought(agency, author)

    for act in (lambda: Upload.objects.update(name="other"), upload.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()
    assert str(upload) == "card.txt"


def test_the_plan_is_made_of_the_stored_bytes_for_the_agency_that_was_said(agency, author):
    upload = brought(agency, author)

    plan = plan_upload(upload, author=author, on=TODAY)

    assert whats(plan.rows) == ["add"]
    assert plan.rows[0].owner == agency.pk


def carried_out(upload, by):
    return carry_out(plan_upload(upload, author=by, on=TODAY), upload, by=by, at=NOW)


def test_carrying_out_makes_a_draft_with_its_file_and_again_nothing(agency, author):
    upload = brought(agency, author)

    first, second = (carried_out(upload, author) for _ in range(2))

    version = ServiceVersion.objects.get()
    assert first[0].version == version
    assert (version.source_file, version.created_by) == (upload.file, author)
    assert whats(second) == ["leave"]


def test_a_stranger_s_plan_refuses_every_row(agency, author):
    upload, stranger = brought(agency, author), person("author", OrganizationFactory())

    results = carried_out(upload, stranger)

    assert whats(results) == ["refuse"]
    assert not ServiceVersion.objects.exists()


def test_thirty_cards_of_one_file_become_thirty_drafts_by_the_queue_however_often_it_is_run(agency, author):
    upload = brought(agency, author, several(30))
    job = {"upload": upload.pk, "by": author.pk, "at": NOW.isoformat(), "total": 30}

    written = [carry_out_upload(**job) for _ in range(2)]

    assert written == [30, 0]
    assert ServiceVersion.objects.count() == Intake.objects.filter(at=NOW).count() == 30


def test_a_file_that_the_store_has_lost_is_said_in_words(agency, author):
    upload = brought(agency, author)
    upload.file.content.storage.delete(upload.file.content.name)

    with pytest.raises(Unreadable, match="دوباره بیاورید"):
        plan_upload(upload, author=author, on=TODAY)


def test_what_is_neither_text_nor_page_is_not_kept(agency, author):
    with pytest.raises(Unreadable):
        take(Given("a.html", b"MZ" + bytes(100)), organization=agency, by=author, at=NOW)

    assert not StoredFile.objects.exists()
