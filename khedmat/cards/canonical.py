"""A document as the one text that is signed: same form, same bytes, same hash, on every machine."""

import hashlib
import json
import re
from typing import Any, TypeVar

from khedmat.cards.form import Card, Document, Part, as_contract, from_contract, prune

AnyPart = TypeVar("AnyPart", bound=Part)
NULL_CHARACTER = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")
# What the agency says; the name of the file and the reader's warnings are about the paper, not of it.
SIGNED = ("kind", "edition", "card", "services", "permits", "inquiries", "undecided")


def canonical(plain: Any) -> str:
    """JSON with sorted names and no spaces. ValueError for what is not kept: an infinite number, a null character."""
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    if NULL_CHARACTER.search(text):
        raise ValueError("null character")
    return text


def tidy(part: AnyPart) -> AnyPart:
    """Without members of lists that say nothing: they are written as null, and nobody reads null as a row."""
    kept: dict[str, Any] = {}
    for name in type(part).model_fields:
        value = getattr(part, name)
        if isinstance(value, Part):
            kept[name] = tidy(value)
        elif isinstance(value, list):
            kept[name] = [tidy(one) if isinstance(one, Part) else one for one in value if _says_something(one)]
    return part.model_copy(update=kept)


def _says_something(member: object) -> bool:
    if isinstance(member, Part):
        return prune(member.model_dump()) is not None
    return all(member) if isinstance(member, tuple) else member != ""


def content_of(card: Card) -> dict[str, Any]:
    """The card in the contract's words; every name present."""
    return {name: prune(value) for name, value in card.model_dump(mode="json").items()}


def paper_of(document: Document) -> dict[str, Any]:
    """All of the document but its card."""
    return {name: value for name, value in as_contract(document).items() if name != "card"}


def digest_of(document: Document) -> str:
    """SHA-256 of what the document says."""
    document = tidy(document)
    plain = as_contract(document) | {"card": content_of(document.card or Card())}
    said = {name: plain[name] for name in SIGNED} | {"undecided": sorted(document.undecided)}
    return hashlib.sha256(canonical(said).encode()).hexdigest()


def document_of(content: dict[str, Any], paper: dict[str, Any]) -> Document:
    """The document again."""
    return from_contract({**paper, "card": content})
