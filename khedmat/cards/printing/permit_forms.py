"""Permit forms 1 and 2: a row an action, a row an asked agency, and lists of services."""

from khedmat.cards.printing.exchange import fee
from khedmat.cards.printing.filled import Filled
from khedmat.cards.printing.pieces import Cell, Grid, Head, Line, Section, Tick, Words
from khedmat.cards.vocabulary import VOCABULARY
from khedmat.core.persian import persian_digits

_WAY = "فرایند مجوز"
_TERMS = (Head("مدت اعتبار", 12), Head("هزینه (ریال)", 17))
_TIMES = (Head("زمان تقریبی", 12, _WAY), Head("الکترونیکی", 12, _WAY), Head("غیرالکترونیکی", 13, _WAY))
_ONE = (
    Head("ردیف", 7),
    Head("عنوان مجوز", 20),
    Head("نوع مجوز", 10),
    Head("مستندات قانونی", 20),
    Head("مدارک مورد نیاز", 24),
    *_TERMS,
    *(Head(label.fa, 8, "متقاضی مجوز") for label in VOCABULARY["applicant"].values()),
    *(Head(label.fa, 10, "فرایند صدور مجوز") for label in VOCABULARY["permit_process"].values()),
    Head("مراجع ناظر", 13),
    *_TIMES,
)
_TWO = (
    Head("ردیف", 7),
    Head("عنوان مجوز", 22),
    Head("نوع مجوز", 10),
    Head("عنوان دستگاه استعلام‌شونده", 20),
    Head("استعلام با ذکر نام", 22, "نوع فرایند"),
    Head("سایر", 8, "نوع فرایند"),
    Head("مدارک مورد نیاز", 26),
    *_TERMS,
    *_TIMES,
)
_RARE_ONE = {
    "organization": Head("وزارتخانه یا سازمان", 15),
    "kind": Head("قالب سند", 9),
    "steps": Head("مراحل انجام کار", 22),
    "conditions": Head("شرایط", 20),
    "notes": Head("توضیحات", 14),
}
_RARE_TWO = {"notes": Head("توضیحات", 16)}
_SERVICES = {
    "title": Head("عنوان خدمت", 40),
    "service_id": Head("شناسهٔ خدمت", 18),
    "parent_service_id": Head("شناسهٔ خدمت مادر", 18),
    "executive_agency": Head("نام دستگاه اجرایی", 28),
}


def sections(filled: Filled) -> tuple[Section, ...]:
    """Those of the three tables that have rows."""
    named = (("services", _services), ("permits", _form_one), ("inquiries", _form_two))
    return tuple(made(filled) for name, made in named if filled.count(name))


def _form_one(filled: Filled) -> Section:
    rare = _rare(filled, "permits", _RARE_ONE)
    rows = tuple(_permit(filled, f"permits.{row}", rare) for row in range(filled.count("permits")))
    heads = (*_ONE, *(_RARE_ONE[name] for name in rare))
    return Section("فرم شمارهٔ یک: مجوزهای حقیقی، حقوقی و دولتی", (Grid("فرم شمارهٔ یک", heads, rows),), is_wide=True)


def _rare(filled: Filled, path: str, heads: dict[str, Head]) -> list[str]:
    """Columns that are printed only where a row fills them."""
    rows = range(filled.count(path))
    return [name for name in heads if any(filled.says(f"{path}.{row}.{name}") for row in rows)]


def _permit(filled: Filled, path: str, rare: list[str]) -> tuple[Cell, ...]:
    return (
        *_head(filled, path, "title"),
        (filled.text(f"{path}.legal_basis"),),
        *_terms(filled, path),
        *_columns(filled, f"{path}.applicants"),
        *_columns(filled, f"{path}.process"),
        (filled.text(f"{path}.supervisors"),),
        *_times(filled, path),
        *((filled.text(f"{path}.{name}"),) for name in rare),
    )


def _head(filled: Filled, path: str, title: str) -> tuple[Cell, Cell, Cell]:
    number = persian_digits(int(path.rpartition(".")[2]) + 1)
    return ((Words(number),),), (filled.text(f"{path}.{title}"),), (filled.text(f"{path}.action"),)


def _terms(filled: Filled, path: str) -> tuple[Cell, Cell, Cell]:
    return (filled.text(f"{path}.documents"),), (filled.text(f"{path}.validity"),), fee(filled, f"{path}.fee")


def _times(filled: Filled, path: str) -> tuple[Cell, Cell, Cell]:
    figures = (("", f"{path}.duration.value", ""), ("", f"{path}.duration.unit", ""))
    return (
        filled.worded(f"{path}.duration.text", *figures),
        (filled.square(f"{path}.electronic", ""),),
        (filled.square(f"{path}.non_electronic", ""),),
    )


def _columns(filled: Filled, path: str) -> tuple[Cell, ...]:
    """A square a column; a doubt stands in the last."""
    squares = [((piece,),) for piece in filled.ticks(path) if isinstance(piece, Tick)]
    *first, ((last,),) = [_bare(square) for square in squares]
    return *first, ((last, *filled.notes(path)),)


def _bare(square: Cell) -> Cell:
    """Its words stand above the column."""
    return tuple(tuple(piece._replace(label="") for piece in line if isinstance(piece, Tick)) for line in square)


def _form_two(filled: Filled) -> Section:
    rare = _rare(filled, "inquiries", _RARE_TWO)
    rows = tuple(_inquiry(filled, f"inquiries.{row}", rare) for row in range(filled.count("inquiries")))
    heads = (*_TWO, *(_RARE_TWO[name] for name in rare))
    return Section("فرم شمارهٔ دو: استعلام‌های مجوز", (Grid("فرم شمارهٔ دو", heads, rows),), is_wide=True)


def _inquiry(filled: Filled, path: str, rare: list[str]) -> tuple[Cell, ...]:
    return (
        *_head(filled, path, "permit"),
        (filled.text(f"{path}.agency"),),
        *_kind(filled, path),
        *_terms(filled, path),
        *_times(filled, path),
        *((filled.text(f"{path}.{name}"),) for name in rare),
    )


def _kind(filled: Filled, path: str) -> tuple[Cell, Cell]:
    (named,), (other,) = _columns(filled, f"{path}.kind")
    name: Line = filled.text(f"{path}.name")
    return (((*named, *name),), (other,))


def _services(filled: Filled) -> Section:
    rows = tuple(
        tuple((filled.text(f"services.{row}.{name}"),) for name in _SERVICES) for row in range(filled.count("services"))
    )
    return Section("فهرست خدمات", (Grid("فهرست خدمات", tuple(_SERVICES.values()), rows),))
