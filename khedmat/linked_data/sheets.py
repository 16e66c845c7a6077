"""A dataset as files: CSV for spreadsheets, JSON Lines for programs, and what its columns are called."""

import csv
import json
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from khedmat.core.cells import inert
from khedmat.linked_data.datasets import BETWEEN, Dataset

Row = dict[str, Any]


class Sheet:
    """Open until its stack is closed; the rows go by."""

    def __init__(self, folder: Path, dataset: Dataset, stack: ExitStack) -> None:
        def opened(ending: str, encoding: str) -> Any:
            path = folder / f"{dataset.name}.{ending}"
            return stack.enter_context(path.open("w", encoding=encoding, newline=""))

        self.columns = dataset.columns
        self.table = csv.writer(opened("csv", "utf-8-sig"))
        self.table.writerow(self.columns)
        self.lines = opened("jsonl", "utf-8")
        heads = opened("header.fa.json", "utf-8")
        heads.write(json.dumps(self.columns, ensure_ascii=False, indent=1) + "\n")

    def put(self, row: Row, record: Row | None = None) -> None:
        """`record`: what programs get where it is more than the row."""
        self.table.writerow(inert(_cell(row[name]) for name in self.columns))
        self.lines.write(json.dumps(record or row, ensure_ascii=False, default=str) + "\n")


def _cell(value: Any) -> Any:
    return BETWEEN.join(map(str, value)) if isinstance(value, list | tuple) else value
