"""What stands beside a version: the newest row of each line, said of it or of an earlier version of its service."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from khedmat.cards.documents.issuing import with_issuers_of_asked
from khedmat.cards.enums import ObtainedBy, Stage
from khedmat.cards.models import DocumentWay, PriceTerm, ServiceVersion, Term
from khedmat.cards.models.beside import BesideRow

Row = TypeVar("Row", bound=BesideRow)
WAY = {"letters": "letters", "way": "way", "agency": "agency__name", "code": "agency__code"}
TERM = {name: name for name in ("letters", *Term._fields)}


class Obtained(NamedTuple):
    """As pages show it; `agency` and `code` where it is fetched."""

    way: str
    agency: str | None
    code: str | None

    @property
    def is_fetched(self) -> bool:
        return self.way == ObtainedBy.AGENCY


def newest(rows: Iterable[Row]) -> dict[str, Row]:
    """By letters; the rows come in the order in which they were said."""
    return {row.letters: row for row in rows}


def ways_of(version: ServiceVersion) -> dict[str, DocumentWay]:
    rows = _up_to(DocumentWay.objects.all(), version.service_id, version.number)
    return newest(rows.select_related("agency", "by"))


def terms_of(version: ServiceVersion) -> dict[str, PriceTerm]:
    rows = _up_to(PriceTerm.objects.all(), version.service_id, version.number)
    return newest(rows.select_related("by"))


def with_beside(versions: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """Versions, each with what `obtained_in` and `terms_in` read: no question of its own."""
    ways = _up_to(DocumentWay.objects.all(), OuterRef("service"), OuterRef("number"))
    terms = _up_to(PriceTerm.objects.all(), OuterRef("service"), OuterRef("number"))
    return versions.annotate(
        ways=ArraySubquery(ways.values(json=JSONObject(**WAY))),
        terms=ArraySubquery(terms.values(json=JSONObject(**TERM))),
    )


def beside(version: ServiceVersion) -> Any:
    """The same of one that is at hand, with who gives its documents."""
    return with_beside(with_issuers_of_asked(ServiceVersion.objects.filter(pk=version.pk).only("pk"))).get()


def obtained_in(version: Any) -> dict[str, Obtained]:
    """Letters → how it is obtained, of those of which it is said."""
    found = {row.pop("letters"): Obtained(**row) for row in map(dict, version.ways)}
    return {letters: one for letters, one in found.items() if one.way}


def terms_in(version: Any) -> dict[str, Term]:
    return {row["letters"]: _term(row) for row in version.terms}


def counted_ways(**which: Any) -> Counter[str]:
    """How many lines of published cards are obtained in which way; of others nobody said anything."""
    rows = DocumentWay.objects.filter(
        version__service__versions__stage=Stage.PUBLISHED,
        version__service__versions__number__gte=F("version__number"),
        version__service__versions__askeddocument_lines__letters=F("letters"),
        **{f"version__service__versions__askeddocument_lines__{name}": value for name, value in which.items()},
    ).exclude(version__stage=Stage.DISCARDED)
    latest = rows.order_by("version__service", "letters", "-version__number", "-pk")
    return Counter(filter(None, latest.distinct("version__service", "letters").values_list("way", flat=True)))


def _up_to(rows: QuerySet[Any, Any], service: Any, number: Any) -> QuerySet[Any, Any]:
    """What was said of drafts that were let go is not said."""
    found = rows.filter(version__service=service, version__number__lte=number)
    return found.exclude(version__stage=Stage.DISCARDED).order_by("version__number", "pk")


def _term(row: dict[str, Any]) -> Term:
    since, until = (row[name] and date.fromisoformat(row[name]) for name in ("valid_from", "valid_until"))
    return Term(since, until, row["source"])
