"""Sections 9 and 10: the diagram as the processes, or the processes as the diagram."""

from itertools import pairwise, product

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
    is_safe = processes and not any(is_end(name) or is_task(name) for name in processes)
    changes = {BOXES: boxes, LINKS: [list(link) for link in pairwise(boxes)]}
    return only_if(is_safe, "فرایندهای بخش ۹ را به‌ترتیب رسم کن", changes)


def _listed(document: Document) -> list[Fix]:
    drawn = list(dict.fromkeys(box for box in card_of(document).diagram.boxes if not is_end(box)))
    is_safe = drawn and not any(map(is_task, drawn))
    return only_if(is_safe, "عناوین فرایندها را از نمودار بردار", {"card.processes": drawn})


def without_task(document: Document, breach: Breach) -> list[Fix]:
    """The box goes, and what came before it leads to what came after."""
    card, place = card_of(document), row_at(breach.field)[1]
    box, boxes = card.diagram.boxes[place], list(card.diagram.boxes)
    del boxes[place]
    before = [one for one, other in card.diagram.links if other == box != one]
    after = [other for one, other in card.diagram.links if one == box != other]
    links = [link for link in card.diagram.links if box not in link] + list(product(before, after))
    changes = {BOXES: boxes, LINKS: [list(link) for link in dict.fromkeys(links)]}
    is_safe = boxes and box not in boxes and not is_among(box, card.processes)
    return only_if(is_safe, "این خانه را از نمودار بردار", changes)
