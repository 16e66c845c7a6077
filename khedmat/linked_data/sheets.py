"""A dataset as files: CSV for spreadsheets, JSON Lines for programs, and what its columns are called."""

import csv
import io
import json
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from khedmat.core.cells import BYTE_ORDER_MARK, inert
from khedmat.linked_data.datasets import BETWEEN, Dataset

Row = dict[str, Any]


class Sheet:
    """Open until its stack is closed; the rows go by."""

    def __init__(self, folder: Path, dataset: Dataset, stack: ExitStack) -> None:
        def opened(ending: str) -> Any:
            return stack.enter_context((folder / f"{dataset.name}.{ending}").open("w", encoding="utf-8", newline=""))

        self.columns = dataset.columns
        self.table, self.lines = opened("csv"), opened("jsonl")
        self.table.write(head(dataset))
        write_heads(folder, dataset)

    def put(self, row: Row) -> None:
        self.table.write(table_line(row[name] for name in self.columns))
        self.lines.write(record_line(row))


def head(dataset: Dataset) -> str:
    """The first line of the table."""
    return BYTE_ORDER_MARK + table_line(dataset.columns)


def write_heads(folder: Path, dataset: Dataset) -> None:
    heads = json.dumps(dataset.columns, ensure_ascii=False, indent=1) + "\n"
    (folder / f"{dataset.name}.header.fa.json").write_text(heads, "utf-8")


def table_line(values: Iterable[Any]) -> str:
    written = io.StringIO()
    csv.writer(written).writerow(inert(map(_cell, values)))
    return written.getvalue()


def record_line(record: Row) -> str:
    return json.dumps(record, ensure_ascii=False, default=str) + "\n"


def _cell(value: Any) -> Any:
    return BETWEEN.join(map(str, value)) if isinstance(value, list | tuple) else value
