"""Lists of the desk are found without the wide rows of versions."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cards", "0001_initial"),
        ("files", "0001_initial"),
        ("organizations", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex("serviceversion", "version_by_stage"),
        migrations.RemoveIndex("serviceversion", "version_of_service"),
        migrations.AddIndex(
            "serviceversion",
            models.Index(
                fields=["stage", "-touched_at"],
                include=("id", "service", "number", "title_key", "sort_key", "publish_on"),
                name="version_by_stage",
            ),
        ),
        migrations.AddIndex(
            "serviceversion",
            models.Index(
                fields=["service", "stage"],
                include=("id", "touched_at", "published_at", "number", "title_key", "publish_on"),
                name="version_of_service",
            ),
        ),
        migrations.AddIndex(
            "stagechange",
            models.Index(
                fields=["by", "version"],
                condition=models.Q(target__in=("draft", "submitted", "approved")),
                name="stage_change_by_a_hand",
            ),
        ),
    ]
