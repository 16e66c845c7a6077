"""Sections 9 and 10 of the annex, and its foot."""

from khedmat.cards.form import Diagram
from khedmat.cards.printing.drawing import Drawing, draw
from khedmat.cards.printing.filled import Filled
from khedmat.cards.printing.pieces import Field, Fields, Grid, Head, Section, Text
from khedmat.core.persian import prose

_FILLER = {"name": "نام و نام خانوادگی تکمیل‌کنندهٔ فرم", "phone": "تلفن", "email": "پست الکترونیک", "unit": "واحد مربوط"}


def sections(filled: Filled) -> tuple[Section, ...]:
    """The processes in their order, and what leads to what."""
    processes = Field("عناوین فرایندهای خدمت", (filled.lines("card.processes"),))
    boxes = Field("نمودار ارتباطی فرایندهای خدمت", (filled.lines("card.diagram.boxes", is_numbered=False),))
    return (
        Section("۹- عناوین فرایندهای خدمت", (Fields("فرایندها", (processes,)),)),
        Section(
            "۱۰- نمودار ارتباطی فرایندهای خدمت",
            (Fields("خانه‌های نمودار", (boxes,)), *_links(filled)),
            drawing=drawing_of(filled),
        ),
    )


def drawing_of(filled: Filled) -> Drawing | None:
    """Where there are arrows to draw; boxes alone are a list."""
    boxes, links = (filled.at(f"card.diagram.{name}") or [] for name in ("boxes", "links"))
    shown = Diagram(boxes=list(map(prose, boxes)), links=[(prose(start), prose(goal)) for start, goal in links])
    return draw(shown) if links else None


def _links(filled: Filled) -> tuple[Grid, ...]:
    pairs = filled.at("card.diagram.links") or ()
    rows = tuple(
        tuple(((Text(f"card.diagram.links.{row}.{end}", prose(text)),),) for end, text in enumerate(pair))
        for row, pair in enumerate(pairs)
    )
    return (Grid("پیکان‌های نمودار", (Head("از"), Head("به")), rows),) if rows else ()


def foot(filled: Filled) -> tuple[Section, ...]:
    """Who filled the form in; never on a form for the public."""
    if not filled.is_whole:
        return ()
    rows = tuple(Field(label, (filled.text(f"card.filled_by.{name}"),)) for name, label in _FILLER.items())
    return (Section("تکمیل‌کنندهٔ فرم", (Fields("تکمیل‌کننده", rows),)),)
