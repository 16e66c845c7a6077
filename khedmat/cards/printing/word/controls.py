"""Content controls: the boxes of the form, each with its path of the contract as its tag."""

import re
from itertools import count

from khedmat.cards.printing.filled import NO_CASE, SILENT
from khedmat.cards.printing.pieces import NOT_APPLICABLE, Lines, Note, Text, Tick
from khedmat.cards.printing.word.runs import paragraph, quoted, runs

NAMESPACE = "khedmat"  # before every tag of ours; «:» a value, «?» a doubt, «~» not said, «!» does not apply
_ROW = re.compile(r"\.\d+(?=\.|$)")
_SYMBOL = "Segoe UI Symbol"
_SQUARE_FONT = "".join(f' w:{script}="{_SYMBOL}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
_CHECKBOX = (
    '<w14:checkbox><w14:checked w14:val="{on}"/><w14:checkedState w14:val="2611" w14:font="{font}"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="{font}"/></w14:checkbox>'
)
_WORDS, _WAITS = '<w:text w:multiLine="1"/>', "<w:showingPlcHdr/>"
_NOTE = '<w:rStyle w:val="Noted"/>'
_EMPTY = runs(SILENT, '<w:rStyle w:val="PlaceholderText"/><w:color w:val="8A8F8D"/>')


def tag_of(path: str, sign: str = ":") -> str:
    """The row of a list is told by the row of the table: copied in Word it is a row more."""
    return f"{NAMESPACE}{sign}{_ROW.sub('.*', path, count=1)}"


class Controls:
    """Makes the controls of one document and numbers them; each of its `lists` begins with one.

    `label`: what is printed beside the box, which Word shows on its handle.
    """

    def __init__(self) -> None:
        self.label = ""
        self._numbers = count(1000)
        self.lists = 0

    def text(self, box: Text) -> str:
        """A box for words; an empty one shows what it is in grey, and what is typed takes its place."""
        if box.said is None:
            return self._control(box.path, _EMPTY, kind=_WORDS, state=_WAITS)
        return self._control(box.path, runs(box.said, is_code=box.is_code), kind=_WORDS)

    def lines(self, box: Lines, style: str) -> str:
        """A box for a list: a paragraph an item."""
        if not box.items:
            return self._control(box.path, paragraph(_EMPTY), state=_WAITS)
        self.lists += box.is_numbered
        numbered = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self.lists}"/></w:numPr>' if box.is_numbered else ""
        return self._control(box.path, "".join(paragraph(runs(item), style, numbered) for item in box.items))

    def tick(self, square: Tick) -> str:
        """A square that a click ticks."""
        kind = _CHECKBOX.format(on=int(square.ticked), font=_SYMBOL)
        sign = "☑" if square.ticked else "☐"
        run = f"<w:r><w:rPr><w:rFonts{_SQUARE_FONT}/></w:rPr><w:t>{sign}</w:t></w:r>"
        return self._control(square.path, run, kind=kind)

    def note(self, note: Note) -> str:
        """Why the box before it is empty: deleted by whoever fills it in."""
        before = f"{NO_CASE} " if note.sign == NOT_APPLICABLE else ""
        box = self._control(note.path, runs(note.text, _NOTE), kind=_WORDS, sign=note.sign)
        return runs(f" {before}", _NOTE) + box

    def _control(self, path: str, content: str, *, kind: str = "", state: str = "", sign: str = ":") -> str:
        """`kind`: words, a square or a list; `state`: whether it waits to be filled in."""
        tag = tag_of(path, sign)
        lock = '<w:lock w:val="sdtLocked"/>' if sign == ":" else ""
        return (
            f"<w:sdt><w:sdtPr><w:alias w:val={quoted(self.label[:64])}/><w:tag w:val={quoted(tag)}/>"
            f'<w:id w:val="{next(self._numbers)}"/>{lock}{state}{kind}</w:sdtPr>'
            f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )
