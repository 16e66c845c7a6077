"""The citations of a card bound to legal sources: derived rows, made by whatever stores a version or its findings."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import attrgetter

from django.db.models import Q

from khedmat.cards.citations import Citation, citation, name_of
from khedmat.cards.form import Document
from khedmat.cards.lines.boxes import LONGEST_LETTERS
from khedmat.cards.lines.unknown import recount
from khedmat.cards.looking import Looked, Renewal, remove, renewals
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


def bind_laws(looked: Sequence[Looked]) -> None:
    """Only rows that differ are written; what a version cites as before is left, as by `lines.bind`."""
    if news := list(filter(_is_news, looked)):
        _bind(news)


def _is_news(one: Looked) -> bool:
    return one.before is None or citations_in(one.before) != citations_in(one.document)


def _bind(looked: Sequence[Looked]) -> None:
    news = list(filter(_differs, renewals(looked, CitedLaw.objects.all(), _rows)))
    remove(chain.from_iterable(map(attrgetter("was"), news)), CitedLaw.objects.all())
    CitedLaw.objects.bulk_create(chain.from_iterable(map(attrgetter("will"), news)))


def _differs(laws: Renewal) -> bool:
    return _said(laws.was) != _said(laws.will)


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


def _rows(one: Looked) -> Iterator[CitedLaw]:
    laws = known_laws()
    for order, text in enumerate(citations_in(one.document), start=1):
        letters = name_of(text)[:LONGEST_LETTERS]
        yield CitedLaw(version=one.version, order=order, text=text, letters=letters, law=law_of(text, laws))


def _said(rows: Iterable[CitedLaw]) -> list[tuple[int, str, str, int | None]]:
    return [(row.order, row.text, row.letters, row.law_id) for row in rows]
