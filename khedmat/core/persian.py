"""Persian text as it arrives and as it is kept: one folding at the border, one key for comparing."""

import re
import unicodedata
from functools import lru_cache, partial

from khedmat.core.remembering import MOST_TEXTS, remembered

ZWNJ = "\u200c"
_DIGITS = {ord(c): str(i % 10) for i, c in enumerate("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩")}
_LETTERS = str.maketrans(
    {
        "ي": "ی",
        "ى": "ی",
        "ك": "ک",
        "ہ": "ه",
        "ە": "ه",
        "ـ": None,
        "\u00ac": ZWNJ,
        "\u00ad": None,
        "\u00a0": " ",
        "\ufeff": None,
        **dict.fromkeys("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u2060\u200d"),
    }
)
_KEY = str.maketrans("ةۀأإٱآؤئ", "ههااااوی", "ء" + ZWNJ)
_PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_ORDER = "ءآأاإبپتثجچحخدذرزژسشصضطظعغفقکگلمنوؤهةیئ"
_LETTERS_BEGIN = 0xE000  # behind digits, signs and Latin: nearer, «ز» and «1» would share a key
_RANK = {letter: chr(_LETTERS_BEGIN + place) for place, letter in enumerate(_ORDER)}
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")
_MARKS = re.compile("[\u064b-\u065f\u0670]")
_HALF_SPACES = re.compile(f"(?:(?<! ) +)?{ZWNJ}+ *")
_SPACED = re.compile(r"\S+")
_DIGIT = re.compile("[0-9]")
LATIN = re.compile("[A-Za-z]")
_LOOSE = re.compile(rf"(?<=\s){ZWNJ}|{ZWNJ}(?=\s)")  # a half-space beside the end of a line joins nothing
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff"
_FOLDED = {chr(code): letter or "" for code, letter in (_LETTERS | _DIGITS).items()}
_KEYED = {letter: _FOLDED.get(letter, letter).translate(_KEY) for letter in (*_FOLDED, *map(chr, _KEY))}
_FOREIGN = re.compile(f"[{_CONTROL}{''.join(_FOLDED)}]+")
_UNFOLDED = re.compile(f"[\ufb50-\ufdff\ufe70-\ufefc{_CONTROL}{''.join(_FOLDED)}{ZWNJ}]")
_OTHER_DIGITS = re.compile(f"[{''.join(map(chr, _DIGITS))}]")
_UNLIKE = re.compile(f"[{''.join(_KEYED)}]")
_WORD = re.compile(r"[^\W_]+")
_PLAIN = re.compile(f"[\t\n -~«»•–—…☐☑□■ء-غـ-ي٠-٩ٱ-ٴٹ-ۓ۔ە۰-۹،؛؟٪{ZWNJ}\u00a0]*")  # no sign of it acts on its neighbour

_by_every_rule = partial(remembered, most=4 * MOST_TEXTS)  # asked of every text of a form; what they give is short


@_by_every_rule
def fold(text: str) -> str:
    """The text as it is kept: Persian letters, Latin digits, half-spaces as ZWNJ, no invisible or control character.

    Never changes a word: «گواهی‌نامه» and «گواهینامه» stay two spellings (see `key`).
    """
    text = unicodedata.normalize("NFC", text)
    return _folded(text) if _UNFOLDED.search(text) else text


def _folded(text: str) -> str:
    text = unicodedata.normalize("NFC", _PRESENTATION.sub(_compatible, text))
    text = _FOREIGN.sub(_replaced, text)
    text = unicodedata.normalize("NFC", text)  # an invisible sign that is gone may have kept two marks apart
    return _LOOSE.sub("", _HALF_SPACES.sub(_half_space, text)).strip(ZWNJ) if ZWNJ in text else text


def _compatible(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found.group())


def _replaced(found: re.Match[str]) -> str:
    """A control character becomes nothing."""
    return "".join([_FOLDED.get(sign, "") for sign in found.group()])


def _half_space(found: re.Match[str]) -> str:
    return " " if " " in found.group() else ZWNJ


def fold_line(text: str) -> str:
    """`fold`, on one line with single spaces."""
    return " ".join(fold(text).split())


@remembered
def key(text: str) -> str:
    """What two spellings of one phrase share: no marks, hamza, half-space or punctuation; words apart by one space."""
    return " ".join(_key_words(text))


def _key_words(text: str) -> list[str]:
    plain = text if _PLAIN.fullmatch(text) else _without_marks(text)
    return _WORD.findall(_UNLIKE.sub(_keyed, plain).lower())


def _without_marks(text: str) -> str:
    return unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFKC", fold(text))))


def key_letters() -> tuple[str, str]:
    """Letters and what `key` makes of them, place by place; those beyond the shorter one become nothing."""
    kept = {letter: one for letter, one in _KEYED.items() if len(one) == 1}
    dropped = "".join(letter for letter in _KEYED if letter not in kept)
    return "".join(kept) + dropped, "".join(kept.values())


def _keyed(found: re.Match[str]) -> str:
    return _KEYED[found.group()]


@_by_every_rule
def squeeze(text: str) -> str:
    """`key` without spaces: «خدمت گیرندگان» and «خدمت‌گیرندگان» are equal."""
    return "".join(_key_words(text))


def persian_digits(text: object) -> str:
    """For people only: digits as ۰–۹. What is stored keeps 0–9."""
    return str(text).translate(_PERSIAN_DIGITS)


def prose(text: str) -> str:
    """A text of the form with Persian digits, but for words with Latin letters: «G2B» and addresses stay whole."""
    if not _DIGIT.search(text):
        return text
    return _SPACED.sub(lambda word: word[0] if LATIN.search(word[0]) else persian_digits(word[0]), text)


@lru_cache(maxsize=4096)
def number(value: float) -> str:
    """«۱۰٬۰۰۰»: grouped by threes, without a fraction that is zero."""
    whole = int(value) if float(value).is_integer() else value
    return persian_digits(f"{whole:,}").replace(",", "٬").replace(".", "٫")


def latin_digits(text: str) -> str:
    """The three kinds of digits that people type, as 0–9."""
    return text.translate(_DIGITS) if _OTHER_DIGITS.search(text) else text


def sort_key(text: str) -> str:
    """Order of the Persian alphabet: code points put پ چ ژ گ last, and ICU may be missing."""
    return "".join(_RANK.get(letter, letter) for letter in fold_line(text).replace(ZWNJ, ""))
