"""What people write among the options: their own list of some, and a text behind «سایر»."""

import re
from collections.abc import Sequence
from itertools import chain, pairwise
from operator import attrgetter
from typing import TypeGuard

from khedmat.core.persian import fold_line
from khedmat.core.sequences import grouped
from khedmat.importing.readers.blocks import EMPTY, TICKED
from khedmat.importing.readers.labels import is_instruction
from khedmat.importing.readers.option_table import OPTIONS
from khedmat.importing.readers.options.tokens import Option, Token, group_of, is_option

_SEPARATOR = re.compile(r"[,،/;؛+]|-|–|\bو\b|\bیا\b")
_LEADING = re.compile(r"^[\s:.…\-–،)]*")
_EMPTY_PARENTHESES = re.compile(r"\(\s*\)")
_COLON_BEHIND_MARK = re.compile(f"[{TICKED}{EMPTY}]\\s*:([^{TICKED}{EMPTY}\n]*)")
_BULLET = re.compile(r"(?:^|\n)[ \t]*[•·▪\-–]\s*$")
FURTHEST_BULLET = 80  # characters before an option: looked for from the beginning, a long text takes seconds
_place = attrgetter("place")
_ASKING = {"other", "contract", "counter_office_like", "event", "time"}  # «نام ببرید»


def joined_groups(text: str, options: Sequence[Option]) -> set[str]:
    """Groups whose options are joined by commas, dashes or «و», or listed in part: somebody wrote them."""
    groups = grouped(options, by=group_of)
    return {group for group, own in groups.items() if _are_joined(text, own) or _are_listed(text, own)}


def _are_listed(text: str, options: Sequence[Option]) -> bool:
    """Each behind a bullet on a line of its own, and half of the printed ones at most: the form prints all."""
    bullets = [_BULLET.search(text, max(0, option.place - FURTHEST_BULLET), option.place) for option in options]
    return all(bullets) and 2 * len(options) <= len(OPTIONS[options[0].group])


def _are_joined(text: str, options: Sequence[Option]) -> bool:
    between = [text[one.end : other.place] for one, other in pairwise(options)]
    return bool(between) and all(map(_is_separator, between))


def _is_separator(text: str) -> bool:
    return "\n" not in text and bool(_SEPARATOR.search(text))


def other_texts(text: str, tokens: Sequence[Token]) -> dict[str, str]:
    """«group.value» → what is written behind an option that asks for words, up to the next option or mark."""
    found = {}
    for token, end in zip(tokens, chain(map(_place, tokens[1:]), [len(text)]), strict=False):
        if _asks(token) and (words := _words(text[token.end : end]) or _behind_mark(text, end)):
            found[".".join(token.name)] = words
    return found


def _behind_mark(text: str, end: int) -> str:
    """«سایر ☑: نامه وزارت»: a colon behind the mark of the option."""
    written = _COLON_BEHIND_MARK.match(text, end)
    return _words(written[1]) if written else ""


def _asks(token: Token) -> TypeGuard[Option]:
    return is_option(token) and token.name[1] in _ASKING


def _words(text: str) -> str:
    words = fold_line(_EMPTY_PARENTHESES.sub("", _LEADING.sub("", text.split("\n")[0]))).strip(" .:…-–،")
    if is_instruction(words) or not any(map(str.isalnum, words)):
        return ""
    return words.removesuffix("(").strip()
