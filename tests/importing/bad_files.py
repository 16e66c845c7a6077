"""Files that people really give: broken, renamed, cut, in other encodings."""

import io
import os
import zipfile
from pathlib import Path

from tests.importing.paper import card_text

TEXT = card_text(code="10031093000")
SCRIPTS = """<html><head><script>document.title = "عنوان خدمت: دزدیده"</script></head><body onload="alert(1)">
<table><tr><td>عنوان خدمت</td><td>صدور گواهی نمونه<script>alert("x")</script></td></tr>
<tr><td>نام دستگاه اجرایی</td><td>سازمان ثبت نمونه</td></tr><tr><td>شرح خدمت</td><td>شرحی کوتاه</td></tr></table>
<p hidden>شناسه خدمت: 19999999999</p></body></html>"""
HALF = TEXT[: TEXT.index("نوع مخاطبین") + 6]
READABLE = {
    "cp1256.txt": TEXT.replace("ی", "ي").encode("cp1256"),
    "utf16.txt": TEXT.encode("utf-16"),
    "utf16-unmarked.txt": TEXT.encode("utf-16-le"),
    "utf8-cut-in-a-letter.txt": TEXT.encode()[:-1],
    "marked.txt": b"\xef\xbb\xbf" + TEXT.encode(),
    "scripts.html": SCRIPTS.encode(),
    "card-cut.txt": HALF.encode(),
}
UNREADABLE = {
    "empty.txt": "خالی",
    "blank.txt": "خالی",
    "binary.txt": "فایل",
    "program.txt": "برنامهٔ اجرایی",
    "archive.txt": "فشرده",
    "picture.html": "تصویر",
    "document.txt": "PDF",
    "huge.txt": "۵۰ مگابایت",
    "folder": "پوشه",
    "none.txt": "چنین فایلی نیست",
    "dots.txt": "هیچ نوشته‌ای",
    "endless.txt": "بلند",
}


def archive() -> bytes:
    """A zip of a form whose end was lost."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as zipped:
        zipped.writestr("card.txt", TEXT)
    return packed.getvalue()[:-30]


def fill(folder: Path) -> None:
    """All of them in one folder; `none.txt` is not there."""
    contents = {
        **READABLE,
        "empty.txt": b"",
        "blank.txt": b" \n\t\n",
        "binary.txt": bytes(range(256)) * 40,
        "program.txt": b"\x7fELF\x02\x01\x01" + bytes(100),
        "archive.txt": archive(),
        "picture.html": b"\x89PNG\r\n\x1a\n" + os.urandom(500),
        "document.txt": b"%PDF-1.7\n1 0 obj\n",
        "dots.txt": b". . . - - -",
        "endless.txt": ("سطر\n" * 30_000).encode(),
    }
    for name, data in contents.items():
        (folder / name).write_bytes(data)
    (folder / "folder").mkdir()
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
