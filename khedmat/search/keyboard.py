"""Persian typed while the keyboard stood at English, and the other way: «;hvj» is «کارت», «سسم» is SSL. Pure."""

_LATIN, _PERSIAN = "qwertyuiop[]asdfghjkl;'zxcvbnm,\\", "ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدئوپ"
_LAYOUT, _BACK = str.maketrans(_LATIN, _PERSIAN), str.maketrans(_PERSIAN, _LATIN)


def retyped(text: str) -> str:
    """The same keys on the Persian layout."""
    return text.lower().translate(_LAYOUT)


def typed_back(word: str) -> str:
    """The same keys on the English layout."""
    return word.translate(_BACK)


def is_latin(text: str) -> bool:
    """Latin letters and no Persian ones."""
    letters = filter(str.isalpha, text)
    first = next(letters, "ی")
    return first.isascii() and all(map(str.isascii, letters))
