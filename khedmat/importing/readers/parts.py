"""Several cards in one file are several documents."""

from itertools import compress, pairwise
from operator import itemgetter

from khedmat.core.persian import squeeze
from khedmat.core.sequences import first
from khedmat.importing.readers import kind_fields
from khedmat.importing.readers.blocks import Sheet
from khedmat.importing.readers.outline import Answer, Outline
from khedmat.importing.readers.values import service_ids
from khedmat.importing.readers.wording import answered, block_of, field_of, text_of

_FEWEST = 4  # answered boxes behind a title: fewer is a mention of another service
_FEWEST_NUMBERED = 2  # where its own ID stands with it
_OWN = ("service_id", "executive_agency")  # two cards of one name differ in these
_BEFORE_TITLE = {"service_id", "sub_id", "local_id", "parent_id", "_heading"}


def parts_of(whole: Outline) -> list[Sheet]:
    """The cards, each from its title (or the ID and heading just above it) to the next; none where there is but one."""
    blocks = whole.sheet.blocks
    starts = _starts(whole.between(0, _end_of_cards(whole)))
    if len(starts) < 2:
        return []
    bounds = pairwise([0, *starts[1:], len(blocks)])
    return [Sheet(blocks[begin:end]) for begin, end in bounds]


def _end_of_cards(whole: Outline) -> int:
    """The explanations of the form repeat its labels with sentences behind them."""
    guidance = first(whole.of("_guidance"))
    return guidance.line.block if guidance else len(whole.sheet.blocks)


def _starts(whole: Outline) -> list[int]:
    titles = list(map(block_of, filter(answered, whole.of("title"))))
    bounds = pairwise([*titles, len(whole.sheet.blocks)])
    cards = [(title, part) for title, end in bounds if _is_card(part := whole.between(title, end))]
    return [_with_head(title, whole) for title in _without_page_heads(cards)]


def _without_page_heads(cards: list[tuple[int, Outline]]) -> list[int]:
    """A title that is printed once more, above the rest of its card, begins no other card."""
    parts = [part for _, part in cards]
    begins = map(_begins_card, parts, [None, *parts])
    return list(compress(map(itemgetter(0), cards), begins))


def _begins_card(part: Outline, above: Outline | None) -> bool:
    return above is None or _name(part) != _name(above) or any(part.said(*_OWN))


def _name(part: Outline) -> str:
    return squeeze(text_of(next(part.of("title"))))


def _is_card(part: Outline) -> bool:
    numbered = any(map(service_ids.find, map(text_of, part.said("service_id"))))
    boxes = kind_fields.CARD.intersection(map(field_of, filter(answered, part.answers)))
    return len(boxes) >= (_FEWEST_NUMBERED if numbered else _FEWEST)


def _with_head(title: int, whole: Outline) -> int:
    """The ID and the heading may be printed above the title."""
    start = title
    for answer in reversed(whole.between(0, title).answers):
        if not _is_head(answer, start):
            break
        start = answer.line.block
    return start


def _is_head(answer: Answer, below: int) -> bool:
    return answer.field in _BEFORE_TITLE and answer.line.block >= below - 2
