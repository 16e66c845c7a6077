"""What people write among the options: their own list of some, and a text behind «سایر»."""

import re
from collections.abc import Sequence
from itertools import chain, pairwise
from operator import attrgetter
from typing import TypeGuard

from khedmat.core.persian import fold_line
from khedmat.core.sequences import grouped
from khedmat.importing.readers.labels import is_instruction
from khedmat.importing.readers.options.tokens import Option, Token, group_of, is_option

_SEPARATOR = re.compile(r"[,،/;؛+]|-|–|\bو\b|\bیا\b")
_LEADING = re.compile(r"^[\s:.…\-–،)]*")
_EMPTY_PARENTHESES = re.compile(r"\(\s*\)")
_place = attrgetter("place")
_ASKING = {"other", "contract", "counter_office_like", "event", "time"}  # «نام ببرید»


def joined_groups(text: str, options: Sequence[Option]) -> set[str]:
    """Groups whose options are joined by commas, dashes or «و»: somebody wrote them."""
    groups = grouped(options, by=group_of)
    return {group for group, own in groups.items() if _are_joined(text, own)}


def _are_joined(text: str, options: Sequence[Option]) -> bool:
    between = [text[one.end : other.place] for one, other in pairwise(options)]
    return bool(between) and all(map(_is_separator, between))


def _is_separator(text: str) -> bool:
    return "\n" not in text and bool(_SEPARATOR.search(text))


def other_texts(text: str, tokens: Sequence[Token]) -> dict[str, str]:
    """«group.value» → what is written behind an option that asks for words, up to the next option or mark."""
    found = {}
    for token, end in zip(tokens, chain(map(_place, tokens[1:]), [len(text)]), strict=False):
        if _asks(token) and (words := _words(text[token.end : end])):
            found[".".join(token.name)] = words
    return found


def _asks(token: Token) -> TypeGuard[Option]:
    return is_option(token) and token.name[1] in _ASKING


def _words(text: str) -> str:
    words = fold_line(_EMPTY_PARENTHESES.sub("", _LEADING.sub("", text.split("\n")[0]))).strip(" .:…-–،")
    if is_instruction(words) or not any(map(str.isalnum, words)):
        return ""
    return words.removesuffix("(").strip()
