"""One glyph that stands for several letters: their order, which pdfium has turned round in Persian text."""

from khedmat.core.sequences import first_where

_LAM, _ALEFS = "ل", set("اأإآٱ")
_WHOLE = ("الله", "لله", "محمد", "ریال")  # single characters of Unicode, whose letters pdfium leaves in their order


def joined(letters: str) -> str:
    """The letters of one glyph as they are written."""
    if not _is_arabic(letters[:1]):
        return letters
    if len(letters) == 2 and _LAM in letters and set(letters) & _ALEFS:
        return _LAM + letters.replace(_LAM, "")
    turned = letters[::-1]
    return first_where(_WHOLE.__contains__, (letters, turned)) or turned


def _is_arabic(letter: str) -> bool:
    return "\u0600" <= letter <= "\u08ff" or "\ufb50" <= letter <= "\ufefc"
