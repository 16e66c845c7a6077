"""Section 1: the title of the service, and of the service that it is a part of."""

from khedmat.core.persian import squeeze
from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.evidence import Place
from khedmat.importing.readers.outline import Answer, Outline, Piece
from khedmat.importing.readers.sections import bare_title, introduced
from khedmat.importing.readers.titles import clean_title
from khedmat.importing.readers.wording import said_pieces, text_of

_LONGEST_REST = 60  # characters


def read(outline: Outline, draft: Draft) -> None:
    """With its own label; else the best line of the page."""
    title, sub, parent = map(outline.best, ("title", "sub_title", "parent_title"))
    _read_sub_title(sub, title, draft)
    draft.set("parent_service_title", _title_of(parent), Place(parent))
    draft.set("title", _title_of(title), Place.first_of(title))
    for section in (introduced, bare_title):
        if "title" not in draft.values:
            section.read(outline, draft)
    if draft.values.get("title") == draft.values.get("parent_service_title"):
        draft.values.pop("parent_service_title", None)


def _read_sub_title(sub: Answer | None, title: Answer | None, draft: Draft) -> None:
    """A sub-service that is named is what the card is about; the title beside it is that of its parent."""
    own, above = _title_of(sub), _title_of(title)
    draft.set("title", own, Place.first_of(sub))
    if own and above and squeeze(own) != squeeze(above):
        draft.set("parent_service_title", above, Place(title))


def _title_of(answer: Answer | None) -> str | None:
    pieces = said_pieces(answer)
    if answer is None or not pieces:
        return None
    if pieces[0].line is answer.line:
        return clean_title(pieces[0].text)
    rest = filter(_is_rest, pieces[1:2])
    return clean_title(" ".join(map(text_of, [pieces[0], *rest])))


def _is_rest(piece: Piece) -> bool:
    """The second line of a title that was broken: short, and neither a menu, a number nor a sentence."""
    if piece.line.gap or bare_title.is_noise(piece.text):
        return False
    return len(piece.text) <= _LONGEST_REST and _is_phrase(piece.text)


def _is_phrase(text: str) -> bool:
    return text[:1].isalpha() and not text.endswith((".", ":"))
