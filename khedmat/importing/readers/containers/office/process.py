"""LibreOffice as it may run here."""

from collections.abc import Sequence
from pathlib import Path

from khedmat.importing.readers.confined import programs

LONGEST = 30  # seconds; a form takes two
_MEMORY = 1024 * 1024 * 1024  # bytes; it alone takes half of it
_MOST_MADE = 60 * 1024 * 1024


def run(command: Sequence[str], folder: Path) -> bool:
    """Whether it ended by itself in time."""
    return programs.run(command, programs.Means(_MEMORY, _MOST_MADE, LONGEST), folder=folder)
