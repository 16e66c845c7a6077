"""What a box says: the text that is kept of it, or nothing where only the form or a filler speaks."""

import re

from khedmat.core.persian import fold
from khedmat.core.remembering import remembered
from khedmat.importing.readers.labels import is_instruction

_FILLERS = re.compile(r"[\W_0]*(?:ندارد|نا\s*مشخص|نامعلوم|موردی ندارد|ذکر نشده|none|null|n/?a)?[\W_]*$", re.I)
_NOT_GIVEN = re.compile(
    r"این بخش .* ارائه نشده است|اطلاعاتی (?:ثبت|درج) نشده|موردی (?:یافت|ثبت) نشد|داده ای موجود نیست"
)
_PROMPT = re.compile(  # what a form or a program prints where nobody wrote yet
    r"\W*(?:برای (?:وارد کردن|نوشتن|درج|افزودن) متن.{0,20}کلیک (?:کنید|نمایید)"
    r"|(?:یک|هر) (?:مورد|گزینه|آیتم) را انتخاب کنید"
    r"|(?:click|tap)\b.{0,20}\bto (?:enter|add|choose)\b.{0,20}|choose an item|enter text(?: here)?)\W*"
    r"|[\[<{].{0,80}(?:کنید|نمایید|شود|گردد|بنویسید|انتخاب|here)\W*[\]>}]",
    re.I,
)
_BLANKS = re.compile(r"[.…]{5,}|…{2,}")
LONGEST_BLANK = 60  # characters; in a longer text dots are an omission, not a line to write on


@remembered
def said(text: str) -> str | None:
    """The text as it is kept, or None for printed instructions, dots, dashes, zeros and «ندارد»."""
    text = fold(text).strip(" \t\n:؛،_-–—=|•●")
    return None if _says_nothing(text) else text


def _says_nothing(text: str) -> bool:
    return _is_blank(text) or is_instruction(text) or _is_prompt(text)


def _is_prompt(text: str) -> bool:
    return bool(_NOT_GIVEN.search(text) or _PROMPT.fullmatch(text))


def _is_blank(text: str) -> bool:
    """A filler, or a short text with a dotted line in it that nobody wrote on."""
    dotted = len(text) < LONGEST_BLANK and _BLANKS.search(text)
    return bool(dotted or _FILLERS.fullmatch(text))
