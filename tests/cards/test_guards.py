"""What was submitted never changes: asked of the database in every way a program can."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import F

from khedmat.cards.enums import Stage
from khedmat.cards.models import DiagramBox, DocumentRequirement, Filler, ServiceVersion, StageChange, ValueTrace
from khedmat.cards.rows import CHILDREN
from tests.factories.cards import NOW, FindingFactory, ServiceFactory, VersionFactory
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
LATER_STAGES = [stage for stage in Stage.values if stage != "draft"]


def refused(act):
    """The database raises, and the transaction around goes on."""
    with pytest.raises(DatabaseError), transaction.atomic():
        act()


def sql(text, *values):
    with connection.cursor() as cursor:
        cursor.execute(text, values)


@pytest.mark.parametrize("stage", LATER_STAGES)
def test_a_version_that_left_the_draft_stage_is_not_saved_over(stage):
    version = VersionFactory(stage=stage)

    version.title = "عنوان دیگر"

    refused(version.save)


@pytest.mark.parametrize("column", ["content", "sha256", "title", "service_type", "cost_free", "source_file", "number"])
def test_no_column_of_a_submitted_version_is_updated(column):
    version = VersionFactory(stage="submitted")
    other = {
        "content": {},
        "sha256": "0" * 64,
        "title": "x",
        "service_type": [],
        "cost_free": True,
        "number": 9,
        "source_file": F("id"),
    }

    refused(lambda: ServiceVersion.objects.filter(pk=version.pk).update(**{column: other[column]}))


def test_bulk_update_is_refused():
    version = VersionFactory(stage="submitted")
    version.description = "دیگر"

    refused(lambda: ServiceVersion.objects.bulk_update([version], ["description"]))


def test_raw_sql_is_refused():
    version = VersionFactory(stage="published")

    refused(lambda: sql("UPDATE cards_serviceversion SET title = 'x' WHERE id = %s", version.pk))
    refused(lambda: sql("DELETE FROM cards_serviceversion WHERE id = %s", version.pk))
    refused(lambda: sql("UPDATE cards_serviceversion SET stage = 'draft' WHERE id = %s", version.pk))


def test_neither_versions_nor_services_are_deleted():
    draft = VersionFactory()
    empty = ServiceFactory()

    refused(lambda: ServiceVersion.objects.filter(pk=draft.pk)._raw_delete("default"))
    refused(empty.delete)


@pytest.mark.parametrize("model", [*CHILDREN, ServiceVersion, StageChange])
def test_no_table_is_emptied_at_once(model):
    refused(lambda: sql(f"TRUNCATE {model._meta.db_table} CASCADE"))


def test_the_draft_itself_may_be_changed():
    version = VersionFactory()

    version.title = "عنوان بهتر"
    version.save()
    DocumentRequirement.objects.filter(version=version).delete()

    assert ServiceVersion.objects.get(pk=version.pk).title == "عنوان بهتر"


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("draft", "approved"),
        ("draft", "published"),
        ("submitted", "draft"),
        ("submitted", "published"),
        ("published", "approved"),
        ("approved", "published"),
        ("returned", "draft"),
        ("returned", "submitted"),
        ("discarded", "draft"),
    ],
)
def test_no_stage_is_skipped_and_none_goes_back(source, target):
    version = VersionFactory(stage=source)

    refused(
        lambda: ServiceVersion.objects.filter(pk=version.pk).update(
            stage=target, submitted_at=NOW, submitted_by=version.created_by
        )
    )


def test_a_version_begins_as_a_draft():
    made = VersionFactory.build(service=ServiceFactory(), created_by=UserFactory(), stage="published")

    refused(made.save)


def test_a_signature_is_never_changed():
    version = VersionFactory(stage="approved")
    mine = ServiceVersion.objects.filter(pk=version.pk)

    refused(lambda: mine.update(approved_by=UserFactory()))
    refused(lambda: mine.update(approved_by=None, approved_at=None))
    refused(lambda: mine.update(submitted_at=NOW.replace(year=2020)))


@pytest.mark.parametrize("model", CHILDREN)
def test_the_rows_of_a_submitted_version_are_frozen_with_it(model):
    version = VersionFactory(stage="submitted")
    row = model.objects.get_queryset().filter(version=version).first()

    assert row is not None
    refused(row.save)
    refused(row.delete)
    row.pk = None
    refused(lambda: row.save(force_insert=True))


def test_a_row_does_not_move_to_or_from_a_submitted_version():
    frozen, draft = VersionFactory(stage="submitted"), VersionFactory()
    box = DiagramBox.objects.create(version=draft, order=99, text="خانه")

    refused(lambda: DiagramBox.objects.filter(version=frozen, order=1).update(version=draft, order=98))
    refused(lambda: DiagramBox.objects.filter(pk=box.pk).update(version=frozen))


def test_the_rows_of_a_draft_may_change():
    draft = VersionFactory()

    Filler.objects.filter(version=draft).update(name="دیگری")
    deleted, _ = ValueTrace.objects.filter(version=draft).delete()

    assert deleted == 1


def test_the_log_is_only_written_to():
    change = VersionFactory().stage_changes.get()

    change.target = "published"
    refused(change.save)
    refused(change.delete)
    refused(lambda: StageChange.objects.update(by=UserFactory()))


def test_findings_and_bookkeeping_go_on_after_submission():
    finding = FindingFactory(version=VersionFactory(stage="published"))

    finding.delete()
    ServiceVersion.objects.update(checked_with="2", search_text="x", title_key="x", sort_key="x")

    assert ServiceVersion.objects.get().checked_with == "2"


def test_every_change_of_a_version_leaves_an_event():
    version = VersionFactory(stage="submitted")

    stages = version.events.order_by("pk").values_list("stage", flat=True)

    assert list(stages) == ["draft", "submitted"]
    refused(version.events.all().delete)
