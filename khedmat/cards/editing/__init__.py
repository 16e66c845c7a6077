"""Changing a document box by box: what its boxes hold, what two people changed, where a row went. Pure."""

from khedmat.cards.editing.boxes import Boxes, boxes_of, value_at, whole, written
from khedmat.cards.editing.carrying import carried, still_undecided, still_warned
from khedmat.cards.editing.form_rows import RowBox, counterpart, followed, is_box, row_box, with_box
from khedmat.cards.editing.merging import Clash, changed, merge, rewind

__all__ = [
    "Boxes",
    "Clash",
    "RowBox",
    "boxes_of",
    "carried",
    "changed",
    "counterpart",
    "followed",
    "is_box",
    "merge",
    "rewind",
    "row_box",
    "still_undecided",
    "still_warned",
    "value_at",
    "whole",
    "with_box",
    "written",
]
