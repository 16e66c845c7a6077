"""Which block of the reader each piece of a page belongs to: the reader's own walk, watched."""

from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from khedmat.importing.readers.containers.html.marks import state
from khedmat.importing.readers.containers.html.page import Page
from khedmat.importing.readers.containers.html.reading import enter, leave
from khedmat.importing.readers.containers.html.tags import BREAKS, is_grid_row, values_of
from khedmat.importing.readers.containers.html.walking import steps

Places = dict[int, int]


def places_of(root: LexborNode) -> Places:
    """Number of a node → number of its block."""
    watch = Watch()
    for node, leaving in steps(root):
        watch.step(node, leaving=leaving)
    watch.page.end_line()
    watch.settle()
    return watch.places


@dataclass
class Watch:
    """A row or a pair is one block; a line is all that stands on it, an item with the sign before it."""

    page: Page = field(default_factory=Page)
    places: Places = field(default_factory=Places)
    line: list[LexborNode] = field(default_factory=list)
    block: int = 0

    def step(self, node: LexborNode, *, leaving: bool) -> None:
        self.block = len(self.page.blocks)
        visit = leave if leaving else enter
        visit(node, self.page)
        if node.tag in BREAKS:
            self.settle()
            self._take_whole([] if leaving else _members(node))
        if _stands_on_a_line(node):
            self.line.append(node)

    def settle(self) -> None:
        """What was gathered is the block that was added, if one was: an empty line is none."""
        if len(self.page.blocks) > self.block:
            self.places |= {node.mem_id: self.block for node in self.line}
        self.line.clear()

    def _take_whole(self, members: list[LexborNode]) -> None:
        self.places |= {member.mem_id: len(self.page.blocks) - 1 for member in members}


def _stands_on_a_line(node: LexborNode) -> bool:
    """An item that is a row is its own block: with the line behind it, it would bear the number of the next."""
    return node.tag not in BREAKS or node.tag == "li" and not is_grid_row(node) or bool(state(node))


def _members(node: LexborNode) -> list[LexborNode]:
    """What becomes a block at once when it is entered; nothing for most."""
    if node.tag == "dt":
        return [node, *values_of(node)]
    return [node] if is_grid_row(node) else []
