"""Boxes before and after, as pages tell them: those that differ, in the order of the form."""

from collections.abc import Mapping
from typing import Any

from khedmat.web.desk.editor.plainly import plainly
from khedmat.web.desk.naming_boxes import name_of, printed
from khedmat.web.desk.told import Change


def changed(was: Mapping[str, Any], now: Mapping[str, Any]) -> list[Change]:
    """A box that only one side has is empty on the other."""
    paths = sorted((path for path in {*was, *now} if was.get(path) != now.get(path)), key=printed)
    return [Change(name_of(path), plainly(path, was.get(path)), plainly(path, now.get(path))) for path in paths]
