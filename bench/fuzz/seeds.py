"""Sound files of every kind, as mutation starts from: the sample forms in each container."""

import csv
import io
import zipfile
from pathlib import Path

import docx
import typst
import xlsxwriter
from PIL import Image, ImageDraw

SAMPLES = Path(__file__).parents[2] / "khedmat/site/samples/forms"
Seeds = dict[str, bytes]


def seeds() -> Seeds:
    """Name with its ending → content."""
    lines = _lines()
    made = {path.name: path.read_bytes() for path in sorted(SAMPLES.iterdir())}
    made |= {"card.docx": _word(lines), "card.xlsx": _sheet(lines), "card.csv": _csv(lines), "card.pdf": _pdf(lines)}
    made |= {"card.md": "\n".join(f"| {label} | {value} |" for label, value in lines).encode(), "card.png": _picture()}
    made["cp1256.txt"] = made["tadbir-filed.html"].decode().replace("ی", "ي").encode("cp1256", "replace")
    made["card.rtf"] = b"{\\rtf1\\ansi{\\fonttbl{\\f0 Tahoma;}}\\f0 " + b"\\u1582?" * 200 + b"}"
    made["old.doc"] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + bytes(4000)
    return made | {"forms.zip": _archive(made)}


def _lines() -> list[tuple[str, str]]:
    """Label and value of a short card with boxes."""
    return [
        ("عنوان خدمت", "صدور پروانه بهره‌برداری"),
        ("شناسه خدمت", "13031466101"),
        ("نام دستگاه اجرایی", "وزارت نیرو"),
        ("شرح خدمت", "رسیدگی به درخواست و صدور پروانه " * 4),
        ("نوع خدمت", "☑ خدمت به شهروندان (G2C) ☐ خدمت به کسب و کار (G2B)"),
        ("ماهیت خدمت", "☑ حاکمیتی ☐ تصدی گری"),
        ("مدارک لازم", "1- شناسنامه 2- کارت ملی 3- سند مالکیت"),
        ("متوسط مدت زمان ارایه خدمت", "۱۰ تا ۱۵ روز کاری"),
        ("هزینه ارایه خدمت", "۱.۷۵۴.۹۰۰ ریال"),
        ("آدرس دقیق و مستقیم خدمت", "https://example.gov.ir/services/12"),
    ]


def _word(lines: list[tuple[str, str]]) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    table = document.add_table(rows=0, cols=2)
    for pair in lines:
        for cell, text in zip(table.add_row().cells, pair, strict=True):
            cell.text = text
    document.save(out)
    return out.getvalue()


def _sheet(lines: list[tuple[str, str]]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        for row, pair in enumerate(lines):
            sheet.write_row(row, 0, pair)
    return out.getvalue()


def _csv(lines: list[tuple[str, str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(zip(*lines, strict=True))
    return out.getvalue().encode()


def _pdf(lines: list[tuple[str, str]]) -> bytes:
    rows = "".join(f"[{value}], [{label}],\n" for label, value in lines)
    source = f'#set text(lang: "fa", dir: rtl)\n#table(columns: 2,\n{rows})'
    return bytes(typst.compile(source.encode()))


def _picture() -> bytes:
    picture, out = Image.new("L", (900, 300), 255), io.BytesIO()
    ImageDraw.Draw(picture).rectangle((40, 40, 860, 260), outline=0, width=3)
    picture.save(out, "PNG")
    return out.getvalue()


def _archive(files: Seeds) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()
