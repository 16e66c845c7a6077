"""Web addresses: found in glued text, repaired where only the typing is wrong, told from printed placeholders."""

import re

from khedmat.core.persian import latin_digits

_URL = re.compile(
    r"(?:https?\s*:?\s*[/\\]{1,2}\s*|(?<![\w@.])www\.)[a-z0-9\-]+(?:\.[a-z0-9\-]+)+(?::\d+)?(?:[/?#][^\s<>«»\"،؛()\u0600-\u06ff]*)?",
    re.I,
)
_BARE = re.compile(
    r"(?<![\w@.])(?:[a-z0-9\-]+\.)+(?:ir|com|org|net|gov|info|app)(?:/[^\s<>«»\"،؛()\u0600-\u06ff]*)?(?![\w@])", re.I
)
_SCHEME = re.compile(r"^(https?)\s*:?\s*[/\\]{1,2}\s*", re.I)
_MISTYPED_SCHEME = re.compile(r"\bh+t+p+(s?)\s*[:;]\s*//", re.I)
_TURNED_SCHEME = re.compile(r"(?<!\S)//:(https?)\s+(?=[a-z0-9])", re.I)  # at the end of a line from right to left
_PARTED_PREFIX = re.compile(r"\bwww(?:\s+\.\s*|\s*\.\s+)(?=[a-z0-9])", re.I)
_GLUED = re.compile(r"(?<=[a-z0-9])(?=https?://)", re.I)
_PLACEHOLDER = re.compile(r"[\s.…\-_/:]*(?:(?:https?:?/*)?\s*www[\s.…]*|https?:?/*)?[\s.…\-_/]*$", re.I)


def find(text: str) -> str | None:
    """The first address of a text; «http//x.ir» and «http:// x.ir» are mended."""
    text = _respelt(latin_digits(text))
    found = _URL.search(text) or _BARE.search(text)
    return _mended(found.group()) if found else None


def is_placeholder(text: str) -> bool:
    """«WWW.», «http://» or dots: printed on the form, typed by nobody."""
    return bool(text.strip()) and bool(_PLACEHOLDER.fullmatch(latin_digits(text)))


def _respelt(text: str) -> str:
    """«htpp://», «http;//», «//:http x.ir», «www .x.ir», one address glued to another: what can be nothing else."""
    text = _TURNED_SCHEME.sub(r"\1://", _MISTYPED_SCHEME.sub(r"http\1://", text))
    return _GLUED.sub(" ", _PARTED_PREFIX.sub("www.", text))


def _mended(address: str) -> str:
    return _SCHEME.sub(lambda scheme: f"{scheme[1].lower()}://", address).rstrip(".,;")
