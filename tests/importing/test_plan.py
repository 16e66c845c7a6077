"""What an import would do with each card, and why."""

import pytest

from khedmat.cards import actions as cards
from khedmat.cards.models import Service, ServiceVersion
from khedmat.importing.readers.reading import read_path
from tests.factories.cards import NOW, VersionFactory, advance
from tests.factories.people import OrganizationFactory, UserFactory
from tests.factories.titles import titles_of
from tests.importing.paper import nothing_is_written, planned, row_of, taken, whats, write

pytestmark = pytest.mark.django_db


def edit(version, path):
    """A colleague writes something else into the draft by hand."""
    (document,) = read_path(path)
    card = document.card.model_copy(update={"description": "با دست نوشته شد"})
    return cards.replace_draft(version, document.model_copy(update={"card": card}), by=UserFactory(), at=NOW)


def test_a_service_that_nobody_knows_is_added(agency, folder):
    row = row_of(write(folder))

    assert (row.what, row.title, row.agency, row.service) == ("add", "صدور گواهی نمونه", agency.code, None)


def test_a_plan_writes_nothing(agency, folder):
    taken(write(folder, "known.txt", title="خدمت دانسته"))
    write(folder, "known.txt", title="خدمت دانسته", description="دیگر")
    write(folder, "new.txt")

    with nothing_is_written():
        rows = planned(folder).rows

    assert whats(rows) == ["change", "add"]


def test_a_plan_of_many_files_asks_as_much_as_one_of_few(agency, folder, assert_same_cost):
    taken(write(folder, "0.txt", title="خدمت 0"))

    def grow():
        for number in range(1, 20):
            write(folder, f"{number}.txt", title=f"خدمت {number}")
        taken(folder)
        for number in range(10):
            write(folder, f"{number}.txt", title=f"خدمت {number}", description="شرحی دیگر")

    write(folder, "0.txt", title="خدمت 0", description="شرحی دیگر")
    assert_same_cost(lambda: planned(folder), grow)


def test_findings_are_counted_before_anything_is_written(agency, folder):
    row = row_of(write(folder))

    assert row.findings["B"] >= 1
    assert not ServiceVersion.objects.exists()


def test_the_same_paper_is_left(agency, folder):
    path = write(folder)
    taken(path)

    row = row_of(path)

    assert (row.what, row.service, row.findings) == ("leave", Service.objects.get().pk, {})


def test_the_same_content_in_another_file_is_left(agency, folder):
    taken(write(folder))

    assert row_of(write(folder, "copy.txt", text=folder.joinpath("card.txt").read_text() + "\n\n")).what == "leave"


@pytest.mark.parametrize("stage", ["submitted", "approved", "published", "replaced"])
def test_what_a_version_of_any_stage_says_already_is_left(agency, folder, stage):
    path = write(folder)
    (result,) = taken(path)
    advance(result.version, stage)

    assert row_of(path).what == "leave"


def test_other_content_replaces_a_draft_that_nobody_touched(agency, folder):
    taken(write(folder))

    row = row_of(write(folder, description="شرحی دیگر", audience=None))

    assert (row.what, row.changed) == ("change", ("card.description", "card.audience"))


@pytest.mark.parametrize("stage", ["submitted", "approved", "published"])
def test_other_content_makes_a_draft_beside_what_was_sent(agency, folder, stage):
    (result,) = taken(write(folder))
    advance(result.version, stage)

    row = row_of(write(folder, description="شرحی دیگر"))

    assert (row.what, row.service, row.changed) == ("change", result.version.service_id, ("card.description",))
    assert "کنار نسخهٔ ۱" in row.reason


def test_what_a_person_wrote_into_a_draft_is_never_wiped_out(agency, folder):
    (result,) = taken(write(folder))
    edit(result.version, folder / "card.txt")

    row = row_of(write(folder, description="شرحی دیگر"))

    assert (row.what, "با دست ویرایش" in row.reason) == ("refuse", True)


def test_a_draft_that_was_never_imported_is_somebodys_work(agency, folder):
    VersionFactory(service__owner=agency, card={"title": "صدور گواهی نمونه"})

    assert row_of(write(folder)).what == "refuse"


