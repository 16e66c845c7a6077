"""Files made to hurt whoever opens them: bombs, entities, paths out of the folder, numbers without end."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from itertools import islice

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
DOCTYPES = (
    f'<!DOCTYPE x [<!ENTITY l0 "لول">{LAUGHS}]>',
    '<!DOCTYPE x [<!ENTITY l11 SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE x [<!ENTITY l11 SYSTEM "http://127.0.0.1:9/x">]>',
    '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
)
WORD, BOOK, SHEET = "word/document.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"
BOOK_XML = f'<workbook {S} xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="1"/></sheets></workbook>'
BOOK_RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>"""


def traps(megabytes: int = 400) -> Iterator[tuple[str, bytes]]:
    """Name and content of each; `megabytes` are what a bomb unpacks to."""
    yield from _entities()
    yield from _bombs(bytes(megabytes * 1024 * 1024))
    yield from _paths()
    yield from _endless()
    yield from _pictures()
    yield from _portable()


def _packed(*members: tuple[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def _office(*members: tuple[str, str | bytes]) -> bytes:
    """With the list of types by which an office file is known."""
    return _packed(("[Content_Types].xml", "<Types/>"), *members)


def _book(*members: tuple[str, str | bytes]) -> bytes:
    return _office((BOOK, BOOK_XML), ("xl/_rels/workbook.xml.rels", BOOK_RELATIONS), *members)


def _word(body: str, doctype: str = "") -> bytes:
    return _office((WORD, f'<?xml version="1.0"?>{doctype}<w:document {W}><w:body>{body}</w:body></w:document>'))


def _sheet(rows: str, doctype: str = "") -> bytes:
    sheet = f'<?xml version="1.0"?>{doctype}<worksheet {S}><sheetData>{rows}</sheetData></worksheet>'
    return _book((SHEET, sheet))


def _entities() -> Iterator[tuple[str, bytes]]:
    for number, doctype in enumerate(DOCTYPES):
        yield f"entity{number}.docx", _word("<w:p><w:r><w:t>عنوان خدمت: &l11;</w:t></w:r></w:p>", doctype)
        yield f"entity{number}.xlsx", _sheet('<row r="1"><c r="A1" t="str"><v>&l11;</v></c></row>', doctype)
        yield f"entity{number}.html", f"{doctype}<html><body>عنوان خدمت: &l11;</body></html>".encode()


def _bombs(zeros: bytes) -> Iterator[tuple[str, bytes]]:
    yield "bomb.zip", _packed(("a.txt", zeros))
    yield "bomb.docx", _office((WORD, zeros))
    yield "bomb-media.docx", _office((WORD, f"<w:document {W}/>"), ("word/media/image1.png", zeros))
    yield "bomb.xlsx", _book((SHEET, zeros))
    yield "strings.xlsx", _book(("xl/sharedStrings.xml", f"<sst {S}>" + "<si><t>س</t></si>" * 3_000_000))
    yield "parts.xlsx", _book((SHEET, _numbers(20, 60_000)))
    inner = _packed(("a.txt", zeros))
    for level in range(6):
        inner = _packed(*((f"{level}-{copy}.zip", inner) for copy in range(8)))
    yield "nested.zip", inner
    yield "many.zip", _packed(*((f"{number}.txt", "x") for number in range(70_000)))


def _paths() -> Iterator[tuple[str, bytes]]:
    names = ("../../etc/cron.d/x", "/etc/passwd", "C:\\windows\\x.txt", "..\\..\\x.txt", "a/../../b.txt", "x" * 60_000)
    for number, name in enumerate(names):
        yield f"path{number}.zip", _packed((name, "عنوان خدمت: صدور پروانه\nشرح خدمت: نمونه"))
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    yield "link.zip", out.getvalue()
    yield "macro.docm", _office((WORD, f"<w:document {W}/>"), ("word/vbaProject.bin", bytes(5000)))


def _numbers(columns: int, rows: int) -> str:
    """Cells enough that no packing looks like that of a bomb."""
    cells = (f"<c><v>{number * 7919 % 99991}</v></c>" for number in range(columns * rows))
    lines = "".join(f"<row>{''.join(islice(cells, columns))}</row>" for _ in range(rows))
    return f"<worksheet {S}><sheetData>{lines}</sheetData></worksheet>"


def _endless() -> Iterator[tuple[str, bytes]]:
    yield "cells.xlsx", _sheet("".join(f'<row r="{r}">' + "<c><v>1</v></c>" * 1000 + "</row>" for r in range(1, 1001)))
    yield "far.xlsx", _sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    yield "cells.html", b"<table>" + (b"<tr>" + b"<td>1" * 1000) * 1000 + b"</table>"
    yield "cells.csv", b"\n".join([",".join("1" * 1000).encode()] * 1000)
    yield "nested.html", b"<div>" * 200_000
    yield "spans.html", b"<table>" + b"<tr><td colspan=99999999 rowspan=99999999>a" * 500
    table = "<w:tbl><w:tr><w:tc>"
    yield "nested.docx", _word(table * 5000 + "</w:tc></w:tr></w:tbl>" * 5000)
    yield "runs.docx", _word("<w:p>" + "<w:r><w:t>الف</w:t></w:r>" * 300_000 + "</w:p>")
    yield "line.txt", "عنوان خدمت ".encode() * 900_000
    yield "lines.txt", "عنوان خدمت: الف\n".encode() * 600_000
    yield "boxes.txt", "☑ ملی ☐ استانی ".encode() * 1200
    yield "labels.txt", "عنوان خدمت: شرح خدمت: نوع خدمت: ".encode() * 550
    yield "digits.txt", b"1" * 19_000 + "\nعنوان خدمت".encode()


def _pictures() -> Iterator[tuple[str, bytes]]:
    yield "huge.png", _png(60_000, 60_000)
    yield "wide.png", _png(2_000_000_000, 1)
    yield "none.png", _png(0, 0)
    yield "huge.bmp", b"BM" + struct.pack("<IHHIIiiHH", 100, 0, 0, 54, 40, 50_000, 50_000, 1, 24) + bytes(60)
    yield (
        "huge.gif",
        b"GIF89a"
        + struct.pack("<HH", 65_535, 65_535)
        + b"\x00\x00\x00,\x00\x00\x00\x00"
        + struct.pack("<HH", 65_535, 65_535),
    )


def _png(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(5000))) + chunk(b"IEND", b"")
    )


