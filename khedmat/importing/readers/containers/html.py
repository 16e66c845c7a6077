"""HTML as agencies publish it → blocks: tables keep their grid, boxes become marks, scripts and hidden parts are left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from khedmat.importing.readers.blocks import EMPTY, TICKED, Block, Sheet
from khedmat.importing.readers.unreadable import Unreadable

MOST_BLOCKS = 20_000
MOST_COLUMNS = 60
DEEPEST = 4000
_LEFT_OUT = {"script", "style", "noscript", "template", "head", "svg", "nav", "iframe", "object", "option", "-comment"}
_BREAKS = {
    "p",
    "div",
    "br",
    "hr",
    "li",
    "ul",
    "ol",
    "tr",
    "table",
    "tbody",
    "thead",
    "tfoot",
    "caption",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "aside",
    "fieldset",
    "legend",
    "form",
    "figure",
    "figcaption",
    "dl",
    "dt",
    "dd",
    "address",
    "blockquote",
    "pre",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "body",
    "html",
    "details",
    "summary",
}
_TICK_NAME = re.compile(
    r"(?<!un)(?<!not)[-_/\s]?(?:checked|ticked|tick|check[-_]?(?:square|box|mark)?[-_]?(?:on|yes|full)?)(?![-_]?(?:off|no|empty|blank))",
    re.I,
)
_EMPTY_NAME = re.compile(
    r"uncheck|untick|not[-_]?checked|empty[-_]?box|box[-_]?empty|square[-_]?o\b|check[-_]?(?:box)?[-_]?(?:off|no|empty|blank)",
    re.I,
)
_NESTING = re.compile(
    r"</?(?:div|span|table|section|article|main|ul|ol|li|b|i|u|p|font|center|form|td|tr|dl|dd|a|em|strong)\b", re.I
)
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


@dataclass
class _Page:
    blocks: list[Block] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    heading: int = 0
    gap: bool = False
    carried: dict[int, dict[int, int]] = field(
        default_factory=dict
    )  # by table: columns that a cell above reaches into, rows left

    def end_line(self) -> None:
        text = " ".join("".join(self.line).split())
        self.line.clear()
        if text:
            self.add(Block((text,), self.gap, self.heading))
            self.gap = False

    def add(self, block: Block) -> None:
        if len(self.blocks) >= MOST_BLOCKS:
            raise Unreadable("صفحه برای یک فرم بسیار بلند است (بیش از ۲۰٬۰۰۰ سطر)؛ هر شناسنامه را جدا بدهید.")
        self.blocks.append(block)


def sheet(text: str) -> Sheet:
    """The page's blocks in reading order."""
    _refuse_deep_nesting(text)
    page = _Page()
    root = LexborHTMLParser(text).root
    if root is not None:
        _walk(root, page)
    page.end_line()
    return Sheet(tuple(page.blocks))


def _refuse_deep_nesting(text: str) -> None:
    """The parser needs a minute for a hundred thousand tags inside each other; no form nests a hundred."""
    depth = deepest = 0
    for tag in _NESTING.finditer(text):
        depth += -1 if tag.group().startswith("</") else 1
        deepest = max(deepest, depth)
    if deepest > DEEPEST:
        raise Unreadable("برچسب‌های صفحه بی‌اندازه در هم تو رفته‌اند و خواندنی نیست؛ متن فرم را در فایلی تازه ذخیره کنید.")


def _walk(root: LexborNode, page: _Page) -> None:
    """Without recursion: a hostile page nests ten thousand deep."""
    for node, leaving in _steps(root):
        if leaving:
            _leave(node, page)
        elif node.tag == "-text":
            page.line.append(node.text_content or "")
        elif node.tag in _BREAKS:
            page.end_line()
            _enter(node, page)
        else:
            page.line.append(_mark(node))


def _steps(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    stack: list[tuple[LexborNode, bool]] = [(root, False)]
    while stack:
        node, leaving = stack.pop()
        if not leaving and (node.tag in _LEFT_OUT or _is_hidden(node)):
            continue
        yield node, leaving
        if not leaving and node.tag != "-text" and not _is_grid_row(node) and not _is_pair(node):
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(list(node.iter(include_text=True))))


