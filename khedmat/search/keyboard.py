"""Persian typed while the keyboard stood at English: «;hvj» is «کارت». Pure."""

_LAYOUT = str.maketrans("qwertyuiop[]asdfghjkl;'zxcvbnm,\\", "ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدئوپ")


def retyped(text: str) -> str:
    """The same keys on the Persian layout."""
    return text.lower().translate(_LAYOUT)


def is_latin(text: str) -> bool:
    """Latin letters and no Persian ones."""
    letters = [sign for sign in text if sign.isalpha()]
    return bool(letters) and all(sign.isascii() for sign in letters)
