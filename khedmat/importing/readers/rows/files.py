"""Files of tables → leaves, by their kind."""

from collections.abc import Callable

from khedmat.importing.readers.containers.leaf import Opened
from khedmat.importing.readers.containers.sheets import others, separated, xlsx
from khedmat.importing.readers.rows.leaves import leaves
from khedmat.importing.readers.rows.parts import is_headed

_VENDOR = "application/vnd."
_MEDIA_TYPES = {
    "xlsx": f"{_VENDOR}openxmlformats-officedocument.spreadsheetml.sheet",
    "xlsb": f"{_VENDOR}ms-excel.sheet.binary.macroEnabled.12",
    "xls": f"{_VENDOR}ms-excel",
    "ods": f"{_VENDOR}oasis.opendocument.spreadsheet",
}


def of_xlsx(data: bytes, name: str) -> Opened:
    """Its binary sister lies in the same folders."""
    if xlsx.is_binary(data):
        return _of_other("xlsb")(data, name)
    return Opened(_MEDIA_TYPES["xlsx"], leaves(xlsx.grids(data)))


def of_separated(decoded: str, name: str) -> Opened | None:
    """Without the name of a table one of its first records must head columns of the form; None for what is no table."""
    separator = separated.separator_of(decoded)
    if separator is None:
        return None
    cells = separated.grid_of(decoded, separator)
    is_table = separated.is_named(name) or is_headed(cells)
    return Opened("text/csv", leaves([cells])) if is_table else None


def _of_other(kind: str) -> Callable[[bytes, str], Opened]:
    return lambda data, name: Opened(_MEDIA_TYPES[kind], leaves(others.grids(data)))


OPENERS: dict[str, Callable[[bytes, str], Opened]] = {"xlsx": of_xlsx, "xls": _of_other("xls"), "ods": _of_other("ods")}
