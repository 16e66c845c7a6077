"""Section 5: units that are missing, ends that changed places, once and n times."""

from khedmat.cards.fixes.fix import Fix, only_if
from khedmat.cards.form import Document
from khedmat.cards.rules.reading import card_of
from khedmat.cards.rules.rule import Breach
from khedmat.cards.vocabulary import VOCABULARY

A_TIME = ("month", "season", "year")  # the periods that the form prints beside «n بار در»


def duration_unit(document: Document, breach: Breach) -> list[Fix]:
    return _one_a_unit("card.average_duration.unit", "duration_unit", tuple(VOCABULARY["duration_unit"]))


def frequency_period(document: Document, breach: Breach) -> list[Fix]:
    return _one_a_unit("card.frequency.per", "period", A_TIME)


def volume_period(document: Document, breach: Breach) -> list[Fix]:
    is_counted = card_of(document).recipients.count is not None
    return _one_a_unit("card.recipients.per", "period", tuple(VOCABULARY["period"])) if is_counted else []


def _one_a_unit(path: str, list_name: str, units: tuple[str, ...]) -> list[Fix]:
    return [Fix(f"واحد: {VOCABULARY[list_name][unit].fa}", {path: unit}) for unit in units]


def whole_duration(document: Document, breach: Breach) -> list[Fix]:
    return [Fix("این مدت از درخواست تا تحویل است", {"card.average_duration.basis": "whole"})]


def ends_swapped(document: Document, breach: Breach) -> list[Fix]:
    duration = card_of(document).average_duration
    ends = {"card.average_duration.min": duration.max, "card.average_duration.max": duration.min}
    return [Fix("کمترین و بیشترین را جابه‌جا کن", ends)]


def once_or_again(document: Document, breach: Breach) -> list[Fix]:
    frequency = card_of(document).frequency
    is_whole = frequency.times is not None and frequency.per is not None
    once = Fix("یک‌بار برای همیشه است؛ تعداد را پاک کن", {"card.frequency.times": None, "card.frequency.per": None})
    return [once, *only_if(is_whole, "تکرار می‌شود؛ تیک «یک‌بار» را بردار", {"card.frequency.once": False})]
