"""A card → its short page: no script, nothing from elsewhere, one file."""

from functools import cache
from html import escape
from importlib.resources import files
from string import Template
from typing import NamedTuple

from khedmat.cards.form import Document
from khedmat.cards.printing import access, answers
from khedmat.cards.printing.filled import Filled
from khedmat.cards.printing.flow import drawing_of
from khedmat.cards.printing.paper import About, for_public
from khedmat.cards.printing.pieces import Cell, Grid
from khedmat.cards.printing.short.tags import cell, items, line, link, picture, row, soft, words
from khedmat.core.persian import prose

_HOURS, _SLA, _COMPLAINT = "card.service_hours", "card.sla_url", "card.complaint_url"


class ShortPage(NamedTuple):
    """Its title as text, its body as HTML."""

    title: str
    body: str


def short_page_of(document: Document, about: About) -> str:
    """For the public: never with the filler or the accounts."""
    short = short_parts_of(document, about)
    return _page().substitute(title=escape(short.title), body=short.body)


def short_parts_of(document: Document, about: About) -> ShortPage:
    """The same without the frame of a page, for whoever has one of their own."""
    filled = Filled(for_public(document), is_whole=False)
    title = prose(filled.at("card.title") or "شناسنامهٔ خدمت")
    return ShortPage(title, "\n".join((_table(filled, about), _access(filled), _flow(filled))))


@cache
def _page() -> Template:
    return Template((files(__name__.rpartition(".")[0]) / "page.html").read_text("utf-8"))


def _table(filled: Filled, about: About) -> str:
    """«جدول ۱» in its printed order."""
    boxes: tuple[tuple[str, Cell], ...] = (
        ("عنوان خدمت", (filled.text("card.title"),)),
        ("شناسهٔ خدمت", (filled.text("card.service_id"),)),
        ("نام دستگاه اجرایی", (filled.text("card.executive_agency"),)),
        ("نوع خدمت", (filled.ticks("card.service_type"),)),
        ("شرح خدمت", (filled.text("card.description"),)),
        ("مدارک لازم برای انجام خدمت", (filled.lines("card.documents"),)),
        ("متوسط مدت زمان ارائهٔ خدمت", answers.duration(filled, "card.average_duration")[:1]),
        ("ساعات ارائهٔ خدمت", (filled.text(_HOURS),)),
        ("تعداد بار مراجعهٔ حضوری", answers.visits(filled)[:1]),
        ("هزینهٔ ارائهٔ خدمت", _cost(filled)),
        ("آدرس دقیق و مستقیم خدمت در وبگاه", (filled.text("card.url"),)),
        ("فرم‌های قابل دانلود", (filled.text("card.forms"),)),
        ("پرسش و پاسخ متداول", (filled.text("card.faq"),)),
        ("توافق‌نامهٔ سطح خدمت", (filled.text(_SLA),)),
        ("نحوهٔ دسترسی به شکایت از خدمت", (filled.text(_COMPLAINT),)),
    )
    whole = row("جزئیات خدمت (شناسنامهٔ خدمت)", link(about.link)) if about.link else ""
    return f"<table>{''.join(row(label, cell(content)) for label, content in boxes)}{whole}</table>"


def _cost(filled: Filled) -> Cell:
    """The words of the form; else the amounts, or that it is free."""
    if filled.says("card.cost.text"):
        return (filled.text("card.cost.text"),)
    count = filled.count("card.cost.items")
    figures = (filled.figures(("", f"card.cost.items.{item}.amount_rial", "ریال"))[1:] for item in range(count))
    return (*figures, filled.square("card.cost.free", "رایگان"))


def _access(filled: Filled) -> str:
    """A row a stage."""
    stages = next(part for part in access.section(filled).parts if isinstance(part, Grid))
    heads = "".join(f'<th scope="col">{words(head.label)}</th>' for head in stages.heads)
    rows = "".join(
        f'<tr><th scope="row">{line(stage[0][0])}</th>{"".join(f"<td>{cell(box)}</td>" for box in stage[1:])}</tr>'
        for stage in stages.rows
    )
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<h2>نحوهٔ دسترسی به خدمت</h2><div class="scroll" tabindex="0">{table}</div>'


def _flow(filled: Filled) -> str:
    """The diagram as a picture and as a list; the processes where there is no diagram."""
    boxes = filled.at("card.diagram.boxes") or filled.at("card.processes")
    drawing = drawing_of(filled)
    drawn = picture(drawing, "نمودار مراحل دریافت خدمت") if drawing else ""
    listed = items(map(prose, boxes)) if boxes else soft("ذکر نشده")
    return f"<h2>نمودار مراحل دریافت خدمت</h2>{drawn}{listed}"
