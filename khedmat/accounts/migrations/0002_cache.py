from django.db import migrations


class Migration(migrations.Migration):
    """The table of the cache, as `createcachetable` would make it: present in tests and before the first page."""

    dependencies = [("accounts", "0001_initial")]
    operations = [
        migrations.RunSQL(
            """
            CREATE TABLE khedmat_cache (
                cache_key varchar(255) PRIMARY KEY,
                value text NOT NULL,
                expires timestamp with time zone NOT NULL
            );
            CREATE INDEX khedmat_cache_expires ON khedmat_cache (expires);
            """,
            "DROP TABLE khedmat_cache",
        )
    ]