def _enter(node: LexborNode, page: _Page) -> None:
    if _is_grid_row(node):
        _add_row(node, page)
    elif _is_pair(node):
        page.add(Block((_cell_text(node), "\n".join(_cell_text(value) for value in _values_of(node)))))
    elif node.tag == "li":
        page.line.append(_bullet(node))
    elif node.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
        page.heading = int(node.tag[1])
    page.gap = page.gap or node.tag in {"p", "table", "hr", "ul", "ol", "dl", "section", "article"}


def _values_of(term: LexborNode) -> Iterator[LexborNode]:
    """The <dd> of a <dt>: as many as follow it."""
    node = term.next
    while node is not None and node.tag in {"dd", "-text", "-comment"}:
        if node.tag == "dd":
            yield node
        node = node.next


def _leave(node: LexborNode, page: _Page) -> None:
    if node.tag in _BREAKS:
        page.end_line()
        page.heading = 0


def _is_hidden(node: LexborNode) -> bool:
    if node.tag == "-text":
        return False
    if node.tag == "dd":
        return True  # taken with its dt
    return "hidden" in node.attributes or bool(_INVISIBLE.search(node.attributes.get("style") or ""))


def _is_pair(node: LexborNode) -> bool:
    return node.tag == "dt"


def _is_grid_row(node: LexborNode) -> bool:
    return node.tag == "tr" and node.css_first("table") is None


def _add_row(row: LexborNode, page: _Page) -> None:
    carried = {column: left - 1 for column, left in page.carried.get(_table_of(row), {}).items() if left > 1}
    page.carried[_table_of(row)] = carried
    cells: list[str] = []
    for cell in (child for child in row.iter() if child.tag in {"td", "th"}):
        while len(cells) in carried:
            cells.append("")
        width, height = _span(cell, "colspan"), _span(cell, "rowspan")
        carried |= dict.fromkeys(range(len(cells), len(cells) + width), height) if height > 1 else {}
        cells += [_cell_text(cell)] + [""] * (width - 1)
        if len(cells) >= MOST_COLUMNS:
            break
    page.add(Block(tuple(cells[:MOST_COLUMNS]), page.gap))
    page.gap = False


def _table_of(row: LexborNode) -> int:
    return row.parent.mem_id if row.parent is not None else 0


def _span(cell: LexborNode, name: str) -> int:
    value = cell.attributes.get(name) or "1"
    return min(max(int(value), 1), MOST_COLUMNS) if value.isdecimal() else 1


def _cell_text(cell: LexborNode) -> str:
    inner = _Page()
    for child in cell.iter(include_text=True):
        _walk(child, inner)
    inner.end_line()
    return "\n".join(block.text for block in inner.blocks)


def _bullet(node: LexborNode) -> str:
    parent = node.parent
    if parent is None or parent.tag != "ol":
        return "• "
    before = sum(child.tag == "li" for child in _earlier(node))
    return f"{before + 1}- "


def _earlier(node: LexborNode) -> Iterator[LexborNode]:
    while (node := node.prev) is not None:
        yield node


def _mark(node: LexborNode) -> str:
    tag, attributes = node.tag, node.attributes
    if tag == "input" and (attributes.get("type") or "").lower() in {"checkbox", "radio"}:
        return f" {TICKED if 'checked' in attributes else EMPTY} "
    if tag == "input":
        return f" {attributes.get('value') or ''} "
    if tag == "select":
        chosen = node.css_first("option[selected]")
        return f" {chosen.text(strip=True)} " if chosen is not None else ""
    if tag in {"img", "i", "span"}:
        return _mark_by_name(" ".join(attributes.get(name) or "" for name in ("alt", "src", "class")))
    return ""


def _mark_by_name(name: str) -> str:
    if _EMPTY_NAME.search(name):
        return f" {EMPTY} "
    return f" {TICKED} " if _TICK_NAME.search(name) else ""
