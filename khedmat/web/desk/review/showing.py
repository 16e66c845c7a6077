"""A card under review, box by box: what it says now, what it said, what the rules and the people say of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from khedmat.cards.editing import followed, value_at
from khedmat.cards.form import as_contract
from khedmat.cards.models import ServiceVersion
from khedmat.cards.reviewing import can_suggest
from khedmat.cards.threads import Thread, carried_to, threads_of
from khedmat.web.desk.editor.sections import SECTIONS, Section, section_of
from khedmat.web.desk.fields import Shown, boxes
from khedmat.web.desk.review.permit_boxes import FormBox, form_boxes, texts_of

OF_OTHER_EDITIONS = 11


class Reviewed(NamedTuple):
    """A box with its thread. `was`: what the published card says there, None where it says the same; `carried`: what
    the version before left open; `text`: the box as somebody who suggests another text begins; `heading`: of the row
    of a permit form that begins here."""

    path: str
    shown: Shown
    was: str | None
    thread: Thread | None
    carried: Thread | None
    text: str
    heading: str = ""

    @property
    def may_suggest(self) -> bool:
        return can_suggest(self.path)

    @property
    def is_seen(self) -> bool:
        return self.thread is not None and self.thread.is_seen

    @property
    def is_open(self) -> bool:
        return self.thread is not None and self.thread.is_open


class Part(NamedTuple):
    """A section of the form with its boxes."""

    section: Section
    boxes: list[Reviewed]

    @property
    def threads(self) -> list[Thread]:
        """Also those that the version before left open."""
        return [thread for box in self.boxes for thread in (box.thread, box.carried) if thread]

    @property
    def seen(self) -> int:
        return sum(box.is_seen for box in self.boxes)

    @property
    def waiting(self) -> int:
        return sum(box.is_open for box in self.boxes)


class _Known(NamedTuple):
    """Of all boxes: what the card in force says, the threads, those of the version before, and the plain values."""

    published: Mapping[str, str]
    threads: Mapping[str, Thread]
    carried: Mapping[str, Thread]
    plain: Any


def reviewed(version: ServiceVersion) -> list[Part]:
    """The sections in printed order."""
    plain = as_contract(version.document)
    threads, left = threads_of(version), carried_to(version)
    known = _Known(_published_before(version), threads, left, plain)
    by_section: dict[str, list[Reviewed]] = defaultdict(list)
    for box in _asked(version):
        made = _reviewed(box, known)
        by_section[section_of(made.path)].append(made)
    return [Part(section, by_section[section.slug]) for section in SECTIONS if section.slug in by_section]


def _reviewed(box: FormBox, known: _Known) -> Reviewed:
    path, text = box.path, _typed(value_at(known.plain, box.path))
    said = known.published.get(path), known.threads.get(path), known.carried.get(path)
    return Reviewed(path, box.shown, *said, text, box.heading)


def first_unseen(parts: Iterable[Part]) -> Reviewed | None:
    """Where to go on."""
    return next((box for part in parts for box in part.boxes if not box.is_seen), None)


def _asked(version: ServiceVersion) -> list[FormBox]:
    """Every box of the ten sections, then of permit forms 1 and 2; those of other editions of the form where there is
    something to look at."""
    findings = list(version.findings.for_page())
    every = boxes(version.card, version.undecided, findings=findings, traces=())
    asked = [box for box in every if box.field.section < OF_OTHER_EDITIONS or box.findings or box.state != "unsaid"]
    of_card = [FormBox(f"card.{box.field.path}", box) for box in asked]
    return [*of_card, *form_boxes(version.document, findings)]


def _published_before(version: ServiceVersion) -> dict[str, str]:
    """What the card in force says in the boxes that this version would change; empty for what it leaves unsaid."""
    published = version.service.published
    if published in (None, version):
        return {}
    before = _texts(published) | _rows_before(published, version)
    now = _texts(version) | texts_of(version.document)
    return {path: text for path, text in before.items() if path in now and text != now[path]}


def _texts(version: ServiceVersion) -> dict[str, str]:
    every = boxes(version.card, version.undecided, findings=(), traces=())
    return {f"card.{box.field.path}": box.text or "" for box in every}


def _rows_before(published: ServiceVersion, version: ServiceVersion) -> dict[str, str]:
    """The same of the rows of forms 1 and 2, at the places where they stand now."""
    before, now = published.document, version.document
    return {followed(path, before, now): text for path, text in texts_of(before).items()}


def _typed(value: Any) -> str:
    """A text, or the lines of a list, as they are typed; of other shapes nothing is suggested."""
    lines = value if isinstance(value, list) else [value]
    return "\n".join(line for line in lines if isinstance(line, str))
