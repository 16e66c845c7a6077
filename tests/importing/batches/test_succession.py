"""What was brought to an agency that ends: its batches and files go on at the successor."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.utils import timezone

from khedmat.cards.models import ServiceVersion
from khedmat.importing.batches.taking import take_batch
from khedmat.importing.batches.writing import choose
from khedmat.importing.models import Batch, BatchMove, Upload, UploadMove
from khedmat.importing.uploads import Given, carry_out, plan_upload, take
from khedmat.organizations.changing import planning
from khedmat.organizations.changing.kinds import Case
from khedmat.organizations.changing.preview import preview
from tests.factories.cards import NOW
from tests.factories.changes import carried, merged, planned
from tests.factories.people import OrganizationFactory, person, publisher
from tests.importing.batches.batch import advanced, brought, cards, zipped
from tests.importing.paper import card_text, whats


@pytest.fixture
def new():
    return OrganizationFactory(code="new", name="سازمان جانشین", valid_from=timezone.localdate() - timedelta(days=1))


@pytest.fixture
def loose(office):
    """`loose()`: a file that the author brought by itself."""
    given = Given("card.txt", card_text().encode())
    return lambda: take(given, organization=office.agency, by=office.author, at=NOW)


def today():
    return timezone.localdate()


def items_of(plan, name):
    groups = preview(Case.of(plan, at=timezone.now()))
    (group,) = [group for group in groups if group.name == name]
    return [(item.label, item.fate, item.taker) for item in group.items]


def drafted(upload, author):
    carry_out(plan_upload(upload, author=author, on=today()), upload, by=author, at=timezone.now())
    return ServiceVersion.objects.get()


def test_a_batch_goes_with_its_files_and_its_archive_is_told_once(office, read, new):
    batch = read(cards(2))
    plan = planned("merge", [office.agency], [new])

    assert items_of(plan, "batches") == [("forms.zip", "جابه‌جا می‌شود", new)]
    assert items_of(plan, "uploads") == []
    change = carried(plan)

    move = BatchMove.objects.get()
    assert (move.batch, move.before, move.after, move.change) == (batch, office.agency, new, change)
    assert {upload.organization for upload in Upload.objects.all()} == {new}
    assert UploadMove.objects.count() == 2


def test_people_of_the_successor_write_what_was_read_before(office, read, new):
    batch = read(cards(2))
    merged(office.agency, new)
    author = person("author", new)

    batch = Batch.objects.get(pk=batch.pk)
    choose(batch, batch.rows.all(), by=author, at=timezone.now())
    advanced(batch)

    versions = ServiceVersion.objects.select_related("service__owner", "created_by")
    assert {(one.service.owner, one.created_by) for one in versions} == {(new, author)}
    assert versions.count() == 2


def test_what_was_not_read_yet_is_read_for_the_successor(office, bring, new):
    batch = bring(cards(2))
    merged(office.agency, new)

    rows = advanced(batch).rows.select_related("upload")

    assert whats(rows) == ["add", "add"]
    assert {row.upload.organization for row in rows} == {new}


def test_a_writing_under_way_waits_for_somebody_of_the_successor(office, read, new):
    batch = read(cards(2))
    choose(batch, batch.rows.all(), by=office.author, at=timezone.now())
    plan = planned("merge", [office.agency], [new])

    assert "از نو برگزیده" in items_of(plan, "batches")[0][1]
    carried(plan)
    batch = advanced(batch)

    assert batch.state == "read"
    assert not batch.rows.waiting().exists()
    assert not ServiceVersion.objects.exists()


def test_the_same_archive_under_way_at_both_is_told(office, bring, new):
    bring(cards(1))
    brought(cards(1), organization=new, by=person("author", new))

    with pytest.raises(ValidationError) as refusal:
        merged(office.agency, new)

    (said,) = refusal.value.messages
    assert f"«{office.agency.name}» و «{new.name}»" in said
    assert "لغو کند یا بگذارد به پایان برسد" in said
    assert not BatchMove.objects.exists()


def test_a_file_goes_to_the_successor_and_is_carried_out_there(office, loose, new):
    upload = loose()
    merged(office.agency, new)
    author = person("author", new)

    upload = Upload.objects.get(pk=upload.pk)
    version = drafted(upload, author)

    assert (upload.organization, version.service.owner) == (new, new)
    assert UploadMove.objects.get().before == office.agency


def test_a_file_goes_where_the_service_went_that_was_made_of_it(office, loose, new):
    other = OrganizationFactory(code="other")
    made, unmade = loose(), take(Given("b.txt", b"x"), organization=office.agency, by=office.author, at=NOW)
    service = drafted(made, office.author).service
    plan = planned("split", [office.agency], [new, other])

    planning.choose(plan, {f"services-{service.pk}": "other"}, by=publisher(), at=timezone.now())
    plan.refresh_from_db()
    carried(plan)

    owners = dict(Upload.objects.order_by("pk").values_list("pk", "organization__code"))
    assert owners == {made.pk: "other", unmade.pk: "new"}


def test_of_an_agency_that_stays_only_files_of_services_that_go_leave(office, loose, read, new):
    read(cards(1))
    upload = loose()
    service = drafted(upload, office.author).service
    unmade = take(Given("b.txt", b"x"), organization=office.agency, by=office.author, at=NOW)
    plan = planned("split", [office.agency], [office.agency, new])
    planning.choose(plan, {f"services-{service.pk}": "new"}, by=publisher(), at=timezone.now())
    plan.refresh_from_db()

    fates = {label: (fate, taker) for label, fate, taker in items_of(plan, "uploads")}
    assert fates == {"card.txt": ("جابه‌جا می‌شود", new), "b.txt": ("می‌ماند", office.agency)}
    carried(plan)

    unmade.refresh_from_db()
    assert unmade.organization == Batch.objects.get().organization == office.agency


@pytest.mark.parametrize("kind", ["rename", "closing"])
def test_nothing_goes_where_nobody_takes_it(office, loose, bring, kind):
    upload = loose()
    bring(cards(1))
    carried(planned(kind, [office.agency], new_name="نو" if kind == "rename" else ""))

    upload.refresh_from_db()
    assert upload.organization == Batch.objects.get().organization == office.agency
    assert not UploadMove.objects.exists()


def test_nothing_is_brought_to_an_agency_that_has_ended(office, new):
    merged(office.agency, new)
    whose = {"organization": office.agency, "by": office.author}

    with pytest.raises(ValidationError, match="آوردن پرونده.*سازمان جانشین"):
        take(Given("a.txt", b"x"), at=timezone.now(), **whose)
    with pytest.raises(ValidationError, match="آوردن پرونده.*سازمان جانشین"):
        take_batch(SimpleUploadedFile("a.zip", zipped(cards(1))), at=timezone.now(), **whose)


def test_the_database_lets_nothing_that_was_brought_go_without_its_row(loose, bring, new):
    loose()
    bring(cards(1))

    for model in (Upload, Batch):
        with pytest.raises(DatabaseError, match="moves by a change"), transaction.atomic():
            model.objects.update(organization=new)
