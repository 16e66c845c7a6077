"""One filled card, printed in every way that agencies print it."""

from collections.abc import Callable, Iterator
from typing import NamedTuple


class Choice(NamedTuple):
    """Options in printed order; the numbers of those that are ticked."""

    options: tuple[str, ...]
    ticked: tuple[int, ...]


class Marks(NamedTuple):
    """How a tick and an empty box look, and where they stand."""

    tick: str
    box: str
    behind: bool = False


Box = tuple[str, str | Choice | tuple[str, ...]]

CARD: tuple[Box, ...] = (
    ("عنوان خدمت", "صدور پروانه بهره برداری معدن"),
    ("شناسه خدمت", "13041216000"),
    ("نام دستگاه اجرایی", "سازمان صنعت و معدن"),
    ("نام دستگاه مادر", "وزارت صنعت"),
    ("شرح خدمت", "رسیدگی به درخواست و صدور پروانه"),
    ("نوع خدمت", Choice(("خدمت به شهروندان (G2C)", "خدمت به کسب و کار (G2B)"), (0, 1))),
    ("نوع مخاطبین", "بهره برداران معادن"),
    ("ماهیت خدمت", Choice(("حاکمیتی", "تصدی گری"), (0,))),
    ("سطح خدمت", Choice(("ملی", "منطقه ای", "استانی", "شهری", "روستایی"), (2,))),
    ("رویداد مرتبط با", Choice(("تولد", "آموزش", "مالیات", "کسب و کار", "بیمه"), (3,))),
    ("نحوه آغاز خدمت", Choice(("تقاضای گیرنده خدمت", "تشخیص دستگاه"), (0,))),
    ("مدارک لازم برای انجام خدمت", ("فرم درخواست", "نقشه محل", "دو قطعه عکس 4*3")),
    ("قوانین و مقررات بالادستی", ("قانون معادن مصوب 1390", "آیین نامه اجرایی")),
    ("متوسط مدت زمان ارایه خدمت", "20 روز کاری"),
    ("تعداد بار مراجعه حضوری", "2 بار"),
    ("هزینه ارائه خدمت (ریال) به خدمت گیرندگان", "50000 ریال"),
    ("آدرس دقیق و مستقیم خدمت در وبگاه", "http://example.ir/m"),
    ("نام سامانه مربوط به خدمت", "سامانه معادن"),
    ("عناوین فرایندهای خدمت", ("ثبت درخواست", "بررسی پرونده", "صدور پروانه")),
)
ANSWERS = {
    "title": "صدور پروانه بهره برداری معدن",
    "service_id": "13041216000",
    "executive_agency": "سازمان صنعت و معدن",
    "parent_agency": "وزارت صنعت",
    "description": "رسیدگی به درخواست و صدور پروانه",
    "service_type": ["G2C", "G2B"],
    "audience": "بهره برداران معادن",
    "nature": "sovereign",
    "level": ["provincial"],
    "life_events": ["business"],
    "start_trigger": ["request"],
    "documents": ["فرم درخواست", "نقشه محل", "دو قطعه عکس 4*3"],
    "laws": ["قانون معادن مصوب 1390", "آیین نامه اجرایی"],
    "url": "http://example.ir/m",
    "system_name": "سامانه معادن",
    "processes": ["ثبت درخواست", "بررسی پرونده", "صدور پروانه"],
}
MARKS = {
    "ballots before": Marks("☑", "☐"),
    "ballots behind": Marks("☒", "☐", behind=True),
    "squares before": Marks("■", "□"),
    "squares behind": Marks("■", "□", behind=True),
    "circles": Marks("●", "○"),
    "wingdings before": Marks("R", "£"),
    "wingdings behind": Marks("þ", "¨", behind=True),
    "brackets": Marks("[x]", "[ ]"),
    "parentheses behind": Marks("(*)", "( )", behind=True),
}
INPUTS = Marks("<input type=checkbox checked>", "<input type=checkbox>")
INPUTS_BEHIND = INPUTS._replace(behind=True)


