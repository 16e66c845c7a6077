"""Numbers that a page gives back to the server."""

LONGEST = 9  # thousands of digits are no number to Python either
LONGEST_KEY = 18  # and the database knows no key of more


def counted(text: str, *, longest: int = LONGEST) -> int | None:
    """A whole number of so many Latin digits at most; None for anything else that somebody may send in its place."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= longest else None


def as_key(text: str) -> int | None:
    """The key of a row, however many there are."""
    return counted(text, longest=LONGEST_KEY)
