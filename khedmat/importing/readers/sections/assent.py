"""Yes and no in the words of a form."""

import re

from khedmat.importing.readers import marks

_YES = re.compile(rf"{marks.TICKED}|\b(?:بله|بلی|دارد|true)\b", re.I)
_NO = re.compile(r"\b(?:خیر|ندارد|false)\b", re.I)


def assent(text: str) -> bool | None:
    """True for a tick or a yes, False for a no, None for neither."""
    if _YES.search(text):
        return True
    return False if _NO.search(text) else None
