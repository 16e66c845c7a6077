"""Old template, new template and own text, box by box: what a province decides when the national card changed. Pure."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from khedmat.cards.copies.boxes import MAY_DIFFER, Overrides
from khedmat.cards.copies.effective import differing
from khedmat.cards.editing import value_at

Choice = Literal["take", "keep"]


class Row(NamedTuple):
    """A box that changed in the template, or that the province writes for itself."""

    box: str
    old: Any
    new: Any
    own: Any
    is_own: bool

    @property
    def has_changed(self) -> bool:
        return bool(self.old != self.new)

    @property
    def must_choose(self) -> bool:
        """Both the template and the province say something of their own: nobody decides that for the province."""
        return self.is_own and self.has_changed and self.own != self.new

    @property
    def usual(self) -> Choice | None:
        """What happens where nobody chooses: what was not written here follows the template, what was stays."""
        if self.must_choose:
            return None
        return "keep" if self.is_own and self.own != self.new else "take"


def rows(old: Mapping[str, Any], new: Mapping[str, Any], overrides: Overrides) -> list[Row]:
    """`old`, `new`: contents of the two templates."""
    found = (
        Row(box, value_at(old, box), value_at(new, box), overrides.get(box, value_at(old, box)), box in overrides)
        for box in MAY_DIFFER
    )
    return [row for row in found if row.is_own or row.has_changed]


def unchosen(found: list[Row], choices: Mapping[str, str]) -> list[Row]:
    return [row for row in found if (choices.get(row.box) or row.usual) not in ("take", "keep")]


def settled(found: list[Row], choices: Mapping[str, str], new: Mapping[str, Any]) -> Overrides:
    """The overrides beside the new template: of a box that follows it nothing is kept."""
    kept = {row.box: row.own for row in found if (choices.get(row.box) or row.usual) == "keep"}
    return differing(kept, new)
