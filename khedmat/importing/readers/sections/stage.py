"""Section 6: one of the four stages with its cells."""

from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from operator import attrgetter

from khedmat.importing.readers import options
from khedmat.importing.readers.marks import is_marked
from khedmat.importing.readers.outline import Piece
from khedmat.importing.readers.sections.stage_cells import Cell

LISTS = ("channels", "visit_levels", "visit_reasons")


@dataclass(frozen=True)
class Stage:
    """Its name in the contract and its cells."""

    name: str
    cells: list[Cell]

    @property
    def path(self) -> str:
        """Where its values are kept."""
        return f"stages.{self.name}"

    @cached_property
    def pieces(self) -> list[Piece]:
        """All its pieces."""
        return list(chain.from_iterable(map(attrgetter("pieces"), self.cells)))

    @cached_property
    def reading(self) -> options.Reading:
        """The readings of its cells as one."""
        whole = options.Reading()
        for cell in self.cells:
            whole.join(cell.reading)
        return whole

    @cached_property
    def ticks_a_mode(self) -> bool:
        """Then the other one, printed without a mark, is not ticked."""
        return any(self.reading.of("mode").values())

    @cached_property
    def has_lost_its_marks(self) -> bool:
        """Both modes and a list of options are printed, and no mark stands in any cell."""
        marked = any(map(is_marked, map(attrgetter("text"), self.cells)))
        return not marked and self._prints_modes_and_options()

    def _prints_modes_and_options(self) -> bool:
        return len(self.reading.of("mode")) > 1 and any(map(self._cannot_be_told, LISTS))

    def _cannot_be_told(self, group: str) -> bool:
        return self.reading.decide(group)[1]
