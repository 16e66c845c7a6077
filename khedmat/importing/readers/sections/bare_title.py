"""A title without a label: a quoted name, the line with the ID, a heading, or the last line before the first label."""

import re
from collections.abc import Iterator
from itertools import chain, filterfalse, pairwise
from operator import attrgetter

from khedmat.core.persian import fold_line
from khedmat.core.sequences import first
from khedmat.importing.readers.blocks import Line
from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.evidence import Place
from khedmat.importing.readers.outline import Answer, Outline
from khedmat.importing.readers.titles import clean_title
from khedmat.importing.readers.values import service_ids
from khedmat.importing.readers.wording import block_of, whole

_NOISE = re.compile(
    r"\d{1,2}\s*(?:فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند)|شنبه|جمعه"
    r"|^(?:menu|en|english|home|fa)\b|صفحه اصلی|پایگاه اطلاع|نسخه آزمایشی|بسمه|بسم الله|لوگو|تغییر زبان|^خدمات$"
    r"|^(?:جدول\s*\(?\d+\)?\W*)?شناسنامه خدم"
    r"|^فرم |میز\s*خدمت|^ساعت|جستجو|ورود|خروج|^\W*$|https?:|^«.*»$|بیانیه|ضمیمه|پیوست"
    r"|^(?:مشاهده|نمایش)\s|^(?:اطلاعات|مشخصات|جزئیات|شناسنامه|معرفی)\s+(?:\w+\s+)?(?:مجوز|خدمت)$",
    re.I,
)
_QUOTED = re.compile(r"[«\"“](?P<title>[^«»\"“”]{6,200})[»\"”]")
_AGREEMENT = re.compile(r"توافق|بیانیه\s*سطح|سطح\s*خدمت")
_CARD_OF = re.compile(r"^(?:(?:فرم\s+)?شناسنامه\s+(?:خدمت\s*:?\s+)?|خدمت\s*:\s*)(?=\S+\s+\S+)")
_LABELLED_ID = re.compile(r"(?:شناسه|کد)\s*(?:خدمت|زیر|:)")
_ID_IN_PARENTHESES = re.compile(r"\(\s*[\d۰-۹]{11}")
_NO_TITLE = (":", "است.", "شود.", "گردد.", "باشد.")  # at the end: a label or a sentence
_CARD, _line = "شناسنامه خدمت", attrgetter("line")
_SHORTEST, _LONGEST = 8, 200  # letters
_FIRST_BLOCKS = 12
_BEHIND_FIRST_LABEL = 40  # blocks
_NO_LABEL = 10**9  # no block has this number


def read(outline: Outline, draft: Draft) -> None:
    """The best line of the page."""
    line = first(_candidates(outline))
    if line is not None:
        draft.set("title", clean_title(_name_in(line)), Place(pieces=[whole(line)]))


def _candidates(outline: Outline) -> Iterator[Line]:
    """The best first."""
    near = _lines_to(_first_label(outline) + _BEHIND_FIRST_LABEL, outline)
    before = lines_before_labels(outline)
    return chain(
        _agreements(near),
        map(_line, filter(_is_card_of, outline.answers)),
        filter(_is_named_by_id, near),
        filter(attrgetter("heading"), before),
        reversed(before),
    )


def lines_before_labels(outline: Outline) -> list[Line]:
    """Those that may be titles; what stands in the row of the first label too, where it answers none."""
    label = _first_label(outline)
    asked = set(map(_line, filter(attrgetter("colon"), outline.answers)))
    lines = filterfalse(asked.__contains__, _lines_to(label - 1, outline))
    return list(filter(is_title_like, chain(lines, map(_line, outline.free_in(label)))))


def _first_label(outline: Outline) -> int:
    """The block of it."""
    return min(map(block_of, filter(_is_label, outline.answers)), default=_NO_LABEL)


def _is_card_of(answer: Answer) -> bool:
    """«شناسنامه خدمت: صدور پروانه ساختمان» at the head of the page names it."""
    named = answer.field == "_heading" and answer.colon and answer.label.startswith(_CARD)
    return named and answer.line.block < _FIRST_BLOCKS and len(_name_in(answer.line)) > _SHORTEST


def _lines_to(block: int, outline: Outline) -> list[Line]:
    return [line for line in outline.sheet.lines if line.block <= block]


def _is_label(answer: Answer) -> bool:
    """The words of an agreement head its page, and its name follows."""
    return not answer.field.startswith("_") and answer.field != "sla_url"


def _name_in(line: Line) -> str:
    quoted = _QUOTED.search(line.text)
    return quoted["title"] if quoted and _quotes_title(line) else _CARD_OF.sub("", line.text)


def _quotes_title(line: Line) -> bool:
    return bool(_AGREEMENT.search(line.text) or _QUOTED.fullmatch(line.text.strip()))


def _agreements(lines: list[Line]) -> Iterator[Line]:
    """«توافق‌نامهٔ خدمت «…»» at the head of the page, or the name in quotes on the line below."""
    for above, line in pairwise([None, *lines]):
        if line and line.block < _FIRST_BLOCKS and _QUOTED.search(line.text):
            below = above and _AGREEMENT.search(above.text) and _QUOTED.fullmatch(line.text.strip())
            if below or _AGREEMENT.search(line.text):
                yield line


def _is_named_by_id(line: Line) -> bool:
    """A name with its ID beside it; behind the label of the ID it may be anything."""
    return _has_bare_id(line.text) and len(clean_title(line.text) or "") > _SHORTEST


def _has_bare_id(text: str) -> bool:
    labelled = _LABELLED_ID.search(text) and not _ID_IN_PARENTHESES.search(text)
    return not labelled and "http" not in text and bool(service_ids.find(text))


def is_title_like(line: Line) -> bool:
    plain = fold_line(line.text)
    return _SHORTEST <= len(plain) <= _LONGEST and not plain.endswith(_NO_TITLE) and not is_noise(plain)


def is_noise(text: str) -> bool:
    """A date, a menu, an address, a heading of the page, or an ID."""
    return bool(_NOISE.search(text) or service_ids.find(text))
