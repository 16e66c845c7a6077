"""The citations of a card bound to legal sources: derived rows, made by whatever stores a version or its findings."""

from collections.abc import Iterable, Iterator

from django.db.models import Q

from khedmat.cards.citations import Citation, citation, name_of
from khedmat.cards.form import Document
from khedmat.cards.lines.boxes import LONGEST_LETTERS
from khedmat.cards.lines.unknown import recount
from khedmat.cards.models import CitedLaw, ServiceVersion
from khedmat.cards.models.queries import VersionQuerySet
from khedmat.core.persian import squeeze
from khedmat.registers.enums import Register
from khedmat.registers.models import LegalSource
from khedmat.registers.naming import known


def known_laws() -> list[LegalSource]:
    return list(known(Register.LAWS).entries.values())


def law_of(text: str, laws: Iterable[LegalSource]) -> LegalSource | None:
    """The one law that a citation means: by name, then by year and number. What these contradict is another law."""
    name, parts = name_of(text), citation(text)
    named = [law for law in laws if name in map(name_of, law.names())]
    fitting = [law for law in named if _fits(law, parts)]
    return fitting[0] if len(fitting) == 1 else None


def _fits(law: LegalSource, parts: Citation) -> bool:
    """What neither the citation nor the register says contradicts nothing."""
    is_of_year = not parts.on or law.year in (None, parts.on.year)
    is_of_number = not (parts.official_number and law.number) or squeeze(parts.official_number) == squeeze(law.number)
    return is_of_year and is_of_number


def citations_in(document: Document) -> list[str]:
    """The lines of the box of laws."""
    return document.card.laws if document.card else []


def bind_laws(version: ServiceVersion, document: Document, *, before: Document | None = None) -> None:
    """Only rows that differ are written; the version is locked, or seen by nobody yet. `before`: as `lines.bind`."""
    if before is not None and citations_in(before) == citations_in(document):
        return
    will, was = list(_rows(version, document)), list(version.cited_laws.order_by("order"))
    if _said(was) != _said(will):
        version.cited_laws.all().delete()
        CitedLaw.objects.bulk_create(will)


def rebind(law: LegalSource) -> int:
    """After a law changed: its citations and those that nobody knew, anew. How many versions were touched."""
    laws = known_laws()
    rows = CitedLaw.objects.filter(Q(law=law) | Q(law=None)).order_by("pk")
    moved = [row for row in rows if _is_moved(row, laws)]
    versions = ServiceVersion.objects.filter(pk__in={row.version_id for row in moved})
    list(versions.select_for_update(no_key=True).order_by("pk").values_list("pk"))
    CitedLaw.objects.bulk_update(moved, ["law"])
    recount(Register.LAWS, {row.letters for row in moved})
    return look_anew(versions)


def look_anew(versions: VersionQuerySet) -> int:
    """Their findings are made anew by the job that the caller enqueues."""
    return versions.update(checked_with="")


def _is_moved(row: CitedLaw, laws: list[LegalSource]) -> bool:
    """Whether a citation means another law now; the row is left with it, unsaved."""
    was, row.law = row.law_id, law_of(row.text, laws)
    return row.law_id != was


def _rows(version: ServiceVersion, document: Document) -> Iterator[CitedLaw]:
    laws = known_laws()
    for order, text in enumerate(citations_in(document), start=1):
        letters = name_of(text)[:LONGEST_LETTERS]
        yield CitedLaw(version=version, order=order, text=text, letters=letters, law=law_of(text, laws))


def _said(rows: Iterable[CitedLaw]) -> list[tuple[int, str, str, int | None]]:
    return [(row.order, row.text, row.letters, row.law_id) for row in rows]
