"""The lines of a document, each read once: labels, and text for the label before it, above it or behind it."""

import re
from collections.abc import Sequence
from itertools import filterfalse

from khedmat.importing.readers import labels
from khedmat.importing.readers.blocks import Line, Sheet
from khedmat.importing.readers.labels import Hit
from khedmat.importing.readers.outline.answers import Answer, Piece
from khedmat.importing.readers.outline.asking import asks_nothing
from khedmat.importing.readers.outline.booleans import read_boolean
from khedmat.importing.readers.outline.brief import read_brief, settle_brief
from khedmat.importing.readers.outline.broken import read_broken_label, with_whole_labels
from khedmat.importing.readers.outline.columns import Column
from khedmat.importing.readers.outline.menus import forget_menus
from khedmat.importing.readers.outline.named import named_by_options
from khedmat.importing.readers.outline.placing import place
from khedmat.importing.readers.outline.running import running_lines
from khedmat.importing.readers.outline.turned import look_above, look_before
from khedmat.importing.readers.outline.unknown import unknown_label
from khedmat.importing.readers.outline.whole import Outline

_NUMBERING = re.compile(r"[\s\d۰-۹٠-٩\W]+")


def outline(sheet: Sheet) -> Outline:
    """Reads every line once, then looks for values that stand before their labels."""
    made = Outline(sheet)
    column = Column(made)
    running = running_lines(sheet)
    lines = list(with_whole_labels(filterfalse(running.__contains__, sheet.lines)))
    for before, line in zip((None, *lines), lines, strict=False):
        if not (read_broken_label(before, line, made) or column.takes(line) or read_boolean(line, made)):
            _read_line(line, made)
    settle_brief(made)
    forget_menus(made)
    look_before(made)
    look_above(made)
    return made


def _read_line(line: Line, made: Outline) -> None:
    found = _hits(line, made)
    if found:
        _read_labels(line, found, made)
    elif read_brief(Piece(line, 0, len(line.text)), made):
        pass
    elif answer := named_by_options(line) or unknown_label(line, made):
        made.answers.append(answer)
    else:
        place(Piece(line, 0, len(line.text)), made)


def _hits(line: Line, made: Outline) -> Sequence[Hit]:
    found = () if _is_breadcrumb(line.text) else labels.hits(line.text)
    return () if found and asks_nothing(line, found[0], made) else found


def _is_breadcrumb(text: str) -> bool:
    """«خانه » خدمات » …» names pages of a site, not fields."""
    return "»" in text and text.count("»") > text.count("«") or ">>" in text


def _read_labels(line: Line, found: Sequence[Hit], made: Outline) -> None:
    before = Piece(line, 0, found[0].start)
    if before.end and _holds_words(before.text) and not read_brief(before, made):
        place(before, made)
    ends = [*(hit.start for hit in found[1:]), len(line.text)]
    for hit, end in zip(found, ends, strict=True):
        made.answers.append(_answer(hit, Piece(line, hit.value, end)))


def _holds_words(text: str) -> bool:
    """More than the numbering of its label."""
    return not _NUMBERING.fullmatch(text) and any(map(str.isalnum, text))


def _answer(hit: Hit, piece: Piece) -> Answer:
    """A filler such as «-» is an answer that says nothing: nothing below may take its place."""
    kept = [piece] if piece.text and not labels.is_instruction(piece.text) else []
    return Answer(hit.field, hit.label, piece.line, hit.start, hit.sure, hit.colon, kept)
