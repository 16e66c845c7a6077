"""Small PDFs written by hand: each glyph where a test wants it, named as a test wants it named."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

WIDTH, HEIGHT, SIZE = 595, 842, 12
_RUN = re.compile("([A-Za-z0-9۰-۹](?:[A-Za-z0-9۰-۹.,/:@]*[A-Za-z0-9۰-۹])?)")
ADVANCE = 0.5  # of its size: every glyph of the font is as wide


def words(text: str, right: float, top: float, size: float = SIZE) -> str:
    """Persian as it is printed: from the right, numbers and what is Latin within it from the left."""
    seen = "".join(run[::-1] if _RUN.fullmatch(run) else run for run in _RUN.split(text))[::-1]
    return glyphs(seen, right - len(seen) * ADVANCE * size, top, size)


def glyphs(text: str, left: float, top: float, size: float = SIZE) -> str:
    """As they stand, from the left."""
    codes = "".join(f"{ord(letter):04x}" for letter in text)
    return f"BT /F {size} Tf {left} {HEIGHT - top} Td <{codes}> Tj ET\n"


def upwards(text: str, left: float, top: float, size: float = SIZE) -> str:
    """Latin that is read with the head to the left, its first letter at a place: pdfium has no other turned letters."""
    shown = glyphs(text, 0, HEIGHT, size)
    return f"q 0 1 -1 0 {left} {HEIGHT - top} cm {shown} Q\n"


def lines(*rows: str, right: float = 540, top: float = 60) -> str:
    """One below the other."""
    return "".join(words(row, right, top + 24 * place) for place, row in enumerate(rows))


def rule(x1: float, y1: float, x2: float, y2: float) -> str:
    return f"{x1} {HEIGHT - y1} m {x2} {HEIGHT - y2} l S\n"


def table(edges: Sequence[float], tops: Sequence[float]) -> str:
    """All rules of a grid."""
    level = [rule(edges[0], top, edges[-1], top) for top in tops]
    return "".join([*level, *(rule(edge, tops[0], edge, tops[-1]) for edge in edges)])


def square(left: float, top: float, side: float = 9, paint: str = "S") -> str:
    return f"{left} {HEIGHT - top - side} {side} {side} re {paint}\n"


def pdf(
    *pages: str, names: Mapping[str, str] | None = None, more: Mapping[int, str] | None = None, **parts: str
) -> bytes:
    """A whole file. `names`: what a glyph is said to be where it is not itself; `more`: objects from 900 on.

    See `_objects` for the parts.
    """
    return file_of({**_objects(pages, names or {}, **parts), **(more or {})})


def form(*fields: str) -> dict[str, Any]:
    """Parts of a file whose first page has these fields."""
    numbered = dict(enumerate(fields, start=900))
    references = " ".join(f"{number} 0 R" for number in numbered)
    return {
        "page": f"/Annots[{references}]",
        "catalog": f"/AcroForm<</Fields[{references}]>>",
        "more": {number: f"<</Type/Annot/Subtype/Widget{field}>>" for number, field in numbered.items()},
    }


def tick(name: str, left: float, top: float, state: str) -> str:
    """A box of a form, nine points wide."""
    shown = "/AP<</N<</Yes<<>>/Off<<>>>>>>"
    return f"/FT/Btn/T({name})/V/{state}/AS/{state}{shown}/Rect[{left} {HEIGHT - top - 9} {left + 9} {HEIGHT - top}]"


def field(name: str, left: float, top: float, text: str, lines: int = 1) -> str:
    """A field of a form for so many lines, two hundred points wide."""
    value = ("\ufeff" + text).encode("utf-16-be").hex()
    many = "/Ff 4096" if lines > 1 else ""
    return f"/FT/Tx/T({name})/V<{value}>{many}/Rect[{left} {HEIGHT - top - 14 * lines} {left + 200} {HEIGHT - top}]"


def _objects(
    pages: Sequence[str],
    names: Mapping[str, str],
    *,
    font: str = "Nameless",
    letters: str = "",
    page: str = "",
    catalog: str = "",
    box: str = f"0 0 {WIDTH} {HEIGHT}",
) -> dict[int, str]:
    """`font`: its name; `letters`: more that it has; `page`, `catalog`: more of what stands there; `box`: its size."""
    kids = " ".join(f"{10 + 2 * number} 0 R" for number in range(len(pages)))
    said = {letter: names.get(letter, letter) for page in (*pages, glyphs(letters, 0, 0)) for letter in _letters(page)}
    system = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    objects = {
        1: f"<</Type/Catalog/Pages 2 0 R{catalog}>>",
        2: f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        3: f"<</Type/Font/Subtype/Type0/BaseFont/{font}/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
        4: f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{font}{system}/DW {ADVANCE * 1000:.0f}/FontDescriptor 6 0 R>>",
        5: stream(_cmap(said)),
        6: f"<</Type/FontDescriptor/FontName/{font}/Flags 4/FontBBox[0 -200 500 800]/ItalicAngle 0/Ascent 800"
        "/Descent -200/CapHeight 700/StemV 80>>",
    }
    for number, content in enumerate(pages):
        objects[10 + 2 * number] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Resources<</Font<</F 3 0 R>>>>"
            f"/Contents {11 + 2 * number} 0 R{page}>>"
        )
        objects[11 + 2 * number] = stream(content)
    return objects


def stream(content: str) -> str:
    return f"<</Length {len(content)}>>stream\n{content}\nendstream"


def file_of(objects: Mapping[int, str], trailer: str = "") -> bytes:
    """Numbered objects with a table of where they stand."""
    body, places = "%PDF-1.7\n", {}
    for number, text in sorted(objects.items()):
        places[number] = len(body)
        body += f"{number} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{number} 1\n{place:010} 00000 n \n" for number, place in places.items())
    end = f"xref\n0 1\n0000000000 65535 f \n{table}trailer<</Root 1 0 R/Size {max(objects) + 1}{trailer}>>\n"
    return f"{body}{end}startxref\n{len(body)}\n%%EOF\n".encode("latin-1")


def _letters(content: str) -> set[str]:
    found = (codes[place : place + 4] for codes in re.findall("<([0-9a-f]+)> Tj", content) for place in _quads(codes))
    return {chr(int(code, 16)) for code in found}


def _quads(codes: str) -> Iterable[int]:
    return range(0, len(codes), 4)


def _cmap(said: Mapping[str, str]) -> str:
    pairs = [f"<{ord(letter):04x}> <{text.encode('utf-16-be').hex()}>" for letter, text in sorted(said.items())]
    parts = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    named = "\n".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{named}\nendcmap end end"
    )
