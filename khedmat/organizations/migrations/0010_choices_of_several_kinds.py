"""A plan chose for services alone; now each choice names its kind."""

from django.db import migrations

NAME = """
    UPDATE organizations_plannedchange SET choices = (
        SELECT jsonb_object_agg('services-' || key, value) FROM jsonb_each(choices)
    ) WHERE choices <> '{}'
"""
UNNAME = """
    UPDATE organizations_plannedchange SET choices = COALESCE((
        SELECT jsonb_object_agg(substr(key, 10), value) FROM jsonb_each(choices) WHERE key LIKE 'services-%'
    ), '{}') WHERE choices <> '{}'
"""


class Migration(migrations.Migration):
    dependencies = [("organizations", "0009_a_scope_for_counts")]
    operations = [migrations.RunSQL(NAME, UNNAME)]