def choice(asked: Choice, marks: Marks) -> str:
    """The options with their marks, on one line."""
    pairs = (
        (option, marks.tick if number in asked.ticked else marks.box) for number, option in enumerate(asked.options)
    )
    return "  ".join(f"{option} {mark}" if marks.behind else f"{mark} {option}" for option, mark in pairs)


def value(box: Box, marks: Marks) -> str:
    """What stands in a box, on one line; a list is numbered."""
    said = box[1]
    if isinstance(said, Choice):
        return choice(said, marks)
    if isinstance(said, tuple):
        return " ".join(f"{number}- {item}" for number, item in enumerate(said, start=1))
    return said


def _lines(shape: str, between: str = "\n") -> Callable[[Marks], str]:
    def printed(marks: Marks) -> str:
        rows = (shape.format(n=n, label=box[0], value=value(box, marks)) for n, box in enumerate(CARD, start=1))
        return between.join(rows)

    return printed


def _page(row: str, around: str = "{}") -> Callable[[Marks], str]:
    lines = _lines(row)
    return lambda marks: f"<html><body>{around.format(lines(marks))}</body></html>"


def _pairs_in_a_row(marks: Marks) -> str:
    cells = [f"{box[0]}\t{value(box, marks)}" for box in CARD]
    return "\n".join("\t".join(cells[start : start + 2]) for start in range(0, len(cells), 2))


def _items_on_lines(marks: Marks) -> str:
    return "\n".join(line for box in CARD for line in _items(box, marks))


def _items(box: Box, marks: Marks) -> Iterator[str]:
    """A label, and below it an option or an item on each line."""
    label, said = box
    yield f"{label}:"
    if isinstance(said, Choice):
        yield from choice(said, marks).split("  ")
    else:
        yield from said if isinstance(said, tuple) else (said,)


TABLE = "<table>{}</table>"
TEXTS = {
    "colons": _lines("{label}: {value}"),
    "spaced colons": _lines("{label} : {value}"),
    "numbers and colons": _lines("{n}- {label}: {value}"),
    "bullets and colons": _lines("• {label}: {value}"),
    "empty lines between": _lines("{label}: {value}", "\n\n"),
    "values below": _lines("{label}\n{value}"),
    "values below colons": _lines("{label}:\n{value}"),
    "values below with gaps": _lines("{label}\n\n{value}", "\n\n"),
    "tabs": _lines("{label}\t{value}"),
    "numbered tabs": _lines("{n}\t{label}\t{value}"),
    "tabs and colons": _lines("{label}:\t{value}"),
    "wide spaces": _lines("{label}          {value}"),
    "pipes": _lines("| {label} | {value} |"),
    "pipes and rules": _lines("| {label} | {value} |", "\n|---|---|\n"),
    "bold": _lines("**{label}:** {value}"),
    "headings": _lines("## {label}\n{value}"),
    "two pairs in a row": _pairs_in_a_row,
    "an item on each line": _items_on_lines,
}
PAGES = {
    "table": _page("<tr><td>{label}</td><td>{value}</td></tr>", TABLE),
    "table with numbers": _page("<tr><td>{n}</td><td>{label}</td><td>{value}</td></tr>", TABLE),
    "table with headers": _page("<tr><th>{label}:</th><td colspan=3>{value}</td></tr>", TABLE),
    "cells of paragraphs": _page("<tr><td><p><b>{label}</b></p></td><td><p>{value}</p></td></tr>", TABLE),
    "a table for each": _page("<table><tr><td>{label}</td><td>{value}</td></tr></table>"),
    "paragraphs": _page("<p><strong>{label}:</strong> {value}</p>"),
    "divisions": _page("<div class=row><div>{label}</div><div>{value}</div></div>"),
    "headings of a page": _page("<h3>{label}</h3><p>{value}</p>"),
    "definitions": _page("<dt>{label}</dt><dd>{value}</dd>", "<dl>{}</dl>"),
    "list": _page("<li>{label}: {value}</li>", "<ul>{}</ul>"),
    "spans": _page("<div><span>{label} :</span> <span>{value}</span></div>"),
    "nested tables": _page("<tr><td>{label}</td><td>{value}</td></tr>", f"<table><tr><td>{TABLE}</td></tr></table>"),
}
