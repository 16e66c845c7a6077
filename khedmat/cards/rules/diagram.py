"""B: the diagram shows the main processes of section 9, and nothing smaller."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from khedmat.cards.form import Document
from khedmat.cards.rules.reading import blank, card_of, plain, words
from khedmat.cards.rules.rule import Breach, Rule, at
from khedmat.cards.rules.words import word_set

FIELD = "card.diagram.boxes"
ALIKE = 70  # likeness from which a box and a process speak of one thing
_ENDS = frozenset({"شروع", "پایان", "اغاز", "خاتمه", "انتها", "ابتدا", "start", "end"})


def _boxes(document: Document) -> list[tuple[int, str]]:
    """(place, text) of the boxes between start and end."""
    boxes = enumerate(card_of(document).diagram.boxes)
    return [(place, box) for place, box in boxes if plain(box) not in _ENDS and not blank(box)]


def _other_than_processes(document: Document) -> Iterator[Breach]:
    processes = card_of(document).processes
    boxes = [box for _, box in _boxes(document)]
    if not boxes or not processes:
        return
    only_there = [box for box in boxes if not _is_among(box, processes)]
    only_here = [process for process in processes if not _is_among(process, boxes)]
    if only_there or only_here:
        yield at(FIELD, boxes=only_there or "هیچ", processes=only_here or "هیچ")


def _is_among(text: str, others: list[str]) -> bool:
    return any(fuzz.token_set_ratio(plain(text), plain(other)) >= ALIKE for other in others)


def _below_a_process(document: Document) -> Iterator[Breach]:
    for place, box in _boxes(document):
        if _is_task(box):
            yield at(f"{FIELD}.{place}", box=box)


def _is_task(box: str) -> bool:
    """A question, a step done by hand at a desk, or a sub-process by its own name."""
    found = words(box)
    line = f" {' '.join(found)} "
    return (
        box.rstrip().endswith(("؟", "?"))
        or " زیر فرایند" in line
        or any(f" {task} " in line for task in word_set("tasks"))
    )


RULES = (
    Rule(
        id="B01",
        severity="A",
        fields=(FIELD, "card.processes"),
        condition=_other_than_processes,
        message="نمودار با عناوین فرایندها یکی نیست؛ تنها در نمودار: %(boxes)s؛ تنها در عناوین: %(processes)s.",
        fix="در نمودار همان فرایندهای اصلی بخش ۹ را با همان نام بیاورید.",
        example="فرایند: بررسی درخواست · نمودار: پایش سند",
    ),
    Rule(
        id="B02",
        severity="A",
        fields=(FIELD,),
        condition=_below_a_process,
        message="«%(box)s» زیرفرایند یا وظیفه است؛ نمودار تنها فرایندهای اصلی را نشان می‌دهد.",
        fix="این خانه را بردارید یا به نام فرایند اصلی آن بنویسید.",
        example="ارجاع به کارشناس",
    ),
)
