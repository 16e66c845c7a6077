"""B: the diagram shows the main processes of section 9, and nothing smaller."""

from itertools import filterfalse

from rapidfuzz import fuzz

from khedmat.cards.form import Document
from khedmat.cards.rules.conditions import Said, each, once, said
from khedmat.cards.rules.reading import blank, card_of, letters, plain, words
from khedmat.cards.rules.rows import boxes
from khedmat.cards.rules.rule import Rule
from khedmat.cards.rules.words import word_set

FIELD = "card.diagram.boxes"
ALIKE = 70  # likeness from which a box and a process speak of one thing
_ENDS = frozenset({"شروع", "پایان", "اغاز", "خاتمه", "انتها", "ابتدا", "start", "end"})


def _other_than_processes(document: Document) -> Said:
    card = card_of(document)
    drawn = list(filterfalse(is_end, card.diagram.boxes))
    only_there, only_here = _only_in(drawn, card.processes), _only_in(card.processes, drawn)
    differ = all((drawn, card.processes, only_there + only_here))
    return said(differ, boxes=only_there or "هیچ", processes=only_here or "هیچ")


def is_end(box: str) -> bool:
    """Start or end of the diagram, or a box that says nothing."""
    return any((plain(box) in _ENDS, blank(box)))


def _only_in(some: list[str], others: list[str]) -> list[str]:
    return [text for text in some if not is_among(text, others)]


def is_among(text: str, others: list[str]) -> bool:
    """Whether a box or process speaks of the same thing as one of the others."""
    return any(fuzz.token_set_ratio(plain(text), plain(other)) >= ALIKE for other in others)


def is_task(box: str) -> bool:
    """A question, a step done by hand at a desk, or a sub-process by its own name."""
    line = f" {' '.join(words(box))} "
    is_step = any(f" {task} " in line for task in word_set("tasks"))
    return any((is_step, "زیرفرایند" in letters(box), box.rstrip().endswith(("؟", "?"))))


RULES = (
    Rule(
        id="B01",
        severity="A",
        fields=(FIELD, "card.processes"),
        condition=once(FIELD, _other_than_processes),
        message="نمودار با عناوین فرایندها یکی نیست؛ تنها در نمودار: %(boxes)s؛ تنها در عناوین: %(processes)s.",
        fix="در نمودار همان فرایندهای اصلی بخش ۹ را با همان نام بیاورید.",
        example="فرایند: بررسی درخواست · نمودار: پایش سند",
    ),
    Rule(
        id="B02",
        severity="A",
        fields=(FIELD,),
        condition=each(boxes, lambda box: said(is_task(box), box=box)),
        message="«%(box)s» زیرفرایند یا وظیفه است؛ نمودار تنها فرایندهای اصلی را نشان می‌دهد.",
        fix="این خانه را بردارید یا به نام فرایند اصلی آن بنویسید.",
        example="ارجاع به کارشناس",
    ),
)
