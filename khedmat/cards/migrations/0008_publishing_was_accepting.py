"""Until now the publisher examined a card and published it in one: that signature is the acceptance as well."""

from django.db import migrations

SIGN = """
    UPDATE cards_serviceversion SET accepted_by_id = published_by_id, accepted_at = published_at
    WHERE published_at IS NOT NULL AND accepted_at IS NULL
"""


class Migration(migrations.Migration):
    dependencies = [("cards", "0007_returned_accepted_discarded")]
    operations = [migrations.RunSQL(SIGN, migrations.RunSQL.noop)]
