"""Filling the register of organisations from what ships with the program."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.db import transaction
from django.db.models import Q

from khedmat.core.persian import sort_key
from khedmat.organizations.directory import Agency, agencies
from khedmat.organizations.models import Organization, Place

PROVINCES = Path(__file__).parent / "data" / "provinces.json"
CENTRE = "pbo"  # art. 2 and the guide to section 2: the planning organisation examines cards and gives IDs
LONGEST_KEY = 200


class Loaded(NamedTuple):
    places: int
    organizations: int


@transaction.atomic
def load_reference() -> Loaded:
    """Provinces and agencies, added or updated; may be run again. What left the list stays: cards may name it."""
    places = load_places()
    return Loaded(places, load_organizations())


def load_places() -> int:
    rows = json.loads(PROVINCES.read_text(encoding="utf-8"))["provinces"]
    names = ["fa", "en", "iso", "iso_edition"]
    places = [
        Place(code=row["code"], sort_key=sort_key(row["fa"])[:LONGEST_KEY], **{name: row[name] for name in names})
        for row in rows
    ]
    Place.objects.bulk_create(places, update_conflicts=True, unique_fields=["code"], update_fields=[*names, "sort_key"])
    return len(places)


def load_organizations() -> int:
    """Parents in a second step: a child may stand above its parent in the list."""
    places, kept = Place.objects.in_bulk(field_name="code"), _written_by_hand()
    rows = [_row(agency, places) for agency in agencies() if agency.code not in kept]
    columns = ["name", "sort_key", "kind", "scope", "domains", "aliases", "place", "is_centre"]
    Organization.objects.bulk_create(rows, update_conflicts=True, unique_fields=["code"], update_fields=columns)
    Organization.objects.bulk_update(list(_moved(kept)), ["parent"])
    return len(rows)


def _written_by_hand() -> set[str]:
    """What the centre corrected, renamed or ended stays as the centre left it: the next start would undo it else."""
    changed = Q(edits__isnull=False) | Q(successions_after__isnull=False) | Q(former_names__change__isnull=False)
    return set(Organization.objects.filter(changed).values_list("code", flat=True))


def _moved(kept: set[str]) -> Iterator[Organization]:
    """Those that do not yet stand below the parent that the list gives them."""
    known = Organization.objects.in_bulk([agency.code for agency in agencies()], field_name="code")
    for agency in agencies():
        if agency.code in kept:
            continue
        child, parent = known[agency.code], known.get(agency.parent or "")
        if child.parent_id != (parent and parent.pk):
            child.parent = parent
            yield child


def _row(agency: Agency, places: dict[str, Place]) -> Organization:
    return Organization(
        code=agency.code,
        name=agency.name,
        sort_key=sort_key(agency.name)[:LONGEST_KEY],
        kind=agency.kind,
        scope=agency.scope,
        domains=list(agency.domains),
        aliases=list(agency.aliases),
        place=places.get(agency.province or ""),
        is_centre=agency.code == CENTRE,
    )
