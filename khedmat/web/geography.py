"""The map of the provinces as one drawing, read once from the reference data."""

import json
from pathlib import Path
from typing import NamedTuple

from khedmat import organizations

SOURCE = Path(organizations.__file__).parent / "data" / "provinces.json"


class Province(NamedTuple):
    """A province: national code, name and outline."""

    code: str
    name: str
    path: str


class Map(NamedTuple):
    view_box: str
    provinces: tuple[Province, ...]


def _read() -> Map:
    data = json.loads(SOURCE.read_text(encoding="utf-8"))
    provinces = tuple(Province(row["code"], row["fa"], row["path"]) for row in data["provinces"])
    return Map(data["view_box"], provinces)


MAP = _read()
