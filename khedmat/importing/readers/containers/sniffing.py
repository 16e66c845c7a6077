"""What a file is by its bytes, whatever its name says, and its text in the right encoding."""

import codecs
import re
from collections.abc import Callable, Iterator
from typing import NoReturn

from charset_normalizer import from_bytes

from khedmat.core.persian import persian_digits
from khedmat.importing.readers.containers.compound import compound_kind
from khedmat.importing.readers.containers.packages import package_kind
from khedmat.importing.readers.unreadable import Unreadable

MOST_BYTES = 20 * 1024 * 1024
_SIGNATURES = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0", "compound"),
    (b"%PDF", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "rar"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
)
_SHAPES = (
    (re.compile(rb"BM.{4}\0{4}", re.S), "bmp"),
    (re.compile(rb"RIFF.{4}WEBP", re.S), "webp"),
    (re.compile(rb".{4}ftyp(?:hei|hev|mif|msf)", re.S), "heic"),
)
_LONGEST_PROLOG = 4000  # bytes
_BEFORE_XML = codecs.BOM_UTF8 + codecs.BOM_UTF16_LE + b" \t\r\n"
_ROOTS = (  # of what office programs write as one page of XML
    (re.compile(rb"<w:wordDocument\b"), "xml"),
    (re.compile(rb"<pkg:package\b"), "flat"),
    (re.compile(rb"<(?:ss:)?Workbook\b[^<>]*:office:spreadsheet\b"), "sheet-xml"),
    (re.compile(rb"<office:document\b"), "open-xml"),
)
_INSIDE: dict[str, Callable[[bytes], str]] = {"zip": package_kind, "compound": compound_kind}
NAMES = {
    "docx": "Word",
    "doc": "Word قدیمی",
    "xml": "Word ۲۰۰۳ (XML)",
    "flat": "Word (XML)",
    "odt": "متن OpenDocument",
    "open-xml": "OpenDocument (XML)",
    "rtf": "RTF",
    "xlsx": "Excel",
    "sheet-xml": "Excel ۲۰۰۳ (XML)",
    "xls": "Excel قدیمی",
    "ods": "صفحه‌گسترده OpenDocument",
    "pptx": "PowerPoint",
    "ppt": "PowerPoint قدیمی",
    "odp": "نمایش OpenDocument",
    "compound": "سندی از برنامه‌های قدیمی",
    "archive": "فایل فشرده (zip)",
    "gzip": "فایل فشرده gzip",
    "7z": "فایل فشرده 7z",
    "rar": "فایل فشرده RAR",
    "pdf": "PDF",
    "png": "تصویر PNG",
    "jpeg": "تصویر JPEG",
    "gif": "تصویر GIF",
    "tiff": "تصویر TIFF",
    "bmp": "تصویر BMP",
    "webp": "تصویر WebP",
    "heic": "عکس HEIC",
    "program": "برنامهٔ اجرایی",
}
_SAVE_ANEW = "فرم را به صورت Word یا صفحهٔ وب ذخیره کنید."
_ADVICE = {
    "sheet-xml": "آن را در Excel باز کنید و به صورت xlsx ذخیره کنید.",
    "archive": "آن را به صورت بستهٔ فرم‌ها بدهید، یا هر فایل درون آن را جدا.",
    **dict.fromkeys(("gzip", "7z", "rar"), "آن را باز کنید و فایل‌هایش را در یک فایل ZIP بدهید."),
}
_LATER_PDF, _MOST_JUNK = re.compile(rb"%PDF-\d"), 1024
_UTF_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ARABIC = re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")
_FEWEST_ZEROS, _ONE_SIDE = 100, 10  # a zero in so many bytes; so many times more on one side than on the other
_LOST = "\ufffd"  # stands for every byte that is no letter
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|div|article|section|main)\b",
    re.I | re.S,
)
_HTML_END = re.compile(r"</(?:html|body|table|div|article|section|main|dl|ul|ol|form|p|h[1-6]|fieldset)\s*>", re.I)


def kind_of(data: bytes) -> str:
    """`text`, or the name of another kind, whether it is read or not. Unreadable for what is empty or too large."""
    _refuse_size(data)
    kind = next(_kinds(data))
    return _INSIDE[kind](data) if kind in _INSIDE else kind


def _kinds(data: bytes) -> Iterator[str]:
    yield from (kind for signature, kind in _SIGNATURES if data.startswith(signature))
    yield from (kind for shape, kind in _SHAPES if shape.match(data))
    yield _xml_kind(data[:_LONGEST_PROLOG]) or _later_kind(data)


