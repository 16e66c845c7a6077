"""Section 6: address, system, and the four stages with their channels, visit levels and reasons."""

from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.outline import Outline
from khedmat.importing.readers.sections import addresses, stages
from khedmat.importing.readers.sections.stage import Stage
from khedmat.importing.readers.sections.stage_cells import STAGES, cells_by_stage


def read(outline: Outline, draft: Draft) -> None:
    """A stage that has no cells is not said."""
    addresses.read(outline, draft)
    draft.text("system_name", outline.best("system_name"))
    cells = cells_by_stage(outline)
    for name in filter(cells.__contains__, STAGES):
        stages.read(Stage(name, cells[name]), draft)
