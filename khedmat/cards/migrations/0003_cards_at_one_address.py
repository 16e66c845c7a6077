"""Which cards name one address is found without reading them all."""

from django.contrib.postgres.indexes import HashIndex
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("cards", "0002_lists_from_indexes_alone")]

    operations = [
        migrations.AddIndex("serviceversion", HashIndex(fields=["url"], name="version_at_address")),
    ]
