"""What a file is by its bytes, whatever its name says, and its text in the right encoding."""

import codecs
import re
from typing import NoReturn

from charset_normalizer import from_bytes

from khedmat.core.persian import persian_digits
from khedmat.importing.readers.unreadable import Unreadable

MOST_BYTES = 20 * 1024 * 1024
_SIGNATURES = (
    (b"PK\x03\x04", "فایل فشرده یا Word/Excel"),
    (b"%PDF", "PDF"),
    (b"\xd0\xcf\x11\xe0", "Word یا Excel قدیمی"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "فایل فشرده gzip"),
    (b"7z\xbc\xaf", "فایل فشرده 7z"),
    (b"Rar!", "فایل فشرده RAR"),
    (b"\x89PNG", "تصویر PNG"),
    (b"\xff\xd8\xff", "تصویر JPEG"),
    (b"GIF8", "تصویر GIF"),
    (b"MZ", "برنامهٔ اجرایی"),
    (b"\x7fELF", "برنامهٔ اجرایی"),
)
_UTF_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ARABIC = re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|div|article|section|main)\b",
    re.I | re.S,
)
_HTML_END = re.compile(r"</(?:html|body|table|div|article|section|main|dl|ul)\s*>", re.I)


def decode(data: bytes) -> str:
    """The text of a text or HTML file. Unreadable when it is empty, too large, binary or in no known encoding."""
    _refuse_what_is_no_text(data)
    for mark, encoding in _UTF_BOMS:
        if data.startswith(mark):
            return _readable(data.decode(encoding, errors="replace"))
    try:
        return _readable(data.decode("utf-16" if _is_utf16(data) else "utf-8"))
    except UnicodeDecodeError:
        return _readable(_decode_damaged(data))


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


def _refuse_what_is_no_text(data: bytes) -> None:
    if len(data) > MOST_BYTES:
        refuse_large(len(data))
    if not data.strip():
        raise Unreadable("فایل خالی است؛ فایلی که فرم در آن پر شده است را بدهید.")
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise Unreadable(
                f"این فایل در واقع «{kind}» است و متن یا HTML نیست؛ فرم را به صورت متن یا صفحهٔ وب ذخیره کنید."
            )


def _is_utf16(data: bytes) -> bool:
    """UTF-16 without its mark: Persian text in it has a zero in every space and line end, and only there."""
    return b" \x00" in data[:4000] or b"\n\x00" in data[:4000]


def _decode_damaged(data: bytes) -> str:
    """cp1256, UTF-16 without its mark, or UTF-8 that was cut or scratched."""
    lenient = data.decode("utf-8", errors="replace")
    if lenient.count("\ufffd") <= max(2, len(lenient) // 200) and _ARABIC.search(lenient):
        return lenient.replace("\ufffd", "")
    guess = from_bytes(data, cp_isolation=["cp1256", "utf_16_be"]).best()
    candidates = [str(guess)] if guess else []
    if b"\x00" not in data:
        candidates.append(data.decode("cp1256", errors="replace"))
    return max(candidates, key=lambda text: len(_ARABIC.findall(text)), default="\x00")


def _readable(text: str) -> str:
    sample = text[:20000]
    if len(_CONTROL.findall(sample)) > max(2, len(sample) // 100):
        raise Unreadable(
            "محتوای فایل متن نیست یا خراب است؛ آن را دوباره به صورت متن یا صفحهٔ وب با رمزگذاری UTF-8 ذخیره کنید."
        )
    if not any(letter.isalnum() for letter in text):
        raise Unreadable("در فایل هیچ نوشته‌ای نیست؛ فایلی که فرم در آن پر شده است را بدهید.")
    return text
