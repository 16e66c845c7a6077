"""Numbers that a page gives back to the server."""

LONGEST = 9  # thousands of digits are no number to Python either


def counted(text: str) -> int | None:
    """A whole number of at most nine Latin digits; None for anything else that somebody may send in its place."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST else None
