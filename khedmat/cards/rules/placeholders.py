"""K03, K05: what the form printed to be replaced, and «سایر» without its text."""

import re
from collections.abc import Iterator, Sequence

from khedmat.cards.form import Document
from khedmat.cards.rules.conditions import Said, each, said
from khedmat.cards.rules.not_applicable import is_excused
from khedmat.cards.rules.reading import blank, card_of, letters, stages
from khedmat.cards.rules.rows import remarks
from khedmat.cards.rules.rule import Rule
from khedmat.cards.rules.writing import texts

_PLACEHOLDER = re.compile(
    r"^\W*(?:www\W*|x{2,}\W*|(?:http|https)\W*|(?:لطفا )?ذکر (?:گردد|شود)\W*|نامشخص است\W*)$"
    r"|[(\[][^()\[\]]{0,40}(?:ذکر (?:گردد|شود|نمایید)|آدرس اینترنتی|ارائه شماره[^()]*)[)\]]"
    r"|\bx{3,}\b",
    re.IGNORECASE,
)
_FILLER = re.compile(r"\.{3,}|…|-{2,}|_{3,}")
_ANSWERS = frozenset(letters(word) for word in ("ندارد", "خیر", "هیچ", "0", "صفر", "رایگان"))


def _written(document: Document) -> Iterator[tuple[str, str]]:
    """The placeholder in each text, and what the reader already left out as one."""
    left_out = remarks(document, "placeholder", "filler")
    yield from ((path, text) for path, text in left_out if not is_excused(document, path))
    for path, text in texts(document):
        yield from ((path, found.group()) for found in pattern(text).finditer(text))


def pattern(text: str) -> re.Pattern[str]:
    """Dots and dashes are a placeholder where nothing else is written."""
    return _FILLER if blank(text) else _PLACEHOLDER


def _others(document: Document) -> Iterator[tuple[str, tuple[Sequence[str], str | None]]]:
    card = card_of(document)
    yield "card.life_events", (card.life_events, card.life_event_text)
    yield "card.start_trigger", (card.start_trigger, card.start_trigger_text)
    for path, stage in stages(document):
        yield f"{path}.channels", (stage.channels, stage.channel_other_text)


def _without_text(box: tuple[Sequence[str], str | None]) -> Said:
    ticked, text = box
    return said(all(("other" in ticked, blank(text))))


RULES = (
    Rule(
        id="K03",
        severity="B",
        fields=("*",),
        kinds=("service_card", "permit_list"),
        condition=each(_written, lambda text: said(letters(text) not in _ANSWERS, found=text)),
        message="در «%(row)s» به‌جای مقدار، جای‌نگه‌دار مانده است: «%(found)s».",
        fix="مقدار واقعی «%(row)s» را بنویسید؛ اگر ندارد، بنویسید «ندارد» و علت را بگویید.",
        example="تعداد بار مراجعه: ---",
    ),
    Rule(
        id="K05",
        severity="A",
        fields=("card.life_events", "card.start_trigger", "card.stages.*.channels"),
        condition=each(_others, _without_text, doubt=""),
        message="در «%(row)s» گزینهٔ «سایر» تیک دارد ولی نوشته نشده چه چیزی.",
        fix="برابر «سایر» بنویسید منظور چیست، یا تیک آن را بردارید.",
        example="رویداد مرتبط: ☑ سایر: …",
    ),
)
