"""K01–K04: what is written otherwise than it should be."""

import re
from collections.abc import Callable, Mapping
from itertools import groupby

from khedmat.cards.fixes.fix import Changes, Fix, nothing_there, only_if, row_at, rows_of
from khedmat.cards.form import Document
from khedmat.cards.rules.letters_and_digits import strange
from khedmat.cards.rules.placeholders import pattern
from khedmat.cards.rules.reading import words
from khedmat.cards.rules.rows import prices
from khedmat.cards.rules.rule import Breach
from khedmat.cards.rules.spelling import entries_in, misspelt_in
from khedmat.cards.rules.writing import texts
from khedmat.core.persian import fold

Change = Callable[[str], str]
_WORD = re.compile(r"[^\W_]+(?:\u200c[^\W_]+)*")
_LEGAL = ("card.laws", "legal_basis")  # the name of a law is not ours to write otherwise


def respelt(document: Document, breach: Breach) -> list[Fix]:
    text = dict(texts(document))[breach.field]
    found = [(entry[0], entry[1]) for _, entry in misspelt_in(breach.field, text)]
    right = _each_replaced(text, dict(found))
    shown = "، ".join(f"«{wrong}» ← «{good}»" for wrong, good in found)
    new = dict.fromkeys([breach.field, *_repeating(document, text)], right)
    return only_if(right != text, f"درست کن: {shown}", _rewritten(document, new))


def _repeating(document: Document, text: str) -> list[str]:
    """The prices in whose rows the words of the whole cost are said again."""
    return [f"{path}.text" for path, item in prices(document) if item.text == text]


def explained(document: Document, breach: Breach) -> list[Fix]:
    """The plain words beside the term, in brackets."""
    text = dict(texts(document))[breach.field]
    terms = {entry[0]: f"{entry[0]} ({entry[1]})" for entry in entries_in(text, "jargon")}
    clear = _each_replaced(text, terms)
    is_ours = clear != text and not any(name in breach.field for name in _LEGAL)
    return only_if(is_ours, "توضیح آن را در کمانک بیفزا", _rewritten(document, {breach.field: clear}))


def without_placeholder(document: Document, breach: Breach) -> list[Fix]:
    """Cleared where it is written; settled where the reader has already left it out."""
    text = dict(texts(document)).get(breach.field, "")
    bare = " ".join(pattern(text).sub(" ", text).split())
    if str(breach.values["found"]) not in text:
        return [nothing_there(breach.field)]
    return [Fix("جای‌نگه‌دار را پاک کن", _rewritten(document, {breach.field: bare or None}))]


def folded(document: Document, breach: Breach) -> list[Fix]:
    """Only where the boxes themselves are mixed: what stands on the paper stays as it was printed."""
    written = {path: text for path, text in texts(document) if strange(text)}
    on_paper = {path for path, step in document.trace.items() if strange(step.raw)}
    is_ours = written and on_paper <= written.keys()
    return only_if(is_ours, "حرف‌ها و رقم‌ها را یکدست کن", _rewritten(document, {p: fold(t) for p, t in written.items()}))


def _each_replaced(text: str, pairs: dict[str, str]) -> str:
    for wrong, right in pairs.items():
        text = _replaced(text, words(wrong), right)
    return text


def _replaced(text: str, wrong: tuple[str, ...], right: str) -> str:
    """Whole words that fold to the wrong ones, the rest as it was written; the last first, so that places stay."""
    found = [(part.start(), part.end(), word) for part in _WORD.finditer(text) for word in words(part.group())]
    width = len(wrong)
    for place in range(len(found) - width, -1, -1):
        if tuple(word for *_, word in found[place : place + width]) == wrong:
            text = text[: found[place][0]] + right + text[found[place + width - 1][1] :]
    return text


def _rewritten(document: Document, new: Mapping[str, str | None]) -> Changes:
    """Texts written anew: a box of its own, or a row or a member of a row of a list."""
    own = {path: text for path, text in new.items() if not _is_in_row(path)}
    in_rows = sorted((row_at(path), text) for path, text in new.items() if _is_in_row(path))
    lists = groupby(in_rows, key=lambda one: one[0][0])
    return own | {name: _rows(document, name, {where[1:]: text for where, text in rows}) for name, rows in lists}


def _rows(document: Document, name: str, new: dict[tuple[int, str], str | None]) -> list[object]:
    rows = rows_of(document, name)
    for (place, member), text in new.items():
        rows[place] = rows[place] | {member: text} if member else text
    return [row for row in rows if row is not None]


def _is_in_row(path: str) -> bool:
    return any(map(str.isdigit, path.split(".")))