def _xml_kind(prolog: bytes) -> str | None:
    """In letters of one byte or two; a text that speaks of such a root is none."""
    letters = prolog.replace(b"\0", b"").lstrip(_BEFORE_XML)
    return next((kind for root, kind in _ROOTS if root.search(letters)), None) if letters[:1] == b"<" else None


def _later_kind(data: bytes) -> str:
    """Of a file that does not begin with what it is: mail programs put lines before a PDF."""
    return "pdf" if _LATER_PDF.search(data, 0, _MOST_JUNK) and b" obj" in data else "text"


def refuse_kind(kind: str) -> NoReturn:
    """Of a kind that nobody reads, or that holds files and is none itself."""
    raise Unreadable(f"این فایل در واقع «{NAMES[kind]}» است و فرم از آن خوانده نمی‌شود؛ {_ADVICE.get(kind, _SAVE_ANEW)}")


def decode(data: bytes) -> str:
    """The text of a text or HTML file. Unreadable when it is binary or in no known encoding."""
    marked = _marked(data)
    text = _unmarked(data) if marked is None else marked
    _refuse_noise(text)
    return text


def is_html(text: str, name: str) -> bool:
    """By its tags first; a name ending in .html helps only where some tag is there."""
    if _HTML_START.match(text[:4000]):
        return True
    named = name.lower().endswith((".html", ".htm", ".xhtml"))
    return bool(_HTML_END.search(text)) and (named or text.lstrip()[:1] == "<")


def refuse_large(size: int) -> NoReturn:
    """Before its bytes are read, where the size is known."""
    megabytes = persian_digits(size // (1024 * 1024))
    raise Unreadable(
        f"اندازهٔ فایل {megabytes} مگابایت است؛ بیش از ۲۰ مگابایت خوانده نمی‌شود. آن را به چند فایل بخش کنید."
    )


def _refuse_size(data: bytes) -> None:
    if len(data) > MOST_BYTES:
        refuse_large(len(data))
    if not data.strip():
        raise Unreadable("فایل خالی است؛ فایلی که فرم در آن پر شده است را بدهید.")


def _marked(data: bytes) -> str | None:
    """The text of a file whose first bytes name its encoding."""
    for mark, encoding in _UTF_BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    return None


def _unmarked(data: bytes) -> str:
    try:
        return data.decode(_unmarked_encoding(data[:4000]))
    except UnicodeDecodeError:
        return _scratched(data) or _foreign(data)


def _unmarked_encoding(head: bytes) -> str:
    """UTF-16 without its mark: Persian text in it has a zero in every space and line end, on one side of each pair."""
    before, behind = head[::2].count(0), head[1::2].count(0)
    if max(before, behind) * _FEWEST_ZEROS < len(head) or min(before, behind) * _ONE_SIDE > max(before, behind):
        return "utf-8"
    return "utf-16-be" if before > behind else "utf-16-le"


def _scratched(data: bytes) -> str | None:
    """UTF-8 that was cut or damaged in a few places; those letters are lost."""
    lenient = data.decode("utf-8", errors="replace")
    few = lenient.count(_LOST) <= max(2, len(lenient) // 200)
    return lenient.replace(_LOST, "") if few and _ARABIC.search(lenient) else None


def _foreign(data: bytes) -> str:
    """cp1256 or UTF-16 without its mark: the one that gives the most Persian."""
    guess = from_bytes(data, cp_isolation=["cp1256", "utf_16_be"]).best()
    candidates = [str(guess)] if guess else []
    if b"\x00" not in data:
        candidates.append(data.decode("cp1256", errors="replace"))
    return max(candidates, key=_persian_letters, default="\x00")


def _persian_letters(text: str) -> int:
    return len(_ARABIC.findall(text))


def _refuse_noise(text: str) -> None:
    sample = text[:20000]
    if len(_CONTROL.findall(sample)) > max(2, len(sample) // 100):
        raise Unreadable(
            "محتوای فایل متن نیست یا خراب است؛ آن را دوباره به صورت متن یا صفحهٔ وب با رمزگذاری UTF-8 ذخیره کنید."
        )
    if not any(map(str.isalnum, text)):
        raise Unreadable("در فایل هیچ نوشته‌ای نیست؛ فایلی که فرم در آن پر شده است را بدهید.")
