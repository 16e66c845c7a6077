"""The menu of a site holds words of the form: «شرح خدمات», «قوانین و مقررات». What stands below is no answer."""

from bisect import bisect_left
from itertools import dropwhile, takewhile
from operator import attrgetter

from khedmat.core.persian import squeeze
from khedmat.importing.readers.blocks import Line
from khedmat.importing.readers.outline.answers import Answer
from khedmat.importing.readers.outline.whole import Outline
from khedmat.importing.readers.tables import table

_NAMES = frozenset(map(squeeze, table("instructions")["menu"]))
_IN_MENUS = {"description", "laws", "documents", "forms", "faq", "complaint_url", "cost", "_access"}
_BEGINNINGS = {"title", "sub_title", "parent_title", "service_id", "permit_title"}
_MOST_WORDS = 4
_block = attrgetter("line.block")


def forget_menus(made: Outline) -> None:
    """Before the card, and behind it from a name that only menus have."""
    items = _items(made) | _tabs(made)
    made.answers = [answer for answer in made.answers if not _is_item(answer, items)]


def _tabs(made: Outline) -> set[Line]:
    """Bullets that name the headings below: «• مدارک», and later the heading «مدارک مورد نیاز»."""
    headed = {answer.field for answer in made.answers if answer.line.heading}
    named = [answer.line for answer in made.answers if answer.field in headed and _is_bullet(answer.line)]
    return set(filter(_is_bullet, made.sheet.lines)) if named else set()


def _is_bullet(line: Line) -> bool:
    return _is_short(line) and line.text.lstrip().startswith("•")


def _items(made: Outline) -> set[Line]:
    """Lines of menus: short, alone, without a colon; a run of them with such a name among them."""
    lines = made.sheet.lines
    begin = min(map(_block, filter(_begins, made.answers)), default=len(made.sheet.blocks))
    card = bisect_left(lines, begin, key=attrgetter("block"))
    before = lines[:card] if card and any(map(_is_name, lines[:card])) else ()
    return {*filter(_is_short, before), *takewhile(_is_short, dropwhile(_is_no_name, lines[card:]))}


def _is_no_name(line: Line) -> bool:
    return not (line.alone and squeeze(line.text) in _NAMES)


def _begins(answer: Answer) -> bool:
    return answer.field in _BEGINNINGS and bool(answer.pieces)


def _is_name(line: Line) -> bool:
    return line.alone and squeeze(line.text) in _NAMES


def _is_short(line: Line) -> bool:
    return line.alone and ":" not in line.text and len(line.text.split()) <= _MOST_WORDS


def _is_item(answer: Answer, items: set[Line]) -> bool:
    """With nothing but other items below it."""
    lines = {answer.line, *(piece.line for piece in answer.pieces)}
    return answer.field in _IN_MENUS and not answer.colon and lines <= items
