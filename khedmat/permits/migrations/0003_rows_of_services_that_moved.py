"""Rows of cards whose service had gone to another agency were still shown as the former one's."""

from django.db import migrations

FOLLOW = """
    UPDATE {table} AS permit SET organization_id = service.owner_id
    FROM cards_serviceversion AS version JOIN cards_service AS service ON service.id = version.service_id
    WHERE permit.version_id = version.id AND permit.organization_id <> service.owner_id
"""


class Migration(migrations.Migration):
    dependencies = [("permits", "0002_lists_move_with_their_agency")]
    operations = [
        migrations.RunSQL(FOLLOW.format(table=table), migrations.RunSQL.noop)
        for table in ("permits_permitform", "permits_permitinquiry")
    ]
