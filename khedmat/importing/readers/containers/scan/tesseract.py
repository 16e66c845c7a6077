"""Tesseract with its Persian letters, where both are installed: a picture → its table of words."""

import shutil
from functools import lru_cache

from khedmat.importing.readers.confined.programs import Failed, Means, output_of
from khedmat.importing.readers.unreadable import Unreadable

PERSIAN, LATIN = "fas", "eng"
_MEANS = Means(memory=1024 * 1024 * 1024, files=0, seconds=12, clock=60)  # a page takes one or two
_SURROUNDINGS = {"OMP_THREAD_LIMIT": "1"}  # its threads take all processors and save no time
ONE_LINE, AS_IT_STANDS = "7", "13"  # the second guesses at nothing, and leaves out nothing that is short or faint
_MISSING = (
    "این فایل اسکن یا عکس است و برای خواندن آن برنامهٔ Tesseract با زبان فارسی لازم است که روی این رایانه نیست؛ "
    "راهبر سامانه آن را نصب کند (apt-get install tesseract-ocr tesseract-ocr-fas) یا فایل Word همین فرم را بدهید."
)
_FAILED = "خواندن نوشته‌های این تصویر ناتمام ماند؛ صفحه را دوباره اسکن کنید یا فایل Word همین فرم را بدهید."


def need() -> None:
    """Unreadable, with what is to be installed, where it cannot be used."""
    if not is_here():
        raise Unreadable(_MISSING)


def is_here() -> bool:
    return PERSIAN in languages()


@lru_cache(maxsize=1)
def languages() -> frozenset[str]:
    """Whose letters it knows; none where it is not installed."""
    if shutil.which("tesseract") is None:
        return frozenset()
    try:
        listed = output_of(["tesseract", "--list-langs"], _MEANS, given=b"", more=_SURROUNDINGS)
    except Failed:
        return frozenset()
    return frozenset(listed.decode("utf-8", "replace").split())


def table_of(lines: bytes, language: str = PERSIAN, *, manner: str = ONE_LINE) -> str:
    """The table of words (TSV) of a file with a picture of each line. Unreadable when it fails."""
    command = ["tesseract", "stdin", "stdout", "-l", language, "--psm", manner, "tsv"]
    try:
        return output_of(command, _MEANS, given=lines, more=_SURROUNDINGS).decode("utf-8", "replace")
    except Failed:
        raise Unreadable(_FAILED) from None
