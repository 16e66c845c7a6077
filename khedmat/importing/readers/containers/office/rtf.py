"""Boxes of forms in RTF: Word writes their state beside them, other programs write the box and lose the state."""

import re

_BOX = re.compile(rb"FORMCHECKBOX")
_RESULT, _STATE = b"\\fldrslt", b"\\formfield"


def with_lost_boxes_left_out(data: bytes) -> tuple[bytes, bool]:
    """The same file, and whether boxes had lost their state: LibreOffice would show them all as empty."""
    lost = [box.start() for box in _BOX.finditer(data) if not _has_state(data, box.end())]
    made = bytearray(data)
    for place in lost:
        made[place : place + len(_BOX.pattern)] = b"QUOTE       "  # a field that shows its result, which is nothing
    return bytes(made), bool(lost)


def _has_state(data: bytes, place: int) -> bool:
    end = data.find(_RESULT, place)
    return data.find(_STATE, place, end if end >= 0 else len(data)) >= 0
