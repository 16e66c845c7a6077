"""Addresses that stand in a card, box by box."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from khedmat.cards.links.target import Malformed, target

_WRITTEN = re.compile(r"(?:https?://|(?<![\w@.])www\.)[^\s<>«»\"،؛]+", re.IGNORECASE)
_BARE = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/\S*)?", re.IGNORECASE)
_CLOSING = ".,;:!?)]}»'"
PRIVATE_BOXES = ("filled_by",)  # of a person, not of the service: nobody outside is asked about it
BOXES_OF_ADDRESSES = ("url", "sla_url", "complaint_url")  # «khedmat.example.ir» without a scheme is one here


def addresses(content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(box, address) of the card in the contract's words; each once, as it is asked: no fragment, host in small."""
    boxes = ((name, value) for name, value in content.items() if name not in PRIVATE_BOXES)
    return iter(dict.fromkeys(chain.from_iterable(_of_box(name, value) for name, value in boxes)))


def _of_box(name: str, value: Any) -> Iterator[tuple[str, str]]:
    return ((path, found) for path, text in _texts(f"card.{name}", value) for found in _found(text, name))


def _texts(path: str, value: Any) -> Iterator[tuple[str, str]]:
    """Rows of a list belong to their box; the four stages are boxes of their own."""
    if isinstance(value, str):
        return iter([(path, value)])
    inside = value.items() if isinstance(value, Mapping) else enumerate(value if isinstance(value, list) else ())
    return chain.from_iterable(_texts(_below(path, name), inner) for name, inner in inside)


def _below(path: str, name: object) -> str:
    return f"{path}.{name}" if path == "card.stages" else path


def _found(text: str, box: str) -> Iterator[str]:
    written = _WRITTEN.findall(text)
    if not written and box in BOXES_OF_ADDRESSES and _BARE.fullmatch(text.strip()):
        written = [text.strip()]
    for one in written:
        try:
            yield str(target(_with_scheme(one.rstrip(_CLOSING))))
        except Malformed:
            continue


def _with_scheme(written: str) -> str:
    return written if "://" in written else f"http://{written}"
