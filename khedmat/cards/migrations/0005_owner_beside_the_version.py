"""Lists of an agency are found by its column beside the version; the database keeps it."""

import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from khedmat.core.migrating import AddTrigger

FILL = "UPDATE cards_serviceversion v SET owner_id = s.owner_id FROM cards_service s WHERE s.id = v.service_id"
CHECK_NOW = "SET CONSTRAINTS ALL IMMEDIATE"  # a table with checks that wait is not altered


class Migration(migrations.Migration):
    dependencies = [
        ("cards", "0004_unknown_names"),
        ("files", "0001_initial"),
        ("organizations", "0002_a_scope_for_webhooks"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="serviceversion",
            name="version_published_by_title",
        ),
        migrations.RemoveIndex(
            model_name="serviceversion",
            name="version_by_stage",
        ),
        migrations.RemoveIndex(
            model_name="serviceversion",
            name="version_of_service",
        ),
        migrations.AddField(
            model_name="serviceversion",
            name="owner",
            field=models.ForeignKey(
                null=True,
                blank=True,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organizations.organization",
                verbose_name="دستگاه خدمت",
            ),
        ),
        migrations.RunSQL([FILL, CHECK_NOW], migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="serviceversion",
            name="owner",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organizations.organization",
                verbose_name="دستگاه خدمت",
            ),
        ),
        migrations.AddIndex(
            model_name="serviceversion",
            index=models.Index(
                condition=models.Q(("stage", "published")),
                fields=["sort_key", "id"],
                include=("owner", "service_type", "nature", "level", "life_events", "start_trigger", "is_electronic"),
                name="version_published_by_title",
            ),
        ),
        migrations.AddIndex(
            model_name="serviceversion",
            index=models.Index(
                fields=["stage", "-touched_at"],
                include=("id", "service", "owner", "number", "title_key", "sort_key", "publish_on"),
                name="version_by_stage",
            ),
        ),
        migrations.AddIndex(
            model_name="serviceversion",
            index=models.Index(
                fields=["owner", "stage"],
                include=("id", "service", "touched_at", "published_at", "number", "title_key", "publish_on"),
                name="version_of_owner",
            ),
        ),
        AddTrigger(
            model_name="service",
            trigger=pgtrigger.compiler.Trigger(
                name="versions_follow",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."owner_id" IS DISTINCT FROM (NEW."owner_id"))',
                    func="UPDATE cards_serviceversion SET owner_id = NEW.owner_id WHERE service_id = NEW.id; RETURN NULL;",
                    hash="de35def2a83f677d627630e706e4080ae9efc7c2",
                    operation="UPDATE",
                    pgid="pgtrigger_versions_follow_12044",
                    table="cards_service",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="serviceversion",
            trigger=pgtrigger.compiler.Trigger(
                name="owner_of_its_service",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF TG_OP = 'INSERT' THEN PERFORM 1 FROM cards_service WHERE id = NEW.service_id FOR SHARE; END IF;\n                    NEW.owner_id := (SELECT owner_id FROM cards_service WHERE id = NEW.service_id);\n                    RETURN NEW;\n                ",
                    hash="ba9ea8cac079bf42b5f52a0c1a39f1ed831fad6a",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_owner_of_its_service_58a19",
                    table="cards_serviceversion",
                    when="BEFORE",
                ),
            ),
        ),
    ]
