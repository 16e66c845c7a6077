"""Section 6: whether a stage is electronic, not electronic, or both, as far as one cell says."""

from khedmat.importing.readers.choosing import Choice, settle
from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.evidence import Place
from khedmat.importing.readers.marks import UNSURE, is_marked
from khedmat.importing.readers.sections.stage import Stage
from khedmat.importing.readers.sections.stage_cells import Cell


def read(stage: Stage, cell: Cell, draft: Draft) -> None:
    """By marks; where a cell has none, by its words."""
    unsure = Choice([], UNSURE in cell.text, cell.text)
    for mode, tick in cell.reading.of("mode").items():
        draft.tick(f"{stage.path}.{mode}", None if unsure.undecided else tick, Place(pieces=cell.pieces))
        draft.doubt(f"{stage.path}.{mode}", unsure)
    if not is_marked(cell.text) and not _is_only_asked(cell) and not stage.ticks_a_mode:
        _read_written(stage, cell, draft)


def _is_only_asked(cell: Cell) -> bool:
    """«… غیرالکترونیکی (مراجعه حضوری):» with nothing behind it."""
    return cell.text.endswith(":")


def _read_written(stage: Stage, cell: Cell, draft: Draft) -> None:
    choice = _written(stage, cell)
    for mode in choice.values:
        draft.tick(f"{stage.path}.{mode}", True, Place(pieces=cell.pieces))
    for mode in cell.reading.of("mode"):
        draft.doubt(f"{stage.path}.{mode}", choice)


def _written(stage: Stage, cell: Cell) -> Choice:
    """Words without any mark: somebody wrote the one, or the form prints both."""
    choice = settle(cell.reading, "mode", cell.pieces[0].text)
    return choice._replace(values=[], undecided=True) if stage.has_lost_its_marks else choice
