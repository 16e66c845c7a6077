"""Section 6: the address of the service, and those of its agreement and its complaints."""

from typing import NamedTuple

from khedmat.core.sequences import first_where
from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.evidence import Place
from khedmat.importing.readers.outline import Answer, Outline, Piece, link_of
from khedmat.importing.readers.values import urls
from khedmat.importing.readers.wording import all_pieces, text_of

_OTHERS = ("sla_url", "complaint_url")
_PLAIN = {"آدرس", "نشانی"}  # most often that of a building
_AROUND = 3  # characters beside an address that stands alone


def read(outline: Outline, draft: Draft) -> None:
    """With its own label, printed or behind a link; else «نحوه دسترسی به خدمت» answered by an address alone."""
    asked = list(outline.of("url", *_OTHERS))
    for answer in asked:
        _keep(answer.field, _Found(answer, first_where(_has_address, answer.pieces)), draft)
    for answer in asked:
        _keep_link(answer, outline, draft)
    _read_unasked(outline, draft)
    _warn_of_placeholders(outline, draft)


def _read_unasked(outline: Outline, draft: Draft) -> None:
    for answer in outline.of("_access"):
        _keep("url", _Found(answer, first_where(_is_address, answer.pieces[:2])), draft)
    for answer in filter(_is_plain, outline.of("_other")):
        _keep("url", _Found(answer, first_where(_begins_with_address, answer.pieces[:1])), draft)


class _Found(NamedTuple):
    answer: Answer
    piece: Piece | None


def _keep(path: str, found: _Found, draft: Draft) -> None:
    if found.piece:
        draft.set(path, urls.find(found.piece.text), Place(found.answer, [found.piece]))


def _keep_link(answer: Answer, outline: Outline, draft: Draft) -> None:
    if answer.field not in draft.values:
        draft.set(answer.field, link_of(answer, outline), Place(answer))


def _is_plain(answer: Answer) -> bool:
    return answer.label in _PLAIN


def _has_address(piece: Piece) -> bool:
    return urls.find(piece.text) is not None


def _is_address(piece: Piece) -> bool:
    """Nothing but an address: in a sentence it may be that of anything."""
    address = urls.find(piece.text)
    return address is not None and len(address) + _AROUND >= len(piece.text.strip())


def _begins_with_address(piece: Piece) -> bool:
    return any(map(urls.find, piece.text.split()[:1]))


def _warn_of_placeholders(outline: Outline, draft: Draft) -> None:
    """«WWW.» is printed there; nobody is told of it where an address was found."""
    if "url" not in draft.values:
        for text in filter(urls.is_placeholder, map(text_of, all_pieces(outline.of("url")))):
            draft.warn("placeholder", "url", text)
