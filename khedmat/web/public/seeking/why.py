"""Why a service was found, in words."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from khedmat.search.analysis import stems
from khedmat.search.reasons import Place, Reason


def name_meant(names: Iterable[str], reasons: Sequence[Reason]) -> str:
    """The popular name that holds what was typed, or the first that the phrase of people is."""
    said = [one for reason in reasons if reason.place in (Place.NAME, Place.MEANT) for one in reason.words]
    return next((name for name in names if _meets(name, said)), "")


def reasons_of(version: Any, reasons: Sequence[Reason]) -> list[str]:
    """Short sentences; a word of the title explains itself and is said only where nothing else is."""
    told = [_told(version, reason) for reason in reasons if reason.place != Place.TITLE]
    return list(filter(None, dict.fromkeys(told)))


def _told(version: Any, reason: Reason) -> str:
    words = {"words": "، ".join(reason.words)}
    if reason.place == Place.TEXT:
        return _in_text(version, reason)
    if reason.place == Place.NAME and version.popular_name:
        return ""
    return SENTENCES[reason.place]() % words


def _in_text(version: Any, reason: Reason) -> str:
    """The document or the law that holds the words is named."""
    for sentence, lines in (
        (_("در مدارک: %(words)s"), version.said_documents),
        (_("در قانون: %(words)s"), version.said_laws),
    ):
        if held := next((line for line in lines or () if _meets(line, reason.words)), ""):
            return sentence % {"words": held[:80]}
    return _("در متن شناسنامه: %(words)s") % {"words": "، ".join(reason.words)}


def _meets(text: str, words: Iterable[str]) -> bool:
    return bool(set(stems(text)) & {one for word in words for one in stems(word)})


SENTENCES = {
    Place.NUMBER: lambda: _("شناسهٔ خدمت همین است"),
    Place.NAME: lambda: _("در نام مجوز: %(words)s"),
    Place.AGENCY: lambda: _("در نام دستگاه: %(words)s"),
    Place.MEANT: lambda: _("مردم به آن می‌گویند: %(words)s"),
    Place.LETTERS: lambda: _("نزدیک به آنچه نوشتید"),
}
