from django.db import migrations, models

NOTED = "INSERT INTO search_indexchange (service, agency, transaction, at) VALUES ({}, {}, pg_current_xact_id()::text::bigint, now());"
# Conditions stand in the bodies: one in WHEN would forbid to alter the columns it names.
NOTES = {
    "version": (
        "cards_serviceversion",
        "UPDATE",
        "OLD.stage <> NEW.stage AND 'published' IN (OLD.stage, NEW.stage)",
        "NEW.service_id",
    ),
    "service": (
        "cards_service",
        "UPDATE",
        "(OLD.code, OLD.owner_id) IS DISTINCT FROM (NEW.code, NEW.owner_id)",
        "NEW.id",
    ),
    "name": ("cards_popularname", "INSERT OR UPDATE", "true", "NEW.service_id"),
    "agency": (
        "organizations_organization",
        "UPDATE",
        "(OLD.name, OLD.code, OLD.parent_id, OLD.place_id) IS DISTINCT FROM (NEW.name, NEW.code, NEW.parent_id, NEW.place_id)",
        None,
    ),
}
TOLD = {
    "change": ("search_indexchange", "INSERT", "true"),
    "copy": ("cards_localcopy", "UPDATE", "OLD.stage <> NEW.stage AND 'published' IN (OLD.stage, NEW.stage)"),
    "confirmation": ("cards_confirmation", "INSERT", "true"),
    "answer": ("cards_feedbackstep", "INSERT", "true"),
}


def noting(name, table, event, condition, service):
    noted = NOTED.format(service or "NULL", "NULL" if service else "NEW.id")
    return f"""
        CREATE FUNCTION search_note_{name}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN IF {condition} THEN {noted} END IF; RETURN NULL; END $$;
        CREATE TRIGGER search_note_{name} AFTER {event} ON {table} FOR EACH ROW EXECUTE FUNCTION search_note_{name}();
    """


def not_noting(name, table, *_rest):
    return f"DROP TRIGGER search_note_{name} ON {table}; DROP FUNCTION search_note_{name}();"


def telling(name, table, event, condition):
    return f"""
        CREATE FUNCTION search_tell_{name}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN IF {condition} THEN PERFORM pg_notify('khedmat_published', ''); END IF; RETURN NULL; END $$;
        CREATE TRIGGER search_tell_{name} AFTER {event} ON {table} FOR EACH ROW EXECUTE FUNCTION search_tell_{name}();
    """


def not_telling(name, table, *_rest):
    return f"DROP TRIGGER search_tell_{name} ON {table}; DROP FUNCTION search_tell_{name}();"


class Migration(migrations.Migration):
    """Whoever changes what is searched notes it in the same transaction, whatever program it is; whoever keeps public pages
    hears of a publication with its commit, once a transaction, and no row waits for another."""

    initial = True
    dependencies = [("cards", "0001_initial"), ("organizations", "0001_initial")]
    operations = [
        migrations.CreateModel(
            name="IndexChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("service", models.BigIntegerField(blank=True, null=True, verbose_name="خدمت")),
                ("agency", models.BigIntegerField(blank=True, null=True, verbose_name="دستگاه")),
                ("transaction", models.BigIntegerField(db_index=True, verbose_name="تراکنش")),
                ("at", models.DateTimeField(db_index=True, verbose_name="زمان")),
            ],
            options={"verbose_name": "تغییر نمایه", "verbose_name_plural": "تغییرهای نمایه"},
        ),
        *(migrations.RunSQL(noting(name, *told), not_noting(name, *told)) for name, told in NOTES.items()),
        *(migrations.RunSQL(telling(name, *told), not_telling(name, *told)) for name, told in TOLD.items()),
    ]
