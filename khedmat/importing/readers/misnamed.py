"""A file whose name says another kind than its bytes: it is read as what it is, and a person is told."""

from pathlib import PurePath

from khedmat.cards import form
from khedmat.importing.readers.containers.leaf import Opened
from khedmat.importing.readers.containers.sniffing import NAMES

_TEXT = "text"
_KINDS = {
    **{kind: kind for kind in ("docx", "doc", "odt", "rtf", "xlsx", "xls", "ods", "pdf", "png", "gif", "bmp", "webp")},
    **dict.fromkeys(("docm", "dotx"), "docx"),
    **dict.fromkeys(("jpg", "jpeg"), "jpeg"),
    **dict.fromkeys(("tif", "tiff"), "tiff"),
    **dict.fromkeys(("txt", "md", "csv", "tsv", "html", "htm", "xhtml"), _TEXT),
}
_OF_TEXT = {"text/html": "صفحهٔ وب", "multipart/related": "صفحهٔ وب", "text/csv": "جدول متنی (CSV)"}
_MESSAGE = (
    "نام فایل به «{0}» پایان می‌یابد ولی درون آن «{1}» است و همان‌گونه خوانده شد؛ "
    "نام آن را درست کنید، یا اگر فایل دیگری را می‌خواستید، آن را بدهید."
)


def with_remark(file: Opened, kind: str, name: str) -> Opened:
    """The same file; a remark where its name and its bytes disagree."""
    ending = PurePath(name).suffix.lower().removeprefix(".")
    if _KINDS.get(ending, kind) == kind:
        return file
    held = NAMES.get(kind) or _OF_TEXT.get(file.media_type, "متن ساده")
    remark = form.Warning(code="misnamed", message=_MESSAGE.format(ending, held), found=PurePath(name).name[-100:])
    return file._replace(remarks=(*file.remarks, remark))
