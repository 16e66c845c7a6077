"""What scans, cuts and careless hands do to a form. A word that is changed in a value is changed in its answer too."""

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from bench.forms.model import Box, Boxes, Cell, Choice, Line, Page, Pair, Row, Table

_ALIKE = ("بپتثن", "جچحخ", "دذ", "رزژ", "سش", "صض", "طظ", "عغ", "فق", "کگ", "اآ", "هة")
_LIKE = {letter: group.replace(letter, "") for group in _ALIKE for letter in group}
_WORDS = (("استعلام", "استعمال"), ("تقاضای", "قاضای"), ("مراجعه", "مرجعه"), ("تبادل", "نبادل"))
_SHORTEST_LABEL, _SHORTEST_OPTION = 7, 6
_LABELS, _OPTIONS, _TEXTS = 0.4, 0.15, 0.3  # shares that are damaged
Change = Callable[[Random, str], str]


def letters(rng: Random, text: str) -> str:
    """One letter for another that looks like it."""
    places = [place for place, letter in enumerate(text) if letter in _LIKE]
    if not places:
        return text
    at = rng.choice(places)
    return text[:at] + rng.choice(_LIKE[text[at]]) + text[at + 1 :]


def dropped(rng: Random, text: str) -> str:
    """A letter is gone, or stands there twice."""
    places = [place for place, letter in enumerate(text) if letter.isalpha() and place]
    if not places:
        return text
    at = rng.choice(places)
    return text[:at] + rng.choice(("", text[at] * 2)) + text[at + 1 :]


def merged(rng: Random, text: str) -> str:
    """A space is gone."""
    places = [found.start() for found in re.finditer(r"(?<=[^\W\d]) (?=[^\W\d])", text)]
    at = rng.choice(places) if places else len(text)
    return text[:at] + text[at + 1 :]


def misread(rng: Random, text: str) -> str:
    """A word that scans are known to misread."""
    old, new = rng.choice(_WORDS)
    return text.replace(old, new) if old in text else letters(rng, text)


LETTERS: dict[str, Change] = {"letters": letters, "dropped": dropped, "merged": merged, "misread": misread}


def scanned(page: Page, rng: Random) -> Page:
    """Some labels, options and texts are damaged, each in one place."""
    return replace(page, rows=tuple(_scanned(row, rng) for row in page.rows))


def _scanned(row: Row, rng: Random) -> Row:
    if isinstance(row, Pair):
        box: Boxes = tuple(_box(box, rng) for box in row.box) if isinstance(row.box, tuple) else _box(row.box, rng)
        return Pair(row.name, _maybe(row.label, rng, (_LABELS, _SHORTEST_LABEL)), box)
    if isinstance(row, Table):
        return replace(row, rows=tuple(tuple(_cell(cell, rng) for cell in cells) for cells in row.rows))
    return row if isinstance(row, Line) else replace(row, text=_maybe(row.text, rng, (_LABELS, _SHORTEST_LABEL)))


def _cell(cell: Cell, rng: Random) -> Cell:
    """Words of a table's cells are answers or headers of columns: only its options are damaged."""
    if isinstance(cell, tuple):
        return tuple(_option_of(part, rng) for part in cell)
    return _option_of(cell, rng)


def _option_of(part: str | Choice, rng: Random) -> str | Choice:
    return _choice(part, rng) if isinstance(part, Choice) else part


def _box(box: Box, rng: Random) -> Box:
    if isinstance(box, Choice):
        return _choice(box, rng)
    if not box.kept or box.told:
        return box
    return replace(box, lines=tuple(_maybe(line, rng, (_TEXTS, 15)) for line in box.lines))


def _choice(choice: Choice, rng: Random) -> Choice:
    """Not where words of the answer stand in the option."""
    if choice.words:
        return choice
    options = tuple((value, _maybe(phrase, rng, (_OPTIONS, _SHORTEST_OPTION))) for value, phrase in choice.options)
    return replace(choice, options=options)


def _maybe(text: str, rng: Random, rate: tuple[float, int]) -> str:
    share, shortest = rate
    if len(text) < shortest or rng.random() > share:
        return text
    return rng.choice(list(LETTERS.values()))(rng, text)


def cut(page: Page, rng: Random) -> Page:
    """The end of the page is missing; of the last label a part is left."""
    end = rng.randint(max(3, len(page.rows) // 3), len(page.rows))
    kept = page.rows[:end]
    rest = page.rows[end : end + 1]
    torn = [Line(row.label[: len(row.label) // 2]) for row in rest if isinstance(row, Pair) and len(row.label) > 8]
    return replace(page, rows=(*kept, *torn))
