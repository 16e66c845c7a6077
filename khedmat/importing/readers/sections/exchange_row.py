"""A row of section 7 or 8 by the roles of its columns."""

from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from khedmat.core.persian import squeeze
from khedmat.core.sequences import first, first_where
from khedmat.importing.readers import marks
from khedmat.importing.readers.labels import hits
from khedmat.importing.readers.outline import Piece
from khedmat.importing.readers.values import amounts
from khedmat.importing.readers.wording import said_line

EXTERNAL = frozenset({"agency", "fee"})  # columns that only section 8 has
_MODES = ("online", "batch", "paper")
_BY = {(True, False): "agency", (False, True): "applicant"}
_PAPER = ("paper", "by_agency", "by_applicant")
_WRITTEN_MODES = {"online": "برخط", "batch": "دسته"}
_HEADINGS = {"_heading", "_access", "_guidance", "_permit_forms"}
_PROSE = 70  # letters: more is no name


@dataclass(frozen=True)
class Row:
    """`external`: another agency is asked (section 8), not another system of the same one (section 7)."""

    cells: dict[str, str]
    pieces: list[Piece]
    external: bool

    @property
    def part(self) -> str:
        """The list of the contract that it belongs to."""
        return "external_inquiries" if self.external else "internal_systems"

    def cell(self, role: str) -> str:
        """The cell as it stands; empty where the row has none."""
        return self.cells.get(role, "")

    def text(self, role: str) -> str | None:
        """What a cell says, unless marks or a printed heading stand in it."""
        text = said_line(self.cell(role))
        return None if text is None or marks.any_in(text) or _is_heading(text) else text

    def values(self) -> dict[str, Any]:
        """What it says, by the names of the contract; empty when it says nothing."""
        values = self._inquiry() if self.external else self._named()
        return dict(filter(itemgetter(1), values.items()))

    def _named(self) -> dict[str, Any]:
        return {"system": self.text("system"), "fields": self.text("fields"), "modes": self._modes()}

    def _inquiry(self) -> dict[str, Any]:
        """A sentence in the cell of a name is kept as a note."""
        named = {"agency": self.text("agency")} | self._named()
        notes = first_where(_is_prose, (named["agency"], named["system"]))
        kept = {name: value for name, value in named.items() if value != notes or name == "fields"}
        return kept | self._fee() | {"notes": notes}

    def _fee(self) -> dict[str, Any]:
        text = self.text("fee")
        amount = first(amounts.amounts(text or ""))
        return {"fee.text": text, "fee.amount_rial": amount.rials if amount else None}

    def _modes(self) -> list[str]:
        """The ticked columns; else the modes that somebody wrote into them."""
        return list(filter(self._is_ticked, _MODES)) or list(filter(self._is_written, _WRITTEN_MODES))

    def _is_ticked(self, mode: str) -> bool:
        return any(map(self.has_tick, _PAPER if mode == "paper" else [mode]))

    def has_tick(self, role: str) -> bool:
        """Whether a column is ticked."""
        return marks.TICKED in marks.normalise(self.cell(role))

    @property
    def paper_by(self) -> str | None:
        """The one of the two columns of «استعلام توسط» that is ticked."""
        return _BY.get((self.has_tick("by_agency"), self.has_tick("by_applicant")))

    def _is_written(self, mode: str) -> bool:
        return _WRITTEN_MODES[mode] in self.cell(mode)


def _is_heading(text: str) -> bool:
    label = first(hits(text))
    return label is not None and (label.field in _HEADINGS or label.field.startswith("section"))


def _is_prose(text: str | None) -> bool:
    return len(squeeze(text or "")) > _PROSE
