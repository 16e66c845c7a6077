"""What was printed: PDF, scans and photos → one leaf, its pages as pictures with boxes over them."""

from collections.abc import Callable, Sequence
from functools import partial

from khedmat.cards import form
from khedmat.core.persian import persian_digits
from khedmat.importing.readers.containers import pdf, scan, sniffing
from khedmat.importing.readers.containers.geometry import Printed
from khedmat.importing.readers.containers.leaf import Leaf, Opened
from khedmat.importing.readers.original import printed

_MEDIA_TYPES = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "tiff": "image/tiff",
    "bmp": "image/bmp",
    "webp": "image/webp",
    "gif": "image/gif",
}
_SCAN = form.Warning(
    code="scan",
    message="این پرونده از روی تصویر خوانده شده است؛ هر مقدار را با اصل برابر کنید و گزینه‌ها را خودتان برگزینید.",
)

_LOOSE = form.Warning(
    code="loose_table", message="جدول این فایل خط‌کشی ندارد و مرز خانه‌هایش روشن نیست؛ هر مقدار را با اصل برابر کنید."
)


def _of_pdf(data: bytes, _name: str) -> Opened:
    """Pages that are pictures of words are read as pictures, where somebody is here to read them."""
    text = pdf.read(data)
    is_only_pictures = len(text.pictures) == len(text.printed.sizes)
    if text.pictures and (is_only_pictures or scan.is_here()):
        return _of_scan(scan.pages_of_pdf(data, pdf.pages(data)), "application/pdf")
    file = _opened(text.printed, "application/pdf")
    leaves = tuple(leaf._replace(is_loose=text.is_loose) for leaf in file.leaves)
    remarks = (*map(_unread, text.pictures), *([_LOOSE] if text.is_loose else []))
    return file._replace(leaves=leaves, remarks=remarks)


def _unread(page: int) -> form.Warning:
    message = f"صفحهٔ {persian_digits(page + 1)} تصویر است و نوشته‌هایش خوانده نشد؛ پاسخ‌های آن را خودتان بنویسید."
    return form.Warning(code="picture_page", message=message)


def _of_picture(data: bytes, _name: str, *, kind: str) -> Opened:
    return _of_scan(scan.pages(data), _MEDIA_TYPES[kind])


def _of_scan(found: Sequence[scan.Seen | None], media_type: str) -> Opened:
    """A page that was not begun in time is told."""
    late = (number for number, page in enumerate(found) if page is None)
    made = _opened(scan.laid_out([page or scan.UNSEEN for page in found]), media_type)
    return made._replace(ocr=True, remarks=(_SCAN, *map(_late, late)))


def _late(page: int) -> form.Warning:
    number = persian_digits(page + 1)
    message = f"خواندن تصویرهای این فایل به درازا کشید و صفحهٔ {number} خوانده نشد؛ آن صفحه را در فایلی جدا بدهید."
    return form.Warning(code="late_page", message=message)


def _opened(found: Printed, media_type: str) -> Opened:
    return Opened(media_type, (Leaf(found.sheet, partial(printed.shown, found)),), len(found.sizes))


def picture_of(data: bytes, page: int, *, width: int) -> bytes:
    """A page as a PNG at most so many pixels wide, counted from 0. Unreadable where the file has none."""
    draw = pdf.picture if sniffing.kind_of(data) == "pdf" else scan.picture
    return draw(data, page, width)


def is_scan(data: bytes) -> bool:
    """Whether pictures of words have to be read in it: that takes seconds a page. Unreadable as the file is."""
    kind = sniffing.kind_of(data)
    return kind in _MEDIA_TYPES or (kind == "pdf" and scan.is_here() and bool(pdf.read(data).pictures))


OPENERS: dict[str, Callable[[bytes, str], Opened]] = {
    "pdf": _of_pdf,
    **{kind: partial(_of_picture, kind=kind) for kind in _MEDIA_TYPES},
}