def test_a_file_taken_in_before_leaves_the_work_done_since(agency, folder):
    (result,) = taken(write(folder))
    edit(result.version, folder / "card.txt")

    row = row_of(folder / "card.txt")

    assert (row.what, "پیش از این درون‌ریزی شده" in row.reason) == ("leave", True)


def test_an_older_paper_never_takes_the_place_of_a_newer_one(agency, folder):
    old, new = write(folder, "old.txt"), write(folder, "new.txt", description="تازه‌تر")
    taken(old)
    taken(new)

    assert row_of(old).what == "leave"


def test_a_form_with_an_id_is_about_the_service_with_this_id(agency, folder):
    (result,) = taken(write(folder, code="10031093000"))

    row = row_of(write(folder, "renamed.txt", code="10031093000", title="عنوانی تازه"))

    assert (row.what, row.service) == ("change", result.version.service_id)


def test_the_id_of_another_agency_is_refused(agency, folder):
    other = VersionFactory(stage="published", card={"service_id": "10031093000"}).service
    Service.objects.filter(pk=other.pk).update(code="10031093000")

    row = row_of(write(folder, code="10031093000"))

    assert row.what == "refuse"
    assert "10031093000" in row.reason
    assert other.owner.name in row.reason


def test_an_id_that_is_only_in_somebodys_draft_claims_nothing(agency, folder):
    VersionFactory(card={"service_id": "10031093000"})

    assert row_of(write(folder, code="10031093000")).what == "add"


def test_the_same_title_at_another_agency_is_another_service(agency, folder):
    VersionFactory(service__owner=OrganizationFactory(), card={"title": "صدور گواهی نمونه"})

    assert row_of(write(folder)).what == "add"


def test_two_services_of_one_title_ask_which(agency, folder):
    for _ in range(2):
        VersionFactory(service__owner=agency, stage="published", card={"title": "صدور گواهی نمونه"})
    first, second = Service.objects.order_by("pk")

    path = write(folder)

    assert "--service" in row_of(path).reason
    assert row_of(path, service=second).service == second.pk
    assert row_of(path, service=first).what == "change"


def test_a_service_that_is_named_holds_whatever_the_title_became(agency, folder):
    (result,) = taken(write(folder))

    row = row_of(write(folder, "renamed.txt", title="عنوانی درست‌تر"), service=result.version.service)

    assert (row.what, row.service, row.changed) == ("change", result.version.service_id, ("card.title",))


def test_a_service_of_another_agency_cannot_be_named(agency, folder):
    version = VersionFactory()

    with pytest.raises(ValueError, match="another agency"):
        planned(write(folder), agency=agency, service=version.service)


def test_a_damaged_id_is_laid_beside_the_one_that_the_register_proves(agency, folder):
    taken(write(folder, "known.txt", title="صدور پروانه چاه", code="13031670110"))

    row = row_of(write(folder, "damaged.txt", title="صدور پروانه قنات", code="130316670110"))

    assert row.what == "add"
    assert "13031670110" in row.reason
    assert "صدور پروانه چاه" in row.reason


@pytest.mark.parametrize("code", ["02634187105", "130399999999", "1303"])
def test_a_number_that_no_id_of_the_agency_explains_gets_no_suggestion(agency, folder, code):
    taken(write(folder, "known.txt", title="صدور پروانه چاه", code="13031670110"))

    assert row_of(write(folder, "other.txt", title="صدور پروانه قنات", code=code)).reason == ""


def test_the_ids_of_another_agency_are_no_evidence(agency, folder):
    other = OrganizationFactory(name="سازمان دیگر")
    taken(write(folder, "known.txt", title="صدور پروانه چاه", code="13031670110", agency=other.name))

    row = row_of(write(folder, "damaged.txt", title="صدور پروانه قنات", code="130316670110"))

    assert "13031670110" not in row.reason


def test_a_title_outside_the_confirmed_list_is_written_and_said_before(agency, folder):
    titles_of(agency)

    row = row_of(write(folder, title="فروش آب"))

    assert row.what == "add"
    assert "«فروش آب» در فهرست تأییدشدهٔ دستگاه نیست" in row.reason
