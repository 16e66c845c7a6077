from django.db import migrations

FROM_BEFORE = "این شناسه پیش از این دفتر داده شده بود و در فرم آمد؛ با انتشار همان‌گونه که بود ثبت شد."
# Until now a service got its ID from its form when it was first published: its publisher took it over.
REGISTER = f"""
    INSERT INTO cards_givenid (service_id, code, is_legacy, why, by_id, at)
    SELECT service.id, service.code, true, '{FROM_BEFORE}', first.published_by_id, first.published_at
    FROM cards_service service
    JOIN LATERAL (
        SELECT published_by_id, published_at FROM cards_serviceversion
        WHERE service_id = service.id AND published_at IS NOT NULL
        ORDER BY published_at, id LIMIT 1
    ) first ON true
    WHERE service.code IS NOT NULL
"""


class Migration(migrations.Migration):
    """IDs that services bear already, into the register, marked as from before it."""

    dependencies = [("cards", "0004_ids")]
    operations = [migrations.RunSQL(REGISTER, migrations.RunSQL.noop, elidable=True)]
