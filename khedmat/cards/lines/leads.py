"""Where the lines of a version lead: to entries of the registers, read beside the version itself."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from khedmat.cards.models import AskedDocument, CitedLaw, UsedSystem

BOOKS = {  # the rows of a book, what they are found again by, and the entry that they mean
    "documents": (AskedDocument, "letters", "document_type"),
    "laws": (CitedLaw, "text", "law"),
    "systems": (UsedSystem, "letters", "system"),
}


class Leads(NamedTuple):
    """Addresses of entries: of documents and systems by the letters of a name, of laws by the line itself."""

    documents: Mapping[str, str]
    laws: Mapping[str, str]
    systems: Mapping[str, str]


def with_leads(versions: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """Versions, each with what `leads_of` reads: no question more."""
    return versions.annotate(**{f"leads_{book}": _entries(*which) for book, which in BOOKS.items()})


def _entries(rows: Any, line: str, entry: str) -> ArraySubquery:
    known = rows.objects.filter(version=OuterRef("pk")).exclude(**{entry: None}).order_by("order")
    return ArraySubquery(known.values(json=JSONObject(line=F(line), code=F(f"{entry}__code"))))


def leads_of(row: Any) -> Leads:
    """`row`: the version as fetched by `with_leads`, None where it is not public."""
    return Leads(*({one["line"]: one["code"] for one in getattr(row, f"leads_{book}", ())} for book in BOOKS))
