"""A registry of any size, made of the sample cards: rows are copied by the database itself, in seconds.

Guards of the tables are off while rows are copied: nothing that the product does is timed here.
"""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import connection, models

from khedmat.cards.enums import SIGNED, Stage
from khedmat.cards.models import Service, ServiceVersion
from khedmat.organizations.models import Organization

AGENCIES = 500
SHARES = {  # of a hundred cards
    Stage.PUBLISHED: 70,
    Stage.DRAFT: 10,
    Stage.SUBMITTED: 5,
    Stage.APPROVED: 5,
    Stage.ACCEPTED: 3,
    Stage.RETURNED: 5,
    Stage.SUSPENDED: 2,
}
ROAD = (Stage.SUBMITTED, Stage.APPROVED, Stage.ACCEPTED, Stage.PUBLISHED)
PER_CENT = [stage for stage, share in SHARES.items() for _ in range(share)]
LEFT_OUT = {  # histories of a keystroke are on no list; what a reader said bears a code of its own
    "cards_serviceversionevent",
    "cards_edit",
    "cards_feedback",
    "cards_feedbackstep",
}


def fill(cards: int) -> None:
    """That many services with one version each beside the samples; the same every time."""
    with connection.cursor() as cursor:
        guarded = [Service._meta.db_table, ServiceVersion._meta.db_table, *(table for table, _columns in _beside())]
        for table in guarded:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        _agencies(cursor)
        first = _services(cursor, cards)
        _versions(cursor, cards, first)
        for table, columns in _beside():
            listed = ", ".join(columns)
            copied = ", ".join(f"c.{column}" for column in columns)
            cursor.execute(
                f"INSERT INTO {table} ({listed}, version_id) SELECT {copied}, made.version "
                f"FROM made JOIN {table} c ON c.version_id = made.source"
            )
        for table in guarded:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _columns(model: type[models.Model], *without: str) -> list[str]:
    fields = (field for field in model._meta.concrete_fields if not (field.primary_key or field.generated))
    names = (field.column for field in fields if field.column not in without)
    return [f'"{name}"' for name in names]


def _agencies(cursor: Any) -> None:
    names = _columns(Organization, "code", "name", "sort_key", "is_centre")
    kept = ", ".join(names)
    cursor.execute(
        f"INSERT INTO organizations_organization (code, name, sort_key, is_centre, {kept}) "
        f"SELECT 'bench-' || n, 'سازمان ' || n, 'سازمان ' || lpad(n::text, 4, '0'), false, {kept} "
        "FROM generate_series(1, %s) n, "
        "(SELECT * FROM organizations_organization WHERE kind = 'organization' AND NOT is_centre LIMIT 1) o",
        [AGENCIES],
    )


def _services(cursor: Any, cards: int) -> int:
    """The key before the first of them. Every tenth card is of the first sample agency, whose people are measured."""
    last = Service.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    busiest = ServiceVersion.objects.order_by("pk").values_list("service__owner", flat=True).first()
    cursor.execute(
        "INSERT INTO cards_service (id, code, owner_id, created_at) "
        "SELECT %s + n, '13' || lpad((n / 9000)::text, 2, '0') || (1000 + n %% 9000)::text || '000', "
        "CASE WHEN n %% 10 = 0 THEN %s ELSE made_up.first + n %% %s END, now() FROM generate_series(1, %s) n, "
        "(SELECT min(id) AS first FROM organizations_organization WHERE code LIKE 'bench-%%') made_up",
        [last, busiest, AGENCIES, cards],
    )
    cursor.execute("SELECT setval(pg_get_serial_sequence('cards_service', 'id'), %s)", [last + cards])
    return last


def _versions(cursor: Any, cards: int, first: int) -> None:
    """`made` says which version was made of which."""
    last = ServiceVersion.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    sources = list(ServiceVersion.objects.exclude(title="").order_by("pk").values_list("pk", flat=True))
    cursor.execute(
        "CREATE TEMPORARY TABLE made AS SELECT n, %s + n AS version, %s + n AS service, "
        "(%s::bigint[])[1 + n %% %s] AS source, (%s::text[])[1 + (n * 37) %% 100] AS stage, "
        "(n * 7919 %% 1000003)::text AS word FROM generate_series(1, %s) n",
        [last, first, sources, len(sources), list(map(str, PER_CENT)), cards],
    )
    of_service = "(SELECT s.owner_id FROM cards_service s WHERE s.id = made.service)"
    written = {
        "service_id": "made.service",
        "owner_id": of_service,
        "number": "1",
        "stage": "made.stage",
        "replaced_at": "NULL",
    }
    written |= {"publish_on": "NULL", "title": "v.title || ' ' || made.word"}
    written |= {name: f"v.{name} || ' ' || made.word" for name in ("title_key", "search_text")}
    written |= {"sort_key": "v.sort_key || lpad(made.word, 7, '0')"} | _signatures()
    kept = _columns(ServiceVersion, *written)
    cursor.execute(
        f"INSERT INTO cards_serviceversion (id, {', '.join(kept)}, {', '.join(written)}) "
        f"SELECT made.version, {', '.join(f'v.{name}' for name in kept)}, {', '.join(written.values())} "
        "FROM made JOIN cards_serviceversion v ON v.id = made.source"
    )
    cursor.execute("SELECT setval(pg_get_serial_sequence('cards_serviceversion', 'id'), %s)", [last + cards])


def _signatures() -> dict[str, str]:
    """Four people sign where the stage asks for it, on days spread over two years."""
    people = "(SELECT array_agg(id ORDER BY id) FROM accounts_user)"
    after = {stage: [*ROAD[place:], Stage.SUSPENDED] for place, stage in enumerate(ROAD)}
    after[Stage.SUBMITTED].append(Stage.RETURNED)
    when = {stage: ", ".join(f"'{one}'" for one in stages) for stage, stages in after.items()}
    signed: dict[str, str] = {}
    for place, stage in enumerate(SIGNED):
        is_due = f"CASE WHEN made.stage IN ({when[stage]}) THEN"
        signed[f"{stage}_by_id"] = f"{is_due} ({people})[{place + 1}] END"
        signed[f"{stage}_at"] = f"{is_due} now() - (made.n % 730) * interval '1 day' + interval '{place} hours' END"
    return signed


def _beside() -> Iterable[tuple[str, list[str]]]:
    """The tables of rows that hang on a version, with what is copied of them."""
    for model in apps.get_app_config("cards").get_models():
        names = {field.column for field in model._meta.concrete_fields}
        if "version_id" in names and not model._meta.proxy and model._meta.db_table not in LEFT_OUT:
            yield model._meta.db_table, _columns(model, "version_id")
