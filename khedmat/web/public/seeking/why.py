"""Why a service was found, in words."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.search.analysis import stems
from khedmat.search.reasons import Place, Reason

CALLED, LONGEST_SAID = (Place.NAME, Place.MEANT), 80
SENTENCES: dict[Place, Promise | str] = {
    Place.TITLE: "",  # explains itself
    Place.NUMBER: _("شناسهٔ خدمت همین است"),
    Place.NAME: _("در نام مجوز: %(words)s"),
    Place.AGENCY: _("در نام دستگاه: %(words)s"),
    Place.TEXT: _("در متن شناسنامه: %(words)s"),
    Place.MEANT: _("مردم به آن می‌گویند: %(words)s"),
    Place.LETTERS: _("نزدیک به آنچه نوشتید"),
}
IN_PAPERS, IN_LAWS = _("در مدارک: %(words)s"), _("در قانون: %(words)s")


def name_meant(names: Iterable[str], reasons: Sequence[Reason]) -> str:
    """The popular name that holds what was typed."""
    return _first(names, list(chain.from_iterable(map(_called, reasons))))


def _called(reason: Reason) -> Sequence[str]:
    return reason.words if reason.place in CALLED else ()


def reasons_of(version: Any, reasons: Sequence[Reason]) -> list[str]:
    """Short sentences, each once."""
    return list(filter(None, dict.fromkeys(_told(version, reason) for reason in reasons)))


def _told(version: Any, reason: Reason) -> str:
    if reason.place == Place.TEXT:
        return _in_text(version, reason)
    if reason.place == Place.NAME and version.popular_name:
        return ""  # said by the name itself
    return str(SENTENCES[reason.place]) % {"words": "، ".join(reason.words)}


def _in_text(version: Any, reason: Reason) -> str:
    """The document or the law that holds the words is named."""
    for sentence, lines in ((IN_PAPERS, version.said_documents), (IN_LAWS, version.said_laws)):
        if line := _first(lines or (), reason.words):
            return str(sentence) % {"words": line[:LONGEST_SAID]}
    return str(SENTENCES[Place.TEXT]) % {"words": "، ".join(reason.words)}


def _first(lines: Iterable[str], words: Iterable[str]) -> str:
    """The first line that holds one of the words."""
    said = set(stems(" ".join(words)))
    return next(filter(lambda line: not said.isdisjoint(stems(line)), lines), "")
