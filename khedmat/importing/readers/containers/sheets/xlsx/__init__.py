"""XLSX and XLSM → the cells of their sheets."""

from khedmat.importing.readers.containers.sheets.xlsx.reading import grids, is_binary

__all__ = ["grids", "is_binary"]