def _portable() -> Iterator[tuple[str, bytes]]:
    squeezed = zlib.compress(bytes(200 * 1024 * 1024))
    stream = b"<< /Length %d /Filter /FlateDecode >> stream\n" % len(squeezed) + squeezed + b"\nendstream"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %s] /Contents 4 0 R >>"
    yield "bomb.pdf", _pdf(page % b"600 800", stream)
    yield "wide.pdf", _pdf(page % b"99999999 99999999", b"<< /Length 0 >> stream\n\nendstream")
    yield "loop.pdf", _pdf(b"<< /Type /Pages /Kids [2 0 R] /Count 99999999 /Parent 2 0 R >>", b"<< >>")
    yield "script.pdf", _pdf(page % b"600 800", b"<< /S /JavaScript /JS (app.launchURL\\('http://127.0.0.1:9'\\)) >>")
    yield "numbers.pdf", b"%PDF-1.4\n" + b"9" * 100_000 + b" 0 obj [" + b"[" * 200_000


def _pdf(third: bytes, fourth: bytes) -> bytes:
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R /OpenAction 4 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        third,
        fourth,
    )
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, one) for number, one in enumerate(objects, start=1))
    return b"%PDF-1.7\n" + body + b"trailer << /Root 1 0 R /Size 5 >>\n%%EOF"
