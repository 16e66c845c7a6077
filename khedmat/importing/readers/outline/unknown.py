"""Labels that the dictionary lacks: they end the answer above them."""

import re

from khedmat.importing.readers.blocks import Line
from khedmat.importing.readers.outline.answers import Answer, Piece
from khedmat.importing.readers.outline.whole import Outline

_ASKING = (":", "：", "؟")
_UNKNOWN = re.compile(rf"[\s•·*\-–\d.]*([^:؛.،()]{{2,45}})\s*[{''.join(_ASKING)}]\s*$")
_ON_LINE = re.compile(r"\s*([^\W\d_][^:：؛.،()؟\d]{1,28}?)\s*[:：]\s*(?=[^\s/])")
_NO_LABEL = re.compile(
    r"^(?:در صورت|برای|الف|ب|ج|د|چنانچه|اشخاص|متقاضی|مدارک|شامل|ویژه|جهت|اگر|افراد|اتباع|تبصره|ماده|بند|مراحل|به شرح)\b"
)
_SURE = 0.5
_MOST_WORDS, _MOST_ON_LINE = 6, 3


def unknown_label(line: Line, made: Outline) -> Answer | None:
    """With nothing behind it, while no other label waits; or with its answer below one that has its own beside it."""
    return _alone(line, made) or _with_answer(line, made)


def _alone(line: Line, made: Outline) -> Answer | None:
    may_be = line.alone and line.text.rstrip().endswith(_ASKING) and not made.is_asking
    match = _UNKNOWN.match(line.text) if may_be else None
    return _answer(line, match, _MOST_WORDS) if match else None


def _with_answer(line: Line, made: Outline) -> Answer | None:
    """«پاسخگو: خانم کریمی» below «مدارک لازم: کارت ملی»."""
    match = _ON_LINE.match(line.text) if _stands_in_column(line, made) else None
    return _answer(line, match, _MOST_ON_LINE) if match else None


def _stands_in_column(line: Line, made: Outline) -> bool:
    above = made.current
    return above is not None and line.alone and ":" in line.text and _is_answered_beside(above, line)


def _is_answered_beside(above: Answer, line: Line) -> bool:
    """On the line just above, which it begins."""
    is_beside = above.colon and bool(above.pieces) and above.last_line is above.line
    return is_beside and above.line.block == line.block - 1 and _begins_line(above)


def _begins_line(above: Answer) -> bool:
    return not above.line.text[: above.start].strip()


def _answer(line: Line, match: re.Match[str], most: int) -> Answer | None:
    """Unless it is the beginning of a sentence."""
    name = match[1].strip()
    if len(name.split()) > most or _NO_LABEL.match(name):
        return None
    said = Piece(line, match.end(), len(line.text))
    return Answer("_unknown", name, line, 0, _SURE, True, [said] if said.text else [])
