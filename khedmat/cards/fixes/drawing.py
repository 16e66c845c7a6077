"""Sections 9 and 10: the diagram as the processes, or the processes as the diagram."""

from itertools import filterfalse, pairwise, product

from khedmat.cards.fixes.fix import Fix, only_if, row_at
from khedmat.cards.form import Document
from khedmat.cards.rules.diagram import is_among, is_end, is_task
from khedmat.cards.rules.reading import card_of
from khedmat.cards.rules.rule import Breach

BOXES, LINKS = "card.diagram.boxes", "card.diagram.links"
START, END = "شروع", "پایان"


def as_listed(document: Document, breach: Breach) -> list[Fix]:
    return [*_drawn(document), *_listed(document)]


def empty_section(document: Document, breach: Breach) -> list[Fix]:
    """C02 at section 9 or 10: the other one says it."""
    fixes = {"card.diagram": _drawn, "card.processes": _listed}
    return fixes[breach.field](document) if breach.field in fixes else []


def _drawn(document: Document) -> list[Fix]:
    processes = list(dict.fromkeys(card_of(document).processes))
    boxes = [START, *processes, END]
    is_safe = processes and not any(map(_is_no_process, processes))
    changes = {BOXES: boxes, LINKS: list(map(list, pairwise(boxes)))}
    return only_if(is_safe, "فرایندهای بخش ۹ را به‌ترتیب رسم کن", changes)


def _listed(document: Document) -> list[Fix]:
    drawn = list(dict.fromkeys(filterfalse(is_end, card_of(document).diagram.boxes)))
    is_safe = drawn and not any(map(is_task, drawn))
    return only_if(is_safe, "عناوین فرایندها را از نمودار بردار", {"card.processes": drawn})


def _is_no_process(name: str) -> bool:
    return is_end(name) or is_task(name)


def without_task(document: Document, breach: Breach) -> list[Fix]:
    """The box goes, and what came before it leads to what came after."""
    card, place = card_of(document), row_at(breach.field)[1]
    boxes = list(card.diagram.boxes)
    box = boxes.pop(place)
    changes = {BOXES: boxes, LINKS: list(map(list, _joined(card.diagram.links, box)))}
    is_safe = all((boxes, box not in boxes, not is_among(box, card.processes)))
    return only_if(is_safe, "این خانه را از نمودار بردار", changes)


def _joined(links: list[tuple[str, str]], box: str) -> dict[tuple[str, str], None]:
    """The links without a box: each one before it leads to each one after it."""
    before = [one for one, other in links if other == box != one]
    after = [other for one, other in links if one == box != other]
    rest = filterfalse(lambda link: box in link, links)
    return dict.fromkeys([*rest, *product(before, after)])
