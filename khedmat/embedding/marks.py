"""What an embedded card says of itself to a machine: which service, which version, which text."""

import hashlib
import re
from collections.abc import Iterable
from typing import NamedTuple

SHAPE = re.compile(r"\s*(\d{1,19})\s*;\s*(\d{1,9})\s*;\s*([0-9a-f]{64})\s*")


class Mark(NamedTuple):
    """`number`: the ID of the service, or its number in the register where it has no ID."""

    number: str
    version: int
    sha256: str

    def __str__(self) -> str:
        return f"{self.number};{self.version};{self.sha256}"


def read_mark(text: str) -> Mark | None:
    """None for what is no mark of ours."""
    found = SHAPE.fullmatch(text)
    return Mark(found[1], int(found[2]), found[3]) if found else None


def digest(marks: Iterable[Mark]) -> str:
    """SHA-256 of a whole list, a mark a line."""
    return hashlib.sha256("\n".join(map(str, marks)).encode()).hexdigest()
