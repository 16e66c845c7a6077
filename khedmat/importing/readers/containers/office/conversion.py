"""One conversion: what can be refused at once is, the rest is LibreOffice's in a folder that is gone afterwards."""

import shutil
import tempfile
import threading
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from khedmat.importing.readers.containers.office import process, profile, soundness
from khedmat.importing.readers.unreadable import Unreadable

_KEPT = 4  # one click asks for the same file several times
_MOST_MADE = 60 * 1024 * 1024
_ONE_AT_A_TIME = threading.Lock()
_QUIET = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
_FILTERS = {"doc": "MS Word 97", "odt": "writer8", "rtf": "Rich Text Format"}
_SOUND: dict[str, Callable[[bytes], bool]] = {"doc": soundness.is_sound_doc, "odt": soundness.is_sound_odt}
_DAMAGED = "فایل خراب است و باز نمی‌شود؛ نسخهٔ سالم آن را بدهید یا آن را در Word به صورت docx ذخیره کنید."
_FAILED = "LibreOffice این فایل را باز نکرد یا بیش از اندازه طول کشید؛ آن را در Word به صورت docx ذخیره کنید."
_MISSING = (
    "برای خواندن این فایل (doc، odt یا rtf) باید LibreOffice نصب باشد (apt install libreoffice-writer)؛"
    " یا آن را در Word باز کنید و به صورت docx ذخیره کنید."
)


@lru_cache(maxsize=_KEPT)
def as_docx(data: bytes, kind: str) -> bytes:
    """Of a `doc`, `odt` or `rtf`. Unreadable where LibreOffice is missing, fails or takes too long."""
    if kind in _SOUND and not _SOUND[kind](data):
        raise Unreadable(_DAMAGED)
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise Unreadable(_MISSING)
    with _ONE_AT_A_TIME, tempfile.TemporaryDirectory(prefix="khedmat-office-", ignore_cleanup_errors=True) as folder:
        return _converted(data, kind, program=program, folder=Path(folder))


def _converted(data: bytes, kind: str, *, program: str, folder: Path) -> bytes:
    given, made = folder / f"form.{kind}", folder / "made" / "form.docx"
    given.write_bytes(data)
    profile.write(folder / "profile")
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    # The filter is named, or a page called .doc would be opened as a page, with all that it fetches.
    kinds = (f"--infilter={_FILTERS[kind]}", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(made.parent))
    ended = process.run([program, own, *_QUIET, *kinds, str(given)], folder)
    if not (ended and made.is_file() and made.stat().st_size <= _MOST_MADE):
        raise Unreadable(_FAILED)
    return made.read_bytes()
