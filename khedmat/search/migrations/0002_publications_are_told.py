from django.db import migrations

# Conditions stand in the bodies: one in WHEN would forbid to alter the columns it names.
TOLD = {
    "change": ("search_indexchange", "INSERT", "true"),
    "copy": ("cards_localcopy", "UPDATE", "OLD.stage <> NEW.stage AND 'published' IN (OLD.stage, NEW.stage)"),
    "confirmation": ("cards_confirmation", "INSERT", "true"),
    "answer": ("cards_feedbackstep", "INSERT", "true"),
}


def made(name, table, event, condition):
    return f"""
        CREATE FUNCTION search_tell_{name}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN IF {condition} THEN PERFORM pg_notify('khedmat_published', ''); END IF; RETURN NULL; END $$;
        CREATE TRIGGER search_tell_{name} AFTER {event} ON {table} FOR EACH ROW EXECUTE FUNCTION search_tell_{name}();
    """


def undone(name, table, *_rest):
    return f"DROP TRIGGER search_tell_{name} ON {table}; DROP FUNCTION search_tell_{name}();"


class Migration(migrations.Migration):
    """Whoever keeps public pages hears of a publication with its commit, once a transaction; no row waits for another."""

    dependencies = [("search", "0001_changes"), ("cards", "0028_portals_of_agencies")]
    operations = [migrations.RunSQL(made(name, *told), undone(name, *told)) for name, told in TOLD.items()]
