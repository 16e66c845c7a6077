"""A document as the one text that is signed: same form, same bytes, same hash, on every machine."""

import hashlib
import json
import re
from operator import is_
from typing import Any, NamedTuple, TypeVar

from khedmat.cards.form import Card, Document, Part, as_contract, from_contract, prune, prune_each

AnyPart = TypeVar("AnyPart", bound=Part)
NULL_CHARACTER = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")
# What the agency says; the name of the file and the reader's warnings are about the paper, not of it.
SIGNED = ("kind", "edition", "card", "services", "permits", "inquiries", "undecided", "not_applicable")


def canonical(plain: Any) -> str:
    """JSON with sorted names and no spaces. ValueError for what is not kept: an infinite number, a null character."""
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    if NULL_CHARACTER.search(text):
        raise ValueError("null character")
    return text


def tidy(part: AnyPart) -> AnyPart:
    """Without members of lists that say nothing: they are written as null, and nobody reads null as a row.

    The same part where there are none.
    """
    changed = {name: made for name, value in part if (made := _tidied(value)) is not value}
    return part.model_copy(update=changed) if changed else part


def _tidied(value: Any) -> Any:
    if isinstance(value, Part):
        return tidy(value)
    return _tidied_list(value) if isinstance(value, list) else value


def _tidied_list(members: list[Any]) -> list[Any]:
    made = [_tidied(member) for member in members if _says_something(member)]
    is_same = len(made) == len(members) and all(map(is_, made, members))
    return members if is_same else made


def _says_something(member: object) -> bool:
    if isinstance(member, Part):
        return prune(member.model_dump()) is not None
    return all(member) if isinstance(member, tuple) else member != ""


def content_of(card: Card) -> dict[str, Any]:
    """The card in the contract's words; every name present."""
    return prune_each(card.model_dump(mode="json"))


def paper_of(document: Document) -> dict[str, Any]:
    """All of the document but its card."""
    paper = as_contract(document)
    del paper["card"]
    return paper


class Kept(NamedTuple):
    """A document as it is kept: the card, all of it but the card, and the SHA-256 of what it says."""

    content: dict[str, Any]
    paper: dict[str, Any]
    sha256: str


def kept(document: Document) -> Kept:
    """Of a tidy document. ValueError for what is not kept."""
    plain = as_contract(document)
    content = plain.pop("card") or content_of(Card())
    whole = plain | {"card": content, "undecided": sorted(document.undecided)}
    said = {name: whole[name] for name in SIGNED if name in whole}
    return Kept(content, plain, hashlib.sha256(canonical(said).encode()).hexdigest())


def digest_of(document: Document) -> str:
    """SHA-256 of what the document says."""
    return kept(tidy(document)).sha256


def document_of(content: dict[str, Any], paper: dict[str, Any]) -> Document:
    """The document again."""
    return from_contract({**paper, "card": content})
