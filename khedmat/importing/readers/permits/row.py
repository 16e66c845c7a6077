"""A row of form 1 or form 2 by the roles of its columns."""

import re
from dataclasses import dataclass
from typing import Any

from khedmat.core.sequences import first_where
from khedmat.importing.readers import marks
from khedmat.importing.readers.permits.terms import modes, terms
from khedmat.importing.readers.permits.words import action_of
from khedmat.importing.readers.wording import said_line

_YES = re.compile(r"^\s*(?:بله|بلی|دارد|است|می\s*باشد|\+|1)\s*$")
_TEXTS = ("documents", "validity", "notes")
_BOXES = ("electronic", "non_electronic")


@dataclass(frozen=True)
class Row:
    """`asks_agency`: a row of form 2."""

    cells: dict[str, str]
    asks_agency: bool

    def raw(self, role: str) -> str:
        """The cell as it stands; empty where the row has none."""
        return self.cells.get(role, "")

    def text(self, role: str) -> str | None:
        """What the cell says."""
        return said_line(self.raw(role))

    def texts(self, *roles: str) -> dict[str, Any]:
        """role → what its cell says."""
        return {role: self.text(role) for role in roles}

    def ticked(self, role: str) -> bool | None:
        """True for a mark or a word of assent, False for an empty box, None for an empty cell."""
        cell = self.raw(role)
        normal = marks.normalise(cell)
        if marks.TICKED in normal or _YES.match(cell):
            return True
        return False if marks.EMPTY in normal else None

    def first_ticked(self, *roles: str) -> str | None:
        """The first of some columns that is ticked."""
        return first_where(self.ticked, roles)

    @property
    def action(self) -> str | None:
        """What is done with the permit."""
        return action_of(self.raw("action"))

    def common(self) -> dict[str, Any]:
        """What both forms ask."""
        boxes = {role: self.ticked(role) for role in _BOXES}
        return self.texts(*_TEXTS) | boxes | modes([self.raw("ways")]) | terms(self.raw("fee"), self.raw("duration"))


def says_something(values: dict[str, Any]) -> bool:
    """Whether a row holds more than its printed number and action."""
    return any(map(_says, values.values()))


def _says(value: Any) -> bool:
    """An empty box is printed in every row and says nothing of it."""
    return value is not None and value is not False and value != []
