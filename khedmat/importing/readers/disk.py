"""The bytes of a file, or the Persian sentence that says why they cannot be had."""

from pathlib import Path

from khedmat.importing.readers.containers import sniffing
from khedmat.importing.readers.unreadable import Unreadable

_REFUSALS = (  # the first that fits
    (FileNotFoundError, "چنین فایلی نیست؛ نام و نشانی آن را بررسی کنید."),
    (PermissionError, "اجازهٔ خواندن این فایل را ندارید؛ دسترسی آن را درست کنید."),
    (OSError, "فایل از روی دیسک خوانده نشد؛ دوباره تلاش کنید یا از آن رونوشت تازه بگیرید."),
)


def contents(path: Path) -> bytes:
    """All bytes of a file. Unreadable when it cannot be read or is larger than any form."""
    try:
        return _bytes_of(path)
    except OSError as error:
        raise Unreadable(_refusal(error)) from None


def _bytes_of(path: Path) -> bytes:
    """Never more than may be read: a pipe or a device has no size to ask before."""
    if path.is_dir():
        raise Unreadable("این یک پوشه است؛ نام فایل‌ها را بدهید یا فرمان import را به کار برید.")
    if path.stat().st_size > sniffing.MOST_BYTES:
        sniffing.refuse_large(path.stat().st_size)
    with path.open("rb") as file:
        return file.read(sniffing.MOST_BYTES + 1)


def _refusal(error: OSError) -> str:
    return next(sentence for kind, sentence in _REFUSALS if isinstance(error, kind))
