"""What confirms a list of titles."""

from dataclasses import dataclass
from datetime import date

from khedmat.files.models import StoredFile


@dataclass(frozen=True)
class Letter:
    """The letter of the agency's highest official: who signed, its number and date, how many titles it speaks of."""

    signed_by: str
    number: str
    day: date
    said_count: int
    file: StoredFile
