"""Two documents side by side: the boxes in which they differ, each as the form names it."""

from typing import Any, NamedTuple

from khedmat.cards.editing import boxes_of, changed, whole
from khedmat.cards.form import Document
from khedmat.web.desk.editor.plainly import plainly
from khedmat.web.desk.editor.sections import owner_of, printed_order, title_of

REASONS = "not_applicable."


class Side(NamedTuple):
    """A box in which the two differ, in words; `plain` is the value of the other one."""

    path: str
    title: str
    one: str
    other: str
    plain: Any
    one_unclear: bool = False
    other_unclear: bool = False

    @property
    def other_first(self) -> bool:
        """Only the other one says something."""
        return self.other != "" and self.one == ""

    @property
    def one_first(self) -> bool:
        return not self.other_first


def sides_of(one: Document, other: Document) -> list[Side]:
    """In printed order. Why a box does not apply only a person says: no file contradicts it."""
    pairs = changed(boxes_of(one), boxes_of(other)).items()
    differ = [(path, pair["was"], pair["now"]) for path, pair in pairs if not path.startswith(REASONS)]
    lost = [set(map(whole, document.undecided)) for document in (one, other)]
    sides = [_side(path, was, now, lost=[path in paths for paths in lost]) for path, was, now in differ]
    return sorted(sides, key=lambda side: printed_order(side.path))


def _side(path: str, was: Any, now: Any, *, lost: list[bool]) -> Side:
    return Side(path, box_title(path), plainly(path, was), plainly(path, now), now, *lost)


def box_title(path: str) -> str:
    """«تواتر، در هر»: the printed box, and which of its members."""
    owner = owner_of(path)
    return "، ".join(dict.fromkeys([f"{owner[1].title}", f"{title_of(path, owner[1])}"])) if owner else path
