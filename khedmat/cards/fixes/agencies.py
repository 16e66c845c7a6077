"""O01, O03, O04: one agency a row, by its registered name."""

from itertools import pairwise

from khedmat.cards.fixes.fix import Fix, only_if, row_at, rows_of, with_row_parted, with_rows
from khedmat.cards.form import Document
from khedmat.cards.rules.agency_names import BETWEEN, are_several, is_known
from khedmat.cards.rules.rule import Breach
from khedmat.cards.vocabulary import VOCABULARY
from khedmat.organizations import directory

NEAREST = 2


def one_a_row(document: Document, breach: Breach) -> list[Fix]:
    """A row for each agency, where all are known. An inquiry with a time of its own is not told twice."""
    name, place, _ = row_at(breach.field)
    row = rows_of(document, name)[place]
    agencies = _parted(str(breach.values["agency"]))
    is_timed = bool((row.get("duration") or {}).get("value"))
    is_certain = len(agencies) > 1 and not is_timed and all(is_known(one) and not are_several(one) for one in agencies)
    rows = [row | {"agency": agency} for agency in agencies]
    return only_if(is_certain, "هر دستگاه را در ردیفی جدا بنویس", with_row_parted(document, breach.field, rows))


def _parted(text: str) -> list[str]:
    cuts = [(0, 0), *(found.span() for found in BETWEEN.finditer(text)), (len(text), len(text))]
    return [text[one[1] : other[0]].strip() for one, other in pairwise(cuts)]


def nearest_names(document: Document, breach: Breach) -> list[Fix]:
    name, place, _ = row_at(breach.field)
    near = [agency.name for agency in directory.candidates(str(breach.values["agency"]), NEAREST)]
    return [Fix(f"«{one}» بنویس", with_rows(document, name, {place: {"agency": one}})) for one in near]


def one_carrier(document: Document, breach: Breach) -> list[Fix]:
    name, place, _ = row_at(breach.field)
    carriers = VOCABULARY["paper_by"].items()
    return [Fix(f"تنها {label.fa}", with_rows(document, name, {place: {"paper_by": who}})) for who, label in carriers]
