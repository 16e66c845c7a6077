"""What other keyboards and programs make of the same text: nothing is lost, all of it looks different."""

from collections.abc import Callable
from random import Random

_ARABIC = str.maketrans("یک", "يك")
_PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_JOINED = (
    "گواهینامه ها",
    "خدمت گیرندگان",
    "دستگاه های",
    "سامانه های",
    "فرم های",
    "می شود",
    "می گردد",
    "هزینه های",
    "بهره بردار",
)


def _digits(table: dict[int, int]) -> Callable[[str], str]:
    """Not inside addresses, which nobody types so."""
    return lambda text: " ".join(
        word if "://" in word or "@" in word else word.translate(table) for word in text.split(" ")
    )


def _half_spaces(sign: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        for words in _JOINED:
            text = text.replace(words, words.replace(" ", sign))
        return text

    return change


CHANGES: dict[str, Callable[[str], str]] = {
    "arabic letters": lambda text: text.translate(_ARABIC),
    "persian digits": _digits(_PERSIAN_DIGITS),
    "arabic digits": _digits(_ARABIC_DIGITS),
    "half-spaces": _half_spaces("\u200c"),
    "lost half-spaces": _half_spaces(""),
    "broken half-spaces": _half_spaces("\u00ac"),
    "ارایه": lambda text: text.replace("ارائه", "ارایه"),
    "hard spaces": lambda text: text.replace(" ", "\u00a0"),
}


_LAST = "hard spaces"  # the others look for plain ones


def keyboard(rng: Random) -> Callable[[str], str]:
    """None, one or two of the changes, for a whole page."""
    chosen = [CHANGES[name] for name in sorted(rng.sample(sorted(CHANGES), rng.choice((0, 1, 1, 2))), key=_LAST.__eq__)]

    def typed(text: str) -> str:
        for change in chosen:
            text = change(text)
        return text

    return typed
