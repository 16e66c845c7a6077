"""Sections 7 and 8: other systems of the agency, and other agencies that are asked."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import chain

from khedmat.core.persian import fold_line
from khedmat.core.sequences import first
from khedmat.importing.readers.choosing import Choice, choose
from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.evidence import Place
from khedmat.importing.readers.marks import is_marked
from khedmat.importing.readers.outline import Answer, Outline
from khedmat.importing.readers.said import said
from khedmat.importing.readers.sections import exchange_lines, exchange_tables
from khedmat.importing.readers.sections.exchange_row import Row
from khedmat.importing.readers.values import lists

_BETWEEN = re.compile(r"\s*[،,/]\s*")
_YES_OR_NO = re.compile(r"بلی?|بله|خیر|آری")


def read(outline: Outline, draft: Draft) -> None:
    """Tables; else the same boxes a line each; else the agencies that are named at all."""
    if _keep(exchange_tables.rows(outline), draft) or _keep(exchange_lines.rows(outline), draft):
        return
    answer = first(outline.said("cooperating"))
    if answer:
        _read_named_agencies(answer, draft)


def _keep(rows: Iterable[Row], draft: Draft) -> bool:
    """Whether any row said something; both lists are numbered without gaps."""
    kept: Counter[str] = Counter()
    for row in rows:
        kept[row.part] += _keep_row(f"{row.part}.{kept[row.part]}", row, draft)
    return any(kept.values())


def _keep_row(path: str, row: Row, draft: Draft) -> bool:
    values = row.values()
    for name, value in values.items():
        draft.set(f"{path}.{name}", value, Place(pieces=row.pieces))
    if values and row.external:
        _read_paper(path, row, draft)
    return bool(values)


def _read_paper(path: str, row: Row, draft: Draft) -> None:
    """Who brings the paper: the words alone are printed in the header of every form."""
    draft.set(f"{path}.paper_by", row.paper_by, Place(pieces=row.pieces))
    choice = choose(row.cell("paper"), "paper_by")
    if choice.undecided or is_marked(choice.text):
        draft.choose_one(f"{path}.paper_by", choice, Place(pieces=row.pieces))
    if _is_by_both(choice):
        draft.warn("both", f"{path}.paper_by", choice.text)


def _is_by_both(choice: Choice) -> bool:
    """No value then, and no doubt either: the marks can be read."""
    return len(choice.values) > 1 and is_marked(choice.text)


def _read_named_agencies(answer: Answer, draft: Draft) -> None:
    """«سایر دستگاه‌های مرتبط»: names on lines or between commas."""
    names = chain.from_iterable(map(_BETWEEN.split, lists.items(answer.texts)))
    for number, name in enumerate(filter(_is_name, names)):
        draft.set(f"external_inquiries.{number}.agency", fold_line(name), Place(answer))


def _is_name(text: str) -> bool:
    return said(text) is not None and not _YES_OR_NO.fullmatch(text)
