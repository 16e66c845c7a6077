"""Persian text as it arrives and as it is kept: one folding at the border, one key for comparing."""

import re
import unicodedata

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
_LOOSE = re.compile(rf"(?<=\s){ZWNJ}|{ZWNJ}(?=\s)")  # a half-space beside the end of a line joins nothing
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def fold(text: str) -> str:
    """The text as it is kept: Persian letters, Latin digits, half-spaces as ZWNJ, no invisible or control character.

    Never changes a word: «گواهی‌نامه» and «گواهینامه» stay two spellings (see `key`).
    """
    text = _PRESENTATION.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text)
    text = _CONTROL.sub("", unicodedata.normalize("NFC", text).translate(_LETTERS)).translate(_DIGITS)
    text = unicodedata.normalize("NFC", text)  # an invisible sign that is gone may have kept two marks apart
    text = re.sub(f"(?:(?<! ) +)?{ZWNJ}+ *", lambda found: " " if " " in found.group() else ZWNJ, text)
    return _LOOSE.sub("", text).strip(ZWNJ)


def fold_line(text: str) -> str:
    """`fold`, on one line with single spaces."""
    return " ".join(fold(text).split())


def key(text: str) -> str:
    """What two spellings of one phrase share: no marks, hamza, half-space or punctuation; words apart by one space."""
    text = _MARKS.sub("", unicodedata.normalize("NFKC", fold(text)))
    text = unicodedata.normalize("NFC", text).translate(_DIGITS).translate(_LETTERS).translate(_KEY)
    return " ".join(re.sub(r"[\W_]+", " ", text.lower()).split())


def squeeze(text: str) -> str:
    """`key` without spaces: «خدمت گیرندگان» and «خدمت‌گیرندگان» are equal."""
    return key(text).replace(" ", "")


def persian_digits(text: object) -> str:
    """For people only: digits as ۰–۹. What is stored keeps 0–9."""
    return str(text).translate(_PERSIAN_DIGITS)


def latin_digits(text: str) -> str:
    """The three kinds of digits that people type, as 0–9."""
    return text.translate(_DIGITS)


def sort_key(text: str) -> str:
    """Order of the Persian alphabet: code points put پ چ ژ گ last, and ICU may be missing."""
    return "".join(_RANK.get(letter, letter) for letter in fold_line(text).replace(ZWNJ, ""))
