"""How the sheets look."""

from typing import Any

_NARROW, _BROAD, _TEXT = 15, 30, 60  # letters
_LONG = (
    "description",
    "documents",
    "laws",
    "processes",
    "boxes",
    "legal_basis",
    "fields",
    "steps",
    "conditions",
    "faq",
)
_SHORT = (
    "unit",
    "per",
    "value",
    "min",
    "max",
    "count",
    "times",
    "once",
    "free",
    "working",
    "electronic",
    "nature",
    "card",
)
_ALL = {"font_name": "Vazirmatn", "font_size": 10, "valign": "top", "reading_order": 2}


class Formats:
    """Of one workbook."""

    def __init__(self, book: Any) -> None:
        shade = {"bold": True, "bg_color": "#EEF3F1", "border": 1, "border_color": "#9DB4AE", "text_wrap": True}
        self.head = book.add_format({**_ALL, **shade, "align": "center"})
        self.label = book.add_format({**_ALL, "bold": True, "text_wrap": True})
        self.cell = book.add_format({**_ALL, "text_wrap": True, "num_format": "General"})
        self.name = book.add_format({**_ALL, "font_size": 8, "font_color": "#7A8682"})


def width_of(name: str) -> int:
    """By what usually stands in the column."""
    last = name.rpartition(".")[2]
    return _TEXT if last in _LONG else _NARROW if last in _SHORT else _BROAD
